// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE ledgers: all ledgers of the county's year, as a bureau keeps them
//
//   ledgers [folder of the county] [folder for the ledgers]     examples/yongshun and out by
//   default
//
// SHOWS    LedgerKind, ledger(), write()
// FIRST    county, which plans and audits the same year
// NEXT     article, which counts the year in sentences; ledgers.py writes the same as a workbook

#include <exception>
#include <filesystem>
#include <iomanip>
#include <iostream>
#include <string>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

void tell(const std::filesystem::path& folder, const std::filesystem::path& out) {
  const Roster roster = Roster::load(folder);
  const Records records = Records::load(folder / "2017", roster);
  const Rulebook rules = Rulebook::national() + Rulebook::load(folder / "rules.toml");
  const LedgerRequest request{.extent = Everything{}, .period = parse_period("2017")};
  for (const auto& kind : names<LedgerKind>()) {
    const Ledger drawn = ledger(kind.value, roster, records, rules, request);
    const std::string file = std::string{kind.key} + "-2017";
    for (const std::string form : {".md", ".csv"}) write(drawn, out / "ledgers" / (file + form));
    std::cout << std::setw(6) << drawn.rows.size() << "  " << file << "  " << drawn.title << '\n';
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    tell(argc > 1 ? argv[1] : "examples/yongshun", argc > 2 ? argv[2] : "out");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

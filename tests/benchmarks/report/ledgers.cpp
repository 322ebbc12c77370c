// SPDX-License-Identifier: BSL-1.0
//
// How long all ledgers of a year take, and how much memory: report/run.py calls it.
//
//   ledgers_benchmark <folder of the counties> <year>
//
// Prints a line for each: what was done, how many rows it has, and the seconds of CPU that it took.

#include <ctime>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <string_view>

#include <sys/resource.h>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double peak_mebibytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) / 1024;  // kibibytes on Linux
}

void print(std::string_view what, std::size_t rows, double seconds) {
  std::cout << what << ' ' << rows << ' ' << seconds << '\n';
}

void measure(const std::filesystem::path& folder, const std::string& year) {
  const double start = cpu_seconds();
  const Roster roster = Roster::load(folder);
  const Records records = Records::load(folder / year, roster);
  const Rulebook rules = Rulebook::national();
  print("load", records.size(), cpu_seconds() - start);

  std::size_t bytes = 0;
  for (const auto& kind : names<LedgerKind>()) {
    const double before = cpu_seconds();
    const Ledger drawn = ledger(kind.value, roster, records, rules,
                                {.extent = Everything{}, .period = parse_period(year)});
    bytes += to_markdown(drawn).size() + to_csv(drawn, true).size();
    print(kind.key, drawn.rows.size(), cpu_seconds() - before);
  }
  print("bytes", bytes, 0);
  print("peak", static_cast<std::size_t>(peak_mebibytes()), 0);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc != 3) throw std::invalid_argument("ledgers_benchmark <folder of the counties> <year>");
    measure(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE article: the county's annual report, every figure of it counted in the records
//
//   article [folder of the county] [folder for the report]     examples/yongshun and out by default
//
// SHOWS    load_figures(), count(), load_article(), to_markdown() in both languages
// FIRST    ledgers, which lists what is counted here
// NEXT     bulletin, which counts a nation; or change or remove a row in examples/yongshun/2017,
//          and read the report again

#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

void save(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out{file, std::ios::binary};
  out << text << std::flush;
  if (!out) throw std::invalid_argument(file.string() + ": cannot be written");
}

void tell(const std::filesystem::path& folder, const std::filesystem::path& out) {
  const Roster roster = Roster::load(folder);
  const Records records = Records::load(folder / "2017", roster);
  const Rulebook rules = Rulebook::national() + Rulebook::load(folder / "rules.toml");
  const Obligations owed =
      obligations(roster, rules, Calendar::load(folder / "calendar.toml"), parse_period("2017"));
  const std::vector<Figure> figures = load_figures(folder / "figures.toml");
  const Article article = load_article(folder / "article.toml", figures);

  std::vector<CountedFigure> counted;
  for (const Figure& figure : figures)
    counted.push_back(count(figure, roster, records, owed, Date{2017, 9, 30}));
  for (const Language language : {Language::zh, Language::en}) {
    const std::string file = "annual-report-2017." + std::string{key(language)} + ".md";
    save(out / file, to_markdown(article, counted, language));
    std::cout << counted.size() << " figures counted for " << file << '\n';
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

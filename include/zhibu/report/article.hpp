// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/report/figure.hpp"

namespace zhibu {

// A text in both languages.
struct BothLanguages {
  std::string zh;
  std::string en;
  friend bool operator==(const BothLanguages&, const BothLanguages&) = default;
};

// A sentence of a report. It names figures by their codes, "设党支部{SEED-05}个。"; where one of
// them counts nothing, `none` is said instead.
struct Sentence {
  BothLanguages text;
  BothLanguages none;
};

struct Section {
  BothLanguages title;
  std::vector<Sentence> sentences;  // one paragraph
};

// A report that is written from the data: what is said is fixed here, how many is counted.
struct Article {
  BothLanguages title;
  std::vector<Section> sections;
};

// Reads a TOML file: title and title_en, [[section]] rows with title and title_en, and under each
// [[section.sentence]] rows with zh, en, zh_none and en_none. Throws std::invalid_argument that
// names file, line, what was found and what would be accepted: also for a sentence that names a
// figure which is not among `figures`, or not the same ones in both languages.
ZHIBU_EXPORT Article load_article(const std::filesystem::path& file,
                                  std::span<const Figure> figures);

// The same for a text; `name` stands for the file in messages.
ZHIBU_EXPORT Article parse_article(std::string_view toml, std::string_view name,
                                   std::span<const Figure> figures);

// The report as Markdown, in one language. Each figure has a footnote that says which rows it
// counts. Throws std::invalid_argument where a figure that is named is not among `counted`.
ZHIBU_EXPORT std::string to_markdown(const Article& article, std::span<const CountedFigure> counted,
                                     Language language = Language::zh);

}  // namespace zhibu

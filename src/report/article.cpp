// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/article.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>

#include "file.hpp"
#include "quote.hpp"
#include "time/toml.hpp"

namespace zhibu {

namespace {

// A text in pieces: words, and between them the codes of figures in braces.
struct Piece {
  std::string_view text;
  bool is_figure = false;
};

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('{'), text.size());
    pieces.push_back({text.substr(0, open)});
    if (open == text.size()) break;
    const std::size_t close = text.find('}', open);
    if (close == std::string_view::npos)
      throw std::invalid_argument("a '{' without a '}' in " + quote(text) +
                                  "; accepted: the code of a figure in braces, as {SEED-05}");
    pieces.push_back({text.substr(open + 1, close - open - 1), true});
    text.remove_prefix(close + 1);
  }
  return pieces;
}

std::vector<std::string_view> figures_in(std::string_view text) {
  std::vector<std::string_view> codes;
  for (const Piece& piece : pieces_of(text))
    if (piece.is_figure) codes.push_back(piece.text);
  std::ranges::sort(codes);
  return codes;
}

// --- reading ---

void require_known(const Toml& text, std::span<const Figure> figures) {
  text.here([&] {
    std::vector<std::string_view> accepted;
    for (const Figure& figure : figures) accepted.push_back(figure.code);
    for (const std::string_view code : figures_in(text.text()))
      if (std::ranges::find(accepted, code) == accepted.end())
        throw_unknown("figure", code, accepted);
  });
}

BothLanguages both(const Toml& row, std::string_view zh, std::string_view en) {
  return {std::string{row[zh].text()}, std::string{row[en].text()}};
}

Sentence sentence(const Toml& row, std::span<const Figure> figures) {
  row.accept({"zh", "en", "zh_none", "en_none"});
  Sentence made{both(row, "zh", "en"), {}};
  for (const std::string_view key : {"zh", "en"}) require_known(row[key], figures);
  if (figures_in(made.text.zh) != figures_in(made.text.en))
    row["en"].fail("other figures than in zh; accepted: the same in both languages");
  if (!figures_in(made.text.zh).empty()) made.none = both(row, "zh_none", "en_none");
  return made;
}

Section section(const Toml& row, std::span<const Figure> figures) {
  row.accept({"title", "title_en", "sentence"});
  Section made{both(row, "title", "title_en"), {}};
  for (const Toml& found : row["sentence"].list())
    made.sentences.push_back(sentence(found, figures));
  return made;
}

// --- writing ---

const std::string& in(const BothLanguages& text, Language language) {
  return language == Language::zh ? text.zh : text.en;
}

class Writer {
 public:
  Writer(std::span<const CountedFigure> counted, Language language)
      : counted_{counted}, language_{language} {}

  std::string text(const Sentence& sentence) {
    const std::string& said = in(sentence.text, language_);
    for (const std::string_view code : figures_in(said))
      if (figure(code).rows.empty()) return in(sentence.none, language_);
    std::string written;
    for (const Piece& piece : pieces_of(said))
      written += piece.is_figure ? with_footnote(figure(piece.text)) : std::string{piece.text};
    return written;
  }

  std::string footnotes() const {
    std::string lines;
    for (const CountedFigure* figure : noted_)
      lines += "[^" + figure->code + "]: " + footnote(*figure, language_) + "\n";
    return lines;
  }

 private:
  const CountedFigure& figure(std::string_view code) const {
    const auto found = std::ranges::find(counted_, code, &CountedFigure::code);
    if (found == counted_.end())
      throw std::invalid_argument("the figure " + quote(code) +
                                  " was not counted; accepted: all that the sentences name");
    return *found;
  }

  std::string with_footnote(const CountedFigure& figure) {
    if (std::ranges::find(noted_, &figure) == noted_.end()) noted_.push_back(&figure);
    return to_string(figure, language_) + "[^" + figure.code + "]";
  }

  std::span<const CountedFigure> counted_;
  Language language_;
  std::vector<const CountedFigure*> noted_;
};

}  // namespace

Article parse_article(std::string_view toml, std::string_view name,
                      std::span<const Figure> figures) {
  const Toml file = parse_toml(toml, name);
  file.accept({"title", "title_en", "section"});
  Article article{both(file, "title", "title_en"), {}};
  for (const Toml& row : file["section"].list()) article.sections.push_back(section(row, figures));
  return article;
}

Article load_article(const std::filesystem::path& file, std::span<const Figure> figures) {
  return parse_article(read_file(file), file.string(), figures);
}

std::string to_markdown(const Article& article, std::span<const CountedFigure> counted,
                        Language language) {
  Writer writer{counted, language};
  std::string out = "# " + in(article.title, language) + "\n";
  for (const Section& section : article.sections) {
    out += "\n## " + in(section.title, language) + "\n\n";
    for (const Sentence& sentence : section.sentences) {
      const bool first = out.ends_with("\n");
      out += (first || language == Language::zh ? "" : " ") + writer.text(sentence);
    }
    out += "\n";
  }
  return out + "\n" + writer.footnotes();
}

}  // namespace zhibu

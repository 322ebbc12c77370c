// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "disk_file.hpp"
#include "file.hpp"
#include "regulation/rule_text.hpp"
#include "regulation/toml_text.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/regulation/rulebook_file.hpp"

namespace zhibu {
namespace {

// A line with dots in its texts written as \u002E: a reader refuses a line with very many, because
// each might be of a key (time/toml.cpp).
std::string with_dots_escaped(std::string_view line) {
  std::string escaped;
  bool in_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '"') in_text = !in_text;
    if (in_text && line[i] == '.')
      escaped += "\\u002E";
    else
      escaped += line[i];
    if (in_text && line[i] == '\\') escaped += line[++i];
  }
  return escaped;
}

void put_line(std::string& to, std::string_view key, std::string_view value, char between) {
  if (value.empty()) return;
  std::string line{key};
  line += between == '.' ? "." : " = ";
  line += value;
  constexpr std::ptrdiff_t many = 32;
  to += std::ranges::count(line, '.') < many ? line : with_dots_escaped(line);
  to += '\n';
}

// What a file calls a document is its title, which stands for one document only.
void put_document(std::string& to, const Document& document, bool listed) {
  const auto put = [&](std::string_view key, std::string_view value) {
    put_line(to, key, value, '=');
  };
  to += "[[document]]\n";
  put("key", toml(document.title));
  put("title", toml(document.title));
  put("title_en", document.title_en.empty() ? "" : toml(document.title_en));
  put("issued", document.issued ? toml(*document.issued) : "");
  put("layer", document.layer == Layer::unit ? "" : toml(document.layer));
  put("listed", listed ? "" : "false");
  to += '\n';
}

class RulebookWriter {
 public:
  explicit RulebookWriter(const Rulebook& rules) : rules_{&rules} {}

  std::string text() {
    for (const Document& document : rules_->documents()) put_document(text_, document, true);
    put_documents_cited();
    put_rows("provision", rules_->provisions());
    put_rows("requirement", rules_->requirements());
    put_rows("undecided", rules_->undecided());
    return text_.substr(0, text_.empty() ? 0 : text_.size() - 1);  // without the last empty line
  }

 private:
  const Document* listed(std::string_view title) const {
    const auto documents = rules_->documents();
    const auto found = std::ranges::find(documents, title, &Document::title);
    return found == documents.end() ? nullptr : &*found;
  }

  // Those that rows cite and the rulebook does not list.
  void put_documents_cited() {
    std::vector<std::string_view> put;
    const auto put_once = [&](const Citation& source) {
      if (listed(source.document) != nullptr) return;
      if (std::ranges::find(put, source.document) != put.end()) return;
      put_document(text_, {.title = source.document}, false);
      put.push_back(source.document);
    };
    for (const Provision& p : rules_->provisions()) {
      put_once(p.source);
      for (const Exemption& exemption : p.exemptions) put_once(exemption.source);
    }
    for (const Requirement& r : rules_->requirements()) put_once(r.source);
    for (const Undecided& u : rules_->undecided()) put_once(u.source);
  }

  template <class Rows>
  void put_rows(std::string_view table, const Rows& rows) {
    for (const auto& row : rows) {
      text_ += "[[" + std::string{table} + "]]\n";
      put_line(text_, "code", toml(row.code), '=');
      const Document* document = listed(row.source.document);
      const bool said = row.layer == (document == nullptr ? Layer::unit : document->layer);
      for (const auto& [key, value] : fields_of(row))
        if (key != "layer" || !said) put_line(text_, key, value, is_table(key) ? '.' : '=');
      text_ += '\n';
    }
  }

  static bool is_table(std::string_view key) {
    return key == "scope" || key == "cadence" || key == "demand";
  }

  const Rulebook* rules_;
  std::string text_;
};

template <class Row>
bool say_the_same(const Row& a, const Row& b) {
  return a.code == b.code && fields_of(a) == fields_of(b);
}

}  // namespace

std::string to_toml(const Rulebook& rulebook) { return RulebookWriter{rulebook}.text(); }

void write(const Rulebook& rulebook, const std::filesystem::path& file) try {
  NewFile to{file};
  to.append(to_toml(rulebook));
  to.commit();
} catch (const std::invalid_argument& fault) {
  throw std::invalid_argument(shown(file) + ": " + fault.what());
}

bool operator==(const Provision& a, const Provision& b) { return say_the_same(a, b); }
bool operator==(const Requirement& a, const Requirement& b) { return say_the_same(a, b); }
bool operator==(const Undecided& a, const Undecided& b) { return say_the_same(a, b); }
bool operator==(const Rulebook& a, const Rulebook& b) { return to_toml(a) == to_toml(b); }

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/code_set.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "cell.hpp"
#include "embedded.hpp"
#include "quote.hpp"
#include "table.hpp"

namespace zhibu {

namespace {

// --- meanings ---

std::string_view next_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

bool take(std::string_view& text, std::string_view word) {
  std::string_view rest = text;
  if (next_word(rest) != word) return false;
  text = rest;
  return true;
}

CodeMeaning unit_category(std::string_view text) {
  UnitCategory category;
  category.temporary = take(text, "temporary");
  category.joint = take(text, "joint");
  category.kind = parse<UnitKind>(text, "kind of unit");
  return category;
}

CodeMeaning parse_meaning(std::string_view text) {
  const std::string_view what = next_word(text);
  if (what == "unit") return unit_category(text);
  if (what == "post") return parse<PostKind>(text, "kind of post");
  if (what == "retirement") return parse<Retirement>(text, "retirement");
  if (what == "standing") return parse<PartyStanding>(text, "standing");
  if (what == "circumstance") return parse<CircumstanceKind>(text, "circumstance");
  constexpr std::array<std::string_view, 5> accepted{"unit", "post", "retirement", "standing",
                                                     "circumstance"};
  throw_unknown("sort of meaning", what, accepted);
}

// A meaning as people read it.
struct Label {
  std::string operator()(std::monostate) const { return ""; }
  std::string operator()(UnitCategory category) const { return to_string(category); }
  template <class E>
  std::string operator()(E value) const {
    return std::string{label(value)};
  }
};

// --- looking up ---

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// What stands after the code in "631 党支部", or "" where `text` is no code with something after
// it.
std::string_view label_after(std::string_view code, std::string_view text) {
  if (!text.starts_with(code)) return {};
  text.remove_prefix(code.size());
  const bool spaced = text.starts_with(' ');
  while (text.starts_with(' ')) text.remove_prefix(1);
  const bool goes_on = !text.empty() && is_ascii(text.front()) && !spaced;
  return goes_on ? std::string_view{} : text;
}

[[noreturn]] void throw_no_row(const CodeSet& set, std::string_view text) {
  const bool is_code = !text.empty() && is_ascii(text.front());
  std::vector<std::string_view> accepted;
  for (const CodeRow& row : set.rows()) accepted.push_back(is_code ? row.code : row.label);
  throw_unknown((is_code ? "code of the set " : "label of the set ") + quote(set.name()), text,
                accepted);
}

}  // namespace

// --- reading ---

// Takes the rows of a table into sets, with a fault for each that does not fit.
class CodeSetReader {
 public:
  static void add(const Row& row, CodeSet& set) {
    CodeRow read{std::string{row.required("code")}, std::string{row.required("label")}, {}};
    read.meaning = row.read("meaning", parse_meaning).value_or(CodeMeaning{});
    row.attempt([&] { require_new(read, set); });
    set.rows_.push_back(std::move(read));
  }

  static CodeSet named(std::string_view name) {
    if (name.empty() || name.find_first_of(": ") != std::string_view::npos)
      throw std::invalid_argument("not a name of a code set: " + quote(name) +
                                  "; accepted: a word without colon, as national");
    CodeSet set;
    set.name_ = name;
    return set;
  }

  static CodeSet read(const Table& table, std::string_view name) {
    CodeSet set = named(name);
    for (const Row& row : table) add(row, set);
    return set;
  }

 private:
  static void require_new(const CodeRow& read, const CodeSet& set) {
    if (read.code.find_first_of(": ") != std::string::npos)
      throw std::invalid_argument("not a code: " + quote(read.code) +
                                  "; accepted: a text without colon and space, as 631");
    for (const CodeRow& row : set.rows_) {
      if (row.code == read.code)
        throw std::invalid_argument("a second row with the code " + quote(read.code) +
                                    "; accepted: a code that no other has");
      if (row.label == read.label)
        throw std::invalid_argument("a second row with the label " + quote(read.label) +
                                    "; accepted: a label that no other has");
    }
  }
};

namespace {

constexpr Column own_columns[] = {{"code", true}, {"label", true}, {"meaning"}, {"source"}};

std::vector<CodeSet> read_built_in() {
  constexpr Column columns[] = {
      {"set", true}, {"code", true}, {"label", true}, {"meaning", true}, {"source", true}};
  Faults faults;
  std::vector<CodeSet> sets;
  for (const Row& row :
       Table{"src/organization/code_sets.csv", embedded::code_sets, columns, faults}) {
    const std::string_view name = row.required("set");
    if (sets.empty() || sets.back().name() != name) sets.push_back(CodeSetReader::named(name));
    row.required("source");
    CodeSetReader::add(row, sets.back());
  }
  faults.throw_if_any();
  return sets;
}

const std::vector<CodeSet>& built_in() {
  static const std::vector<CodeSet> sets = read_built_in();
  return sets;
}

// The sets that have `code`, as "national:631, group-641:631".
std::string sets_with(std::string_view code) {
  std::string found;
  for (const CodeSet& set : built_in())
    for (const CodeRow& row : set.rows())
      if (row.code == code) found += (found.empty() ? "" : ", ") + set.qualified(code);
  return found;
}

}  // namespace

UnitCategory category(const Unit& unit) { return {unit.kind, unit.temporary, unit.joint}; }

std::string to_string(UnitCategory category) {
  return std::string{category.temporary ? "临时" : ""} + (category.joint ? "联合" : "") +
         std::string{label(category.kind)};
}

CodeSet CodeSet::load(const std::filesystem::path& file, std::string_view name) {
  Faults faults;
  CodeSet set = CodeSetReader::read(Table{file, own_columns, faults}, name);
  faults.throw_if_any();
  return set;
}

CodeSet CodeSet::parse(std::string_view csv, std::string_view name) {
  Faults faults;
  CodeSet set = CodeSetReader::read(Table{std::string{name}, csv, own_columns, faults}, name);
  faults.throw_if_any();
  return set;
}

const CodeRow& CodeSet::row(std::string_view text) const {
  const std::size_t colon = text.find(':');
  if (colon != std::string_view::npos && text.substr(0, colon) != name_)
    throw std::invalid_argument("a code of another set: " + quote(text) +
                                "; accepted: codes of the set " + quote(name_));
  const std::string_view named = colon == std::string_view::npos ? text : text.substr(colon + 1);
  for (const CodeRow& row : rows_)
    if (row.code == named || row.label == named) return row;
  for (const CodeRow& row : rows_) {
    const std::string_view label = label_after(row.code, named);
    if (label == row.label) return row;
    if (!label.empty())
      throw std::invalid_argument("code and label do not go together: " + quote(text) +
                                  "; in the set " + quote(name_) + " it is " + row.code + " " +
                                  row.label);
  }
  throw_no_row(*this, named);
}

std::optional<CodeRow> CodeSet::find(const CodeMeaning& meaning) const {
  if (std::holds_alternative<std::monostate>(meaning)) return std::nullopt;
  const auto found = std::ranges::find(rows_, meaning, &CodeRow::meaning);
  return found == rows_.end() ? std::nullopt : std::optional{*found};
}

std::string CodeSet::code(const CodeMeaning& meaning) const {
  if (const auto row = find(meaning)) return row->code;
  std::string accepted;
  for (const CodeRow& row : rows_) accepted += (accepted.empty() ? "" : ", ") + row.label;
  throw std::invalid_argument("no code in the set " + quote(name_) + " for " +
                              quote(std::visit(Label{}, meaning)) + "; accepted: " + accepted);
}

std::string CodeSet::code(const Unit& unit) const { return code(CodeMeaning{category(unit)}); }

std::vector<std::string> code_set_names() {
  std::vector<std::string> names;
  for (const CodeSet& set : built_in()) names.push_back(set.name());
  return names;
}

CodeSet code_set(std::string_view name) {
  std::vector<std::string_view> accepted;
  for (const CodeSet& set : built_in()) {
    if (set.name() == name) return set;
    accepted.push_back(set.name());
  }
  throw_unknown("code set", name, accepted);
}

CodeRow code_row(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  if (colon != std::string_view::npos) return code_set(qualified.substr(0, colon)).row(qualified);
  const std::string known = sets_with(qualified);
  throw std::invalid_argument("a code without its set: " + quote(qualified) + "; accepted: " +
                              (known.empty() ? "set and code, as national:631" : known));
}

}  // namespace zhibu

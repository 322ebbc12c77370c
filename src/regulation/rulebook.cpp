// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rulebook.hpp"

#include <algorithm>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "embedded.hpp"
#include "regulation/layers.hpp"
#include "regulation/sound_rows.hpp"

namespace zhibu {
namespace {

void require_sound(const Provision& p) {
  zhibu::require_sound(p.scope);
  zhibu::require_sound(p.cadence);
  const bool from_a_post = milestone_of(p.cadence) == Milestone::took_post;
  require(!from_a_post || std::holds_alternative<HoldersOf>(p.scope),
          "found a cadence that counts from took_post with another scope; accepted: holders_of");
  require_sound_dates_and_quote(p.in_force_from, p.in_force_until, p.quote, p.confidence);
}

// The row of a table with that code, or null; and where the code stands among all codes, or would.
template <class Table>
auto place_of(const Table& table, std::string_view code) {
  return std::ranges::lower_bound(table.by_code, code, {},
                                  [&](std::uint32_t row) { return table.rows[row].code; });
}
template <class Table>
auto find(const Table& table, std::string_view code) {
  const auto place = place_of(table, code);
  const bool found = place != table.by_code.end() && table.rows[*place].code == code;
  return found ? &table.rows[*place] : nullptr;
}

// The row with that handle, or that code.
template <class Table, class Id>
const auto& found(const Table& table, Id id, const char* what) {
  if (id.index < table.rows.size()) return table.rows[id.index];
  throw std::invalid_argument{std::string{"no such "} + what + ": number " +
                              std::to_string(id.index) + "; accepted: fewer than " +
                              std::to_string(table.rows.size())};
}
template <class Table>
const auto& found(const Table& table, std::string_view code, const char* what) {
  if (const auto* const row = find(table, code)) return *row;
  std::vector<std::string_view> codes;
  for (const auto& row : table.rows) codes.push_back(row.code);
  throw_unknown(what, code, codes);
}

// Throws where the table has that code.
template <class Table>
void require_free(const Table& table, std::string_view code) {
  if (const auto* const row = find(table, code))
    throw std::invalid_argument{"the code is taken, by '" + std::string{row->name} +
                                "'; accepted: a code of its own"};
}

// Does `step`; what that throws is said to be of the row.
template <class Row, class Step>
void of(const Row& row, const char* what, Step step) try {
  require(!row.code.empty(), "found no code; accepted: a code of its own");
  step();
} catch (const std::invalid_argument& e) {
  throw std::invalid_argument{std::string{what} + " '" + std::string{row.code} + "', '" +
                              std::string{row.name} + "': " + e.what()};
}

// Calls `f` with every text of a row.
template <class F>
void each_text(Citation& source, F f) {
  f(source.document);
  f(source.article);
}
template <class F>
void each_text(Document& document, F f) {
  f(document.title);
  f(document.title_en);
}
template <class Row, class F>
void each_text(Row& row, F f) {
  for (std::string_view* text : {&row.code, &row.name, &row.name_en, &row.quote}) f(*text);
  each_text(row.source, f);
  if constexpr (std::is_same_v<Row, Provision>) {
    f(row.settles);
    for (Exemption& exemption : row.exemptions) {
      f(exemption.rule);
      each_text(exemption.source, f);
    }
  }
  if constexpr (std::is_same_v<Row, Undecided>) {
    f(row.because);
    f(row.because_en);
  }
}

// Copies the texts of a row to the end of `block`, which has room for them.
template <class Row>
void move_texts(Row& row, std::string& block) {
  each_text(row, [&](std::string_view& text) {
    const std::size_t at = block.size();
    block += text;
    text = std::string_view{block}.substr(at);
  });
}

template <class Row>
bool is_in_force(const Row& row, Date day) {
  return row.in_force_from <= day && (!row.in_force_until || day < *row.in_force_until);
}

Rulebook in_force_on(const Rulebook& rules, Date day) {
  Rulebook some;
  const auto add = [&](const auto& rows) {
    for (const auto& row : rows)
      if (is_in_force(row, day)) some.add(row);
  };
  add(rules.provisions());
  add(rules.requirements());
  add(rules.undecided());
  for (const Document& document : rules.documents())
    if (!document.issued || *document.issued <= day) some.add(document);
  return some;
}

}  // namespace

Rulebook::Rulebook(const Rulebook& other)
    : provisions_{other.provisions_},
      requirements_{other.requirements_},
      undecided_{other.undecided_},
      documents_{other.documents_} {
  std::size_t size = 0;
  for (const std::string& texts : other.texts_) size += texts.size();
  std::string& block = texts_.emplace_back();
  block.reserve(size);
  for (Provision& provision : provisions_.rows) move_texts(provision, block);
  for (Requirement& requirement : requirements_.rows) move_texts(requirement, block);
  for (Undecided& undecided : undecided_.rows) move_texts(undecided, block);
  for (Document& document : documents_) move_texts(document, block);
}

Rulebook& Rulebook::operator=(const Rulebook& other) { return *this = Rulebook{other}; }

Rulebook Rulebook::national(std::optional<Date> as_of) {
  const Rulebook all = parse(embedded::national_rulebook, "src/regulation/national.toml") +
                       parse(embedded::national_structure, "src/regulation/structure.toml") +
                       parse(embedded::national_dues, "src/regulation/dues.toml") +
                       parse(embedded::national_undecided, "src/regulation/undecided.toml");
  return as_of ? in_force_on(all, *as_of) : all;
}

void Rulebook::add(const Document& document) {
  require(!document.title.empty(), "document: found no title; accepted: its title");
  if (std::ranges::find(documents_, document.title, &Document::title) != documents_.end()) return;
  Document kept = document;
  std::string& block = texts_.emplace_back();
  block.reserve(document.title.size() + document.title_en.size());
  move_texts(kept, block);
  documents_.push_back(kept);
}

template <class Row>
auto Rulebook::keep(Table<Row>& table, const Row& row) {
  Row kept = row;
  kept.id.index = static_cast<std::uint32_t>(table.rows.size());
  std::size_t size = 0;
  each_text(kept, [&](std::string_view text) { size += text.size(); });
  std::string& block = texts_.emplace_back();
  block.reserve(size);
  move_texts(kept, block);
  table.by_code.insert(place_of(table, row.code), kept.id.index);
  table.rows.push_back(std::move(kept));
  return table.rows.back().id;
}

ProvisionId Rulebook::add(const Provision& provision) {
  of(provision, "provision", [&] {
    require_free(provisions_, provision.code);
    require_free(undecided_, provision.code);
    require_sound(provision);
    require_no_looser(provision, provisions_.rows);
  });
  return keep(provisions_, provision);
}

RequirementId Rulebook::add(const Requirement& requirement) {
  of(requirement, "requirement", [&] {
    require_free(requirements_, requirement.code);
    require_free(undecided_, requirement.code);
    zhibu::require_sound(requirement);
    require_no_looser(requirement, requirements_.rows);
  });
  return keep(requirements_, requirement);
}

UndecidedId Rulebook::add(const Undecided& undecided) {
  of(undecided, "undecided", [&] {
    require_free(undecided_, undecided.code);
    require_free(provisions_, undecided.code);
    require_free(requirements_, undecided.code);
    zhibu::require_sound(undecided);
  });
  return keep(undecided_, undecided);
}

Rows<Rulebook, ProvisionId, const Provision&> Rulebook::provisions() const& {
  return {*this, provisions_.rows.size()};
}

Rows<Rulebook, RequirementId, const Requirement&> Rulebook::requirements() const& {
  return {*this, requirements_.rows.size()};
}

Rows<Rulebook, UndecidedId, const Undecided&> Rulebook::undecided() const& {
  return {*this, undecided_.rows.size()};
}

const Provision& Rulebook::operator[](ProvisionId id) const {
  return found(provisions_, id, "provision");
}

const Requirement& Rulebook::operator[](RequirementId id) const {
  return found(requirements_, id, "requirement");
}

const Undecided& Rulebook::operator[](UndecidedId id) const {
  return found(undecided_, id, "undecided rule");
}

const Provision& Rulebook::provision(std::string_view code) const {
  return found(provisions_, code, "provision");
}

const Requirement& Rulebook::requirement(std::string_view code) const {
  return found(requirements_, code, "requirement");
}

const Undecided& Rulebook::undecided(std::string_view code) const {
  return found(undecided_, code, "undecided rule");
}

Rulebook operator+(const Rulebook& a, const Rulebook& b) {
  Rulebook sum = a;
  for (const Provision& provision : b.provisions()) sum.add(provision);
  for (const Requirement& requirement : b.requirements()) sum.add(requirement);
  for (const Undecided& undecided : b.undecided()) sum.add(undecided);
  for (const Document& document : b.documents()) sum.add(document);
  return sum;
}

}  // namespace zhibu

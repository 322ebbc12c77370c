// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rulebook.hpp"

#include <stdexcept>
#include <utility>

#include "embedded.hpp"

namespace zhibu {
namespace {

void require(bool holds, const char* found_and_accepted) {
  if (!holds) throw std::invalid_argument{found_and_accepted};
}

// Only holders of posts have taken one.
bool counts_from_taking_a_post(const Cadence& cadence) {
  const auto of = [](const auto& c) {
    using C = std::remove_cvref_t<decltype(c)>;
    if constexpr (std::is_same_v<C, OnAnniversary>) return c.of == Milestone::took_post;
    if constexpr (std::is_same_v<C, Deadline>) return c.after == Milestone::took_post;
    if constexpr (std::is_same_v<C, EveryMonthsSince>) return c.since == Milestone::took_post;
    return false;
  };
  return std::visit(of, cadence);
}

void require_sound(const Provision& p) {
  zhibu::require_sound(p.scope);
  zhibu::require_sound(p.cadence);
  require(!counts_from_taking_a_post(p.cadence) || std::holds_alternative<HoldersOf>(p.scope),
          "found a cadence that counts from took_post with another scope; accepted: holders_of");
  if (p.in_force_until && *p.in_force_until <= p.in_force_from)
    throw std::invalid_argument{"found in force from " + to_string(p.in_force_from) + " until " +
                                to_string(*p.in_force_until) + "; accepted: a later end"};
  require(
      p.quote.empty() || p.confidence == Confidence::verified || p.confidence == Confidence::local,
      "found the quote of a clause that was not read; accepted: a quote where the confidence "
      "is verified or local");
}

// Throws std::invalid_argument where `row` has no code of its own among `rows`, or is not sound.
template <class Row>
void require_new(const std::vector<Row>& rows, const Row& row, const char* what) try {
  require(!row.code.empty(), "found no code; accepted: a code of its own");
  for (const Row& other : rows)
    if (other.code == row.code)
      throw std::invalid_argument{"the code is taken, by '" + std::string{other.name} +
                                  "'; accepted: a code of its own"};
  require_sound(row);
} catch (const std::invalid_argument& e) {
  throw std::invalid_argument{std::string{what} + " '" + std::string{row.code} + "', '" +
                              std::string{row.name} + "': " + e.what()};
}

// The row with that handle, or that code.
template <class Row, class Id>
const Row& found(const std::vector<Row>& rows, Id id, const char* what) {
  if (id.index < rows.size()) return rows[id.index];
  throw std::invalid_argument{std::string{"no such "} + what + ": number " +
                              std::to_string(id.index) + "; accepted: fewer than " +
                              std::to_string(rows.size())};
}
template <class Row>
const Row& found(const std::vector<Row>& rows, std::string_view code, const char* what) {
  std::vector<std::string_view> codes;
  for (const Row& row : rows) {
    if (row.code == code) return row;
    codes.push_back(row.code);
  }
  throw_unknown(what, code, codes);
}

}  // namespace

Rulebook::Rulebook(const Rulebook& other) {
  for (const Provision& provision : other.provisions_) add(provision);
  for (const Requirement& requirement : other.requirements_) add(requirement);
}

Rulebook& Rulebook::operator=(const Rulebook& other) { return *this = Rulebook{other}; }

Rulebook Rulebook::national() {
  return parse(embedded::national_rulebook, "src/regulation/national.toml") +
         parse(embedded::national_structure, "src/regulation/structure.toml");
}

std::string_view Rulebook::keep(std::string_view text) {
  return text.empty() ? std::string_view{} : texts_.emplace_back(text);
}

Citation Rulebook::keep(const Citation& source) {
  return {keep(source.document), keep(source.article), source.article_verified};
}

ProvisionId Rulebook::add(const Provision& provision) {
  require_new(provisions_, provision, "provision");
  Provision kept = provision;
  kept.id = ProvisionId{static_cast<std::uint32_t>(provisions_.size())};
  kept.code = keep(provision.code);
  kept.name = keep(provision.name);
  kept.name_en = keep(provision.name_en);
  kept.settles = keep(provision.settles);
  kept.source = keep(provision.source);
  kept.quote = keep(provision.quote);
  for (Exemption& exemption : kept.exemptions)
    exemption = {exemption.when, keep(exemption.rule), keep(exemption.source)};
  provisions_.push_back(std::move(kept));
  return provisions_.back().id;
}

RequirementId Rulebook::add(const Requirement& requirement) {
  require_new(requirements_, requirement, "requirement");
  Requirement kept = requirement;
  kept.id = RequirementId{static_cast<std::uint32_t>(requirements_.size())};
  kept.code = keep(requirement.code);
  kept.name = keep(requirement.name);
  kept.name_en = keep(requirement.name_en);
  kept.source = keep(requirement.source);
  kept.quote = keep(requirement.quote);
  requirements_.push_back(std::move(kept));
  return requirements_.back().id;
}

Rows<Rulebook, ProvisionId, const Provision&> Rulebook::provisions() const& {
  return {*this, provisions_.size()};
}

Rows<Rulebook, RequirementId, const Requirement&> Rulebook::requirements() const& {
  return {*this, requirements_.size()};
}

const Provision& Rulebook::operator[](ProvisionId id) const {
  return found(provisions_, id, "provision");
}

const Requirement& Rulebook::operator[](RequirementId id) const {
  return found(requirements_, id, "requirement");
}

const Provision& Rulebook::provision(std::string_view code) const {
  return found(provisions_, code, "provision");
}

const Requirement& Rulebook::requirement(std::string_view code) const {
  return found(requirements_, code, "requirement");
}

Rulebook operator+(const Rulebook& a, const Rulebook& b) {
  Rulebook sum = a;
  for (const Provision& provision : b.provisions()) sum.add(provision);
  for (const Requirement& requirement : b.requirements()) sum.add(requirement);
  return sum;
}

}  // namespace zhibu

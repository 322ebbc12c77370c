// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rulebook.hpp"

#include <stdexcept>
#include <utility>

#include "embedded.hpp"
#include "zhibu/time/festival.hpp"

namespace zhibu {
namespace {

void require(bool holds, const char* found_and_accepted) {
  if (!holds) throw std::invalid_argument{found_and_accepted};
}

void check(const EveryUnit& scope) {
  require(!scope.kinds.empty(), "scope: found no kinds of unit; accepted: one or more");
}
void check(const TheseUnits& scope) {
  require(!scope.codes.empty(), "scope: found no codes of units; accepted: one or more");
}
void check(const LeadsOfClusters&) {}
void check(const HoldersOf& scope) {
  std::visit([](const auto& units) { check(units); }, scope.units);
}
void check(const EveryPerson&) {}

void check(const AtLeast& cadence) {
  require(cadence.times >= 1, "cadence: found fewer than 1 time; accepted: 1 or more");
  if (!cadence.preferred_months) return;
  const auto [first, last] = *cadence.preferred_months;
  require(1 <= first && first <= last && last <= 12,
          "cadence: found preferred months that are none; accepted: first and last, from 1 to 12");
}
void check(const OnDays& cadence) {
  require(cadence.shift.max_days >= 0,
          "cadence: found a shift of fewer than 0 days; accepted: 0 or more");
}
void check(const AtFestivals& cadence) {
  require(!cadence.festivals.empty(), "cadence: found no festivals; accepted: one or more");
  require(cadence.days_before >= 0 && cadence.days_after >= 0,
          "cadence: found fewer than 0 days about a festival; accepted: 0 or more");
  // Any year of the lunar table will do: only the name is in question.
  for (const std::string& name : cadence.festivals) festival(2000, name);
}
void check(const OnAdmissionAnniversary&) {}
void check(const Funding& cadence) {
  require(0 <= cadence.least_fen && cadence.least_fen <= cadence.most_fen && cadence.most_fen > 0,
          "cadence: found no amounts of money; accepted: 0 <= least <= most, most > 0");
}
void check(const AtTermEnd& cadence) {
  require(cadence.years >= 1, "cadence: found a term of fewer than 1 year; accepted: 1 or more");
  require(cadence.reminder_months >= 0,
          "cadence: found a reminder of fewer than 0 months; accepted: 0 or more");
}
void check(const OnSchedule& cadence) { check(cadence.suggested); }

void require_sound(const Provision& p) {
  std::visit([](const auto& scope) { check(scope); }, p.scope);
  std::visit([](const auto& cadence) { check(cadence); }, p.cadence);
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

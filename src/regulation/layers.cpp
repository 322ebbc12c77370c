// SPDX-License-Identifier: BSL-1.0

#include "regulation/layers.hpp"

#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "zhibu/regulation/strictness.hpp"

namespace zhibu {
namespace {

template <class Row>
bool are_in_force_together(const Row& a, const Row& b) {
  return (!a.in_force_until || b.in_force_from < *a.in_force_until) &&
         (!b.in_force_until || a.in_force_from < *b.in_force_until);
}

// Whom a row binds, without those whom it exempts where its scope can say so.
Scope bound_by(const Provision& provision) {
  Scope scope = provision.scope;
  EveryUnit* const units = std::get_if<EveryUnit>(&scope);
  if (units == nullptr) return scope;
  const bool only_branches = units->kinds == std::vector{UnitKind::branch};
  for (const Exemption& exemption : provision.exemptions) {
    const bool temporary = exemption.when == Condition::temporary;
    if (!temporary && !only_branches) continue;
    std::optional<bool>& flag = temporary ? units->temporary : units->has_committee;
    if (flag.value_or(!temporary) == temporary) units->kinds.clear();
    flag = !temporary;
  }
  return scope;
}
Scope bound_by(const Requirement& requirement) {
  return std::visit([](const auto& scope) { return Scope{scope}; }, requirement.scope);
}

bool is_met_by(const Provision& a, const Provision& b) { return implies(b.cadence, a.cadence); }
bool is_met_by(const Requirement& a, const Requirement& b) { return implies(b.demand, a.demand); }

bool are_alike(const Provision& a, const Provision& b) { return a.activity == b.activity; }
bool are_alike(const Requirement& a, const Requirement& b) {
  return a.demand.index() == b.demand.index();
}

// Whether whoever does as the upper row says has done as the lower one says, and not the other way
// round.
template <class Row>
bool is_looser(const Row& lower, const Row& upper) {
  const auto covers = [](const Row& a, const Row& b) {
    return is_as_strong(a.force, b.force) && is_met_by(b, a);
  };
  return covers(upper, lower) && !covers(lower, upper);
}

template <class Row>
std::string named(const Row& row) {
  return "'" + std::string{row.code} + "', '" + std::string{row.name} + "' (" +
         std::string{key(row.layer)} + ", " + to_string(row.source) + ")";
}

template <class Row>
void compare(const Row& added, std::span<const Row> others) {
  for (const Row& other : others) {
    if (other.layer == added.layer || !are_alike(other, added)) continue;
    const Row& upper = added.layer < other.layer ? added : other;
    const Row& lower = added.layer < other.layer ? other : added;
    if (are_in_force_together(upper, lower) && is_looser(lower, upper) &&
        overlaps(bound_by(upper), bound_by(lower)))
      throw std::invalid_argument{"found " + named(lower) + ", looser than " + named(upper) +
                                  ", for the same bearers at the same time; accepted: an equal or "
                                  "a stricter one in the lower layer"};
  }
}

}  // namespace

void require_no_looser(const Provision& added, std::span<const Provision> others) {
  compare(added, others);
}

void require_no_looser(const Requirement& added, std::span<const Requirement> others) {
  compare(added, others);
}

}  // namespace zhibu

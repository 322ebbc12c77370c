// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/scope.hpp"

#include <algorithm>
#include <stdexcept>

namespace zhibu {
namespace {

// Whether `value` is one of these; of none at all, anything is.
template <class T>
bool is_among(const std::vector<T>& accepted, T value) {
  return accepted.empty() || std::ranges::find(accepted, value) != accepted.end();
}

bool is_as(std::optional<bool> demanded, bool is) { return demanded.value_or(is) == is; }

bool has_groups(const Unit& unit, const Roster& roster, Date day) {
  return std::ranges::any_of(roster.children(unit.id, day), [&](UnitId child) {
    return roster.at(child, day)->kind == UnitKind::group;
  });
}

bool is_in_one_of(const std::vector<CircumstanceKind>& circumstances, const Person& person,
                  const Roster& roster, Date day) {
  return std::ranges::any_of(roster.of<Circumstance>(person.id), [&](const Circumstance& c) {
    return c.period.contains(day) && is_among(circumstances, c.kind);
  });
}

void require(bool holds, const char* found_and_accepted) {
  if (!holds) throw std::invalid_argument{found_and_accepted};
}

void check(const EveryUnit& scope) {
  require(!scope.kinds.empty(), "scope: found no kinds of unit; accepted: one or more");
}
void check(const TheseUnits& scope) {
  require(!scope.codes.empty(), "scope: found no codes of units; accepted: one or more");
}
void check(const HoldersOf& scope) {
  std::visit([](const auto& units) { check(units); }, scope.units);
}
void check(const LeadsOfClusters&) {}
void check(const EveryPerson&) {}

}  // namespace

bool fits(const EveryUnit& scope, const Unit& unit) {
  const bool by_kind = unit.kind == UnitKind::committee || unit.kind == UnitKind::general_branch;
  return !scope.kinds.empty() && is_among(scope.kinds, unit.kind) &&
         is_among(scope.fields, unit.field) && is_as(scope.temporary, unit.temporary) &&
         is_as(scope.joint, unit.joint) && is_as(scope.mobile, unit.mobile) &&
         is_as(scope.retired_cadres, unit.retired_cadres) &&
         is_as(scope.has_committee, unit.has_committee || by_kind);
}

bool fits(const EveryUnit& scope, const Unit& unit, const Roster& roster, Date day) {
  return fits(scope, unit) &&
         (!scope.has_groups || *scope.has_groups == has_groups(unit, roster, day));
}

bool fits(const EveryPerson& scope, const Person& person, const Roster& roster, Date day) {
  return is_as(scope.member, is_member_on(person, day)) &&
         is_among(scope.retirement, retirement_on(person, day)) &&
         is_among(scope.standing, standing_on(person, day)) &&
         is_as(scope.needs_home_visits, person.needs_home_visits) &&
         (scope.circumstances.empty() || is_in_one_of(scope.circumstances, person, roster, day));
}

void require_sound(const Scope& scope) {
  std::visit([](const auto& one) { check(one); }, scope);
}

}  // namespace zhibu

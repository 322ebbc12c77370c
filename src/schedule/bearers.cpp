// SPDX-License-Identifier: BSL-1.0

#include "schedule/bearers.hpp"

#include <algorithm>
#include <string>
#include <variant>

namespace zhibu {
namespace {

bool holds(Condition condition, const Unit& unit) {
  switch (condition) {
    case Condition::without_committee:
      return !unit.has_committee;
    case Condition::temporary:
      return unit.temporary;
  }
  return false;
}

bool is_one(const EveryUnit& scope, const Unit& unit) {
  return std::ranges::find(scope.kinds, unit.kind) != scope.kinds.end() &&
         scope.temporary.value_or(unit.temporary) == unit.temporary &&
         scope.retired_cadres.value_or(unit.retired_cadres) == unit.retired_cadres;
}

// Adds what `unit` owes while `standing` lasts.
void add(std::vector<Owing>& all, const Provision& provision, const Windows& windows,
         const Unit& unit, Period standing) {
  const std::optional<std::size_t> exemption = exemption_of(provision, unit);
  for (const Window& window : windows.of(unit, exemption.has_value()))
    if (unit.standing.contains(window.period) && standing.contains(window.period))
      all.push_back({unit.id, window, {}, exemption});
}

template <class UnitScope>
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const UnitScope& scope) {
  std::vector<Owing> all;
  for (const Unit& unit : units_of(roster, scope))
    add(all, provision, windows, unit, unit.standing);
  return all;
}

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const LeadsOfClusters&) {
  std::vector<Owing> all;
  for (const Cluster& cluster : roster.clusters())
    add(all, provision, windows, roster[cluster.lead], cluster.standing);
  return all;
}

}  // namespace

std::vector<Owing> bearers(const Roster& roster, const Provision& provision,
                           const Windows& windows) {
  return std::visit([&](const auto& scope) { return owing(roster, provision, windows, scope); },
                    provision.scope);
}

std::vector<Unit> units_of(const Roster& roster, const EveryUnit& scope) {
  std::vector<Unit> units;
  for (const Unit& unit : roster.units())
    if (is_one(scope, unit)) units.push_back(unit);
  return units;
}

std::vector<Unit> units_of(const Roster& roster, const TheseUnits& scope) {
  std::vector<Unit> units;
  for (const std::string& code : scope.codes) units.push_back(roster.unit(code));
  std::ranges::sort(units, {}, &Unit::id);
  const auto same = [](const Unit& a, const Unit& b) { return a.id == b.id; };
  units.erase(std::unique(units.begin(), units.end(), same), units.end());
  return units;
}

std::optional<std::size_t> exemption_of(const Provision& provision, const Unit& unit) {
  for (std::size_t i = 0; i < provision.exemptions.size(); ++i)
    if (holds(provision.exemptions[i].when, unit)) return i;
  return {};
}

}  // namespace zhibu

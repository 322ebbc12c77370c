// SPDX-License-Identifier: BSL-1.0

#include "schedule/bearers.hpp"

#include <algorithm>
#include <string>
#include <utility>
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

// A unit as it stood at the beginning and at the end of a window, if it stood throughout.
std::optional<std::pair<Unit, Unit>> throughout(const Timeline<Unit>& history, Period window) {
  const std::optional<Unit> first = history.at(window.begin);
  const std::optional<Unit> last = history.at(window.last());
  if (!first || !last) return {};
  return std::pair{*first, *last};
}

// Whoever is exempted at one end of the window is not bound for all of it.
std::optional<std::size_t> exemption_of(const Provision& provision,
                                        const std::pair<Unit, Unit>& ends) {
  const std::optional<std::size_t> first = exemption_of(provision, ends.first);
  return first ? first : exemption_of(provision, ends.second);
}

template <class UnitScope>
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const UnitScope& scope) {
  std::vector<Owing> all;
  for (const UnitId id : units_of(roster, scope)) {
    const Timeline<Unit> history = roster.history(id);
    const bool exempted = exemption_of(provision, history.history().back().value).has_value();
    for (const Window& window : windows.of(roster, id, exempted)) {
      const auto ends = throughout(history, window.period);
      if (ends && means(scope, ends->first) && means(scope, ends->second))
        all.push_back({id, window, {}, exemption_of(provision, *ends)});
    }
  }
  return all;
}

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const LeadsOfClusters&) {
  std::vector<Owing> all;
  for (const Cluster& cluster : roster.clusters()) {
    const Timeline<Cluster> history = roster.history(cluster.id);
    for (const Window& window : windows.common()) {
      const std::optional<Cluster> first = history.at(window.period.begin);
      const std::optional<Cluster> last = history.at(window.period.last());
      if (!first || !last || first->lead != last->lead) continue;
      if (const auto ends = throughout(roster.history(first->lead), window.period))
        all.push_back({first->lead, window, {}, exemption_of(provision, *ends)});
    }
  }
  return all;
}

}  // namespace

std::vector<Owing> bearers(const Roster& roster, const Provision& provision,
                           const Windows& windows) {
  return std::visit([&](const auto& scope) { return owing(roster, provision, windows, scope); },
                    provision.scope);
}

bool means(const EveryUnit& scope, const Unit& unit) { return fits(scope, unit); }

bool means(const TheseUnits&, const Unit&) { return true; }

std::vector<UnitId> units_of(const Roster& roster, const EveryUnit& scope) {
  std::vector<UnitId> units;
  for (const Unit& unit : roster.units()) {
    const Timeline<Unit> history = roster.history(unit.id);
    const auto meant = [&](const auto& entry) { return means(scope, entry.value); };
    if (std::ranges::any_of(history.history(), meant)) units.push_back(unit.id);
  }
  return units;
}

std::vector<UnitId> units_of(const Roster& roster, const TheseUnits& scope) {
  std::vector<UnitId> units;
  for (const std::string& code : scope.codes) units.push_back(roster.unit(code).id);
  std::ranges::sort(units);
  units.erase(std::unique(units.begin(), units.end()), units.end());
  return units;
}

std::optional<std::size_t> exemption_of(const Provision& provision, const Unit& unit) {
  for (std::size_t i = 0; i < provision.exemptions.size(); ++i)
    if (holds(provision.exemptions[i].when, unit)) return i;
  return {};
}

}  // namespace zhibu

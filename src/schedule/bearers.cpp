// SPDX-License-Identifier: BSL-1.0

#include "schedule/bearers.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>

namespace zhibu {
namespace {

std::optional<std::size_t> exemption_of(const Provision& provision, const Unit& unit) {
  for (std::size_t i = 0; i < provision.exemptions.size(); ++i)
    if (holds(provision.exemptions[i].when, unit)) return i;
  return {};
}

// The units that ever stood under another as Party groups, and when.
std::multimap<UnitId, Period> groups_by_parent(const Roster& roster, Steps& steps) {
  std::multimap<UnitId, Period> found;
  for (const Unit& unit : roster.units()) {
    const Timeline<Unit> history = roster.history(unit.id);
    for (const auto& [days, group] : history.history())
      if (group.kind == UnitKind::group && group.parent) found.emplace(*group.parent, days);
    steps.pause();
  }
  return found;
}

// The days of `within` that none of `periods` holds.
Stretches without(const Stretches& within, const std::vector<Period>& periods) {
  std::vector<Period> free;
  Date next = Date::first();
  for (const Period period : Stretches{periods}.periods()) {
    free.push_back({next, period.begin});
    next = period.end;
  }
  free.push_back(since(next));
  return within.within(Stretches{std::move(free)});
}

Stretches days_of(const Timeline<Unit>& history) {
  std::vector<Period> days;
  for (const auto& entry : history.history()) days.push_back(entry.period);
  return Stretches{std::move(days)};
}

template <class UnitScope>
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const UnitScope& scope, Steps& steps) {
  std::vector<Owing> all;
  for (const MeantUnit& meant : units_of(roster, scope, steps)) {
    const Unit& latest = meant.history.history().back().value;
    const bool exempted = exemption_of(provision, latest).has_value();
    for (const Window& window : windows.of(roster, meant.unit, exempted))
      if (const std::optional<Period> bound = meant.days.part_of(window.period))
        all.push_back(
            {meant.unit, window, *bound, {}, exemption_of(provision, meant.history, *bound)});
    steps.pause();
  }
  return all;
}

// Who led a cluster, and when, as long as the lead itself stood.
std::map<UnitId, Stretches> leads_of(const Roster& roster, ClusterId cluster) {
  std::map<UnitId, std::vector<Period>> days;
  const Timeline<Cluster> history = roster.history(cluster);
  for (const auto& [period, state] : history.history()) days[state.lead].push_back(period);
  std::map<UnitId, Stretches> leads;
  for (auto& [lead, periods] : days)
    leads.emplace(lead, days_of(roster.history(lead)).within(Stretches{std::move(periods)}));
  return leads;
}

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const LeadsOfClusters&, Steps& steps) {
  std::vector<Owing> all;
  for (const Cluster& cluster : roster.clusters()) {
    const std::map<UnitId, Stretches> leads = leads_of(roster, cluster.id);
    for (const Window& window : windows.common())
      for (const auto& [lead, days] : leads)
        if (const std::optional<Period> bound = days.part_of(window.period))
          all.push_back(
              {lead, window, *bound, {}, exemption_of(provision, roster.history(lead), *bound)});
    steps();
  }
  return all;
}

std::size_t looked_at(const Roster& roster, const EveryUnit&) { return roster.units().size(); }
std::size_t looked_at(const Roster&, const TheseUnits& scope) { return scope.codes.size(); }
std::size_t looked_at(const Roster& roster, const HoldersOf& scope) {
  return std::visit([&](const auto& units) { return looked_at(roster, units); }, scope.units);
}
std::size_t looked_at(const Roster& roster, const EveryPerson&) { return roster.persons().size(); }
std::size_t looked_at(const Roster& roster, const LeadsOfClusters&) {
  return roster.clusters().size();
}

}  // namespace

std::vector<Owing> bearers(const Roster& roster, const Provision& provision, const Windows& windows,
                           Steps& steps) {
  return std::visit(
      [&](const auto& scope) { return owing(roster, provision, windows, scope, steps); },
      provision.scope);
}

std::size_t steps_of(const Provision& provision, const Roster& roster) {
  return std::visit([&](const auto& scope) { return looked_at(roster, scope); }, provision.scope);
}

Stretches days_of(const EveryUnit& scope, const Timeline<Unit>& history) {
  std::vector<Period> days;
  for (const auto& [period, unit] : history.history())
    if (fits(scope, unit)) days.push_back(period);
  return Stretches{std::move(days)};
}

std::vector<MeantUnit> units_of(const Roster& roster, const EveryUnit& scope, Steps& steps) {
  std::multimap<UnitId, Period> groups;
  if (scope.has_groups) groups = groups_by_parent(roster, steps);
  std::vector<MeantUnit> units;
  for (const Unit& unit : roster.units()) {
    Timeline<Unit> history = roster.history(unit.id);
    Stretches days = days_of(scope, history);
    if (scope.has_groups) {
      std::vector<Period> with;
      const auto [first, last] = groups.equal_range(unit.id);
      for (auto it = first; it != last; ++it) with.push_back(it->second);
      days = *scope.has_groups ? days.within(Stretches{std::move(with)}) : without(days, with);
    }
    if (!days.empty()) units.push_back({unit.id, std::move(history), std::move(days)});
    steps();
  }
  return units;
}

std::vector<MeantUnit> units_of(const Roster& roster, const TheseUnits& scope, Steps& steps) {
  std::vector<UnitId> named;
  for (const std::string& code : scope.codes) named.push_back(roster.unit(code).id);
  std::ranges::sort(named);
  named.erase(std::unique(named.begin(), named.end()), named.end());

  std::vector<MeantUnit> units;
  for (const UnitId unit : named) {
    Timeline<Unit> history = roster.history(unit);
    Stretches days = days_of(history);
    units.push_back({unit, std::move(history), std::move(days)});
    steps();
  }
  return units;
}

std::optional<std::size_t> exemption_of(const Provision& provision, const Timeline<Unit>& history,
                                        Period days) {
  if (provision.exemptions.empty()) return {};
  for (const auto& [period, unit] : history.history())
    if (period.overlaps(days))
      if (const auto exemption = exemption_of(provision, unit)) return exemption;
  return {};
}

}  // namespace zhibu

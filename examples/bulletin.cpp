// SPDX-License-Identifier: BSL-1.0
//
// EXAMPLE bulletin: how many branches of a nation held the meetings that are demanded of them?
//
// SHOWS    Progress, from columns of records; a local row that settles a rule without a number
// FIRST    article, which counts one county
// NEXT     a part of the nation of your own: bulletin 0.01
//
// The nation is invented, and so is what its branches held: the argument is the part of it that is
// made up, 1 for 4.6 million branches. The line has the form of the yearly statistical bulletin.

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>
#include <vector>

#include "zhibu.hpp"

namespace {

using namespace zhibu;

const Period year = parse_period("2025");

// The regulation gives no number for lectures (按期); this nation's branches settle on a quarter.
constexpr std::string_view lectures = R"(
[[document]]
key = "OWN"
layer = "unit"
title = "本例的约定"

[[provision]]
code = "OWN-1"
name = "党课每季度1次"
settles = "MTG-11"
activity = "party_lecture"
scope.every_unit = { kinds = ["branch"], temporary = false }
cadence.at_least = { times = 1, per = "quarter" }
force = "practice"
in_force_from = 2018-10-28
source = { document = "OWN" }
confidence = "local"
)";

// One committee, its branches, and in every third of them two Party groups.
Roster nation(int branches) {
  Roster roster;
  const Period standing = since(Date{2019, 1, 1});
  const UnitId top =
      roster.add({.code = "T", .name = "某国", .kind = UnitKind::committee, .standing = standing});
  for (int i = 0; i < branches; ++i) {
    const std::string code = "B" + std::to_string(i);
    const UnitId branch = roster.add({.code = code,
                                      .name = code,
                                      .parent = top,
                                      .standing = standing,
                                      .has_committee = i % 4 != 0});
    for (const char* group : {"-1", "-2"})
      if (i % 3 == 0) {
        const std::string name = code + group;
        roster.add({.code = name,
                    .name = name,
                    .kind = UnitKind::group,
                    .parent = branch,
                    .standing = standing});
      }
  }
  return roster;
}

// What was held, row by row.
struct Held {
  std::vector<UnitId> units;
  std::vector<Activity> activities;
  std::vector<Date> days;
};

// Every demand that is met by its units on some day of each window; but one unit in so many leaves
// out one window, and the appraisal is left out by more of them.
Held year_of(const RosterView& view, const Rulebook& rules, const Progress& progress) {
  Held held;
  for (const ProvisionId provision : progress.provisions()) {
    const Activity activity = rules[provision].activity;
    const std::vector<Period> windows =
        spans(std::get<AtLeast>(rules[provision].cadence).per, year);
    const std::uint32_t seldom = activity == Activity::democratic_appraisal ? 43 : 2003;
    for (const UnitId unit : view.units()) {
      const std::uint32_t chance = unit.index * 2654435761U;
      for (std::size_t i = 0; i < windows.size(); ++i) {
        if (chance % seldom == 1 && chance % windows.size() == i) continue;
        held.units.push_back(unit);
        held.activities.push_back(activity);
        held.days.push_back(windows[i].begin + static_cast<int>(chance % 28));
      }
    }
  }
  return held;
}

// How many branches have nothing overdue of these activities, their own or their groups'.
std::int64_t without_arrears(const RosterView& view, const Rulebook& rules,
                             const Progress& progress, Activities activities) {
  std::vector<std::int64_t> overdue(view.size());
  for (const ProvisionId provision : progress.provisions()) {
    if (!activities.contains(rules[provision].activity)) continue;
    const std::vector<std::int64_t> windows =
        progress.count(provision, Standing::overdue, year.end);
    for (std::size_t i = 0; i < overdue.size(); ++i) overdue[i] += windows[i];
  }
  overdue = view.roll_up(overdue);

  const std::vector<std::int64_t> branches = view.count_units({.kinds = {UnitKind::branch}});
  std::int64_t count = 0;
  for (std::size_t i = 0; i < overdue.size(); ++i) count += overdue[i] == 0 ? branches[i] : 0;
  return count;
}

}  // namespace

int main(int count, char** arguments) {
  const double part = count > 1 ? std::atof(arguments[1]) : 0.001;
  const int branches = static_cast<int>(4'614'000 * part);
  const Roster roster = nation(branches);
  const RosterView view = roster.as_of(year.last());
  const Rulebook rules = Rulebook::national() + Rulebook::parse(lectures, "bulletin.cpp");

  Progress progress{view, rules, year};
  const Held held = year_of(view, rules, progress);
  progress.hold_all({held.units, held.activities, held.days}, 2);

  const auto say = [&](const char* what, Activities activities) {
    const std::int64_t met = without_arrears(view, rules, progress, activities);
    std::printf("%s: %lld of %d branches, %.1f %%\n", what, static_cast<long long>(met), branches,
                100.0 * static_cast<double>(met) / branches);
  };
  say("三会一课、主题党日",
      {Activity::members_meeting, Activity::committee_meeting, Activity::group_meeting,
       Activity::party_lecture, Activity::themed_party_day});
  say("组织生活会、民主评议党员",
      {Activity::organizational_life_meeting, Activity::democratic_appraisal});
}
// prints: 三会一课、主题党日: 4609 of 4614 branches, 99.9 %
//         组织生活会、民主评议党员: 4501 of 4614 branches, 97.6 %

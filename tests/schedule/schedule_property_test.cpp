// SPDX-License-Identifier: BSL-1.0
//
// What holds of every plan and of every drawing up, whatever is owed.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "rosters.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

// A day about Spring Festival 2026, where few days are worked.
Date any_day() { return Date{2026, 1, 20} + *rc::gen::inRange(0, 60); }

Period any_window() {
  const Date begin = any_day();
  return {begin, begin + *rc::gen::inRange(1, 20)};
}

Bearer any_bearer() {
  const auto index = *rc::gen::inRange<std::uint32_t>(0, 3);
  return *rc::gen::arbitrary<bool>() ? Bearer{UnitId{index}} : Bearer{PersonId{index}};
}

std::optional<UnitId> any_place() {
  const auto index = *rc::gen::inRange<std::uint32_t>(0, 4);
  return index < 3 ? std::optional{UnitId{index}} : std::nullopt;
}

Rulebook any_rules() {
  Provision often = demand("R0", Activity::contact_visit, every_branch,
                           AtLeast{*rc::gen::inRange(1, 5), Span::month, {}});
  often.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  const int first = *rc::gen::inRange(1, 13);
  const int last = *rc::gen::inRange(first, 13);
  return rulebook({often,
                   demand("R1", Activity::themed_party_day, every_branch,
                          AtLeast{1, Span::month, std::pair{first, last}}),
                   demand("R2", Activity::branch_funds, every_branch, Funding{1, 2, Span::year})});
}

// Too much for three units and three persons, so that some of it finds no place.
Obligations any_obligations() {
  Obligations owed{any_rules(), year(2026)};
  const int n = *rc::gen::inRange(0, 60);
  for (int i = 0; i < n; ++i) {
    const ProvisionId provision{*rc::gen::inRange<std::uint32_t>(0, 3)};
    const int kind = *rc::gen::inRange(0, 6);
    std::optional<Shifted> fixed;
    if (kind == 0)
      fixed = calendar().shift(any_day(), {ShiftPolicy::nearest_workday, *rc::gen::inRange(0, 5)});
    std::optional<std::size_t> exemption;
    if (kind == 1 && provision == ProvisionId{0}) exemption = 0;
    owed.add(provision, any_bearer(), any_window(),
             {.at = any_place(), .fixed = fixed, .exemption = exemption});
  }
  return owed;
}

RC_GTEST_PROP(PlanProperty, EveryOccurrenceIsOnAWorkdayWithinItsWindowOrOnItsFixedDay, ()) {
  const Obligations owed = any_obligations();
  for (const Occurrence& occurrence : plan(owed, calendar()).occurrences) {
    const Obligation o = owed[occurrence.obligation];
    if (o.fixed) {
      RC_ASSERT(occurrence.day == o.fixed->actual);
    } else {
      RC_ASSERT(o.window.contains(occurrence.day));
    }
    RC_ASSERT(calendar().is_workday(occurrence.day));
    RC_ASSERT(occurrence.certainty == calendar().day(occurrence.day).certainty);
  }
}

RC_GTEST_PROP(PlanProperty, NobodyIsOnTwoOccurrencesInOneHalfDay, ()) {
  const Obligations owed = any_obligations();
  std::set<std::tuple<Bearer, Date, HalfDay>> engaged;
  for (const Occurrence& occurrence : plan(owed, calendar()).occurrences) {
    const Obligation o = owed[occurrence.obligation];
    RC_ASSERT(engaged.emplace(o.bearer, occurrence.day, occurrence.half).second);
    if (o.at && Bearer{*o.at} != o.bearer) {
      RC_ASSERT(engaged.emplace(*o.at, occurrence.day, occurrence.half).second);
    }
  }
}

RC_GTEST_PROP(PlanProperty, EveryObligationIsHeldAsOftenAsItAsksOrIsNamedAsUnplaced, ()) {
  const Obligations owed = any_obligations();
  const Plan p = plan(owed, calendar());
  std::map<ObligationId, int> held;
  for (const Occurrence& occurrence : p.occurrences)
    RC_ASSERT(occurrence.nth == ++held[occurrence.obligation]);
  for (const Obligation& o : owed) {
    const int asked = o.exempted ? 0 : std::max(1, o.times);
    const auto unplaced = std::ranges::count(p.unplaced, o.id);
    RC_ASSERT(unplaced == (held[o.id] < asked ? 1 : 0));
    RC_ASSERT(held[o.id] <= asked);
  }
}

RC_GTEST_PROP(PlanProperty, WhatIsUnplacedFoundEveryHalfDayOfItsWindowTaken, ()) {
  const Obligations owed = any_obligations();
  const Plan p = plan(owed, calendar());
  std::set<std::tuple<Bearer, Date, HalfDay>> engaged;
  for (const Occurrence& occurrence : p.occurrences) {
    const Obligation o = owed[occurrence.obligation];
    engaged.emplace(o.bearer, occurrence.day, occurrence.half);
    if (o.at) engaged.emplace(*o.at, occurrence.day, occurrence.half);
  }
  for (const ObligationId id : p.unplaced) {
    const Obligation o = owed[id];
    if (o.fixed) continue;
    for (Date day = o.window.begin; day < o.window.end; day = day + 1) {
      if (!calendar().is_workday(day)) continue;
      for (const HalfDay half : {HalfDay::morning, HalfDay::afternoon})
        RC_ASSERT(engaged.contains({o.bearer, day, half}) ||
                  (o.at && engaged.contains({*o.at, day, half})));
    }
  }
}

RC_GTEST_PROP(PlanProperty, TheSameObligationsGiveTheSamePlanByDay, ()) {
  const Obligations owed = any_obligations();
  const auto days = [](const Plan& p) {
    std::vector<std::tuple<Date, HalfDay, ObligationId, int>> all;
    for (const Occurrence& o : p.occurrences) all.emplace_back(o.day, o.half, o.obligation, o.nth);
    return all;
  };
  const Plan p = plan(owed, calendar());
  RC_ASSERT(days(p) == days(plan(owed, calendar())));
  RC_ASSERT(p.unplaced == plan(owed, calendar()).unplaced);
  RC_ASSERT(std::ranges::is_sorted(days(p)));
}

Roster any_roster() {
  Roster roster;
  const int units = *rc::gen::inRange(1, 5);
  for (int i = 0; i < units; ++i) {
    const std::string code = "B" + std::to_string(i);
    Unit unit = unit_row(code);
    unit.standing = {Date{2025, 1, 1} + *rc::gen::inRange(0, 500),
                     Date{2026, 6, 1} + *rc::gen::inRange(0, 500)};
    roster.add(*rc::gen::arbitrary<bool>() ? unit : temporary(unit));
  }
  const int persons = *rc::gen::inRange(0, 4);
  for (int i = 0; i < persons; ++i) {
    const Date admitted = Date{1960, 1, 1} + *rc::gen::inRange(0, 24'000);
    const PersonId person = add_person(roster, "P" + std::to_string(i), admitted);
    const UnitId unit{*rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(units))};
    belong(roster, person, unit, MembershipKind::home,
           since(Date{2025, 1, 1} + *rc::gen::inRange(0, 500)));
  }
  return roster;
}

Rulebook recurring_rules() {
  return rulebook(
      {demand("M", Activity::committee_meeting, every_branch, AtLeast{1, Span::month, {}}),
       demand("Q", Activity::members_meeting, every_branch, AtLeast{1, Span::quarter, {}},
              Date{2026, 1, 1} + *rc::gen::inRange(0, 200)),
       demand("D", Activity::study_day, every_branch,
              OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}}, {}}),
       demand("F", Activity::festival_visit, every_branch, AtFestivals{{"春节", "七一"}, 10, 0}),
       demand("B", Activity::political_birthday, EveryPerson{true, {}},
              OnAnniversary{Milestone::admitted, Span::month})});
}

using Row = std::tuple<ProvisionId, Bearer, Date, Date>;

std::vector<Row> rows(const Roster& roster, const Rulebook& rules, Period period) {
  std::vector<Row> all;
  for (const Obligation& o : obligations(roster, rules, calendar(), period))
    all.emplace_back(o.provision, o.bearer, o.window.begin, o.window.end);
  return all;
}

RC_GTEST_PROP(ObligationsProperty, TheQuartersOfAYearOweTogetherWhatTheYearOwes, ()) {
  const Roster roster = any_roster();
  const Rulebook rules = recurring_rules();
  std::vector<Row> by_quarter;
  for (const Period quarter : spans(Span::quarter, year(2026)))
    for (const Row& row : rows(roster, rules, quarter)) by_quarter.push_back(row);
  std::ranges::sort(by_quarter);
  const std::vector<Row> whole_year = rows(roster, rules, year(2026));
  RC_ASSERT(by_quarter == whole_year);
}

RC_GTEST_PROP(ObligationsProperty, EveryUnitStoodOnEveryDayOfWhatItOwes, ()) {
  const Roster roster = any_roster();
  for (const Obligation& o : obligations(roster, recurring_rules(), calendar(), year(2026)))
    if (const UnitId* unit = std::get_if<UnitId>(&o.bearer))
      RC_ASSERT(roster[*unit].standing.contains(o.window));
}

}  // namespace
}  // namespace zhibu

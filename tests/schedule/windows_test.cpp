// SPDX-License-Identifier: BSL-1.0
//
// When something is owed: windows, dates in force, fixed days, festivals, anniversaries, terms.

#include <stdexcept>
#include <string>
#include <tuple>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

Roster one_branch(Period standing = always) {
  Roster roster;
  roster.add(unit_row("B01", UnitKind::branch, standing));
  return roster;
}

Provision quarterly(Date in_force_from = Date{2000, 1, 1}) {
  return demand("MTG-01", Activity::members_meeting, every_branch, AtLeast{1, Span::quarter, {}},
                in_force_from);
}

Provision monthly(Date in_force_from = Date{2000, 1, 1}) {
  return demand("MTG-06", Activity::committee_meeting, every_branch, AtLeast{1, Span::month, {}},
                in_force_from);
}

std::vector<std::string> titles(const std::vector<Obligation>& all) {
  std::vector<std::string> windows;
  for (const Obligation& o : all) windows.push_back(title(o.window));
  return windows;
}

using Titles = std::vector<std::string>;

TEST(Windows, AreTheWholeSpansWithinThePeriod) {
  const Rulebook rules = rulebook({quarterly()});
  EXPECT_EQ(titles(owed(one_branch(), rules, year(2026))),
            (Titles{"2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"}));
  EXPECT_EQ(titles(owed(one_branch(), rules, {Date{2026, 1, 2}, Date{2026, 7, 1}})),
            (Titles{"2026-Q2"}));
  EXPECT_EQ(titles(owed(one_branch(), rules, {Date{2026, 1, 1}, Date{2026, 3, 31}})), Titles{})
      << "a quarter without its last day is no quarter";
}

TEST(Windows, ABranchFoundedOnTheFirstDayOfTheQuarterOwesItsMeeting) {
  const Rulebook rules = rulebook({quarterly()});
  EXPECT_EQ(titles(owed(one_branch(since(Date{2026, 4, 1})), rules, year(2026))),
            (Titles{"2026-Q2", "2026-Q3", "2026-Q4"}));
  EXPECT_EQ(titles(owed(one_branch(since(Date{2026, 4, 2})), rules, year(2026))),
            (Titles{"2026-Q3", "2026-Q4"}));
}

TEST(Windows, ABranchDissolvedAfterTheLastDayOfTheQuarterOwesItsMeeting) {
  const Rulebook rules = rulebook({quarterly()});
  const Date founded{2020, 1, 1};
  EXPECT_EQ(titles(owed(one_branch({founded, Date{2026, 7, 1}}), rules, year(2026))),
            (Titles{"2026-Q1", "2026-Q2"}));
  EXPECT_EQ(titles(owed(one_branch({founded, Date{2026, 6, 30}}), rules, year(2026))),
            (Titles{"2026-Q1"}));
}

TEST(Windows, AProvisionInForceFromTheFirstDayOfTheQuarterCounts) {
  const Roster roster = one_branch();
  EXPECT_EQ(owed(roster, rulebook({quarterly(Date{2026, 10, 1})}), year(2026)).size(), 1u);
  EXPECT_EQ(owed(roster, rulebook({quarterly(Date{2026, 10, 2})}), year(2026)).size(), 0u);
}

TEST(Windows, AProvisionInForceUntilTheEndOfTheQuarterCounts) {
  Provision ending = quarterly();
  ending.in_force_until = Date{2026, 4, 1};
  EXPECT_EQ(titles(owed(one_branch(), rulebook({ending}), year(2026))), (Titles{"2026-Q1"}));
  ending.in_force_until = Date{2026, 3, 31};
  EXPECT_EQ(titles(owed(one_branch(), rulebook({ending}), year(2026))), Titles{});
}

// The regulation of branches is in force from 2018-10-28.
TEST(Windows, ThePartOfAQuarterThatARegulationLeavesOwesNothingButTheWholeMonthsInItDo) {
  const Date october_28{2018, 10, 28};
  const Rulebook rules = rulebook({quarterly(october_28), monthly(october_28)});
  EXPECT_EQ(titles(owed(one_branch(), rules, year(2018))), (Titles{"2018-11", "2018-12"}));
}

TEST(Windows, TheRulesOfAnotherDayCountForEveryWindowAndEveryRowSaysSo) {
  const Rulebook rules = rulebook({quarterly(Date{2018, 10, 28})});
  EXPECT_TRUE(owed(one_branch(), rules, year(2017)).empty());
  EXPECT_TRUE(owed(one_branch(), rules, year(2017), Date{2018, 10, 27}).empty());

  const std::vector<Obligation> by_2018 = owed(one_branch(), rules, year(2017), Date{2018, 10, 28});
  EXPECT_EQ(by_2018.size(), 4u);
  for (const Obligation& o : by_2018) EXPECT_EQ(o.rules_of, (Date{2018, 10, 28}));
  for (const Obligation& o : owed(one_branch(), rules, year(2019))) EXPECT_FALSE(o.rules_of);
}

TEST(Windows, WhatIsOptionalOrWithoutANumberOwesNothing) {
  Provision option = quarterly();
  option.force = Force::may;
  const Provision lecture = demand("MTG-11", Activity::party_lecture, every_branch,
                                   OnSchedule{AtLeast{1, Span::quarter, {}}});
  EXPECT_TRUE(owed(one_branch(), rulebook({option, lecture}), year(2026)).empty());
}

TEST(Windows, AnEmptyPeriodIsRefused) {
  EXPECT_THAT(
      [] {
        owed(one_branch(), Rulebook{}, {Date{2026, 1, 1}, Date{2026, 1, 1}});
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("2026-01-01")));
}

Provision study_day(Date in_force_from, ShiftPolicy policy = ShiftPolicy::nearest_workday) {
  return demand("SR-01", Activity::study_day, TheseUnits{{"B01"}},
                OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}}, {policy, 7}},
                in_force_from);
}

TEST(Windows, StudyDaysOf2026AreMovedToTheNearestWorkday) {
  const std::vector<Obligation> days =
      owed(one_branch(), rulebook({study_day(Date{2017, 1, 1})}), year(2026));
  ASSERT_EQ(days.size(), 12u);
  const struct {
    std::size_t month;
    Date actual;
    const char* why;
  } cases[] = {
      {1, Date{2026, 1, 9}, "the 10th is a Saturday"},
      {2, Date{2026, 2, 10}, "the 10th is a Tuesday"},
      {5, Date{2026, 5, 9}, "the 10th is a Sunday, and the Saturday before it made up on"},
      {10, Date{2026, 10, 10}, "the 10th is a Saturday, and made up on"},
  };
  for (const auto& c : cases) {
    const Obligation& o = days[c.month - 1];
    ASSERT_TRUE(o.fixed);
    EXPECT_EQ(o.fixed->nominal, (Date{2026, static_cast<int>(c.month), 10}));
    EXPECT_EQ(to_string(o.fixed->actual), to_string(c.actual)) << c.why;
  }
}

TEST(Windows, AFixedDayMayBeKeptWithinItsShiftOnEitherSide) {
  const std::vector<Obligation> days = owed(one_branch(), rulebook({study_day(Date{2017, 1, 1})}),
                                            {Date{2026, 3, 10}, Date{2026, 3, 11}});
  ASSERT_EQ(days.size(), 1u);
  EXPECT_EQ(to_string(days[0].window), "2026-03-03..2026-03-17");
}

TEST(Windows, AFixedDayLiesInThePeriodAndInForceItself) {
  const Rulebook from_the_10th = rulebook({study_day(Date{2026, 3, 10})});
  const Rulebook from_the_11th = rulebook({study_day(Date{2026, 3, 11})});
  const Period first_quarter{Date{2026, 1, 1}, Date{2026, 4, 1}};
  EXPECT_EQ(owed(one_branch(), from_the_10th, first_quarter).size(), 1u);
  EXPECT_EQ(owed(one_branch(), from_the_11th, first_quarter).size(), 0u);
  EXPECT_EQ(owed(one_branch(), from_the_10th, {Date{2026, 3, 1}, Date{2026, 3, 10}}).size(), 0u);
}

TEST(Windows, AFixedDayOfWhichTheCalendarKnowsNothingIsRefusedByName) {
  Provision early = study_day(Date{1990, 1, 1});
  early.cadence = OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{1990, 1, 1}},
                         {ShiftPolicy::nearest_workday, 7}};
  EXPECT_THAT([&] { owed(one_branch(), rulebook({early}), year(1991)); },
              ThrowsMessage<std::invalid_argument>(HasSubstr("provision 'SR-01': ")));
}

Provision visits(std::vector<std::string> festivals, int before, int after) {
  return demand("SR-05", Activity::festival_visit, every_branch,
                AtFestivals{std::move(festivals), before, after});
}

TEST(Windows, AFestivalIsVisitedOnceFromSoManyDaysBeforeToSoManyAfter) {
  const std::vector<Obligation> all =
      owed(one_branch(), rulebook({visits({"重阳节", "春节"}, 10, 2)}), year(2017));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(to_string(all[0].window), "2017-01-18..2017-01-30") << "春节 2017-01-28, in order";
  EXPECT_EQ(to_string(all[1].window), "2017-10-18..2017-10-30") << "重阳节 2017-10-28";
}

TEST(Windows, AFestivalBelongsToThePeriodOfItsDayThoughItsWindowReachesAcrossNewYear) {
  const Rulebook rules = rulebook({visits({"元旦"}, 10, 0)});
  EXPECT_EQ(to_string(owed(one_branch(), rules, year(2026)).at(0).window),
            "2025-12-22..2026-01-01");
  EXPECT_TRUE(owed(one_branch(), rules, {Date{2025, 12, 1}, Date{2026, 1, 1}}).empty());
  EXPECT_TRUE(owed(one_branch(since(Date{2025, 12, 23})), rules, year(2026)).empty())
      << "the branch did not stand on the first day of the window";
}

TEST(Windows, AFestivalIsNotVisitedBeforeItWasHeld) {
  const Rulebook rules = rulebook({visits({"烈士纪念日"}, 5, 0)});
  EXPECT_EQ(owed(one_branch(), rules, year(2013)).size(), 0u);
  EXPECT_EQ(owed(one_branch(), rules, year(2014)).size(), 1u) << "set up in 2014";
}

Roster one_member(Date admitted_on) {
  Roster roster = one_branch();
  belong(roster, add_person(roster, "P1", admitted_on), UnitId{0});
  return roster;
}

Rulebook birthdays(Span within) {
  return rulebook({demand("SR-07", Activity::political_birthday, EveryPerson{true, {}},
                          OnAnniversary{Milestone::admitted, within})});
}

TEST(Windows, APoliticalBirthdayIsKeptInTheMonthOfTheAnniversary) {
  const Roster roster = one_member(Date{1960, 7, 1});
  const std::vector<Obligation> all = owed(roster, birthdays(Span::month), year(2026));
  EXPECT_EQ(titles(all), (Titles{"2026-07"}));
  EXPECT_EQ(all.at(0).bearer, Bearer{PersonId{0}});
  EXPECT_EQ(all.at(0).at, UnitId{0});
  EXPECT_EQ(titles(owed(roster, birthdays(Span::quarter), year(2026))), (Titles{"2026-Q3"}));
}

TEST(Windows, WhoeverWasAdmittedOn29FebruaryKeepsABirthdayInEveryFebruary) {
  const Roster roster = one_member(Date{1960, 2, 29});
  EXPECT_EQ(titles(owed(roster, birthdays(Span::month), {Date{2023, 1, 1}, Date{2025, 1, 1}})),
            (Titles{"2023-02", "2024-02"}));
}

TEST(Windows, TheYearOfAdmissionHasNoAnniversary) {
  const Roster roster = one_member(Date{2016, 3, 1});
  EXPECT_EQ(titles(owed(roster, birthdays(Span::month), {Date{2016, 1, 1}, Date{2018, 1, 1}})),
            (Titles{"2017-03"}));
}

TEST(Windows, WhoeverIsNoMemberHasNoPoliticalBirthday) {
  Roster roster = one_branch();
  belong(roster, add_person(roster, "P1"), UnitId{0}, MembershipKind::care);
  const Rulebook anybody = rulebook({demand("SR-07", Activity::political_birthday, EveryPerson{},
                                            OnAnniversary{Milestone::admitted, Span::month})});
  EXPECT_TRUE(owed(roster, anybody, year(2026)).empty());
}

Provision election() {
  Provision term = demand("TERM-02", Activity::election, every_branch, AtTermEnd{3, 6});
  term.exemptions = {
      {Condition::temporary, "ORG-11", {"中国共产党支部工作条例（试行）", "8", false}}};
  return term;
}

Term term_from(UnitId unit, Date elected_on) {
  Term term;
  term.unit = unit;
  term.elected_on = elected_on;
  return term;
}

Roster elected(Date day) {
  Roster roster;
  roster.add(term_from(roster.add(unit_row("B01")), day));
  return roster;
}

TEST(Windows, AnElectionFallsDueWhenTheTermEndsAndIsRemindedOfHalfAYearBefore) {
  const std::vector<Obligation> all =
      owed(elected(Date{2023, 5, 20}), rulebook({election()}), year(2026));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(to_string(all[0].window), "2025-11-20..2026-05-20");
}

TEST(Windows, AnElectionBelongsToThePeriodInWhichTheTermEnds) {
  const Rulebook rules = rulebook({election()});
  EXPECT_EQ(owed(elected(Date{2023, 12, 31}), rules, year(2026)).size(), 1u);
  EXPECT_EQ(owed(elected(Date{2024, 1, 1}), rules, year(2026)).size(), 0u);
  EXPECT_EQ(owed(one_branch(), rules, year(2026)).size(), 0u) << "no election is recorded";
}

TEST(Windows, AnEarlyElectionBeforeTheReminderPutsAnotherTermInPlaceOfTheOldOne) {
  const Rulebook rules = rulebook({election()});
  Roster roster = elected(Date{2023, 5, 20});
  Roster early = roster;
  roster.add(term_from(UnitId{0}, Date{2025, 11, 20}));
  early.add(term_from(UnitId{0}, Date{2025, 11, 19}));
  EXPECT_EQ(owed(roster, rules, year(2026)).size(), 1u) << "elected within the window";
  EXPECT_EQ(owed(early, rules, year(2026)).size(), 0u);
  EXPECT_EQ(owed(early, rules, year(2028)).size(), 1u);
}

TEST(Windows, ATermThatEndedBeforeTheReminderAsksForNothing) {
  const Rulebook rules = rulebook({election()});
  Roster roster;
  Term term = term_from(roster.add(unit_row("B01")), Date{2023, 5, 20});
  term.ended_on = Date{2025, 11, 20};
  roster.add(term);
  EXPECT_EQ(owed(roster, rules, year(2026)).size(), 0u);
  Roster later;
  term.unit = later.add(unit_row("B01"));
  term.ended_on = Date{2025, 11, 21};
  later.add(term);
  EXPECT_EQ(owed(later, rules, year(2026)).size(), 1u);
}

TEST(Windows, ATemporaryBranchIsExemptedFromElections) {
  Roster roster;
  roster.add(temporary(unit_row("T01")));
  const std::vector<Obligation> all = owed(roster, rulebook({election()}), year(2026));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].window, year(2026));
  ASSERT_TRUE(all[0].exempted);
  EXPECT_EQ(all[0].exempted->rule, "ORG-11");
}

}  // namespace
}  // namespace zhibu

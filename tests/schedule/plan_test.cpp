// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/plan.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

const UnitId office{0};
const UnitId bureau{1};
const PersonId visitor{0};
const Period march{Date{2026, 3, 1}, Date{2026, 4, 1}};

Period only(Date day) { return {day, day + 1}; }

enum : std::uint32_t { meeting, themed, four_visits, life_meeting, funds, study };

// One provision for each of the above.
Obligations nothing_owed() {
  const Scope any = every_branch;
  return {rulebook({
              demand("MTG-06", Activity::committee_meeting, any, AtLeast{1, Span::month, {}}),
              demand("LIFE-01", Activity::themed_party_day, any, AtLeast{1, Span::month, {}}),
              demand("SR-03", Activity::contact_visit, any, AtLeast{4, Span::year, {}}),
              demand("LIFE-03", Activity::organizational_life_meeting, any,
                     AtLeast{1, Span::year, std::pair{10, 12}}),
              demand("SR-09", Activity::branch_funds, any, Funding{100, 200, Span::year}),
              demand("SR-01", Activity::study_day, any,
                     OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}}, {}}),
          }),
          year(2026)};
}

Plan planned(const Obligations& owed) {
  static const Calendar calendar = Calendar::china();
  return plan(owed, calendar);
}

ProvisionId under(std::uint32_t provision) { return ProvisionId{provision}; }

TEST(Plan, HoldsTwoMeetingsOfOneBranchInTheMorningAndInTheAfternoon) {
  Obligations owed = nothing_owed();
  const Period one_workday = only(Date{2026, 3, 2});
  for (int i = 0; i < 2; ++i) owed.add(under(meeting), office, one_workday);
  const Plan p = planned(owed);
  ASSERT_EQ(p.occurrences.size(), 2u);
  EXPECT_EQ(p.occurrences[0].half, HalfDay::morning);
  EXPECT_EQ(p.occurrences[1].half, HalfDay::afternoon);
  EXPECT_TRUE(p.unplaced.empty());
}

TEST(Plan, NamesTheThirdMeetingOfOneDayThatFindsNoHalfDay) {
  Obligations owed = nothing_owed();
  for (int i = 0; i < 3; ++i) owed.add(under(meeting), office, only(Date{2026, 3, 2}));
  const Plan p = planned(owed);
  EXPECT_EQ(p.occurrences.size(), 2u);
  EXPECT_EQ(p.unplaced, (std::vector{ObligationId{2}}));
}

TEST(Plan, TwoBranchesMayMeetInTheSameHalfDay) {
  Obligations owed = nothing_owed();
  owed.add(under(meeting), office, only(Date{2026, 3, 2}));
  owed.add(under(meeting), bureau, only(Date{2026, 3, 2}));
  const Plan p = planned(owed);
  EXPECT_EQ(p.occurrences.at(0).half, HalfDay::morning);
  EXPECT_EQ(p.occurrences.at(1).half, HalfDay::morning);
}

TEST(Plan, AVisitTakesTheHalfDayOfTheVisitorAndOfTheBranchVisited) {
  Obligations owed = nothing_owed();
  const Period one_workday = only(Date{2026, 3, 2});
  owed.add(under(funds), visitor, one_workday, {.at = office});
  owed.add(under(funds), office, one_workday);
  owed.add(under(funds), visitor, one_workday, {.at = bureau});
  const Plan p = planned(owed);
  EXPECT_TRUE(p.unplaced.empty());
  ASSERT_EQ(p.occurrences.size(), 3u);
  EXPECT_EQ(p.occurrences[0].obligation, ObligationId{0});
  EXPECT_EQ(p.occurrences[1].half, HalfDay::afternoon) << "the branch was visited in the morning";
  EXPECT_EQ(p.occurrences[2].half, HalfDay::afternoon) << "the visitor was at the office";
}

TEST(Plan, WhatOneWeekendHoldsIsUnplacedUnlessItIsMadeUpOn) {
  Obligations owed = nothing_owed();
  const ObligationId weekend =
      owed.add(under(meeting), office, {Date{2026, 3, 7}, Date{2026, 3, 9}});
  const ObligationId made_up = owed.add(under(meeting), office, only(Date{2026, 10, 10}));
  const Plan p = planned(owed);
  EXPECT_EQ(p.unplaced, (std::vector{weekend}));
  ASSERT_EQ(p.occurrences.size(), 1u);
  EXPECT_EQ(p.occurrences[0].obligation, made_up);
}

TEST(Plan, SpreadsFourVisitsOverTheQuartersOfTheYear) {
  Obligations owed = nothing_owed();
  owed.add(under(four_visits), visitor, year(2026), {.at = office});
  const Plan p = planned(owed);
  ASSERT_EQ(p.occurrences.size(), 4u);
  for (int i = 0; i < 4; ++i) {
    const Occurrence& o = p.occurrences[static_cast<std::size_t>(i)];
    EXPECT_EQ(o.nth, i + 1);
    EXPECT_EQ((o.day.month() - 1) / 3, i) << to_string(o.day);
  }
}

TEST(Plan, PrefersTheFourthQuarterWhereTheRuleDoes) {
  Obligations owed = nothing_owed();
  for (std::uint32_t branch = 0; branch < 50; ++branch)
    owed.add(under(life_meeting), UnitId{branch}, year(2026));
  for (const Occurrence& o : planned(owed).occurrences) EXPECT_GE(o.day.month(), 10);
}

TEST(Plan, FallsBackOnTheRestOfTheYearWhereThePreferredMonthsAreFull) {
  Obligations owed = nothing_owed();
  for (Date day{2026, 10, 1}; day < Date{2027, 1, 1}; day = day + 1)
    for (int half = 0; half < 2; ++half) owed.add(under(meeting), office, only(day));
  const ObligationId late = owed.add(under(life_meeting), office, year(2026));

  const Plan p = planned(owed);
  const auto found = std::ranges::find(p.occurrences, late, &Occurrence::obligation);
  ASSERT_NE(found, p.occurrences.end());
  EXPECT_EQ(to_string(found->day), "2026-09-30") << "the last workday before the fourth quarter";
}

TEST(Plan, AWindowOutsideThePreferredMonthsIsPlannedAllTheSame) {
  Obligations owed = nothing_owed();
  owed.add(under(life_meeting), office, march);
  EXPECT_EQ(planned(owed).occurrences.size(), 1u);
}

TEST(Plan, KeepsAFixedDayWhereItWasMovedTo) {
  Obligations owed = nothing_owed();
  const Shifted moved{Date{2026, 1, 10}, Date{2026, 1, 9}, true};
  const Period window{Date{2026, 1, 3}, Date{2026, 1, 18}};
  for (int i = 0; i < 2; ++i) owed.add(under(meeting), office, only(Date{2026, 1, 9}));
  const ObligationId fixed = owed.add(under(study), office, window, {.fixed = moved});

  const Plan p = planned(owed);
  ASSERT_EQ(p.occurrences.size(), 2u);
  EXPECT_EQ(p.occurrences[0].obligation, fixed) << "fixed days come first";
  EXPECT_EQ(to_string(p.occurrences[0].day), "2026-01-09");
  EXPECT_EQ(p.unplaced.size(), 1u) << "one of the meetings that could be on no other day";
}

TEST(Plan, NamesAFixedDayThatNoWorkdayIsNearEnoughTo) {
  Obligations owed = nothing_owed();
  const Date spring_festival{2026, 2, 17};
  const Shifted stuck{spring_festival, spring_festival, false};
  const ObligationId id = owed.add(under(study), office, march, {.fixed = stuck});
  const Plan p = planned(owed);
  EXPECT_TRUE(p.occurrences.empty());
  EXPECT_EQ(p.unplaced, (std::vector{id}));
}

TEST(Plan, LeavesOutWhatIsExempted) {
  Provision exempting =
      demand("MTG-06", Activity::committee_meeting, every_branch, AtLeast{1, Span::month, {}});
  exempting.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  Obligations owed{rulebook({exempting}), year(2026)};
  owed.add(under(0), office, march, {.exemption = 0});
  const Plan p = planned(owed);
  EXPECT_TRUE(p.occurrences.empty());
  EXPECT_TRUE(p.unplaced.empty());
}

TEST(Plan, PaysMoneyOnce) {
  Obligations owed = nothing_owed();
  owed.add(under(funds), office, year(2026));
  EXPECT_EQ(planned(owed).occurrences.size(), 1u);
}

// The how-many-th workday of its month a day is.
int nth_workday(const Calendar& calendar, Date day) {
  return calendar.workdays_between({Date{day.year(), day.month(), 1}, day + 1});
}

TEST(Plan, ABranchsThemedPartyDaysFallOnTheSameWorkdayOfEachMonthAndBranchesAreSpread) {
  const Calendar calendar = Calendar::china();
  const std::vector<Period> months = spans(Span::month, year(2026));
  Obligations owed = nothing_owed();
  for (std::uint32_t branch = 0; branch < 30; ++branch) {
    for (const Period month : months) {
      for (int i = 0; i < 8; ++i) owed.add(under(meeting), UnitId{branch}, month);
      owed.add(under(themed), UnitId{branch}, month);
    }
  }
  std::set<std::pair<Bearer, int>> kept;
  std::set<int> used;
  for (const Occurrence& o : planned(owed).occurrences) {
    if (owed[o.obligation].activity != Activity::themed_party_day) continue;
    used.insert(nth_workday(calendar, o.day));
    kept.emplace(owed[o.obligation].bearer, nth_workday(calendar, o.day));
  }
  EXPECT_EQ(kept.size(), 30u) << "one workday for each of 30 branches";
  EXPECT_EQ(used.size(), 16u) << "all workdays of February, which has the fewest";
}

TEST(Plan, ShortWindowsComeBeforeLongOnes) {
  Obligations owed = nothing_owed();
  const Date first_workday{2026, 3, 2};
  owed.add(under(meeting), office, march);
  for (int i = 0; i < 2; ++i) owed.add(under(meeting), office, only(first_workday));
  const Plan p = planned(owed);
  EXPECT_TRUE(p.unplaced.empty());
  EXPECT_EQ(to_string(p.occurrences.at(2).day), "2026-03-03");
}

TEST(Plan, CountsTheOccurrencesOfAnObligationInTheOrderOfTime) {
  Obligations owed = nothing_owed();
  const Period monday_to_thursday{Date{2026, 3, 2}, Date{2026, 3, 6}};
  for (const Date taken : {Date{2026, 3, 4}, Date{2026, 3, 5}})
    for (int half = 0; half < 2; ++half) owed.add(under(meeting), office, only(taken));
  const ObligationId visits = owed.add(under(four_visits), office, monday_to_thursday);

  std::vector<int> nth;
  for (const Occurrence& o : planned(owed).occurrences)
    if (o.obligation == visits) nth.push_back(o.nth);
  EXPECT_EQ(nth, (std::vector{1, 2, 3, 4})) << "the latter two stepped back before the second";
}

TEST(Plan, NamesWhatIsUnplacedInTheOrderInWhichItIsOwed) {
  Obligations owed = nothing_owed();
  const Date saturday{2026, 3, 7};
  const ObligationId weekend = owed.add(under(meeting), office, {saturday, saturday + 2});
  const ObligationId one_day = owed.add(under(meeting), office, only(saturday));
  EXPECT_EQ(planned(owed).unplaced, (std::vector{weekend, one_day}));
}

TEST(Plan, SaysHowWellItsDaysAreKnown) {
  Obligations owed = nothing_owed();
  owed.add(under(meeting), office, only(Date{2026, 3, 2}));
  owed.add(under(meeting), office, only(Date{2027, 3, 2}));
  const Plan p = planned(owed);
  EXPECT_EQ(p.occurrences.at(0).certainty, Certainty::decreed);
  EXPECT_EQ(p.occurrences.at(1).certainty, Certainty::projected);
}

TEST(Plan, RefusesDaysOfWhichTheCalendarKnowsNothing) {
  Obligations known = nothing_owed();
  known.add(under(meeting), office, march);
  EXPECT_NO_THROW(planned(known));

  Obligations unknown = nothing_owed();
  unknown.add(under(meeting), office, {Date{1990, 3, 1}, Date{1990, 4, 1}});
  EXPECT_THROW(planned(unknown), std::invalid_argument);
}

TEST(Plan, IsEmptyWhereNothingIsOwed) {
  const Plan p = planned(nothing_owed());
  EXPECT_TRUE(p.occurrences.empty());
  EXPECT_TRUE(p.unplaced.empty());
}

}  // namespace
}  // namespace zhibu

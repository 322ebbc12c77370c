// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/strictness.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/time/quota.hpp"

namespace zhibu {
namespace {

OnDays on_days(const char* rule, Shift shift = {}) {
  return {Recurrence{rule, Date{2018, 10, 28}}, shift};
}

// Either way round: whether the one implies the other, and whether the other implies the one.
struct BothWays {
  Cadence a;
  Cadence b;
  bool a_implies_b;
  bool b_implies_a;
};

void expect(const std::vector<BothWays>& cases) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    EXPECT_EQ(implies(cases[i].a, cases[i].b), cases[i].a_implies_b) << "case " << i;
    EXPECT_EQ(implies(cases[i].b, cases[i].a), cases[i].b_implies_a) << "case " << i;
    EXPECT_TRUE(implies(cases[i].a, cases[i].a)) << "case " << i;
    EXPECT_TRUE(implies(cases[i].b, cases[i].b)) << "case " << i;
  }
}

TEST(ImpliesAtLeast, AShorterSpanImpliesTheLongerOnesThatItFills) {
  expect({
      {AtLeast{1, Span::month}, AtLeast{3, Span::quarter}, true, false},
      {AtLeast{1, Span::month}, AtLeast{4, Span::quarter}, false, false},
      {AtLeast{1, Span::month}, AtLeast{12, Span::year}, true, false},
      {AtLeast{1, Span::month}, AtLeast{13, Span::year}, false, false},
      {AtLeast{1, Span::quarter}, AtLeast{2, Span::half_year}, true, false},
      {AtLeast{1, Span::half_year}, AtLeast{3, Span::year}, false, false},
      {AtLeast{2, Span::year}, AtLeast{1, Span::year}, true, false},
      {AtLeast{6, Span::year}, AtLeast{1, Span::quarter}, false, false},
  });
}

TEST(ImpliesAtLeast, DaysThatLieApartImplyDaysThatNeedNot) {
  const AtLeast apart{.times = 2, .per = Span::quarter, .days_apart = 30};
  const AtLeast nearer{.times = 2, .per = Span::quarter, .days_apart = 29};
  expect({
      {apart, AtLeast{2, Span::quarter}, true, false},
      {apart, nearer, true, false},
      {apart, AtLeast{3, Span::quarter}, false, false},
  });
}

// 1 January, 29 January, … 30 December: so close that no month of the year is left out; with a
// distance of 27 days the thirteenth falls early enough to leave December out.
TEST(ImpliesAtLeast, ManyTimesFarApartLeaveNoMonthOut) {
  const auto fourteen = [](int apart) { return AtLeast{14, Span::year, {}, apart}; };
  expect({{fourteen(28), AtLeast{1, Span::month}, true, false},
          {fourteen(25), AtLeast{1, Span::month}, false, false}});
}

TEST(ImpliesAtLeast, TwoOnEitherSideOfAnEdgeCountOnceWhereDaysMustLieApart) {
  const AtLeast monthly{1, Span::month};
  expect({
      {monthly, AtLeast{2, Span::quarter, {}, 2}, true, false},
      {monthly, AtLeast{3, Span::quarter, {}, 2}, false, false},
      {monthly, AtLeast{3, Span::quarter, {}, 1}, true, false},
      {monthly, AtLeast{6, Span::year, {}, 28}, true, false},
      {monthly, AtLeast{7, Span::year, {}, 28}, false, false},
  });
}

TEST(ImpliesAtLeast, PreferredMonthsAreNotLookedAt) {
  expect({{AtLeast{1, Span::year, {{10, 12}}}, AtLeast{1, Span::year}, true, true}});
}

std::vector<Date> days_held(const AtLeast& a, Period window, int at_the_beginning) {
  std::vector<Date> days;
  for (int i = 0; i < at_the_beginning; ++i) days.push_back(window.begin + i * a.days_apart);
  for (int i = a.times - at_the_beginning - 1; i >= 0; --i)
    days.push_back(window.last() - i * a.days_apart);
  return days;
}

const Period two_years{Date{2023, 1, 1}, Date{2025, 1, 1}};

bool meets(const AtLeast& cadence, const std::vector<Date>& held) {
  const std::vector<QuotaTally> tallies = tally(quota_of(cadence), held, two_years);
  return std::ranges::all_of(tallies, [](const QuotaTally& t) { return t.missing == 0; });
}

// Years in which `a` is barely met: in each of its spans some times close together at its
// beginning, and the others at its end; how many, repeats after two or three spans.
std::vector<std::vector<Date>> barely_met(const AtLeast& a) {
  const int choices = a.times + 1;
  const std::vector<Period> windows = spans(a.per, two_years);
  std::vector<std::vector<Date>> years;
  for (const std::size_t repeats : {std::size_t{2}, std::size_t{3}})
    for (int pattern = 0; pattern < choices * choices * choices; ++pattern) {
      const int split[] = {pattern % choices, pattern / choices % choices,
                           pattern / choices / choices};
      std::vector<Date> held;
      for (std::size_t nth = 0; nth < windows.size(); ++nth)
        for (const Date day : days_held(a, windows[nth], split[nth % repeats])) held.push_back(day);
      years.push_back(std::move(held));
    }
  return years;
}

std::vector<AtLeast> grid() {
  std::vector<AtLeast> all;
  for (const Name<Span>& span : names<Span>())
    for (const int times : {1, 2, 3})
      for (const int apart : {0, 10, 40})
        if (span.value != Span::month || (times - 1) * apart < 28)
          all.push_back({times, span.value, {}, apart});
  return all;
}

TEST(ImpliesAtLeast, FailsOnlyWhereSomeYearMeetsTheOneAndNotTheOther) {
  for (const AtLeast& a : grid()) {
    const std::vector<std::vector<Date>> years = barely_met(a);
    for (const std::vector<Date>& held : years) ASSERT_TRUE(meets(a, held));
    for (const AtLeast& b : grid()) {
      const bool all_meet =
          std::ranges::all_of(years, [&](const std::vector<Date>& held) { return meets(b, held); });
      EXPECT_EQ(implies(a, b), all_meet)
          << to_string(quota_of(a)) << " => " << to_string(quota_of(b));
    }
  }
}

// A cadence that can be met.
rc::Gen<AtLeast> any_at_least() {
  return rc::gen::exec([] {
    const Span per = *rc::gen::element(Span::month, Span::quarter, Span::half_year, Span::year);
    constexpr int shortest[] = {28, 90, 181, 365};
    const int times = *rc::gen::inRange(1, 16);
    const int widest = times == 1 ? 60 : (shortest[static_cast<int>(per)] - 1) / (times - 1);
    return AtLeast{times, per, {}, *rc::gen::inRange(0, widest + 1)};
  });
}

// Days in every span of `a`, so many as it demands and as far apart.
std::vector<Date> any_days_that_meet(const AtLeast& a) {
  std::vector<Date> held;
  for (const Period window : spans(a.per, two_years)) {
    const int slack = window.days() - 1 - (a.times - 1) * a.days_apart;
    const auto times = static_cast<std::size_t>(a.times);
    std::vector<int> later =
        *rc::gen::container<std::vector<int>>(times, rc::gen::inRange(0, slack + 1));
    std::ranges::sort(later);
    for (int i = 0; const int days : later)
      held.push_back(window.begin + days + a.days_apart * i++);
  }
  return held;
}

RC_GTEST_PROP(ImpliesAtLeast, WhoMeetsTheOneMeetsTheOther, ()) {
  const AtLeast a = *any_at_least();
  const AtLeast b = *any_at_least();
  const std::vector<Date> held = any_days_that_meet(a);
  RC_ASSERT(meets(a, held));
  RC_CLASSIFY(implies(a, b));
  if (implies(a, b)) RC_ASSERT(meets(b, held));
  if (!meets(b, held)) RC_ASSERT(!implies(a, b));
}

TEST(Implies, OfFestivalsMoreAndNearerOnesAreStricter) {
  const AtFestivals both{{"春节", "重阳节"}, 10, 3};
  expect({{both, AtFestivals{{"春节"}, 10, 3}, true, false},
          {both, AtFestivals{{"重阳节", "春节"}, 10, 3}, true, true},
          {both, AtFestivals{{"春节", "重阳节"}, 11, 3}, true, false},
          {both, AtFestivals{{"春节", "重阳节"}, 10, 4}, true, false},
          {both, AtFestivals{{"春节", "重阳节"}, 11, 2}, false, false}});
}

TEST(Implies, AnAnniversaryInAMonthIsInItsQuarter) {
  expect({{OnAnniversary{Milestone::admitted, Span::month},
           OnAnniversary{Milestone::admitted, Span::quarter}, true, false},
          {OnAnniversary{Milestone::admitted, Span::month},
           OnAnniversary{Milestone::full_member, Span::year}, false, false}});
}

TEST(Implies, AnEarlierDeadlineIsStricterWhateverTheMonth) {
  const auto after = [](int months, int days) {
    return Deadline{Milestone::applied, months, days};
  };
  expect({{after(1, 0), after(2, 0), true, false},
          {after(1, 0), after(1, 1), true, false},
          {after(0, 28), after(1, 0), true, false},
          {after(0, 29), after(1, 0), false, false},  // from 1 February on: by 2 or by 1 March
          {after(1, 0), after(0, 31), true, false},
          {after(1, 0), after(0, 30), false, false},
          {after(12, 0), after(0, 366), true, false},
          {after(12, 0), after(0, 365), false, true},
          {after(1, 0), Deadline{Milestone::activist, 2, 0}, false, false}});
}

TEST(Implies, EveryLongerTurnHoldsAWholeShorterOne) {
  const auto every = [](int months) { return EveryMonthsSince{Milestone::activist, months}; };
  expect({{every(6), every(12), true, false},
          {every(6), every(11), true, false},
          {every(6), every(10), true, false},
          {every(6), every(9), true, false},
          {every(6), every(8), false, false},
          {every(6), every(7), false, false},
          {every(6), EveryMonthsSince{Milestone::admitted, 6}, false, false}});
}

TEST(Implies, MoreClassHoursImplyFewer) {
  expect({{ClassHours{32, Span::year}, ClassHours{31, Span::year}, true, false},
          {ClassHours{8, Span::quarter}, ClassHours{32, Span::year}, true, false},
          {ClassHours{8, Span::quarter}, ClassHours{33, Span::year}, false, false}});
}

TEST(Implies, NarrowerBoundsOfMoneyAreStricter) {
  const Funding funds{10'000, 20'000, Span::year};
  expect({{Funding{10'000, 19'999, Span::year}, funds, true, false},
          {Funding{10'001, 20'000, Span::year}, funds, true, false},
          {Funding{9'999, 19'999, Span::year}, funds, false, false},
          {Funding{2'500, 5'000, Span::quarter}, funds, true, false},
          {Funding{2'500, 5'001, Span::quarter}, funds, false, false}});
}

TEST(Implies, AShorterTermIsStricter) {
  expect({{AtTermEnd{3, 6}, AtTermEnd{5, 6}, true, false},
          {AtTermEnd{3, 3}, AtTermEnd{3, 6}, true, false}});
}

TEST(Implies, WhatIsDemandedWithoutANumberIsMetByAnyNumber) {
  const OnSchedule on_schedule{AtLeast{1, Span::quarter}};
  expect({{AtLeast{1, Span::year}, on_schedule, true, false},
          {OnSchedule{AtLeast{4, Span::month}}, on_schedule, true, true},
          {ClassHours{8, Span::year}, on_schedule, false, false}});
}

TEST(Implies, DaysOfARecurrenceAreImpliedByTheSameAlone) {
  expect(
      {{on_days("FREQ=MONTHLY;BYMONTHDAY=10"), on_days("FREQ=MONTHLY;BYMONTHDAY=11"), false, false},
       {on_days("FREQ=MONTHLY;BYMONTHDAY=10"), AtLeast{1, Span::month}, false, false}});
}

// Demands.

void expect(const Demand& a, const Demand& b, bool a_implies_b, bool b_implies_a) {
  EXPECT_EQ(implies(a, b), a_implies_b);
  EXPECT_EQ(implies(b, a), b_implies_a);
  EXPECT_TRUE(implies(a, a) && implies(b, b));
}

TEST(ImpliesDemand, BoundsWithinBoundsOfOneMeasureUnderOneCondition) {
  const auto members = [](std::optional<int> least, std::optional<int> most) {
    return Bounds{.within = {Measure::members, least, most}};
  };
  expect(members(3, 50), members(3, {}), true, false);
  expect(members(3, 50), members(3, 51), true, false);
  expect(members(3, 50), members(2, 51), true, false);
  expect(members(3, 51), members(4, 52), false, false);
  expect(members(3, {}), Bounds{.within = {Measure::full_members, 3, {}}}, false, false);
  const Within seven{Measure::full_members, 7, {}};
  expect(Bounds{.within = {Measure::committee_size, 3, 5}, .when = seven},
         Bounds{.within = {Measure::committee_size, 3, 5}}, false, false);
}

TEST(ImpliesDemand, TheUtmostNumberBoundsToo) {
  const auto seats = [](std::optional<int> utmost) {
    return Bounds{.within = {Measure::committee_size, 3, 5}, .utmost = utmost};
  };
  expect(seats(7), seats(8), true, false);
  expect(seats({}), seats(7), true, false);
}

TEST(ImpliesDemand, AHigherShareOfTheSameBase) {
  const Ratio half{1, 2, true}, more_than_half{1, 2, false}, two_thirds{2, 3, true};
  expect(MeetingQuorum{Activity::members_meeting, more_than_half},
         MeetingQuorum{Activity::members_meeting, half}, true, false);
  expect(MeetingQuorum{Activity::members_meeting, two_thirds},
         MeetingQuorum{Activity::members_meeting, more_than_half}, true, false);
  expect(MeetingQuorum{Activity::members_meeting, {2, 4, true}},
         MeetingQuorum{Activity::members_meeting, half}, true, true);
  expect(MeetingQuorum{Activity::members_meeting, two_thirds},
         MeetingQuorum{Activity::committee_meeting, half}, false, false);
  expect(ElectionQuorum{{4, 5, true}}, ElectionQuorum{{3, 4, true}}, true, false);
  expect(CandidateSurplus{{1, 4, true}}, CandidateSurplus{{1, 5, true}}, true, false);
  expect(ElectionMajority{more_than_half, Base::due}, ElectionMajority{half, Base::present}, true,
         false);
  expect(ElectionMajority{more_than_half, Base::due, {}},
         ElectionMajority{more_than_half, Base::due, {PostKind::secretary}}, true, false);
}

TEST(ImpliesDemand, ShorterTermsEarlierRemindersAndSmallerShifts) {
  expect(TermLength{3, 3}, TermLength{2, 3}, true, false);
  expect(TermLength{2, 3}, TermLength{3, 5}, false, false);
  expect(TermReminder{7}, TermReminder{6}, true, false);
  expect(TermShift{0}, TermShift{1}, true, false);
}

TEST(ImpliesDemand, MorePostsAndLongerStanding) {
  using enum PostKind;
  expect(HolderStanding{{secretary, member}, 1}, HolderStanding{{secretary}, 1}, true, false);
  expect(HolderStanding{{secretary}, 2}, HolderStanding{{secretary}, 1}, true, false);
  expect(HolderStanding{{secretary}, 2}, HolderStanding{{secretary, member}, 1}, false, false);
  expect(ResultApproved{{secretary}, Approval::approved},
         ResultApproved{{secretary}, Approval::filed}, true, false);
  expect(PostsKept{{{secretary, 1, 1}}}, PostsKept{{{secretary, 1, 2}}}, true, false);
  expect(PostsKept{{{secretary, 1, 1}, {member, 1, {}}}}, PostsKept{{{secretary, 1, {}}}}, true,
         false);
}

TEST(ImpliesDemand, LongerWaitsAndShorterDelaysBetweenTheSameMilestones) {
  using enum Milestone;
  expect(MonthsBetween{activist, development_target, 12, {}},
         MonthsBetween{activist, development_target, 11, {}}, true, false);
  expect(MonthsBetween{admitted, full_member, 12, 24}, MonthsBetween{admitted, full_member, 12, {}},
         true, false);
  expect(MonthsBetween{admitted, full_member, 13, {}}, MonthsBetween{applied, full_member, 12, {}},
         false, false);
  expect(JoinedRevolutionBy{Date{1949, 9, 29}}, JoinedRevolutionBy{Date{1949, 9, 30}}, true, false);
}

TEST(ImpliesDemand, OfWhatCannotBeMeasuredOnlyTheSame) {
  expect(OwnCommittee{true, {Measure::full_members, 7, {}}},
         OwnCommittee{true, {Measure::full_members, 6, {}}}, false, false);
  expect(SeatsTaken{}, Noted{}, false, false);
}

// Scopes.

const EveryUnit branches{.kinds = {UnitKind::branch}};

bool both_ways(const Scope& a, const Scope& b) {
  EXPECT_EQ(overlaps(a, b), overlaps(b, a));
  return overlaps(a, b);
}

TEST(Overlaps, UnitsOfOneKindUnlessAFlagOrAFieldTellsThemApart) {
  const EveryUnit both{.kinds = {UnitKind::group, UnitKind::branch}};
  EXPECT_TRUE(both_ways(branches, both));
  EXPECT_FALSE(both_ways(branches, EveryUnit{.kinds = {UnitKind::group}}));
  const EveryUnit lasting{.kinds = {UnitKind::branch}, .temporary = false};
  const EveryUnit temporary{.kinds = {UnitKind::branch}, .temporary = true};
  EXPECT_TRUE(both_ways(branches, temporary));
  EXPECT_FALSE(both_ways(lasting, temporary));
  const EveryUnit villages{.kinds = {UnitKind::branch}, .fields = {BranchField::village}};
  const EveryUnit communities{.kinds = {UnitKind::branch}, .fields = {BranchField::community}};
  EXPECT_TRUE(both_ways(branches, villages));
  EXPECT_FALSE(both_ways(communities, villages));
}

TEST(Overlaps, AGeneralBranchIsNeverWithoutACommittee) {
  const EveryUnit units{.kinds = {UnitKind::branch, UnitKind::general_branch}};
  const EveryUnit without{.kinds = {UnitKind::general_branch}, .has_committee = false};
  EXPECT_FALSE(both_ways(units, without));
  EXPECT_TRUE(both_ways(units, EveryUnit{.kinds = {UnitKind::branch}, .has_committee = false}));
}

TEST(Overlaps, NamedUnitsOnlyWithThemselves) {
  EXPECT_TRUE(both_ways(TheseUnits{{"A", "B"}}, TheseUnits{{"B"}}));
  EXPECT_FALSE(both_ways(TheseUnits{{"A"}}, TheseUnits{{"B"}}));
  EXPECT_FALSE(both_ways(TheseUnits{{"A"}}, branches)) << "a scope does not know what A is";
  EXPECT_TRUE(both_ways(LeadsOfClusters{}, LeadsOfClusters{}));
  EXPECT_FALSE(both_ways(LeadsOfClusters{}, branches));
}

TEST(Overlaps, HoldersOfOnePostInTheSameUnits) {
  using enum PostKind;
  EXPECT_TRUE(both_ways(HoldersOf{branches, {secretary, member}}, HoldersOf{branches, {member}}));
  EXPECT_TRUE(both_ways(HoldersOf{branches, {}}, HoldersOf{branches, {member}}));
  EXPECT_FALSE(both_ways(HoldersOf{branches, {secretary}}, HoldersOf{branches, {member}}));
  EXPECT_FALSE(both_ways(HoldersOf{TheseUnits{{"A"}}, {}}, HoldersOf{branches, {}}));
  EXPECT_FALSE(both_ways(HoldersOf{branches, {}}, branches)) << "persons are no units";
}

TEST(Overlaps, PersonsUnlessAStandingTellsThemApart) {
  const EveryPerson members{.member = true};
  EXPECT_TRUE(both_ways(members, EveryPerson{}));
  EXPECT_FALSE(both_ways(members, EveryPerson{.member = false}));
  const EveryPerson activists{.standing = {PartyStanding::activist}};
  EXPECT_FALSE(both_ways(activists, EveryPerson{.standing = {PartyStanding::applicant}}));
  EXPECT_FALSE(
      both_ways(EveryPerson{.needs_home_visits = true}, EveryPerson{.needs_home_visits = false}));
  EXPECT_FALSE(both_ways(EveryPerson{.retirement = {Retirement::retired}},
                         EveryPerson{.retirement = {Retirement::in_service}}));
}

TEST(IsAsStrong, ShallThenAsARuleThenPracticeThenMay) {
  const Force falling[] = {Force::shall, Force::as_a_rule, Force::practice, Force::may};
  for (std::size_t i = 0; i < 4; ++i)
    for (std::size_t j = 0; j < 4; ++j) EXPECT_EQ(is_as_strong(falling[i], falling[j]), i <= j);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/day_rule.hpp"

#include <climits>
#include <cstddef>
#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/time/festival.hpp"

namespace zhibu {
namespace {

using Days = std::vector<Date>;

const Calendar& china() {
  static const Calendar calendar = Calendar::china();
  return calendar;
}

const Period year_2026 = parse_period("2026");

ShiftedDays tenth(ShiftPolicy policy, int max_days = 7) {
  return {{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2026, 1, 1}}, {policy, max_days}};
}

Days actual(const ShiftedDays& rule, Period period) {
  Days days;
  for (const Shifted& day : shifted_days(rule, china(), period)) days.push_back(day.actual);
  return days;
}

TEST(ShiftedDays, MoveTheTenthToTheNearestWorkdayOfTheDecreedYear) {
  EXPECT_EQ(actual(tenth(ShiftPolicy::nearest_workday), year_2026),
            (Days{{2026, 1, 9},  // the 10th is a Saturday
                  {2026, 2, 10},
                  {2026, 3, 10},
                  {2026, 4, 10},
                  {2026, 5, 9},  // the 10th is a Sunday, and the 9th a make-up Saturday
                  {2026, 6, 10},
                  {2026, 7, 10},
                  {2026, 8, 10},
                  {2026, 9, 10},
                  {2026, 10, 10},  // a make-up Saturday
                  {2026, 11, 10},
                  {2026, 12, 10}}));
}

TEST(ShiftedDays, KeepTheDayOfTheRuleBesideTheActualOne) {
  EXPECT_EQ(shifted_days(tenth(ShiftPolicy::next_workday), china(), parse_period("2026-01")),
            (std::vector<Shifted>{{Date{2026, 1, 10}, Date{2026, 1, 12}, true}}));
  EXPECT_EQ(actual(tenth(ShiftPolicy::none), parse_period("2026-01")), (Days{{2026, 1, 10}}));
}

TEST(ShiftedDays, AreOfThePeriodThatHoldsTheDayOfTheRule) {
  const ShiftedDays january{{"FREQ=YEARLY", Date{2026, 1, 1}}, {ShiftPolicy::next_workday, 7}};
  EXPECT_EQ(actual(january, parse_period("2026-01-01")), (Days{{2026, 1, 4}}));
  EXPECT_EQ(actual(january, parse_period("2026-01-02..2026-01-31")), Days{});
  const ShiftedDays may{{"FREQ=YEARLY", Date{2026, 5, 1}}, {ShiftPolicy::previous_workday, 7}};
  EXPECT_EQ(actual(may, parse_period("2026-05")), (Days{{2026, 4, 30}}));
  EXPECT_EQ(actual(may, parse_period("2026-04")), Days{});
}

TEST(ShiftedDays, StayWhereNoWorkdayIsNearEnough) {
  const Period october_1 = parse_period("2026-10-01");
  const Recurrence national_day{"FREQ=YEARLY", Date{2026, 10, 1}};
  EXPECT_EQ(
      shifted_days({national_day, {ShiftPolicy::next_workday, 7}}, china(), october_1).front(),
      (Shifted{Date{2026, 10, 1}, Date{2026, 10, 8}, true}));
  EXPECT_EQ(
      shifted_days({national_day, {ShiftPolicy::next_workday, 6}}, china(), october_1).front(),
      (Shifted{Date{2026, 10, 1}, Date{2026, 10, 1}, false}));
}

TEST(ShiftedDays, MayBeMovedToOneDay) {
  const ShiftedDays both{{"FREQ=MONTHLY;BYMONTHDAY=10,11", Date{2026, 1, 1}},
                         {ShiftPolicy::next_workday, 7}};
  EXPECT_EQ(actual(both, parse_period("2026-01")), (Days{{2026, 1, 12}, {2026, 1, 12}}));
}

TEST(ShiftedDays, AreNotGuessedWhereTheCalendarIsUnknown) {
  const ShiftedDays old{{"FREQ=YEARLY", Date{1990, 1, 1}}, {ShiftPolicy::next_workday, 7}};
  EXPECT_THROW(shifted_days(old, china(), parse_period("1990")), std::invalid_argument);
  EXPECT_TRUE(shifted_days(old, china(), {}).empty());
}

TEST(NthWorkday, IsTheLastOfEachMonthOf2026) {
  EXPECT_EQ(nth_workdays({-1, Span::month}, china(), year_2026),
            (Days{{2026, 1, 30},
                  {2026, 2, 28},  // a make-up Saturday
                  {2026, 3, 31},
                  {2026, 4, 30},
                  {2026, 5, 29},
                  {2026, 6, 30},
                  {2026, 7, 31},
                  {2026, 8, 31},
                  {2026, 9, 30},
                  {2026, 10, 30},
                  {2026, 11, 30},
                  {2026, 12, 31}}));
}

TEST(NthWorkday, IsTheFirstAfterTheBreakOfOctober2026) {
  const Period october = parse_period("2026-10");
  EXPECT_EQ(nth_workdays({1, Span::month}, china(), october), (Days{{2026, 10, 8}}));
  EXPECT_EQ(nth_workdays({2, Span::month}, china(), october), (Days{{2026, 10, 9}}));
  EXPECT_EQ(nth_workdays({3, Span::month}, china(), october), (Days{{2026, 10, 10}}));
  EXPECT_EQ(nth_workdays({4, Span::month}, china(), october), (Days{{2026, 10, 12}}));
}

TEST(NthWorkday, MayBeOfAnySpanOfTheCalendar) {
  EXPECT_EQ(nth_workdays({1, Span::year}, china(), year_2026), (Days{{2026, 1, 4}}));
  EXPECT_EQ(nth_workdays({1, Span::half_year}, china(), year_2026),
            (Days{{2026, 1, 4}, {2026, 7, 1}}));
  EXPECT_EQ(nth_workdays({-1, Span::quarter}, china(), year_2026),
            (Days{{2026, 3, 31}, {2026, 6, 30}, {2026, 9, 30}, {2026, 12, 31}}));
}

TEST(NthWorkday, IsOfWholeSpansOnly) {
  const NthWorkday first;
  EXPECT_EQ(nth_workdays(first, china(), parse_period("2026-09-02..2026-10-31")),
            (Days{{2026, 10, 8}}));
  EXPECT_EQ(nth_workdays(first, china(), parse_period("2026-10-01..2026-10-30")), Days{});
}

TEST(NthWorkday, IsMissingInASpanWithFewerWorkdays) {
  const Period february = parse_period("2026-02");
  const int workdays = china().workdays_between(february);
  EXPECT_EQ(workdays, 16);
  EXPECT_EQ(nth_workdays({workdays, Span::month}, china(), february), (Days{{2026, 2, 28}}));
  EXPECT_EQ(nth_workdays({-workdays, Span::month}, china(), february), (Days{{2026, 2, 2}}));
  EXPECT_EQ(nth_workdays({workdays + 1, Span::month}, china(), february), Days{});
  EXPECT_EQ(nth_workdays({-workdays - 1, Span::month}, china(), february), Days{});
}

TEST(NthWorkday, ThatNoSpanCanHaveIsRefused) {
  for (const NthWorkday rule :
       {NthWorkday{0, Span::month}, NthWorkday{32, Span::month}, NthWorkday{-93, Span::quarter},
        NthWorkday{185, Span::half_year}, NthWorkday{INT_MIN, Span::year}})
    EXPECT_THROW(nth_workdays(rule, china(), year_2026), std::invalid_argument) << rule.nth;
  EXPECT_THROW(nth_workdays({0, Span::month}, china(), {}), std::invalid_argument);
  EXPECT_EQ(nth_workdays({31, Span::month}, china(), year_2026), Days{});
}

TEST(NthWorkday, IsNotGuessedWhereTheCalendarIsUnknown) {
  EXPECT_THROW(nth_workdays({}, china(), parse_period("1999-09")), std::invalid_argument);
  EXPECT_THROW(nth_workdays({-1, Span::month}, china(), parse_period("1999-09")),
               std::invalid_argument);
  EXPECT_EQ(nth_workdays({}, china(), parse_period("1999-10")).size(), 1U);
}

TEST(FestivalWindow, IsTheTenDaysBeforeSpringFestival) {
  EXPECT_EQ(festival_windows({"春节", -10, -1}, parse_period("2027")),
            (std::vector<Period>{parse_period("2027-01-27..2027-02-05")}));
}

TEST(FestivalWindow, HoldsTheFestivalItselfUnlessItSaysOtherwise) {
  EXPECT_EQ(festival_windows({"重阳", 0, 0}, parse_period("2017")),
            (std::vector<Period>{parse_period("2017-10-28")}));
  EXPECT_EQ(festival_windows({"seniors_day", -3, 3}, parse_period("2017")),
            (std::vector<Period>{parse_period("2017-10-25..2017-10-31")}));
  EXPECT_EQ(festival_windows({"七一", 1, 30}, parse_period("2021")),
            (std::vector<Period>{parse_period("2021-07-02..2021-07-31")}));
}

TEST(FestivalWindow, IsOfThePeriodThatHoldsTheFestival) {
  const FestivalWindow new_year{"元旦", -10, -1};
  EXPECT_EQ(festival_windows(new_year, parse_period("2027-01-01")),
            (std::vector<Period>{parse_period("2026-12-22..2026-12-31")}));
  EXPECT_TRUE(festival_windows(new_year, parse_period("2026-12")).empty());
  EXPECT_EQ(festival_windows(new_year, parse_period("2025-01-01..2027-01-01")).size(), 3U);
  EXPECT_EQ(festival_windows(new_year, parse_period("2025-01-02..2026-12-31")).size(), 1U);
  EXPECT_TRUE(festival_windows(new_year, {}).empty());
}

TEST(FestivalWindow, IsNoneBeforeTheFestivalWasFirstHeld) {
  const FestivalWindow martyrs{"烈士纪念日", -7, 0};
  EXPECT_TRUE(festival_windows(martyrs, parse_period("2013")).empty());
  EXPECT_EQ(festival_windows(martyrs, parse_period("2014")),
            (std::vector<Period>{parse_period("2014-09-23..2014-09-30")}));
}

TEST(FestivalWindow, ThatEndsBeforeItBeginsOrHasNoSuchFestivalIsRefused) {
  EXPECT_THROW(festival_windows({"春节", -1, -10}, year_2026), std::invalid_argument);
  EXPECT_THROW(festival_windows({"春節", -10, -1}, year_2026), std::invalid_argument);
  EXPECT_THROW(festival_windows({"春节", -10, -1}, parse_period("2300")), std::invalid_argument);
  EXPECT_THROW(festival_windows({"春节", 0, INT_MAX}, year_2026), std::invalid_argument);
}

TEST(Anniversary, OfALeapDayIsAsSkipSaysInACommonYear) {
  const Date leap_day{1956, 2, 29};
  EXPECT_EQ(anniversary(leap_day, Skip::omit).take(3),
            (Days{leap_day, {1960, 2, 29}, {1964, 2, 29}}));
  EXPECT_EQ(anniversary(leap_day, Skip::backward).take(5),
            (Days{leap_day, {1957, 2, 28}, {1958, 2, 28}, {1959, 2, 28}, {1960, 2, 29}}));
  EXPECT_EQ(anniversary(leap_day, Skip::forward).take(5),
            (Days{leap_day, {1957, 3, 1}, {1958, 3, 1}, {1959, 3, 1}, {1960, 2, 29}}));
  EXPECT_EQ(anniversary(leap_day, Skip::backward).next(Date{2100, 1, 1}), (Date{2100, 2, 28}));
}

TEST(LunarAnniversary, OfALeapMonthIsAsSkipSaysInAYearWithoutIt) {
  const LunarDate born{1987, 6, 1, true};
  EXPECT_EQ(lunar_anniversary(born, Skip::omit).take(3),
            (Days{{1987, 7, 26}, {2017, 7, 23}, {2025, 7, 25}}));
  EXPECT_EQ(lunar_anniversary(born, Skip::backward).take(2),
            (Days{{1987, 7, 26}, {1988, 7, 14}}));  // 六月初一
  EXPECT_EQ(lunar_anniversary(born, Skip::forward).take(2),
            (Days{{1987, 7, 26}, {1988, 8, 12}}));  // 七月初一
  EXPECT_EQ(lunar_anniversary(born, Skip::backward).next(Date{2017, 1, 1}), (Date{2017, 7, 23}));
}

TEST(LunarAnniversary, OfTheThirtiethIsAsSkipSaysInAMonthOf29Days) {
  const LunarDate born{1958, 12, 30};
  ASSERT_EQ(born.to_date(), (Date{1959, 2, 7}));
  const Date before{2025, 1, 1};  // the month has 29 days: 2025-01-28 is 廿九, and New Year's Eve
  EXPECT_EQ(lunar_anniversary(born, Skip::backward).next(before), (Date{2025, 1, 28}));
  EXPECT_EQ(lunar_anniversary(born, Skip::forward).next(before), (Date{2025, 1, 29}));
  EXPECT_EQ(LunarDate::of(*lunar_anniversary(born, Skip::omit).next(before)).day(), 30);
  EXPECT_GT(*lunar_anniversary(born, Skip::omit).next(before), (Date{2026, 2, 16}));
}

Period any_period() {
  const Date begin = Date{2001, 1, 1} + *rc::gen::inRange(0, 9000);
  return {begin, begin + *rc::gen::inRange(0, 900)};
}

RC_GTEST_PROP(ShiftedDays, AreTheDaysOfTheRuleEachOnAWorkday, ()) {
  const Recurrence rule{"FREQ=MONTHLY;BYMONTHDAY=" + std::to_string(*rc::gen::inRange(1, 29)),
                        Date{2001, 1, 1}};
  const auto policy = static_cast<ShiftPolicy>(*rc::gen::inRange(1, 4));
  const Period period = any_period();
  Days nominal;
  for (const Shifted& day : shifted_days({rule, {policy, 14}}, china(), period)) {
    nominal.push_back(day.nominal);
    RC_ASSERT(day.within_limit && china().is_workday(day.actual));
    RC_ASSERT(day.actual == day.nominal || !china().is_workday(day.nominal));
  }
  RC_ASSERT(nominal == rule.between(period.begin, period.end));
}

RC_GTEST_PROP(NthWorkday, IsThatOfTheCount, ()) {
  const auto per = static_cast<Span>(*rc::gen::inRange(0, 4));
  const Period within = span_of(per, any_period().begin);
  const int workdays = china().workdays_between(within);
  const int nth = *rc::gen::inRange(1, workdays + 1);
  const Days forth = nth_workdays({nth, per}, china(), within);
  RC_ASSERT(forth == nth_workdays({nth - workdays - 1, per}, china(), within));
  RC_ASSERT(forth.size() == 1U);
  RC_ASSERT(china().is_workday(forth[0]));
  RC_ASSERT(china().workdays_between({within.begin, forth[0] + 1}) == nth);
}

RC_GTEST_PROP(FestivalWindow, LiesAboutAFestivalOfThePeriod, ()) {
  const std::vector<Festival> all = festivals();
  const std::string name{all[*rc::gen::inRange<std::size_t>(0, all.size())].name};
  const int first = *rc::gen::inRange(-30, 30);
  const int last = first + *rc::gen::inRange(0, 30);
  const Period period = any_period();
  for (const Period window : festival_windows({name, first, last}, period)) {
    const Date day = window.begin - first;
    RC_ASSERT(period.contains(day));
    RC_ASSERT(festival(day.year(), name) == day);
    RC_ASSERT(window.last() == day + last);
  }
}

RC_GTEST_PROP(Anniversary, BeginsWithItsOriginAndComesOnceAYear, ()) {
  const Date origin = Date{1900, 1, 1} + *rc::gen::inRange(0, 50000);
  const Skip skip = *rc::gen::element(Skip::backward, Skip::forward);
  const Days days = anniversary(origin, skip).take(9);
  for (int n = 0; n < 9; ++n) {
    const Date day = days[static_cast<std::size_t>(n)];
    RC_ASSERT(day.year() == origin.year() + n);
    RC_ASSERT(skip == Skip::forward || day == add_years(origin, n));
    RC_ASSERT(day == add_years(origin, n) || (day.month() == 3 && day.day() == 1));
  }
}

RC_GTEST_PROP(LunarAnniversary, BeginsWithItsOriginAndComesOnceALunarYear, ()) {
  const LunarDate origin = LunarDate::of(Date{1900, 2, 1} + *rc::gen::inRange(0, 50000));
  const Days days = lunar_anniversary(origin, Skip::backward).take(20);
  RC_ASSERT(days.at(0) == origin.to_date());
  for (int n = 0; n < 20; ++n) {
    const LunarDate day = LunarDate::of(days[static_cast<std::size_t>(n)]);
    RC_ASSERT(day.year() == origin.year() + n && day.month() == origin.month());
    RC_ASSERT(!day.leap() || origin.leap());
    RC_ASSERT(day.day() == origin.day() || (origin.day() == 30 && day.day() == 29));
  }
}

}  // namespace
}  // namespace zhibu

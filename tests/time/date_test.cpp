// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/date.hpp"

#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <boost/date_time/gregorian/gregorian_types.hpp>

namespace zhibu {
namespace {

static_assert(sizeof(Date) == 4);
static_assert(std::is_trivially_copyable_v<Date>);

TEST(Date, IsADayCountedFrom1970) {
  EXPECT_EQ((Date{1970, 1, 1}.serial()), 0);
  EXPECT_EQ((Date{1969, 12, 31}.serial()), -1);
  EXPECT_EQ((Date{2000, 2, 29}.serial()), 11016);
  EXPECT_EQ(Date{}, (Date{1970, 1, 1}));
}

TEST(Date, RefusesDaysThatThereAreNot) {
  const struct {
    int year, month, day;
  } cases[] = {{2025, 2, 29}, {2025, 2, 0},   {2025, 13, 1}, {2025, 0, 1},  {2025, 4, 31},
               {1900, 2, 29}, {1399, 12, 31}, {10000, 1, 1}, {67561, 1, 1}, {2025, -1, 5}};
  for (const auto& c : cases)
    EXPECT_THROW((Date{c.year, c.month, c.day}), std::invalid_argument)
        << c.year << '-' << c.month << '-' << c.day;
}

TEST(Date, HasLeapYearsByTheGregorianRule) {
  EXPECT_NO_THROW((Date{2000, 2, 29}));
  EXPECT_NO_THROW((Date{2024, 2, 29}));
  EXPECT_THROW((Date{2100, 2, 29}), std::invalid_argument);
}

TEST(Date, EndsWhereTheCalendarEnds) {
  EXPECT_EQ(Date::last(), (Date{9999, 12, 31}));
  EXPECT_THROW((Date::last() + 1), std::invalid_argument);
  EXPECT_EQ((Date{1400, 1, 2} - 1), (Date{1400, 1, 1}));
  EXPECT_THROW((Date{1400, 1, 1} - 1), std::invalid_argument);
  EXPECT_THROW(Date::from_serial(1LL << 40), std::invalid_argument);
}

TEST(Date, AddMonthsKeepsTheDayWhereTheMonthHasIt) {
  const struct {
    Date from;
    int months;
    Date to;
  } cases[] = {
      {Date{2025, 1, 31}, 1, Date{2025, 2, 28}},  {Date{2025, 2, 28}, 1, Date{2025, 3, 28}},
      {Date{1983, 2, 28}, 12, Date{1984, 2, 28}}, {Date{1984, 2, 29}, 12, Date{1985, 2, 28}},
      {Date{2025, 3, 31}, -1, Date{2025, 2, 28}}, {Date{2025, 1, 15}, -1, Date{2024, 12, 15}},
      {Date{2025, 12, 31}, 2, Date{2026, 2, 28}}, {Date{2026, 5, 20}, -6, Date{2025, 11, 20}},
      {Date{2023, 5, 20}, 36, Date{2026, 5, 20}},
  };
  for (const auto& c : cases) EXPECT_EQ(add_months(c.from, c.months), c.to) << to_string(c.from);
}

TEST(Date, AddYearsTakesTheTwentyNinthOfFebruaryToTheTwentyEighth) {
  EXPECT_EQ(add_years(Date{1956, 2, 29}, 61), (Date{2017, 2, 28}));
  EXPECT_EQ(add_years(Date{1956, 2, 29}, 64), (Date{2020, 2, 29}));
  EXPECT_THROW(add_years(Date{2025, 1, 1}, 2'000'000'000), std::invalid_argument);
}

TEST(Date, KnowsItsWeekday) {
  EXPECT_EQ(weekday(Date{1970, 1, 1}), Weekday::thursday);
  EXPECT_EQ(weekday(Date{1969, 12, 31}), Weekday::wednesday);
  EXPECT_EQ(weekday(Date{2026, 10, 10}), Weekday::saturday);
  EXPECT_EQ(weekday(Date{2017, 9, 10}), Weekday::sunday);
}

TEST(Date, ReadsOnlyWhatItWrites) {
  EXPECT_EQ(parse_date("2025-02-28"), (Date{2025, 2, 28}));
  for (const char* text : {"2025-2-28", "2025/02/28", "2025-02-28 rest", "", "20250228",
                           "2025-02-3x", "-025-02-28", "2025-02-30", "２０２５-02-28"})
    EXPECT_THROW(parse_date(text), std::invalid_argument) << text;
}

TEST(Date, MeetsBoostAtItsBorder) {
  EXPECT_EQ((Date{2025, 7, 1}.to_boost()), (boost::gregorian::date{2025, 7, 1}));
  EXPECT_EQ(Date{boost::gregorian::date(2025, 7, 1)}, (Date{2025, 7, 1}));
  const boost::gregorian::date none{boost::gregorian::not_a_date_time};
  EXPECT_THROW(Date{none}, std::invalid_argument);
}

RC_GTEST_PROP(Date, IsTheSameDayAsBoosts, ()) {
  const Date d = Date::from_serial(*rc::gen::inRange(-208188, 2932897));
  const boost::gregorian::date b = d.to_boost();
  RC_ASSERT(d.year() == static_cast<int>(b.year()));
  RC_ASSERT(d.month() == static_cast<int>(b.month()));
  RC_ASSERT(d.day() == static_cast<int>(b.day()));
  RC_ASSERT(Date(d.year(), d.month(), d.day()) == d);
  RC_ASSERT(parse_date(to_string(d)) == d);
  RC_ASSERT(static_cast<int>(weekday(d)) == (b.day_of_week() + 6) % 7);
}

RC_GTEST_PROP(Date, MonthsAddedAndTakenAwayComeBackUpToTheMonthsLength, ()) {
  const Date d = Date::from_serial(*rc::gen::inRange(-20000, 80000));
  const int n = *rc::gen::inRange(-600, 601);
  const Date back = add_months(add_months(d, n), -n);
  RC_ASSERT(back <= d && d - back <= 3);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/lunar.hpp"

#include <optional>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "time/lunar_months.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

const Date first_day{1850, 2, 12};
const Date last_day{2201, 2, 3};

// What the message of a refusal says, or "" where nothing is refused.
template <class Act>
std::string refusal(Act act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

Date any_day() { return first_day + *rc::gen::inRange(0, last_day - first_day + 1); }

TEST(LunarDate, BeginsTheYearWhereOthersAreADayOff) {
  const struct {
    int year;
    Date new_year;
  } cases[] = {{2027, Date{2027, 2, 6}},
               {2030, Date{2030, 2, 3}},
               {1954, Date{1954, 2, 3}},
               {2017, Date{2017, 1, 28}},
               {1916, Date{1916, 2, 3}}};
  for (const auto& c : cases) {
    EXPECT_EQ((LunarDate{c.year, 1, 1}.to_date()), c.new_year) << c.year;
    EXPECT_EQ(LunarDate::of(c.new_year), (LunarDate{c.year, 1, 1})) << c.year;
    EXPECT_EQ(LunarDate::of(c.new_year - 1).year(), c.year - 1) << c.year;
  }
}

TEST(LunarDate, HasTheLeapMonthsThatOthersLose) {
  EXPECT_EQ((LunarDate{1987, 6, 1, true}.to_date()), (Date{1987, 7, 26}));
  EXPECT_EQ((LunarDate{2033, 11, 1, true}.to_date()), (Date{2033, 12, 22}));
  EXPECT_EQ((LunarDate{2033, 12, 1}.to_date()), (Date{2034, 1, 20}));
}

TEST(LunarDate, BeginsTheFourthMonthOf1906AsItWasPublished) {
  EXPECT_EQ((LunarDate{1906, 4, 1}.to_date()), (Date{1906, 4, 24}));
  EXPECT_EQ(LunarDate::of(Date{1906, 4, 23}).month(), 3);
}

TEST(LunarDate, OfALeapMonthComesAfterThatOfTheMonthOfItsNumber) {
  EXPECT_LT((LunarDate{1987, 6, 29}), (LunarDate{1987, 6, 1, true}));
  EXPECT_LT((LunarDate{1987, 6, 29, true}), (LunarDate{1987, 7, 1}));
}

TEST(LunarDate, RefusesWhatAYearLacksAndSaysWhatItHas) {
  const struct {
    int year, month, day;
    bool leap;
    const char* accepted;
  } cases[] = {
      {2027, 6, 1, true, "no such lunar day: 2027-6L-1; accepted: the months 1 to 12 (there is no"},
      {1987, 7, 1, true, "1987-7L-1; accepted: the months 1 to 12 and the leap month 6"},
      {2027, 13, 1, false, "2027-13-1; accepted: the months 1 to 12"},
      {2027, 0, 1, false, "2027-0-1; accepted: the months 1 to 12"},
      {2025, 12, 30, false, "2025-12-30; accepted: the days 1 to 29"},
      {2027, 1, 31, false, "2027-1-31; accepted: the days 1 to 30"},
      {2027, 1, 0, false, "2027-1-0; accepted: the days 1 to 30"},
      {1849, 1, 1, false, "1849-1-1; accepted: the lunar years 1850 to 2200"},
      {2201, 1, 1, false, "2201-1-1; accepted: the lunar years 1850 to 2200"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal([&] { LunarDate(c.year, c.month, c.day, c.leap); }), HasSubstr(c.accepted));
}

TEST(LunarDate, IsKnownFromTheFirstDayOfTheTableToTheLast) {
  EXPECT_EQ(LunarDate::of(Date{1850, 2, 12}), (LunarDate{1850, 1, 1}));
  EXPECT_THAT(refusal([] {
                LunarDate::of(Date{1850, 2, 11});
              }),
              HasSubstr("1850-02-11; accepted: the days from 1850-02-12 to 2201-02-03"));
  EXPECT_EQ(LunarDate::of(Date{2201, 2, 3}).month(), 12);
  EXPECT_THROW(LunarDate::of(Date{2201, 2, 4}), std::invalid_argument);
  EXPECT_THROW(LunarDate::of(Date{1400, 1, 1}), std::invalid_argument);
  EXPECT_THROW(LunarDate::of(Date::last()), std::invalid_argument);
}

TEST(LunarDate, OfEveryDayOfTheTableComesBackAndGoesOnByOne) {
  LunarDate before = LunarDate::of(first_day);
  for (Date day = first_day + 1; day <= last_day; day = day + 1) {
    const LunarDate lunar = LunarDate::of(day);
    ASSERT_EQ(lunar.to_date(), day);
    ASSERT_LT(before, lunar) << to_string(day);
    ASSERT_TRUE(lunar.day() == before.day() + 1 || (lunar.day() == 1 && before.day() >= 29))
        << to_string(day);
    before = lunar;
  }
}

RC_GTEST_PROP(LunarDateProperty, OfADayIsTheDateThatComesBackToIt, ()) {
  const Date day = any_day();
  const LunarDate lunar = LunarDate::of(day);
  RC_ASSERT(LunarDate(lunar.year(), lunar.month(), lunar.day(), lunar.leap()) == lunar);
  RC_ASSERT(lunar.to_date() == day);
}

RC_GTEST_PROP(LunarDateProperty, AreOrderedAsTheirDays, ()) {
  const Date a = any_day();
  const Date b = any_day();
  RC_ASSERT((LunarDate::of(a) <=> LunarDate::of(b)) == (a <=> b));
}

TEST(LunarDate, SaysWhereAstronomyCannotYetDecide) {
  EXPECT_TRUE((LunarDate{2057, 9, 1}.uncertain()));
  EXPECT_TRUE((LunarDate{2057, 9, 29}.uncertain()));
  EXPECT_TRUE((LunarDate{2097, 7, 1}.uncertain()));
  EXPECT_FALSE((LunarDate{2027, 1, 1}.uncertain()));
  EXPECT_FALSE((LunarDate{2057, 10, 1}.uncertain()));
  EXPECT_FALSE((LunarDate{2172, 5, 1, true}.uncertain()));
}

TEST(LunarDate, OfDay30BeforeAnUncertainMonthMayYetBeItsDay1) {
  EXPECT_TRUE((LunarDate{2057, 8, 30}.uncertain()));
  EXPECT_FALSE((LunarDate{2057, 8, 29}.uncertain()));
  EXPECT_TRUE((LunarDate{2172, 8, 30}.uncertain()));
  EXPECT_FALSE((LunarDate{2089, 7, 29}.uncertain())) << "its month may only begin later";
}

// A new moon before midnight may come after it, and the month before then has a day 30 more; one
// after midnight may come before it, and the month before then loses its day 30.
TEST(LunarMonths, BeforeAnUncertainOneLeaveRoomForItToMove) {
  const LunarMonths& months = LunarMonths::table();
  int uncertain = 0;
  for (int i = 1; i < months.size(); ++i) {
    if (!months.uncertain(i)) continue;
    ++uncertain;
    const int year = months[i].year;
    const bool before_midnight = year == 2089 || year == 2115 || year == 2116;
    EXPECT_EQ(months[i - 1].days, before_midnight ? 29 : 30) << year;
  }
  EXPECT_EQ(uncertain, 8);
}

TEST(LunarMonths, AreFoundByTheirDaysAndByTheirNames) {
  const LunarMonths& months = LunarMonths::table();
  EXPECT_EQ(months.size(), 4341);
  EXPECT_EQ(months.first(), first_day);
  EXPECT_EQ(months.last(), last_day);
  EXPECT_EQ(months.index_of(first_day - 1), -1);
  EXPECT_EQ(months.index_of(last_day + 1), -1);
  for (int i = 0; i < months.size(); ++i) {
    const LunarMonth& month = months[i];
    ASSERT_EQ(months.index_of(month.begin), i);
    ASSERT_EQ(months.index_of(month.begin + (month.days - 1)), i);
    ASSERT_EQ(months.index_of(month.year, month.month, month.leap), i);
  }
}

TEST(LunarMonths, OfNoSuchNameAreNotFound) {
  const LunarMonths& months = LunarMonths::table();
  EXPECT_EQ(months.index_of(2027, 6, true), -1);
  EXPECT_EQ(months.index_of(2027, 13, false), -1);
  EXPECT_EQ(months.index_of(2027, 0, true), -1);
  EXPECT_EQ(months.index_of(1849, 12, false), -1);
  EXPECT_EQ(months.index_of(2201, 1, false), -1);
}

TEST(LunarDate, IsWrittenAsPeopleSayIt) {
  EXPECT_EQ(to_string(LunarDate{2027, 1, 1}), "2027年正月初一");
  EXPECT_EQ(to_string(LunarDate{2033, 11, 10, true}), "2033年闰十一月初十");
  EXPECT_EQ(to_string(LunarDate{2027, 8, 15}), "2027年八月十五");
  EXPECT_EQ(to_string(LunarDate{2027, 12, 20}), "2027年十二月二十");
  EXPECT_EQ(to_string(LunarDate{2027, 12, 21}), "2027年十二月廿一");
  EXPECT_EQ(to_string(LunarDate{2033, 11, 29, true}), "2033年闰十一月廿九");
}

TEST(LunarDate, NewYearsEveIsTheDayBeforeWhateverItsNumber) {
  EXPECT_EQ(lunar_new_years_eve(2027), (Date{2027, 2, 5}));
  EXPECT_EQ(to_string(LunarDate::of(lunar_new_years_eve(2025))), "2024年十二月廿九");
  EXPECT_EQ(to_string(LunarDate::of(lunar_new_years_eve(2024))), "2023年十二月三十");
}

TEST(LunarDate, NewYearsEveIsThe29thFiveTimesRunning) {
  for (int year = 2025; year <= 2029; ++year)
    EXPECT_EQ(LunarDate::of(lunar_new_years_eve(year)), (LunarDate{year - 1, 12, 29})) << year;
  EXPECT_EQ(LunarDate::of(lunar_new_years_eve(2024)).day(), 30);
  EXPECT_EQ(LunarDate::of(lunar_new_years_eve(2030)).day(), 30);
}

std::optional<Date> day_30_of_2026(Skip skip) { return lunar_day(2026, 12, 30, false, skip); }

TEST(LunarDay, Of30InAMonthOf29DaysIsOmittedOrMoved) {
  EXPECT_EQ(day_30_of_2026(Skip::omit), std::nullopt);
  EXPECT_EQ(day_30_of_2026(Skip::backward), (Date{2027, 2, 5}));
  EXPECT_EQ(day_30_of_2026(Skip::forward), (Date{2027, 2, 6}));
}

TEST(LunarDay, OfALeapMonthThatTheYearLacksIsOmittedOrMoved) {
  EXPECT_EQ(lunar_day(1988, 6, 1, true, Skip::omit), std::nullopt);
  EXPECT_EQ(lunar_day(1988, 6, 1, true, Skip::backward), (LunarDate{1988, 6, 1}.to_date()));
  EXPECT_EQ(lunar_day(1988, 6, 1, true, Skip::forward), (LunarDate{1988, 7, 1}.to_date()));
  EXPECT_EQ(lunar_day(1987, 6, 1, true, Skip::forward), (Date{1987, 7, 26})) << "it has one";
}

TEST(LunarDay, OfALeapMonthIsMovedByItsNumberWhereAnotherMonthIsLeap) {
  EXPECT_EQ(lunar_day(2001, 6, 1, true, Skip::forward), (Date{2001, 8, 19})) << "leap month 4";
  EXPECT_EQ(lunar_day(2033, 12, 1, true, Skip::forward), (Date{2034, 2, 19})) << "of the next year";
}

TEST(LunarDay, IsMovedByMonthFirstAndThenByDay) {
  ASSERT_EQ(LunarMonths::table()[LunarMonths::table().index_of(2026, 7, false)].days, 29);
  EXPECT_EQ(lunar_day(2026, 6, 30, true, Skip::forward), (LunarDate{2026, 8, 1}.to_date()));
}

TEST(LunarDay, GoesToTheEdgeOfTheTable) {
  EXPECT_EQ(lunar_day(2200, 12, 30, false, Skip::forward),
            lunar_day(2200, 12, 30, false, Skip::backward).value() + 1);
  EXPECT_THROW(lunar_day(2200, 12, 1, true, Skip::forward), std::invalid_argument);
  EXPECT_EQ(lunar_day(2200, 12, 1, true, Skip::backward), (LunarDate{2200, 12, 1}.to_date()));
  EXPECT_EQ(lunar_day(2200, 12, 1, true, Skip::omit), std::nullopt);
}

TEST(LunarDay, RefusesWhatNoLunarYearHas) {
  const auto refused = [](int year, int month, int day) {
    return refusal([&] { lunar_day(year, month, day, false, Skip::backward); });
  };
  EXPECT_THAT(refused(2027, 1, 31), HasSubstr("day 31; accepted: the days 1 to 30"));
  EXPECT_THAT(refused(2027, 1, 0), HasSubstr("day 0; accepted: the days 1 to 30"));
  EXPECT_THAT(refused(2027, 13, 1), HasSubstr("month 13; accepted: the months 1 to 12"));
  EXPECT_THAT(refused(2027, 0, 1), HasSubstr("month 0; accepted: the months 1 to 12"));
  EXPECT_THAT(refused(1849, 1, 1), HasSubstr("accepted: the lunar years 1850 to 2200"));
  EXPECT_THAT(refused(2201, 1, 1), HasSubstr("accepted: the lunar years 1850 to 2200"));
}

RC_GTEST_PROP(LunarDayProperty, GoesBackwardToNoLaterThanForward, ()) {
  const int year = *rc::gen::inRange(1850, 2200);
  const int month = *rc::gen::inRange(1, 13);
  const int day = *rc::gen::inRange(1, 31);
  const bool leap = *rc::gen::arbitrary<bool>();
  const std::optional<Date> omitted = lunar_day(year, month, day, leap, Skip::omit);
  const Date backward = lunar_day(year, month, day, leap, Skip::backward).value();
  const Date forward = lunar_day(year, month, day, leap, Skip::forward).value();
  RC_ASSERT(backward <= forward);
  RC_ASSERT(omitted.has_value() == (backward == forward));
  RC_ASSERT(!omitted || *omitted == backward);
}

}  // namespace
}  // namespace zhibu

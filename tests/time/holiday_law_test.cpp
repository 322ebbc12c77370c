// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/holiday_law.hpp"

#include <map>
#include <string>

#include <gtest/gtest.h>

#include "time/statute.hpp"

namespace zhibu {
namespace {

TEST(HolidayLaw, HasFiveTextsThatFollowOneAnother) {
  const std::vector<HolidayLaw> laws = holiday_laws();
  ASSERT_EQ(laws.size(), 5U);
  EXPECT_EQ(laws.front().adopted, (Date{1949, 12, 23}));
  for (std::size_t i = 1; i < laws.size(); ++i)
    EXPECT_EQ(laws[i].in_force.begin, laws[i - 1].in_force.end) << laws[i].number;
  EXPECT_TRUE(lasts(laws.back().in_force));
  for (const HolidayLaw& law : laws) EXPECT_LE(law.adopted, law.in_force.begin) << law.number;
}

TEST(HolidayLaw, IsTheTextInForceOnTheDay) {
  const struct {
    Date day;
    const char* number;
    int days;
  } cases[] = {
      {Date{1949, 12, 23}, "政务院1949年12月23日发布", 7},
      {Date{1999, 9, 17}, "政务院1949年12月23日发布", 7},
      {Date{1999, 9, 18}, "国务院令第270号", 10},
      {Date{2007, 12, 31}, "国务院令第270号", 10},
      {Date{2008, 1, 1}, "国务院令第513号", 11},
      {Date{2014, 1, 1}, "国务院令第644号", 11},
      {Date{2024, 12, 31}, "国务院令第644号", 11},
      {Date{2025, 1, 1}, "国务院令第795号", 13},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(holiday_law(c.day)->number, c.number) << to_string(c.day);
    EXPECT_EQ(holiday_law(c.day)->days, c.days) << to_string(c.day);
  }
  EXPECT_EQ(holiday_law(Date{1949, 12, 22}), std::nullopt);
}

TEST(HolidayLaw, SaysOfTheTextThatWasNotReadThatItWasNot) {
  for (const HolidayLaw& law : holiday_laws())
    EXPECT_EQ(law.read, law.adopted != Date(1949, 12, 23)) << law.number;
  EXPECT_EQ(statute().known.begin, (Date{1999, 9, 18}));
}

// The rows of festivals.csv add up to what each text has in all; where two festivals meet
// on one day, it counts for both.
TEST(HolidayLaw, GivesEveryYearAsManyDaysAsItsTextHas) {
  std::map<int, int> days;
  for (const auto& [day, name] : statute().off)
    days[day.year()] += name.find("、") == std::string::npos ? 1 : 2;
  for (int year = 2000; year <= 2200; ++year)
    EXPECT_EQ(days[year], holiday_law(Date{year, 12, 31})->days) << year;
}

}  // namespace
}  // namespace zhibu

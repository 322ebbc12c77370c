// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/festival.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/time/calendar.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(Festival, FallsOnItsDay) {
  const struct {
    int year;
    const char* name;
    Date day;
  } cases[] = {
      {2027, "春节", Date{2027, 2, 6}},     {2027, "元宵节", Date{2027, 2, 20}},
      {2027, "清明", Date{2027, 4, 5}},     {2027, "端午节", Date{2027, 6, 9}},
      {2027, "中秋", Date{2027, 9, 15}},    {2027, "重阳节", Date{2027, 10, 8}},
      {2017, "重阳节", Date{2017, 10, 28}}, {2033, "重阳", Date{2033, 10, 1}},
      {2017, "七一", Date{2017, 7, 1}},     {2017, "party_founding", Date{2017, 7, 1}},
      {2017, "八一", Date{2017, 8, 1}},     {2027, "laba", Date{2027, 1, 15}},
      {2027, "除夕", Date{2027, 2, 5}},     {2027, "冬至", Date{2027, 12, 22}},
  };
  for (const auto& c : cases) EXPECT_EQ(festival(c.year, c.name), c.day) << c.year << c.name;
}

TEST(Festival, IsNotHeldBeforeItWasSetUp) {
  EXPECT_FALSE(festival(2013, "烈士纪念日").has_value());
  EXPECT_TRUE(festival(2014, "烈士纪念日").has_value());
  EXPECT_FALSE(festival(2012, "老年节").has_value());
  EXPECT_TRUE(festival(2013, "老年节").has_value());
  EXPECT_FALSE(festival(1949, "国庆节").has_value()) << "its law is of December";
  EXPECT_TRUE(festival(1950, "国庆节").has_value());
  EXPECT_FALSE(festival(1940, "七一").has_value());
  EXPECT_TRUE(festival(1941, "七一").has_value());
}

TEST(Festival, OfCustomIsHeldAsFarAsTheLunarTableReaches) {
  EXPECT_EQ(festival(1850, "春节"), (Date{1850, 2, 12}));
  EXPECT_THROW(festival(1849, "春节"), std::invalid_argument);
  EXPECT_EQ(festival(2200, "中秋节").value().year(), 2200);
  EXPECT_THROW(festival(2201, "中秋节"), std::invalid_argument);
  EXPECT_EQ(festival(2300, "国庆节"), (Date{2300, 10, 1})) << "of the Gregorian calendar";
}

TEST(Festival, OfNoSuchYearOrNameIsRefused) {
  for (const int year : {-2147483647 - 1, -1, 0, 10000, 2147483647})
    for (const char* name : {"腊八", "除夕", "清明节", "国庆节"})
      EXPECT_THROW(festival(year, name), std::invalid_argument) << year << name;
  EXPECT_THROW(festival(2026, "情人节"), std::invalid_argument);
  EXPECT_THROW(festival(2026, ""), std::invalid_argument);
  EXPECT_THROW(festival(2026, ";"), std::invalid_argument);
  EXPECT_THROW(festival(2026, "五一;五一劳动节"), std::invalid_argument);
  try {
    festival(2026, "中秋街");
    FAIL() << "there is no 中秋街";
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), HasSubstr("no such festival: '中秋街' (did you mean '中秋节'?)"));
    EXPECT_THAT(e.what(), HasSubstr("accepted: 元旦, 除夕, 春节, 元宵节"));
  }
}

TEST(Festival, EveryOneHasANameAndASource) {
  std::set<std::string_view> ids;
  for (const Festival& f : festivals()) {
    ids.insert(f.id);
    EXPECT_FALSE(f.name.empty() || f.name_en.empty() || f.legal_basis.empty()) << f.id;
    EXPECT_EQ(festival(2026, f.id), festival(2026, f.name)) << f.id;
    EXPECT_FALSE(f.held.empty()) << f.id;
  }
  EXPECT_GE(ids.size(), 25U);
}

TEST(Festival, EveryLawFollowsTheOneBeforeAndTheLastStillHolds) {
  const std::vector<Festival> all = festivals();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool last = i + 1 == all.size() || all[i + 1].id != all[i].id;
    EXPECT_EQ(lasts(all[i].held), last) << all[i].id;
    if (last) continue;
    EXPECT_EQ(all[i].held.end, all[i + 1].held.begin) << all[i].id;
  }
}

TEST(FestivalLaw, ChangesOnTheDayOnWhichTheTextComesIntoForce) {
  const struct {
    const char* name;
    Date day;
    DayOff before, from;
    const char* basis;
  } cases[] = {
      {"春节", Date{1949, 12, 23}, DayOff::none, DayOff::all_citizens, "政务院"},
      {"春节", Date{1999, 9, 18}, DayOff::all_citizens, DayOff::all_citizens, "国务院令第270号"},
      {"清明节", Date{2008, 1, 1}, DayOff::none, DayOff::all_citizens,
       "国务院令第513号 第二条（三）"},
      {"中秋节", Date{2014, 1, 1}, DayOff::all_citizens, DayOff::all_citizens,
       "国务院令第644号 第二条（六）"},
      {"劳动节", Date{2025, 1, 1}, DayOff::all_citizens, DayOff::all_citizens,
       "国务院令第795号 第二条（四）"},
      {"妇女节", Date{1999, 9, 18}, DayOff::some_citizens, DayOff::some_citizens,
       "国务院令第270号 第三条（一）"},
  };
  for (const auto& c : cases) {
    const std::optional<Festival> before = festival_law(c.day - 1, c.name);
    const std::optional<Festival> from = festival_law(c.day, c.name);
    ASSERT_TRUE(before && from) << c.name;
    EXPECT_EQ(before->held.last(), c.day - 1) << c.name;
    EXPECT_EQ(before->day_off, c.before) << c.name;
    EXPECT_EQ(from->day_off, c.from) << c.name;
    EXPECT_THAT(std::string{from->legal_basis}, StartsWith(c.basis)) << c.name;
  }
}

TEST(FestivalLaw, OfNewYearsEveGaveADayOffFrom2008To2013AndGivesOneSince2025) {
  const auto day_off = [](Date day) { return festival_law(day, "除夕")->day_off; };
  EXPECT_EQ(day_off(Date{2007, 12, 31}), DayOff::none);
  EXPECT_EQ(day_off(Date{2008, 1, 1}), DayOff::all_citizens);
  EXPECT_EQ(day_off(Date{2013, 12, 31}), DayOff::all_citizens);
  EXPECT_EQ(day_off(Date{2014, 1, 1}), DayOff::none);
  EXPECT_EQ(day_off(Date{2024, 12, 31}), DayOff::none);
  EXPECT_EQ(day_off(Date{2025, 1, 1}), DayOff::all_citizens);
}

TEST(FestivalLaw, SaysWhereItsTextWasNotRead) {
  for (const Festival& f : festivals()) {
    const bool unread = f.legal_basis.find("未读") != std::string_view::npos;
    EXPECT_EQ(unread, f.held.begin == Date(1949, 12, 23)) << f.id;
  }
}

TEST(FestivalLaw, IsNoneBeforeADayWasSetUp) {
  EXPECT_EQ(festival_law(Date{2014, 8, 30}, "烈士纪念日"), std::nullopt);
  EXPECT_EQ(festival_law(Date{2014, 8, 31}, "烈士纪念日")->day_off, DayOff::none);
  EXPECT_EQ(festival_law(Date::last() - 1, "烈士纪念日")->id, "martyrs_day");
  EXPECT_THROW(festival_law(Date{2026, 1, 1}, "烈士节"), std::invalid_argument);
}

TEST(FestivalLaw, OfVictoryDayGaveADayOffIn2015Alone) {
  EXPECT_EQ(festival_law(Date{2014, 9, 3}, "抗战胜利纪念日")->day_off, DayOff::none);
  EXPECT_EQ(festival_law(Date{2015, 9, 3}, "抗战胜利纪念日")->day_off, DayOff::all_citizens);
  EXPECT_EQ(festival_law(Date{2016, 9, 3}, "抗战胜利纪念日")->day_off, DayOff::none);
}

TEST(FestivalDays, AreThoseOfTheLawInForce) {
  const auto first = [](int year, const char* name) { return festival_days(year, name).front(); };
  const auto count = [](int year, const char* name) { return festival_days(year, name).size(); };
  EXPECT_THAT(festival_days(2026, "春节"), ElementsAre(Date(2026, 2, 16), Date(2026, 2, 17),
                                                       Date(2026, 2, 18), Date(2026, 2, 19)));
  EXPECT_EQ(first(2024, "春节"), (Date{2024, 2, 10})) << "初一";
  EXPECT_EQ(first(2013, "春节"), (Date{2013, 2, 9})) << "除夕";
  EXPECT_EQ(first(2007, "春节"), (Date{2007, 2, 18})) << "初一";
  for (const int year : {2007, 2013, 2024}) EXPECT_EQ(count(year, "春节"), 3U) << year;
  EXPECT_EQ(count(2007, "劳动节"), 3U);
  EXPECT_EQ(count(2008, "劳动节"), 1U);
  EXPECT_EQ(count(2024, "劳动节"), 1U);
  EXPECT_EQ(count(2025, "劳动节"), 2U);
  EXPECT_EQ(count(1998, "国庆节"), 2U);
  EXPECT_EQ(count(1999, "国庆节"), 3U);
}

TEST(FestivalDays, AreTheOneDayWhereNoneIsOff) {
  EXPECT_THAT(festival_days(2026, "七一"), ElementsAre(Date(2026, 7, 1)));
  EXPECT_THAT(festival_days(1948, "春节"), ElementsAre(Date(1948, 2, 10)));
  EXPECT_THAT(festival_days(2013, "烈士纪念日"), ElementsAre());
  EXPECT_THROW(festival_days(1849, "春节"), std::invalid_argument);
  EXPECT_THROW(festival_days(2026, "春街"), std::invalid_argument);
}

TEST(FestivalDays, OfAllCitizensAreTheStatutoryHolidaysOfTheCalendar) {
  std::set<Date> off;
  for (int year = 2000; year <= 2200; ++year)
    for (const Festival& f : festivals())
      for (const Date day : festival_days(year, f.id))
        if (f.day_off == DayOff::all_citizens && f.held.contains(day)) off.insert(day);
  const Calendar calendar = Calendar::china();
  for (Date day{2000, 1, 1}; day <= Date(2200, 12, 31); day = day + 1)
    ASSERT_EQ(calendar.day(day).kind == DayKind::statutory_holiday, off.contains(day))
        << to_string(day);
}

Festival any_festival() {
  const std::vector<Festival> all = festivals();
  return all[*rc::gen::inRange<std::size_t>(0, all.size())];
}

RC_GTEST_PROP(FestivalProperty, IsAmongTheDaysOfItsYear, ()) {
  const int year = *rc::gen::inRange(1851, 2201);
  const Festival any = any_festival();
  const std::optional<Date> day = festival(year, any.id);
  const std::vector<Date> days = festival_days(year, any.id);
  RC_ASSERT(std::ranges::is_sorted(days));
  RC_ASSERT(std::ranges::count(days, day) == (day ? 1 : 0));
  RC_ASSERT(day.has_value() != days.empty());
}

RC_GTEST_PROP(FestivalProperty, HasTheLawThatHoldsTheDay, ()) {
  const Festival any = any_festival();
  const Date day = Date{1400, 1, 1} + *rc::gen::inRange(0, Date::last() - Date{1400, 1, 1});
  const std::optional<Festival> law = festival_law(day, any.name);
  RC_ASSERT(any.held.contains(day) == (law == any));
  RC_ASSERT(!law || law->held.contains(day));
}

}  // namespace
}  // namespace zhibu

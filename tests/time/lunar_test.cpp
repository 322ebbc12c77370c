// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/lunar.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "zhibu/time/festival.hpp"
#include "zhibu/time/solar_term.hpp"

namespace zhibu {
namespace {

TEST(LunarDate, BeginsTheYearWhereOthersAreADayOff) {
  const struct {
    int year;
    Date new_year;
  } cases[] = {{2027, Date{2027, 2, 6}},
               {2030, Date{2030, 2, 3}},
               {1954, Date{1954, 2, 3}},
               {2017, Date{2017, 1, 28}},
               {1916, Date{1916, 2, 3}}};
  for (const auto& c : cases) EXPECT_EQ((LunarDate{c.year, 1, 1}.to_date()), c.new_year) << c.year;
}

TEST(LunarDate, HasTheLeapMonthsThatOthersLose) {
  EXPECT_EQ((LunarDate{1987, 6, 1, true}.to_date()), (Date{1987, 7, 26}));
  EXPECT_EQ((LunarDate{2033, 11, 1, true}.to_date()), (Date{2033, 12, 22}));
  EXPECT_EQ((LunarDate{2033, 12, 1}.to_date()), (Date{2034, 1, 20}));
}

TEST(LunarDate, RefusesWhatAYearLacks) {
  EXPECT_THROW((LunarDate{2027, 6, 1, true}), std::invalid_argument);
  EXPECT_THROW((LunarDate{2027, 13, 1}), std::invalid_argument);
  EXPECT_THROW((LunarDate{2027, 1, 31}), std::invalid_argument);
  EXPECT_THROW((LunarDate{2025, 12, 30}), std::invalid_argument) << "a month of 29 days";
  EXPECT_THROW((LunarDate{1849, 1, 1}), std::invalid_argument);
  EXPECT_THROW((LunarDate{2201, 1, 1}), std::invalid_argument);
}

TEST(LunarDate, IsKnownFromTheFirstDayOfTheTableToTheLast) {
  EXPECT_EQ(LunarDate::of(Date{1850, 2, 12}), (LunarDate{1850, 1, 1}));
  EXPECT_THROW(LunarDate::of(Date{1850, 2, 11}), std::invalid_argument);
  EXPECT_EQ(LunarDate::of(Date{2201, 2, 3}).month(), 12);
  EXPECT_THROW(LunarDate::of(Date{2201, 2, 4}), std::invalid_argument);
}

TEST(LunarDate, OfEveryDayOfTheTableComesBackAndGoesOnByOne) {
  Date day{1850, 2, 12};
  LunarDate before = LunarDate::of(day);
  int days = 1;
  for (day = day + 1; day <= Date(2201, 2, 3); day = day + 1, ++days) {
    const LunarDate lunar = LunarDate::of(day);
    ASSERT_EQ(lunar.to_date(), day);
    ASSERT_TRUE(lunar.day() == before.day() + 1 || lunar.day() == 1) << to_string(day);
    before = lunar;
  }
  EXPECT_EQ(days, (Date{2201, 2, 3} - Date{1850, 2, 12}) + 1);
}

TEST(LunarDate, SaysWhereAstronomyCannotYetDecide) {
  EXPECT_TRUE((LunarDate{2057, 9, 1}.uncertain()));
  EXPECT_TRUE((LunarDate{2097, 7, 1}.uncertain()));
  EXPECT_FALSE((LunarDate{2027, 1, 1}.uncertain()));
  EXPECT_FALSE((LunarDate{2057, 10, 1}.uncertain()));
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
  EXPECT_EQ(LunarDate::of(lunar_new_years_eve(2026)).day(), 29);
  EXPECT_EQ(LunarDate::of(lunar_new_years_eve(2024)).day(), 30);
}

TEST(SolarTerm, FallsOnItsDay) {
  EXPECT_EQ(solar_term(2027, "清明"), (Date{2027, 4, 5}));
  EXPECT_EQ(solar_term(2100, "清明"), (Date{2100, 4, 5}));
  EXPECT_EQ(solar_term(1951, "冬至"), (Date{1951, 12, 23}));
  EXPECT_THROW(solar_term(1849, "清明"), std::invalid_argument);
  EXPECT_THROW(solar_term(2027, "清明節"), std::invalid_argument);
}

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
  };
  for (const auto& c : cases) EXPECT_EQ(festival(c.year, c.name), c.day) << c.year << c.name;
}

TEST(Festival, IsNotHeldBeforeItWasSetUp) {
  EXPECT_FALSE(festival(2013, "烈士纪念日").has_value());
  EXPECT_TRUE(festival(2014, "烈士纪念日").has_value());
  EXPECT_FALSE(festival(2012, "老年节").has_value());
  EXPECT_TRUE(festival(2013, "老年节").has_value());
}

TEST(Festival, EveryOneHasANameAndASource) {
  EXPECT_GE(festivals().size(), 20U);
  for (const Festival& f : festivals()) {
    EXPECT_FALSE(f.name.empty() || f.name_en.empty() || f.legal_basis.empty()) << f.id;
    EXPECT_NO_THROW(festival(2026, f.id)) << f.id;
    EXPECT_NO_THROW(festival(2026, f.name)) << f.id;
  }
  EXPECT_THROW(festival(2026, "情人节"), std::invalid_argument);
  EXPECT_THROW(festival(2026, ""), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

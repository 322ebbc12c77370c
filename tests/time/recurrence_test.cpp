// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/recurrence.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/time/lunar.hpp"

namespace zhibu {
namespace {

const Date start{2017, 1, 1};

std::vector<Date> days(const char* rule, std::size_t n) { return Recurrence{rule, start}.take(n); }

TEST(Recurrence, ComesOnTheTenthOfEachMonth) {
  EXPECT_EQ(days("FREQ=MONTHLY;BYMONTHDAY=10", 3),
            (std::vector<Date>{{2017, 1, 10}, {2017, 2, 10}, {2017, 3, 10}}));
}

TEST(Recurrence, SkipSaysWhatBecomesOfADayThatAMonthLacks) {
  const struct {
    const char* rule;
    std::vector<Date> days;
  } cases[] = {
      {"FREQ=MONTHLY;BYMONTHDAY=31", {{2017, 1, 31}, {2017, 3, 31}}},
      {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", {{2017, 1, 31}, {2017, 2, 28}}},
      {"RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=FORWARD", {{2017, 1, 31}, {2017, 3, 1}}},
      {"FREQ=MONTHLY;BYMONTHDAY=-1", {{2017, 1, 31}, {2017, 2, 28}}},
      {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", {{2020, 2, 29}, {2024, 2, 29}}},
  };
  for (const auto& c : cases) EXPECT_EQ(days(c.rule, 2), c.days) << c.rule;
}

TEST(Recurrence, FollowsTheLunarYear) {
  EXPECT_EQ(days("RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=9", 2),
            (std::vector<Date>{{2017, 10, 28}, {2018, 10, 17}}));
  const Recurrence new_year{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", start};
  EXPECT_EQ(new_year.next(Date{2027, 1, 1}), (Date{2027, 2, 6}));
  EXPECT_EQ(new_year.next(Date{2027, 2, 6}), (Date{2028, 1, 26}));
}

TEST(Recurrence, ALeapMonthComesOnlyInYearsThatHaveItUnlessSkipMovesIt) {
  const Recurrence omit{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1", start};
  EXPECT_EQ(omit.next(start), (Date{2017, 7, 23}));
  EXPECT_EQ(LunarDate::of(*omit.next(Date{2017, 7, 23})), (LunarDate{2025, 6, 1, true}));
  const Recurrence back{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD", start};
  EXPECT_EQ(LunarDate::of(*back.next(Date{2018, 1, 1})), (LunarDate{2018, 6, 1}));
  const Recurrence on{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=FORWARD", start};
  EXPECT_EQ(LunarDate::of(*on.next(Date{2018, 1, 1})), (LunarDate{2018, 7, 1}));
}

TEST(Recurrence, TakesFromItsStartWhatItsTextLeavesOut) {
  const Date july{2017, 7, 1};
  EXPECT_EQ((Recurrence{"FREQ=YEARLY", july}.take(2)),
            (std::vector<Date>{{2017, 7, 1}, {2018, 7, 1}}));
  EXPECT_EQ((Recurrence{"FREQ=MONTHLY;INTERVAL=2", july}.take(2)),
            (std::vector<Date>{{2017, 7, 1}, {2017, 9, 1}}));
}

TEST(Recurrence, BetweenHoldsItsBeginAndNotItsEnd) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", start};
  EXPECT_EQ(tenth.between(Date{2017, 2, 10}, Date{2017, 3, 10}),
            std::vector<Date>{Date(2017, 2, 10)});
  EXPECT_EQ(tenth.between(Date{2017, 2, 11}, Date{2017, 3, 10}), std::vector<Date>{});
  EXPECT_EQ(tenth.between(Date{2016, 1, 1}, Date{2017, 1, 11}),
            std::vector<Date>{Date(2017, 1, 10)});
}

TEST(Recurrence, ThatNeverComesSaysSo) {
  EXPECT_EQ((Recurrence{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", start}.next(start)), std::nullopt);
  EXPECT_TRUE(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 1).empty());
}

TEST(Recurrence, SkipAlsoSaysWhatComesOfADayBeforeTheFirst) {
  const auto first_three = [](const char* rule) {
    return Recurrence{rule, Date{2015, 1, 1}}.take(3);
  };
  EXPECT_EQ(first_three("FREQ=MONTHLY;BYMONTHDAY=-31"),
            (std::vector<Date>{{2015, 1, 1}, {2015, 3, 1}, {2015, 5, 1}}));
  EXPECT_EQ(first_three("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=FORWARD"),
            (std::vector<Date>{{2015, 1, 1}, {2015, 2, 1}, {2015, 3, 1}}));
  EXPECT_EQ(first_three("RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=-31;SKIP=BACKWARD"),
            (std::vector<Date>{{2015, 1, 1}, {2015, 1, 31}, {2015, 3, 1}}));
}

TEST(Recurrence, MayBeAskedFromTheFirstDayThereIsToTheLast) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{1400, 1, 1}};
  EXPECT_EQ(tenth.take(1), std::vector<Date>{Date(1400, 1, 10)});
  EXPECT_EQ(tenth.between(Date{1400, 1, 1}, Date{1400, 3, 1}).size(), 2U);
  EXPECT_EQ(tenth.next(Date{9998, 12, 9}), (Date{9998, 12, 10}));
  EXPECT_EQ(tenth.next(Date::last()), std::nullopt);
}

TEST(Recurrence, OfTheLunarYearBeginsAndEndsWithItsTable) {
  const char* new_year = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1";
  EXPECT_THROW((Recurrence{new_year, Date{1850, 2, 11}}), std::invalid_argument);
  const Recurrence all{new_year, Date{1850, 2, 12}};
  EXPECT_EQ(all.take(351).back(), (Date{2200, 2, 15}));
  EXPECT_THROW(all.take(352), std::invalid_argument);
  EXPECT_THROW(all.next(Date{2200, 2, 15}), std::invalid_argument);
}

TEST(Recurrence, IsWrittenAsItWasMeant) {
  for (const char* rule :
       {"FREQ=MONTHLY;BYMONTHDAY=10", "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,7;BYMONTHDAY=1,-1",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6L;BYMONTHDAY=1;SKIP=BACKWARD",
        "RSCALE=GREGORIAN;FREQ=MONTHLY"}) {
    EXPECT_EQ(to_string(Recurrence{rule, start}), rule);
    EXPECT_EQ((Recurrence{to_string(Recurrence{rule, start}), start}), (Recurrence{rule, start}));
  }
  EXPECT_EQ(to_string(Recurrence{"bymonthday=10;freq=monthly;interval=1", start}),
            "FREQ=MONTHLY;BYMONTHDAY=10");
  EXPECT_EQ(to_string(Recurrence{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=7,6L,6,7;BYMONTHDAY=-1,15,1",
                                 start}),
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=6,6L,7;BYMONTHDAY=1,15,-1");
}

TEST(Recurrence, RefusesWithTheReason) {
  const struct {
    const char* rule;
    const char* said;
  } cases[] = {
      {"BYMONTHDAY=10", "requires"},
      {"FREQ=MONTLY", "did you mean 'MONTHLY'"},
      {"FREQ=HOURLY", "finer than a day"},
      {"FREQ=DAILY", "not read by this version"},
      {"FREQ=MONTHLY;COUNT=3", "COUNT is not read by this version"},
      {"FREQ=MONTHLY;BYDAY=MO", "BYDAY is not read by this version"},
      {"FREQ=MONTHLY;BYMONTDAY=3", "did you mean 'BYMONTHDAY'"},
      {"FREQ=MONTHLY;BYMONTHDAY=0", "accepted: -31 to -1 and 1 to 31"},
      {"FREQ=MONTHLY;BYMONTHDAY=32", "accepted"},
      {"FREQ=MONTHLY;BYMONTHDAY=x", "'X'"},
      {"FREQ=MONTHLY;BYMONTHDAY=", "''"},
      {"FREQ=YEARLY;BYMONTH=13", "accepted: 1 to 12"},
      {"FREQ=YEARLY;BYMONTH=6L", "RSCALE=CHINESE"},
      {"FREQ=MONTHLY;SKIP=OMIT", "RFC 7529"},
      {"RSCALE=HEBREW;FREQ=YEARLY", "accepted: GREGORIAN, CHINESE"},
      {"RSCALE=CHINESE;FREQ=MONTHLY", "FREQ=YEARLY"},
      {"FREQ=YEARLY;BYMONTHDAY=10", "accepted: BYMONTH besides"},
      {"FREQ=MONTHLY;FREQ=YEARLY", "stands twice"},
      {"FREQ=MONTHLY;", "NAME=VALUE"},
      {"FREQ=MONTHLY;INTERVAL=0", "INTERVAL"},
      {"", "NAME=VALUE"},
  };
  for (const auto& c : cases) {
    try {
      const Recurrence accepted{c.rule, start};
      ADD_FAILURE() << "accepted " << c.rule;
    } catch (const std::invalid_argument& e) {
      EXPECT_NE(std::string{e.what()}.find(c.said), std::string::npos)
          << c.rule << ": " << e.what();
    }
  }
}

RC_GTEST_PROP(Recurrence, BetweenIsTheFilterOfAllItsDays, ()) {
  const int day = *rc::gen::inRange(1, 32);
  const int interval = *rc::gen::inRange(1, 14);
  const char* skip = *rc::gen::element("OMIT", "BACKWARD", "FORWARD");
  const Recurrence r{"RSCALE=GREGORIAN;FREQ=MONTHLY;INTERVAL=" + std::to_string(interval) +
                         ";BYMONTHDAY=" + std::to_string(day) + ";SKIP=" + skip,
                     start + *rc::gen::inRange(0, 400)};
  const Date begin = start + *rc::gen::inRange(0, 2000);
  const Date end = begin + *rc::gen::inRange(0, 800);
  std::vector<Date> expected;
  for (const Date d : r.take(200))
    if (begin <= d && d < end) expected.push_back(d);
  RC_ASSERT(r.between(begin, end) == expected);
}

RC_GTEST_PROP(Recurrence, LunarDaysAreTheirLunarDay, ()) {
  const int month = *rc::gen::inRange(1, 13);
  const int day = *rc::gen::inRange(1, 30);
  const Recurrence r{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=" + std::to_string(month) +
                         ";BYMONTHDAY=" + std::to_string(day),
                     Date{1900, 1, 1} + *rc::gen::inRange(0, 50000)};
  for (const Date d : r.take(5)) {
    const LunarDate lunar = LunarDate::of(d);
    RC_ASSERT(lunar.month() == month && lunar.day() == day && !lunar.leap());
  }
}

}  // namespace
}  // namespace zhibu

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

TEST(Recurrence, ADayThatSkipMovesOutOfItsMonthCountsInTheSetOfItsYear) {
  for (const char* rule :
       {"RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=1;SKIP=FORWARD",
        "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYYEARDAY=60,61;SKIP=FORWARD"})
    EXPECT_EQ(days(rule, 2), (std::vector<Date>{{2017, 3, 1}, {2018, 3, 1}})) << rule;
  EXPECT_EQ(
      days("RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=-31;BYSETPOS=1;SKIP=BACKWARD", 2),
      (std::vector<Date>{{2017, 3, 31}, {2018, 3, 31}}));
}

TEST(Recurrence, TheWeekThatBeginsBeforeNewYearHasItsNumberFromTheEndOfTheYearItBelongsTo) {
  // 30 December 2019 is in week 1 of 2020, which has 53 weeks; that of 2024 in week 1 of 2025,
  // which has 52.
  const Recurrence of_53{"FREQ=YEARLY;BYWEEKNO=-53;BYDAY=MO", start};
  EXPECT_EQ(of_53.take(2), (std::vector<Date>{{2019, 12, 30}, {2025, 12, 29}}));
  const Recurrence of_52{"FREQ=YEARLY;BYWEEKNO=-52;BYDAY=MO", start};
  EXPECT_TRUE(of_52.contains(Date{2024, 12, 30}));
  EXPECT_FALSE(of_52.contains(Date{2019, 12, 30}));
}

TEST(Recurrence, TakesTheLastDayOfTheCalendar) {
  const Date last{9999, 12, 31};
  EXPECT_EQ((Recurrence{"FREQ=YEARLY", last}.take(9)), std::vector<Date>{last});
  EXPECT_EQ((Recurrence{"FREQ=DAILY", last - 6}.take(9).size()), 7U);
  EXPECT_EQ((Recurrence{"FREQ=MONTHLY;BYMONTHDAY=-1", last - 6}.take(9)), std::vector<Date>{last});
  EXPECT_EQ((Recurrence{"FREQ=MONTHLY;BYMONTHDAY=1", last, {}, {last}}.take(9)),
            std::vector<Date>{last});
}

TEST(Recurrence, CountsTheLastDayOfTheCalendarOnce) {
  const char* daily = "FREQ=DAILY;UNTIL=99991231";
  const Date last{9999, 12, 31};
  EXPECT_EQ((Recurrence{daily, Date{9999, 12, 25}}.count()), 7U);
  EXPECT_EQ((Recurrence{daily, Date{9999, 12, 25}, {last}}.count()), 6U);
  EXPECT_EQ((Recurrence{"FREQ=YEARLY;COUNT=1", Date{9999, 12, 25}, {}, {last}}.count()), 2U);
}

TEST(Recurrence, CountsWhatItsEndLeaves) {
  const auto count = [](const char* rule) { return Recurrence{rule, start}.count(); };
  EXPECT_EQ(count("FREQ=DAILY;COUNT=15"), 15U);
  EXPECT_EQ(count("FREQ=DAILY;UNTIL=20170131"), 31U);
  EXPECT_EQ(count("FREQ=DAILY;UNTIL=20161231"), 0U);
  EXPECT_EQ(count("FREQ=MONTHLY;BYDAY=MO;UNTIL=20171231"), 52U);
  EXPECT_EQ(count("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=7"), 7U);
  EXPECT_EQ(count("FREQ=DAILY"), std::nullopt);
  EXPECT_EQ(count("FREQ=MONTHLY;BYMONTHDAY=10"), std::nullopt);
  EXPECT_EQ(count("RSCALE=CHINESE;FREQ=YEARLY;COUNT=3"), 3U);
  EXPECT_EQ(count("FREQ=DAILY;UNTIL=99991231"), Date::last() - start + 1);
}

TEST(Recurrence, ThatCanHaveNoDaySaysSoAtOnceAndExactly) {
  for (const char* rule :
       {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;INTERVAL=12;BYMONTH=5",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2", "FREQ=DAILY;INTERVAL=7;BYDAY=MO",
        "FREQ=YEARLY;BYDAY=54MO", "FREQ=DAILY;BYMONTH=6;BYMONTHDAY=31",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=DAILY;INTERVAL=14;BYDAY=WE;BYMONTH=3", "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=31"}) {
    const Recurrence never{rule, start};
    EXPECT_EQ(never.next(start), std::nullopt) << rule;
    EXPECT_EQ(never.previous(Date{2100, 1, 1}), std::nullopt) << rule;
    EXPECT_EQ(never.count(), 0U) << rule;
    EXPECT_TRUE(never.take(10).empty()) << rule;
  }
  // On 29 February of a Monday, in every 28th year but for the turns of centuries.
  EXPECT_EQ((Recurrence{"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO", start}.take(4)),
            (std::vector<Date>{{2044, 2, 29}, {2072, 2, 29}, {2112, 2, 29}, {2140, 2, 29}}));
}

TEST(Recurrence, LooksBackAsItLooksAhead) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", start};
  EXPECT_EQ(tenth.previous(Date{2026, 3, 10}), (Date{2026, 2, 10}));
  EXPECT_EQ(tenth.previous(Date{2026, 3, 11}), (Date{2026, 3, 10}));
  EXPECT_EQ(tenth.previous(Date{2017, 1, 10}), std::nullopt);
  EXPECT_EQ(tenth.next(Date{2017, 1, 9}), (Date{2017, 1, 10}));
  const Recurrence spring{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", start};
  EXPECT_EQ(spring.previous(Date{2027, 2, 6}), (Date{2026, 2, 17}));
  EXPECT_EQ(spring.previous(Date{2030, 2, 4}), (Date{2030, 2, 3}));
}

TEST(Recurrence, TakesDaysAwayAndAddsOthers) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10;COUNT=4",
                         start,
                         {{2017, 2, 10}, {2017, 5, 1}, {2017, 2, 11}},
                         {{2017, 2, 14}, {2017, 5, 1}, {2017, 3, 10}, {2016, 12, 31}}};
  const std::vector<Date> all{
      {2016, 12, 31}, {2017, 1, 10}, {2017, 2, 14}, {2017, 3, 10}, {2017, 4, 10}};
  EXPECT_EQ(tenth.take(9), all);
  EXPECT_EQ(tenth.count(), 5U);
  EXPECT_EQ(tenth.between(Date{2017, 2, 1}, Date{2017, 3, 10}),
            std::vector<Date>{Date(2017, 2, 14)});
  EXPECT_EQ(tenth.count_between(Date{2017, 2, 1}, Date{2017, 3, 10}), 1U);
  EXPECT_EQ(tenth.next(Date{2017, 1, 10}), (Date{2017, 2, 14}));
  EXPECT_EQ(tenth.previous(Date{2017, 3, 10}), (Date{2017, 2, 14}));
  EXPECT_EQ(tenth.previous(Date{2018, 1, 1}), (Date{2017, 4, 10}));
  EXPECT_FALSE(tenth.contains(Date{2017, 2, 10}));
  EXPECT_TRUE(tenth.contains(Date{2017, 2, 14}));
}

TEST(Recurrence, MayBeAskedFromTheFirstDayThereIsToTheLast) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{1400, 1, 1}};
  EXPECT_EQ(tenth.take(1), std::vector<Date>{Date(1400, 1, 10)});
  EXPECT_EQ(tenth.between(Date{1400, 1, 1}, Date{1400, 3, 1}).size(), 2U);
  EXPECT_EQ(tenth.next(Date{9999, 12, 9}), (Date{9999, 12, 10}));
  EXPECT_EQ(tenth.next(Date{9999, 12, 10}), std::nullopt);
  EXPECT_EQ(tenth.previous(Date{1400, 1, 1}), std::nullopt);
  EXPECT_EQ(tenth.previous(Date::last()), (Date{9999, 12, 10}));
  EXPECT_EQ(tenth.next(Date::last()), std::nullopt);
}

TEST(Recurrence, OfTheLunarYearBeginsAndEndsWithItsTable) {
  const char* new_year = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1";
  EXPECT_THROW((Recurrence{new_year, Date{1850, 2, 11}}), std::invalid_argument);
  const Recurrence all{new_year, Date{1850, 2, 12}};
  EXPECT_EQ(all.take(351).back(), (Date{2200, 2, 15}));
  EXPECT_THROW(all.take(352), std::invalid_argument);
  EXPECT_THROW(all.next(Date{2200, 2, 15}), std::invalid_argument);
  EXPECT_THROW(all.between(Date{2200, 1, 1}, Date{2201, 2, 5}), std::invalid_argument);
  EXPECT_EQ(all.between(Date{2200, 1, 1}, Date{2201, 2, 4}).size(), 1U);
  EXPECT_THROW(all.previous(Date{2201, 2, 5}), std::invalid_argument);
  EXPECT_EQ(all.previous(Date{2201, 2, 4}), (Date{2200, 2, 15}));
  EXPECT_EQ(all.previous(Date{1850, 2, 12}), std::nullopt);
  const Recurrence ended{std::string{new_year} + ";UNTIL=21991231", Date{1850, 2, 12}};
  EXPECT_EQ(ended.next(Date{2199, 12, 31}), std::nullopt);
  EXPECT_EQ(ended.count(), 350U);
}

TEST(Recurrence, OfTheLunarYearMayNotStartOutsideItsTableWhateverItsFrequency) {
  for (const char* rule : {"RSCALE=CHINESE;FREQ=YEARLY", "RSCALE=CHINESE;FREQ=MONTHLY",
                           "RSCALE=CHINESE;FREQ=WEEKLY", "RSCALE=CHINESE;FREQ=DAILY"}) {
    EXPECT_THROW((Recurrence{rule, Date{1850, 2, 11}}), std::invalid_argument) << rule;
    EXPECT_THROW((Recurrence{rule, Date{2201, 2, 4}}), std::invalid_argument) << rule;
    EXPECT_NO_THROW((Recurrence{rule, Date{2201, 2, 3}})) << rule;
  }
}

TEST(Recurrence, ADayBesidesDoesNotHideThatTheLunarTableEnds) {
  const Recurrence r{
      "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1", Date{2190, 1, 1}, {}, {{2300, 1, 1}}};
  EXPECT_EQ(r.take(11).back(), (Date{2200, 2, 15}));
  EXPECT_THROW(r.take(12), std::invalid_argument);
  EXPECT_THROW(r.next(Date{2200, 2, 15}), std::invalid_argument);
}

TEST(Recurrence, SkipMayMoveADayOutOfTheLunarTable) {
  const Recurrence r{"RSCALE=CHINESE;FREQ=YEARLY;BYYEARDAY=-385;SKIP=BACKWARD", Date{1850, 2, 12}};
  EXPECT_EQ(r.take(1), std::vector<Date>{Date(1851, 1, 31)});
}

TEST(Recurrence, IsWrittenAsItWasMeant) {
  for (const char* rule :
       {"FREQ=WEEKLY;UNTIL=20261231;INTERVAL=2;BYDAY=TU,SA;WKST=SU",
        "FREQ=YEARLY;COUNT=9;BYMONTH=1;BYYEARDAY=1,100,-1;BYDAY=-1MO,MO,2FR;BYSETPOS=1,-1",
        "FREQ=YEARLY;BYWEEKNO=1,53,-1;BYDAY=MO", "FREQ=DAILY;INTERVAL=3",
        "FREQ=MONTHLY;BYMONTHDAY=10", "FREQ=YEARLY;INTERVAL=2;BYMONTH=1,7;BYMONTHDAY=1,-1",
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
      {"FREQ=DAILY;COUNT=3;UNTIL=20170201", "COUNT and UNTIL in one rule"},
      {"FREQ=DAILY;COUNT=0", "COUNT is '0'; accepted: 1 to"},
      {"FREQ=DAILY;UNTIL=20170201T000000Z", "a date with a time of day"},
      {"FREQ=DAILY;UNTIL=20170230", "no such day: 2017-02-30"},
      {"FREQ=DAILY;UNTIL=2017", "YYYYMMDD"},
      {"FREQ=DAILY;BYHOUR=9", "BYHOUR speaks of a time of day"},
      {"FREQ=DAILY;BYYEARDAY=1", "BYYEARDAY with FREQ=DAILY"},
      {"FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY with FREQ=WEEKLY"},
      {"FREQ=WEEKLY;BYDAY=1MO", "a number in BYDAY with any FREQ"},
      {"FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "beside BYWEEKNO"},
      {"FREQ=MONTHLY;BYWEEKNO=1", "BYWEEKNO with any FREQ but YEARLY"},
      {"FREQ=MONTHLY;BYSETPOS=1", "BYSETPOS without another part"},
      {"FREQ=MONTHLY;BYDAY=MON", "no such BYDAY: 'MON' (did you mean 'MO'?)"},
      {"FREQ=MONTHLY;BYDAY=", "no such BYDAY: ''"},
      {"FREQ=MONTHLY;BYDAY=0MO", "the number in BYDAY is '0'"},
      {"FREQ=YEARLY;BYYEARDAY=367", "beyond 366"},
      {"FREQ=WEEKLY;WKST=XX", "no such WKST: 'XX'"},
      {"RSCALE=CHINESE;FREQ=YEARLY;BYWEEKNO=1", "BYWEEKNO with RSCALE=CHINESE"},
      {"FREQ=MONTHLY;BYMONTDAY=3", "did you mean 'BYMONTHDAY'"},
      {"FREQ=MONTHLY;BYMONTHDAY=0", "accepted: -31 to -1 and 1 to 31"},
      {"FREQ=MONTHLY;BYMONTHDAY=32", "accepted"},
      {"FREQ=MONTHLY;BYMONTHDAY=x", "'X'"},
      {"FREQ=MONTHLY;BYMONTHDAY=", "''"},
      {"FREQ=YEARLY;BYMONTH=13", "accepted: 1 to 12"},
      {"FREQ=YEARLY;BYMONTH=6L", "RSCALE=CHINESE"},
      {"FREQ=MONTHLY;SKIP=OMIT", "RFC 7529"},
      {"RSCALE=HEBREW;FREQ=YEARLY", "accepted: GREGORIAN, CHINESE"},
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

TEST(Recurrence, ReadsAnRruleWithItsName) {
  EXPECT_EQ(to_string(Recurrence{"RRULE:FREQ=DAILY", start}), "FREQ=DAILY");
}

TEST(Recurrence, FillsWhatItIsGivenAndSaysHowMuch) {
  std::vector<Date> days(100);
  EXPECT_EQ((Recurrence{"FREQ=DAILY;BYDAY=MO,WE,FR;COUNT=70", start}.fill(days, start)), 70U);
  EXPECT_EQ(days[0], (Date{2017, 1, 2}));
  EXPECT_EQ(days[69], (Date{2017, 6, 12}));
  EXPECT_EQ((Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", start}.fill(days, Date{2026, 1, 11})), 100U);
  EXPECT_EQ(days[0], (Date{2026, 2, 10}));
  EXPECT_EQ(days[99], (Date{2034, 5, 10}));
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

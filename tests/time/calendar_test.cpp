// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/calendar.hpp"

#include <limits>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

const Calendar& china() {
  static const Calendar calendar = Calendar::china();
  return calendar;
}

TEST(Calendar, KnowsTheKindOfADayAndItsNotice) {
  const struct {
    Date date;
    DayKind kind;
    const char* name;
    const char* notice;
    int year;
  } cases[] = {
      {Date{2026, 10, 9}, DayKind::workday, "", "国办发明电〔2025〕7号", 2026},
      {Date{2026, 10, 10}, DayKind::makeup_workday, "国庆节", "国办发明电〔2025〕7号", 2026},
      {Date{2026, 10, 11}, DayKind::weekend, "", "国办发明电〔2025〕7号", 2026},
      {Date{2026, 10, 1}, DayKind::statutory_holiday, "国庆节", "国办发明电〔2025〕7号", 2026},
      {Date{2017, 10, 4}, DayKind::statutory_holiday, "中秋节", "国办发明电〔2016〕17号", 2017},
      {Date{2018, 12, 29}, DayKind::makeup_workday, "元旦", "国办发明电〔2018〕15号", 2019},
      {Date{2003, 5, 5}, DayKind::swapped_holiday, "劳动节",
       "国务院办公厅关于2003年“五一”放假调休安排的通知(2003-04-21)", 2003},
  };
  for (const auto& c : cases) {
    const Day day = china().day(c.date);
    EXPECT_EQ(day.arrangement_year, c.year) << to_string(c.date);
    EXPECT_EQ(day.kind, c.kind) << to_string(c.date);
    EXPECT_EQ(day.notice, c.notice) << to_string(c.date);
    EXPECT_EQ(day.certainty, Certainty::decreed) << to_string(c.date);
    EXPECT_EQ(day.name, c.name) << to_string(c.date);
  }
}

TEST(Calendar, WorksOnTheDaysThatOthersGetWrong) {
  const struct {
    Date date;
    bool worked;
  } cases[] = {
      {Date{2003, 5, 6}, true},    // the notice of 2003-04-21 cut the break (SARS)
      {Date{2003, 5, 7}, true},    //
      {Date{2003, 4, 26}, false},  // and took the make-up weekend back
      {Date{2005, 12, 31}, true}, {Date{2013, 4, 7}, true},   {Date{2013, 10, 12}, true},
      {Date{2019, 4, 28}, true},  {Date{2019, 5, 5}, true},   {Date{2009, 10, 10}, true},
      {Date{2015, 10, 10}, true}, {Date{2020, 10, 10}, true}, {Date{2026, 10, 10}, true},
      {Date{2026, 2, 15}, false}, {Date{2020, 1, 31}, false},
  };
  for (const auto& c : cases) EXPECT_EQ(china().is_workday(c.date), c.worked) << to_string(c.date);
}

TEST(Calendar, NewYearsEveIsADayOffOnlyWhereTheLawSaysSo) {
  EXPECT_EQ(china().day(Date{2013, 2, 9}).kind, DayKind::statutory_holiday);
  EXPECT_NE(china().day(Date{2017, 1, 27}).kind, DayKind::statutory_holiday);
  EXPECT_EQ(china().day(Date{2025, 1, 28}).kind, DayKind::statutory_holiday);
}

TEST(Calendar, TellsWhatIsDecreedFromWhatIsProjectedAndWhatIsUnknown) {
  EXPECT_EQ(china().decreed_through(), (Date{2026, 12, 31}));
  EXPECT_EQ(china().day(Date{2026, 12, 31}).certainty, Certainty::decreed);
  EXPECT_EQ(china().day(Date{2027, 1, 1}).certainty, Certainty::projected);
  EXPECT_EQ(china().day(Date{2027, 2, 6}).kind, DayKind::statutory_holiday);
  EXPECT_EQ(china().day(Date{2027, 2, 6}).name, "春节");
  EXPECT_EQ(china().day(Date{2027, 2, 6}).notice, "");
  EXPECT_EQ(china().day(Date{2027, 2, 6}).arrangement_year, std::nullopt);
  EXPECT_EQ(china().day(Date{1999, 9, 18}).certainty, Certainty::projected);
  EXPECT_EQ(china().day(Date{1999, 9, 17}).certainty, Certainty::unknown);
  EXPECT_EQ(china().day(Date{2201, 1, 1}).certainty, Certainty::unknown);
}

TEST(Calendar, DoesNotGuessAboutADayThatItDoesNotKnow) {
  EXPECT_THROW(china().is_workday(Date{1990, 5, 1}), std::invalid_argument);
  EXPECT_THROW(china().shift(Date{2201, 1, 1}, {ShiftPolicy::next_workday, 7}),
               std::invalid_argument);
}

TEST(Calendar, TheTenthOfTheMonthFallsOnAWeekendInTheseMonths) {
  const struct {
    int year;
    std::vector<int> months;
  } cases[] = {{2017, {6, 9, 12}}, {2026, {1, 5, 10}}, {2027, {1, 4, 7, 10}}};
  for (const auto& c : cases) {
    std::vector<int> found;
    for (int month = 1; month <= 12; ++month)
      if (weekday(Date{c.year, month, 10}) >= Weekday::saturday) found.push_back(month);
    EXPECT_EQ(found, c.months) << c.year;
  }
}

TEST(Calendar, CountsWorkdays) {
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 1}, Date{2026, 10, 8}}), 0);
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 8}, Date{2026, 10, 12}}), 3);
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 8}, Date{2026, 10, 8}}), 0);
}

TEST(Calendar, CountsNoWorkdaysInAnEmptyPeriodWhateverIsKnown) {
  EXPECT_EQ(china().workdays_between({Date{1990, 1, 2}, Date{1990, 1, 2}}), 0);
  EXPECT_EQ(china().nth_workday({Date{1990, 1, 2}, Date{1990, 1, 1}}, 1), std::nullopt);
  EXPECT_THROW(china().workdays_between({Date{1999, 9, 17}, Date{1999, 9, 20}}),
               std::invalid_argument);
  EXPECT_THROW(china().workdays_between({Date{2200, 12, 31}, Date{2201, 1, 2}}),
               std::invalid_argument);
  EXPECT_EQ(china().workdays_between({Date{2200, 12, 31}, Date{2201, 1, 1}}), 1);  // a Wednesday
}

TEST(Calendar, AddsWorkdays) {
  const struct {
    Date from;
    int n;
    Date to;
  } cases[] = {
      {Date{2026, 9, 30}, 1, Date{2026, 10, 8}},
      {Date{2026, 9, 30}, 3, Date{2026, 10, 10}},  // a make-up Saturday counts
      {Date{2026, 9, 30}, 4, Date{2026, 10, 12}},
      {Date{2026, 10, 1}, 1, Date{2026, 10, 8}},
      {Date{2026, 10, 8}, -1, Date{2026, 9, 30}},
      {Date{2026, 10, 3}, -1, Date{2026, 9, 30}},
      {Date{2026, 10, 3}, 0, Date{2026, 10, 3}},  // no workday, and stays
      {Date{1990, 5, 1}, 0, Date{1990, 5, 1}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(china().add_workdays(c.from, c.n), c.to) << to_string(c.from) << ' ' << c.n;
}

TEST(Calendar, AddsNoWorkdaysBeyondWhatItKnows) {
  const Date first{1999, 9, 20};  // the first workday under the law of 1999-09-18, a Saturday
  EXPECT_EQ(china().add_workdays(first + 1, -1), first);
  EXPECT_THROW(china().add_workdays(first, -1), std::invalid_argument);
  EXPECT_THROW(china().add_workdays(Date{1999, 9, 17}, 1), std::invalid_argument);
  const Date last{2200, 12, 31};
  EXPECT_EQ(china().add_workdays(last - 1, 1), last);
  for (const int n : {1, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()})
    EXPECT_THROW(china().add_workdays(last, n), std::invalid_argument) << n;
}

TEST(Calendar, FindsTheNthWorkdayOfAPeriodFromEitherEnd) {
  const Period october{Date{2026, 10, 1}, Date{2026, 11, 1}};
  EXPECT_EQ(china().nth_workday(october, 1), (Date{2026, 10, 8}));
  EXPECT_EQ(china().nth_workday(october, 3), (Date{2026, 10, 10}));
  EXPECT_EQ(china().nth_workday(october, -1), (Date{2026, 10, 30}));
  EXPECT_EQ(china().nth_workday(october, 18), (Date{2026, 10, 30}));
  EXPECT_EQ(china().nth_workday(october, -18), (Date{2026, 10, 8}));
  EXPECT_EQ(china().nth_workday(october, 19), std::nullopt);
  EXPECT_EQ(china().nth_workday(october, -19), std::nullopt);
  EXPECT_EQ(china().nth_workday(october, std::numeric_limits<int>::min()), std::nullopt);
  EXPECT_EQ(china().nth_workday(october, std::numeric_limits<int>::max()), std::nullopt);
  EXPECT_EQ(china().nth_workday({Date{2026, 10, 1}, Date{2026, 10, 8}}, 1), std::nullopt);
  EXPECT_THROW(china().nth_workday(october, 0), std::invalid_argument);
  EXPECT_THROW(china().nth_workday({Date{2200, 12, 1}, Date{2201, 2, 1}}, 1),
               std::invalid_argument);
}

Date some_day() {
  return Date::from_serial(*rc::gen::inRange(Date(2000, 1, 1).serial(), Date(2040, 1, 1).serial()));
}

std::vector<Date> workdays_one_by_one(Period period) {
  std::vector<Date> workdays;
  for (Date day = period.begin; day < period.end; day = day + 1)
    if (china().is_workday(day)) workdays.push_back(day);
  return workdays;
}

RC_GTEST_PROP(Calendar, CountsWorkdaysAsOneDoesOneByOne, ()) {
  const Date begin = some_day();
  const Period period{begin, begin + *rc::gen::inRange(0, 400)};
  const std::vector<Date> workdays = workdays_one_by_one(period);
  const int count = static_cast<int>(workdays.size());
  RC_ASSERT(china().workdays_between(period) == count);
  RC_PRE(count > 0);
  const int n = *rc::gen::inRange(0, count);
  RC_ASSERT(china().nth_workday(period, n + 1) == workdays[static_cast<std::size_t>(n)]);
  RC_ASSERT(china().nth_workday(period, n - count) == workdays[static_cast<std::size_t>(n)]);
}

RC_GTEST_PROP(Calendar, GoesBackTheWorkdaysThatItWentForth, ()) {
  const Date day = some_day();
  const int n = *rc::gen::inRange(1, 600);
  const Date later = china().add_workdays(day, n);
  RC_ASSERT(china().is_workday(later));
  RC_ASSERT(china().workdays_between({day + 1, later + 1}) == n);
  RC_ASSERT(china().add_workdays(later + 1, -n) == china().add_workdays(day, 1));
}

TEST(Calendar, IsAValueThatCanBeCopiedAndMoved) {
  Calendar calendar = Calendar::china();
  const Calendar copy = calendar;
  Calendar other = std::move(calendar);
  EXPECT_TRUE(other.is_workday(Date{2026, 10, 10}));
  other = copy;
  calendar = std::move(other);
  EXPECT_TRUE(calendar.is_workday(Date{2026, 10, 10}));
}

}  // namespace
}  // namespace zhibu

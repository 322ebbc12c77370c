// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/calendar.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

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
  } cases[] = {
      {Date{2026, 10, 9}, DayKind::workday, "", "国办发明电〔2025〕7号"},
      {Date{2026, 10, 10}, DayKind::makeup_workday, "国庆节", "国办发明电〔2025〕7号"},
      {Date{2026, 10, 11}, DayKind::weekend, "", "国办发明电〔2025〕7号"},
      {Date{2026, 10, 1}, DayKind::statutory_holiday, "国庆节", "国办发明电〔2025〕7号"},
      {Date{2017, 10, 4}, DayKind::statutory_holiday, "中秋节", "国办发明电〔2016〕17号"},
      {Date{2018, 12, 29}, DayKind::makeup_workday, "元旦", "国办发明电〔2018〕15号"},
      {Date{2003, 5, 5}, DayKind::swapped_holiday, "劳动节",
       "国务院办公厅关于2003年“五一”放假调休安排的通知(2003-04-21)"},
  };
  for (const auto& c : cases) {
    const Day day = china().day(c.date);
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

TEST(Shift, MovesTheStudyDayOf2026) {
  const Shift nearest{ShiftPolicy::nearest_workday, 7};
  const struct {
    Date nominal, actual;
  } cases[] = {
      {Date{2026, 1, 10}, Date{2026, 1, 9}},     // Saturday
      {Date{2026, 5, 10}, Date{2026, 5, 9}},     // Sunday, after a make-up Saturday
      {Date{2026, 10, 10}, Date{2026, 10, 10}},  // a make-up Saturday is worked
      {Date{2026, 3, 10}, Date{2026, 3, 10}},
  };
  for (const auto& c : cases) {
    const Shifted shifted = china().shift(c.nominal, nearest);
    EXPECT_TRUE(shifted.within_limit);
    EXPECT_EQ(shifted.nominal, c.nominal);
    EXPECT_EQ(shifted.actual, c.actual);
  }
}

TEST(Shift, GoesOnlyWhereItsPolicyAllows) {
  const Date sunday{2017, 9, 10};
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::none, 7}).actual, sunday);
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::previous_workday, 7}).actual, (Date{2017, 9, 8}));
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::next_workday, 7}).actual, (Date{2017, 9, 11}));
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::nearest_workday, 7}).actual, (Date{2017, 9, 11}));
}

TEST(Shift, TakesTheEarlierOfTwoEquallyNear) {
  const Date qingming{2027, 4, 5};  // a Monday: Friday and Tuesday are 3 and 1 days away
  EXPECT_EQ(china().shift(qingming, {ShiftPolicy::nearest_workday, 7}).actual, (Date{2027, 4, 6}));
  const Date labour_day{2024, 5, 1};
  const Shifted shifted = china().shift(labour_day, {ShiftPolicy::nearest_workday, 7});
  EXPECT_EQ(shifted.actual, (Date{2024, 4, 30}));
  const Date wednesday_off{2014, 1, 1};  // 2013-12-31 and 2014-01-02 were both worked
  EXPECT_EQ(china().shift(wednesday_off, {ShiftPolicy::nearest_workday, 7}).actual,
            (Date{2013, 12, 31}));
}

TEST(Shift, SaysWhenNoWorkdayIsNearEnough) {
  const Date spring_festival{2026, 2, 17};
  const Shifted short_of = china().shift(spring_festival, {ShiftPolicy::next_workday, 6});
  EXPECT_FALSE(short_of.within_limit);
  EXPECT_EQ(short_of.actual, spring_festival);
  const Shifted enough = china().shift(spring_festival, {ShiftPolicy::next_workday, 7});
  EXPECT_TRUE(enough.within_limit);
  EXPECT_EQ(enough.actual, (Date{2026, 2, 24}));
}

TEST(Calendar, CountsWorkdays) {
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 1}, Date{2026, 10, 8}}), 0);
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 8}, Date{2026, 10, 12}}), 3);
  EXPECT_EQ(china().workdays_between({Date{2026, 10, 8}, Date{2026, 10, 8}}), 0);
}

RC_GTEST_PROP(Shift, LandsOnAWorkdayOrSaysThatThereIsNone, ()) {
  const Date day =
      Date::from_serial(*rc::gen::inRange(Date(2001, 1, 10).serial(), Date(2030, 1, 1).serial()));
  const Shift shift{static_cast<ShiftPolicy>(*rc::gen::inRange(1, 4)), *rc::gen::inRange(0, 12)};
  const Shifted shifted = china().shift(day, shift);
  RC_ASSERT(china().is_workday(shifted.actual) == shifted.within_limit);
  RC_ASSERT(std::abs(shifted.actual - day) <= shift.max_days);
  RC_ASSERT(!china().is_workday(day) || shifted.actual == day);
}

class CalendarFile : public ::testing::Test {
 protected:
  Calendar load(const std::string& text) {
    std::ofstream(file_) << text;
    return Calendar::load(file_);
  }
  std::string refused(const std::string& text) {
    try {
      load(text);
    } catch (const std::invalid_argument& e) {
      return e.what();
    }
    return "accepted";
  }
  std::filesystem::path file_ = std::filesystem::path{testing::TempDir()} / "calendar.toml";
};

TEST_F(CalendarFile, TakesFurtherDaysAndTheirNotice) {
  const Calendar calendar = load(
      "country = \"china\"\n[[day]]\ndate = 2027-01-02\nkind = \"makeup_workday\"\n"
      "name = \"元旦\"\nnotice = \"某通知\"\n");
  EXPECT_TRUE(calendar.is_workday(Date{2027, 1, 2}));
  EXPECT_FALSE(china().is_workday(Date{2027, 1, 2}));
  EXPECT_EQ(calendar.day(Date{2027, 1, 2}).notice, "某通知");
  EXPECT_EQ(calendar.day(Date{2027, 1, 2}).certainty, Certainty::decreed);
}

TEST_F(CalendarFile, SaysWhatItCannotRead) {
  const struct {
    const char* text;
    const char* said;
  } cases[] = {
      {"country = \"chna\"\n", "calendar.toml:1:"},
      {"country = \"chna\"\n", "did you mean 'china'"},
      {"contry = \"china\"\n", "did you mean 'country'"},
      {"", "country"},
      {"country = \"china\"\n[[day]]\ndate = 2027-02-30\n", "calendar.toml:3:"},
      {"country = \"china\"\n[[day]]\ndate = 2027-01-02\nkind = \"workdy\"\n", "workday"},
      {"country = \"china\"\n[[day]]\ndate = 1980-01-02\nkind = \"workday\"\nname = \"\"\n"
       "notice = \"\"\n",
       "1980-01-02"},
      {"country = \"china\"\n[[day]]\ndate = 2027-01-04\nkind = \"makeup_workday\"\nname = \"\"\n"
       "notice = \"\"\n",
       "2027-01-04, a Monday, cannot be a makeup_workday"},
      {"country = \"china\"\n[[day]]\ndate = 2027-01-02\nkind = \"weekend\"\nname = \"\"\n"
       "notice = \"\"\n[[day]]\ndate = 2027-01-02\nkind = \"weekend\"\nname = \"\"\nnotice = "
       "\"\"\n",
       "calendar.toml:8:8: date: stands twice"},
  };
  for (const auto& c : cases) {
    const std::string said = refused(c.text);
    EXPECT_NE(said.find(c.said), std::string::npos) << c.text << "said: " << said;
  }
}

TEST_F(CalendarFile, NamesAFileThatIsNotThere) {
  try {
    Calendar::load("no/such/calendar.toml");
    FAIL() << "read a file that is not there";
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()}, "no/such/calendar.toml: no such file");
  }
}

}  // namespace
}  // namespace zhibu

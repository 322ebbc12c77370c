// SPDX-License-Identifier: BSL-1.0

#include "time/arrangement.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "zhibu/time/calendar.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {
namespace {

const Calendar& china() {
  static const Calendar calendar = Calendar::china();
  return calendar;
}

std::string json_day(std::string_view name, Date date, bool is_off) {
  return R"({"name": ")" + std::string{name} + R"(", "date": ")" + to_string(date) +
         R"(", "isOffDay": )" + (is_off ? "true" : "false") + "}";
}

// An arrangement for 2027 that nobody made: what the law names, a swap, a day that is worked in
// return, and days of the Decembers and Januaries beside the year.
const std::string days_of_2027 = [] {
  std::string days = json_day("元旦", Date{2026, 12, 26}, false);
  const auto add = [&](std::string_view name, Date date, bool is_off) {
    days += ", " + json_day(name, date, is_off);
  };
  add("元旦", Date{2026, 12, 31}, true);
  add("元旦", Date{2027, 1, 1}, true);
  for (int day = 5; day <= 11; ++day) add("春节", Date{2027, 2, day}, true);
  add("春节", Date{2027, 2, 20}, false);
  add("清明节", Date{2027, 4, 5}, true);
  for (int day = 1; day <= 4; ++day) add("劳动节", Date{2027, 5, day}, true);
  add("劳动节", Date{2027, 5, 6}, false);  // a Thursday, worked as any other
  add("端午节", Date{2027, 6, 9}, true);
  add("中秋节", Date{2027, 9, 15}, true);
  for (int day = 1; day <= 7; ++day) add("国庆节", Date{2027, 10, day}, true);
  return days;
}();

std::string json_2027(const std::string& days = days_of_2027) {
  return R"({"year": 2027, "papers": ["通知一", "通知二"], "days": [)" + days + "]}";
}

class ArrangementFile : public ::testing::Test {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories(folder_);
    std::ofstream(folder_ / name, std::ios::binary) << text;
    return folder_ / name;
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path folder_ = std::filesystem::path{testing::TempDir()} /
                                  testing::UnitTest::GetInstance()->current_test_info()->name();
};

TEST_F(ArrangementFile, DecreesAFurtherYear) {
  const Calendar calendar = china().with_arrangement(write("2027.json", json_2027()));
  EXPECT_EQ(calendar.decreed_through(), (Date{2027, 12, 31}));
  const struct {
    Date date;
    DayKind kind;
    const char* name;
  } cases[] = {
      {Date{2026, 12, 26}, DayKind::makeup_workday, "元旦"},
      {Date{2026, 12, 31}, DayKind::swapped_holiday, "元旦"},
      {Date{2027, 1, 1}, DayKind::statutory_holiday, "元旦"},
      {Date{2027, 1, 2}, DayKind::break_weekend, "元旦"},  // not named, and touches a day off
      {Date{2027, 1, 3}, DayKind::break_weekend, "元旦"},
      {Date{2027, 1, 4}, DayKind::workday, ""},
      {Date{2027, 1, 9}, DayKind::weekend, ""},
      {Date{2027, 2, 5}, DayKind::statutory_holiday, "春节"},
      {Date{2027, 2, 10}, DayKind::swapped_holiday, "春节"},
      {Date{2027, 2, 20}, DayKind::makeup_workday, "春节"},
      {Date{2027, 5, 6}, DayKind::workday, "劳动节"},
      {Date{2027, 10, 8}, DayKind::workday, ""},
  };
  for (const auto& c : cases) {
    const Day day = calendar.day(c.date);
    EXPECT_EQ(key(day.kind), key(c.kind)) << to_string(c.date);
    EXPECT_EQ(day.name, c.name) << to_string(c.date);
    EXPECT_EQ(day.notice, "通知一") << to_string(c.date);
    EXPECT_EQ(day.arrangement_year, 2027) << to_string(c.date);
    EXPECT_EQ(day.certainty, Certainty::decreed) << to_string(c.date);
  }
  EXPECT_EQ(calendar.day(Date{2026, 12, 30}), china().day(Date{2026, 12, 30}));
  EXPECT_EQ(calendar.day(Date{2028, 1, 3}), china().day(Date{2028, 1, 3}));
  EXPECT_EQ(china().decreed_through(), (Date{2026, 12, 31}));
}

TEST_F(ArrangementFile, MayBeTheBareListOfItsDays) {
  const Calendar whole = china().with_arrangement(write("2027.json", json_2027()));
  const Calendar bare = china().with_arrangement(write("b.json", "[" + days_of_2027 + "]"));
  EXPECT_EQ(bare.day(Date{2027, 10, 1}).notice, "");
  for (Date day{2026, 12, 1}; day < Date(2028, 1, 1); day = day + 1)
    EXPECT_EQ(bare.day(day).kind, whole.day(day).kind) << to_string(day);
}

TEST_F(ArrangementFile, MayBeCsv) {
  std::string csv = "year,date,kind,name,notice\n";
  for (const ArrangedDay& day : read_arrangement("2027.json", json_2027()).days)
    csv += "2027," + to_string(day.date) + ',' + std::string{key(day.kind)} + ',' + day.name +
           ",某通知\n";
  const Calendar calendar = china().with_arrangement(write("2027.csv", csv));
  EXPECT_EQ(calendar.day(Date{2026, 12, 31}).kind, DayKind::swapped_holiday);
  EXPECT_EQ(calendar.day(Date{2027, 1, 2}).kind, DayKind::break_weekend);
  EXPECT_EQ(calendar.day(Date{2027, 3, 1}).notice, "某通知");
  EXPECT_EQ(calendar.decreed_through(), (Date{2027, 12, 31}));
}

// What certainty says of the last days of a year.
TEST(Arrangement, ReachesBackToThe29thOfDecemberAtMost) {
  int reaching_back = 0;
  for (const Arrangement& arrangement : known_arrangements()) {
    EXPECT_GE(arrangement.days.front().date, (Date{arrangement.year - 1, 12, 29}));
    EXPECT_LT(arrangement.days.back().date, (Date{arrangement.year + 1, 1, 1}));
    reaching_back += arrangement.days.front().date.year() < arrangement.year ? 1 : 0;
  }
  EXPECT_EQ(known_arrangements().size(), 26U);
  EXPECT_EQ(reaching_back, 11);
}

// What is written out in the common form comes back as it was, kind by kind.
TEST_F(ArrangementFile, GivesEveryYearTheKindsThatItHas) {
  for (const Arrangement& arrangement : known_arrangements()) {
    std::string days;
    for (const ArrangedDay& day : arrangement.days) {
      const bool is_off = day.kind != DayKind::makeup_workday;
      // Plain weekends beside a break are named by no notice.
      if (day.kind == DayKind::break_weekend && day.name.find("、") == std::string::npos) continue;
      days += (days.empty() ? "" : ", ") + json_day(day.name, day.date, is_off);
    }
    const std::string year = std::to_string(arrangement.year);
    const Arrangement read =
        read_arrangement(year + ".json", R"({"year": )" + year + R"(, "papers": [")" +
                                             arrangement.notice + R"("], "days": [)" + days + "]}");
    ASSERT_EQ(read.days.size(), arrangement.days.size()) << year;
    const Date by_notice_alone{2015, 9, 3};  // off for all, and not by the law
    for (std::size_t i = 0; i < read.days.size(); ++i) {
      EXPECT_EQ(read.days[i].date, arrangement.days[i].date);
      if (read.days[i].date == by_notice_alone) continue;
      EXPECT_EQ(key(read.days[i].kind), key(arrangement.days[i].kind))
          << to_string(read.days[i].date);
      EXPECT_EQ(read.days[i].name, arrangement.days[i].name) << to_string(read.days[i].date);
    }
  }
}

TEST_F(ArrangementFile, OfAKnownYearTakesTheOldOneBack) {
  std::string csv = "year,date,kind,name,notice\n";
  for (const Arrangement& arrangement : known_arrangements())
    if (arrangement.year == 2019)
      for (const ArrangedDay& day : arrangement.days)
        if (day.date.year() == 2019)
          csv += "2019," + to_string(day.date) + ',' + std::string{key(day.kind)} + ',' + day.name +
                 ",更正\n";
  const Calendar calendar = china().with_arrangement(write("2019.csv", csv));
  EXPECT_EQ(china().day(Date{2018, 12, 29}).kind, DayKind::makeup_workday);
  EXPECT_EQ(calendar.day(Date{2018, 12, 29}).kind, DayKind::weekend);
  EXPECT_EQ(calendar.day(Date{2018, 12, 29}).notice, "国办发明电〔2017〕12号");
  EXPECT_EQ(calendar.day(Date{2018, 12, 31}).kind, DayKind::workday);
  EXPECT_EQ(calendar.day(Date{2018, 12, 30}).kind, DayKind::weekend);  // touches a day now worked
  EXPECT_EQ(calendar.day(Date{2019, 5, 2}).notice, "更正");
  EXPECT_EQ(calendar.day(Date{2019, 7, 1}).notice, "更正");
  EXPECT_EQ(calendar.decreed_through(), (Date{2026, 12, 31}));
}

TEST_F(ArrangementFile, OfTheYearBeforeLeavesTheNextWhatItReachedBackTo) {
  const Calendar next = china().with_arrangement(write("2027.json", json_2027()));
  std::string csv = "year,date,kind,name,notice\n";
  for (const Arrangement& arrangement : known_arrangements())
    if (arrangement.year == 2026)
      for (const ArrangedDay& day : arrangement.days)
        csv += "2026," + to_string(day.date) + ',' + std::string{key(day.kind)} + ',' + day.name +
               ",更正\n";
  const Calendar corrected = next.with_arrangement(write("2026.csv", csv));
  EXPECT_EQ(corrected.day(Date{2026, 12, 31}), next.day(Date{2026, 12, 31}));
  EXPECT_EQ(corrected.day(Date{2026, 10, 1}).notice, "更正");
}

TEST_F(ArrangementFile, OfALaterYearDoesNotCloseTheGap) {
  const std::string days_2028 = json_day("元旦", Date{2028, 1, 1}, true) + ", " + [] {
    std::string days;
    for (int day = 25; day <= 28; ++day) days += json_day("春节", Date{2028, 1, day}, true) + ", ";
    days += json_day("清明节", Date{2028, 4, 4}, true) + ", ";
    days += json_day("劳动节", Date{2028, 5, 1}, true) + ", ";
    days += json_day("劳动节", Date{2028, 5, 2}, true) + ", ";
    days += json_day("端午节", Date{2028, 5, 28}, true) + ", ";
    for (int day = 1; day <= 3; ++day)
      days += json_day("国庆节", Date{2028, 10, day}, true) + (day < 3 ? ", " : "");
    return days;
  }();
  const Calendar calendar =
      china().with_arrangement(write("2028.json", R"({"year":2028,"days":[)" + days_2028 + "]}"));
  EXPECT_EQ(calendar.decreed_through(), (Date{2026, 12, 31}));
  EXPECT_EQ(calendar.day(Date{2028, 7, 3}).certainty, Certainty::decreed);
  EXPECT_EQ(calendar.day(Date{2027, 7, 1}).certainty, Certainty::projected);
}

}  // namespace
}  // namespace zhibu

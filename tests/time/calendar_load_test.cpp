// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/calendar.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

const Calendar& china() {
  static const Calendar calendar = Calendar::china();
  return calendar;
}

// The arrangement of 2026 as it is, but by another notice.
std::string days_of_2026(const std::string& notice) {
  std::string rows;
  for (Date date{2025, 12, 1}; date < Date(2027, 1, 1); date = date + 1) {
    const Day day = china().day(date);
    if (day.arrangement_year == 2026 && !day.name.empty())
      rows += "2026," + to_string(date) + ',' + std::string{key(day.kind)} + ',' +
              std::string{day.name} + ',' + notice + '\n';
  }
  return rows;
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

TEST_F(CalendarFile, NamesArrangementsFromItsOwnFolder) {
  const std::filesystem::path folder = file_.parent_path() / "arrangements";
  std::filesystem::create_directories(folder);
  const char* heading = "year,date,kind,name,notice\n";
  std::ofstream{folder / "2026.csv"} << heading << days_of_2026("更正");
  const Calendar calendar = load(
      "country = \"china\"\narrangements = [\"arrangements/2026.csv\"]\n[[day]]\n"
      "date = 2026-10-10\nkind = \"weekend\"\nname = \"\"\nnotice = \"县里的通知\"\n");
  EXPECT_EQ(calendar.day(Date{2026, 10, 1}).notice, "更正");
  EXPECT_EQ(calendar.day(Date{2026, 10, 1}).arrangement_year, 2026);
  EXPECT_FALSE(calendar.is_workday(Date{2026, 10, 10}));
  EXPECT_EQ(calendar.day(Date{2026, 10, 10}).notice, "县里的通知");
  EXPECT_EQ(calendar.day(Date{2026, 10, 10}).arrangement_year, std::nullopt);

  const Calendar copy = calendar;
  EXPECT_EQ(copy.day(Date{2026, 10, 10}), calendar.day(Date{2026, 10, 10}));
}

TEST_F(CalendarFile, NamesTheArrangementThatItCannotRead) {
  const std::string said = refused("country = \"china\"\narrangements = [\"no-such.json\"]\n");
  EXPECT_NE(said.find("no-such.json: no such file"), std::string::npos) << said;
  EXPECT_NE(refused("country = \"china\"\narrangements = \"2027.json\"\n").find("calendar.toml:2:"),
            std::string::npos);
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

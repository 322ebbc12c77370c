// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/archive.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "../organization/archive_edit.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

class ArchiveOfACalendar : public testing::Test {
 protected:
  ArchiveOfACalendar() { fs::create_directories(folder_); }
  ~ArchiveOfACalendar() override { fs::remove_all(folder_); }

  // One with a further year, as it is passed around, and a local day in it.
  Calendar further() {
    std::ofstream(folder_ / "2027.json") << R"({"year": 2027, "papers": ["某通知"], "days": [
      {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
      {"name": "春节", "date": "2027-02-05", "isOffDay": true},
      {"name": "春节", "date": "2027-02-06", "isOffDay": true},
      {"name": "春节", "date": "2027-02-07", "isOffDay": true},
      {"name": "春节", "date": "2027-02-08", "isOffDay": true},
      {"name": "春节", "date": "2027-02-14", "isOffDay": false},
      {"name": "清明节", "date": "2027-04-05", "isOffDay": true},
      {"name": "劳动节", "date": "2027-05-01", "isOffDay": true},
      {"name": "劳动节", "date": "2027-05-02", "isOffDay": true},
      {"name": "端午节", "date": "2027-06-09", "isOffDay": true},
      {"name": "中秋节", "date": "2027-09-15", "isOffDay": true},
      {"name": "国庆节", "date": "2027-10-01", "isOffDay": true},
      {"name": "国庆节", "date": "2027-10-02", "isOffDay": true},
      {"name": "国庆节", "date": "2027-10-03", "isOffDay": true}]})";
    std::ofstream(folder_ / "settings.toml")
        << "country = \"china\"\narrangements = [\"2027.json\"]\n"
           "[[day]]\ndate = 2027-03-06\nkind = "
           "\"makeup_workday\"\nname = \"县庆\"\nnotice = \"\"\n"
           "[[day]]\ndate = 2031-03-06\nkind = "
           "\"swapped_holiday\"\nname = \"县庆\"\nnotice = \"县\"\n";
    return Calendar::load(folder_ / "settings.toml");
  }

  const fs::path folder_ =
      fs::temp_directory_path() / ("zhibu_calendar_" + std::to_string(getpid()));
};

std::string refusal_of(const std::string& bytes) {
  try {
    calendar_from_bytes(bytes);
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "";
}

TEST_F(ArchiveOfACalendar, SaysTheSameOfEveryDay) {
  const Calendar calendar = further();
  const Calendar again = calendar_from_bytes(to_bytes(calendar));
  EXPECT_EQ(again, calendar);
  EXPECT_EQ(again.decreed_through(), Date(2027, 12, 31));
  for (Date day{1999, 1, 1}; day < Date(2201, 1, 1); day = day + 1)
    ASSERT_EQ(again.day(day), calendar.day(day)) << to_string(day);
  const Period known{Date{2000, 1, 1}, Date{2201, 1, 1}};
  EXPECT_EQ(again.workdays_between(known), calendar.workdays_between(known));
  EXPECT_TRUE(again.is_workday(Date{2027, 3, 6}));
}

TEST_F(ArchiveOfACalendar, OfChinaIsThatOfChina) {
  EXPECT_EQ(calendar_from_bytes(to_bytes(Calendar::china())), Calendar::china());
  EXPECT_LT(to_bytes(Calendar::china()).size(), 200u);
}

TEST_F(ArchiveOfACalendar, OfOneThatDiffersInADayIsOfAnother) {
  const Calendar calendar = further();
  EXPECT_NE(calendar, Calendar::china());
  EXPECT_NE(calendar, Calendar::china().with_arrangement(folder_ / "2027.json"));
  EXPECT_EQ(Calendar::china().with_arrangement(folder_ / "2027.json"),
            Calendar::china().with_arrangement(folder_ / "2027.json"));
}

TEST_F(ArchiveOfACalendar, IsAFile) {
  save(folder_ / "a.zhibu", further());
  EXPECT_EQ(load_calendar(folder_ / "a.zhibu"), further());
  EXPECT_THROW(load_calendar(folder_ / "b.zhibu"), std::invalid_argument);
}

TEST_F(ArchiveOfACalendar, DamagedIsRefused) {
  const std::string whole = to_bytes(further());
  for (std::size_t size = 0; size < whole.size(); size += 37)
    ASSERT_NE(refusal_of(whole.substr(0, size)), "") << size;
  std::string bytes = whole;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); bit += 101) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    ASSERT_NE(refusal_of(bytes), "") << bit;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  }
}

TEST_F(ArchiveOfACalendar, WithABitFlippedAndItsChecksumRightAgainIsReadOrRefused) {
  const std::string whole = to_bytes(further());
  std::mt19937 random{1};
  int refused = 0;
  for (int i = 0; i < 1000; ++i) {
    std::string bytes = whole;
    const std::size_t bit = random() % (8 * bytes.size());
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    set_checksum(bytes);
    refused += !refusal_of(bytes).empty();
  }
  EXPECT_GT(refused, 100);
}

TEST_F(ArchiveOfACalendar, ThatLiesIsRefused) {
  const auto with = [whole = to_bytes(further())](std::string_view column, auto number) {
    return edited(whole, [&](std::vector<EditedColumn>& columns) {
      std::memcpy(column_named(columns, column).bytes.data(), &number, sizeof number);
    });
  };
  const struct {
    std::string bytes;
    const char* refusal;
  } cases[] = {
      {with("calendar/notices/year", std::int32_t{1999}), "the arrangement of 1999"},
      {with("calendar/notices/year", std::int32_t{2002}), "two arrangements of 2002"},
      {with("calendar/days/date", std::int32_t{1}), "a day that the calendar cannot hold"},
      {with("calendar/days/date", std::int32_t{2932897}), "the day number 2932897"},
      {with("calendar/days/kind", std::uint8_t{6}), "a kind of day that there is not"},
      {with("calendar/days/kind", static_cast<std::uint8_t>(DayKind::swapped_holiday)),
       "cannot be"},
      {with("calendar/days/year", std::int32_t{2040}), "the arrangement of 2040"},
      {with("calendar/days/name", std::uint8_t{0xFF}), "not UTF-8"},
      {to_bytes(Roster{}), "an archive of 'roster'"},
  };
  for (const auto& c : cases) {
    EXPECT_THAT(refusal_of(c.bytes), HasSubstr(c.refusal));
    EXPECT_THAT(refusal_of(c.bytes), HasSubstr("accepted: ")) << c.refusal;
  }
}

}  // namespace
}  // namespace zhibu

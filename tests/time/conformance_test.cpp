// SPDX-License-Identifier: BSL-1.0
//
// The time layer against tables that were drawn up apart from it, row by row. They are kept beside
// the repository, in ../shared/data, or where the environment variable ZHIBU_SHARED_DATA says.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "time/anchor.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/solar_term.hpp"

namespace zhibu {
namespace {

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream{line};
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

class Conformance : public testing::Test {
 protected:
  void SetUp() override {
    const char* told = std::getenv("ZHIBU_SHARED_DATA");
    folder_ = told != nullptr ? std::filesystem::path{told}
                              : std::filesystem::path{ZHIBU_REPO} / ".." / "shared" / "data";
    if (!std::filesystem::exists(folder_)) GTEST_SKIP() << "no shared data at " << folder_;
  }

  void TearDown() override {
    if (!IsSkipped()) std::cout << cases_ << " cases\n";
  }

  // The rows of a table whose cells hold no quotes, each cell under the name of its column.
  std::vector<Row> rows(const std::string& table) {
    std::ifstream stream{folder_ / "calendar" / table};
    std::string line;
    std::getline(stream, line);
    const std::vector<std::string> heading = cells_of(line);
    std::vector<Row> rows;
    while (std::getline(stream, line)) {
      Row& row = rows.emplace_back();
      const std::vector<std::string> cells = cells_of(line);
      for (std::size_t i = 0; i < heading.size(); ++i)
        row[heading[i]] = i < cells.size() ? cells[i] : "";
    }
    EXPECT_FALSE(rows.empty()) << table;
    cases_ += rows.size();
    return rows;
  }

 private:
  std::filesystem::path folder_;
  std::size_t cases_ = 0;
};

LunarDate lunar_date(const Row& row) {
  return {std::stoi(row.at("lunar_year")), std::stoi(row.at("lunar_month")),
          std::stoi(row.at("lunar_day")), row.at("leap") == "1"};
}

TEST_F(Conformance, EveryLunarDateIsConvertedBothWays) {
  for (const Row& row : rows("lunar_public.csv")) {
    const Date day = parse_date(row.at("gregorian"));
    EXPECT_EQ(lunar_date(row).to_date(), day) << row.at("gregorian");
    EXPECT_EQ(LunarDate::of(day), lunar_date(row)) << row.at("gregorian");
  }
}

TEST_F(Conformance, EveryLunarDateThatIsNotIsRefused) {
  for (const Row& row : rows("lunar_invalid.csv"))
    EXPECT_THROW(lunar_date(row), std::invalid_argument)
        << row.at("lunar_year") << ' ' << row.at("lunar_month") << ' ' << row.at("lunar_day")
        << ": " << row.at("why");
}

TEST_F(Conformance, EverySolarTermFallsOnItsDay) {
  for (Row& row : rows("solar_terms.csv")) {
    const std::string year = row.extract("year").mapped();
    EXPECT_EQ(row.size(), 24U);
    for (const auto& [term, day] : row)
      EXPECT_EQ(to_string(solar_term(std::stoi(year), term)), year + '-' + day) << term;
  }
}

TEST_F(Conformance, EveryFestivalFallsOnItsDay) {
  const std::map<std::string, std::string> names{
      {"chuxi", "除夕"},    {"chunjie", "春节"},    {"yuanxiao", "元宵节"}, {"qingming", "清明节"},
      {"duanwu", "端午节"}, {"qixi", "七夕"},       {"zhongqiu", "中秋节"}, {"chongyang", "重阳"},
      {"dongzhi", "冬至"},  {"zhongyuan", "中元节"}};
  for (const Row& row : rows("festivals.csv"))
    for (const auto& [column, name] : names)
      EXPECT_EQ(festival(std::stoi(row.at("year")), name), parse_date(row.at(column)))
          << row.at("year") << ' ' << name;
}

// 腊八 of the lunar year before, which is not always in the year of its row: some years have none,
// some have two.
TEST_F(Conformance, LabaFallsInTheYearInWhichItFalls) {
  std::map<int, std::vector<Date>> of_year;
  for (const Row& row : rows("festivals.csv")) {
    const Date day = parse_date(row.at("laba_prev_lunar_year"));
    of_year[day.year()].push_back(day);
  }
  for (int year = 1900; year < 2100; ++year)
    EXPECT_EQ(festival(year, "腊八"),
              of_year[year].empty() ? std::nullopt : std::optional{of_year[year].front()})
        << year;
}

DayOff day_off(const Row& row) {
  const std::string& text = row.at("day_off");
  if (text == "statutory") return DayOff::all_citizens;
  return text.starts_with("none") ? DayOff::none : DayOff::some_citizens;
}

Period validity(const Row& row) {
  const std::string& from = row.at("valid_from");
  const std::string& to = row.at("valid_to");
  return {from.empty() ? Date{1400, 1, 1} : parse_date(from),
          to.empty() ? Date::last() : parse_date(to) + 1};
}

TEST_F(Conformance, EveryMemorialDayHasItsLawWhileItIsInForce) {
  for (const Row& row : rows("memorial_days.csv")) {
    const std::string& id = row.at("id");
    const std::string& basis = row.at("legal_basis");
    for (const Date day : {validity(row).begin, validity(row).last()}) {
      const std::optional<Festival> law = festival_law(day, id);
      ASSERT_TRUE(law.has_value()) << id << to_string(day);
      EXPECT_EQ(key(law->day_off), key(day_off(row))) << id << to_string(day);
    }
    const Festival first = *festival_law(validity(row).begin, id);
    if (basis.starts_with("国务院令")) {
      EXPECT_TRUE(first.legal_basis.starts_with(basis.substr(0, basis.find("号")))) << id;
    }
    if (!row.at("valid_from").empty()) {
      EXPECT_NE(festival_law(validity(row).begin - 1, id), first) << id;
    }
  }
}

TEST_F(Conformance, EveryMemorialDayFallsOnItsDays) {
  for (const Row& row : rows("memorial_days.csv")) {
    const AnchorKind kind = parse<AnchorKind>(row.at("rule_kind"), "kind of rule");
    for (int year = 1900; year <= 2100; ++year) {
      const auto in_force = [&](std::vector<Date> days) {
        std::erase_if(days,
                      [&](Date day) { return day.year() != year || !validity(row).contains(day); });
        return days;
      };
      EXPECT_EQ(in_force(festival_days(year, row.at("id"))),
                in_force(anchored_days(year, kind, row.at("rule"))))
          << row.at("id") << year;
    }
  }
}

TEST_F(Conformance, EveryDayOfAnArrangementIsOfItsKind) {
  const std::map<std::string, DayKind> kinds{{"statutory", DayKind::statutory_holiday},
                                             {"shift", DayKind::swapped_holiday},
                                             {"weekend", DayKind::break_weekend},
                                             {"work", DayKind::makeup_workday}};
  const Calendar calendar = Calendar::china();
  for (const Row& row : rows("cn_holidays.csv")) {
    const std::string& where = row.at("date");
    const Day day = calendar.day(parse_date(where));
    EXPECT_EQ(key(day.kind), key(kinds.at(row.at("kind")))) << where;
    EXPECT_EQ(day.name, row.at("name_zh")) << where;
    EXPECT_EQ(day.certainty, Certainty::decreed) << where;
    EXPECT_EQ(calendar.is_workday(day.date), row.at("is_off_day") == "false") << where;
    EXPECT_EQ(day.arrangement_year, std::stoi(row.at("arrangement_year"))) << where;
    if (row.at("notice").find("文号未查得") != std::string::npos) continue;
    EXPECT_EQ(day.notice, row.at("notice")) << where;
  }
}

TEST_F(Conformance, EveryOtherDayOfTheseYearsIsWhatItsWeekdaySays) {
  std::map<Date, Row> named;
  for (const Row& row : rows("cn_holidays.csv")) named[parse_date(row.at("date"))] = row;
  const Calendar calendar = Calendar::china();
  for (Date day{2001, 1, 1}; day <= Date(2026, 12, 31); day = day + 1) {
    if (named.contains(day)) continue;
    const bool weekend = weekday(day) >= Weekday::saturday;
    EXPECT_EQ(calendar.day(day).kind, weekend ? DayKind::weekend : DayKind::workday)
        << to_string(day);
    EXPECT_EQ(calendar.day(day).name, "") << to_string(day);
  }
}

TEST_F(Conformance, EveryArrangementHasItsNotice) {
  const Calendar calendar = Calendar::china();
  for (const Row& row : rows("cn_holiday_notices.csv")) {
    const int year = std::stoi(row.at("arrangement_year"));
    const Day day = calendar.day(Date{year, 7, 15});  // which no arrangement ever named
    EXPECT_EQ(day.arrangement_year, year);
    EXPECT_NE(day.notice.find(row.at("document_no").starts_with("国办") ? row.at("document_no")
                                                                        : "文号未查得"),
              std::string_view::npos)
        << day.notice;
  }
}

}  // namespace
}  // namespace zhibu

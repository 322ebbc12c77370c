// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/time/date.hpp"
#include "zhibu/time/day.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A day as a notice, or the settings of a calendar, decree it.
struct ArrangedDay {
  Date date;
  DayKind kind = DayKind::workday;
  std::string name;    // of the festival
  std::string notice;  // or "", for that of the arrangement
};

// The arrangement of one year.
struct Arrangement {
  int year = 0;
  std::string notice;
  std::vector<ArrangedDay> days;
};

// Those of the State Council that stand in src/time/arrangements.csv.
std::vector<Arrangement> known_arrangements();

// Reads the arrangement of one year, in one of the forms of Calendar::with_arrangement; `name`
// stands for the file in messages. Throws std::invalid_argument with all that is wrong with it.
Arrangement read_arrangement(const std::string& name, std::string_view bytes);

// The same where it is known to be JSON.
Arrangement read_json_arrangement(const std::string& name, std::string_view bytes);

// Makes an arrangement of the days that its notice names.
class ArrangementBuilder {
 public:
  // Throws std::invalid_argument for a year that the holiday law or the lunar table does not cover.
  ArrangementBuilder(int year, std::string notice);

  // Throws std::invalid_argument for a day that stands twice, that lies outside the year and the
  // months beside it, or whose kind its weekday or the holiday law contradicts.
  void add(ArrangedDay day);

  // The arrangement, with the weekends that touch its days off. Throws std::invalid_argument where
  // a day off by the law is missing.
  Arrangement build() const;

  int year() const { return year_; }

 private:
  void refuse_missing_days() const;

  int year_;
  std::string notice_;
  Period reach_;
  std::map<Date, ArrangedDay> days_;
};

// Settings of a calendar: the arrangements that they name, and their own days.
struct CalendarSettings {
  std::vector<std::filesystem::path> arrangements;
  std::vector<ArrangedDay> days;
};
CalendarSettings read_calendar_settings(std::string_view toml, std::string_view name);

// Throws std::invalid_argument for a day of which a calendar knows nothing, or for a kind that the
// weekday of the day contradicts.
void refuse_impossible(Date day, DayKind kind);

}  // namespace zhibu

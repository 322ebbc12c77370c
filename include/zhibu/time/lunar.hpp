// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A day of the Chinese lunisolar calendar (农历), of the lunar years 1850 to 2200.
//
//   LunarDate{2027, 1, 1}.to_date();         // 2027-02-06, Spring Festival
//   LunarDate::of(Date{2027, 2, 6});         // 2027年正月初一
//   LunarDate{2033, 11, 1, true}.to_date();  // the leap month 11 of 2033
//   LunarDate{2027, 6, 1, true};             // throws: 2027 has no leap month
//
// The table follows GB/T 33661-2017; see src/time/lunar_years.csv. Never a clamp: a day that there
// is not, or that lies outside the table, throws std::invalid_argument.
class ZHIBU_EXPORT LunarDate {
 public:
  // `year` is the lunar year, named after the Gregorian year in which it begins; `leap` is for the
  // second of two months of one number.
  LunarDate(int year, int month, int day, bool leap = false);

  // The lunar date of a day from 1850-02-12 to 2201-02-03.
  static LunarDate of(Date day);
  Date to_date() const;

  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }
  bool leap() const { return leap_; }

  // Whether astronomy cannot yet decide on which of two days the month begins.
  bool uncertain() const;

  friend auto operator<=>(const LunarDate& a, const LunarDate& b) = default;

 private:
  std::int16_t year_;
  std::int8_t month_;
  bool leap_;
  std::int8_t day_;
};

// "2027年正月初一", "2033年闰十一月三十".
ZHIBU_EXPORT std::string to_string(const LunarDate& d);

// 除夕 of the lunar year that begins in the Gregorian year `year`: the day before its month 1
// day 1.
//
//   lunar_new_years_eve(2027);  // 2027-02-05
ZHIBU_EXPORT Date lunar_new_years_eve(int year);

}  // namespace zhibu

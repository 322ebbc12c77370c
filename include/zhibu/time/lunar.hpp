// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/skip.hpp"

namespace zhibu {

// A day of the Chinese lunisolar calendar (农历), of the lunar years 1850 to 2200.
//
//   LunarDate{2027, 1, 1}.to_date();         // 2027-02-06, Spring Festival
//   LunarDate::of(Date{2027, 2, 6});         // 2027年正月初一
//   LunarDate{2033, 11, 1, true}.to_date();  // the leap month 11 of 2033
//   LunarDate{2027, 6, 1, true};             // throws: 2027 has no leap month
//
// The table follows GB/T 33661-2017; see src/time/lunar_years.csv. Never a clamp: a day that there
// is not, or that lies outside the table, throws std::invalid_argument. Both ways a conversion
// takes some nanoseconds, allocates nothing and locks nothing; only the first call reads the table.
class ZHIBU_EXPORT LunarDate {
 public:
  // `year` is the lunar year, named after the Gregorian year in which it begins; `leap` is for the
  // second of two months of one number.
  LunarDate(int year, int month, int day, bool leap = false);

  // The lunar date of a day from 1850-02-12 to 2201-02-03.
  static LunarDate of(Date day);

  // The Gregorian day of the lunar date.
  Date to_date() const;

  int year() const { return year_; }
  int month() const { return month_; }
  int day() const { return day_; }
  bool leap() const { return leap_; }

  // Whether astronomy cannot yet decide on which of two days the month begins. Its new moon falls
  // within two minutes of midnight, and the length of the day, which nobody can foretell, may move
  // it over. Day 30 of the month before is uncertain too: it may yet be day 1 of that month.
  //
  //   LunarDate{2057, 9, 1}.uncertain();   // true: 2057-09-29, or the day before
  //   LunarDate{2057, 8, 30}.uncertain();  // true: 2057-09-28, which would then be 9-1
  //   LunarDate{2057, 8, 29}.uncertain();  // false
  bool uncertain() const;

  friend auto operator<=>(const LunarDate& a, const LunarDate& b) = default;

 private:
  LunarDate() = default;

  std::int16_t year_ = 0;
  std::int8_t month_ = 0;
  bool leap_ = false;
  std::int8_t day_ = 0;
};

// "2027年正月初一", "2033年闰十一月三十".
ZHIBU_EXPORT std::string to_string(const LunarDate& d);

// The day of month `month` and day `day` in the lunar year `year`, for what comes back every year;
// `skip` says what becomes of it in a year that lacks it.
//
//   lunar_day(2026, 12, 30, false, Skip::omit);      // nothing: month 12 has 29 days
//   lunar_day(2026, 12, 30, false, Skip::backward);  // 2027-02-05, day 29
//   lunar_day(2026, 12, 30, false, Skip::forward);   // 2027-02-06, day 1 of the month after
//   lunar_day(2027, 6, 1, true, Skip::backward);     // 2027-07-04, in month 6: no leap month
//   lunar_day(2027, 6, 1, true, Skip::forward);      // 2027-08-02, in month 7
//
// The month is moved before the day (RFC 7529, section 4.1): day 30 of a leap month that is moved
// into a month of 29 days is then moved again. 除夕 is not day 30, but lunar_new_years_eve.
//
// Throws std::invalid_argument for a day or month that no lunar year has (31, 13), and where the
// year, or the month that a leap month is moved to, lies outside the table.
ZHIBU_EXPORT std::optional<Date> lunar_day(int year, int month, int day, bool leap, Skip skip);

// 除夕 of the lunar year that begins in the Gregorian year `year`: the day before its month 1
// day 1.
//
//   lunar_new_years_eve(2027);  // 2027-02-05
ZHIBU_EXPORT Date lunar_new_years_eve(int year);

}  // namespace zhibu

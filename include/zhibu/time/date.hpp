// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"

namespace boost::gregorian {
class date;
}

namespace zhibu {

// A civil date: one day of the Gregorian calendar, from 1400-01-01 to 9999-12-31, without time of
// day or time zone. Four bytes.
//
//   Date d{2025, 2, 28};
//   d + 1;                      // 2025-03-01
//   add_months(d, 1);           // 2025-03-28
//   Date{2025, 2, 30};          // throws std::invalid_argument
//
// A Date is always a real day. boost::gregorian::date has three values that are not
// (not_a_date_time and the two infinities); they stop at the converting constructor. "No date" is
// written std::optional<Date>.
class ZHIBU_EXPORT Date {
 public:
  // 1970-01-01, so that a Date can be a member of any aggregate.
  constexpr Date() = default;

  // Throws std::invalid_argument if there is no such day.
  Date(int year, int month, int day);

  // To and from Boost.Date_Time. Throws std::invalid_argument if `d` is not a real day.
  explicit Date(const boost::gregorian::date& d);
  boost::gregorian::date to_boost() const;

  // To and from the number of days since 1970-01-01: an Arrow date32. Throws std::invalid_argument
  // if the day lies outside the range.
  static Date from_serial(std::int64_t serial);
  constexpr std::int32_t serial() const { return serial_; }

  // The first and the last day there is.
  static constexpr Date first() { return Date{-208188}; }  // 1400-01-01
  static constexpr Date last() { return Date{2932896}; }   // 9999-12-31

  int year() const;
  int month() const;
  int day() const;

  // Throw std::invalid_argument if the result lies outside the range.
  friend Date operator+(Date d, int days) { return from_serial(std::int64_t{d.serial_} + days); }
  friend Date operator-(Date d, int days) { return from_serial(std::int64_t{d.serial_} - days); }

  friend constexpr int operator-(Date a, Date b) { return a.serial_ - b.serial_; }
  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  friend struct DayOfSerial;  // src/time/day_of_serial.hpp
  constexpr explicit Date(std::int32_t serial) : serial_{serial} {}

  std::int32_t serial_ = 0;
};

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

template <>
ZHIBU_EXPORT std::span<const Name<Weekday>> names();

ZHIBU_EXPORT Weekday weekday(Date d);

// The same day `n` months on; where that month is too short, its last day. There is no operator for
// this: what "a month later" means for 31 January is a choice, and the name says which (RFC 7529
// calls it SKIP=BACKWARD).
ZHIBU_EXPORT Date add_months(Date d, int n);

// The same day `n` years on; 29 February becomes the 28th in a common year.
ZHIBU_EXPORT Date add_years(Date d, int n);

// "2025-02-28", and back. parse_date throws std::invalid_argument and names the text that it could
// not read, or the day that there is not.
ZHIBU_EXPORT std::string to_string(Date d);
ZHIBU_EXPORT Date parse_date(std::string_view text);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstdint>

#include "zhibu/time/date.hpp"

namespace zhibu {

// The kinds of Gregorian years that differ for a rule: by the weekday of 1 January, and by whether
// the year itself or one beside it has 366 days (which numbers the weeks about New Year).
inline constexpr int year_kinds = 28;

// The kinds of months: by their length from 28 to 31, and the weekday of their first day.
inline constexpr int month_kinds = 28;
constexpr int month_kind(int length, int first_weekday) {
  return (length - 28) * 7 + first_weekday;
}

// A month as a rule meets it.
struct MonthRow {
  std::int32_t day_0 = 0;  // the serial number of the day before its first
  std::uint32_t key = 0;   // Gregorian: 12 * kind of its year + month - 1; Chinese: kind of month
};

// The months of a calendar, numbered through, so that a rule steps from one to the next by adding.
// The Gregorian ones are 12 * year + month - 1, of the years 1400 to 9999; the Chinese ones are the
// rows of the lunar table.
class Months {
 public:
  static constexpr int months_of_era = 4800;  // after which the Gregorian calendar repeats

  explicit Months(bool chinese);

  bool chinese() const { return lunar_ != nullptr; }
  int last() const;  // the number of the last month there is
  std::int32_t first_day() const;
  std::int32_t last_day() const;

  MonthRow operator[](int month) const { return Reader{*this}[month]; }

  // Reads one month after the other, and divides only where a new era begins.
  class Reader {
   public:
    explicit Reader(const Months& months) : lunar_{months.lunar_} {}
    MonthRow operator[](int month) {
      if (lunar_) return lunar_[month];
      if (static_cast<unsigned>(month - first_) >= months_of_era) {
        first_ = month / months_of_era * months_of_era;
        day_0_ = month / months_of_era * days_of_era + year_0 - 1;
      }
      const std::uint32_t row = era[static_cast<std::size_t>(month - first_)];
      return {day_0_ + static_cast<std::int32_t>(row >> key_bits), row % (1U << key_bits)};
    }

   private:
    const MonthRow* lunar_;
    int first_ = -months_of_era;  // of the months of the era that is being read
    std::int32_t day_0_ = 0;
  };

  // The month that holds a day. Throws std::invalid_argument for a day outside the lunar table.
  int of(Date day) const;

  int length(int month) const;
  int number(int month) const;  // 1 to 12; negative for a leap month
  int year(int month) const;

  // The first month of a year; of the year after the last, the month after the last.
  int first_of(int year) const;
  // The month of that number in a year, or -1 where it has none.
  int find(int year, int number) const;

 private:
  static constexpr int days_of_era = 146097;
  static constexpr int key_bits = 9;
  static constexpr int year_0 = -719528;  // the serial number of 0000-01-01

  // Of each month of an era: the day of the era before its first, shifted left, then its key.
  static const std::array<std::uint32_t, months_of_era> era;

  const MonthRow* lunar_ = nullptr;  // the rows of the lunar table, where these are its months
};

// Some Gregorian year of each kind.
int year_of_kind(int kind);

}  // namespace zhibu

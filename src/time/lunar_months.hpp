// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "zhibu/time/date.hpp"

namespace zhibu {

// One month of the lunar table.
struct LunarMonth {
  Date begin;
  std::int16_t year;
  std::int8_t month;
  std::int8_t days;
  bool leap;
};

// The months of the lunar years 1850 to 2200, in order.
//
//   const LunarMonths& months = LunarMonths::table();
//   months[months.index_of(Date{2027, 2, 6})].month;  // 1
//   months.index_of(2027, 6, true);                   // -1: 2027 has no leap month
//
// A month is looked up by arithmetic, in a few nanoseconds, without allocating or locking.
class LunarMonths {
 public:
  static const LunarMonths& table();  // made at the first call, then never changed

  int size() const { return static_cast<int>(months_.size()); }
  const LunarMonth& operator[](int index) const { return months_[static_cast<std::size_t>(index)]; }

  // The index of the month that holds the day, or -1 for a day outside the table.
  int index_of(Date day) const {
    const int days = day - first_;
    if (days < 0 || days >= days_) return -1;
    // A moon is up to a day and a half early and a day late against the mean of 29.5306 days. Two
    // days taken off, the mean finds the month itself or the one before it.
    const int near = days < 2 ? 0 : (days - 2) * 10000 / 295306;
    return near + 1 < size() && (*this)[near + 1].begin <= day ? near + 1 : near;
  }

  // The same of a month by its name, or -1 where there is no such month.
  int index_of(int year, int month, bool leap) const {
    if (year < first_year() || year > last_year() || month < 1 || month > 12) return -1;
    const Year& y = years_[static_cast<std::size_t>(year - first_year())];
    if (leap) return month == y.leap_month ? y.first + month : -1;
    return y.first + month - 1 + (y.leap_month != 0 && month > y.leap_month ? 1 : 0);
  }

  // The number of the month that the year has twice, or 0; the year must be in the table.
  int leap_month(int year) const {
    return years_[static_cast<std::size_t>(year - first_year())].leap_month;
  }

  // Whether the month's new moon is so near to midnight that it may yet begin a day off.
  bool uncertain(int index) const;

  Date first() const { return first_; }               // 1850-02-12
  Date last() const { return first_ + (days_ - 1); }  // 2201-02-03
  int first_year() const { return months_.front().year; }
  int last_year() const { return months_.back().year; }

 private:
  struct Year {
    std::int16_t first;       // the index of its month 1
    std::int16_t leap_month;  // 0: none
  };

  LunarMonths();
  void add(int year, Date new_year, std::string_view months);

  std::vector<LunarMonth> months_;
  std::vector<Year> years_;
  std::vector<int> uncertain_;  // their indices
  Date first_;
  int days_ = 0;
};

}  // namespace zhibu

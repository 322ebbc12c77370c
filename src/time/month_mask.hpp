// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <vector>

#include "time/months.hpp"
#include "time/rrule.hpp"

namespace zhibu {

// Days of one month: bit d is its day d. SKIP may move a day to the day before the first, which is
// bit 0, or to the day after the last.
using MonthMask = std::uint64_t;
constexpr MonthMask bit(int day) { return MonthMask{1} << day; }

// Whether the days of a rule in a month follow from the kind of the month alone, so that one mask
// for each kind says them all. The rule is a completed one, here and below.
bool follows_from_month(const RRule& rule);

// The days of such a rule in a month that it visits.
MonthMask month_mask(const RRule& rule, int length, int first_weekday);

// The serial numbers of the days that a rule of FREQ=YEARLY has in a year, in order. SKIP may move
// some of them out of the year.
std::vector<std::int32_t> days_of_year(const RRule& rule, const Months& months, int year);

// The months that BYMONTH names in a year, or all of them; a leap month that the year lacks goes
// where SKIP says. In order, each once.
std::vector<int> months_of_year(const RRule& rule, const Months& months, int year);

// What BYSETPOS leaves of a set: the days at these positions, counted from 1, or from -1 at its
// end.
template <class Day>
std::vector<Day> at_positions(const std::vector<Day>& days, const std::vector<int>& positions) {
  if (positions.empty()) return days;
  std::vector<bool> chosen(days.size());
  const int size = static_cast<int>(days.size());
  for (const int position : positions) {
    const int index = position > 0 ? position - 1 : size + position;
    if (0 <= index && index < size) chosen[static_cast<std::size_t>(index)] = true;
  }
  std::vector<Day> left;
  for (std::size_t i = 0; i < days.size(); ++i)
    if (chosen[i]) left.push_back(days[i]);
  return left;
}

}  // namespace zhibu

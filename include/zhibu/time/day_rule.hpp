// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/recurrence.hpp"

namespace zhibu {

// Days that no rule of RFC 5545 can say, since they ask a calendar which days are worked, or when a
// festival falls.

// Each day of a recurrence, moved to a workday (逢节假日提前或顺延).
//
//   const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2026, 1, 1}};
//   const ShiftedDays study{tenth, {ShiftPolicy::nearest_workday, 7}};
//   shifted_days(study, Calendar::china(), parse_period("2026-01"));  // 2026-01-10 on 2026-01-09
struct ShiftedDays {
  Recurrence days;
  Shift shift;

  friend bool operator==(const ShiftedDays&, const ShiftedDays&) = default;
};

// The n-th workday of every such span of the calendar (每月第一个工作日): 1 is the
// first, -1 the last.
//
//   nth_workdays({1, Span::month}, Calendar::china(), parse_period("2026-10"));   // 2026-10-08
//   nth_workdays({-1, Span::month}, Calendar::china(), parse_period("2026-02"));  // 2026-02-28
struct NthWorkday {
  int nth = 1;
  Span per = Span::month;

  friend constexpr bool operator==(const NthWorkday&, const NthWorkday&) = default;
};

// The days about a festival (春节前十天内), from the first to the last, both included, counted from
// the festival's own day: -1 is the day before it.
//
//   festival_windows({"春节", -10, -1}, parse_period("2027"));  // 2027-01-27..2027-02-05
struct FestivalWindow {
  std::string festival;  // an id or a name, as festival() takes it
  int first_day = 0;
  int last_day = 0;

  friend bool operator==(const FestivalWindow&, const FestivalWindow&) = default;
};

// The days of the recurrence that lie within `period`, each with the day that it was moved to, in
// the order of the days of the rule.
//
// The nominal day decides, never the actual one: a day of 1 May that is moved to 30 April is a day
// of May, and none of April's. So each day belongs to one month, and the months put together give
// the year. Two days may be moved to one; a day with no workday near enough stays, with
// within_limit false.
//
// Throws std::invalid_argument as Recurrence::between and Calendar::shift do.
ZHIBU_EXPORT std::vector<Shifted> shifted_days(const ShiftedDays& rule, const Calendar& calendar,
                                               Period period);

// The n-th workday of each whole span within `period`, in order.
//
// A span with fewer workdays gives none: there is no 20th workday of February 2026. Throws
// std::invalid_argument for an `nth` that is 0 or more than the days of the longest span of that
// kind, and as Calendar::nth_workday does for a span of which nothing is known.
ZHIBU_EXPORT std::vector<Date> nth_workdays(const NthWorkday& rule, const Calendar& calendar,
                                            Period period);

// The windows of those festivals of that name whose own day lies within `period`, in order.
//
// A window may reach beyond the period. A festival that was not yet held gives none: 烈士纪念日 has
// windows from 2014 on. Of two 腊八节 in one Gregorian year there is the first alone, as festival()
// says. Throws std::invalid_argument if last_day comes before first_day, and as festival() does.
ZHIBU_EXPORT std::vector<Period> festival_windows(const FestivalWindow& rule, Period period);

// The day `origin` and the same day of every year after it; `leap_day` says what becomes of 29
// February in a common year.
//
//   anniversary(Date{1956, 2, 29}, Skip::backward).take(3);  // 1956-02-29, 1957-02-28, 1958-02-28
//   anniversary(Date{1956, 2, 29}, Skip::forward).take(2);   // 1956-02-29, 1957-03-01
//   anniversary(Date{1956, 2, 29}, Skip::omit).take(2);      // 1956-02-29, 1960-02-29
//
// The origin is the first of its days, the 0th anniversary.
ZHIBU_EXPORT Recurrence anniversary(Date origin, Skip leap_day);

// The day `origin` and the same day of every lunar year after it; `missing` says what becomes of a
// leap month in a year without it, and then of day 30 in a month of 29 days.
//
//   lunar_anniversary(LunarDate{1987, 6, 1, true}, Skip::backward).take(2);
//   // 1987-07-26, 1988-07-14: 闰六月初一, and 六月初一 of the year after
//
// The origin is the first of its days, the 0th anniversary. The recurrence throws
// std::invalid_argument where it is asked beyond the lunar table.
ZHIBU_EXPORT Recurrence lunar_anniversary(const LunarDate& origin, Skip missing);

}  // namespace zhibu

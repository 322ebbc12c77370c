// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/skip.hpp"

namespace zhibu {

// A pattern of days, as RFC 5545 (section 3.3.10) and RFC 7529 write it, from a first day on.
//
//   Recurrence study{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}};
//   study.take(2);                       // 2017-01-10, 2017-02-10
//   study.previous(Date{2026, 3, 10});   // 2026-02-10
//   Recurrence chongyang{"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=9", Date{2017, 1, 1}};
//   chongyang.next(Date{2017, 1, 1});    // 2017-10-28
//
// Reads FREQ=YEARLY, MONTHLY, WEEKLY and DAILY with INTERVAL, COUNT, UNTIL (a date), WKST, BYMONTH,
// BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYSETPOS, and with RSCALE=GREGORIAN or CHINESE, where
// SKIP may stand and BYMONTH may name a leap month ("6L"). It refuses a finer FREQ, a time of day,
// another RSCALE, and what the RFCs forbid.
//
// Where the RFCs leave a choice (src/time/recurrence_readings.md has the reasons, and who reads
// otherwise):
// - The start is not itself a day of the rule unless it fits it, and is not counted by COUNT.
// - FREQ=YEARLY;BYMONTHDAY without BYMONTH means every month; BYWEEKNO without BYDAY means the
//   weekday of the start.
// - A week belongs to the year that holds its fourth day; INTERVAL counts calendar years, so that
//   BYWEEKNO=1 may give 30 December.
// - BYSETPOS counts in the whole first month, week or year, also before the start.
// - SKIP moves a leap month that a year lacks, then a day that a month or a year lacks; a day that
//   is reached twice counts once. BYWEEKNO moves nothing. It does nothing to a part that only
//   limits.
// - COUNT counts the days of the rule; an exdate takes one away without another in its place.
//
// A Gregorian rule without end ends with the year 9999. A Chinese rule cannot be known beyond the
// lunar table: who asks for more gets std::invalid_argument, never a shorter answer.
//
// It goes by arithmetic: next and previous cost the same whatever the age of the start, and a rule
// that has no day at all says so at once. A value.
class ZHIBU_EXPORT Recurrence {
 public:
  // `exdates` are days taken away, whether of the rule or of `rdates`; `rdates` are days besides.
  // Throws std::invalid_argument that names the rule of the RFC that `rule` breaks, or what zhibu
  // does not read; also for a Chinese rule whose start lies outside the lunar table.
  Recurrence(std::string_view rule, Date start, std::vector<Date> exdates = {},
             std::vector<Date> rdates = {});
  Recurrence(const Recurrence& other);
  Recurrence(Recurrence&& other) noexcept;
  Recurrence& operator=(const Recurrence& other);
  Recurrence& operator=(Recurrence&& other) noexcept;
  ~Recurrence();

  // The first `n` days; fewer where there are fewer.
  std::vector<Date> take(std::size_t n) const;

  // The days from `begin` up to, not including, `end`, in order.
  std::vector<Date> between(Date begin, Date end) const;

  // Writes the first days on or after `from` into `days`, as many as fit, and returns how many.
  // Allocates nothing unless there are exdates or rdates, or a BYSETPOS of weeks beside BYMONTH.
  std::size_t fill(std::span<Date> days, Date from) const;

  // The first day after `after`.
  std::optional<Date> next(Date after) const;

  // The last day before `before`.
  std::optional<Date> previous(Date before) const;

  // Whether `day` is one of its days.
  bool contains(Date day) const;

  // How many days there are in all, or nothing where neither COUNT nor UNTIL ends them. A rule that
  // can have no day has 0.
  std::optional<std::size_t> count() const;

  // How many days there are from `begin` up to, not including, `end`.
  std::size_t count_between(Date begin, Date end) const;

  Date start() const;
  std::span<const Date> exdates() const;  // in order, each once
  std::span<const Date> rdates() const;

  friend ZHIBU_EXPORT bool operator==(const Recurrence& a, const Recurrence& b);
  friend ZHIBU_EXPORT std::string to_string(const Recurrence& recurrence);

 private:
  struct Pattern;
  std::unique_ptr<const Pattern> pattern_;  // empty only when moved from
};

// The rule as RFC text, its parts in the order of the RFC; reading it again gives the same rule.
ZHIBU_EXPORT std::string to_string(const Recurrence& recurrence);

}  // namespace zhibu

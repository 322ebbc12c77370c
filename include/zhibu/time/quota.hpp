// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A quota (频次): at least so many times in every such span of the calendar, on whatever days
// (每季度至少1次); where days_apart says so, not all of them at once.
//
//   Quota lectures{.times = 1, .per = Span::quarter};
//   Quota study{.times = 4, .per = Span::year, .days_apart = 30};
//   parse_quota("4 per year, 30 days apart") == study;  // true
//
// It names no day, and is therefore no Recurrence: a rule of RFC 5545 cannot say it.
//
// Two days that count lie at least days_apart days apart: with 30, 1 January and 31 January both
// count, and 1 and 30 January do not. With 0, two meetings of one day count twice; with 1, once.
// The distance is kept within each span and not across its edge: 31 December and 1 January both
// count, each for its year.
//
// There is such a quota if `times` is at least 1, days_apart at least 0, and so many days fit into
// the shortest span of that kind (of 28, 90, 181 or 365 days): nobody meets 13 times a month with
// 30 days between. All functions below throw std::invalid_argument for any other, and say how many
// times and how far apart would be accepted.
struct Quota {
  int times = 1;
  Span per = Span::year;
  int days_apart = 0;

  friend constexpr bool operator==(const Quota&, const Quota&) = default;
};

// How one span of the calendar stands against a quota.
struct QuotaTally {
  Period window;
  std::vector<Date> days;  // that count, in order; also those beyond what is asked
  int counted = 0;         // how many these are
  int missing = 0;         // how many times are still owed, or 0

  friend bool operator==(const QuotaTally&, const QuotaTally&) = default;
};

// The days of `window` on which something was held that count together, in order.
//
//   const std::vector<Date> held{{2026, 1, 31}, {2026, 1, 1}, {2026, 1, 30}};
//   counting_days({4, Span::year, 30}, held, parse_period("2026"));  // 2026-01-01, 2026-01-31
//
// They are taken from the earliest on, each the first that lies far enough from the one before it.
// No other choice has more days. `held` need not be in order, and may hold a day twice; the window
// may be any period, and days outside it are not looked at.
ZHIBU_EXPORT std::vector<Date> counting_days(const Quota& quota, std::span<const Date> held,
                                             Period window);

// What counts and what is missing in each whole span within `period`, in order.
//
//   tally({2, Span::quarter}, held, parse_period("2026-H1"));
//   // 2026-Q1: three count, none is missing; 2026-Q2: none counts, two are missing
//
// A span cut off by the edge of the period is not among them. `held` need not be in order.
ZHIBU_EXPORT std::vector<QuotaTally> tally(const Quota& quota, std::span<const Date> held,
                                           Period period);

// The last day on which the next one must be held if the quota is to be met in `window`, or nothing
// where it is met.
//
//   held                     due_by({2, Span::year, 30}, held, parse_period("2026"))
//   none                     2026-12-01
//   2026-05-06               2026-12-31
//   2026-05-06, 2026-09-01   nothing
//   2026-12-20               2026-12-01, which has passed
//
// It is the last day of the window, less days_apart for each that must follow it: the last from
// which on days enough are left. Once it has passed without one, the quota can no longer be met in
// this window. In the last line it had passed already when the one was held: no other fits in
// behind 20 December, so that two would have had to come without it.
//
// Throws std::invalid_argument, besides, if the window is not a whole span of the quota's kind.
ZHIBU_EXPORT std::optional<Date> due_by(const Quota& quota, std::span<const Date> held,
                                        Period window);

// The quota as files write it, with the key of its span, and no distance where that is 0: "1 per
// quarter", "4 per year, 30 days apart".
ZHIBU_EXPORT std::string to_string(const Quota& quota);

// Reads a quota as to_string writes it. Throws std::invalid_argument that names the text and these
// forms, or the span that there is not.
ZHIBU_EXPORT Quota parse_quota(std::string_view text);

// The quota in the words of the field.
//
//   describe(study);                // "每年至少4次，间隔不少于30天"
//   describe(study, Language::en);  // "at least 4 times a year, at least 30 days apart"
ZHIBU_EXPORT std::string describe(const Quota& quota, Language language = Language::zh);

}  // namespace zhibu

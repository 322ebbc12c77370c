// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/time/date.hpp"
#include "zhibu/time/skip.hpp"

namespace zhibu {

// FREQ, coarsest first.
enum class Frequency : std::uint8_t { yearly, monthly, weekly, daily };

// How the RFC writes them, and the days of the week.
inline constexpr std::array<std::string_view, 4> rrule_frequencies{"YEARLY", "MONTHLY", "WEEKLY",
                                                                   "DAILY"};
inline constexpr std::array<std::string_view, 7> rrule_weekdays{"MO", "TU", "WE", "TH",
                                                                "FR", "SA", "SU"};

// How many days of a week that begins with `week_start` (WKST) lie before `day`.
constexpr int days_into_week(Weekday day, Weekday week_start) {
  return (static_cast<int>(day) - static_cast<int>(week_start) + 7) % 7;
}

// One item of BYDAY: "MO" has no number, which is 0; "-1FR" has -1.
struct NthWeekday {
  int nth = 0;
  Weekday day = Weekday::monday;
  friend constexpr auto operator<=>(NthWeekday, NthWeekday) = default;
};

// The parts of a rule as RFC 5545 (3.3.10) and RFC 7529 (4) name them; an empty list is a part that
// is not written. Lists are sorted, and have nothing twice.
struct RRule {
  bool chinese = false;      // RSCALE=CHINESE
  std::optional<Skip> skip;  // set where RSCALE is written
  Frequency frequency = Frequency::yearly;
  int interval = 1;
  std::optional<int> count;
  std::optional<Date> until;  // the last day that may be one
  Weekday week_start = Weekday::monday;
  std::vector<int> months;  // a leap month is negative: -6 for "6L"
  std::vector<int> weeks;
  std::vector<int> year_days;
  std::vector<int> month_days;
  std::vector<NthWeekday> days;
  std::vector<int> positions;

  friend bool operator==(const RRule&, const RRule&) = default;
};

// Reads the text of a rule, in capitals or not, with or without "RRULE:" before it. Throws
// std::invalid_argument that names the rule of the RFC that it breaks, or what zhibu does not read.
RRule parse_rrule(std::string_view text);

// The rule as text, its parts in the order of the RFC; reading it again gives the same rule.
std::string to_string(const RRule& rule);

// The rule with what its text leaves out taken from the start (RFC 5545: "Information, not
// contained in the rule, necessary to determine the various recurrence instance start time and
// dates are derived from the Start Time").
RRule completed(RRule rule, Date start);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/regulation/milestone.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/quota.hpp"
#include "zhibu/time/recurrence.hpp"

namespace zhibu {

// How often a provision demands what it demands.

// So many times in every such span of the calendar, at least so many days apart; in these months of
// it where the text prefers some ("normally in the fourth quarter"), which guides a plan and never
// an audit.
struct AtLeast {
  int times = 1;
  Span per = Span::year;
  std::optional<std::pair<int, int>> preferred_months = {};  // first and last, of the year
  int days_apart = 0;                                        // see Quota
  friend bool operator==(const AtLeast&, const AtLeast&) = default;
};

// The same without the months that are preferred.
ZHIBU_EXPORT Quota quota_of(const AtLeast& cadence);

// On the days of a recurrence, each moved to a workday as `shift` says.
struct OnDays {
  Recurrence days;
  Shift shift;
  friend bool operator==(const OnDays&, const OnDays&) = default;
};

// Once about each of these festivals: from so many days before to so many after it.
struct AtFestivals {
  std::vector<std::string> festivals;  // "春节", "重阳节"; see festival.hpp
  int days_before = 0;
  int days_after = 0;
  friend bool operator==(const AtFestivals&, const AtFestivals&) = default;
};

// Once in the span that holds the anniversary of such a day; 29 February is kept on the 28th in a
// common year.
struct OnAnniversary {
  Milestone of = Milestone::admitted;
  Span within = Span::month;
  friend bool operator==(const OnAnniversary&, const OnAnniversary&) = default;
};

// Once by the day that lies so many months and then so many days after it, both days included: who
// was admitted on 15 March is approved by 15 June. Same day of the month, or its last day.
struct Deadline {
  Milestone after = Milestone::applied;
  int months = 0;
  int days = 0;
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

// Once in every so many months counted from it: from 31 August 2024 by 28 February 2025, and then
// by 31 August 2025.
struct EveryMonthsSince {
  Milestone since = Milestone::activist;
  int months = 6;
  friend bool operator==(const EveryMonthsSince&, const EveryMonthsSince&) = default;
};

// So many class hours (学时) in every such span.
struct ClassHours {
  int least = 1;
  Span per = Span::year;
  friend bool operator==(const ClassHours&, const ClassHours&) = default;
};

// Money within these bounds, both included, in every such span. Amounts are in fen (0.01 yuan).
struct Funding {
  std::int64_t least_fen = 0;
  std::int64_t most_fen = 0;
  Span per = Span::year;
  friend bool operator==(const Funding&, const Funding&) = default;
};

// At the end of each term of so many years, counted from the last election; due from the reminder,
// so many months before.
struct AtTermEnd {
  int years = 3;
  int reminder_months = 6;
  friend bool operator==(const AtTermEnd&, const AtTermEnd&) = default;
};

// "On schedule", without a number (按期). It binds nobody until a local row `settles` it.
struct OnSchedule {
  AtLeast suggested;
  friend bool operator==(const OnSchedule&, const OnSchedule&) = default;
};

using Cadence = std::variant<AtLeast, OnDays, AtFestivals, OnAnniversary, Deadline,
                             EveryMonthsSince, ClassHours, Funding, AtTermEnd, OnSchedule>;

// What it counts from, if it counts from a milestone.
ZHIBU_EXPORT std::optional<Milestone> milestone_of(const Cadence& cadence);

// Whether it names occasions (days, festivals, anniversaries, deadlines, the ends of terms), each
// of which is met by a record of its own; else whatever was done in a span of the calendar is added
// up.
ZHIBU_EXPORT bool names_occasions(const Cadence& cadence);

// Whether what comes after the last day still makes up for it, however late: of a deadline, and of
// the end of a term.
ZHIBU_EXPORT bool is_open_ended(const Cadence& cadence);

// Throws std::invalid_argument if a cadence says nothing (fewer than one time, no days at all), or
// names a festival that there is not; says what was found and what would be accepted.
ZHIBU_EXPORT void require_sound(const Cadence& cadence);

}  // namespace zhibu

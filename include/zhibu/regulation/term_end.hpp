// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/term.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// How the term of a unit stands on a day. Each state lasts for an interval of days, one following
// on another in this order from `running` on; none of them is a matter of hitting one day.
enum class TermState : std::uint8_t {
  not_applicable,    // 不适用: a unit without terms, such as a group or a temporary branch
  unknown,           // 不详: no election is recorded, or no rule of that time is known
  running,           // 任期内
  reminder,          // 临近届满: from the day of the reminder to the day before the term ends
  due,               // 届满: the day on which it ends
  extended,          // 延期: the term is over, and a later day was approved
  beyond_extension,  // 延期超限: the same, but later than the rules allow as a rule
  late,              // 逾期: the term is over, and no extension covers the day
};

template <>
ZHIBU_EXPORT std::span<const Name<TermState>> names();

// When the term of a unit ends, how that stands, and by which requirements of the rulebook.
struct TermEnd {
  TermState state = TermState::not_applicable;
  std::optional<Term> term = {};                  // the one that runs
  std::optional<Date> due = {};                   // 届满之日
  std::optional<Date> reminder = {};              // the first day of the reminder
  std::optional<Date> latest = {};                // the last day of an extension, as a rule
  std::optional<RequirementId> length = {};       // the rule that sets how long it is,
  std::optional<RequirementId> reminded_by = {};  // how early the reminder is,
  std::optional<RequirementId> shifted_by = {};   // how far it may be shifted,
  std::optional<RequirementId> on_time_by = {};   // and that it is not overrun
};

// The term of `unit` as it stands on `day`.
//
//   // elected on 2023-05-20, for three years
//   term_end(roster, rules, branch, Date{2025, 11, 19}).state;  // running
//   term_end(roster, rules, branch, Date{2025, 11, 20}).state;  // reminder
//   term_end(roster, rules, branch, Date{2026, 5, 20}).state;   // due
//   term_end(roster, rules, branch, Date{2026, 5, 21}).state;   // late
//
// How long the term is, say the requirements in force on the day of the election (TermLength), for
// the unit as it was then; where several fit, the shortest, and of those the first. Where a rule
// leaves a choice of years, the longest. Reminder and shift are those in force on `day`.
//
// Throws std::invalid_argument if the roster has not issued the handle. Takes time in proportion to
// the terms of the unit and the rows of the rulebook.
ZHIBU_EXPORT TermEnd term_end(const Roster& roster, const Rulebook& rulebook, UnitId unit,
                              Date day);

// The day on which a term of so many years ends: the same day of the year, 29 February becoming the
// 28th in a common year; and the first day of a reminder so many months before it, the last of its
// month where that is too short. Where the calendar ends, so does the term.
ZHIBU_EXPORT Date term_due(Date elected_on, int years);
ZHIBU_EXPORT Date reminder_day(Date due, int months);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

enum class HalfDay : std::uint8_t { morning, afternoon };

template <>
ZHIBU_EXPORT std::span<const Name<HalfDay>> names();

// One meeting, visit or payment, planned on a half-day, and the obligation that it serves.
struct Occurrence {
  Date day;
  HalfDay half = HalfDay::morning;
  ObligationId obligation;                   // of Plan::obligations()
  int nth = 1;                               // the how-many-th that the obligation asks for
  Certainty certainty = Certainty::decreed;  // projected: the year's arrangement may still move it
  friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

// What is to be held, and when.
struct Plan {
  Obligations obligations;              // what it serves
  std::vector<Occurrence> occurrences;  // by day, then half-day, then obligation
  std::vector<ObligationId> unplaced;   // with too few free half-days; never dropped in silence
  friend bool operator==(const Plan&, const Plan&) = default;
};

// Plans every obligation that is not exempted on workdays within its window; money, once.
//
// A fixed day keeps the day that its shift policy gives. What must be done several times is spread
// over the window. Months that the rule prefers are tried first. No unit and no person is on two
// occurrences in one half-day, neither as the bearer nor as the place. The same arguments always
// give the same plan: a branch's themed Party days fall on the same workday of each month, and
// branches are spread over the month.
//
// An obligation for which too few half-days are free, or whose fixed day no workday is near enough
// to, is named in `unplaced`. Throws std::invalid_argument where the calendar knows nothing of the
// days.
ZHIBU_EXPORT Plan plan(const Obligations& obligations, const Calendar& calendar,
                       const Watch& watch = {});

}  // namespace zhibu

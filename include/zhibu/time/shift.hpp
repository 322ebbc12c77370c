// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/day.hpp"

namespace zhibu {

// Where a day goes that falls on no workday.
enum class ShiftPolicy : std::uint8_t { none, previous_workday, next_workday, nearest_workday };

template <>
ZHIBU_EXPORT std::span<const Name<ShiftPolicy>> names();

// A shift: the policy, and how many days it may go at most.
//
// Within the month, a day goes the other way where the policy's way leads out of its month: what
// finance calls modified following and modified preceding.
struct Shift {
  ShiftPolicy policy = ShiftPolicy::none;
  int max_days = 7;
  bool within_month = false;

  friend constexpr bool operator==(const Shift&, const Shift&) = default;
};

// A day as a rule names it, and as it was moved.
struct Shifted {
  Date nominal;
  Date actual;
  bool within_limit = true;  // false: no workday was near enough, and `actual` is `nominal`
  Certainty certainty = Certainty::decreed;  // of the least certain day that had to be looked at

  friend constexpr bool operator==(const Shifted&, const Shifted&) = default;
};

}  // namespace zhibu

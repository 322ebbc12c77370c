// SPDX-License-Identifier: BSL-1.0
//
// Counting the days of a column. These loops are written so that a compiler makes eight steps of
// them at a time on any x86-64: numbers of one width, no branch, no early end.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "audit/cohort.hpp"

namespace zhibu {

// One for each row of a block: not zero where something is true of it.
using Flags = std::array<std::uint16_t, Cohort::block>;

// How many of the first `n` days are later than `day`.
inline std::uint32_t later_than(MetOn day, const MetOn* days, std::size_t n) {
  std::uint16_t later = 0;
  for (std::size_t i = 0; i < n; ++i) later = static_cast<std::uint16_t>(later + (days[i] > day));
  return later;
}

// The same, of a window that has closed; and how many are not later than its last day.
struct InTime {
  std::uint32_t in_time;
  std::uint32_t later;
};
inline InTime later_than(MetOn day, MetOn last, const MetOn* days, std::size_t n, Flags& flags) {
  std::uint16_t in_time = 0;
  std::uint16_t later = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const auto is_later = static_cast<std::uint16_t>(days[i] > day);
    in_time = static_cast<std::uint16_t>(in_time + (days[i] <= last));
    later = static_cast<std::uint16_t>(later + is_later);
    flags[i] = static_cast<std::uint16_t>(flags[i] | is_later);
  }
  return {in_time, later};
}

// How many of the first `n` days are none, and why; flags whoever owes something.
struct NoDays {
  std::uint32_t exempted;
  std::uint32_t unbound;
};
inline NoDays no_days(const MetOn* days, std::size_t n, Flags& flags) {
  std::uint16_t lifted = 0;
  std::uint16_t not_bound = 0;
  for (std::size_t i = 0; i < n; ++i) {
    lifted = static_cast<std::uint16_t>(lifted + (days[i] == exempted));
    not_bound = static_cast<std::uint16_t>(not_bound + (days[i] == unbound));
    flags[i] = static_cast<std::uint16_t>(flags[i] | (days[i] > exempted));
  }
  return {lifted, not_bound};
}

inline std::uint32_t flagged(const Flags& flags, std::size_t n) {
  std::uint16_t count = 0;
  for (std::size_t i = 0; i < n; ++i) count = static_cast<std::uint16_t>(count + flags[i]);
  return count;
}

}  // namespace zhibu

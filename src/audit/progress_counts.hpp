// SPDX-License-Identifier: BSL-1.0
//
// Counting the days of a block, row by row. These loops are written so that a compiler takes eight
// rows at a time on any x86-64: always a whole block, numbers of one width, no branch.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "audit/cohort.hpp"

namespace zhibu {

// A number for each row of a block.
using RowCounts = std::array<std::uint16_t, Cohort::block>;

inline void count_if(std::uint16_t& count, bool is) {
  count = static_cast<std::uint16_t>(count + (is ? 1 : 0));
}

// Adds to each row how many of its days in N columns that follow on one another are not later than
// those in `last`, and how many are later than `day`.
template <std::size_t N>
void count_days(const MetOn* days, const MetOn* last, MetOn day, RowCounts& in_time,
                RowCounts& later) {
  for (std::size_t row = 0; row < Cohort::block; ++row) {
    for (std::size_t column = 0; column < N; ++column) {
      const MetOn met = days[column * Cohort::block + row];
      count_if(in_time[row], met <= last[column]);
      count_if(later[row], met > day);
    }
  }
}

// The same for any number of columns.
inline void count_days(std::size_t columns, const MetOn* days, const MetOn* last, MetOn day,
                       RowCounts& in_time, RowCounts& later) {
  for (; columns >= 4; columns -= 4, days += 4 * Cohort::block, last += 4)
    count_days<4>(days, last, day, in_time, later);
  if (columns == 3) count_days<3>(days, last, day, in_time, later);
  if (columns == 2) count_days<2>(days, last, day, in_time, later);
  if (columns == 1) count_days<1>(days, last, day, in_time, later);
}

// Adds to each row how many of its days are none, and why.
inline void count_none(std::size_t columns, const MetOn* days, RowCounts& lifted,
                       RowCounts& not_bound) {
  for (std::size_t column = 0; column < columns; ++column) {
    for (std::size_t row = 0; row < Cohort::block; ++row) {
      count_if(lifted[row], days[column * Cohort::block + row] == exempted);
      count_if(not_bound[row], days[column * Cohort::block + row] == unbound);
    }
  }
}

// The sum of some rows, and how many of them are not 0. A block has no more than 65,535 windows of
// one provision; see farthest_day.
inline std::uint16_t sum_of(const RowCounts& rows, std::size_t begin, std::size_t end) {
  std::uint16_t sum = 0;
  if (end - begin == Cohort::block)
    for (const std::uint16_t row : rows) sum = static_cast<std::uint16_t>(sum + row);
  else
    for (std::size_t i = begin; i < end; ++i) sum = static_cast<std::uint16_t>(sum + rows[i]);
  return sum;
}

inline std::uint16_t not_zero(const RowCounts& rows, std::size_t begin, std::size_t end) {
  std::uint16_t sum = 0;
  if (end - begin == Cohort::block)
    for (const std::uint16_t row : rows) count_if(sum, row != 0);
  else
    for (std::size_t i = begin; i < end; ++i) count_if(sum, rows[i] != 0);
  return sum;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Counting the days of a block, row by row. These loops are written so that a compiler takes eight
// rows at a time on any x86-64: always a whole block, numbers of one width, no branch.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "audit/cohort.hpp"

namespace zhibu {

// A number for each row of a block.
using RowCounts = std::array<std::uint16_t, Cohort::block>;

inline void count_if(std::uint16_t& count, bool is) {
  count = static_cast<std::uint16_t>(count + (is ? 1 : 0));
}

// Counts for each row how many of its days are later than `day`, in N columns that follow on one
// another; the first ones begin the count, further ones add to it.
template <std::size_t N, bool first>
void count_later(const MetOn* days, MetOn day, RowCounts& later) {
  for (std::size_t row = 0; row < Cohort::block; ++row) {
    std::uint16_t count = first ? 0 : later[row];
    for (std::size_t column = 0; column < N; ++column)
      count_if(count, days[column * Cohort::block + row] > day);
    later[row] = count;
  }
}

// The same, and how many are not later than the days in `last`, one for each column.
template <std::size_t N, bool first>
void count_closed(const MetOn* days, const MetOn* last, MetOn day, RowCounts& in_time,
                  RowCounts& later) {
  for (std::size_t row = 0; row < Cohort::block; ++row) {
    std::uint16_t count_in_time = first ? 0 : in_time[row];
    std::uint16_t count = first ? 0 : later[row];
    for (std::size_t column = 0; column < N; ++column) {
      const MetOn met = days[column * Cohort::block + row];
      count_if(count_in_time, met <= last[column]);
      count_if(count, met > day);
    }
    in_time[row] = count_in_time;
    later[row] = count;
  }
}

// Calls act with how many columns, from which on, and whether they are the first: four at a time,
// before them those that are left over.
template <class Act>
void each_four(std::size_t columns, Act act) {
  using std::integral_constant;
  std::size_t from = columns % 4;
  if (from == 1) act(integral_constant<std::size_t, 1>{}, std::true_type{}, std::size_t{0});
  if (from == 2) act(integral_constant<std::size_t, 2>{}, std::true_type{}, std::size_t{0});
  if (from == 3) act(integral_constant<std::size_t, 3>{}, std::true_type{}, std::size_t{0});
  if (from == 0 && columns > 0) {
    act(integral_constant<std::size_t, 4>{}, std::true_type{}, std::size_t{0});
    from = 4;
  }
  for (; from < columns; from += 4)
    act(integral_constant<std::size_t, 4>{}, std::false_type{}, from);
}

inline void count_later(std::size_t columns, const MetOn* days, MetOn day, RowCounts& later) {
  each_four(columns, [&](auto n, auto first, std::size_t from) {
    count_later<n(), first()>(days + from * Cohort::block, day, later);
  });
}

inline void count_closed(std::size_t columns, const MetOn* days, const MetOn* last, MetOn day,
                         RowCounts& in_time, RowCounts& later) {
  each_four(columns, [&](auto n, auto first, std::size_t from) {
    count_closed<n(), first()>(days + from * Cohort::block, last + from, day, in_time, later);
  });
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

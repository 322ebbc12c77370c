// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "time/rrule.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// Days that come back at the same places of a stretch of so many days: what a daily or weekly rule
// is that asks for no month. Where a day stands among them is a division.
class Progression {
 public:
  // Whether a completed rule is one.
  static bool is(const RRule& rule);

  // The days of such a rule from `start` on, to `last`; a COUNT ends them earlier.
  Progression(const RRule& rule, Date start, std::int32_t last);

  std::int32_t last() const { return last_; }
  bool empty() const { return offsets_.empty(); }
  // Whether their last day is known to be the last: a COUNT ended them, or there is none.
  bool ends_of_itself() const { return counted_out_ || empty(); }

  // Writes the days from `from` to `to`, as many as fit, and returns how many.
  std::size_t fill(std::span<Date> days, std::int32_t from, std::int32_t to) const;
  std::optional<std::int32_t> previous(std::int32_t before) const;
  // How many there are from `begin` up to, not including, `end`.
  std::size_t count(std::int32_t begin, std::int32_t end) const;
  std::size_t at_most(std::int32_t begin, std::int32_t end) const { return count(begin, end); }

 private:
  std::int64_t rank(std::int64_t day) const;  // how many lie before a day, from origin_ on
  std::int64_t nth(std::int64_t rank) const;

  std::int32_t origin_ = 0;
  int step_ = 1;
  std::vector<int> offsets_;  // within a stretch, in order
  std::int32_t first_ = 0;    // no day before this one, or after the last
  std::int32_t last_ = 0;
  bool counted_out_ = false;
};

}  // namespace zhibu

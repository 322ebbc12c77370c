// SPDX-License-Identifier: BSL-1.0
//
// Units that the same provisions bind, and the days on which they met them.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "organization/column.hpp"
#include "steps.hpp"
#include "zhibu/id.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A day, counted from the first one of the period; or one of three that are none. Signed, since
// that is what the least of processors compare eight at a time.
using MetOn = std::int16_t;
constexpr MetOn unmet = 32767;       // later than any day
constexpr MetOn exempted = -32767;   // a rule lifts it from the unit
constexpr MetOn unbound = -32768;    // the unit does not owe it
constexpr int farthest_day = 31000;  // on either side of the first one: 1,018 months

// What one provision asks for within the period.
struct Frequency {
  ProvisionId provision;
  Activity activity = Activity::members_meeting;
  std::uint32_t times = 1;
  std::vector<Period> windows;
  std::vector<std::int16_t> window_of_day;  // for each day of the period, or none

  static constexpr std::int16_t none = -1;
};

// What one provision has of the columns of a cohort. Where the rule lifts it from all of them in
// all windows, it has none.
struct Share {
  std::uint32_t frequency = 0;
  bool lifted = false;
  std::uint32_t last_times = 0;     // a column for each window: the day of the last time asked for
  std::uint32_t earlier_times = 0;  // and times - 1 of them, for the times before it
};

// The rows stand in the order of the view, so that a subtree is a range of them. Of each block of
// rows the columns follow on one another: a block is small enough for the nearest cache, and
// whoever reads all of them reads the memory from one end to the other.
class Cohort {
 public:
  static constexpr std::size_t block = 64;

  // `states` has for each frequency what it means to these units.
  enum State : std::uint8_t { not_bound, bound, lifted };
  Cohort(std::span<const Frequency> frequencies, std::span<const State> states, int days);

  // A copy; each of the rows is a step.
  Cohort(const Cohort& other, Steps& steps);

  // Adds rows in the order of places, and then makes room for their days, each of which is a step.
  std::uint32_t add(std::uint32_t place);
  void make_room(Steps& steps);

  std::span<const Share> shares() const { return shares_; }
  std::span<const std::uint32_t> places() const { return places_; }
  std::size_t rows() const { return places_.size(); }

  // The rows of the units at places from `begin` up to `end`.
  std::pair<std::size_t, std::size_t> rows_of(std::uint32_t begin, std::uint32_t end) const;

  // The days of a column in one block; and whether any day there is exempted or unbound.
  const MetOn* days(std::size_t in_block, std::size_t column) const {
    return days_.data() + (in_block * columns_ + column) * block;
  }
  bool is_mixed(std::size_t in_block) const { return mixed_[in_block] != 0; }

  // The row does not owe that share in that window, or it is lifted from it there.
  void mark(std::uint32_t row, const Share& share, std::uint32_t times, std::uint32_t window,
            MetOn as);

  // Nothing was met by the row.
  void clear(std::uint32_t row);

  // The columns that an activity fills: of most activities one, which depends on the day. A day
  // beyond the last stands for all that are not of the period.
  static constexpr std::uint16_t several = 65535;
  std::uint16_t column(Activity activity, std::size_t day) const {
    return column_[static_cast<std::size_t>(activity) * (days_of_period_ + 1) + day];
  }
  void hold(std::uint32_t row, std::uint16_t column, MetOn day) {
    MetOn& met = days_.data()[(row / block * columns_ + column) * block + row % block];
    met = std::min(met, day);
  }

  // The shares of an activity that have columns.
  std::span<const Share> shares_of(Activity activity) const {
    const auto i = static_cast<std::size_t>(activity);
    return std::span{by_activity_}.subspan(first_[i], std::size_t{first_[i + 1]} - first_[i]);
  }

  // It was held once more for a window: the days of a window stand in ascending order.
  void hold(std::uint32_t row, const Share& share, std::uint32_t times, std::uint32_t window,
            MetOn day) {
    MetOn* const days = days_.data() + row / block * columns_ * block + row % block;
    for (std::uint32_t i = 0; i + 1 < times; ++i) {
      MetOn& earlier = days[(share.earlier_times + window * (times - 1) + i) * block];
      const MetOn later = std::max(earlier, day);
      earlier = std::min(earlier, day);
      day = later;
    }
    MetOn& last = days[(share.last_times + window) * block];
    last = std::min(last, day);
  }

 private:
  static constexpr std::size_t activities = 32;  // as many as Activities has bits

  // The column of what nobody asks for: it is written to and never read, so that whoever takes
  // records need not decide anything about each.
  std::uint16_t unasked() const { return static_cast<std::uint16_t>(columns_ - 1); }
  void make_table(std::span<const Frequency> frequencies);

  std::vector<Share> shares_;       // in the order of the frequencies
  std::vector<Share> by_activity_;  // those with columns
  std::array<std::uint16_t, activities + 1> first_{};
  std::vector<std::uint16_t> column_;  // by activity and day
  std::size_t days_of_period_ = 0;
  std::size_t columns_ = 0;
  std::vector<std::uint32_t> places_;
  Values<MetOn> days_;
  std::vector<std::uint8_t> mixed_;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Many records at once. Read in the order of arrival, each would be a step to some place of the
// memory that no cache holds. So rows that are in no order are first partitioned by ranges of
// units, whose days fit a cache; which is two passes over the columns, each from one end to the
// other.

#include <array>
#include <atomic>
#include <bit>
#include <cstring>
#include <limits>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>

#include "audit/in_threads.hpp"
#include "audit/progress_state.hpp"

namespace zhibu {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;  // rows that one thread looks through at a time
constexpr std::size_t rows_in_part = std::size_t{1} << 20;  // or partitions, or holds in order
constexpr unsigned activity_bits = 5;  // as many activities as Activities has bits
constexpr unsigned range_bits = 13;    // units of which the days fit a cache

struct Stretch {
  std::size_t begin;
  std::size_t end;
};

// At least one part for each thread.
std::size_t parts_of(std::size_t rows, int threads) {
  return std::max(static_cast<std::size_t>(threads), rows / rows_in_part);
}

Stretch rows_of(std::size_t part, std::size_t parts, std::size_t all) {
  return {all * part / parts, all * (part + 1) / parts};
}

// The first row that is not in order, or the number of all.
template <class InOrder>
std::size_t first_fault(const HeldColumns& held, int threads, Steps& steps, InOrder in_order) {
  const std::size_t size = held.units.size();
  std::atomic<std::size_t> first{size};
  in_threads(threads, (size + chunk - 1) / chunk, steps.share(size), [&](std::size_t i) {
    const Stretch rows{i * chunk, std::min(size, (i + 1) * chunk)};
    if (rows.begin >= first || in_order(rows)) return;
    std::size_t fault = rows.begin;
    while (in_order(Stretch{fault, fault + 1})) ++fault;
    for (std::size_t known = first; fault < known && !first.compare_exchange_weak(known, fault);) {
    }
  });
  return first;
}

void require_equal_length(const HeldColumns& held) {
  if (held.activities.size() == held.units.size() && held.held_on.size() == held.units.size())
    return;
  throw std::invalid_argument{"found columns of " + std::to_string(held.units.size()) + " units, " +
                              std::to_string(held.activities.size()) + " activities and " +
                              std::to_string(held.held_on.size()) +
                              " days; accepted: columns of equal length"};
}

void require_activities(const HeldColumns& held, int threads, Steps& steps) {
  const std::size_t known = names<Activity>().size();
  const std::size_t fault = first_fault(held, threads, steps, [&](Stretch rows) {
    std::uint8_t most = 0;  // the greatest of them can be found many at a time
    for (std::size_t i = rows.begin; i < rows.end; ++i)
      most = std::max(most, static_cast<std::uint8_t>(held.activities[i]));
    return most < known;
  });
  if (fault == held.units.size()) return;
  throw std::invalid_argument{"activities[" + std::to_string(fault) + "]: found the number " +
                              std::to_string(static_cast<int>(held.activities[fault])) +
                              "; accepted: less than " + std::to_string(known)};
}

void require_units(const ProgressState& state, const HeldColumns& held, int threads, Steps& steps) {
  std::uint32_t all_stand_below = 0;
  while (state.stands({all_stand_below})) ++all_stand_below;
  const std::size_t fault = first_fault(held, threads, steps, [&](Stretch rows) {
    std::uint32_t most = 0;
    for (std::size_t i = rows.begin; i < rows.end; ++i) most = std::max(most, held.units[i].index);
    if (most < all_stand_below) return true;
    for (std::size_t i = rows.begin; i < rows.end; ++i)
      if (!state.stands(held.units[i])) return false;
    return true;
  });
  if (fault < held.units.size()) state.require(held.units[fault], fault);
}

// Whether each row is of the unit of the row before it or of a later one.
bool is_by_unit(const HeldColumns& held, int threads, Steps& steps) {
  const auto in_order = [&](Stretch rows) {
    unsigned out_of_order = 0;
    for (std::size_t i = std::max<std::size_t>(rows.begin, 1); i < rows.end; ++i)
      out_of_order |= held.units[i].index < held.units[i - 1].index;
    return out_of_order == 0;
  };
  return first_fault(held, threads, steps, in_order) == held.units.size();
}

// Where the unit of row `i` has its first one.
std::size_t first_of_unit(const HeldColumns& held, std::size_t i) {
  if (i == held.units.size()) return i;
  const auto first = std::lower_bound(held.units.begin(), held.units.end(), held.units[i]);
  return static_cast<std::size_t>(first - held.units.begin());
}

void hold_in_order(ProgressState& state, const HeldColumns& held, Stretch rows) {
  for (std::size_t i = rows.begin; i < rows.end; ++i)
    state.hold(held.units[i].index, held.activities[i], state.day_of(held.held_on[i]));
}

struct Free {
  std::size_t size;
  void operator()(std::uint32_t* rows) const { LargePages<std::uint32_t>{}.deallocate(rows, size); }
};

// Room for so many rows, which nobody has written yet.
using Packed = std::unique_ptr<std::uint32_t[], Free>;
Packed room_for(std::size_t rows) {
  return Packed{LargePages<std::uint32_t>{}.allocate(rows), Free{rows}};
}

// The rows of some columns, sorted by ranges of units. Each is packed into four bytes: the unit
// within its range, the activity and the day.
class Partition {
 public:
  Partition(const ProgressState& state, const HeldColumns& held, int threads, Steps& steps)
      : state_{&state},
        held_{held},
        day_bits_{
            static_cast<unsigned>(std::bit_width(static_cast<unsigned>(state.period.days())))},
        unit_bits_{std::min(range_bits, 32 - activity_bits - day_bits_)},
        ranges_{(state.rows.size() >> unit_bits_) + 1},
        parts_{parts_of(held.units.size(), threads)},
        ends_(parts_ * ranges_),
        packed_{room_for(held.units.size())} {
    const std::size_t rows = held.units.size();
    in_threads(threads, parts_, steps.share(rows), [&](std::size_t part) { count(part); });
    std::exclusive_scan(ends_.begin(), ends_.end(), ends_.begin(), std::size_t{0});
    in_threads(threads, parts_, steps.share(rows / 2), [&](std::size_t part) { touch(part); });
    in_threads(threads, parts_, steps.share(rows / 2), [&](std::size_t part) { scatter(part); });
  }

  std::size_t ranges() const { return ranges_; }

  void hold(ProgressState& state, std::size_t range) const {
    const std::size_t begin = range == 0 ? 0 : ends_[range * parts_ - 1];
    const std::size_t end = ends_[(range + 1) * parts_ - 1];
    const auto first_unit = static_cast<std::uint32_t>(range << unit_bits_);
    const std::uint32_t days = (1U << day_bits_) - 1;
    constexpr std::uint32_t activities = (1U << activity_bits) - 1;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t row = packed_[i];
      state.hold(first_unit + (row >> (day_bits_ + activity_bits)),
                 static_cast<Activity>(row >> day_bits_ & activities), row & days);
    }
  }

 private:
  static constexpr std::size_t line = 16;  // rows in as much as a cache fetches at a time

  // Of each range where the part is to write, and what is yet to be written there, as it stands in
  // its line.
  struct Line {
    std::array<std::uint32_t, line> rows;
  };

  void count(std::size_t part) {
    std::vector<std::size_t> counts(ranges_);
    const Stretch rows = rows_of(part, parts_, held_.units.size());
    for (std::size_t i = rows.begin; i < rows.end; ++i)
      ++counts[held_.units[i].index >> unit_bits_];
    for (std::size_t range = 0; range < ranges_; ++range)
      ends_[range * parts_ + part] = counts[range];
  }

  // The system gives memory where it is first written to, which takes it a while: so that no part
  // is left to do that for all of them.
  void touch(std::size_t part) {
    const Stretch rows = rows_of(part, parts_, held_.units.size());
    for (std::size_t i = rows.begin; i < rows.end; i += 1024) packed_[i] = 0;
  }

  std::uint32_t packed(std::size_t i) const {
    const std::uint32_t unit = held_.units[i].index & ((1U << unit_bits_) - 1);
    const auto activity = static_cast<std::uint32_t>(held_.activities[i]);
    return (unit << activity_bits | activity) << day_bits_ | state_->day_of(held_.held_on[i]);
  }

  // Rows are collected until they fill a line, which is then written at once. In the end each begin
  // in ends_ has become an end.
  void scatter(std::size_t part) {
    std::vector<std::size_t> begins(ranges_);
    for (std::size_t range = 0; range < ranges_; ++range)
      begins[range] = ends_[range * parts_ + part];
    std::vector<std::size_t> ends = begins;
    std::vector<Line> lines(ranges_);
    const Stretch rows = rows_of(part, parts_, held_.units.size());
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const std::size_t range = held_.units[i].index >> unit_bits_;
      lines[range].rows[ends[range]++ % line] = packed(i);
      if (ends[range] % line != 0) continue;
      if (ends[range] - begins[range] >= line)
        std::memcpy(packed_.get() + ends[range] - line, &lines[range], sizeof(Line));
      else
        write(lines[range], begins[range], ends[range]);
    }
    for (std::size_t range = 0; range < ranges_; ++range) {
      const std::size_t begin = std::max(begins[range], ends[range] / line * line);
      write(lines[range], begin, ends[range]);
      ends_[range * parts_ + part] = ends[range];
    }
  }

  // A part of a line.
  void write(const Line& from, std::size_t begin, std::size_t end) {
    std::copy_n(from.rows.begin() + begin % line, end - begin, packed_.get() + begin);
  }

  const ProgressState* state_;
  HeldColumns held_;
  unsigned day_bits_;
  unsigned unit_bits_;
  std::size_t ranges_;
  std::size_t parts_;              // of the columns
  std::vector<std::size_t> ends_;  // in packed_, of each range the parts
  Packed packed_;
};

}  // namespace

void ProgressState::require(UnitId unit, std::size_t row_of_column) const {
  if (stands(unit)) return;
  const std::string where = row_of_column == std::numeric_limits<std::size_t>::max()
                                ? ""
                                : "units[" + std::to_string(row_of_column) + "]: ";
  throw std::invalid_argument{where + "found the unit number " + std::to_string(unit.index) +
                              ", which did not stand in the view; accepted: one of its " +
                              std::to_string(units) + " units"};
}

void ProgressState::require(const HeldColumns& held, int threads, Steps& steps) const {
  require_equal_length(held);
  require_activities(held, threads, steps);
  require_units(*this, held, threads, steps);
}

void ProgressState::hold(const HeldColumns& held, int threads, Steps& steps) {
  const std::size_t size = held.units.size();
  if (size < chunk) return hold_in_order(*this, held, {0, size});

  if (is_by_unit(held, threads, steps)) {
    const std::size_t parts = parts_of(size, threads);
    in_threads(threads, parts, steps.share(size), [&](std::size_t part) {
      const Stretch some = rows_of(part, parts, size);
      hold_in_order(*this, held, {first_of_unit(held, some.begin), first_of_unit(held, some.end)});
    });
    return;
  }
  const Partition partition{*this, held, threads, steps};
  in_threads(threads, partition.ranges(), steps.share(size),
             [&](std::size_t range) { partition.hold(*this, range); });
}

}  // namespace zhibu

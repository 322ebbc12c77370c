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
#include <stdexcept>
#include <string>

#include "audit/in_threads.hpp"
#include "audit/progress_state.hpp"

namespace zhibu {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 16;  // rows that one thread looks through at a time
constexpr unsigned activity_bits = 5;                // as many activities as Activities has bits
constexpr unsigned range_bits = 13;                  // units of which the days fit a cache

struct Stretch {
  std::size_t begin;
  std::size_t end;
};

Stretch rows_of(std::size_t part, std::size_t parts, std::size_t all) {
  return {all * part / parts, all * (part + 1) / parts};
}

// The first row that is not in order, or the number of all.
template <class InOrder>
std::size_t first_fault(const HeldColumns& held, int threads, InOrder in_order) {
  const std::size_t size = held.units.size();
  std::atomic<std::size_t> first{size};
  in_threads(threads, (size + chunk - 1) / chunk, [&](std::size_t i) {
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

void require_activities(const HeldColumns& held, int threads) {
  const std::size_t known = names<Activity>().size();
  const std::size_t fault = first_fault(held, threads, [&](Stretch rows) {
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

void require_units(const ProgressState& state, const HeldColumns& held, int threads) {
  std::uint32_t all_stand_below = 0;
  while (state.stands({all_stand_below})) ++all_stand_below;
  const std::size_t fault = first_fault(held, threads, [&](Stretch rows) {
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
bool is_by_unit(const HeldColumns& held, int threads) {
  const auto in_order = [&](Stretch rows) {
    unsigned out_of_order = 0;
    for (std::size_t i = std::max<std::size_t>(rows.begin, 1); i < rows.end; ++i)
      out_of_order |= held.units[i].index < held.units[i - 1].index;
    return out_of_order == 0;
  };
  return first_fault(held, threads, in_order) == held.units.size();
}

// Where the unit of row `i` has its first one.
std::size_t first_of_unit(const HeldColumns& held, std::size_t i) {
  if (i == held.units.size()) return i;
  const auto first = std::lower_bound(held.units.begin(), held.units.end(), held.units[i]);
  return static_cast<std::size_t>(first - held.units.begin());
}

// The days of the period, and which activities anything is asked of.
class Sieve {
 public:
  explicit Sieve(const ProgressState& state)
      : first_{state.period.begin.serial()},
        days_{static_cast<std::uint32_t>(state.period.days())} {
    for (const Frequency& frequency : state.frequencies) asked_ |= bit(frequency.activity);
  }

  // A day before the first one comes out beyond the last.
  std::uint32_t day(Date held_on) const {
    return static_cast<std::uint32_t>(held_on.serial()) - static_cast<std::uint32_t>(first_);
  }
  bool keeps(Activity activity, std::uint32_t day) const {
    return day < days_ && (asked_ & bit(activity)) != 0;
  }
  unsigned day_bits() const { return static_cast<unsigned>(std::bit_width(days_)); }

 private:
  static std::uint32_t bit(Activity activity) {
    return std::uint32_t{1} << static_cast<unsigned>(activity);
  }

  std::int32_t first_;
  std::uint32_t days_;
  std::uint32_t asked_ = 0;
};

void hold_in_order(ProgressState& state, const HeldColumns& held, Stretch rows) {
  const Sieve sieve{state};
  for (std::size_t i = rows.begin; i < rows.end; ++i) {
    const Activity activity = held.activities[i];
    const std::uint32_t day = sieve.day(held.held_on[i]);
    if (sieve.keeps(activity, day))
      state.hold(held.units[i].index, activity, static_cast<int>(day));
  }
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
  Partition(const ProgressState& state, const HeldColumns& held, int threads)
      : held_{held},
        sieve_{state},
        unit_bits_{std::min(range_bits, 32 - activity_bits - sieve_.day_bits())},
        ranges_{(state.rows.size() >> unit_bits_) + 1},
        parts_{static_cast<std::size_t>(threads)},
        ends_(parts_ * ranges_) {
    in_threads(threads, parts_, [&](std::size_t part) { count(part); });
    packed_ = room_for(begin_of_each());
    in_threads(threads, parts_, [&](std::size_t part) { scatter(part); });
  }

  std::size_t ranges() const { return ranges_; }

  void hold(ProgressState& state, std::size_t range) const {
    const std::size_t begin = range == 0 ? 0 : ends_[range * parts_ - 1];
    const std::size_t end = ends_[(range + 1) * parts_ - 1];
    const auto first_unit = static_cast<std::uint32_t>(range << unit_bits_);
    const std::uint32_t days = (1U << sieve_.day_bits()) - 1;
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint32_t row = packed_[i];
      const auto activity =
          static_cast<Activity>(row >> sieve_.day_bits() & ((1U << activity_bits) - 1));
      state.hold(first_unit + (row >> (sieve_.day_bits() + activity_bits)), activity,
                 static_cast<int>(row & days));
    }
  }

 private:
  static constexpr std::size_t line = 16;  // rows in as much as a cache fetches at a time

  template <class Act>
  void each(std::size_t part, Act act) const {
    const Stretch rows = rows_of(part, parts_, held_.units.size());
    for (std::size_t i = rows.begin; i < rows.end; ++i) {
      const std::uint32_t day = sieve_.day(held_.held_on[i]);
      if (sieve_.keeps(held_.activities[i], day)) act(held_.units[i].index, i, day);
    }
  }

  void count(std::size_t part) {
    std::vector<std::size_t> counts(ranges_);
    each(part,
         [&](std::uint32_t unit, std::size_t, std::uint32_t) { ++counts[unit >> unit_bits_]; });
    for (std::size_t range = 0; range < ranges_; ++range)
      ends_[range * parts_ + part] = counts[range];
  }

  // From how many each part has of each range to where that begins. Returns how many there are.
  std::size_t begin_of_each() {
    std::size_t before = 0;
    for (std::size_t& end : ends_) {
      before += end;
      end = before - end;
    }
    return before;
  }

  // Stretch are collected until they fill a line, which is then written at once. In the end each
  // begin in ends_ has become an end.
  void scatter(std::size_t part) {
    std::vector<std::array<std::uint32_t, line>> collected(ranges_);
    std::vector<std::uint8_t> sizes(ranges_);
    const auto write = [&](std::size_t range) {
      std::size_t& to = ends_[range * parts_ + part];
      std::memcpy(packed_.get() + to, collected[range].data(),
                  sizes[range] * sizeof(std::uint32_t));
      to += sizes[range];
      sizes[range] = 0;
    };
    const std::uint32_t units = (1U << unit_bits_) - 1;
    each(part, [&](std::uint32_t unit, std::size_t i, std::uint32_t day) {
      const std::size_t range = unit >> unit_bits_;
      const std::uint32_t activity = static_cast<std::uint32_t>(held_.activities[i]);
      collected[range][sizes[range]++] =
          ((unit & units) << activity_bits | activity) << sieve_.day_bits() | day;
      if (sizes[range] == line) write(range);
    });
    for (std::size_t range = 0; range < ranges_; ++range) write(range);
  }

  HeldColumns held_;
  Sieve sieve_;
  unsigned unit_bits_;
  std::size_t ranges_;
  std::size_t parts_;              // of the columns, one for each thread
  std::vector<std::size_t> ends_;  // in packed_, of each range the parts
  Packed packed_ = room_for(0);
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

void ProgressState::hold(const HeldColumns& held, int threads) {
  require_equal_length(held);
  require_activities(held, threads);
  require_units(*this, held, threads);
  const std::size_t size = held.units.size();
  if (size < chunk) return hold_in_order(*this, held, {0, size});

  if (is_by_unit(held, threads)) {
    const auto parts = static_cast<std::size_t>(threads);
    in_threads(threads, parts, [&](std::size_t part) {
      const Stretch some = rows_of(part, parts, size);
      hold_in_order(*this, held, {first_of_unit(held, some.begin), first_of_unit(held, some.end)});
    });
    return;
  }
  const Partition partition{*this, held, threads};
  in_threads(threads, partition.ranges(), [&](std::size_t range) { partition.hold(*this, range); });
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <utility>

#include "audit/in_threads.hpp"
#include "audit/progress_counts.hpp"
#include "audit/progress_state.hpp"

namespace zhibu {
namespace {

constexpr std::uint32_t most_places = 1U << 15;  // that one thread counts at a time

MetOn offset(Date day, Period period) {
  return static_cast<MetOn>(std::clamp(day - period.begin, -(farthest_day + 1), farthest_day + 1));
}

// A window on the day of the audit: how it stands unless it is met, and its last day.
struct WindowNow {
  Standing unless_met;
  MetOn last;
};

WindowNow on(Date as_of, Period window, Period period) {
  const Standing unless_met = as_of < window.begin     ? Standing::upcoming
                              : window.contains(as_of) ? Standing::due
                                                       : Standing::overdue;
  return {unless_met, offset(window.last(), period)};
}

// A tally that belongs to no unit as yet.
struct Counts {
  std::array<std::int64_t, 7> standing{};
  std::int64_t bearers = 0;
  std::int64_t bearers_overdue = 0;

  void add(Standing s, std::int64_t n) { standing[static_cast<std::size_t>(s)] += n; }
  void add(const Counts& other, std::int64_t sign = 1) {
    for (std::size_t i = 0; i < standing.size(); ++i) standing[i] += sign * other.standing[i];
    bearers += sign * other.bearers;
    bearers_overdue += sign * other.bearers_overdue;
  }
};

// Some rows of one block.
struct BlockRows {
  std::size_t block;
  std::size_t first;
  std::size_t size;
};

// Calls act(BlockRows) for the blocks that hold the rows from `begin` up to `end`.
template <class Act>
void each_block(std::size_t begin, std::size_t end, Act act) {
  while (begin < end) {
    const std::size_t in_block = begin % Cohort::block;
    const std::size_t size = std::min(Cohort::block - in_block, end - begin);
    act(BlockRows{begin / Cohort::block, in_block, size});
    begin += size;
  }
}

// Reads the state as it stood at the end of a day.
class Reading {
 public:
  Reading(const ProgressState& state, Date as_of)
      : state_{&state}, as_of_{offset(as_of, state.period)} {
    for (const Frequency& frequency : state.frequencies) {
      std::vector<WindowNow>& windows = windows_.emplace_back();
      for (const Period window : frequency.windows)
        windows.push_back(on(as_of, window, state.period));
    }
  }

  // Adds to the counts of each frequency what the units at these places owe.
  void count(std::uint32_t begin, std::uint32_t end, Counts* counts) const {
    for (const Cohort& cohort : state_->cohorts) {
      const auto [first, last] = cohort.rows_of(begin, end);
      const auto rows = static_cast<std::int64_t>(last - first);
      for (const Share& share : cohort.shares())
        if (share.lifted)
          counts[share.frequency].add(Standing::not_applicable, rows * windows_of(share));
      each_block(first, last, [&](BlockRows some) {
        for (const Share& share : cohort.shares())
          if (!share.lifted) count(cohort, share, some, counts[share.frequency]);
      });
    }
  }

  // Adds, for the unit at each place, in how many windows it stands so.
  void count(const Cohort& cohort, const Share& share, Standing standing,
             std::vector<std::int64_t>& counts) const {
    const std::vector<WindowNow>& windows = windows_[share.frequency];
    for (std::size_t row = 0; row < cohort.rows(); ++row) {
      std::int64_t& count = counts[cohort.places()[row]];
      if (share.lifted && standing == Standing::not_applicable) count = windows_of(share);
      if (share.lifted) continue;
      for (std::size_t i = 0; i < windows.size(); ++i) {
        const MetOn* const days = cohort.days(row / Cohort::block, share.last_times + i);
        count += is(standing, days[row % Cohort::block], windows[i]);
      }
    }
  }

 private:
  std::int64_t windows_of(const Share& share) const {
    return static_cast<std::int64_t>(windows_[share.frequency].size());
  }

  bool is(Standing standing, MetOn day, WindowNow window) const {
    if (day == unbound) return false;
    if (day == exempted) return standing == Standing::not_applicable;
    if (day > as_of_) return standing == window.unless_met;
    return standing == (day <= window.last ? Standing::satisfied : Standing::satisfied_late);
  }

  void count(const Cohort& cohort, const Share& share, BlockRows rows, Counts& counts) const {
    const std::vector<WindowNow>& windows = windows_[share.frequency];
    const bool mixed = cohort.is_mixed(rows.block);
    Flags overdue{};
    Flags owing{};
    for (std::size_t i = 0; i < windows.size(); ++i) {
      const MetOn* const days = cohort.days(rows.block, share.last_times + i) + rows.first;
      const NoDays none = mixed ? no_days(days, rows.size, owing) : NoDays{0, 0};
      count(windows[i], days, rows.size, overdue, counts);
      counts.add(Standing::satisfied, -std::int64_t{none.exempted + none.unbound});
      counts.add(Standing::not_applicable, none.exempted);
    }
    counts.bearers += mixed ? flagged(owing, rows.size) : static_cast<std::int64_t>(rows.size);
    counts.bearers_overdue += flagged(overdue, rows.size);
  }

  // A day that is none is earlier than any, and comes out as satisfied.
  void count(WindowNow window, const MetOn* days, std::size_t n, Flags& overdue,
             Counts& counts) const {
    const auto all = static_cast<std::int64_t>(n);
    if (window.unless_met != Standing::overdue) {
      const std::int64_t later = later_than(as_of_, days, n);
      counts.add(window.unless_met, later);
      counts.add(Standing::satisfied, all - later);
      return;
    }
    const InTime found = later_than(as_of_, window.last, days, n, overdue);
    counts.add(Standing::overdue, found.later);
    counts.add(Standing::satisfied, found.in_time);
    counts.add(Standing::satisfied_late, all - found.in_time - found.later);
  }

  const ProgressState* state_;
  MetOn as_of_;
  std::vector<std::vector<WindowNow>> windows_;  // of each frequency
};

// The places under some units, cut wherever one of their subtrees begins or ends. What is counted
// of each piece is summed up from the first on; a subtree is the difference of two sums.
class Pieces {
 public:
  Pieces(const ProgressState& state, std::span<const UnitId> tops) {
    std::vector<std::pair<std::uint32_t, int>> edges;  // and how many subtrees begin or end there
    for (const UnitId top : tops) {
      edges.emplace_back(state.ranges[top.index].begin, 1);
      edges.emplace_back(state.ranges[top.index].end, -1);
    }
    std::ranges::sort(edges);
    int covering = 0;
    for (const auto& [place, change] : edges) {
      if (!begins_.empty() && covering > 0) cut(begins_.back() + most_places, place);
      if (begins_.empty() || begins_.back() < place) push(place);
      covering += change;
      wanted_.back() = covering > 0;
    }
  }

  std::size_t size() const { return begins_.size(); }
  bool is_wanted(std::size_t i) const { return wanted_[i] != 0; }
  std::uint32_t begin(std::size_t i) const { return begins_[i]; }
  std::uint32_t end(std::size_t i) const { return begins_[i + 1]; }
  std::size_t at(std::uint32_t place) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(begins_, place) - begins_.begin());
  }

 private:
  void cut(std::uint32_t from, std::uint32_t up_to) {
    for (std::uint32_t place = from; place < up_to; place += most_places) push(place);
  }
  void push(std::uint32_t place) {
    begins_.push_back(place);
    wanted_.push_back(1);
  }

  std::vector<std::uint32_t> begins_;  // the last one is the end
  std::vector<std::uint8_t> wanted_;
};

}  // namespace

std::vector<ProgressTally> ProgressState::roll_up(std::span<const UnitId> tops, Date as_of,
                                                  int threads) const {
  const Reading reading{*this, as_of};
  const Pieces pieces{*this, tops};
  const std::size_t width = frequencies.size();
  std::vector<Counts> sums((pieces.size() + 1) * width);  // first of each piece, then of all before
  in_threads(threads, pieces.size(), [&](std::size_t i) {
    if (pieces.is_wanted(i)) reading.count(pieces.begin(i), pieces.end(i), &sums[(i + 1) * width]);
  });
  for (std::size_t i = width; i < sums.size(); ++i) sums[i].add(sums[i - width]);

  std::vector<ProgressTally> tallies;
  tallies.reserve(tops.size() * width);
  for (const UnitId top : tops) {
    const std::size_t begin = pieces.at(ranges[top.index].begin) * width;
    const std::size_t end = pieces.at(ranges[top.index].end) * width;
    for (std::size_t i = 0; i < width; ++i) {
      Counts found = sums[end + i];
      found.add(sums[begin + i], -1);
      tallies.push_back({top, provisions[i], found.standing, found.bearers, found.bearers_overdue});
    }
  }
  return tallies;
}

std::vector<std::int64_t> ProgressState::count(std::size_t frequency, Standing standing,
                                               Date as_of) const {
  const Reading reading{*this, as_of};
  std::vector<std::int64_t> counts(units);
  for (const Cohort& cohort : cohorts)
    for (const Share& share : cohort.shares())
      if (share.frequency == frequency) reading.count(cohort, share, standing, counts);
  return counts;
}

}  // namespace zhibu

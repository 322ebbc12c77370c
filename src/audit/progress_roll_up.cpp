// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <mutex>
#include <utility>

#include "audit/in_threads.hpp"
#include "audit/pieces.hpp"
#include "audit/progress_counts.hpp"
#include "audit/progress_state.hpp"

namespace zhibu {
namespace {

constexpr std::size_t most_blocks = 128;  // that one thread counts at a time

MetOn offset(Date day, Period period) {
  return static_cast<MetOn>(std::clamp(day - period.begin, -(farthest_day + 1), farthest_day + 1));
}

// The windows of a provision on the day of the audit.
struct WindowsNow {
  std::vector<MetOn> last;  // the last day on which each could be met in time, by now
  std::size_t closed = 0;   // the first of them
  std::size_t open = 0;     // that follow on those; 0 or 1
};

WindowsNow on(Date as_of, const Frequency& frequency, Period period) {
  WindowsNow now;
  for (const Period window : frequency.windows) {
    now.last.push_back(offset(std::min(window.last(), as_of), period));
    if (window.end <= as_of) ++now.closed;
    if (window.contains(as_of)) ++now.open;
  }
  return now;
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

// Some rows of a cohort, for one thread.
struct Job {
  const Cohort* cohort;
  std::size_t begin;
  std::size_t end;
};

std::vector<Job> tasks_of(const std::vector<Cohort>& cohorts, const Pieces& pieces) {
  constexpr std::size_t most = most_blocks * Cohort::block;
  std::vector<Job> tasks;
  for (const Cohort& cohort : cohorts) {
    for (const ProgressState::Range run : pieces.runs()) {
      const auto [begin, end] = cohort.rows_of(run.begin, run.end);
      for (std::size_t row = begin; row < end && !cohort.shares().empty();) {
        const std::size_t next = std::min(end, (row / most + 1) * most);
        tasks.push_back({&cohort, row, next});
        row = next;
      }
    }
  }
  return tasks;
}

// Rows of one block whose units stand in one piece.
struct Stretch {
  std::size_t piece;
  std::size_t begin;  // of the rows in the block
  std::size_t end;
  std::int64_t size() const { return static_cast<std::int64_t>(end - begin); }
};

// Reads the state as it stood at the end of a day.
class Reading {
 public:
  Reading(const ProgressState& state, Date as_of)
      : as_of_{offset(as_of, state.period)}, width_{state.frequencies.size()} {
    for (const Frequency& frequency : state.frequencies)
      windows_.push_back(on(as_of, frequency, state.period));
  }

  // What the units of a task owe: of each provision, piece by piece from `first` on.
  std::vector<Counts> count(const Job& task, const Pieces& pieces, std::size_t first) const {
    const std::span<const std::uint32_t> places = task.cohort->places();
    const std::size_t last = pieces.holding(places[task.end - 1]);
    std::vector<Counts> counts((last + 1 - first) * width_);
    std::size_t piece = first;
    std::vector<Stretch> stretches;
    for (std::size_t row = task.begin; row < task.end;) {
      const std::size_t block = row / Cohort::block;
      const std::size_t end = std::min(task.end, (block + 1) * Cohort::block);
      stretches.clear();
      while (row < end) {
        while (pieces.end(piece) <= places[row]) ++piece;
        const auto next =
            std::lower_bound(places.begin() + static_cast<std::ptrdiff_t>(row),
                             places.begin() + static_cast<std::ptrdiff_t>(end), pieces.end(piece));
        const auto to = static_cast<std::size_t>(next - places.begin());
        stretches.push_back({piece - first, row % Cohort::block, to - block * Cohort::block});
        row = to;
      }
      for (const Share& share : task.cohort->shares())
        count(*task.cohort, block, share, stretches, counts);
    }
    return counts;
  }

  // Adds, for the unit at each place, in how many windows it stands so.
  void count(const Cohort& cohort, const Share& share, Standing standing,
             std::vector<std::int64_t>& counts) const {
    const std::int64_t windows = windows_of(share);
    for (std::size_t begin = 0; begin < cohort.rows(); begin += Cohort::block) {
      const std::size_t block = begin / Cohort::block;
      OfRows rows;
      if (!share.lifted) read(cohort, block, share, rows);
      const std::size_t size = std::min(Cohort::block, cohort.rows() - begin);
      for (std::size_t row = 0; row < size; ++row) {
        Counts one;
        if (share.lifted)
          one.add(Standing::not_applicable, windows);
        else
          add(rows, {0, row, row + 1}, windows_[share.frequency], one);
        counts[cohort.places()[begin + row]] = one.standing[static_cast<std::size_t>(standing)];
      }
    }
  }

 private:
  // What there is none of in any window, or in this block, is left as it is.
  struct OfRows {
    RowCounts in_time;  // or not to be met at all
    RowCounts overdue;
    RowCounts due;
    RowCounts upcoming;
    RowCounts lifted;
    RowCounts not_bound;
    bool is_mixed;
  };

  void read(const Cohort& cohort, std::size_t block, const Share& share, OfRows& rows) const {
    const WindowsNow& now = windows_[share.frequency];
    const MetOn* const days = cohort.days(block, share.last_times);
    const std::size_t begun = now.closed + now.open;
    count_closed(now.closed, days, now.last.data(), as_of_, rows.in_time, rows.overdue);
    count_later(now.open, days + now.closed * Cohort::block, as_of_, rows.due);
    count_later(now.last.size() - begun, days + begun * Cohort::block, as_of_, rows.upcoming);
    rows.is_mixed = cohort.is_mixed(block);
    if (!rows.is_mixed) return;
    rows.lifted.fill(0);
    rows.not_bound.fill(0);
    count_none(now.last.size(), days, rows.lifted, rows.not_bound);
  }

  void count(const Cohort& cohort, std::size_t block, const Share& share,
             std::span<const Stretch> stretches, std::vector<Counts>& counts) const {
    const std::int64_t windows = windows_of(share);
    if (share.lifted) {
      for (const Stretch& some : stretches)
        counts[some.piece * width_ + share.frequency].add(Standing::not_applicable,
                                                          windows * some.size());
      return;
    }
    OfRows rows;
    read(cohort, block, share, rows);
    for (const Stretch& some : stretches)
      add(rows, some, windows_[share.frequency], counts[some.piece * width_ + share.frequency]);
  }

  std::int64_t windows_of(const Share& share) const {
    return static_cast<std::int64_t>(windows_[share.frequency].last.size());
  }

  // A day that is none is earlier than any, and comes out as in time.
  static void add(const OfRows& rows, Stretch some, const WindowsNow& now, Counts& counts) {
    const std::size_t all = now.last.size();
    const auto sum = [some](const RowCounts& of) { return sum_of(of, some.begin, some.end); };
    const auto windows = [some](std::size_t n) {
      return static_cast<std::int64_t>(n) * some.size();
    };
    if (now.closed > 0) {
      const std::int64_t overdue = sum(rows.overdue);
      const std::int64_t in_time = sum(rows.in_time);
      counts.add(Standing::overdue, overdue);
      counts.add(Standing::satisfied, in_time);
      counts.add(Standing::satisfied_late, windows(now.closed) - in_time - overdue);
      counts.bearers_overdue += not_zero(rows.overdue, some.begin, some.end);
    }
    const std::int64_t due = now.open > 0 ? sum(rows.due) : 0;
    const std::int64_t upcoming = now.closed + now.open < all ? sum(rows.upcoming) : 0;
    counts.add(Standing::due, due);
    counts.add(Standing::upcoming, upcoming);
    counts.add(Standing::satisfied, windows(all - now.closed) - due - upcoming);
    counts.bearers += some.size();
    if (rows.is_mixed) take_out(rows, some, all, counts);
  }

  static void take_out(const OfRows& rows, Stretch some, std::size_t windows, Counts& counts) {
    for (std::size_t row = some.begin; row < some.end; ++row) {
      const std::size_t none = std::size_t{rows.lifted[row]} + rows.not_bound[row];
      counts.add(Standing::satisfied, -static_cast<std::int64_t>(none));
      counts.add(Standing::not_applicable, rows.lifted[row]);
      if (none == windows) --counts.bearers;
    }
  }

  MetOn as_of_;
  std::size_t width_;
  std::vector<WindowsNow> windows_;  // of each provision
};

}  // namespace

std::vector<ProgressTally> ProgressState::roll_up(std::span<const UnitId> tops, Date as_of,
                                                  int threads, const Watch& watch) const {
  const Reading reading{*this, as_of};
  const Pieces pieces{*this, tops};
  const std::vector<Job> tasks = tasks_of(cohorts, pieces);
  const std::size_t width = frequencies.size();
  std::vector<Counts> sums((pieces.size() + 1) * width);  // first of each piece, then of all before
  std::mutex adding;
  Steps steps{watch, 2 * tasks.size() + sums.size() + tops.size()};
  in_threads(threads, tasks.size(), steps.share(2 * tasks.size()), [&](std::size_t i) {
    const std::size_t first = pieces.holding(tasks[i].cohort->places()[tasks[i].begin]);
    const std::vector<Counts> found = reading.count(tasks[i], pieces, first);
    const std::lock_guard lock{adding};
    for (std::size_t at = 0; at < found.size(); ++at) sums[(first + 1) * width + at].add(found[at]);
  });
  for (std::size_t i = width; i < sums.size(); ++i) {
    sums[i].add(sums[i - width]);
    steps();
  }

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
    steps();
  }
  steps.finish();
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

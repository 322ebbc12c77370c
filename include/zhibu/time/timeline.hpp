// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A value that changes on days and keeps what it was: effective-dated (历史沿革).
//
//   Timeline<std::string> name{since(Date{2012, 3, 1}), "县卫生局党支部"};
//   name.change(Date{2019, 3, 1}, "县卫健局党支部");
//   name.at(Date{2019, 2, 28});  // "县卫生局党支部"
//   name.at(Date{2012, 2, 29});  // nothing: it was not yet
//   name.history().size();       // 2
//
// A change ends what was before it; nothing is overwritten, but what was entered for the very same
// day. Entries may be made in any order, also for days in the past and in the future.
template <class T>
class Timeline {
 public:
  // The value that holds on the days of `period`.
  struct Entry {
    Period period;
    T value;
    friend bool operator==(const Entry&, const Entry&) = default;
  };

  // Nothing on any day.
  Timeline() = default;

  // `value` on the days of `period`; nothing if it has none.
  Timeline(Period period, T value) {
    if (!period.empty()) entries_.push_back({period, std::move(value)});
  }

  // The value on `day`, or nothing. Takes the time of a binary search.
  std::optional<T> at(Date day) const {
    const auto next = after(day);
    if (next == entries_.begin() || !std::prev(next)->period.contains(day)) return std::nullopt;
    return std::prev(next)->value;
  }

  // From `day` on `value` holds, up to the next day for which a change has been entered already;
  // where there is none, as long as what held on `day`, and without end where nothing did.
  void change(Date day, T value) {
    const auto next = after(day);
    Date end = next == entries_.end() ? Date::last() : next->period.begin;
    if (next != entries_.begin() && std::prev(next)->period.contains(day))
      end = std::prev(next)->period.end;
    put({day, end}, std::move(value));
  }

  // `value` holds on the days of `period`, whatever held there before.
  void put(Period period, T value) {
    if (period.empty()) return;
    clear(period);
    entries_.insert(after(period.begin), {period, std::move(value)});
  }

  // Nothing holds on the days of `period`.
  void clear(Period period) {
    if (entries_.empty() || entries_.back().period.end <= period.begin) return;
    std::vector<Entry> kept;
    for (const Entry& entry : entries_) {
      const Period before{entry.period.begin, std::min(entry.period.end, period.begin)};
      const Period behind{std::max(entry.period.begin, period.end), entry.period.end};
      if (!before.empty()) kept.push_back({before, entry.value});
      if (!behind.empty()) kept.push_back({behind, entry.value});
    }
    entries_ = std::move(kept);
  }

  // From `day` on nothing holds any more, whatever had been entered for later.
  void end(Date day) { clear(since(day)); }

  // All that held, in order of days. Where nothing held in between there is a gap.
  // Not of a timeline that would be gone before they are looked at.
  std::span<const Entry> history() const& { return entries_; }
  std::span<const Entry> history() const&& = delete;

  friend bool operator==(const Timeline&, const Timeline&) = default;

 private:
  // The first entry that begins after `day`.
  auto after(Date day) const {
    return std::upper_bound(entries_.begin(), entries_.end(), day,
                            [](Date d, const Entry& entry) { return d < entry.period.begin; });
  }

  std::vector<Entry> entries_;  // apart, in order of days
};

}  // namespace zhibu

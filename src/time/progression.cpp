// SPDX-License-Identifier: BSL-1.0

#include "time/progression.hpp"

#include <algorithm>

#include "time/day_of_serial.hpp"
#include "time/month_mask.hpp"

namespace zhibu {

namespace {

bool is_named(const std::vector<NthWeekday>& days, int weekday) {
  return days.empty() || std::ranges::any_of(days, [=](NthWeekday d) {
           return static_cast<int>(d.day) == weekday;
         });
}

// Writes the days after the first `block`, each so many days, times `further`, after its like among
// these. Whole blocks are written at once, of which a compiler makes vectors.
void repeat(std::span<Date> days, std::size_t block, std::int32_t further) {
  std::int32_t ahead = further;
  std::size_t written = block;
  for (; written + block <= days.size(); written += block, ahead += further) {
    Date* const target = &days[written];
    for (std::size_t i = 0; i < block; ++i) target[i] = DayOfSerial::at(days[i].serial() + ahead);
  }
  for (std::size_t i = 0; written + i < days.size(); ++i)
    days[written + i] = DayOfSerial::at(days[i].serial() + ahead);
}

}  // namespace

bool Progression::is(const RRule& r) {
  const bool by_days = r.frequency == Frequency::daily || r.frequency == Frequency::weekly;
  return by_days && r.months.empty() && r.month_days.empty();
}

Progression::Progression(const RRule& r, Date start, std::int32_t last)
    : first_{start.serial()}, last_{last} {
  const int weekday_of_start = static_cast<int>(weekday(start));
  const bool weekly = r.frequency == Frequency::weekly;
  origin_ = weekly ? first_ - days_into_week(weekday(start), r.week_start) : first_;
  step_ = weekly || r.interval % 7 != 0 ? 7 * r.interval : r.interval;
  const int between = weekly ? 1 : r.interval;
  const int candidates = weekly ? 7 : step_ / r.interval;
  for (int i = 0; i < candidates; ++i)
    if (is_named(r.days, (weekday_of_start + (origin_ - first_) + 7 + i * between) % 7))
      offsets_.push_back(i * between);
  if (weekly) offsets_ = at_positions(offsets_, r.positions);
  if (!weekly && at_positions(std::vector{0}, r.positions).empty()) offsets_.clear();
  if (!weekly && r.days.empty() && !offsets_.empty()) {
    offsets_ = {0};
    step_ = r.interval;
  }
  if (r.count && !offsets_.empty()) {
    const std::int64_t last_counted = nth(rank(first_) + *r.count - 1);
    counted_out_ = last_counted <= last_;
    if (counted_out_) last_ = static_cast<std::int32_t>(last_counted);
  }
}

std::int64_t Progression::rank(std::int64_t day) const {
  const std::int64_t into = day - origin_;
  const std::int64_t stretch = into >= 0 ? into / step_ : -1;  // never asked further back
  const auto within = std::ranges::lower_bound(offsets_, static_cast<int>(into - stretch * step_));
  return stretch * static_cast<std::int64_t>(offsets_.size()) + (within - offsets_.begin());
}

std::int64_t Progression::nth(std::int64_t rank) const {
  const auto size = static_cast<std::int64_t>(offsets_.size());
  return origin_ + rank / size * step_ + offsets_[static_cast<std::size_t>(rank % size)];
}

std::size_t Progression::count(std::int32_t begin, std::int32_t end) const {
  const std::int64_t from = std::max(begin, first_);
  const std::int64_t to = std::min<std::int64_t>(end, std::int64_t{last_} + 1);
  return from < to && !empty() ? static_cast<std::size_t>(rank(to) - rank(from)) : 0;
}

std::optional<std::int32_t> Progression::previous(std::int32_t before) const {
  if (count(first_, before) == 0) return std::nullopt;
  const std::int64_t to = std::min<std::int64_t>(before, std::int64_t{last_} + 1);
  return static_cast<std::int32_t>(nth(rank(to) - 1));
}

std::size_t Progression::fill(std::span<Date> days, std::int32_t from, std::int32_t to) const {
  from = std::max(from, first_);
  days = days.first(std::min(days.size(), count(from, to + 1)));
  if (days.empty()) return 0;
  const std::int64_t before = rank(from);
  if (offsets_.size() == 1) {
    auto day = static_cast<std::int32_t>(nth(before));
    for (std::size_t i = 0; i < days.size(); ++i, day += step_) days[i] = DayOfSerial::at(day);
    return days.size();
  }
  constexpr std::size_t stretches = 48;  // the first some are written day by day
  const std::size_t block = std::min(days.size(), offsets_.size() * stretches);
  const auto of_stretch = static_cast<std::int64_t>(offsets_.size());
  auto begin = static_cast<std::int32_t>(origin_ + before / of_stretch * step_);
  auto nth_of_stretch = static_cast<std::size_t>(before % of_stretch);
  for (std::size_t i = 0; i < block; ++i) {
    days[i] = DayOfSerial::at(begin + offsets_[nth_of_stretch]);
    if (++nth_of_stretch < offsets_.size()) continue;
    nth_of_stretch = 0;
    begin += step_;
  }
  if (block < days.size()) repeat(days, block, static_cast<std::int32_t>(stretches) * step_);
  return days.size();
}

}  // namespace zhibu

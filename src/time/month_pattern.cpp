// SPDX-License-Identifier: BSL-1.0

#include "time/month_pattern.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <numeric>
#include <utility>

#include "time/day_of_serial.hpp"

namespace zhibu {

namespace {

constexpr int endless = 1 << 24;  // more months than there are
constexpr int mask_days = std::numeric_limits<MonthMask>::digits;

constexpr MonthMask from_bit(int day) { return day >= mask_days ? 0 : ~MonthMask{0} << day; }

int floor_div(int a, int b) { return a / b - (a % b < 0 ? 1 : 0); }

}  // namespace

MonthPattern::MonthPattern(RRule rule, Date start, std::int32_t last)
    : rule_{std::move(rule)}, months_{rule_.chinese}, start_{start.serial()}, last_{last} {
  const int month_of_start = months_.of(start);
  const bool weekly = rule_.frequency == Frequency::weekly;
  origin_ = weekly ? start_ - days_into_week(weekday(start), rule_.week_start) : start_;
  if (weekly || rule_.frequency == Frequency::daily) every_ = rule_.interval;
  if (weekly) unit_ = 7;
  picks_of_weeks_ = weekly && !rule_.positions.empty();
  spills_ = rule_.skip.value_or(Skip::omit) != Skip::omit;

  const bool by_month = follows_from_month(rule_);
  months_.chinese() ? visit_lunar(month_of_start) : visit_gregorian(month_of_start);
  by_month            ? mask_kinds()
  : months_.chinese() ? mask_lunar_years(months_.year(month_of_start))
                      : mask_years();
  if (months_.chinese()) cycle_ = endless;
  list_gaps();
  plain_ = !masks_by_month_ && !picks_of_weeks_ && !spills_ && every_ == 1;
  for (const MonthMask m : masks_) most_ = std::max(most_, std::popcount(m));
  impossible_ = most_ == 0 && (by_month || !months_.chinese());
  find_first();
  if (rule_.count && first_) end_after(*rule_.count);
}

bool MonthPattern::is_named(int month_number) const {
  return rule_.months.empty() || std::ranges::count(rule_.months, month_number) > 0;
}

// The list comes again after a whole number of years that is one of the rule's intervals as well.
void MonthPattern::visit_gregorian(int month_of_start) {
  const bool yearly = rule_.frequency == Frequency::yearly;
  const int step = rule_.frequency == Frequency::monthly ? rule_.interval : 1;
  base_ = yearly ? month_of_start / 12 * 12 : month_of_start;
  cycle_ = yearly ? 12 * rule_.interval : rule_.months.empty() ? step : std::lcm(12, step);
  for (int month = 0; month < (yearly ? 12 : cycle_); month += step)
    if (is_named((base_ + month) % 12 + 1)) list_.push_back(month);
}

void MonthPattern::visit_lunar(int month_of_start) {
  if (rule_.frequency == Frequency::yearly) {
    const int last_year = months_.year(months_.last());
    for (int year = months_.year(month_of_start); year <= last_year; year += rule_.interval)
      for (const int month : months_of_year(rule_, months_, year)) list_.push_back(month);
    return;
  }
  const int step = rule_.frequency == Frequency::monthly ? rule_.interval : 1;
  for (int month = month_of_start; month <= months_.last(); month += step)
    if (is_named(months_.number(month))) list_.push_back(month);
}

// A mask for each kind of month; the key of a Gregorian month leads to its kind.
void MonthPattern::mask_kinds() {
  std::vector<MonthMask> of_kind(month_kinds);
  const int shortest = months_.chinese() ? 29 : 28;
  const int longest = months_.chinese() ? 30 : 31;
  for (int length = shortest; length <= longest; ++length)
    for (int first = 0; first < 7; ++first)
      of_kind[static_cast<std::size_t>(month_kind(length, first))] =
          month_mask(rule_, length, first);
  if (months_.chinese()) {
    masks_ = std::move(of_kind);
    return;
  }
  masks_.resize(12 * year_kinds);
  for (int kind = 0; kind < year_kinds; ++kind) {
    const int year = kind < 21 ? 2001 : 2000;  // a common year, a leap year
    for (int month = 0, first = kind % 7; month < 12; ++month) {
      const int length = months_.length(year * 12 + month);
      masks_[static_cast<std::size_t>(12 * kind + month)] =
          of_kind[static_cast<std::size_t>(month_kind(length, first))];
      first = (first + length) % 7;
    }
  }
}

// A mask for each month of each kind of year. A day that SKIP moves stands in the month it falls
// in, whether that is named or not; or, out of its year, beside the first or the last month.
void MonthPattern::mask_years() {
  masks_.resize(12 * year_kinds);
  for (int kind = 0; kind < year_kinds; ++kind) {
    const int january = year_of_kind(kind) * 12;
    for (const std::int32_t day : days_of_year(rule_, months_, january / 12)) {
      const int month = std::clamp(months_.of(Date::from_serial(day)), january, january + 11);
      masks_[months_[month].key] |= bit(day - months_[month].day_0);
      list_.push_back(month - january);
    }
  }
}

void MonthPattern::mask_lunar_years(int year_of_start) {
  masks_by_month_ = true;
  spills_ = false;  // each day stands in the month that it falls in
  masks_.resize(static_cast<std::size_t>(months_.last()) + 1);
  const int last_year = months_.year(months_.last());
  for (int year = year_of_start; year <= last_year; year += rule_.interval) {
    for (const std::int32_t day : days_of_year(rule_, months_, year)) {
      const int month = months_.of(Date::from_serial(day));
      masks_[static_cast<std::size_t>(month)] |= bit(day - months_[month].day_0);
    }
  }
  list_.clear();
  for (int month = 0; month <= months_.last(); ++month)
    if (masks_[static_cast<std::size_t>(month)] != 0) list_.push_back(month);
}

// Looks for the first day as far as one turn of the calendar and of the rule goes.
void MonthPattern::find_first() {
  if (list_.empty() || most_ == 0) return;
  std::int64_t to = last_;
  if (!months_.chinese() && every_ == 1) {
    const std::int64_t turn = std::lcm<std::int64_t, std::int64_t>(cycle_, Months::months_of_era);
    to = std::min(to, start_ + (turn + 2) * 31);
  }
  walk(start_, static_cast<std::int32_t>(to), [&](std::int32_t day_0, MonthMask mask) {
    first_ = day_0 + std::countr_zero(mask);
    return false;
  });
}

void MonthPattern::end_after(int count) {
  walk(start_, last_, [&](std::int32_t day_0, MonthMask mask) {
    const int here = std::popcount(mask);
    if (here < count) {
      count -= here;
      return true;
    }
    for (; count > 1; --count) mask &= mask - 1;
    last_ = day_0 + std::countr_zero(mask);
    counted_out_ = true;
    return false;
  });
}

void MonthPattern::list_gaps() {
  std::ranges::sort(list_);
  list_.erase(std::unique(list_.begin(), list_.end()), list_.end());
  for (std::size_t i = 0; i < list_.size(); ++i)
    gaps_.push_back(i + 1 < list_.size() ? list_[i + 1] - list_[i]
                                         : cycle_ - (list_.back() - list_.front()));
}

MonthPattern::Visit MonthPattern::first_visit_from(int month) const {
  const int into = std::max(0, month - base_);
  const int begin = base_ + into / cycle_ * cycle_;
  const auto found = std::ranges::lower_bound(list_, into % cycle_);
  if (found == list_.end()) return {begin + cycle_ + list_.front(), 0};
  return {begin + *found, static_cast<std::size_t>(found - list_.begin())};
}

MonthPattern::Visit MonthPattern::following(Visit v) const {
  return {v.month + gaps_[v.nth], v.nth + 1 < gaps_.size() ? v.nth + 1 : 0};
}

MonthPattern::Visit MonthPattern::preceding(Visit v) const {
  const std::size_t nth = v.nth > 0 ? v.nth - 1 : gaps_.size() - 1;
  return {v.month - gaps_[nth], nth};
}

MonthMask MonthPattern::on_grid(std::int32_t day_0) const {
  const int first = floor_div(day_0 - origin_, unit_);
  const int to_next = (every_ - first % every_) % every_;
  const MonthMask unit = bit(unit_) - 1;
  MonthMask days = 0;
  for (std::int64_t day = origin_ + std::int64_t{first + to_next} * unit_; day < day_0 + mask_days;
       day += std::int64_t{unit_} * every_)
    days |= day >= day_0 ? unit << (day - day_0) : unit >> (day_0 - day);
  return days;
}

std::vector<std::int32_t> MonthPattern::picked_of_week(std::int32_t begin) const {
  std::vector<std::int32_t> week;
  for (std::int32_t day = begin; day < begin + 7; ++day) {
    const bool known = months_.first_day() <= day && day <= months_.last_day();
    if (!known || !is_named(months_.number(months_.of(DayOfSerial::at(day))))) continue;
    const Weekday of_day = weekday(DayOfSerial::at(day));
    if (std::ranges::count(rule_.days, of_day, &NthWeekday::day) > 0) week.push_back(day);
  }
  return at_positions(week, rule_.positions);
}

MonthMask MonthPattern::picked_of_weeks(std::int32_t day_0, int length) const {
  MonthMask days = 0;
  std::int32_t begin = origin_ + floor_div(day_0 + 1 - origin_, 7) * 7;
  for (; begin <= day_0 + length; begin += 7)
    for (const std::int32_t day : picked_of_week(begin))
      if (day_0 < day && day <= day_0 + length) days |= bit(day - day_0);
  return days;
}

MonthMask MonthPattern::mask(int month, MonthRow row) const {
  MonthMask days = masks_[masks_by_month_ ? static_cast<std::uint32_t>(month) : row.key];
  if (every_ > 1) days &= on_grid(row.day_0);
  if (picks_of_weeks_) days &= picked_of_weeks(row.day_0, months_.length(month));
  return days;
}

MonthMask MonthPattern::part(int month, MonthRow row, std::int32_t from, std::int32_t to) const {
  MonthMask days = mask(month, row);
  if (row.day_0 < from) days &= from_bit(from - row.day_0);
  if (row.day_0 + mask_days > to) days &= ~from_bit(std::max(0, to + 1 - row.day_0));
  return days;
}

template <class Each>
void MonthPattern::walk(std::int32_t from, std::int32_t to, Each each) const {
  from = std::max(from, first_.value_or(start_));
  to = std::min(to, last_);
  if (from > to || list_.empty()) return;
  const int beside = spills_ ? 1 : 0;
  const int end = std::min(months_.of(DayOfSerial::at(to)) + beside, months_.last());
  Months::Reader months{months_};
  const MonthMask* const masks = plain_ ? masks_.data() : nullptr;
  const auto whole = static_cast<std::uint32_t>(std::max(0, to - mask_days - from));
  Visit v = first_visit_from(months_.of(DayOfSerial::at(from)) - beside);
  for (; v.month <= end; v = following(v)) {
    const MonthRow row = months[v.month];
    const bool is_whole = static_cast<std::uint32_t>(row.day_0 - from) < whole;
    const MonthMask days = is_whole && masks ? masks[row.key] : part(v.month, row, from, to);
    if (days == 0) continue;
    if (spills_) from = row.day_0 + mask_days - std::countl_zero(days);  // what is reached twice
    if (!each(row.day_0, days)) return;
  }
}

std::size_t MonthPattern::fill(std::span<Date> days, std::int32_t from, std::int32_t to) const {
  std::size_t written = 0;
  if (days.empty() || empty()) return written;
  walk(from, to, [&](std::int32_t day_0, MonthMask mask) {
    for (; mask != 0; mask &= mask - 1) {
      days[written] = DayOfSerial::at(day_0 + std::countr_zero(mask));
      if (++written == days.size()) return false;
    }
    return true;
  });
  return written;
}

std::optional<std::int32_t> MonthPattern::previous(std::int32_t before) const {
  const std::int32_t to = std::min(before - 1, last_);
  if (empty() || to < *first_) return std::nullopt;
  const int month = months_.of(DayOfSerial::at(to)) + (spills_ ? 1 : 0);
  for (Visit v = preceding(first_visit_from(month + 1)); v.month >= base_; v = preceding(v)) {
    if (v.month > months_.last()) continue;
    const MonthRow row = months_[v.month];
    const MonthMask days = part(v.month, row, start_, to);
    if (days != 0) return row.day_0 + mask_days - 1 - std::countl_zero(days);
  }
  return std::nullopt;
}

std::size_t MonthPattern::count(std::int32_t begin, std::int32_t end) const {
  std::size_t days = 0;
  if (empty()) return days;
  walk(begin, end - 1, [&](std::int32_t, MonthMask mask) {
    days += static_cast<std::size_t>(std::popcount(mask));
    return true;
  });
  return days;
}

std::size_t MonthPattern::at_most(std::int32_t begin, std::int32_t end) const {
  begin = std::max(begin, start_);
  end = std::min(end, last_ + 1);
  if (empty() || begin >= end) return 0;
  const auto months = static_cast<std::size_t>(months_.of(DayOfSerial::at(end - 1)) -
                                               months_.of(DayOfSerial::at(begin)) + 3);
  const std::size_t cycles = months / static_cast<std::size_t>(cycle_) + 2;
  const std::size_t visits = std::min(months, cycles * list_.size());
  return std::min(visits * static_cast<std::size_t>(most_), static_cast<std::size_t>(end - begin));
}

}  // namespace zhibu

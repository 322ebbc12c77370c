// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/shift.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>

#include "time/calendar_days.hpp"

namespace zhibu {

template <>
std::span<const Name<ShiftPolicy>> names() {
  static constexpr Name<ShiftPolicy> all[] = {
      {ShiftPolicy::none, "none", "不调整", "none"},
      {ShiftPolicy::previous_workday, "previous_workday", "提前至上一工作日", "previous workday"},
      {ShiftPolicy::next_workday, "next_workday", "顺延至下一工作日", "next workday"},
      {ShiftPolicy::nearest_workday, "nearest_workday", "调整至最近工作日", "nearest workday"},
  };
  return all;
}

namespace {

// Looks for workdays around one day, and remembers the least certain day that it looked at.
class Search {
 public:
  Search(const CalendarDays& days, Date day, Shift shift)
      : days_{&days}, day_{day}, shift_{shift} {}

  Shifted result() {
    if (is_workday(day_)) return {day_, day_, true, certainty_};
    if (shift_.within_month) month_ = span_of(Span::month, day_);
    const std::optional<int> steps =
        shift_.policy == ShiftPolicy::nearest_workday ? nearest() : one_way();
    return {day_, day_ + steps.value_or(0), steps.has_value(), certainty_};
  }

 private:
  bool is_workday(Date day) {
    const std::uint32_t place = days_->place(day);
    certainty_ = std::max(certainty_, days_->certainty(place));
    return days_->workdays().contains(place);
  }

  bool may_go(int steps) const { return !shift_.within_month || month_.contains(day_ + steps); }

  std::optional<int> nearest() {
    for (int days = 1; days <= shift_.max_days && (may_go(days) || may_go(-days)); ++days)
      for (const int steps : {-days, days})
        if (may_go(steps) && is_workday(day_ + steps)) return steps;
    return std::nullopt;
  }

  std::optional<int> one_way() {
    const int way = shift_.policy == ShiftPolicy::next_workday ? 1 : -1;
    std::optional<int> steps = first(way);
    if (!steps && shift_.within_month) steps = first(-way);
    return steps && std::abs(*steps) <= shift_.max_days ? steps : std::nullopt;
  }

  // To the first workday that way: within the month however far, so that a limit does not turn a
  // day round, else so far as it may go.
  std::optional<int> first(int way) {
    for (int days = 1; shift_.within_month || days <= shift_.max_days; ++days) {
      if (!may_go(days * way)) return std::nullopt;
      if (is_workday(day_ + days * way)) return days * way;
    }
    return std::nullopt;
  }

  const CalendarDays* days_;
  Date day_;
  Shift shift_;
  Period month_;
  Certainty certainty_ = Certainty::decreed;
};

}  // namespace

Shifted Calendar::shift(Date date, Shift shift) const {
  if (shift.policy == ShiftPolicy::none) return {date, date};
  return Search{*days_, date, shift}.result();
}

}  // namespace zhibu

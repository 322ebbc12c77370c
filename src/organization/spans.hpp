// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What held on some days, of several that may touch.
template <class T>
using Spans = std::vector<std::pair<Period, T>>;

inline Period common(Period a, Period b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// What of `spans` holds on the day before `day`, and on it.
template <class T>
std::optional<T> held_before(const Spans<T>& spans, Date day) {
  for (const auto& [period, value] : spans)
    if (period.begin < day && day <= period.end) return value;
  return std::nullopt;
}
template <class T>
std::optional<T> held_on(const Spans<T>& spans, Date day) {
  for (const auto& [period, value] : spans)
    if (period.contains(day)) return value;
  return std::nullopt;
}

// Calls `act` with each of `days` on which something began or ended, in order.
template <class T, class Act>
void each_step(const Spans<T>& spans, Period days, Act act) {
  std::vector<Date> steps;
  for (const auto& [period, value] : spans) {
    if (period.empty()) continue;
    if (days.contains(period.begin)) steps.push_back(period.begin);
    if (days.contains(period.end) && !lasts(period)) steps.push_back(period.end);
  }
  std::ranges::sort(steps);
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  for (const Date day : steps) act(day, held_before(spans, day), held_on(spans, day));
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "schedule/stretches.hpp"

#include <algorithm>
#include <utility>

namespace zhibu {
namespace {

Period common_days(Period a, Period b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

}  // namespace

Stretches::Stretches(std::vector<Period> periods) {
  std::erase_if(periods, [](Period period) { return period.empty(); });
  std::ranges::sort(periods, {}, &Period::begin);
  for (const Period period : periods) {
    if (periods_.empty() || periods_.back().end < period.begin)
      periods_.push_back(period);
    else
      periods_.back().end = std::max(periods_.back().end, period.end);
  }
}

Stretches Stretches::within(Period period) const {
  Stretches found;
  for (const Period stretch : periods_)
    if (const Period both = common_days(stretch, period); !both.empty())
      found.periods_.push_back(both);
  return found;
}

Stretches Stretches::within(const Stretches& other) const {
  std::vector<Period> found;
  for (const Period period : other.periods_)
    for (const Period both : within(period).periods_) found.push_back(both);
  return Stretches{std::move(found)};
}

std::optional<Period> Stretches::part_of(Period window) const {
  std::optional<Period> longest;
  for (const Period stretch : periods_) {
    const Period part = common_days(stretch, window);
    if (!part.empty() && (!longest || longest->days() < part.days())) longest = part;
  }
  return longest;
}

}  // namespace zhibu

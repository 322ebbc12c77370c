// SPDX-License-Identifier: BSL-1.0

#include "regulation/least_counted.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace zhibu {
namespace {

// What is demanded of a span: so many times, so many days apart; and how far apart two days lie
// that both count for the other demand, for which so many days make a stretch.
struct Worst {
  std::int64_t times;
  std::int64_t apart;
  std::int64_t stretch;

  // How many times fit into so many days in a row.
  std::int64_t fit(std::int64_t days) const {
    if (days <= 0) return 0;
    return apart == 0 ? times : std::min(times, (days - 1) / apart + 1);
  }

  // How few stretches hold so many times that follow one another closely.
  std::int64_t stretches(std::int64_t held) const {
    if (stretch == 0) return held;  // every time counts, also two of one day
    const std::int64_t in_one = fit(stretch);
    return (held + in_one - 1) / in_one;
  }
};

// Over spans that follow one another: in each, first what still fits into the days that the last
// stretch covers, then stretches as late as they can be, so that the last covers most of the next.
std::int64_t in_all_of(const Worst& worst, const std::vector<Period>& spans) {
  std::int64_t used = 0;
  std::int64_t covered = 0;  // days from the beginning of the span on
  for (const Period& span : spans) {
    const std::int64_t days = span.days();
    const std::int64_t left = worst.times - worst.fit(std::min(covered, days));
    covered = std::max<std::int64_t>(covered - days, 0);
    if (left <= 0) continue;
    const std::int64_t more = worst.stretches(left);
    used += more;
    if (worst.stretch == 0) continue;
    const std::int64_t in_last = left - (more - 1) * worst.fit(worst.stretch);
    covered = std::max<std::int64_t>(worst.stretch - ((in_last - 1) * worst.apart + 1), 0);
  }
  return used;
}

// In a part of a span: what fits neither before it nor after it.
std::int64_t in_part_of(const Worst& worst, Period part, Period span) {
  const std::int64_t outside = worst.fit(part.begin - span.begin) + worst.fit(span.end - part.end);
  return worst.stretches(std::max<std::int64_t>(worst.times - outside, 0));
}

}  // namespace

std::int64_t least_counted(const AtLeast& met, const AtLeast& counted) {
  const Worst worst{met.times, met.days_apart, counted.days_apart};
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  // A common year and a leap year hold all lengths of spans in every order that there is.
  for (const Period span : spans(counted.per, {Date{2023, 1, 1}, Date{2025, 1, 1}})) {
    const Period around = span_of(met.per, span.begin);
    least = std::min(least, around.contains(span) && around != span
                                ? in_part_of(worst, span, around)
                                : in_all_of(worst, spans(met.per, span)));
  }
  return least;
}

}  // namespace zhibu

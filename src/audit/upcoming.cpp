// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/upcoming.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

namespace zhibu {

template <>
std::span<const Name<Urgency>> names() {
  static constexpr Name<Urgency> all[] = {
      {Urgency::opens_later, "opens_later", "未开始", "opens later"},
      {Urgency::open, "open", "办理中", "open"},
      {Urgency::last_day, "last_day", "今日截止", "last day"},
      {Urgency::overdue, "overdue", "逾期", "overdue"},
  };
  return all;
}

namespace {

Urgency urgency(const Obligation& o, Date today) {
  if (today < o.bound.begin) return Urgency::opens_later;
  if (today < o.bound.last()) return Urgency::open;
  return today == o.bound.last() ? Urgency::last_day : Urgency::overdue;
}

Upcoming upcoming_of(const Finding& f, Date today) {
  const Obligation& o = f.obligation;
  return {.obligation = o.id,
          .urgency = urgency(o, today),
          .opens_on = o.bound.begin,
          .due_on = o.bound.last(),
          .days_left = o.bound.last() - today,
          .missing = f.missing,
          .missing_hours = f.missing_hours,
          .missing_fen = f.missing_fen};
}

}  // namespace

std::vector<Upcoming> upcoming(const Findings& findings, int days, std::optional<Bearer> bearer) {
  if (days < 0)
    throw std::invalid_argument{"what falls due within " + std::to_string(days) +
                                " days; accepted: 0 days or more"};
  std::vector<Upcoming> found;
  for (const Finding& f : findings) {
    if (!is_open(f.standing) || (bearer && f.obligation.bearer != *bearer)) continue;
    const Upcoming one = upcoming_of(f, findings.as_of());
    if (one.days_left <= days) found.push_back(one);
  }
  std::ranges::stable_sort(found, {}, &Upcoming::due_on);
  return found;
}

}  // namespace zhibu

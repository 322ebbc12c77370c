// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// How near the last day is on which an unmet obligation can be met in time. States that last, and
// no days on which something is sent: whoever asks on a later day than planned misses nothing.
enum class Urgency : std::uint8_t {
  opens_later,  // 未开始: its first day is still ahead
  open,         // 办理中
  last_day,     // 今日截止: the day of the audit is its last
  overdue,      // 逾期: its last day has passed
};

template <>
ZHIBU_EXPORT std::span<const Name<Urgency>> names();

// An unmet obligation, its first day and its last, and what is still owed.
struct Upcoming {
  ObligationId obligation;
  Urgency urgency = Urgency::opens_later;
  Date opens_on;
  Date due_on;
  int days_left = 0;  // from the day of the audit to due_on; less than 0 where that has passed
  int missing = 0;    // as in Finding
  int missing_hours = 0;
  std::int64_t missing_fen = 0;
  friend bool operator==(const Upcoming&, const Upcoming&) = default;
};

// What is not met and falls due within `days` days of the day of the audit, or fell due before it:
// of all, or of what `bearer` owes; by the last day, then as the obligations.
//
//   for (const Upcoming& u : upcoming(findings, 30))
//     std::cout << findings[u.obligation].obligation.rule << ' ' << u.days_left << '\n';
//
// An obligation comes into the list when its last day is so near, and leaves it only when it is
// met, late or in time, or waived; one that is not applicable is never in it. Throws
// std::invalid_argument if `days` is less than 0.
ZHIBU_EXPORT std::vector<Upcoming> upcoming(const Findings& findings, int days,
                                            std::optional<Bearer> bearer = {});

}  // namespace zhibu

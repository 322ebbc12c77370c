// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "zhibu/audit/rollup.hpp"
#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// The rates that the field speaks of.
enum class RateKind : std::uint8_t {
  execution,   // 规范执行率: met in time
  overdue,     // 逾期率: not met in time
  attendance,  // 出席率: present of those due
};

template <>
ZHIBU_EXPORT std::span<const Name<RateKind>> names();

// So many of so many. Both numbers are kept, so that rates can be added up and nothing is rounded.
struct ZHIBU_EXPORT Rate {
  std::int64_t numerator = 0;
  std::int64_t denominator = 0;

  // As a number from 0 to 1; nothing where there is nothing to take a share of, which is neither
  // 0 % nor 100 %.
  std::optional<double> value() const;

  friend bool operator==(const Rate&, const Rate&) = default;
};

// The rate of both together: of two branches, or of two quarters.
ZHIBU_EXPORT Rate operator+(Rate a, Rate b);

// How much of what had to be met by the day of the audit was met in time, and how much was not.
//
//   const Tally t = …;                  // 5 satisfied, 1 late, 2 overdue, 3 due, 4 not applicable
//   execution_rate(t);                  // 5 of 8
//   overdue_rate(t);                    // 3 of 8: what was made up for late was overdue
//   execution_rate(Tally{}).value();    // nothing
//
// Counted is what is satisfied (from the day on which it is, also where its window is still open),
// satisfied late or overdue. What is upcoming, due, waived or not applicable stands outside: it is
// neither met nor missed. The two rates add up to one. The rates of some findings, such as those of
// one unit, are those of their standings.
ZHIBU_EXPORT Rate execution_rate(const Tally& tally);
ZHIBU_EXPORT Rate execution_rate(std::span<const Standing> standings);
ZHIBU_EXPORT Rate execution_rate(const Findings& findings);
ZHIBU_EXPORT Rate overdue_rate(const Tally& tally);
ZHIBU_EXPORT Rate overdue_rate(std::span<const Standing> standings);
ZHIBU_EXPORT Rate overdue_rate(const Findings& findings);

// How many of the persons due were present (实到 of 应到), over all that was held in `period`, or
// held by `unit` alone. A record that is voided, or that does not have both numbers, stands
// outside.
ZHIBU_EXPORT Rate attendance_rate(const Records& records, Period period,
                                  std::optional<UnitId> unit = {});

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

// What findings can be counted by.
enum class By : std::uint8_t {
  cluster,   // 片组: of the bearer, or of the unit where a person owes
  unit,      // 党组织: the bearer, or the unit where a person owes
  rule,      // 条款
  activity,  // 活动
};

template <>
ZHIBU_EXPORT std::span<const Name<By>> names();

// How many findings of one group stand how. There is no score and no rank: a number is held against
// what was owed, not against another unit.
struct Tally {
  std::string code;               // of the cluster, unit or rule, or the activity's key; "" where
                                  // the bearer belongs to no such group
  std::string name;               // what people read for it, in Chinese
  std::array<int, 7> standing{};  // by Standing

  int count(Standing s) const { return standing[static_cast<std::size_t>(s)]; }
  int owed() const;  // all but those not applicable
};

// Counts findings by group: clusters, units and rules in the order of their collection, activities
// in the order of the enumeration, and last what belongs to no group. Groups without findings are
// left out. The tallies add up to the findings. A unit's cluster is the one that it, or else the
// nearest unit above it, works in on the last day of the window, or on the day of the audit where
// that is earlier: a Party group has its branch's, and a move leaves past counts as they were.
ZHIBU_EXPORT std::vector<Tally> rollup(const Findings& findings, const Roster& roster, By by);

}  // namespace zhibu

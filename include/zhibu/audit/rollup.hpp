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
  tree,       // 党组织及下级: the organization, with all that stands under it
  cluster,    // 片组: of the bearer, or of the unit where a person owes
  workplace,  // 所在单位: likewise
  unit,       // 党组织: the bearer, or the unit where a person owes
  rule,       // 条款
  activity,   // 活动
  month,      // 月份: in which it falls due
  quarter,    // 季度: likewise
};

template <>
ZHIBU_EXPORT std::span<const Name<By>> names();

// How many findings of one group stand how. There is no score and no rank: a number is held against
// what was owed, not against another unit. See rate.hpp for the rates of the field.
struct Tally {
  std::string code;  // of the cluster, workplace, unit or rule, the activity's key, "2017-03" or
                     // "2017-Q1"; "" where the bearer belongs to no such group
  std::string name;  // what people read for it, in Chinese
  std::array<int, 7> standing{};  // by Standing

  int count(Standing s) const { return standing[static_cast<std::size_t>(s)]; }
  int owed() const;  // all but those not applicable
};

// Counts findings by group: clusters, workplaces, units and rules in the order of their collection,
// activities in the order of the enumeration, months and quarters in the order of time, and last
// what belongs to no group. Groups without findings are left out.
//
//   for (const Tally& t : rollup(findings, roster, By::tree))
//     std::cout << t.name << ' ' << t.count(Standing::overdue) << '\n';  // the committee's first
//
// Where a unit belongs is asked for the last day on which the rule binds, or for the day of the
// audit where that is earlier, but for no day before the rule binds: a move leaves past counts as
// they were. A unit's cluster is the one that it, or else the nearest unit above it, works in; a
// joint branch counts in the first of its workplaces, and a Party group in its branch's. Units and
// clusters are named as they were on the day of the audit.
//
// By tree, a finding counts for its unit and for every one above it, each unit before those under
// it as they stand on the day of the audit, and then those that do not. The tallies of the units at
// the top add up to the findings, and a unit's own with those of the units under it to the unit's,
// wherever none was moved in between. By all else, all tallies add up to the findings.
ZHIBU_EXPORT std::vector<Tally> rollup(const Findings& findings, const Roster& roster, By by);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string_view>

#include "nation.hpp"

namespace organization_benchmark {

// Calls `row(unit, begin, end, name, parent)` for each state that a unit has been in, and
// `row(person, branch, begin, end)` for each home membership; a change splits one in two.
template <class Row>
void for_each_state(const Nation& nation, Row row) {
  auto change = nation.changes.begin();
  const Units& units = nation.units;
  for (std::uint32_t unit = 0; unit < units.kinds.size(); ++unit) {
    const bool changes = change != nation.changes.end() && change->unit == unit;
    row(unit, units.founded_on[unit], changes ? change->on : never, units.names[unit],
        units.parents[unit]);
    if (!changes) continue;
    const bool renamed = !change->name.empty();
    row(unit, change->on, never, renamed ? std::string_view{change->name} : units.names[unit],
        renamed ? units.parents[unit] : change->parent);
    ++change;
  }
}

template <class Row>
void for_each_stay(const Nation& nation, Row row) {
  auto transfer = nation.transfers.begin();
  for (std::uint32_t person = 0; person < nation.members.names.size(); ++person) {
    const bool moves = transfer != nation.transfers.end() && transfer->person == person;
    row(person, nation.members.branches[person], joined_on(nation, person),
        moves ? transfer->on : never);
    if (!moves) continue;
    row(person, transfer->to, transfer->on, never);
    ++transfer;
  }
}

}  // namespace organization_benchmark

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>

#include "organization/columns.hpp"

namespace zhibu {

// Changes a unit in some of its fields from a day on, on which it stands. Each stays changed until
// it was known to change again.
//
//   ChangeOfUnit change{columns, unit, on};
//   change.after().name = "县卫健局党支部";
//   change.apply();
class ChangeOfUnit {
 public:
  ChangeOfUnit(RosterColumns& columns, UnitId unit, Date on);

  // What it is to be from that day on; at first, what it is.
  UnitState& after() { return after_; }

  // From that day on up to the next on which it was known to come under another parent.
  Period days_of_parent() const;

  void apply();

 private:
  // Which of the fields.
  using Changed = std::array<bool, RowColumns<UnitState>::count>;

  static Changed difference(const UnitState& a, const UnitState& b);
  UnitState state(Timelines::Number row) const;
  UnitState with_changes(UnitState state, const Changed& changed) const;
  Timelines::Number push(const UnitState& state);

  RosterColumns* columns_;
  UnitId unit_;
  Date on_;
  Timeline<Timelines::Number> timeline_;
  UnitState before_;
  UnitState after_;
};

}  // namespace zhibu

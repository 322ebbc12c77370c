// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <span>
#include <vector>

#include "zhibu/audit/progress.hpp"
#include "zhibu/organization/unit.hpp"

namespace audit_benchmark {

// The year that is held and audited, and the day it is audited on: ten months have ended, and
// three quarters.
inline const zhibu::Period year{zhibu::Date{2025, 1, 1}, zhibu::Date{2026, 1, 1}};
inline const zhibu::Date as_of{2025, 11, 30};

// Records as columns.
struct Held {
  std::vector<zhibu::UnitId> units;
  std::vector<zhibu::Activity> activities;
  std::vector<zhibu::Date> held_on;

  zhibu::HeldColumns columns() const { return {units, activities, held_on}; }
};

enum class Order { of_arrival, by_unit };

// What units of these kinds, by their handles, held in the year: of what a branch owes nineteen in
// twenty, a few of them in the month after; and things that nobody asked for. A nation has about
// 246 million. Records that arrive are in no order at all. Always the same for the same units.
Held held_in_the_year(std::span<const zhibu::UnitKind> kinds, Order order);

}  // namespace audit_benchmark

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schedule/stretches.hpp"
#include "schedule/windows.hpp"
#include "steps.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// Somebody who owes something in a window.
struct Owing {
  Bearer bearer;
  Window window;
  Period bound;  // the days of the window on which the provision binds them, without a gap
  std::optional<UnitId> at;
  std::optional<std::size_t> exemption;  // the place in Provision::exemptions of what lifts it
};

// All whom `provision` binds on any day of its windows, in the order of the roster, then of time.
// Throws std::invalid_argument if its scope names a unit that the roster does not have. Whom it
// looks at is a step each: so many as steps_of() says.
std::vector<Owing> bearers(const Roster& roster, const Provision& provision, const Windows& windows,
                           Steps& steps);
std::size_t steps_of(const Provision& provision, const Roster& roster);

// A unit, and the days on which a scope means it.
struct MeantUnit {
  UnitId unit;
  Timeline<Unit> history;
  Stretches days;
};

// The units that a scope means on any day, in the order of the roster. Throws as bearers() does.
std::vector<MeantUnit> units_of(const Roster& roster, const EveryUnit& scope, Steps& steps);
std::vector<MeantUnit> units_of(const Roster& roster, const TheseUnits& scope, Steps& steps);

// The days on which a scope means a unit by what it is, whatever the scope says of groups.
Stretches days_of(const EveryUnit& scope, const Timeline<Unit>& history);

// The first exemption of `provision`, by its place, that lifts it from a unit on any of these days.
std::optional<std::size_t> exemption_of(const Provision& provision, const Timeline<Unit>& history,
                                        Period days);

// Those who owe in person.
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const HoldersOf& scope, Steps& steps);
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const EveryPerson& scope, Steps& steps);

}  // namespace zhibu

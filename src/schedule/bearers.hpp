// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "schedule/windows.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// Somebody who owes something in a window.
struct Owing {
  Bearer bearer;
  Window window;
  std::optional<UnitId> at;
  std::optional<std::size_t> exemption;  // the place in Provision::exemptions of what lifts it
};

// All who owe what `provision` demands, in its windows, in the order of the roster, then of time.
// Throws std::invalid_argument if its scope names a unit that the roster does not have.
std::vector<Owing> bearers(const Roster& roster, const Provision& provision,
                           const Windows& windows);

// The units that a scope may mean, and whether it means a unit as it stands on some day. The first
// throws as bearers() does.
std::vector<UnitId> units_of(const Roster& roster, const EveryUnit& scope);
std::vector<UnitId> units_of(const Roster& roster, const TheseUnits& scope);
bool means(const EveryUnit& scope, const Unit& unit);
bool means(const TheseUnits& scope, const Unit& unit);

// The first exemption of `provision` that lifts it from `unit`, by its place.
std::optional<std::size_t> exemption_of(const Provision& provision, const Unit& unit);

// Those who owe in person.
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const HoldersOf& scope);
std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const EveryPerson& scope);

}  // namespace zhibu

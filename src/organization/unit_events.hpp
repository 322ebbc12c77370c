// SPDX-License-Identifier: BSL-1.0
//
// What all events of units have in common: what they refuse, and that they are entered.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "organization/columns.hpp"

namespace zhibu {

[[noreturn]] void refuse(const std::string& found, const std::string& accepted);

// A unit as messages show it: the unit 'B01'.
std::string named(const RosterColumns& columns, UnitId unit);

// Throw std::invalid_argument unless the unit stands on that day; unless a text can be kept.
void require_standing(const RosterColumns& columns, UnitId unit, Date on);
void require_short(std::string_view text);

// Whether a unit ends by such an event, unless it goes on; and whether it did, not on a day that
// was known when it was added.
bool may_end(EventKind kind);
bool ended_by_an_event(const RosterColumns& columns, UnitId unit);

// Throws std::invalid_argument where `parent` stands under `unit` on one of `days`, and where it is
// entered that it ends before they do: what stands under it is to be brought elsewhere first.
void require_under(const RosterColumns& columns, UnitId unit, UnitId parent, Period days);

EventId enter(RosterColumns& columns, EventKind kind, UnitId unit, Date on,
              std::string_view document, std::optional<UnitId> other = std::nullopt);

}  // namespace zhibu

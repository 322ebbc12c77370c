// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>

#include "organization/columns.hpp"

namespace zhibu {

// A unit that on some day stands, by its parents, under itself; nothing where there is none. For
// rosters that were read: time and memory stay within the size of the roster, whatever it is, but
// for a factor that grows with its logarithm.
std::optional<UnitId> unit_in_a_circle(const RosterColumns& columns);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string>

#include "zhibu/organization/roster.hpp"

namespace zhibu {

// What a unit was called on that day, whatever it is called today; where it did not stand, what it
// was called last.
inline std::string name_on(const Roster& roster, UnitId unit, Date day) {
  const std::optional<Unit> then = roster.at(unit, day);
  return std::string{then ? then->name : roster[unit].name};
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "zhibu/id.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A committee member's contact branch (联系点): the unit that `person` visits and guides.
struct Contact {
  PersonId person;
  UnitId unit;
  Period period;
};

}  // namespace zhibu

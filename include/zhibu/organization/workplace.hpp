// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>

#include "zhibu/id.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A body in which organizations of the Party are formed (所在单位) and which is none itself: a
// bureau, a school class, an association, an enterprise.
struct Workplace {
  WorkplaceId id = {};    // issued by the roster
  std::string_view code;  // "YS-W01", unique in the roster
  std::string_view name;  // "县政府办"
  std::string_view nature =
      {};  // 单位性质: "党政机关", "班级", "社团", or "" where none is recorded
};

// A unit being formed in a workplace, for as long as that lasts. A joint branch has several, and
// several branches may share one.
struct UnitWorkplace {
  UnitId unit;
  WorkplaceId workplace;
  Period period;
};

}  // namespace zhibu

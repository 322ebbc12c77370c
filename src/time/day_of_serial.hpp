// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>

#include "zhibu/time/date.hpp"

namespace zhibu {

// The day of a serial number that is known to lie within the range of Date, which is not looked at
// again: for loops that make thousands of days.
struct DayOfSerial {
  static constexpr Date at(std::int32_t serial) { return Date{serial}; }
};

}  // namespace zhibu

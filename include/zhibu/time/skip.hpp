// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// What becomes of a day that a month or year lacks: SKIP of RFC 7529, section 4.1.
//
// The 31st in a month of 30 days, day 30 of a lunar month of 29, a leap month in a year without it.
enum class Skip : std::uint8_t {
  omit,      // 略过: there is no such day that time
  backward,  // 提前: the last day before it; for a leap month, the month of the same number
  forward,   // 顺延: the first day of the month after it; for a leap month, the month after it
};

template <>
ZHIBU_EXPORT std::span<const Name<Skip>> names();

}  // namespace zhibu

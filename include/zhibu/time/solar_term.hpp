// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The day of a solar term (节气) in a Gregorian year from 1850 to 2200.
//
//   solar_term(2027, "清明");  // 2027-04-05
//
// Throws std::invalid_argument for a year outside the table (src/time/solar_terms.csv), or for a
// name that is none of the 24, which it lists.
ZHIBU_EXPORT Date solar_term(int year, std::string_view name);

}  // namespace zhibu

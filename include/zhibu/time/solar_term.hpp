// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The names of the 24 solar terms (节气), in the order in which they fall in a Gregorian year: from
// 小寒 in early January to 冬至 in late December, two in each month.
ZHIBU_EXPORT std::span<const std::string_view> solar_terms();

// The day of a solar term (节气) in a Gregorian year from 1850 to 2200.
//
//   solar_term(2027, "清明");  // 2027-04-05
//
// Throws std::invalid_argument for a year outside the table (src/time/solar_terms.csv), or for a
// name that is none of the 24, which it lists.
ZHIBU_EXPORT Date solar_term(int year, std::string_view name);

// The solar term (节气) that falls on a day, or nothing where none does.
//
//   solar_term_on(Date{2027, 4, 5});  // "清明"
//   solar_term_on(Date{2027, 4, 6});  // nothing
//
// Throws std::invalid_argument for a day outside the years 1850 to 2200.
ZHIBU_EXPORT std::optional<std::string_view> solar_term_on(Date day);

}  // namespace zhibu

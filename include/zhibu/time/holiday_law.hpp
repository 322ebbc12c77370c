// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// One text of 全国年节及纪念日放假办法, by which days are off for the whole population (article 2).
struct HolidayLaw {
  std::string_view number;  // "国务院令第795号"
  Date adopted;             // 2024-11-10
  Period in_force;          // 2025-01-01..
  int days = 0;             // off in a year, by article 2: 13
  bool read = false;        // false: only reports of it were seen, and no day is off by it here
  std::string_view source;  // where it was read, or "reported"

  friend bool operator==(const HolidayLaw&, const HolidayLaw&) = default;
};

// The five texts of the holiday law, oldest first, from src/time/holiday_laws.csv.
ZHIBU_EXPORT std::vector<HolidayLaw> holiday_laws();

// The text of the holiday law in force on `day`, or nothing before the first, of 1949-12-23.
//
//   holiday_law(Date{2024, 12, 31})->number;  // "国务院令第644号"
//   holiday_law(Date{1990, 5, 1})->read;      // false
ZHIBU_EXPORT std::optional<HolidayLaw> holiday_law(Date day);

}  // namespace zhibu

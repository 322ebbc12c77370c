// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A festival or memorial day that has a name, and the law or custom behind it.
struct Festival {
  std::string_view id;           // "mid_autumn"
  std::string_view name;         // "中秋节"
  std::string_view name_en;      // "Mid-Autumn Festival"
  std::string_view legal_basis;  // "国务院令第513号 第二条(六)", or "custom"
};

// All that are known, from src/time/festivals.csv.
ZHIBU_EXPORT std::vector<Festival> festivals();

// The first day of a festival in the Gregorian year `year`, or nothing where it was not yet held
// that year or does not fall in it: 腊八 may come twice in one year, of which this is the first,
// and not at all in another.
//
//   festival(2027, "春节");    // 2027-02-06
//   festival(2017, "重阳节");  // 2017-10-28
//   festival(2000, "烈士纪念日");  // nothing: it was set up in 2014
//
// Takes an id, a Chinese name or a usual short name (七一, 八一, 重阳). Throws
// std::invalid_argument that names the nearest for a name that there is not, or if `year` lies
// outside the lunar table where the festival is a lunar one.
ZHIBU_EXPORT std::optional<Date> festival(int year, std::string_view name);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// By what the rows of festivals.csv name a day.
enum class AnchorKind : std::uint8_t {
  solar,       // month and day of the Gregorian calendar: "05-01"
  lunar,       // month and day of the Chinese calendar, or its eve: "08-15", "除夕"
  solar_term,  // "清明"
};

template <>
std::span<const Name<AnchorKind>> names();

// A day of every year, as such a row names it.
struct SolarDay {
  int month, day;
};
struct LunarDay {
  int month, day;
};
struct LunarNewYearsEve {};
struct SolarTerm {
  std::string_view name;
};
using Anchor = std::variant<SolarDay, LunarDay, LunarNewYearsEve, SolarTerm>;

// Throws std::invalid_argument if `text` names no day.
Anchor parse_anchor(AnchorKind kind, std::string_view text);

// The first day that the anchor names in the Gregorian year `year`. A lunar day late in its year
// may belong to the lunar year before. Throws std::invalid_argument where there is none.
Date in_year(const Anchor& anchor, int year);

// The days of "05-01..05-03", or the one day of "05-01".
std::vector<Date> anchored_days(int year, AnchorKind kind, std::string_view days);

}  // namespace zhibu

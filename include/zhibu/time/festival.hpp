// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// Whom the law gives a day off, or a part of one.
enum class DayOff : std::uint8_t {
  none,           // 不放假: custom, or a law that gives none
  some_citizens,  // 部分公民放假: women, the young, children, servicemen (article 3)
  all_citizens,   // 全体公民放假: a statutory holiday (article 2)
};

template <>
ZHIBU_EXPORT std::span<const Name<DayOff>> names();

// A festival or memorial day that has a name, and the law or custom behind it.
//
// A festival whose law changed has one Festival for each text; they differ in what stands below.
struct Festival {
  std::string_view id;       // "mid_autumn"
  std::string_view name;     // "中秋节"
  std::string_view name_en;  // "Mid-Autumn Festival"

  std::string_view legal_basis;  // "国务院令第513号 第二条（六）", or "custom"
  DayOff day_off = DayOff::none;
  Period held;  // while this is its law; from 1400-01-01, the first day there is, where always

  friend bool operator==(const Festival&, const Festival&) = default;
};

// All that are known, from src/time/festivals.csv. Those of one festival stand in the order of
// their laws.
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

// A festival as the law has it on a day, or nothing where it was not yet held.
//
//   festival_law(Date{2020, 1, 24}, "除夕")->day_off;     // none: 2014 to 2024 it gave no day off
//   festival_law(Date{2025, 1, 28}, "除夕")->day_off;     // all_citizens
//   festival_law(Date{2025, 1, 28}, "除夕")->legal_basis; // "国务院令第795号 第二条（二）"
//
// `day` need not be a day of the festival. Takes names and throws as festival does.
ZHIBU_EXPORT std::optional<Festival> festival_law(Date day, std::string_view name);

// The days of a festival in the Gregorian year `year`, in order: those that the law in force gives
// off, or its one day where that gives none.
//
//   festival_days(2026, "春节");    // 2026-02-16 to 2026-02-19: 除夕 to 初三
//   festival_days(2013, "春节");    // 2013-02-09 to 2013-02-11: 除夕 to 初二
//   festival_days(2026, "七一");    // 2026-07-01
//
// Weekends and swapped days about them, which make the break, are the Calendar's. Takes names and
// throws as festival does.
ZHIBU_EXPORT std::vector<Date> festival_days(int year, std::string_view name);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// What kind of day a day is for those who work by the State Council's arrangements.
enum class DayKind : std::uint8_t {
  workday,            // 工作日
  weekend,            // 周末
  statutory_holiday,  // 法定节假日: a day of article 2 of the holiday law
  swapped_holiday,    // 调休放假: a weekday off, made up for on another day
  break_weekend,      // 假期内周末: a weekend within or beside a break
  makeup_workday,     // 调休上班: a Saturday or Sunday that is worked
};

template <>
ZHIBU_EXPORT std::span<const Name<DayKind>> names();

// How well a calendar knows a day.
//
// What is decreed can still be changed, and was in 2003, 2015, 2019 and 2020. And the last days of
// a year are decreed by the arrangement of that year, until that of the next reaches back to them:
// 11 of the 26 from 2001 to 2026 did, none of them to a day before 29 December.
enum class Certainty : std::uint8_t {
  decreed,    // 已公布: by the arrangement of its year, or that of the next
  projected,  // 推定: by the statute alone; the arrangement is not out and may still change it
  unknown,    // 未知
};

template <>
ZHIBU_EXPORT std::span<const Name<Certainty>> names();

// One day, what it is, and by which notice.
struct Day {
  Date date;
  DayKind kind = DayKind::workday;
  std::string_view name;  // of the festival, "国庆节", or ""
  std::string_view notice;  // "国办发明电〔2025〕7号" of the arrangement that covers it, or ""
  Certainty certainty = Certainty::unknown;
  std::optional<int> arrangement_year = {};  // of that arrangement: 2019 for 2018-12-29

  friend bool operator==(const Day&, const Day&) = default;
};

}  // namespace zhibu

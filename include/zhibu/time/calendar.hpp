// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

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
enum class Certainty : std::uint8_t {
  decreed,    // 已公布: by the arrangement of its year
  projected,  // 推定: by the statute alone; the arrangement is not out and may still change it
  unknown,    // 未知
};

template <>
ZHIBU_EXPORT std::span<const Name<Certainty>> names();

// Where a day goes that falls on no workday.
enum class ShiftPolicy : std::uint8_t { none, previous_workday, next_workday, nearest_workday };

template <>
ZHIBU_EXPORT std::span<const Name<ShiftPolicy>> names();

// One day, what it is, and by which notice.
struct Day {
  Date date;
  DayKind kind = DayKind::workday;
  std::string_view name;  // of the festival, "国庆节", or ""
  std::string_view notice;  // "国办发明电〔2025〕7号" of the arrangement that covers it, or ""
  Certainty certainty = Certainty::unknown;

  friend bool operator==(const Day&, const Day&) = default;
};

// A shift: the policy, and how many days it may go at most.
struct Shift {
  ShiftPolicy policy = ShiftPolicy::none;
  int max_days = 7;

  friend constexpr bool operator==(const Shift&, const Shift&) = default;
};

// A day as a rule names it, and as it was moved.
struct Shifted {
  Date nominal;
  Date actual;
  bool within_limit = true;  // false: no workday was near enough, and `actual` is `nominal`

  friend constexpr bool operator==(const Shifted&, const Shifted&) = default;
};

// Which days are worked in China, and what is known of each.
//
//   Calendar calendar = Calendar::china();
//   calendar.is_workday(Date{2026, 10, 10});      // true: a make-up Saturday
//   calendar.day(Date{2027, 2, 6}).certainty;     // projected
//   calendar.shift(Date{2026, 1, 10}, {ShiftPolicy::nearest_workday, 7}).actual;  // 2026-01-09
//
// It holds the arrangements of the State Council for 2001 to 2026. A day that the arrangement of
// its year does not mention is decreed to be what its weekday says. Later days are projected from
// the statute; days before the law of 1999-09-18 and beyond the lunar table are unknown. The
// arrangement of a year may reach back into the December before it, and is then known with it.
//
// A value; texts of its days live as long as it does.
class ZHIBU_EXPORT Calendar {
 public:
  Calendar(const Calendar& other);
  Calendar(Calendar&& other) noexcept;
  Calendar& operator=(const Calendar& other);
  Calendar& operator=(Calendar&& other) noexcept;
  ~Calendar();

  static Calendar china();

  // Reads a calendar's settings from a TOML file: `country = "china"`, and further or local days as
  // `[[day]]` with `date`, `kind` (the keys of DayKind), `name` and `notice`; they are decreed, and
  // override what was there. Throws std::invalid_argument with file, line, what was found and what
  // would be accepted: also for a day that stands twice, or whose kind
  // its weekday contradicts.
  static Calendar load(const std::filesystem::path& file);

  Day day(Date date) const&;
  Day day(Date date) const&& = delete;  // its texts would not outlive the calendar

  // Throws std::invalid_argument for a day of which nothing is known, and says what is.
  bool is_workday(Date date) const;

  // The last day of the last year whose arrangement is known.
  Date decreed_through() const;

  // Moves a day to a workday. nearest_workday takes the earlier of two that are equally near.
  // Throws as is_workday does.
  Shifted shift(Date date, Shift shift) const;

  // How many workdays the period has. Throws as is_workday does.
  int workdays_between(Period period) const;

 private:
  struct Days;
  explicit Calendar(std::unique_ptr<Days> days);
  std::unique_ptr<Days> days_;
};

}  // namespace zhibu

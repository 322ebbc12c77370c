// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "time/arrangement.hpp"
#include "time/counted_set.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {

// What a calendar knows: a byte for every day that it knows anything of, a row for each day that an
// arrangement or the settings name, and which days are worked.
class CalendarDays {
 public:
  // What is said of a day that an arrangement or the settings name.
  struct Row {
    std::string name;
    std::string notice;
    std::optional<int> year;  // of its arrangement
    friend bool operator==(const Row&, const Row&) = default;
  };

  // What the statute and the arrangements of the State Council say (src/time/*.csv).
  static const CalendarDays& china();

  // The same days, with these decreed on top of them: first the arrangements, in their order.
  CalendarDays with(std::span<const Arrangement> arrangements,
                    std::span<const ArrangedDay> days) const;

  Day day(Date date) const;
  Date decreed_through() const;

  // The place of a day among those that are known. Throws std::invalid_argument for any other.
  std::uint32_t place(Date day) const {
    const std::uint32_t place = offset(day);
    if (place >= kinds_.size()) throw_unknown(day);
    return place;
  }
  Date at(std::uint32_t place) const { return first_ + static_cast<int>(place); }

  Certainty certainty(std::uint32_t place) const {
    return (kinds_[place] & decreed) != 0 ? Certainty::decreed : Certainty::projected;
  }
  const CountedSet& workdays() const { return workdays_; }

  // "2000-01-01 to 2200-12-31"
  std::string known() const;

  // What is decreed, as an archive keeps it: all else follows from it. restored() throws
  // std::invalid_argument for a year or a day that is not known, a kind that its weekday
  // contradicts, and the day of an arrangement that there is not.
  const std::map<int, std::string>& notices() const { return notices_; }
  const std::map<Date, Row>& rows() const { return rows_; }
  static CalendarDays restored(std::map<int, std::string> notices,
                               std::span<const std::pair<ArrangedDay, std::optional<int>>> days);

  friend bool operator==(const CalendarDays& a, const CalendarDays& b) {
    return a.first_ == b.first_ && a.kinds_ == b.kinds_ && a.rows_ == b.rows_ &&
           a.notices_ == b.notices_;
  }

 private:
  static constexpr std::uint8_t decreed = 0x80;

  CalendarDays();

  [[noreturn]] void throw_unknown(Date day) const;
  std::uint32_t offset(Date day) const { return static_cast<std::uint32_t>(day - first_); }
  DayKind kind(std::uint32_t place) const { return static_cast<DayKind>(kinds_[place] & ~decreed); }

  void decree(const Arrangement& arrangement);
  void decree(const ArrangedDay& day, const Arrangement* arrangement);
  void forget(int year);
  void fall_back(Date day);
  void set(Date day, DayKind kind, bool by_decree);
  void count_workdays();

  Date first_;                       // the first day that is known
  std::vector<std::uint8_t> kinds_;  // of each day from then on: its kind, and whether decreed
  std::map<Date, Row> rows_;
  std::map<int, std::string> notices_;  // of each year that is decreed as a whole
  CountedSet workdays_;
};

}  // namespace zhibu

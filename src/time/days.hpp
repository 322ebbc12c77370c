// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "zhibu/time/calendar.hpp"

namespace zhibu {

// What a calendar knows: a byte for every day that it knows anything of, and a row for each day
// that has a name or a notice of its own.
struct Calendar::Days {
  // What the statute and the arrangements of the State Council say (src/time/*.csv).
  static Days china();

  // Sets a day by decree. Throws std::invalid_argument if the calendar cannot hold the day.
  void decree(Date day, DayKind kind, std::string name, std::string notice);

  bool knows(Date day) const {
    return first <= day && day - first < static_cast<int>(kinds.size());
  }
  DayKind kind(Date day) const { return static_cast<DayKind>(at(day) & ~decreed); }
  bool is_decreed(Date day) const { return (at(day) & decreed) != 0; }
  Date last() const { return first + (static_cast<int>(kinds.size()) - 1); }

  struct Named {
    std::string name;
    std::string notice;
  };

  Date first;                       // the first day that is known
  std::vector<std::uint8_t> kinds;  // of each day from then on: its kind, and whether decreed
  std::map<Date, Named> named;
  std::map<int, std::string> notices;  // of each year that is decreed as a whole

 private:
  static constexpr std::uint8_t decreed = 0x80;

  std::uint8_t at(Date day) const { return kinds[static_cast<std::size_t>(day - first)]; }
  void set(Date day, DayKind kind, bool by_decree);
  void project();
  void arrange();
};

}  // namespace zhibu

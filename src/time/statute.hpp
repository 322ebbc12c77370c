// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <map>
#include <string>

#include "zhibu/time/date.hpp"
#include "zhibu/time/day.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What the texts of the holiday law that were read say of the days.
struct Statute {
  Period known;                     // from the first of them to the end of the lunar table
  std::map<Date, std::string> off;  // by article 2, with the festival, or both: "国庆节、中秋节"

  // What a day is by the statute, or else by its weekday.
  DayKind kind(Date day) const;

  // What a day is that is off, or worked, by an arrangement.
  DayKind kind(Date day, bool worked) const;
};

const Statute& statute();

bool is_weekend(Date day);
bool is_worked(DayKind kind);

}  // namespace zhibu

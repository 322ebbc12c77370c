// SPDX-License-Identifier: BSL-1.0

#include "time/statute.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "time/lunar_months.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/holiday_law.hpp"

namespace zhibu {

namespace {

// Whether a festival's days are off by a text that was read.
bool is_off_by_law(const Festival& f) {
  return f.day_off == DayOff::all_citizens &&
         std::ranges::any_of(holiday_laws(), [&](const auto& law) {
           return law.read && f.legal_basis.starts_with(law.number);
         });
}

Statute read_statute() {
  const std::vector<HolidayLaw> laws = holiday_laws();
  const int last_year = LunarMonths::table().last_year();
  const auto first = std::ranges::find(laws, true, &HolidayLaw::read);
  Statute statute{{first->in_force.begin, Date{last_year + 1, 1, 1}}, {}};
  std::map<Date, std::string_view> by;
  for (const Festival& f : festivals()) {
    if (!is_off_by_law(f)) continue;
    const int last = std::min(f.held.last().year(), last_year);
    for (int year = f.held.begin.year(); year <= last; ++year) {
      for (const Date day : festival_days(year, f.id)) {
        if (!f.held.contains(day) || !statute.known.contains(day)) continue;
        std::string& name = statute.off[day];
        // 除夕 stands under the item of 春节, which follows it and counts it among its days.
        const bool same_item = std::exchange(by[day], f.legal_basis) == f.legal_basis;
        if (same_item) name.clear();
        name.append(name.empty() ? "" : "、").append(f.name);
      }
    }
  }
  return statute;
}

}  // namespace

bool is_weekend(Date day) { return weekday(day) >= Weekday::saturday; }
bool is_worked(DayKind kind) { return kind == DayKind::workday || kind == DayKind::makeup_workday; }

const Statute& statute() {
  static const Statute read = read_statute();
  return read;
}

DayKind Statute::kind(Date day) const {
  if (off.contains(day)) return DayKind::statutory_holiday;
  return is_weekend(day) ? DayKind::weekend : DayKind::workday;
}

DayKind Statute::kind(Date day, bool worked) const {
  if (worked) return is_weekend(day) ? DayKind::makeup_workday : DayKind::workday;
  if (off.contains(day)) return DayKind::statutory_holiday;
  return is_weekend(day) ? DayKind::break_weekend : DayKind::swapped_holiday;
}

}  // namespace zhibu

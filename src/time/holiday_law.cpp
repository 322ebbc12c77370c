// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/holiday_law.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"
#include "time/statute.hpp"
#include "zhibu/time/festival.hpp"

namespace zhibu {

namespace {

const std::vector<HolidayLaw>& laws() {
  static const std::vector<HolidayLaw> rows = [] {
    constexpr Column columns[] = {{"number", true}, {"adopted", true}, {"from", true},  {"to"},
                                  {"days", true},   {"read", true},    {"source", true}};
    Faults faults;
    // The texts of a law are views into the table, which therefore lives on.
    static const Table read{"src/time/holiday_laws.csv", embedded::holiday_laws, columns, faults};
    std::vector<HolidayLaw> laws;
    for (const Row& row : read) {
      const Date from = *row.read_required("from", parse_date);
      const std::optional<Date> to = row.read("to", parse_date);
      laws.push_back({row.required("number"), *row.read_required("adopted", parse_date),
                      to ? Period{from, *to + 1} : since(from),
                      *row.read_required("days", parse_integer),
                      *row.read_required("read", parse_yes_no), row.required("source")});
    }
    faults.throw_if_any();
    return laws;
  }();
  return rows;
}

// Whether a festival's days are off by a text that was read.
bool is_off_by_law(const Festival& f) {
  return f.day_off == DayOff::all_citizens && std::ranges::any_of(laws(), [&](const auto& law) {
           return law.read && f.legal_basis.starts_with(law.number);
         });
}

constexpr int last_year = 2200;  // of the lunar table and the solar terms

Statute read_statute() {
  const auto first = std::ranges::find(laws(), true, &HolidayLaw::read);
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
        name = name.empty() || same_item ? f.name : name + "、" + std::string{f.name};
      }
    }
  }
  return statute;
}

}  // namespace

std::vector<HolidayLaw> holiday_laws() { return laws(); }

std::optional<HolidayLaw> holiday_law(Date day) {
  for (const HolidayLaw& law : laws())
    if (law.in_force.contains(day)) return law;
  return std::nullopt;
}

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

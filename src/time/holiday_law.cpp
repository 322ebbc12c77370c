// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/holiday_law.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "cell.hpp"
#include "embedded.hpp"
#include "quote.hpp"
#include "table.hpp"
#include "time/anchor.hpp"
#include "time/statute.hpp"

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

HolidayLaw law_of_number(std::string_view number) {
  const auto law = std::ranges::find(laws(), number, &HolidayLaw::number);
  if (law == laws().end())
    throw std::invalid_argument("no such text of the holiday law: " + quote(number) +
                                "; accepted: those of src/time/holiday_laws.csv");
  return *law;
}

constexpr int last_year = 2200;  // of the lunar table and the solar terms

Statute read_statute() {
  constexpr Column columns[] = {
      {"law", true}, {"name", true}, {"kind", true}, {"days", true}, {"item", true}};
  const auto first = std::ranges::find(laws(), true, &HolidayLaw::read);
  Statute statute{{first->in_force.begin, Date{last_year + 1, 1, 1}}, {}};
  Faults faults;
  for (const Row& row :
       Table{"src/time/statutory_holidays.csv", embedded::statutory_holidays, columns, faults}) {
    const HolidayLaw law = *row.read_required("law", law_of_number);
    const AnchorKind kind = *row.read_required("kind", named<AnchorKind>("kind of day"));
    const int last = std::min(law.in_force.last().year(), last_year);
    for (int year = law.in_force.begin.year(); year <= last; ++year) {
      for (const Date day : anchored_days(year, kind, row.required("days"))) {
        if (!law.in_force.contains(day) || !statute.known.contains(day)) continue;
        std::string& name = statute.off[day];
        name += (name.empty() ? "" : "、") + std::string{row.required("name")};
      }
    }
  }
  faults.throw_if_any();
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

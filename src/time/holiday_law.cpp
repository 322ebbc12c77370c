// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/holiday_law.hpp"

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"

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

}  // namespace

std::vector<HolidayLaw> holiday_laws() { return laws(); }

std::optional<HolidayLaw> holiday_law(Date day) {
  for (const HolidayLaw& law : laws())
    if (law.in_force.contains(day)) return law;
  return std::nullopt;
}

}  // namespace zhibu

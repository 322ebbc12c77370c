// SPDX-License-Identifier: BSL-1.0

#include "time/lunar_months.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"

namespace zhibu {

LunarMonths::LunarMonths() {
  constexpr Column columns[] = {
      {"year", true}, {"new_year", true}, {"leap_month", true}, {"months", true}, {"uncertain"}};
  Faults faults;
  for (const Row& row : Table{"src/time/lunar_years.csv", embedded::lunar_years, columns, faults}) {
    const int year = *row.read_required("year", parse_integer);
    const int leap_month = *row.read_required("leap_month", parse_integer);
    years_.push_back({static_cast<std::int16_t>(size()), static_cast<std::int16_t>(leap_month)});
    add(year, *row.read_required("new_year", parse_date), row.required("months"));
    const std::optional<int> uncertain = row.read("uncertain", parse_integer);
    if (uncertain) uncertain_.push_back(index_of(year, *uncertain, false));
  }
  faults.throw_if_any();
  first_ = months_.front().begin;
  days_ = months_.back().begin + months_.back().days - first_;
}

void LunarMonths::add(int year, Date new_year, std::string_view months) {
  Date begin = new_year;
  int month = 0;
  for (const char digit : months) {
    const bool leap = month != 0 && month == years_.back().leap_month && !months_.back().leap;
    if (!leap) ++month;
    const int days = digit == '1' ? 30 : 29;
    months_.push_back({begin, static_cast<std::int16_t>(year), static_cast<std::int8_t>(month),
                       static_cast<std::int8_t>(days), leap});
    begin = begin + days;
  }
}

const LunarMonths& LunarMonths::table() {
  static const LunarMonths months;
  return months;
}

bool LunarMonths::uncertain(int index) const {
  return std::ranges::binary_search(uncertain_, index);
}

}  // namespace zhibu

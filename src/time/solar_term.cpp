// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/solar_term.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

namespace {

constexpr std::array<std::string_view, 24> terms{
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至"};

struct Years {
  int first = 0;
  std::vector<std::array<Date, terms.size()>> days;
};

std::array<Date, terms.size()> days_of(const Row& row) {
  std::array<Date, terms.size()> days;
  for (std::size_t i = 0; i < terms.size(); ++i)
    days[i] = parse_date(std::string{row.text("year")} + "-" + std::string{row.text(terms[i])});
  return days;
}

const Years& table() {
  static const Years years = [] {
    std::vector<Column> columns{{"year", true}};
    for (const std::string_view term : terms) columns.push_back({term, true});
    Faults faults;
    Years read;
    for (const Row& row :
         Table{"src/time/solar_terms.csv", embedded::solar_terms, columns, faults}) {
      if (read.days.empty()) read.first = *row.read_required("year", parse_integer);
      row.attempt([&] { read.days.push_back(days_of(row)); });
    }
    faults.throw_if_any();
    return read;
  }();
  return years;
}

}  // namespace

Date solar_term(int year, std::string_view name) {
  const auto found = std::ranges::find(terms, name);
  if (found == terms.end()) throw_unknown("solar term", name, terms);
  const Years& years = table();
  const int last = years.first + static_cast<int>(years.days.size()) - 1;
  if (year < years.first || year > last)
    throw std::invalid_argument("no solar terms are known of the year " + std::to_string(year) +
                                "; accepted: the years " + std::to_string(years.first) + " to " +
                                std::to_string(last));
  return years.days[static_cast<std::size_t>(year - years.first)]
                   [static_cast<std::size_t>(found - terms.begin())];
}

}  // namespace zhibu

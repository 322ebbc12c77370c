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

using Days = std::array<Date, terms.size()>;

struct Years {
  int first = 0;
  std::vector<Days> days;

  const Days& of(int year) const {
    const int last = first + static_cast<int>(days.size()) - 1;
    if (year < first || year > last)
      throw std::invalid_argument("no solar terms are known of the year " + std::to_string(year) +
                                  "; accepted: the years " + std::to_string(first) + " to " +
                                  std::to_string(last));
    return days[static_cast<std::size_t>(year - first)];
  }
};

Days days_of(const Row& row) {
  Days days;
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

std::span<const std::string_view> solar_terms() { return terms; }

Date solar_term(int year, std::string_view name) {
  const auto found = std::ranges::find(terms, name);
  if (found == terms.end()) throw_unknown("solar term", name, terms);
  return table().of(year)[static_cast<std::size_t>(found - terms.begin())];
}

std::optional<std::string_view> solar_term_on(Date day) {
  const Days& days = table().of(day.year());
  const bool second = day.day() >= 15;  // of the two terms of a month one falls in each half
  const auto term = static_cast<std::size_t>(2 * (day.month() - 1) + (second ? 1 : 0));
  return days[term] == day ? std::optional{terms[term]} : std::nullopt;
}

}  // namespace zhibu

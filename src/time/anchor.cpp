// SPDX-License-Identifier: BSL-1.0

#include "anchor.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "cell.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/solar_term.hpp"

namespace zhibu {

namespace {

struct MonthDay {
  int month, day;
};

MonthDay parse_month_day(std::string_view text) {
  if (text.size() != 5 || text[2] != '-')
    throw std::invalid_argument("not a month and day: '" + std::string{text} +
                                "'; accepted: MM-DD, as 08-15");
  return {parse_integer(text.substr(0, 2)), parse_integer(text.substr(3, 2))};
}

SolarTerm parse_term(std::string_view name) {
  const auto found = std::ranges::find(solar_terms(), name);
  if (found == solar_terms().end()) throw_unknown("solar term", name, solar_terms());
  return {*found};
}

// What the visitor of an anchor gives for each kind of day.
struct InYear {
  int year;

  Date operator()(SolarDay d) const { return Date{year, d.month, d.day}; }
  Date operator()(SolarTerm term) const { return solar_term(year, term.name); }
  Date operator()(LunarNewYearsEve) const { return lunar_new_years_eve(year); }
  Date operator()(LunarDay d) const {
    // Only these months can end in the next Gregorian year; before year 1 there is no year at all.
    if (d.month > 10 && year > 0) {
      const Date late = LunarDate{year - 1, d.month, d.day}.to_date();
      if (late.year() == year) return late;
    }
    return LunarDate{year, d.month, d.day}.to_date();
  }
};

}  // namespace

template <>
std::span<const Name<AnchorKind>> names() {
  static constexpr Name<AnchorKind> all[] = {
      {AnchorKind::solar, "solar", "公历", "Gregorian day"},
      {AnchorKind::lunar, "lunar", "农历", "lunar day"},
      {AnchorKind::solar_term, "solar_term", "节气", "solar term"},
  };
  return all;
}

Anchor parse_anchor(AnchorKind kind, std::string_view text) {
  if (kind == AnchorKind::solar_term) return parse_term(text);
  if (kind == AnchorKind::lunar && text == "除夕") return LunarNewYearsEve{};
  const MonthDay day = parse_month_day(text);
  if (kind == AnchorKind::lunar) return LunarDay{day.month, day.day};
  return SolarDay{day.month, day.day};
}

Date in_year(const Anchor& anchor, int year) { return std::visit(InYear{year}, anchor); }

std::vector<Date> anchored_days(int year, AnchorKind kind, std::string_view days) {
  const std::size_t dots = days.find("..");
  const Date first = in_year(parse_anchor(kind, days.substr(0, dots)), year);
  const Date last = dots == std::string_view::npos
                        ? first
                        : in_year(parse_anchor(kind, days.substr(dots + 2)), year);
  std::vector<Date> all;
  for (Date day = first; day <= last; day = day + 1) all.push_back(day);
  return all;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "anchor.hpp"

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

Date lunar_day(int year, std::string_view text) {
  if (text == "除夕") return lunar_new_years_eve(year);
  const MonthDay day = parse_month_day(text);
  if (day.month > 10) {  // the only months that can end in the next Gregorian year
    const Date late = LunarDate{year - 1, day.month, day.day}.to_date();
    if (late.year() == year) return late;
  }
  return LunarDate{year, day.month, day.day}.to_date();
}

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

Date anchored(int year, AnchorKind kind, std::string_view day) {
  if (kind == AnchorKind::solar_term) return solar_term(year, day);
  if (kind == AnchorKind::lunar) return lunar_day(year, day);
  const MonthDay solar = parse_month_day(day);
  return Date{year, solar.month, solar.day};
}

std::vector<Date> anchored_days(int year, AnchorKind kind, std::string_view days) {
  const std::size_t dots = days.find("..");
  const Date first = anchored(year, kind, days.substr(0, dots));
  const Date last =
      dots == std::string_view::npos ? first : anchored(year, kind, days.substr(dots + 2));
  std::vector<Date> all;
  for (Date day = first; day <= last; day = day + 1) all.push_back(day);
  return all;
}

}  // namespace zhibu

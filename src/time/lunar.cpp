// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/lunar.hpp"

#include <array>
#include <stdexcept>
#include <string_view>

#include "time/lunar_months.hpp"

namespace zhibu {

namespace {

std::string known_years() {
  const LunarMonths& months = LunarMonths::table();
  return "the lunar years " + std::to_string(months.first_year()) + " to " +
         std::to_string(months.last_year());
}

std::string known_months(int year) {
  const int leap_month = LunarMonths::table().leap_month(year);
  return "the months 1 to 12" + (leap_month != 0
                                     ? " and the leap month " + std::to_string(leap_month)
                                     : " (there is no leap month in that year)");
}

[[noreturn]] void no_such_day(int year, int month, int day, bool leap) {
  const LunarMonths& months = LunarMonths::table();
  const int index = months.index_of(year, month, leap);
  const bool is_year = months.first_year() <= year && year <= months.last_year();
  const std::string accepted = !is_year    ? known_years()
                               : index < 0 ? known_months(year)
                                           : "the days 1 to " + std::to_string(months[index].days);
  throw std::invalid_argument("no such lunar day: " + std::to_string(year) + "-" +
                              std::to_string(month) + (leap ? "L" : "") + "-" +
                              std::to_string(day) + "; accepted: " + accepted);
}

[[noreturn]] void no_yearly_day(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument("no lunar year has such a day: " + found + "; accepted: " + accepted);
}

}  // namespace

LunarDate::LunarDate(int year, int month, int day, bool leap) : leap_{leap} {
  const LunarMonths& months = LunarMonths::table();
  const int index = months.index_of(year, month, leap);
  if (index < 0 || day < 1 || day > months[index].days) no_such_day(year, month, day, leap);
  year_ = static_cast<std::int16_t>(year);
  month_ = static_cast<std::int8_t>(month);
  day_ = static_cast<std::int8_t>(day);
}

LunarDate LunarDate::of(Date day) {
  const LunarMonths& months = LunarMonths::table();
  const int index = months.index_of(day);
  if (index < 0)
    throw std::invalid_argument("no lunar date is known of " + to_string(day) +
                                "; accepted: the days from " + to_string(months.first()) + " to " +
                                to_string(months.last()));
  const LunarMonth& month = months[index];
  LunarDate date;
  date.year_ = month.year;
  date.month_ = month.month;
  date.leap_ = month.leap;
  date.day_ = static_cast<std::int8_t>(day - month.begin + 1);
  return date;
}

Date LunarDate::to_date() const {
  const LunarMonths& months = LunarMonths::table();
  return months[months.index_of(year_, month_, leap_)].begin + (day_ - 1);
}

bool LunarDate::uncertain() const {
  const LunarMonths& months = LunarMonths::table();
  const int index = months.index_of(year_, month_, leap_);
  return months.uncertain(index) || (day_ == 30 && months.uncertain(index + 1));
}

std::string to_string(const LunarDate& d) {
  constexpr std::array<std::string_view, 12> months{"正", "二", "三", "四", "五",   "六",
                                                    "七", "八", "九", "十", "十一", "十二"};
  constexpr std::array<std::string_view, 10> digits{"十", "一", "二", "三", "四",
                                                    "五", "六", "七", "八", "九"};
  constexpr std::array<std::string_view, 4> tens{"初", "十", "廿", "三"};
  std::string text = std::to_string(d.year()) + "年" + (d.leap() ? "闰" : "");
  text.append(months[static_cast<std::size_t>(d.month() - 1)]).append("月");
  const auto day = static_cast<std::size_t>(d.day());
  if (day == 20) return text + "二十";
  const std::size_t ten = day == 10 ? 0 : day / 10;
  return text.append(tens[ten]).append(digits[day % 10]);
}

std::optional<Date> lunar_day(int year, int month, int day, bool leap, Skip skip) {
  const LunarMonths& months = LunarMonths::table();
  if (day < 1 || day > 30) no_yearly_day("day " + std::to_string(day), "the days 1 to 30");
  if (month < 1 || month > 12)
    no_yearly_day("month " + std::to_string(month), "the months 1 to 12, of which one may be leap");
  int index = months.index_of(year, month, leap);
  if (index < 0) {
    const int plain = months.index_of(year, month, false);
    if (plain < 0) no_such_day(year, month, day, leap);
    if (skip == Skip::omit) return std::nullopt;
    index = skip == Skip::forward ? plain + 1 : plain;
    if (index == months.size()) no_such_day(year + 1, 1, day, false);
  }
  const LunarMonth& found = months[index];
  if (day <= found.days) return found.begin + (day - 1);
  if (skip == Skip::omit) return std::nullopt;
  return found.begin + (skip == Skip::forward ? found.days : found.days - 1);
}

Date lunar_new_years_eve(int year) { return LunarDate{year, 1, 1}.to_date() - 1; }

}  // namespace zhibu

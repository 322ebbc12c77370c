// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/lunar.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"
#include "time/lunar_month.hpp"

namespace zhibu {

namespace {

struct Year {
  Date new_year;
  int leap_month = 0;  // 0: none
  std::string_view months;
  int uncertain = 0;  // the month whose beginning is uncertain; 0: none

  int month_count() const { return static_cast<int>(months.size()); }
  int days_in(int index) const { return months[static_cast<std::size_t>(index)] == '1' ? 30 : 29; }

  // Where in `months` a month stands, or -1: a leap month follows the month of its number.
  int index_of(int month, bool leap) const {
    if (month < 1 || month > 12 || (leap && month != leap_month)) return -1;
    const bool after_leap = leap_month != 0 && (leap || month > leap_month);
    return month - 1 + (after_leap ? 1 : 0);
  }

  int first_day_of(int index) const {
    int days = 0;
    for (int i = 0; i < index; ++i) days += days_in(i);
    return days;
  }
};

struct Years {
  int first = 0;
  std::vector<Year> years;

  const Year* find(int year) const {
    const bool known = first <= year && year < first + static_cast<int>(years.size());
    return known ? &years[static_cast<std::size_t>(year - first)] : nullptr;
  }
};

const Years& table() {
  static const Years years = [] {
    constexpr Column columns[] = {
        {"year", true}, {"new_year", true}, {"leap_month", true}, {"months", true}, {"uncertain"}};
    Faults faults;
    // The months of a year are views into the table, which therefore lives on.
    static const Table rows{"src/time/lunar_years.csv", embedded::lunar_years, columns, faults};
    Years read;
    for (const Row& row : rows) {
      if (read.years.empty()) read.first = *row.read_required("year", parse_integer);
      read.years.push_back({*row.read_required("new_year", parse_date),
                            *row.read_required("leap_month", parse_integer), row.required("months"),
                            row.read("uncertain", parse_integer).value_or(0)});
    }
    faults.throw_if_any();
    return read;
  }();
  return years;
}

[[noreturn]] void no_such_day(const std::string& found, const std::string& why) {
  throw std::invalid_argument("no such lunar day: " + found + "; " + why);
}

std::string written(int year, int month, int day, bool leap) {
  return std::to_string(year) + "-" + std::to_string(month) + (leap ? "L" : "") + "-" +
         std::to_string(day);
}

const Year& year_of(const LunarDate& d) { return *table().find(d.year()); }

}  // namespace

LunarDate::LunarDate(int year, int month, int day, bool leap) {
  const std::string found = written(year, month, day, leap);
  const Year* y = table().find(year);
  if (!y) no_such_day(found, "accepted: the lunar years 1850 to 2200");
  const int index = y->index_of(month, leap);
  if (index < 0)
    no_such_day(found, "accepted: the months 1 to 12" +
                           (y->leap_month ? " and the leap month " + std::to_string(y->leap_month)
                                          : " (there is no leap month in that year)"));
  if (day < 1 || day > y->days_in(index))
    no_such_day(found, "accepted: the days 1 to " + std::to_string(y->days_in(index)));
  year_ = static_cast<std::int16_t>(year);
  month_ = static_cast<std::int8_t>(month);
  leap_ = leap;
  day_ = static_cast<std::int8_t>(day);
}

LunarDate LunarDate::of(Date day) {
  const int gregorian = day.year();
  const Year* y = table().find(gregorian);
  const int year = y && y->new_year <= day ? gregorian : gregorian - 1;
  y = table().find(year);
  const int day_of_year = y ? day - y->new_year : -1;
  if (!y || day_of_year >= y->first_day_of(y->month_count()))
    throw std::invalid_argument("no lunar date is known of " + to_string(day) +
                                "; accepted: the days from 1850-02-12 to 2201-02-03");
  int index = 0;
  int left = day_of_year;
  for (; left >= y->days_in(index); ++index) left -= y->days_in(index);
  const bool leap = y->leap_month != 0 && index == y->leap_month;
  const bool from_leap = y->leap_month != 0 && index >= y->leap_month;
  return LunarDate{year, index + (from_leap ? 0 : 1), left + 1, leap};
}

Date LunarDate::to_date() const {
  const Year& y = year_of(*this);
  return y.new_year + (y.first_day_of(y.index_of(month_, leap_)) + day_ - 1);
}

bool LunarDate::uncertain() const { return !leap_ && year_of(*this).uncertain == month_; }

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

std::optional<Period> lunar_month(int year, int month, bool leap) {
  const Year* y = table().find(year);
  if (!y) no_such_day(written(year, month, 1, leap), "accepted: the lunar years 1850 to 2200");
  const int index = y->index_of(month, leap);
  if (index < 0) return std::nullopt;
  const Date first = y->new_year + y->first_day_of(index);
  return Period{first, first + y->days_in(index)};
}

Date lunar_new_years_eve(int year) { return LunarDate{year, 1, 1}.to_date() - 1; }

}  // namespace zhibu

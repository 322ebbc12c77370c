// SPDX-License-Identifier: BSL-1.0

#include "time/months.hpp"

#include <cstdlib>
#include <vector>

#include "time/lunar_months.hpp"
#include "zhibu/time/lunar.hpp"

namespace zhibu {

namespace {

constexpr int month_lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

constexpr bool is_leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int length_of(int year, int month_0) {
  return month_lengths[month_0] + (month_0 == 1 && is_leap(year) ? 1 : 0);
}

constexpr int kind_of(int year, int first_weekday) {
  const int leap = is_leap(year) ? 3 : is_leap(year + 1) ? 2 : is_leap(year - 1) ? 1 : 0;
  return leap * 7 + first_weekday;
}

constexpr int saturday = 5;  // the weekday of 0000-01-01, and of 2000-01-01

std::vector<MonthRow> lunar_rows() {
  const LunarMonths& table = LunarMonths::table();
  std::vector<MonthRow> rows;
  for (int i = 0; i < table.size(); ++i) {
    const LunarMonth& month = table[i];
    const int kind = month_kind(month.days, static_cast<int>(weekday(month.begin)));
    rows.push_back({month.begin.serial() - 1, static_cast<std::uint32_t>(kind)});
  }
  return rows;
}

}  // namespace

constinit const std::array<std::uint32_t, Months::months_of_era> Months::era = [] {
  std::array<std::uint32_t, months_of_era> rows{};
  std::uint32_t day = 0;
  for (int year = 0; year < 400; ++year) {
    const int kind = kind_of(year, static_cast<int>((day + saturday) % 7));
    for (int month = 0; month < 12; ++month) {
      rows[static_cast<std::size_t>(year * 12 + month)] =
          day << key_bits | static_cast<std::uint32_t>(12 * kind + month);
      day += static_cast<std::uint32_t>(length_of(year, month));
    }
  }
  return rows;
}();

Months::Months(bool chinese) {
  static const std::vector<MonthRow> rows = lunar_rows();
  if (chinese) lunar_ = rows.data();
}

int Months::last() const {
  return chinese() ? LunarMonths::table().size() - 1 : Date::last().year() * 12 + 11;
}

std::int32_t Months::first_day() const {
  return chinese() ? LunarMonths::table().first().serial() : Date::first().serial();
}

std::int32_t Months::last_day() const {
  return chinese() ? LunarMonths::table().last().serial() : Date::last().serial();
}

int Months::of(Date day) const {
  if (chinese()) {
    const int month = LunarMonths::table().index_of(day);
    if (month < 0) LunarDate::of(day);  // throws, and says which days there are
    return month;
  }
  const std::int64_t day_of_eras = std::int64_t{day.serial()} - year_0;
  int month = static_cast<int>(day_of_eras * months_of_era / days_of_era);  // or one beside it
  Reader months{*this};
  while (months[month].day_0 >= day.serial()) --month;
  while (months[month + 1].day_0 < day.serial()) ++month;
  return month;
}

int Months::length(int month) const {
  return chinese() ? LunarMonths::table()[month].days : length_of(month / 12, month % 12);
}

int Months::number(int month) const {
  if (!chinese()) return month % 12 + 1;
  const LunarMonth& row = LunarMonths::table()[month];
  return row.leap ? -row.month : row.month;
}

int Months::year(int month) const {
  return chinese() ? LunarMonths::table()[month].year : month / 12;
}

int Months::first_of(int year) const {
  if (!chinese()) return year * 12;
  const LunarMonths& table = LunarMonths::table();
  const int month = table.index_of(year, 1, false);
  return month < 0 ? table.size() : month;
}

int Months::find(int year, int number) const {
  if (!chinese()) return year * 12 + number - 1;
  return LunarMonths::table().index_of(year, std::abs(number), number < 0);
}

int year_of_kind(int kind) {
  int year = 2001;
  while (kind_of(year, static_cast<int>(weekday(Date{year, 1, 1}))) != kind) ++year;
  return year;
}

}  // namespace zhibu

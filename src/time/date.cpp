// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <stdexcept>

#include <boost/date_time/gregorian/greg_date.hpp>

namespace zhibu {

namespace {

namespace greg = boost::gregorian;

constexpr int first_year = 1400;
constexpr int last_year = 9999;

// The Gregorian calendar repeats every 400 years. A year that is taken to begin on 1 March has its
// leap day at its end, so that the months before it always have the same lengths.
constexpr int days_of_era = 146097;
constexpr int march_first_0000 = -719468;  // the serial number of 0000-03-01

struct Civil {
  int year, month, day;
};

constexpr std::int32_t serial_of(Civil c) {
  const int year = c.month > 2 ? c.year : c.year - 1;
  const int month_from_march = (c.month + 9) % 12;
  const int era = year / 400;
  const int year_of_era = year % 400;
  const int day_of_year = (153 * month_from_march + 2) / 5 + c.day - 1;
  const int day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return march_first_0000 + era * days_of_era + day_of_era;
}

constexpr Civil civil_of(std::int32_t serial) {
  const int days = serial - march_first_0000;
  const int era = days / days_of_era;
  const int day_of_era = days % days_of_era;
  const int leap_days = day_of_era / 1460 - day_of_era / 36524 + day_of_era / 146096;
  const int year_of_era = (day_of_era - leap_days) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  const int month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const int day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  return {era * 400 + year_of_era + (month <= 2 ? 1 : 0), month, day};
}

static_assert(serial_of({1970, 1, 1}) == 0);
static_assert(serial_of({first_year, 1, 1}) == Date::first().serial());
static_assert(serial_of({last_year, 12, 31}) == Date::last().serial());

int days_in_month(int year, int month) {
  return greg::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                    static_cast<unsigned short>(month));
}

[[noreturn]] void no_such_day(const std::string& found) {
  throw std::invalid_argument("no such day: " + found +
                              "; accepted: the days from 1400-01-01 to 9999-12-31");
}

std::string two_digits(int n) { return (0 <= n && n < 10 ? "0" : "") + std::to_string(n); }

// A number of exactly as many digits as `text` has, or -1.
int digits(std::string_view text) {
  int number = -1;
  const bool plain = std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
  if (plain) std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

}  // namespace

Date::Date(int year, int month, int day) {
  const bool is_month = first_year <= year && year <= last_year && 1 <= month && month <= 12;
  if (!is_month || day < 1 || day > days_in_month(year, month))
    no_such_day(std::to_string(year) + '-' + two_digits(month) + '-' + two_digits(day));
  serial_ = serial_of({year, month, day});
}

Date::Date(const greg::date& d) {
  if (d.is_special())
    throw std::invalid_argument("a special boost::gregorian::date is not a day; accepted: a day");
  serial_ = static_cast<std::int32_t>((d - greg::date{1970, 1, 1}).days());
}

greg::date Date::to_boost() const { return greg::date{1970, 1, 1} + greg::date_duration(serial_); }

Date Date::from_serial(std::int64_t serial) {
  if (serial < first().serial_ || serial > last().serial_)
    no_such_day(std::to_string(serial) + " days from 1970-01-01");
  return Date{static_cast<std::int32_t>(serial)};
}

int Date::year() const { return civil_of(serial_).year; }
int Date::month() const { return civil_of(serial_).month; }
int Date::day() const { return civil_of(serial_).day; }

template <>
std::span<const Name<Weekday>> names() {
  static constexpr Name<Weekday> all[] = {
      {Weekday::monday, "monday", "星期一", "Monday"},
      {Weekday::tuesday, "tuesday", "星期二", "Tuesday"},
      {Weekday::wednesday, "wednesday", "星期三", "Wednesday"},
      {Weekday::thursday, "thursday", "星期四", "Thursday"},
      {Weekday::friday, "friday", "星期五", "Friday"},
      {Weekday::saturday, "saturday", "星期六", "Saturday"},
      {Weekday::sunday, "sunday", "星期日", "Sunday"},
  };
  return all;
}

Weekday weekday(Date d) {
  const int from_thursday = d.serial() % 7;  // 1970-01-01 was a Thursday
  return static_cast<Weekday>((from_thursday + 7 + 3) % 7);
}

Date add_months(Date d, int n) {
  const Civil c = civil_of(d.serial());
  const std::int64_t months = std::int64_t{c.year} * 12 + c.month - 1 + n;
  const std::int64_t year = months / 12;
  if (year < first_year || year > last_year)
    no_such_day(to_string(d) + " and " + std::to_string(n) + " months");
  const int y = static_cast<int>(year);
  const int m = static_cast<int>(months % 12) + 1;
  return Date{y, m, std::min(c.day, days_in_month(y, m))};
}

Date add_years(Date d, int n) {
  const int years = std::clamp(n, -last_year, last_year);
  return add_months(d, years * 12);
}

std::string to_string(Date d) {
  const Civil c = civil_of(d.serial());
  std::string text = "0000-00-00";
  const auto write = [&text](std::size_t end, int number) {
    for (std::size_t i = end; number > 0; number /= 10)
      text[--i] = static_cast<char>('0' + number % 10);
  };
  write(4, c.year);
  write(7, c.month);
  write(10, c.day);
  return text;
}

Date parse_date(std::string_view text) {
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
  const int year = shaped ? digits(text.substr(0, 4)) : -1;
  const int month = shaped ? digits(text.substr(5, 2)) : -1;
  const int day = shaped ? digits(text.substr(8, 2)) : -1;
  if (year < 0 || month < 0 || day < 0)
    throw std::invalid_argument("not a date: '" + std::string{text} +
                                "'; accepted: YYYY-MM-DD, as 2026-02-28");
  return Date{year, month, day};
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Boost.Date_Time has no rules: each is written as its iterators and generators would have it.

#include <map>
#include <string>
#include <string_view>

#include <boost/date_time/gregorian/gregorian.hpp>

#include "measure.hpp"

namespace time_benchmark {

namespace {

using namespace boost::gregorian;
using Days = std::span<date>;

const date last{2099, 12, 31};

bool is_weekend(date day) {
  const date::day_of_week_type weekday = day.day_of_week();
  return weekday == boost::date_time::Saturday || weekday == boost::date_time::Sunday;
}

template <class Each>
std::size_t write_all(Each each, Days days) {
  std::size_t n = 0;
  for (; *each <= last; ++each) days[n++] = *each;
  return n;
}

std::size_t tenths(Days days) { return write_all(month_iterator{date{2000, 1, 10}}, days); }

std::size_t last_fridays(Days days) {
  std::size_t n = 0;
  for (unsigned short year = 2000; year < 2100; ++year)
    for (unsigned short month = 1; month <= 12; ++month)
      days[n++] = last_day_of_the_week_in_month{boost::date_time::Friday, month}.get_date(year);
  return n;
}

std::size_t every_third_month_end(Days days) {
  return write_all(month_iterator{date{2000, 1, 31}, 3}, days);
}

// In order: the three days of each week that begins with a Monday.
std::size_t mondays_wednesdays_fridays(Days days) {
  std::size_t n = 0;
  for (week_iterator monday{date{2000, 1, 3}}; *monday <= last; ++monday)
    for (const int later : {0, 2, 4}) {
      const date day = *monday + date_duration{later};
      if (day <= last) days[n++] = day;
    }
  return n;
}

std::size_t every_other_tuesday(Days days) {
  return write_all(week_iterator{date{2000, 1, 11}, 2}, days);
}

std::size_t first_mondays_of_september(Days days) {
  const nth_day_of_the_week_in_month first_monday{nth_day_of_the_week_in_month::first,
                                                  boost::date_time::Monday, 9};
  std::size_t n = 0;
  for (unsigned short year = 2000; year < 2100; ++year) days[n++] = first_monday.get_date(year);
  return n;
}

std::size_t last_weekdays(Days days) {
  std::size_t n = 0;
  for (month_iterator end{date{2000, 1, 31}}; *end <= last; ++end) {
    date day = *end;
    while (is_weekend(day)) day -= date_duration{1};
    days[n++] = day;
  }
  return n;
}

std::size_t first_weekdays_of_quarters(Days days) {
  std::size_t n = 0;
  for (month_iterator begin{date{2000, 1, 1}, 3}; *begin <= last; ++begin) {
    date day = *begin;
    while (is_weekend(day)) day += date_duration{1};
    days[n++] = day;
  }
  return n;
}

std::size_t every_day(Days days) { return write_all(day_iterator{date{2000, 1, 1}}, days); }

std::size_t weekdays(Days days) {
  std::size_t n = 0;
  for (day_iterator day{date{2000, 1, 1}}; *day <= last; ++day)
    if (!is_weekend(*day)) days[n++] = *day;
  return n;
}

std::size_t firsts_of_july(Days days) { return write_all(year_iterator{date{2000, 7, 1}}, days); }

// year_iterator keeps to the end of the month once it begins there.
std::size_t ends_of_february(Days days) {
  return write_all(year_iterator{date{2000, 2, 29}}, days);
}

using Expand = std::size_t (*)(Days);

const std::map<std::string_view, Expand> written_by_hand{
    {"FREQ=MONTHLY;BYMONTHDAY=10", tenths},
    {"FREQ=MONTHLY;BYDAY=-1FR", last_fridays},
    {"FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", every_third_month_end},
    {"FREQ=WEEKLY;BYDAY=MO,WE,FR", mondays_wednesdays_fridays},
    {"FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", every_other_tuesday},
    {"FREQ=YEARLY;BYMONTH=9;BYDAY=1MO", first_mondays_of_september},
    {"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", last_weekdays},
    {"FREQ=MONTHLY;BYMONTH=1,4,7,10;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1", first_weekdays_of_quarters},
    {"FREQ=DAILY", every_day},
    {"FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", weekdays},
    {"FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", firsts_of_july},
    {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", ends_of_february},
};

}  // namespace

void register_boost(const Rule& rule) {
  const std::string_view text{rule.text};
  const auto found = written_by_hand.find(text.substr(0, text.find(";UNTIL=")));
  if (found == written_by_hand.end()) return;

  benchmark::RegisterBenchmark(
      ("Boost.Date_Time/" + rule.id).c_str(), [expand = found->second](benchmark::State& state) {
        measure(state, std::vector<date>(most_days, last), expand,
                [](const date& day) { return number_of(zhibu::Date{day}); });
      });
}

}  // namespace time_benchmark

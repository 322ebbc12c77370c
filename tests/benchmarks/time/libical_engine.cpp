// SPDX-License-Identifier: BSL-1.0

#include <memory>
#include <string>

#include <libical/ical.h>

#include "measure.hpp"

namespace time_benchmark {

using zhibu::Date;

namespace {

icaltimetype to_ical(Date day) {
  icaltimetype time{};
  time.is_date = 1;
  time.year = day.year();
  time.month = day.month();
  time.day = day.day();
  return time;
}

Date to_date(const icaltimetype& time) { return Date{time.year, time.month, time.day}; }

const icaltimetype start = to_ical(first_day);

struct Free {
  void operator()(icalrecur_iterator* each) const { icalrecur_iterator_free(each); }
};
using Iterator = std::unique_ptr<icalrecur_iterator, Free>;

std::size_t expand(const icalrecurrencetype& rule, std::span<icaltimetype> days) {
  const Iterator each{icalrecur_iterator_new(rule, start)};
  std::size_t n = 0;
  for (icaltimetype day = icalrecur_iterator_next(each.get()); !icaltime_is_null_time(day);
       day = icalrecur_iterator_next(each.get()))
    days[n++] = day;
  return n;
}

// The first day after `after`.
icaltimetype next(const icalrecurrencetype& rule, const icaltimetype& after) {
  const Iterator each{icalrecur_iterator_new(rule, start)};
  icalrecur_iterator_set_start(each.get(), after);
  icaltimetype day = icalrecur_iterator_next(each.get());
  if (icaltime_compare(day, after) == 0) day = icalrecur_iterator_next(each.get());
  return day;
}

}  // namespace

void register_libical(const Rule& rule) {
  benchmark::RegisterBenchmark(("libical/" + rule.id).c_str(), [rule](benchmark::State& state) {
    const icalrecurrencetype read = icalrecurrencetype_from_string(rule.text.c_str());
    measure(
        state, std::vector<icaltimetype>(most_days),
        [&](std::span<icaltimetype> days) { return expand(read, days); },
        [](const icaltimetype& day) { return number_of(to_date(day)); }, answers_of_zhibu(rule));
  });
  if (!rule.sought) return;

  benchmark::RegisterBenchmark(
      ("libical/next " + rule.id).c_str(), [rule](benchmark::State& state) {
        const icalrecurrencetype read = icalrecurrencetype_from_string(rule.text.c_str());
        measure_question(state, [&](Date after) { return to_date(next(read, to_ical(after))); });
      });
}

}  // namespace time_benchmark

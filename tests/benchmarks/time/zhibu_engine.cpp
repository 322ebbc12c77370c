// SPDX-License-Identifier: BSL-1.0

#include "measure.hpp"
#include "zhibu/time/recurrence.hpp"

namespace time_benchmark {

using zhibu::Date;
using zhibu::Recurrence;

namespace {

std::vector<Date> days_of(const Recurrence& recurrence) {
  return recurrence.between(first_day, last_day + 1);
}

Answers numbers_of(const std::vector<Date>& days) {
  Answers numbers;
  for (const Date day : days) numbers.push_back(number_of(day));
  return numbers;
}

void measure_between(benchmark::State& state, const Recurrence& recurrence) {
  std::vector<Date> days;
  for (auto _ : state) {
    days = days_of(recurrence);
    benchmark::DoNotOptimize(days.data());
    benchmark::ClobberMemory();
  }
  report(state, numbers_of(days), {});
}

void measure_fill(benchmark::State& state, const Recurrence& recurrence) {
  measure(
      state, std::vector<Date>(most_days),
      [&](std::span<Date> days) { return recurrence.fill(days, first_day); }, number_of);
}

void measure_next(benchmark::State& state, const Recurrence& recurrence) {
  measure_question(state, [&](Date day) { return recurrence.next(day).value(); });
}

void measure_previous(benchmark::State& state, const Recurrence& recurrence) {
  measure_question(state, [&](Date day) { return recurrence.previous(day).value(); });
}

}  // namespace

Answers answers_of_zhibu(const Rule& rule) {
  return numbers_of(days_of(Recurrence{rule.text, first_day}));
}

void register_zhibu(const Rule& rule) {
  const Recurrence recurrence{rule.text, first_day};
  const auto add = [&](const std::string& name,
                       void (*measured)(benchmark::State&, const Recurrence&)) {
    benchmark::RegisterBenchmark((name + rule.id).c_str(), measured, recurrence);
  };
  add("zhibu between/", measure_between);
  add("zhibu fill/", measure_fill);
  if (!rule.sought) return;
  add("zhibu/next ", measure_next);
  add("zhibu/previous ", measure_previous);
}

}  // namespace time_benchmark

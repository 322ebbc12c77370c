// SPDX-License-Identifier: BSL-1.0

#include <iostream>
#include <optional>
#include <stdexcept>
#include <utility>

#include "measure.hpp"
#include "zhibu/time/recurrence.hpp"

namespace time_benchmark {

using zhibu::Date;
using zhibu::Recurrence;

namespace {

// Nothing where zhibu refuses the rule.
std::optional<Recurrence> read(const Rule& rule) {
  try {
    return Recurrence{rule.text, first_day};
  } catch (const std::invalid_argument& error) {
    std::cerr << "zhibu refuses " << rule.id << ": " << error.what() << '\n';
    return std::nullopt;
  }
}

void measure_between(benchmark::State& state, const Recurrence& recurrence) {
  std::vector<Date> days;
  for (auto _ : state) {
    days = recurrence.between(first_day, last_day + 1);
    benchmark::DoNotOptimize(days.data());
    benchmark::ClobberMemory();
  }
  Answers numbers;
  for (const Date day : days) numbers.push_back(number_of(day));
  report(state, numbers, {});
}

template <class R>
concept Fills = requires(const R& r, std::span<Date> days) {
  r.fill(days, first_day);
};
template <class R>
concept LooksBack = requires(const R& r) {
  r.previous(asked_day);
};

template <class R>
void register_fill(const std::string& id, const R& recurrence) {
  if constexpr (Fills<R>)
    benchmark::RegisterBenchmark(
        ("zhibu fill/" + id).c_str(), [recurrence](benchmark::State& state) {
          measure(
              state, std::vector<Date>(most_days),
              [&](std::span<Date> days) { return recurrence.fill(days, first_day); }, number_of);
        });
}

template <class R>
void register_seeks(const std::string& id, const R& recurrence) {
  benchmark::RegisterBenchmark(("zhibu/next " + id).c_str(), [recurrence](benchmark::State& state) {
    measure_question(state, [&](Date day) { return recurrence.next(day).value(); });
  });
  if constexpr (LooksBack<R>)
    benchmark::RegisterBenchmark(
        ("zhibu/previous " + id).c_str(), [recurrence](benchmark::State& state) {
          measure_question(state, [&](Date day) { return recurrence.previous(day).value(); });
        });
}

}  // namespace

Answers answers_of_zhibu(const Rule& rule) {
  Answers answers;
  if (const std::optional<Recurrence> recurrence = read(rule))
    for (const Date day : recurrence->between(first_day, last_day + 1))
      answers.push_back(number_of(day));
  return answers;
}

void register_zhibu(const Rule& rule) {
  const std::optional<Recurrence> recurrence = read(rule);
  if (!recurrence) return;

  benchmark::RegisterBenchmark(
      ("zhibu between/" + rule.id).c_str(),
      [r = *recurrence](benchmark::State& state) { measure_between(state, r); });
  register_fill(rule.id, *recurrence);
  if (rule.sought) register_seeks(rule.id, *recurrence);
}

}  // namespace time_benchmark

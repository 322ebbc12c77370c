// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "zhibu/time/date.hpp"

namespace time_benchmark {

// A line of rules.txt; `text` with its UNTIL.
struct Rule {
  std::string id;
  std::string text;
  bool sought = false;
};

std::vector<Rule> load_rules();

inline const zhibu::Date first_day{2000, 1, 1};
inline const zhibu::Date last_day{2099, 12, 31};
inline const zhibu::Date asked_day{2099, 6, 1};
inline constexpr std::size_t most_days = 36525;  // of one rule: each day of the hundred years

// Days drawn from `first` to `last`, always the same ones; peers/measure.py draws them too.
std::vector<zhibu::Date> random_days(zhibu::Date first, zhibu::Date last);

// A lunar date as a number: the year, the month, whether it is a leap month, the day.
constexpr std::int64_t lunar_number(int year, int month, bool leap, int day) {
  return ((year * 100LL + month) * 10 + (leap ? 1 : 0)) * 100 + day;
}

// What an engine answered, as numbers.
using Answers = std::vector<std::int64_t>;

// The days that zhibu finds for a rule.
Answers answers_of_zhibu(const Rule& rule);

// Writes the counters that run.py reads: how many answers, their sum, and, where zhibu's are given,
// at how many places they are not the same.
void report(benchmark::State& state, const Answers& answers, const Answers& of_zhibu);

// Times `pass`, which writes its answers, in order, into the span and returns how many they are;
// `number` makes a number of each.
template <class Answer, class Pass, class Number>
void measure(benchmark::State& state, std::vector<Answer> answers, Pass pass, Number number,
             const Answers& of_zhibu = {}) {
  benchmark::DoNotOptimize(answers.data());
  std::size_t count = 0;
  for (auto _ : state) {
    count = pass(std::span<Answer>{answers});
    benchmark::ClobberMemory();
  }
  Answers numbers;
  for (const Answer& answer : std::span{answers}.first(count)) numbers.push_back(number(answer));
  report(state, numbers, of_zhibu);
}

// Times `ask`, one question that is answered by one day.
template <class Ask>
void measure_question(benchmark::State& state, Ask ask) {
  zhibu::Date asked = asked_day;
  zhibu::Date answer;
  for (auto _ : state) {
    benchmark::DoNotOptimize(asked);
    answer = ask(asked);
    benchmark::DoNotOptimize(answer);
  }
  report(state, {answer.serial()}, {});
}

inline std::int64_t number_of(zhibu::Date day) { return day.serial(); }

// Each registers what its engine can do: with a rule, or with days.
void register_zhibu(const Rule& rule);
void register_libical(const Rule& rule);
void register_boost(const Rule& rule);
void register_lunar_conversions();
void register_workdays();

}  // namespace time_benchmark

// SPDX-License-Identifier: BSL-1.0
//
// The time layer beside libical, ICU and Boost.Date_Time, in one program. Each measurement is named
// "<engine>/<what>" and carries the sum of its answers; run.py compares them, and adds the engines
// of other languages. `time_benchmark --days L01` prints the days that zhibu finds for that rule,
// as days since 1970-01-01.

#include <iostream>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <benchmark/benchmark.h>
#include <unicode/uvernum.h>
#include <boost/version.hpp>

#include "measure.hpp"

using namespace time_benchmark;

namespace {

void say_versions() {
  benchmark::AddCustomContext("version of zhibu", ZHIBU_VERSION);
  benchmark::AddCustomContext("version of libical", LIBICAL_VERSION);
  benchmark::AddCustomContext("version of ICU", U_ICU_VERSION);
  benchmark::AddCustomContext("version of Boost.Date_Time", BOOST_LIB_VERSION);
}

void register_all(const std::vector<Rule>& rules) {
  for (const Rule& rule : rules) {
    register_zhibu(rule);
    register_libical(rule);
    register_boost(rule);
  }
  register_lunar_conversions();
  register_workdays();
}

void print_days(const std::vector<Rule>& rules, std::string_view id) {
  for (const Rule& rule : rules)
    if (rule.id == id)
      for (const std::int64_t day : answers_of_zhibu(rule)) std::cout << day << '\n';
}

}  // namespace

int main(int argc, char** argv) try {
  const std::vector<Rule> rules = load_rules();
  if (argc == 3 && std::string_view{argv[1]} == "--days") {
    print_days(rules, argv[2]);
    return 0;
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  say_versions();
  register_all(rules);
  benchmark::RunSpecifiedBenchmarks();
} catch (const std::invalid_argument& error) {
  std::cerr << "time_benchmark: " << error.what() << '\n';
  return 1;
}

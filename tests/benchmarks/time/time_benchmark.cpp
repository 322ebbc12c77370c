// SPDX-License-Identifier: BSL-1.0
//
// The time layer beside libical, ICU and Boost.Date_Time, in one program. Each measurement is named
// "<engine>/<what>" and carries the sum of its answers; run.py compares them, and adds the engines
// of other languages.

#include <iostream>
#include <stdexcept>

#include <benchmark/benchmark.h>
#include <unicode/uvernum.h>
#include <boost/version.hpp>

#include "measure.hpp"

namespace {

void say_versions() {
  benchmark::AddCustomContext("version of zhibu", ZHIBU_VERSION);
  benchmark::AddCustomContext("version of libical", LIBICAL_VERSION);
  benchmark::AddCustomContext("version of ICU", U_ICU_VERSION);
  benchmark::AddCustomContext("version of Boost.Date_Time", BOOST_LIB_VERSION);
  benchmark::AddCustomContext("compiler", ZHIBU_COMPILER);
}

}  // namespace

int main(int argc, char** argv) {
  using namespace time_benchmark;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  say_versions();
  try {
    for (const Rule& rule : load_rules()) {
      register_zhibu(rule);
      register_libical(rule);
      register_boost(rule);
    }
  } catch (const std::invalid_argument& error) {
    std::cerr << "time_benchmark: " << error.what() << '\n';
    return 1;
  }
  register_lunar_conversions();
  register_workdays();
  benchmark::RunSpecifiedBenchmarks();
}

// SPDX-License-Identifier: BSL-1.0
//
// How long one county's year takes: reading its files, drawing up what is owed and auditing it by
// the rules of 2026, planning it.

#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include "zhibu/audit/audit.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/schedule/plan.hpp"
#include "zhibu/time/calendar.hpp"

namespace {

using namespace zhibu;

const Period year_2017{Date{2017, 1, 1}, Date{2018, 1, 1}};
const Period year_2026{Date{2026, 1, 1}, Date{2027, 1, 1}};
const Date rules_of_2026{2026, 1, 1};
const Date new_years_eve{2017, 12, 31};

struct County {
  Roster roster;
  Rulebook rules;
  Calendar calendar;
  Records held;
};

County load() {
  const std::filesystem::path folder = std::filesystem::path{ZHIBU_REPO} / "examples" / "yongshun";
  Roster roster = Roster::load(folder);
  Records held = Records::load(folder / "2017", roster);
  return {std::move(roster), Rulebook::national() + Rulebook::load(folder / "rules.toml"),
          Calendar::load(folder / "calendar.toml"), std::move(held)};
}

void load_all_files(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(load());
}

void draw_up_obligations(benchmark::State& state) {
  const County county = load();
  std::size_t owed = 0;
  for (auto _ : state)
    owed =
        obligations(county.roster, county.rules, county.calendar, year_2017, rules_of_2026).size();
  state.counters["obligations"] = static_cast<double>(owed);
}

void draw_up_and_audit(benchmark::State& state) {
  const County county = load();
  for (auto _ : state) {
    const Obligations owed =
        obligations(county.roster, county.rules, county.calendar, year_2017, rules_of_2026);
    benchmark::DoNotOptimize(audit(owed, county.held, new_years_eve));
  }
}

void plan_the_year(benchmark::State& state) {
  const County county = load();
  const Obligations owed = obligations(county.roster, county.rules, county.calendar, year_2026);
  std::size_t unplaced = 0;
  for (auto _ : state) unplaced = plan(owed, county.calendar).unplaced.size();
  state.counters["obligations"] = static_cast<double>(owed.size());
  state.counters["unplaced"] = static_cast<double>(unplaced);
}

BENCHMARK(load_all_files)->Unit(benchmark::kMillisecond);
BENCHMARK(draw_up_obligations)->Unit(benchmark::kMillisecond);
BENCHMARK(draw_up_and_audit)->Unit(benchmark::kMillisecond);
BENCHMARK(plan_the_year)->Unit(benchmark::kMillisecond);

}  // namespace

// SPDX-License-Identifier: BSL-1.0
//
// The year of the nation's branches in zhibu: what it takes to audit it from records as they
// arrived, from records by unit and from the state that is kept. With "columns" as its third
// argument it writes the records for the peers, and in any case its answers.
//
// audit_benchmark <scale> <folder> [columns]

#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>

#include "../organization/build.hpp"
#include "../organization/measure.hpp"
#include "../organization/nation_parts.hpp"
#include "bandwidth.hpp"
#include "files.hpp"
#include "year.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/rulebook.hpp"

namespace {

using namespace audit_benchmark;
using namespace organization_benchmark;
using namespace zhibu;

constexpr std::string_view engine = "zhibu";

Roster build(double scale) {
  Nation nation;
  nation.units = generate_units(scale);
  nation.changes = generate_changes(nation.units);
  Roster roster;
  add_units(roster, nation);
  return roster;
}

std::vector<UnitKind> kinds_of(const Roster& roster) {
  std::vector<UnitKind> kinds;
  for (const Unit& unit : roster.units()) kinds.push_back(unit.kind);
  return kinds;
}

std::string by_threads(std::string_view question, int threads) {
  return std::string{question} + ", " + std::to_string(threads);
}

std::int64_t sum_of(const std::vector<ProgressTally>& tallies) {
  std::int64_t sum = 0;
  for (const ProgressTally& tally : tallies)
    sum += tally.count(Standing::satisfied) + tally.count(Standing::overdue);
  return sum;
}

// The audit from records: a state in which nothing is held, the records, the roll-up.
Progress audit_from(std::string_view question, const Held& held, const Progress& nothing_held,
                    const std::vector<UnitId>& tops) {
  report_bytes(engine, question, held.units.size() * 9, held.units.size());
  Progress progress = nothing_held;
  for (const int threads : {1, 2}) {
    std::int64_t answer = 0;
    const Seconds took = fastest_of(3, [&] {
      progress = nothing_held;
      progress.hold_all(held.columns(), threads);
      answer = sum_of(progress.roll_up(tops, as_of, threads));
    });
    report(engine, by_threads(question, threads), took, answer);
  }
  return progress;
}

void audit_from_state(const Progress& progress, const std::vector<UnitId>& tops,
                      std::size_t branches) {
  report_bytes(engine, "state", branches * 46 * 2, branches);
  for (const int threads : {1, 2}) {
    std::int64_t answer = 0;
    const Seconds took =
        fastest_of(9, [&] { answer = sum_of(progress.roll_up(tops, as_of, threads)); });
    report(engine, by_threads("state", threads), took, answer);
  }
}

// Records as they arrive, one by one, each of another unit.
void append_one_by_one(Progress progress, const Held& held) {
  const std::size_t times = std::min<std::size_t>(held.units.size(), 1'000'000);
  const Seconds took = fastest_of(3, [&] {
    for (std::size_t i = 0; i < times; ++i)
      progress.hold(held.units[i], held.activities[i], held.held_on[i]);
  });
  report(engine, "one record", took, static_cast<std::int64_t>(times), times);
}

void report_bandwidth(double scale) {
  const std::size_t bytes = scale < 0.5 ? std::size_t{1} << 29 : std::size_t{1} << 31;
  const Memory memory{bytes};
  for (const int threads : {1, 2}) {
    std::int64_t answer = 0;
    const Seconds took = fastest_of(5, [&] { answer = memory.read(threads); });
    report("memory", by_threads("read", threads), took, answer);
  }
  report_bytes("memory", "read", bytes, 1);
}

void report_peak() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  report_bytes(engine, "peak", static_cast<std::size_t>(usage.ru_maxrss) * 1024, 1);
}

}  // namespace

int main(int count, char** arguments) {
  const double scale = std::stod(arguments[1]);
  const std::filesystem::path folder = arguments[2];
  report_bandwidth(scale);
  const Roster roster = build(scale);
  const RosterView view = roster.as_of(year.last());
  const std::vector<UnitId> tops = tops_of(view);
  const std::vector<UnitKind> kinds = kinds_of(roster);

  const Rulebook rules = Rulebook::load(ZHIBU_REPO "/tests/benchmarks/audit/rules.toml");
  std::optional<Progress> nothing_held;
  const Seconds took = time_of([&] { nothing_held.emplace(view, rules, year); });
  report(engine, "draw up", took, static_cast<std::int64_t>(view.size()));
  {
    const Held held = held_in_the_year(kinds, Order::by_unit);
    audit_from("by unit", held, *nothing_held, tops);
  }
  const Held held = held_in_the_year(kinds, Order::of_arrival);
  if (count > 3) write_columns(folder, held, view, tops);
  const Progress progress = audit_from("arrival", held, *nothing_held, tops);
  nothing_held.reset();
  audit_from_state(progress, tops,
                   static_cast<std::size_t>(std::ranges::count(kinds, UnitKind::branch)));
  append_one_by_one(progress, held);
  write_answers(folder, progress.roll_up(tops, as_of));
  report_peak();
}

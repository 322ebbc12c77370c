// SPDX-License-Identifier: BSL-1.0
//
// How long each of the long calls leaves its watch untold at most, and so how soon it can be
// stopped.
//
//   watch_benchmark <folder of counties, as report/counties.py writes them> <year> <work folder>
//   watch_benchmark <scale of the nation of organization/nation.hpp> <work folder>
//
// Prints a line for each: the seconds it took, how often the watch was told, the longest wait, and
// how long it went on when it was stopped halfway; both in milliseconds of CPU time.

#include <chrono>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>

#include "audit/year.hpp"
#include "organization/build.hpp"
#include "organization/nation.hpp"
#include "zhibu.hpp"

namespace {

using namespace zhibu;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

// Of this thread alone: a shared machine has slow spells.
double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

struct Stop {};

// Calls `act` with a watch: once to its end, and once until a good half of its time is over.
template <class Act>
auto measure(const char* name, Act act) {
  std::size_t told = 0;
  double longest = 0, known = 0;
  double from = 0, to = 0;  // what part was done when it began and ended
  const Clock::time_point start = Clock::now();
  double last = cpu_seconds();
  const auto look = [&](double part) {
    if (const double wait = cpu_seconds() - last; wait > longest) {
      longest = wait;
      from = known;
      to = part;
    }
    known = part;
    last = cpu_seconds();
  };
  auto result = act([&](std::size_t done, std::size_t total) {
    look(static_cast<double>(done) / static_cast<double>(total));
    ++told;
  });
  look(1);
  const double took = seconds_since(start);

  std::optional<double> stopped;
  const Clock::time_point again = Clock::now();
  try {
    act([&](std::size_t, std::size_t) {
      if (seconds_since(again) < 0.6 * took) return;
      stopped = cpu_seconds();
      throw Stop{};
    });
  } catch (const Stop&) {
  }
  std::printf(
      "%-20s %8.3f s %10zu told %8.1f ms at most (%.1f%% to %.1f%%), stopped within %.1f ms\n",
      name, took, told, 1e3 * longest, 100 * from, 100 * to,
      stopped ? 1e3 * (cpu_seconds() - *stopped) : -1.0);
  std::fflush(stdout);
  return result;
}

void measure_roster(const Roster& roster, const std::filesystem::path& work) {
  int n = 0;
  measure("write_tables", [&](const Watch& watch) {
    write_tables(roster, work / std::to_string(n++), watch);
    return 0;
  });
  std::filesystem::remove_all(work);
  std::filesystem::create_directories(work);
  const std::filesystem::path file = work / "roster.zhibu";
  measure("save", [&](const Watch& watch) {
    save(file, roster, watch);
    return 0;
  });
  measure("load", [&](const Watch& watch) { return load(file, watch).version(); });
  measure("to_bytes", [&](const Watch& watch) { return to_bytes(roster, watch).size(); });
  measure("changes", [&](const Watch& watch) {
    return changes(roster, {Date{2000, 1, 1}, Date{2030, 1, 1}}, watch).size();
  });
  measure("check", [&](const Watch& watch) {
    return check(roster, Rulebook::national(), Date{2025, 12, 31}, watch).size();
  });
  std::filesystem::remove_all(work);
}

void measure_year(const Roster& roster, const Records& held, Period year) {
  const Rulebook rules = Rulebook::national();
  const Calendar calendar = Calendar::china();
  const Obligations owed = measure("obligations", [&](const Watch& watch) {
    return obligations(roster, rules, calendar, year, Date{2026, 1, 1}, {}, watch);
  });
  std::printf("%zu obligations, %zu records\n", owed.size(), held.size());
  measure("audit",
          [&](const Watch& watch) { return audit(owed, held, year.last(), {}, watch).size(); });
  measure("plan",
          [&](const Watch& watch) { return plan(owed, calendar, watch).occurrences.size(); });
  const CoverageRequest reached{.activities = {Activity::study_day, Activity::home_study},
                                .period = year};
  measure("coverage", [&](const Watch& watch) {
    return coverage(roster, held, reached, watch).persons.size();
  });
  const RosterView view = roster.as_of(year.last());
  const Progress progress = measure("Progress", [&](const Watch& watch) {
    return Progress{view, rules, year, watch};
  });
  measure("roll_up", [&](const Watch& watch) {
    return progress.roll_up(view.units(), year.last(), 2, watch).size();
  });
}

void measure_counties(const std::filesystem::path& folder, const std::string& year,
                      const std::filesystem::path& work) {
  const Roster roster =
      measure("Roster::load", [&](const Watch& watch) { return Roster::load(folder, watch); });
  std::printf("%zu units, %zu persons\n", roster.units().size(), roster.persons().size());
  measure_roster(roster, work);
  const Records held = measure("Records::load", [&](const Watch& watch) {
    return Records::load(folder / year, roster, watch);
  });
  measure_year(roster, held, parse_period(year));
}

Roster nation(double scale) {
  using namespace organization_benchmark;
  const Nation nation = generate(scale);
  Roster roster;
  add_units(roster, nation);
  add_members(roster, nation);
  add_posts(roster, nation);
  return roster;
}

void measure_bulk(const Progress& empty, const Roster& roster, audit_benchmark::Order order,
                  const char* name) {
  std::vector<UnitKind> kinds;
  for (const Unit& unit : roster.units()) kinds.push_back(unit.kind);
  const audit_benchmark::Held held = audit_benchmark::held_in_the_year(kinds, order);
  Progress progress = empty;
  measure(name, [&](const Watch& watch) {
    progress.hold_all(held.columns(), 2, watch);
    return held.units.size();
  });
}

void measure_nation(double scale, const std::filesystem::path& work) {
  const Roster roster = nation(scale);
  std::printf("%zu units, %zu persons\n", roster.units().size(), roster.persons().size());
  const Period year = audit_benchmark::year;
  const Rulebook rules = Rulebook::national();
  const RosterView view = roster.as_of(year.last());
  measure("count_members", [&](const Watch& watch) { return view.count_members({}, watch); });
  const Progress progress = measure("Progress", [&](const Watch& watch) {
    return Progress{view, rules, year, watch};
  });
  measure_bulk(progress, roster, audit_benchmark::Order::by_unit, "hold_all, by unit");
  measure_bulk(progress, roster, audit_benchmark::Order::of_arrival, "hold_all, unsorted");
  measure("roll_up", [&](const Watch& watch) {
    return progress.roll_up(view.units().first(view.size() / 10), year.last(), 2, watch).size();
  });
  measure_roster(roster, work);
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 3)
      measure_nation(std::stod(argv[1]), argv[2]);
    else if (argc == 4)
      measure_counties(argv[1], argv[2], argv[3]);
    else
      throw std::invalid_argument("watch_benchmark <counties> <year> <work>, or <scale> <work>");
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}

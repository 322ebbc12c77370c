// SPDX-License-Identifier: BSL-1.0
//
// The nation in zhibu: how long it takes to build, what memory it takes, how long questions take.
// Writes the columns for pandas and zhibu's answers into the folder.
//
// organization_benchmark <scale> <folder>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive.hpp"
#include "build.hpp"
#include "columns_npy.hpp"
#include "measure.hpp"
#include "memory.hpp"
#include "nation.hpp"
#include "zhibu/organization/view.hpp"

namespace {

using namespace organization_benchmark;
using namespace zhibu;

constexpr std::string_view engine = "zhibu";

// Seconds for a part of the build, and the growth of the process by it.
Seconds grow(std::string_view part, std::size_t rows, Roster& roster, const Nation& nation,
             void (*add)(Roster&, const Nation&)) {
  const std::size_t before = resident();
  const Seconds took = time_of([&] { add(roster, nation); });
  report(engine, "build " + std::string{part}, took, static_cast<std::int64_t>(rows));
  report_bytes(engine, "process: " + std::string{part}, resident() - before, rows);
  return took;
}

Roster build(const Nation& nation) {
  Roster roster;
  const std::size_t units = nation.units.kinds.size();
  const std::size_t members = nation.members.names.size();
  const Seconds parts[] = {grow("units", units, roster, nation, add_units),
                           grow("members", members, roster, nation, add_members),
                           grow("posts", nation.secretaries.size(), roster, nation, add_posts)};
  Seconds sum;
  for (const Seconds& part : parts) sum = {sum.wall + part.wall, sum.cpu + part.cpu};
  report(engine, "build", sum, static_cast<std::int64_t>(members));
  return roster;
}

void report_memory(const Roster& roster) {
  const Memory memory = organization_benchmark::memory(roster);
  const std::size_t units = roster.units().size();
  const std::size_t members = roster.persons().size();
  report_bytes(engine, "units", memory.units, units);
  report_bytes(engine, "posts", memory.posts, units);
  report_bytes(engine, "unit codes", memory.unit_codes, units);
  report_bytes(engine, "post codes", memory.post_codes, units);
  report_bytes(engine, "members", memory.members, members);
  report_bytes(engine, "person codes", memory.person_codes, members);
  report_bytes(engine, "names", memory.names, members);
}

// The numbers of a view in the order of the roster, which the peers keep to.
void write_answer(const std::filesystem::path& file, const RosterView& view,
                  std::span<const std::int64_t> numbers) {
  std::vector<std::int64_t> by_unit(view.roster().units().size());
  for (std::size_t i = 0; i < numbers.size(); ++i) by_unit[view.units()[i].index] = numbers[i];
  write_numbers<std::int64_t>(file, "<i8", by_unit);
}

void count(const RosterView& view, const MemberFilter& filter, const std::string& name,
           const std::filesystem::path& folder) {
  std::vector<std::int64_t> numbers;
  const Seconds took = fastest_of(3, [&] { numbers = view.count_members(filter); });
  report(engine, "count " + name, took, sum_of(numbers));
  write_answer(folder / ("zhibu_" + name + ".npy"), view, numbers);
}

void ask_for_the_nation(const Roster& roster, const std::filesystem::path& folder) {
  std::optional<RosterView> view;
  Seconds took = fastest_of(3, [&] { view.emplace(roster.as_of(today)); });
  report(engine, "as_of nation", took, static_cast<std::int64_t>(view->size()));

  const std::vector<std::int64_t> units = view->count_units({});
  std::vector<std::int64_t> numbers;
  took = fastest_of(9, [&] { numbers = view->roll_up(units); });
  report(engine, "roll_up", took, sum_of(numbers));
  write_answer(folder / "zhibu_units.npy", *view, numbers);

  count(*view, {}, "members", folder);
  count(*view, {.standing = {PartyStanding::full}, .retirement = {Retirement::retired}}, "retired",
        folder);
}

void ask_for_a_province(const Roster& roster, const Nation& nation) {
  const UnitId province{some_province(nation)};
  std::int64_t answer = 0;
  Seconds took = fastest_of(
      9, [&] { answer = static_cast<std::int64_t>(roster.as_of(today, province).size()); });
  report(engine, "as_of province", took, answer);

  took = fastest_of(
      5, [&] { answer = sum_of(roster.as_of(day_gone_by, province).count_members({})); });
  report(engine, "members of a province", took, answer);
}

void ask_one_by_one(const Roster& roster, const Nation& nation) {
  const Queries asked = queries(nation);
  std::int64_t answer = 0;
  Seconds took = fastest_of(5, [&] {
    answer = 0;
    for (std::size_t i = 0; i < asked.persons.size(); ++i)
      answer += roster.person(asked.codes[i]).born_on.serial();
  });
  report(engine, "person by code", took, answer, asked.persons.size());

  const RosterView view = roster.as_of(today);
  took = fastest_of(9, [&] {
    answer = 0;
    for (std::size_t i = 0; i < asked.units.size(); ++i)
      answer += view.is_within({asked.units[i]}, {asked.tops[i]});
  });
  report(engine, "is_within", took, answer, asked.units.size());
}

}  // namespace

int main(int, char** arguments) {
  const double scale = std::stod(arguments[1]);
  const std::filesystem::path folder = arguments[2];
  std::optional<Roster> roster;
  {
    const Nation nation = generate(scale);
    write_columns(nation, folder);
    roster = build(nation);
    report_memory(*roster);
    ask_one_by_one(*roster, nation);
    ask_for_a_province(*roster, nation);
  }
  ask_for_the_nation(*roster, folder);
  measure_archive(std::move(roster), folder);
}

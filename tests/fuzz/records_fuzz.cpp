// SPDX-License-Identifier: BSL-1.0

#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "zhibu/audit/coverage.hpp"
#include "zhibu/record/record.hpp"

namespace {

using namespace zhibu;

constexpr std::string_view tables[] = {"records",    "campaigns", "minutes",        "study_notes",
                                       "visits",     "funds",     "appropriations", "payments",
                                       "opinions",   "tasks",     "dues_bases",     "dues_payments",
                                       "attendance", "waivers"};
constexpr std::string_view between = "\n==\n";

// The tables stand one after another, with `between` in between; those at the end may be missing.
void write_folder(const std::filesystem::path& folder, std::string_view bytes) {
  for (const std::string_view table : tables) {
    const std::filesystem::path file = folder / (std::string{table} + ".csv");
    if (bytes.empty()) {
      std::filesystem::remove(file);
      continue;
    }
    const std::string_view text = bytes.substr(0, bytes.find(between));
    bytes.remove_prefix(std::min(bytes.size(), text.size() + between.size()));
    std::ofstream{file, std::ios::binary} << text << '\n';
  }
}

// Two branches under a committee, two persons, a cluster and a workplace.
Roster small_roster() {
  Roster roster;
  Unit unit{};
  unit.standing = since(Date{2012, 3, 1});
  unit.code = unit.name = "GW";
  const UnitId top = roster.add(unit);
  unit.parent = top;
  unit.code = unit.name = "B1";
  const UnitId branch = roster.add(unit);
  unit.code = unit.name = "B2";
  roster.add(unit);
  for (const std::string_view code : {"P1", "P2"}) {
    Person person{};
    person.code = person.name = code;
    const PersonId id = roster.add(person);
    roster.add(Membership{id, branch, MembershipKind::home, since(Date{2012, 3, 1})});
  }
  roster.add(Cluster{{}, "PZ1", "第一片组", branch, branch, since(Date{2012, 3, 1})});
  roster.add(Workplace{{}, "W1", "县关工委"});
  return roster;
}

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// What holds of any records: a part has no more than the whole, and the whole is a part of itself.
void look_at(const Roster& roster, const Records& records) {
  const Records all = records.within(roster, roster.within(roster.unit("GW").id));
  require(all.size() == records.size());
  require(all.all<Visit>().size() == records.all<Visit>().size());
  const Records some = records.within(roster, roster.within(roster.unit("B1").id));
  require(some.size() <= all.size() && some.all<Fund>().size() <= all.all<Fund>().size());
  const Coverage covered =
      coverage(roster, records,
               {.activities = Activity::study_day, .period = {Date{2017, 1, 1}, Date{2018, 1, 1}}});
  require(covered.persons.size() == 2 && covered.left_out().size() <= 2);
}

}  // namespace

// Whatever the tables, records are made of them or their faults are thrown as
// std::invalid_argument; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Roster roster = small_roster();
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("zhibu_records_fuzz_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  write_folder(folder, {reinterpret_cast<const char*>(data), size});
  try {
    look_at(roster, Records::load(folder, roster));
  } catch (const std::invalid_argument& e) {
    require(std::string_view{e.what()}.find(".csv") != std::string_view::npos);
  }
  return 0;
}

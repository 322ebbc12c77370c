// SPDX-License-Identifier: BSL-1.0

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/view.hpp"

namespace {

using namespace zhibu;

constexpr std::string_view tables[] = {
    "units", "persons",  "memberships",     "events",       "posts",
    "terms", "clusters", "cluster_members", "appointments", "cluster_leads"};
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

void require(bool holds) {
  if (!holds) __builtin_trap();
}

// What holds of any roster on any day.
void look_at(const Roster& roster, Date day) {
  const RosterView view = roster.as_of(day);
  for (const Unit& any : roster.units()) {
    require(view.contains(any.id) == roster.at(any.id, day).has_value());
    if (!view.contains(any.id)) continue;
    require(view.children(any.id) == roster.children(any.id, day));
    for (const UnitId below : view.subtree(any.id)) require(roster.is_within(below, any.id, day));
  }
  const auto members = view.roll_up(view.count_members({}));
  require(members.size() == view.size());
}

}  // namespace

// Whatever the tables, a roster is made of them or their faults are thrown as
// std::invalid_argument; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("zhibu_roster_fuzz_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  write_folder(folder, {reinterpret_cast<const char*>(data), size});
  try {
    const Roster roster = Roster::load(folder);
    for (const Date day : {Date{2012, 3, 1}, Date{2017, 1, 1}, Date{2019, 3, 1}, Date{9000, 1, 1}})
      look_at(roster, day);
  } catch (const std::invalid_argument&) {
  }
  return 0;
}

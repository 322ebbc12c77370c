// SPDX-License-Identifier: BSL-1.0

#include "files.hpp"

#include <cstdint>
#include <string>

#include "../organization/measure.hpp"

namespace audit_benchmark {

using namespace zhibu;
using organization_benchmark::write_numbers;

namespace {

using Numbers = std::vector<std::int32_t>;

// A committee of an area has a code that ends so; see nation.cpp.
bool is_top(const Unit& unit) { return unit.code.ends_with("000000"); }

void write(const std::filesystem::path& folder, const std::string& name, const Numbers& numbers) {
  write_numbers<std::int32_t>(folder / (name + ".npy"), "<i4", numbers);
}

// By unit: the number of the nearest top above it, where the tops come each before those under it.
Numbers nearest_top(const RosterView& view, const std::vector<UnitId>& tops) {
  Numbers nearest(view.roster().units().size(), -1);
  for (std::size_t i = 0; i < tops.size(); ++i)
    for (const UnitId unit : view.subtree(tops[i]).subspan(1))
      nearest[unit.index] = static_cast<std::int32_t>(i);
  return nearest;
}

}  // namespace

std::vector<UnitId> tops_of(const RosterView& view) {
  std::vector<UnitId> tops;
  for (const UnitId unit : view.units())
    if (is_top(view[unit])) tops.push_back(unit);
  return tops;
}

void write_columns(const std::filesystem::path& folder, const Held& held, const RosterView& view,
                   const std::vector<UnitId>& tops) {
  Numbers nearest = nearest_top(view, tops);
  Numbers above;
  for (const UnitId top : tops) above.push_back(nearest[top.index]);
  write(folder, "top_above", above);
  for (const Unit& unit : view.roster().units())
    if (unit.kind != UnitKind::branch) nearest[unit.id.index] = -1;
  write(folder, "unit_top", nearest);

  std::vector<std::uint32_t> units;
  for (const UnitId unit : held.units) units.push_back(unit.index);
  write_numbers<std::uint32_t>(folder / "unit.npy", "<u4", units);
  std::vector<std::uint8_t> activities;
  for (const Activity activity : held.activities)
    activities.push_back(static_cast<std::uint8_t>(activity));
  write_numbers<std::uint8_t>(folder / "activity.npy", "|u1", activities);
  Numbers days;
  for (const Date day : held.held_on) days.push_back(day.serial());
  write(folder, "held_on", days);
}

void write_answers(const std::filesystem::path& folder, const std::vector<ProgressTally>& tallies) {
  std::vector<std::int64_t> answers;
  for (const ProgressTally& tally : tallies)
    for (const std::int64_t number :
         {tally.count(Standing::satisfied), tally.count(Standing::overdue), tally.bearers_overdue})
      answers.push_back(number);
  write_numbers<std::int64_t>(folder / "zhibu.npy", "<i8", answers);
}

}  // namespace audit_benchmark

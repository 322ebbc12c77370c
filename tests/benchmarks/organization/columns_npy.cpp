// SPDX-License-Identifier: BSL-1.0

#include "columns_npy.hpp"

#include <string>

#include "measure.hpp"
#include "nation_rows.hpp"

namespace organization_benchmark {

namespace {

using Numbers = std::vector<std::int32_t>;

void write(const std::filesystem::path& folder, const std::string& name, const Numbers& numbers) {
  write_numbers<std::int32_t>(folder / (name + ".npy"), "<i4", numbers);
}

void write(const std::filesystem::path& folder, const std::string& name, const Codes& codes) {
  write_npy(folder / (name + ".npy"), "|S" + std::to_string(codes.width()), codes.size(),
            codes.bytes());
}

Numbers serials(const std::vector<Date>& days) {
  Numbers numbers;
  numbers.reserve(days.size());
  for (const Date day : days) numbers.push_back(day.serial());
  return numbers;
}

void write_states(const Nation& nation, const std::filesystem::path& folder) {
  Numbers units, parents, begins, ends;
  for_each_state(nation, [&](std::uint32_t unit, Date begin, Date end, std::string_view,
                             std::optional<std::uint32_t> parent) {
    units.push_back(static_cast<std::int32_t>(unit));
    parents.push_back(parent ? static_cast<std::int32_t>(*parent) : -1);
    begins.push_back(begin.serial());
    ends.push_back(end.serial());
  });
  write(folder, "state_unit", units);
  write(folder, "state_parent", parents);
  write(folder, "state_from", begins);
  write(folder, "state_to", ends);
}

void write_stays(const Nation& nation, const std::filesystem::path& folder) {
  Numbers persons, units, begins, ends;
  for_each_stay(nation, [&](std::uint32_t person, std::uint32_t unit, Date begin, Date end) {
    persons.push_back(static_cast<std::int32_t>(person));
    units.push_back(static_cast<std::int32_t>(unit));
    begins.push_back(begin.serial());
    ends.push_back(end.serial());
  });
  write(folder, "stay_person", persons);
  write(folder, "stay_unit", units);
  write(folder, "stay_from", begins);
  write(folder, "stay_to", ends);
}

}  // namespace

void write_columns(const Nation& nation, const std::filesystem::path& folder) {
  write_states(nation, folder);
  write_stays(nation, folder);
  write(folder, "person_code", nation.members.codes);
  write(folder, "person_name", Numbers(nation.members.names.begin(), nation.members.names.end()));
  write(folder, "person_born_on", serials(nation.members.born_on));
  write(folder, "person_retired_on", serials(nation.members.retired_on));
  write(folder, "person_admitted_on", serials(nation.members.admitted_on));
  write(folder, "person_full_member_on", serials(nation.members.full_member_on));
  write(folder, "asked_code", queries(nation).codes);
  write(folder, "province", Numbers{static_cast<std::int32_t>(some_province(nation))});
}

}  // namespace organization_benchmark

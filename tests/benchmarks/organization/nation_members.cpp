// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cmath>

#include "nation_parts.hpp"

namespace organization_benchmark {

using zhibu::Sex;
using zhibu::UnitKind;

namespace {

int years(std::uint32_t count) { return static_cast<int>(std::lround(count * 365.2425)); }

std::string code_of(std::uint64_t person) {
  constexpr std::uint64_t codes = 1'000'000'000;
  const std::uint64_t number = (person * 387'420'489 + 123'456'789) % codes;
  return "P" + std::to_string(codes + number).substr(1);
}

// The age on which one retires, and the age today: younger ones are more than older ones.
std::uint32_t age_of_retirement(Sex sex) { return sex == Sex::male ? 60 : 55; }

std::uint32_t age_of(std::uint64_t person, Sex sex, bool retired) {
  const std::uint32_t limit = age_of_retirement(sex);
  if (!retired) return 20 + draw(Question::age, person, limit - 20);
  return limit + std::min(draw(Question::age, person, 35), draw(Question::age, ~person, 35));
}

void add_member(Nation& nation, std::uint32_t branch, bool first) {
  Members& members = nation.members;
  const std::uint64_t person = members.names.size();
  const Sex sex = draw(Question::sex, person, 1000) < 309 ? Sex::female : Sex::male;
  const bool retired = draw(Question::retired, person, 1000) < 214;
  const bool probationary = !retired && !first && draw(Question::probationary, person, 1000) < 13;
  const std::uint32_t age = age_of(person, sex, retired);
  const Date born = today - years(age) - static_cast<int>(draw(Question::birthday, person, 360));
  const Date adult = born + years(18 + draw(Question::admitted, person, std::min(age, 45U) - 18));
  const Date recently = today - static_cast<int>(draw(Question::admitted, ~person, 360));
  const Date admitted = probationary ? recently : std::min(adult, today - 366);

  members.codes.push_back(code_of(person));
  members.names.push_back(draw(Question::name, person, nation.person_names.size()));
  members.sexes.push_back(sex);
  members.born_on.push_back(born);
  members.retired_on.push_back(retired ? born + years(age_of_retirement(sex)) : never);
  members.admitted_on.push_back(admitted);
  members.full_member_on.push_back(probationary ? never : admitted + 365);
  members.branches.push_back(branch);
}

void reserve(Members& members, std::size_t size) {
  members.codes.reserve(size);
  members.names.reserve(size);
  members.sexes.reserve(size);
  members.born_on.reserve(size);
  members.retired_on.reserve(size);
  members.admitted_on.reserve(size);
  members.full_member_on.reserve(size);
  members.branches.reserve(size);
}

// All but the secretaries may be transferred, to a branch not far away.
void add_transfer(Nation& nation, const std::vector<std::uint32_t>& branches, std::size_t branch,
                  std::uint32_t person) {
  if (draw(Question::transferred, person, 20) != 0) return;
  const Date first = std::max(joined_on(nation, person) + 1, Date{2016, 1, 1});
  if (first >= today) return;
  const std::size_t further = 1 + draw(Question::to, person, 1000);
  const std::uint32_t days = static_cast<std::uint32_t>(today - first);
  nation.transfers.push_back({person, branches[(branch + further) % branches.size()],
                              first + static_cast<int>(draw(Question::day, ~person, days))});
}

std::vector<std::uint32_t> branches_of(const Units& units) {
  std::vector<std::uint32_t> branches;
  for (std::uint32_t unit = 0; unit < units.kinds.size(); ++unit)
    if (units.kinds[unit] == UnitKind::branch) branches.push_back(unit);
  return branches;
}

}  // namespace

Date joined_on(const Nation& nation, std::size_t member) {
  return std::max(nation.members.admitted_on[member],
                  nation.units.founded_on[nation.members.branches[member]]);
}

void generate_members(Nation& nation, double scale) {
  const std::size_t size = static_cast<std::size_t>(std::llround(100'000'000 * scale));
  reserve(nation.members, size);
  const std::vector<std::uint32_t> branches = branches_of(nation.units);
  const double mean = static_cast<double>(size) / static_cast<double>(branches.size());
  for (std::size_t i = 0; i < branches.size(); ++i) {
    const double more = draw(Question::size, i, 1000) * 0.0008;  // so that some are large
    const std::size_t end =
        i + 1 == branches.size()
            ? size
            : static_cast<std::size_t>((static_cast<double>(i + 1) + more) * mean);
    const std::uint32_t secretary = static_cast<std::uint32_t>(nation.members.names.size());
    for (std::size_t person = secretary; person < end; ++person) {
      add_member(nation, branches[i], person == secretary);
      if (person > secretary) add_transfer(nation, branches, i, static_cast<std::uint32_t>(person));
    }
    nation.secretaries.push_back(
        {branches[i], secretary,
         std::max(joined_on(nation, secretary), nation.members.full_member_on[secretary])});
  }
}

}  // namespace organization_benchmark

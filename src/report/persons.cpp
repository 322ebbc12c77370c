// SPDX-License-Identifier: BSL-1.0

#include "report/persons.hpp"

namespace zhibu {

std::optional<UnitId> home_branch(const LedgerSource& source, PersonId person, Date day) {
  const std::optional<UnitId> home = source.home(person, day);
  if (!home) return std::nullopt;
  for (const Membership& m : source.roster().memberships(person))
    if (m.kind == MembershipKind::home && m.unit == *home && m.period.contains(day)) return home;
  return std::nullopt;
}

Particulars particulars(const Roster& roster, PersonId person) {
  const std::vector<Particulars> known = roster.of<Particulars>(person);
  return known.empty() ? Particulars{.person = person} : known.front();
}

std::vector<UnitId> standing_units(const LedgerSource& source, Date day) {
  std::vector<UnitId> found;
  for (const Unit& unit : source.roster().units())
    if (source.covers(unit.id, day) && source.roster().at(unit.id, day)) found.push_back(unit.id);
  return found;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// A small county for the tests of this folder.

#pragma once

#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/organization/roster.hpp"

namespace zhibu {

inline const Date founded{2012, 3, 1};
inline const Date reform{2019, 3, 1};

inline Unit unit_row(std::string_view code, std::optional<UnitId> parent = std::nullopt,
                     UnitKind kind = UnitKind::branch) {
  Unit unit{};
  unit.code = code;
  unit.name = code;
  unit.kind = kind;
  unit.parent = parent;
  unit.standing = since(founded);
  return unit;
}

inline Person person_row(std::string_view code) {
  Person person{};
  person.code = code;
  person.name = code;
  person.born_on = Date{1950, 1, 1};
  person.admitted_on = Date{1970, 7, 1};
  person.full_member_on = Date{1971, 7, 1};
  return person;
}

inline Post post_row(std::string_view code, UnitId unit, PostKind kind = PostKind::secretary) {
  return {.id = {}, .code = code, .unit = unit, .kind = kind};
}

// What `act` is refused for.
inline std::string refusal(const std::function<void()>& act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "none";
}

// All that a roster says of its units and persons on that day, as texts.
inline std::vector<std::string> told(const Roster& roster, Date day) {
  std::vector<std::string> lines;
  for (const Unit& any : roster.units()) {
    const std::optional<Unit> unit = roster.at(any.id, day);
    std::string line = std::string{any.code} + ": ";
    if (unit)
      line += std::string{unit->name} + ' ' + std::string{key(unit->kind)} + ' ' +
              (unit->parent ? std::string{roster[*unit->parent].code} : "") + ' ' +
              std::string{key(unit->field)} + (unit->temporary ? " temporary" : "") +
              (unit->joint ? " joint" : "") + (unit->mobile ? " mobile" : "") +
              (unit->retired_cadres ? " retired" : "") + (unit->has_committee ? " committee" : "");
    for (const UnitId child : roster.children(any.id, day))
      line += " /" + std::string{roster[child].code};
    for (const Name<MembershipKind>& kind : names<MembershipKind>())
      for (const PersonId person : roster.members(any.id, kind.value, day))
        line += ' ' + std::string{kind.key} + '=' + std::string{roster[person].code};
    for (const Appointment& held : roster.appointments(any.id, day))
      line += " @" + std::string{roster[held.post].code} + std::string{roster[held.person].code};
    if (const auto cluster = roster.cluster_of(any.id, day))
      line += " in " + std::string{roster[*cluster].code};
    lines.push_back(line);
  }
  return lines;
}

// A committee with an office and two branches under it since 2012, and a member of one of these.
class CountyOfBranches : public testing::Test {
 protected:
  std::string name(UnitId unit, Date day) const {
    return std::string{roster.at(unit, day).value().name};
  }

  // `act` is refused for that, and then all is as it was.
  void unchanged(const std::function<void()>& act, std::string_view found) {
    const std::uint64_t version = roster.version();
    const std::size_t events = roster.events().size();
    std::vector<std::string> before;
    for (const Date day : days)
      for (const std::string& line : told(roster, day)) before.push_back(line);
    EXPECT_THAT(refusal(act), testing::HasSubstr(std::string{found}));
    std::vector<std::string> after;
    for (const Date day : days)
      for (const std::string& line : told(roster, day)) after.push_back(line);
    EXPECT_EQ(after, before);
    EXPECT_EQ(roster.version(), version);
    EXPECT_EQ(roster.events().size(), events);
  }

  const std::vector<Date> days{founded - 1, founded,    reform - 365, reform - 1,
                               reform,      reform + 1, reform + 365};
  Roster roster;
  UnitId committee = roster.add(unit_row("GW", std::nullopt, UnitKind::working_committee));
  UnitId health = roster.add([this] {
    Unit unit = unit_row("B-WS", committee);
    unit.name = "县卫生局党支部";
    return unit;
  }());
  UnitId education = roster.add(unit_row("B-JY", committee));
  UnitId office = roster.add(unit_row("B-BG", committee));
  PersonId member = roster.add(person_row("P1"));
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// A roster of two branches, and rows to add to it.

#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "zhibu/organization/roster.hpp"

namespace zhibu {

inline const Date founded{2012, 3, 1};
inline const Period open = since(founded);
inline const Period year{Date{2017, 1, 1}, Date{2018, 1, 1}};

inline Unit a_unit(std::string_view code, std::optional<UnitId> parent = std::nullopt) {
  Unit unit;
  unit.code = code;
  unit.name = "党支部";
  unit.parent = parent;
  unit.standing = open;
  return unit;
}

inline Person a_person(std::string_view code) {
  Person person;
  person.code = code;
  person.name = "甲";
  return person;
}

inline Post a_post(std::string_view code, UnitId unit) {
  return {.id = {},
          .code = code,
          .unit = unit,
          .kind = PostKind::secretary,
          .title = "",
          .ex_officio = false};
}

// What `act` is refused for.
template <class Act>
std::string refusal(Act act) {
  try {
    act();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "none";
}

class RosterOfTwoBranches : public testing::Test {
 protected:
  Roster roster;
  UnitId committee = roster.add(a_unit("GW"));
  UnitId first = roster.add(a_unit("B01", committee));
  UnitId second = roster.add(a_unit("B02", committee));
  PersonId person = roster.add(a_person("P1"));
  PersonId other = roster.add(a_person("P2"));
};

}  // namespace zhibu

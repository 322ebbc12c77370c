// SPDX-License-Identifier: BSL-1.0
//
// Rosters to which anything has happened, for properties.

#pragma once

#include <string>
#include <vector>

#include <rapidcheck.h>

#include "county.hpp"

namespace zhibu {

inline const Date first_day{2012, 3, 1};
inline constexpr int span = 40;  // days on which something may happen

// One thing that may happen, or be refused. Days are counted from the first.
struct Happening {
  int what;
  std::size_t unit;
  std::size_t other;
  std::size_t person;
  int day;
  int length;
};

inline Happening any_happening(std::size_t units, std::size_t persons) {
  return {*rc::gen::inRange(0, 16),
          *rc::gen::inRange<std::size_t>(0, units),
          *rc::gen::inRange<std::size_t>(0, units),
          *rc::gen::inRange<std::size_t>(0, persons),
          *rc::gen::inRange(0, span),
          *rc::gen::inRange(1, 2 * span)};
}

// What becomes of `roster`; a refusal changes nothing.
inline void happen(Roster& roster, const Happening& h) {
  const auto unit = UnitId{static_cast<std::uint32_t>(h.unit)};
  const auto other = UnitId{static_cast<std::uint32_t>(h.other)};
  const auto person = PersonId{static_cast<std::uint32_t>(h.person)};
  const Date on = first_day + h.day;
  const Period period{on, h.length > span ? Date::last() : on + h.length};
  const std::string name = "名" + std::to_string(h.day) + "-" + std::to_string(h.length);
  const auto as = [&](auto change) {
    Unit now = roster.at(unit, on).value_or(roster[unit]);
    change(now);
    roster.adjust(unit, now, on);
  };
  refusal([&] {
    switch (h.what) {
      case 0:
      case 1:
        roster.rename(unit, name, on, "文" + name);
        return;
      case 2:
      case 3:
        roster.move(unit, h.length % 5 == 0 ? std::nullopt : std::optional{other}, on);
        return;
      case 4:
        roster.upgrade(unit, h.length % 2 == 0 ? UnitKind::branch : UnitKind::general_branch, on);
        return;
      case 5:
        as([&](Unit& now) { now.joint = !now.joint; });
        return;
      case 6:
        as([&](Unit& now) { now.temporary = !now.temporary; });
        return;
      case 7:
        if (h.length % 3 == 0) roster.dissolve(unit, on, "撤");
        return;
      case 8:
        roster.lapse(unit, on);
        return;
      case 9:
        roster.merge(std::vector{unit, UnitId{0}}, other, on, "并");
        return;
      case 10:
        roster.split(unit, std::vector{h.length % 2 == 0 ? unit : other, other}, on, "分");
        return;
      case 11:
        roster.transfer(person, unit, on);
        return;
      case 12:
        roster.add(Membership{person, unit, MembershipKind::home, period});
        return;
      case 13:
        roster.add(Membership{person, unit, MembershipKind::activity, period});
        return;
      case 14:
        roster.add(Contact{person, unit, period});
        return;
      default:
        roster.found(unit, "成");
    }
  });
}

// Some units and persons, to which nothing has happened yet.
inline Roster some_roster() {
  Roster roster;
  const std::size_t units = *rc::gen::inRange<std::size_t>(1, 7);
  const std::size_t persons = 4;
  for (std::uint32_t i = 0; i < units; ++i) {
    const std::string code = "U" + std::to_string(i);
    Unit unit = unit_row(code);
    if (i > 0 && *rc::gen::arbitrary<bool>()) unit.parent = UnitId{*rc::gen::inRange(0u, i)};
    const Date begin = first_day + *rc::gen::inRange(0, span / 4);
    const int length = *rc::gen::inRange(1, 8 * span);
    unit.standing = {begin, length > 3 * span ? Date::last() : begin + span / 2 + length};
    roster.add(unit);
  }
  for (std::size_t i = 0; i < persons; ++i) {
    const std::string code = "P" + std::to_string(i);
    Person person = person_row(code);
    if (i == 0) person.died_on = first_day + *rc::gen::inRange(0, span);
    roster.add(person);
  }
  return roster;
}

// The same, and whatever happened to them.
inline Roster whatever_happened() {
  Roster roster = some_roster();
  const std::size_t units = roster.units().size();
  const std::size_t persons = roster.persons().size();
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) happen(roster, any_happening(units, persons));
  return roster;
}

}  // namespace zhibu

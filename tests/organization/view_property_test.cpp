// SPDX-License-Identifier: BSL-1.0
//
// Rosters to which anything happened, against a slow model: what each unit is and where each person
// is at home, told day by day.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "happenings.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {
namespace {

constexpr int told_days = 3 * span;

struct UnitOfADay {
  std::string name;
  UnitKind kind = UnitKind::branch;
  std::optional<std::size_t> parent;
  bool joint = false;
  bool temporary = false;
};

// A home, and which entry it is of, as two may be in one unit.
using Home = std::optional<std::pair<std::size_t, int>>;

class SlowRoster {
 public:
  explicit SlowRoster(const Roster& roster) {
    for (const Unit& unit : roster.units()) {
      std::vector<std::optional<UnitOfADay>> days(told_days);
      for (int day = 0; day < told_days; ++day)
        if (unit.standing.contains(first_day + day))
          days[at(day)] = UnitOfADay{
              std::string{unit.name}, unit.kind,
              unit.parent ? std::optional<std::size_t>{unit.parent->index} : std::nullopt};
      units.push_back(days);
    }
    for (const Person& person : roster.persons()) {
      homes.emplace_back(told_days);
      death.push_back(person.died_on ? *person.died_on - first_day : told_days);
    }
  }

  static std::size_t at(int day) { return static_cast<std::size_t>(day); }

  // From `day` on up to the next on which it changes anyway.
  template <class V>
  void change(std::size_t unit, int day, V UnitOfADay::*field, V value) {
    std::optional<V> before;
    for (int d = day; d < told_days && units[unit][at(d)]; ++d) {
      V& now = *units[unit][at(d)].*field;
      if (before && now != *before) return;
      before = now;
      now = value;
    }
  }

  void end(std::size_t unit, int day, std::optional<std::size_t> into) {
    for (int d = day; d < told_days; ++d) {
      units[unit][at(d)].reset();
      for (auto& home : homes)
        if (Home& now = home[at(d)]; now && now->first == unit) {
          if (into)
            now->first = *into;
          else
            now.reset();
        }
    }
  }

  void merge(std::size_t unit, std::size_t into, int day) {
    for (auto& other : units)
      for (int d = day; d < told_days; ++d)
        if (other[at(d)] && other[at(d)]->parent == unit) other[at(d)]->parent = into;
    end(unit, day, into);
  }

  void transfer(std::size_t person, std::size_t unit, int day) {
    const Home before = homes[person][at(day)];
    ++entries;
    for (int d = day; d < told_days && homes[person][at(d)] == before; ++d)
      homes[person][at(d)] = std::pair{unit, entries};
  }

  void join(std::size_t person, std::size_t unit, int day, int days) {
    ++entries;
    for (int d = day; d < std::min(told_days, day + days); ++d)
      homes[person][at(d)] = std::pair{unit, entries};
  }

  bool within(std::size_t unit, std::size_t top, int day) const {
    for (std::optional<std::size_t> above = unit; above; above = units[*above][at(day)]->parent) {
      if (!units[*above][at(day)]) return false;
      if (*above == top) return true;
    }
    return false;
  }

  bool at_home(std::size_t person, std::size_t unit, int day) const {
    const Home home = homes[person][at(day)];
    return home && home->first == unit && units[unit][at(day)] && day < death[person];
  }

  std::vector<std::vector<std::optional<UnitOfADay>>> units;
  std::vector<std::vector<Home>> homes;
  std::vector<int> death;  // of each person
  int entries = 0;
};

// What was not refused happens to the slow roster too.
void happen(SlowRoster& slow, const Happening& h) {
  const std::string name = "名" + std::to_string(h.day) + "-" + std::to_string(h.length);
  const std::optional<UnitOfADay> now = slow.units[h.unit][SlowRoster::at(h.day)];
  switch (h.what) {
    case 0:
    case 1:
      return slow.change(h.unit, h.day, &UnitOfADay::name, name);
    case 2:
    case 3:
      return slow.change(h.unit, h.day, &UnitOfADay::parent,
                         h.length % 5 == 0 ? std::nullopt : std::optional{h.other});
    case 4:
      return slow.change(h.unit, h.day, &UnitOfADay::kind,
                         h.length % 2 == 0 ? UnitKind::branch : UnitKind::general_branch);
    case 5:
      return slow.change(h.unit, h.day, &UnitOfADay::joint, !now->joint);
    case 6:
      return slow.change(h.unit, h.day, &UnitOfADay::temporary, !now->temporary);
    case 7:
      if (h.length % 3 == 0) slow.end(h.unit, h.day, std::nullopt);
      return;
    case 8:
      return slow.end(h.unit, h.day, std::nullopt);
    case 9:
      if (h.unit != h.other) slow.merge(h.unit, h.other, h.day);
      if (h.other != 0 && h.unit != 0) slow.merge(0, h.other, h.day);
      return;
    case 10:
      if (h.length % 2 != 0) slow.end(h.unit, h.day, std::nullopt);
      return;
    case 11:
      return slow.transfer(h.person, h.unit, h.day);
    case 12:
      return slow.join(h.person, h.unit, h.day, h.length > span ? told_days : h.length);
    default:
      return;  // nothing that the slow roster tells
  }
}

std::set<std::size_t> indices(const auto& ids) {
  std::set<std::size_t> found;
  for (const auto id : ids) found.insert(id.index);
  return found;
}

UnitId id(std::size_t unit) { return {static_cast<std::uint32_t>(unit)}; }

void compare_unit(const Roster& roster, const RosterView& view, const SlowRoster& slow,
                  std::size_t u, int day) {
  const Date date = first_day + day;
  const std::optional<Unit> unit = roster.at(id(u), date);
  const std::optional<UnitOfADay>& told = slow.units[u][SlowRoster::at(day)];
  RC_ASSERT(unit.has_value() == told.has_value());
  RC_ASSERT(view.contains(id(u)) == told.has_value());
  if (!told) return;
  RC_ASSERT(unit->name == told->name);
  RC_ASSERT(unit->kind == told->kind);
  RC_ASSERT(unit->joint == told->joint);
  RC_ASSERT(unit->temporary == told->temporary);
  RC_ASSERT(unit->parent.has_value() == told->parent.has_value());
  if (told->parent) RC_ASSERT(unit->parent == id(*told->parent));

  std::set<std::size_t> children;
  std::set<std::size_t> subtree;
  std::set<std::size_t> members;
  for (std::size_t other = 0; other < slow.units.size(); ++other) {
    const auto& state = slow.units[other][SlowRoster::at(day)];
    if (state && state->parent == u) children.insert(other);
    const bool within = state && slow.within(other, u, day);
    if (within) subtree.insert(other);
    RC_ASSERT(roster.is_within(id(other), id(u), date) == within);
    if (state) RC_ASSERT(view.is_within(id(other), id(u)) == within);
  }
  for (std::size_t person = 0; person < slow.homes.size(); ++person)
    if (slow.at_home(person, u, day)) members.insert(person);
  RC_ASSERT(indices(roster.children(id(u), date)) == children);
  RC_ASSERT(roster.children(id(u), date) == view.children(id(u)));
  RC_ASSERT(view.subtree(id(u)).size() == subtree.size());
  RC_ASSERT(indices(view.subtree(id(u))) == subtree);
  const auto at_home = roster.members(id(u), MembershipKind::home, date);
  RC_ASSERT(at_home.size() == members.size());
  RC_ASSERT(indices(at_home) == members);
  RC_ASSERT(view.count_members({}).at(view.place(id(u))) ==
            static_cast<std::int64_t>(members.size()));
}

void compare(const Roster& roster, const SlowRoster& slow, int day) {
  const RosterView view = roster.as_of(first_day + day);
  for (std::size_t u = 0; u < slow.units.size(); ++u) compare_unit(roster, view, slow, u, day);
  for (std::size_t p = 0; p < slow.homes.size(); ++p) {
    std::optional<UnitId> home;
    for (std::size_t u = 0; u < slow.units.size(); ++u)
      if (slow.at_home(p, u, day)) home = id(u);
    RC_ASSERT(roster.home({static_cast<std::uint32_t>(p)}, first_day + day) == home);
  }
}

RC_GTEST_PROP(ViewProperty, TellsWhatItWouldBeToldDayByDay, ()) {
  Roster roster = some_roster();
  const std::size_t units = roster.units().size();
  const std::size_t persons = roster.persons().size();
  SlowRoster slow{roster};
  const int count = *rc::gen::inRange(0, 40);
  for (int i = 0; i < count; ++i) {
    const Happening happening = any_happening(units, persons);
    const std::uint64_t version = roster.version();
    happen(roster, happening);
    if (roster.version() != version) happen(slow, happening);
  }
  for (int i = 0; i < 12; ++i) compare(roster, slow, *rc::gen::inRange(0, told_days));
  for (int i = 0; i < 12; ++i) compare(roster, slow, *rc::gen::inRange(0, span));
}

}  // namespace
}  // namespace zhibu

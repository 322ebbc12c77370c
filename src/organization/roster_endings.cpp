// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <string>

#include "organization/spans.hpp"
#include "organization/unit_change.hpp"
#include "organization/unit_events.hpp"
#include "quote.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

// The units that stand under `unit` on `on` or later.
std::vector<UnitId> under(const RosterColumns& columns, UnitId unit, Date on) {
  std::vector<UnitId> found;
  for (const std::uint32_t state : columns.children.of(unit.index)) {
    const UnitId child = columns.unit_states.value<&UnitState::unit>(state, columns.texts);
    const auto history = columns.units[child.index];
    const bool is_so = std::ranges::any_of(history.history(), [&](const auto& entry) {
      return entry.value == state && entry.period.end > on;
    });
    if (is_so && std::ranges::find(found, child) == found.end()) found.push_back(child);
  }
  return found;
}

void require_none_under(const RosterColumns& columns, UnitId unit, Date on) {
  std::string codes;
  for (const UnitId child : under(columns, unit, on))
    codes += (codes.empty() ? "" : ", ") + quote(columns.code(child));
  if (!codes.empty())
    refuse("under " + named(columns, unit) + " there still stand, on " + to_string(on) +
               " or later, " + codes,
           "a unit with none under it; move or dissolve those first");
}

// Ends all rows of a relation that name `owner` and last beyond `on`.
template <class Row, class Owner>
void end_rows(RosterColumns& columns, Owner owner, Date on) {
  Relation<Row>& relation = columns.relation<Row>();
  for (const std::uint32_t i : relation.of(owner)) {
    const Period period = relation.rows.template value<&Row::period>(i, columns.texts);
    if (period.begin < on && on < period.end)
      relation.rows.template set<&Row::period>(i, Period{period.begin, on}, columns.texts);
  }
}

// Those at home in `unit` on `on` or later are, from then on, at home in `into`, or nowhere.
void end_homes(RosterColumns& columns, UnitId unit, Date on, std::optional<UnitId> into) {
  std::vector<std::uint32_t> persons = columns.home_members.of(unit.index);
  for (const std::uint32_t place : columns.moved_members.of(unit.index))
    persons.push_back(columns.moved[place]);
  for (const std::uint32_t person : persons) {
    Timeline<Timelines::Number> homes = columns.homes[person];
    bool changed = false;
    const Timeline<Timelines::Number> known = homes;
    for (const auto& [period, home] : known.history()) {
      const Period rest{std::max(period.begin, on), period.end};
      if (home != unit.index || rest.empty()) continue;
      homes.clear(rest);
      if (into) homes.put(rest, into->index);
      changed = true;
    }
    if (!changed) continue;
    if (into)
      columns.set_home({person}, homes, *into);
    else
      columns.homes.set(person, homes);
  }
}

// Who takes part in `unit`, or is looked after there, on `on` or later does so in `into`.
void bring_members(RosterColumns& columns, UnitId unit, UnitId into, Date on) {
  const Relation<Membership>& relation = columns.relation<Membership>();
  for (const std::uint32_t i : relation.of(unit)) {
    const Membership before = columns.row<Membership>(i);
    Timeline<bool> days{{std::max(before.period.begin, on), before.period.end}, true};
    for (const std::uint32_t other : relation.of(before.person))
      if (const Membership there = columns.row<Membership>(other);
          there.unit == into && there.kind == before.kind)
        days.clear(there.period);
    for (const auto& [period, _] : days.history())
      columns.relation<Membership>().push({before.person, into, before.kind, period},
                                          columns.texts);
  }
}

// Ends a unit and all that depends on it.
void close(RosterColumns& columns, UnitId unit, Date on, std::optional<UnitId> into = {}) {
  Timeline<Timelines::Number> timeline = columns.units[unit.index];
  timeline.end(on);
  columns.units.set(unit.index, timeline);
  end_homes(columns, unit, on, into);
  if (into) bring_members(columns, unit, *into, on);
  end_rows<Membership>(columns, unit, on);
  for (const std::uint32_t post : columns.relation<Post>().of(unit))
    end_rows<Appointment>(columns, PostId{post}, on);
  end_rows<ClusterMembership>(columns, unit, on);
  end_rows<Contact>(columns, unit, on);
  end_rows<Venue>(columns, unit, on);
  end_rows<UnitWorkplace>(columns, unit, on);
  ++columns.version;
}

// Whenever `child` stands under `unit` on `on` or later, it stands under `into`.
void bring_under(RosterColumns& columns, UnitId child, UnitId unit, UnitId into, Date on) {
  const Timeline<Timelines::Number> known = columns.units[child.index];
  for (const auto& [period, state] : known.history()) {
    if (period.end <= on) continue;
    ChangeOfUnit change{columns, child, std::max(on, period.begin)};
    if (change.after().parent != unit) continue;
    change.after().parent = into;
    change.apply();
  }
}

// The units but that one, each once.
std::vector<UnitId> without(std::span<const UnitId> units, UnitId unit) {
  std::vector<UnitId> others;
  for (const UnitId other : units)
    if (other != unit && std::ranges::find(others, other) == others.end()) others.push_back(other);
  return others;
}

// A unit that ends on `on` must have stood before.
void require_can_end(const RosterColumns& columns, UnitId unit, Date on) {
  require_standing(columns, unit, on);
  if (columns.standing(unit).begin == on)
    refuse(named(columns, unit) + " would end on " + to_string(on) + ", the day it begins",
           "a later day");
}

void require_can_merge(const RosterColumns& columns, UnitId unit, UnitId into, Date on) {
  require_can_end(columns, unit, on);
  const auto kind = [&](UnitId id) {
    return columns.unit_states.value<&UnitState::kind>(*columns.units.at(id.index, on),
                                                       columns.texts);
  };
  if (kind(unit) != kind(into))
    refuse(named(columns, unit) + " is a " + std::string{key(kind(unit))} + " and " +
               quote(columns.code(into)) + " a " + std::string{key(kind(into))},
           "units of one kind; upgrade first");
  for (const UnitId child : under(columns, unit, on)) {
    const Timeline<Timelines::Number> states = columns.units[child.index];
    for (const auto& [period, state] : states.history())
      if (const Period rest{std::max(period.begin, on), period.end};
          !rest.empty() && columns.parent(child, rest.begin) == unit)
        require_under(columns, child, into, common(rest, columns.standing(child)));
  }
}

}  // namespace

EventId Roster::dissolve(UnitId unit, Date on, std::string_view document) {
  require_can_end(*columns_, unit, on);
  require_short(document);
  require_none_under(*columns_, unit, on);
  close(*columns_, unit, on);
  return enter(*columns_, EventKind::dissolve, unit, on, document);
}

EventId Roster::lapse(UnitId unit, Date on, std::string_view document) {
  require_can_end(*columns_, unit, on);
  require_short(document);
  if (!at(unit, on)->temporary)
    refuse(named(*columns_, unit) + " is not temporary", "a temporary one; others are dissolved");
  require_none_under(*columns_, unit, on);
  close(*columns_, unit, on);
  return enter(*columns_, EventKind::lapse, unit, on, document);
}

std::vector<EventId> Roster::merge(std::span<const UnitId> units, UnitId into, Date on,
                                   std::string_view document) {
  require_standing(*columns_, into, on);
  require_short(document);
  const std::vector<UnitId> ending = without(units, into);
  if (ending.empty())
    refuse("nothing to merge into " + named(*columns_, into), "another unit at least");
  for (const UnitId unit : ending) require_can_merge(*columns_, unit, into, on);

  std::vector<EventId> events;
  for (const UnitId unit : ending) {
    for (const UnitId child : under(*columns_, unit, on))
      bring_under(*columns_, child, unit, into, on);
    close(*columns_, unit, on, into);
    events.push_back(enter(*columns_, EventKind::merge, unit, on, document, into));
  }
  return events;
}

std::vector<EventId> Roster::split(UnitId unit, std::span<const UnitId> into, Date on,
                                   std::string_view document) {
  require_short(document);
  require_standing(*columns_, unit, on);
  const std::vector<UnitId> others = without(into, unit);
  if (others.empty())
    refuse("nothing that comes out of " + named(*columns_, unit), "another unit at least");
  for (const UnitId other : others) require_standing(*columns_, other, on);

  if (std::ranges::find(into, unit) == into.end()) {
    require_can_end(*columns_, unit, on);
    require_none_under(*columns_, unit, on);
    close(*columns_, unit, on);
  }
  std::vector<EventId> events;
  for (const UnitId other : others)
    events.push_back(enter(*columns_, EventKind::split, unit, on, document, other));
  return events;
}

}  // namespace zhibu

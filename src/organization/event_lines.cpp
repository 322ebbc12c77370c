// SPDX-License-Identifier: BSL-1.0

#include "organization/event_lines.hpp"

#include <algorithm>

#include "organization/unit_events.hpp"

namespace zhibu {

namespace {

// Whether the other unit of an event, if there is one, stands on that day, as far as is known now.
bool other_stands(const Roster& roster, const Event& event) {
  return !event.other || roster.columns().stands(*event.other, event.on);
}

// Of a part of a roster, a merger with a unit outside, or one that came out of the unit and is
// outside: all that can be told is that the unit ended.
bool is_of_another(const Event& event) {
  return !event.other && (event.kind == EventKind::merge || event.kind == EventKind::split);
}

std::string yes_no(bool value) { return value ? "yes" : "no"; }

}  // namespace

EventLines::EventLines(const Roster& roster) : roster_{&roster}, ending_(roster.units().size()) {
  for (const Event& event : roster.events())
    if (may_end(event.kind) && other_stands(roster, event) &&
        roster.columns().standing(event.unit).end == event.on)
      ending_[event.unit.index] = event.id;
}

Period EventLines::days_of(UnitId unit, Period days) const {
  if (!tell_the_end_of(unit)) return days;
  return {days.begin, std::min(days.end, roster_->columns().standing(unit).end)};
}

bool EventLines::ends(const Event& event) const {
  const std::optional<EventId> ending = ending_[event.unit.index];
  if (!ending || !may_end(event.kind)) return false;
  const Event last = (*roster_)[*ending];
  return event.id == last.id ||
         (event.kind == last.kind && event.on == last.on && event.document == last.document);
}

bool EventLines::happens(const Event& event) const {
  const RosterColumns& columns = roster_->columns();
  if (!other_stands(*roster_, event)) return false;
  if (is_of_another(event)) return ending_[event.unit.index] == event.id;
  return ends(event) || columns.stands(event.unit, event.on) ||
         (event.kind == EventKind::split && columns.standing(event.unit).end == event.on);
}

EventLines::Line EventLines::line(const Event& event) const {
  const std::optional<Unit> unit = roster_->at(event.unit, event.on);
  const auto code = [&](std::optional<UnitId> id) {
    return id ? std::string{roster_->columns().code(*id)} : "";
  };
  const EventKind kind = is_of_another(event) ? EventKind::dissolve : event.kind;
  Line line{std::string{key(kind)}, code(event.unit), to_string(event.on),
            std::string{event.document}, code(event.other)};
  if (event.kind == EventKind::rename) line[5] = unit->name;
  if (event.kind == EventKind::move) line[6] = code(unit->parent);
  if (event.kind == EventKind::upgrade) line[7] = key(unit->kind);
  if (event.kind != EventKind::adjust) return line;
  line[8] = yes_no(unit->temporary);
  line[9] = yes_no(unit->joint);
  line[10] = yes_no(unit->mobile);
  line[11] = yes_no(unit->retired_cadres);
  line[12] = yes_no(unit->has_committee);
  line[13] = key(unit->field);
  return line;
}

// Among what comes out of a unit stands the unit itself where it goes on.
EventLines::Line EventLines::line_of_the_unit(const Event& split) const {
  Line line = this->line(split);
  line[4] = line[1];
  return line;
}

}  // namespace zhibu

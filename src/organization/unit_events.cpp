// SPDX-License-Identifier: BSL-1.0

#include "organization/unit_events.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include "quote.hpp"

namespace zhibu {

void refuse(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

std::string named(const RosterColumns& columns, UnitId unit) {
  return "the unit " + quote(columns.code(unit));
}

void require_standing(const RosterColumns& columns, UnitId unit, Date on) {
  columns.require(unit);
  if (!columns.stands(unit, on))
    refuse(named(columns, unit) + " does not stand on " + to_string(on),
           "a day of " + to_string(columns.standing(unit)));
}

bool may_end(EventKind kind) {
  return kind == EventKind::dissolve || kind == EventKind::lapse || kind == EventKind::merge ||
         kind == EventKind::split;
}

bool ended_by_an_event(const RosterColumns& columns, UnitId unit) {
  const std::vector<std::uint32_t> events = columns.relation<Event>().of(unit);
  return std::ranges::any_of(events, [&](std::uint32_t i) {
    const Event event = columns.row<Event>(i);
    return event.unit == unit && event.on == columns.standing(unit).end && may_end(event.kind);
  });
}

void require_under(const RosterColumns& columns, UnitId unit, UnitId parent, Period days) {
  columns.require_no_circle(unit, parent, days);
  const Period standing = columns.standing(parent);
  if (!days.contains(standing.end) || !ended_by_an_event(columns, parent)) return;
  refuse(named(columns, parent) + " stands " + to_string(standing) + ", and " +
             quote(columns.code(unit)) + " would stand under it " + to_string(days),
         "a parent that stands as long; enter first where the unit goes from there");
}

void require_short(std::string_view text) {
  if (text.size() > Texts::longest)
    refuse("a text of " + std::to_string(text.size()) + " bytes",
           "at most " + std::to_string(Texts::longest));
}

EventId enter(RosterColumns& columns, EventKind kind, UnitId unit, Date on,
              std::string_view document, std::optional<UnitId> other) {
  ++columns.version;
  return {columns.relation<Event>().push(
      {.id = {}, .kind = kind, .unit = unit, .other = other, .on = on, .document = document},
      columns.texts)};
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "organization/unit_events.hpp"

#include <stdexcept>

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

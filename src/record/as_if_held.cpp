// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/as_if_held.hpp"

#include <cstdint>
#include <set>
#include <string>
#include <variant>
#include <vector>

namespace zhibu {
namespace {

// The first unit that no obligation names.
UnitId unnamed_unit(const Obligations& obligations) {
  std::set<UnitId> named;
  for (const Obligation& o : obligations) {
    if (const auto* const unit = std::get_if<UnitId>(&o.bearer)) named.insert(*unit);
    if (o.at) named.insert(*o.at);
  }
  UnitId unit;
  while (named.contains(unit)) ++unit.index;
  return unit;
}

UnitId place_of(const Obligation& o, UnitId else_at) {
  const auto* const unit = std::get_if<UnitId>(&o.bearer);
  return unit ? *unit : o.at.value_or(else_at);
}

// Without its code and its persons.
Record record_of(const Obligation& o, Date day, UnitId unit) {
  Record record;
  record.unit = unit;
  record.activities = o.activity;
  record.held_on = day;
  if (!o.window.contains(day)) record.for_period = o.window;
  if (o.class_hours > 0) record.class_hours = o.class_hours;
  record.amount_fen = o.least_fen;
  return record;
}

}  // namespace

Records as_if_held(const Plan& plan) {
  const UnitId elsewhere = unnamed_unit(plan.obligations);
  Records held;
  for (const Occurrence& occurrence : plan.occurrences) {
    const Obligation o = plan.obligations[occurrence.obligation];
    Record record = record_of(o, occurrence.day, place_of(o, elsewhere));
    const std::string code = "计划-" + std::to_string(held.size() + 1);
    record.code = code;
    std::vector<PersonId> persons;
    if (const auto* const person = std::get_if<PersonId>(&o.bearer)) persons.push_back(*person);
    record.persons = persons;
    held.add(record);
  }
  return held;
}

}  // namespace zhibu

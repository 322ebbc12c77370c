// SPDX-License-Identifier: BSL-1.0

#include "organization/unit_change.hpp"

#include <algorithm>

namespace zhibu {

namespace {

// Calls `act` with each field and its number.
template <class Act>
void each_field(Act act) {
  std::size_t number = 0;
  std::apply([&](const auto&... field) { (act(field.member, number++), ...); },
             Fields<UnitState>::fields);
}

}  // namespace

ChangeOfUnit::ChangeOfUnit(RosterColumns& columns, UnitId unit, Date on)
    : columns_{&columns}, unit_{unit}, on_{on}, timeline_{columns.units[unit.index]} {
  before_ = state(*timeline_.at(on));
  after_ = before_;
}

Period ChangeOfUnit::days_of_parent() const {
  Date end = columns_->standing(unit_).end;
  for (const auto& [period, row] : timeline_.history())
    if (period.begin > on_ && state(row).parent != before_.parent)
      end = std::min(end, period.begin);
  return {on_, end};
}

void ChangeOfUnit::apply() {
  const Timeline<Timelines::Number> known = timeline_;
  Changed goes_on = difference(before_, after_);
  UnitState previous = before_;
  timeline_.change(on_, push(after_));
  for (const auto& [period, row] : known.history()) {
    if (period.begin <= on_) continue;
    const UnitState later = state(row);
    const Changed anew = difference(previous, later);
    for (std::size_t i = 0; i < goes_on.size(); ++i) goes_on[i] = goes_on[i] && !anew[i];
    previous = later;
    if (const UnitState changed = with_changes(later, goes_on);
        difference(changed, later) != Changed{})
      timeline_.change(period.begin, push(changed));
  }
  columns_->units.set(unit_.index, timeline_);
  ++columns_->version;
}

ChangeOfUnit::Changed ChangeOfUnit::difference(const UnitState& a, const UnitState& b) {
  Changed changed{};
  each_field([&](auto member, std::size_t i) { changed[i] = a.*member != b.*member; });
  return changed;
}

UnitState ChangeOfUnit::state(Timelines::Number row) const {
  return columns_->unit_states.row(row, columns_->texts);
}

UnitState ChangeOfUnit::with_changes(UnitState state, const Changed& changed) const {
  each_field([&](auto member, std::size_t i) {
    if (changed[i]) state.*member = after_.*member;
  });
  return state;
}

Timelines::Number ChangeOfUnit::push(const UnitState& state) {
  const auto row = static_cast<std::uint32_t>(columns_->unit_states.size());
  columns_->unit_states.push(state, columns_->texts);
  if (state.parent) columns_->children.add(state.parent->index, row);
  return row;
}

}  // namespace zhibu

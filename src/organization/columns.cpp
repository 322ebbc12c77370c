// SPDX-License-Identifier: BSL-1.0

#include "organization/columns.hpp"

#include <stdexcept>
#include <string>
#include <variant>

#include "organization/spans.hpp"

namespace zhibu {

void throw_not_issued(std::string_view kind, std::uint32_t index, std::size_t size) {
  const std::string issued = size == 0 ? "none" : "the handles 0 to " + std::to_string(size - 1);
  throw std::invalid_argument("no such " + std::string{kind} + " in this roster: handle " +
                              std::to_string(index) + "; accepted: " + issued);
}

void RosterColumns::require(const Bearer& bearer) const {
  std::visit([this](auto id) { require(id); }, bearer);
}

template <class Row>
Row RosterColumns::row(std::uint32_t index) const {
  Row row = relation<Row>().rows.row(index, texts);
  if constexpr (requires { row.id; }) row.id.index = index;
  if constexpr (requires { row.code; }) row.code = code(row.id);
  return row;
}

template Post RosterColumns::row<Post>(std::uint32_t) const;
template Workplace RosterColumns::row<Workplace>(std::uint32_t) const;
template Term RosterColumns::row<Term>(std::uint32_t) const;
template Event RosterColumns::row<Event>(std::uint32_t) const;
template Membership RosterColumns::row<Membership>(std::uint32_t) const;
template Circumstance RosterColumns::row<Circumstance>(std::uint32_t) const;
template Particulars RosterColumns::row<Particulars>(std::uint32_t) const;
template Appointment RosterColumns::row<Appointment>(std::uint32_t) const;
template ClusterMembership RosterColumns::row<ClusterMembership>(std::uint32_t) const;
template UnitWorkplace RosterColumns::row<UnitWorkplace>(std::uint32_t) const;
template Contact RosterColumns::row<Contact>(std::uint32_t) const;
template Pairing RosterColumns::row<Pairing>(std::uint32_t) const;
template VolunteerRole RosterColumns::row<VolunteerRole>(std::uint32_t) const;
template Venue RosterColumns::row<Venue>(std::uint32_t) const;
template Honour RosterColumns::row<Honour>(std::uint32_t) const;

Unit RosterColumns::unit(std::uint32_t state, Period standing) const {
  const UnitState now = unit_states.row(state, texts);
  return {.id = now.unit,
          .code = code(now.unit),
          .name = now.name,
          .kind = now.kind,
          .parent = now.parent,
          .standing = standing,
          .temporary = now.temporary,
          .joint = now.joint,
          .mobile = now.mobile,
          .retired_cadres = now.retired_cadres,
          .has_committee = now.has_committee,
          .field = now.field};
}

Cluster RosterColumns::cluster(std::uint32_t state, Period standing) const {
  const ClusterState now = cluster_states.row(state, texts);
  return {.id = now.cluster,
          .code = code(now.cluster),
          .name = now.name,
          .lead = now.lead,
          .deputy = now.deputy,
          .standing = standing,
          .principles = now.principles};
}

Period RosterColumns::standing(UnitId unit) const { return units.period(unit.index); }
Period RosterColumns::standing(ClusterId cluster) const { return clusters.period(cluster.index); }

std::optional<UnitId> RosterColumns::parent(UnitId unit, Date day) const {
  const auto state = units.at(unit.index, day);
  return state ? unit_states.value<&UnitState::parent>(*state, texts) : std::nullopt;
}

namespace {

// A unit on the way up, when it is on it, and the place of the step below.
struct Step {
  UnitId unit;
  Period days;
  std::size_t below;
};

// The last of the steps has come to where they began.
[[noreturn]] void throw_circle(const RosterColumns& columns, const std::vector<Step>& steps,
                               std::size_t last) {
  const std::string top{columns.code(steps[last].unit)};
  std::string line = top;
  for (std::size_t i = last; i != 0; i = steps[i].below)
    line = std::string{columns.code(steps[steps[i].below].unit)} + " → " + line;
  throw std::invalid_argument("a circle of units, each standing under the next: " + top + " → " +
                              line + "; accepted: a parent that does not stand under the unit");
}

}  // namespace

void RosterColumns::require_no_circle(UnitId unit, UnitId parent, Period days) const {
  if (unit != parent && children.of(unit.index).empty()) return;  // nothing was ever under it
  std::vector<Step> steps{{parent, days, 0}};  // the place of the first is never looked at
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step step = steps[i];
    if (step.unit == unit) throw_circle(*this, steps, i);
    units.each(step.unit.index, [&](Period period, Timelines::Number state) {
      if (const Period both = common(period, step.days); !both.empty())
        if (const auto next = unit_states.value<&UnitState::parent>(state, texts))
          steps.push_back({*next, both, i});
    });
  }
}

void RosterColumns::set_parent(UnitId unit, UnitId parent) {
  require_no_circle(unit, parent, standing(unit));
  const std::uint32_t state = *units.last(unit.index);
  unit_states.set<&UnitState::parent>(state, std::optional{parent}, texts);
  children.add(parent.index, state);
}

void RosterColumns::set_home(PersonId person, const Timeline<Timelines::Number>& timeline,
                             UnitId unit) {
  homes.set(person.index, timeline);
  add_to_members(person, unit);
}

void RosterColumns::set_first_home(PersonId person, Date from, UnitId unit) {
  homes.set(person.index, from, unit.index);
  add_to_members(person, unit);
}

void RosterColumns::add_to_members(PersonId person, UnitId unit) {
  if (!home_members.holds(person.index)) {
    home_members.add(unit.index, person.index);
  } else {
    moved_members.add(unit.index, static_cast<std::uint32_t>(moved.size()));
    moved.push_back(person.index);
  }
}

void RosterColumns::link(Steps& steps) {
  children = {};
  for (std::uint32_t state = 0; state < unit_states.size(); ++state) {
    if (const auto parent = unit_states.value<&UnitState::parent>(state, texts))
      children.add(parent->index, state);
    steps.pause();
  }

  home_members = moved_members = {};
  moved.clear();
  for (std::uint32_t person = 0; person < persons.size(); ++person) {
    bool first = true;
    homes.each(person, [&](Period, Timelines::Number unit) {
      if (first) {
        home_members.add(unit, person);
      } else {
        moved_members.add(unit, static_cast<std::uint32_t>(moved.size()));
        moved.push_back(person);
      }
      first = false;
    });
    steps.pause();
  }
  std::apply([&](auto&... relation) { (relation.link(steps), ...); }, relations);
}

}  // namespace zhibu

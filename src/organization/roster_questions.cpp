// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <numeric>
#include <utility>

#include "organization/columns.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

template <class Row>
std::vector<Row> rows_of(const RosterColumns& columns, const std::vector<std::uint32_t>& indices) {
  std::vector<Row> rows;
  rows.reserve(indices.size());
  for (const std::uint32_t index : indices) rows.push_back(columns.row<Row>(index));
  return rows;
}

// The home memberships of a person, and behind them the others that are asked for.
void add_homes(std::vector<Membership>& found, const RosterColumns& columns, PersonId person) {
  columns.homes.each(person.index, [&](Period period, Timelines::Number unit) {
    found.push_back({person, UnitId{unit}, MembershipKind::home, period});
  });
}

// The first of each, in the order given.
template <class Id>
std::vector<Id> each_once(std::vector<Id> ids) {
  std::vector<std::size_t> places(ids.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(places, {}, [&](std::size_t place) { return ids[place]; });
  const auto same = [&](std::size_t a, std::size_t b) { return ids[a] == ids[b]; };
  places.erase(std::unique(places.begin(), places.end(), same), places.end());
  if (places.size() == ids.size()) return ids;

  std::ranges::sort(places);
  std::vector<Id> once;
  for (const std::size_t place : places) once.push_back(ids[place]);
  return once;
}

// Persons whose home `unit` was on some day, each once, in the order in which they came.
std::vector<PersonId> ever_at_home(const RosterColumns& columns, UnitId unit) {
  std::vector<PersonId> found;
  for (const std::uint32_t person : columns.home_members.of(unit.index)) found.push_back({person});
  const std::size_t first_moved = found.size();
  for (const std::uint32_t place : columns.moved_members.of(unit.index))
    found.push_back({columns.moved[place]});
  return first_moved == found.size() ? found : each_once(std::move(found));
}

}  // namespace

template <class Relation>
std::vector<Relation> Roster::all() const {
  std::vector<Relation> rows;
  if constexpr (std::is_same_v<Relation, Membership>)
    for (std::uint32_t person = 0; person < columns_->persons.size(); ++person)
      add_homes(rows, *columns_, {person});
  for (std::uint32_t i = 0; i < columns_->relation<Relation>().rows.size(); ++i)
    rows.push_back(columns_->row<Relation>(i));
  return rows;
}

template <class Relation, class Owner>
std::vector<Relation> Roster::of(Owner owner) const {
  columns_->require(owner);
  return rows_of<Relation>(*columns_, columns_->relation<Relation>().of(owner));
}

template ZHIBU_EXPORT std::vector<Membership> Roster::all() const;
template ZHIBU_EXPORT std::vector<Circumstance> Roster::all() const;
template ZHIBU_EXPORT std::vector<Particulars> Roster::all() const;
template ZHIBU_EXPORT std::vector<Appointment> Roster::all() const;
template ZHIBU_EXPORT std::vector<ClusterMembership> Roster::all() const;
template ZHIBU_EXPORT std::vector<UnitWorkplace> Roster::all() const;
template ZHIBU_EXPORT std::vector<Contact> Roster::all() const;
template ZHIBU_EXPORT std::vector<Pairing> Roster::all() const;
template ZHIBU_EXPORT std::vector<VolunteerRole> Roster::all() const;
template ZHIBU_EXPORT std::vector<Venue> Roster::all() const;
template ZHIBU_EXPORT std::vector<Honour> Roster::all() const;

template ZHIBU_EXPORT std::vector<Term> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Event> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<ClusterMembership> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<ClusterMembership> Roster::of(ClusterId) const;
template ZHIBU_EXPORT std::vector<UnitWorkplace> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<UnitWorkplace> Roster::of(WorkplaceId) const;
template ZHIBU_EXPORT std::vector<Contact> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Contact> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Circumstance> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Particulars> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Appointment> Roster::of(PostId) const;
template ZHIBU_EXPORT std::vector<Appointment> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Pairing> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<VolunteerRole> Roster::of(PersonId) const;
template ZHIBU_EXPORT std::vector<Venue> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Honour> Roster::of(UnitId) const;
template ZHIBU_EXPORT std::vector<Honour> Roster::of(PersonId) const;

template <>
ZHIBU_EXPORT std::vector<Membership> Roster::of(PersonId person) const {
  return memberships(person);
}

template <>
ZHIBU_EXPORT std::vector<Membership> Roster::of(UnitId unit) const {
  columns_->require(unit);
  std::vector<Membership> found;
  for (const PersonId person : ever_at_home(*columns_, unit)) add_homes(found, *columns_, person);
  std::erase_if(found, [unit](const Membership& m) { return m.unit != unit; });
  for (const std::uint32_t i : columns_->relation<Membership>().of(unit))
    found.push_back(columns_->row<Membership>(i));
  return found;
}

std::vector<UnitId> Roster::children(UnitId unit, Date day) const {
  columns_->require(unit);
  std::vector<UnitId> found;
  for (const std::uint32_t state : columns_->children.of(unit.index)) {
    const UnitId child = columns_->unit_states.value<&UnitState::unit>(state, columns_->texts);
    if (columns_->parent(child, day) == unit) found.push_back(child);
  }
  return each_once(std::move(found));
}

bool Roster::is_within(UnitId unit, UnitId top, Date day) const {
  columns_->require(unit);
  columns_->require(top);
  std::optional<UnitId> above = unit;
  while (above) {
    const auto state = columns_->units.at(above->index, day);
    if (!state) return false;
    if (*above == top) return true;
    above = columns_->unit_states.value<&UnitState::parent>(*state, columns_->texts);
  }
  return false;
}

std::vector<PersonId> Roster::members(UnitId unit, MembershipKind kind, Date day) const {
  columns_->require(unit);
  if (!columns_->stands(unit, day)) return {};
  std::vector<PersonId> found;
  if (kind == MembershipKind::home) {
    found = ever_at_home(*columns_, unit);
    std::erase_if(found, [&](PersonId person) {
      return columns_->homes.at(person.index, day) != unit.index || !columns_->lives(person, day);
    });
    return found;
  }
  for (const std::uint32_t i : columns_->relation<Membership>().of(unit)) {
    const Membership membership = columns_->row<Membership>(i);
    if (membership.kind == kind && membership.period.contains(day) &&
        columns_->lives(membership.person, day))
      found.push_back(membership.person);
  }
  return found;
}

std::vector<Membership> Roster::memberships(PersonId person) const {
  columns_->require(person);
  std::vector<Membership> found;
  add_homes(found, *columns_, person);
  for (const std::uint32_t i : columns_->relation<Membership>().of(person))
    found.push_back(columns_->row<Membership>(i));
  return found;
}

std::optional<UnitId> Roster::home(PersonId person, Date day) const {
  columns_->require(person);
  if (!columns_->lives(person, day)) return std::nullopt;
  if (const auto unit = columns_->homes.at(person.index, day))
    if (columns_->stands({*unit}, day)) return UnitId{*unit};
  for (const std::uint32_t i : columns_->relation<Membership>().of(person)) {
    const Membership m = columns_->row<Membership>(i);
    if (m.kind == MembershipKind::care && m.period.contains(day) && columns_->stands(m.unit, day))
      return m.unit;
  }
  return std::nullopt;
}

std::vector<PostId> Roster::posts(UnitId unit) const {
  columns_->require(unit);
  std::vector<PostId> found;
  for (const std::uint32_t post : columns_->relation<Post>().of(unit)) found.push_back({post});
  return found;
}

std::vector<Appointment> Roster::appointments(UnitId unit, Date day) const {
  columns_->require(unit);
  std::vector<Appointment> found;
  if (!columns_->stands(unit, day)) return found;
  for (const std::uint32_t post : columns_->relation<Post>().of(unit))
    for (const Appointment& appointment : of<Appointment>(PostId{post}))
      if (appointment.period.contains(day) && columns_->lives(appointment.person, day))
        found.push_back(appointment);
  return found;
}

std::optional<Term> Roster::term(UnitId unit, Date day) const {
  std::optional<Term> running;
  for (const Term& term : of<Term>(unit))
    if (term.elected_on <= day && (!running || running->elected_on <= term.elected_on))
      running = term;
  const bool ended = running && running->ended_on && *running->ended_on <= day;
  return ended || !columns_->stands(unit, day) ? std::nullopt : running;
}

std::optional<ClusterId> Roster::cluster_of(UnitId unit, Date day) const {
  for (const ClusterMembership& membership : of<ClusterMembership>(unit))
    if (membership.period.contains(day) && columns_->stands(unit, day)) return membership.cluster;
  return std::nullopt;
}

std::vector<UnitId> Roster::units(ClusterId cluster, Date day) const {
  std::vector<UnitId> found;
  for (const ClusterMembership& membership : of<ClusterMembership>(cluster))
    if (membership.period.contains(day) && columns_->stands(membership.unit, day))
      found.push_back(membership.unit);
  return found;
}

std::vector<Contact> Roster::contacts(PersonId person, Date day) const {
  std::vector<Contact> found = of<Contact>(person);
  std::erase_if(found, [&](const Contact& contact) {
    return !contact.period.contains(day) || !columns_->stands(contact.unit, day) ||
           !columns_->lives(person, day);
  });
  return found;
}

}  // namespace zhibu

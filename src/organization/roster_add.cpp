// SPDX-License-Identifier: BSL-1.0

#include <stdexcept>
#include <string>

#include "organization/columns.hpp"
#include "organization/unit_events.hpp"
#include "quote.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

void require_days(Period period) {
  if (!period.empty()) return;
  throw std::invalid_argument("a period that ends before it begins: from " +
                              to_string(period.begin) + " up to, not including, " +
                              to_string(period.end) + "; accepted: one day at least");
}

// Throws std::invalid_argument where `now` overlaps `before`, when `what` was so already.
void require_apart(Period before, Period now, const std::string& what) {
  if (!before.overlaps(now)) return;
  throw std::invalid_argument(what + " already, " + to_string(before) + "; found " +
                              to_string(now) + "; accepted: a period apart from it");
}

void require_free(const Texts& codes, std::string_view code, std::string_view what) {
  if (code.empty())
    throw std::invalid_argument("a " + std::string{what} + " without a code; accepted: any text");
  require_short(code);
  if (codes.find(code))
    throw std::invalid_argument("a second " + std::string{what} + " with the code " + quote(code) +
                                "; accepted: a code that no other has");
}

// Throws std::invalid_argument where a handle of the row was not issued, or a period is empty.
template <class Row>
void require_sound(const RosterColumns& columns, const Row& row) {
  const auto require = [&]<class V>(const V& value) {
    if constexpr (std::is_same_v<V, Period>)
      require_days(value);
    else if constexpr (std::is_same_v<V, std::string_view>)
      require_short(value);
    else if constexpr (requires { columns.require(value); })
      columns.require(value);
    else if constexpr (requires { columns.require(*value); })
      if (value) columns.require(*value);
  };
  std::apply([&](const auto&... field) { (require(row.*field.member), ...); }, Fields<Row>::fields);
}

template <class Row>
std::uint32_t add_row(RosterColumns& columns, const Row& row) {
  require_sound(columns, row);
  ++columns.version;
  return columns.relation<Row>().push(row, columns.texts);
}

// The same for a row with a code.
template <class Row>
auto add_named(RosterColumns& columns, Texts& codes, const Row& row) {
  require_free(codes, row.code, kind_of(row.id));
  decltype(row.id) id{add_row(columns, row)};
  codes.keep(row.code);
  return id;
}

std::string belongs(const RosterColumns& columns, const Membership& m) {
  return quote(columns.code(m.person)) + " belongs to " + quote(columns.code(m.unit)) + " (" +
         std::string{key(m.kind)} + ")";
}

void add_home(RosterColumns& columns, const Membership& membership) {
  if (!columns.homes.ever(membership.person.index) && lasts(membership.period)) {
    columns.set_first_home(membership.person, membership.period.begin, membership.unit);
    return;
  }
  Timeline<Timelines::Number> homes = columns.homes[membership.person.index];
  for (const auto& [period, unit] : homes.history())
    if (period.overlaps(membership.period))
      require_apart(period, membership.period,
                    belongs(columns, {membership.person, {unit}, MembershipKind::home, period}));
  homes.put(membership.period, membership.unit.index);
  columns.set_home(membership.person, homes, membership.unit);
}

}  // namespace

void Roster::reserve(std::size_t units, std::size_t persons) {
  columns_->unit_codes.reserve(units);
  columns_->unit_states.reserve(units);
  columns_->units.reserve(units);
  columns_->person_codes.reserve(persons);
  columns_->persons.reserve(persons);
  columns_->homes.reserve(persons);
}

UnitId Roster::add(const Unit& unit) {
  RosterColumns& to = *columns_;
  require_free(to.unit_codes, unit.code, "unit");
  require_short(unit.name);
  require_days(unit.standing);
  if (unit.parent) to.require(*unit.parent);

  const UnitId id{to.unit_codes.keep(unit.code)};
  const auto state = static_cast<std::uint32_t>(to.unit_states.size());
  to.unit_states.push({id, unit.name, unit.kind, unit.parent, unit.temporary, unit.joint,
                       unit.mobile, unit.retired_cadres, unit.has_committee, unit.field},
                      to.texts);
  to.units.push_back({unit.standing, state});
  if (unit.parent) to.children.add(unit.parent->index, state);
  ++to.version;
  return id;
}

PersonId Roster::add(const Person& person) {
  RosterColumns& to = *columns_;
  require_free(to.person_codes, person.code, "person");
  require_short(person.name);
  const std::optional<Date> admitted = person.admitted_on;
  const std::optional<Date> full = person.full_member_on;
  if (admitted && full && *full < *admitted)
    throw std::invalid_argument("a full member from " + to_string(*full) +
                                ", before the admission on " + to_string(*admitted) +
                                "; accepted: that day or a later one");

  const PersonId id{to.person_codes.keep(person.code)};
  to.persons.push(person, to.texts);
  to.homes.push_back(Date::first(), Timelines::none);
  ++to.version;
  return id;
}

ClusterId Roster::add(const Cluster& cluster) {
  RosterColumns& to = *columns_;
  require_free(to.cluster_codes, cluster.code, "cluster");
  require_short(cluster.name);
  require_short(cluster.principles);
  to.require(cluster.lead);
  to.require(cluster.deputy);
  require_days(cluster.standing);

  const ClusterId id{to.cluster_codes.keep(cluster.code)};
  const auto state = static_cast<std::uint32_t>(to.cluster_states.size());
  to.cluster_states.push({id, cluster.name, cluster.lead, cluster.deputy, cluster.principles},
                         to.texts);
  to.clusters.push_back({cluster.standing, state});
  ++to.version;
  return id;
}

PostId Roster::add(const Post& post) {
  if (post.seats < 1)
    throw std::invalid_argument("a post with " + std::to_string(post.seats) +
                                " seats; accepted: one at least");
  return add_named(*columns_, columns_->post_codes, post);
}

WorkplaceId Roster::add(const Workplace& workplace) {
  return add_named(*columns_, columns_->workplace_codes, workplace);
}

TermId Roster::add(const Term& term) { return {add_row(*columns_, term)}; }

void Roster::add(const Membership& membership) {
  require_sound(*columns_, membership);
  if (membership.kind == MembershipKind::home) {
    add_home(*columns_, membership);
    ++columns_->version;
    return;
  }
  for (const std::uint32_t i : columns_->relation<Membership>().of(membership.person))
    if (const Membership before = columns_->row<Membership>(i);
        before.kind == membership.kind && before.unit == membership.unit)
      require_apart(before.period, membership.period, belongs(*columns_, before));
  add_row(*columns_, membership);
}

void Roster::add(const ClusterMembership& membership) {
  require_sound(*columns_, membership);
  for (const ClusterMembership& before : of<ClusterMembership>(membership.unit))
    require_apart(before.period, membership.period,
                  quote(columns_->code(before.unit)) + " works in the cluster " +
                      quote(columns_->code(before.cluster)));
  add_row(*columns_, membership);
}

void Roster::add(const Contact& contact) {
  require_sound(*columns_, contact);
  for (const Contact& before : of<Contact>(contact.person))
    if (before.unit == contact.unit)
      require_apart(before.period, contact.period,
                    quote(columns_->code(before.person)) + " has the contact branch " +
                        quote(columns_->code(before.unit)));
  add_row(*columns_, contact);
}

void Roster::add(const Particulars& particulars) {
  require_sound(*columns_, particulars);
  if (!of<Particulars>(particulars.person).empty())
    throw std::invalid_argument("the particulars of " + quote(columns_->code(particulars.person)) +
                                " a second time; accepted: one row a person");
  add_row(*columns_, particulars);
}

void Roster::add(const Circumstance& circumstance) { add_row(*columns_, circumstance); }
void Roster::add(const Appointment& appointment) { add_row(*columns_, appointment); }
void Roster::add(const UnitWorkplace& workplace) { add_row(*columns_, workplace); }
void Roster::add(const Pairing& pairing) { add_row(*columns_, pairing); }
void Roster::add(const VolunteerRole& role) { add_row(*columns_, role); }
void Roster::add(const Venue& venue) { add_row(*columns_, venue); }
void Roster::add(const Honour& honour) { add_row(*columns_, honour); }

}  // namespace zhibu

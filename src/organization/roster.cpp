// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/roster.hpp"

#include "columns.hpp"
#include "nearest.hpp"

namespace zhibu {

namespace {

[[noreturn]] void throw_no_such(std::string_view what, std::string_view found, const Codes& codes,
                                const Texts& texts) {
  std::vector<std::string_view> accepted;
  for (const TextId id : codes.ids) accepted.push_back(texts[id]);
  throw_unknown_code(what, found, accepted);
}

}  // namespace

Roster::Roster() : columns_{std::make_unique<Columns>()} {}
Roster::Roster(const Roster& other) : columns_{std::make_unique<Columns>(*other.columns_)} {}
Roster::Roster(Roster&& other) noexcept = default;
Roster& Roster::operator=(const Roster& other) { return *this = Roster{other}; }
Roster& Roster::operator=(Roster&& other) noexcept = default;
Roster::~Roster() = default;

Rows<Roster, UnitId, Unit> Roster::units() const& { return {*this, columns_->units.code.size()}; }
Rows<Roster, PersonId, Person> Roster::persons() const& {
  return {*this, columns_->persons.code.size()};
}
Rows<Roster, PostId, Post> Roster::posts() const& { return {*this, columns_->posts.code.size()}; }
Rows<Roster, ClusterId, Cluster> Roster::clusters() const& {
  return {*this, columns_->clusters.code.size()};
}

Unit Roster::operator[](UnitId id) const {
  columns_->require(id);
  return columns_->units.row(id, columns_->texts);
}

Person Roster::operator[](PersonId id) const {
  columns_->require(id);
  return columns_->persons.row(id, columns_->texts);
}

Post Roster::operator[](PostId id) const {
  columns_->require(id);
  return columns_->posts.row(id, columns_->texts);
}

Cluster Roster::operator[](ClusterId id) const {
  columns_->require(id);
  return columns_->clusters.row(id, columns_->texts);
}

Unit Roster::unit(std::string_view code) const {
  const Codes& codes = columns_->units.code;
  if (const auto row = columns_->find(codes, code)) return (*this)[UnitId{*row}];
  throw_no_such("unit", code, codes, columns_->texts);
}

Person Roster::person(std::string_view code) const {
  const Codes& codes = columns_->persons.code;
  if (const auto row = columns_->find(codes, code)) return (*this)[PersonId{*row}];
  throw_no_such("person", code, codes, columns_->texts);
}

Post Roster::post(std::string_view code) const {
  const Codes& codes = columns_->posts.code;
  if (const auto row = columns_->find(codes, code)) return (*this)[PostId{*row}];
  throw_no_such("post", code, codes, columns_->texts);
}

Cluster Roster::cluster(std::string_view code) const {
  const Codes& codes = columns_->clusters.code;
  if (const auto row = columns_->find(codes, code)) return (*this)[ClusterId{*row}];
  throw_no_such("cluster", code, codes, columns_->texts);
}

std::vector<UnitId> Roster::children(UnitId unit, Date day) const {
  columns_->require(unit);
  std::vector<UnitId> found;
  for (const std::uint32_t i : columns_->units.children[unit.index])
    if (columns_->units.standing[i].contains(day)) found.push_back(UnitId{i});
  return found;
}

bool Roster::is_within(UnitId unit, UnitId top) const {
  columns_->require(unit);
  columns_->require(top);
  std::optional<UnitId> above = unit;
  while (above && *above != top) above = columns_->units.parent[above->index];
  return above.has_value();
}

std::vector<PersonId> Roster::members(UnitId unit, MembershipKind kind, Date day) const {
  columns_->require(unit);
  std::vector<PersonId> found;
  for (const std::uint32_t i : columns_->units.memberships[unit.index]) {
    const Membership& membership = columns_->memberships[i];
    if (membership.kind == kind && membership.period.contains(day))
      found.push_back(membership.person);
  }
  return found;
}

std::vector<Membership> Roster::memberships(PersonId person) const {
  columns_->require(person);
  std::vector<Membership> found;
  for (const std::uint32_t i : columns_->persons.memberships[person.index])
    found.push_back(columns_->memberships[i]);
  return found;
}

std::optional<UnitId> Roster::home(PersonId person, Date day) const {
  columns_->require(person);
  std::optional<UnitId> care;
  for (const std::uint32_t i : columns_->persons.memberships[person.index]) {
    const Membership& membership = columns_->memberships[i];
    if (!membership.period.contains(day)) continue;
    if (membership.kind == MembershipKind::home) return membership.unit;
    if (membership.kind == MembershipKind::care && !care) care = membership.unit;
  }
  return care;
}

std::vector<PostId> Roster::posts(UnitId unit) const {
  columns_->require(unit);
  std::vector<PostId> found;
  for (const std::uint32_t i : columns_->units.posts[unit.index]) found.push_back(PostId{i});
  return found;
}

std::vector<Appointment> Roster::appointments(UnitId unit, Date day) const {
  columns_->require(unit);
  std::vector<Appointment> found;
  for (const std::uint32_t post : columns_->units.posts[unit.index])
    for (const std::uint32_t i : columns_->posts.appointments[post])
      if (columns_->appointments.period[i].contains(day))
        found.push_back(columns_->appointments.row(i, columns_->texts));
  return found;
}

std::optional<ClusterId> Roster::cluster_of(UnitId unit, Date day) const {
  columns_->require(unit);
  for (const std::uint32_t i : columns_->units.clusters[unit.index])
    if (columns_->cluster_memberships[i].period.contains(day))
      return columns_->cluster_memberships[i].cluster;
  return std::nullopt;
}

std::vector<UnitId> Roster::units(ClusterId cluster, Date day) const {
  columns_->require(cluster);
  std::vector<UnitId> found;
  for (const std::uint32_t i : columns_->clusters.units[cluster.index])
    if (columns_->cluster_memberships[i].period.contains(day))
      found.push_back(columns_->cluster_memberships[i].unit);
  return found;
}

std::vector<Contact> Roster::contacts(PersonId person, Date day) const {
  columns_->require(person);
  std::vector<Contact> found;
  for (const std::uint32_t i : columns_->persons.contacts[person.index])
    if (columns_->contacts[i].period.contains(day)) found.push_back(columns_->contacts[i]);
  return found;
}

}  // namespace zhibu

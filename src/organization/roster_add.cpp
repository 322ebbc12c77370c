// SPDX-License-Identifier: BSL-1.0

#include <stdexcept>
#include <string>

#include "columns.hpp"
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

// The number of the row that comes next.
template <class T>
std::uint32_t next(const std::vector<T>& column) {
  return static_cast<std::uint32_t>(column.size());
}

}  // namespace

void Roster::Columns::require_free(const Codes& codes, std::string_view code,
                                   std::string_view what) const {
  if (code.empty())
    throw std::invalid_argument("a " + std::string{what} + " without a code; accepted: any text");
  if (find(codes, code))
    throw std::invalid_argument("a second " + std::string{what} + " with the code " + quote(code) +
                                "; accepted: a code that no other has");
}

UnitId Roster::add(const Unit& unit) {
  columns_->require_free(columns_->units.code, unit.code, "unit");
  require_days(unit.standing);
  if (unit.parent) columns_->require(*unit.parent);

  const UnitId id{next(columns_->units.code.ids)};
  columns_->units.push(unit, columns_->texts);
  if (unit.parent) columns_->set_parent(id, *unit.parent);
  return id;
}

PersonId Roster::add(const Person& person) {
  columns_->require_free(columns_->persons.code, person.code, "person");
  const std::optional<Date> admitted = person.admitted_on;
  const std::optional<Date> full = person.full_member_on;
  if (admitted && full && *full < *admitted)
    throw std::invalid_argument("a full member from " + to_string(*full) +
                                ", before the admission on " + to_string(*admitted) +
                                "; accepted: that day or a later one");

  const PersonId id{next(columns_->persons.code.ids)};
  columns_->persons.push(person, columns_->texts);
  return id;
}

PostId Roster::add(const Post& post) {
  columns_->require_free(columns_->posts.code, post.code, "post");
  columns_->require(post.unit);

  const PostId id{next(columns_->posts.code.ids)};
  columns_->posts.push(post, columns_->texts);
  columns_->units.posts[post.unit.index].push_back(id.index);
  return id;
}

ClusterId Roster::add(const Cluster& cluster) {
  columns_->require_free(columns_->clusters.code, cluster.code, "cluster");
  columns_->require(cluster.lead);
  columns_->require(cluster.deputy);
  require_days(cluster.standing);

  const ClusterId id{next(columns_->clusters.code.ids)};
  columns_->clusters.push(cluster, columns_->texts);
  return id;
}

void Roster::add(const Membership& membership) {
  columns_->require(membership.person);
  columns_->require(membership.unit);
  require_days(membership.period);
  std::vector<std::uint32_t>& of_person = columns_->persons.memberships[membership.person.index];
  for (const std::uint32_t i : of_person) {
    const Membership& before = columns_->memberships[i];
    if (before.kind != membership.kind) continue;
    if (before.kind != MembershipKind::home && before.unit != membership.unit) continue;
    require_apart(before.period, membership.period,
                  quote(columns_->code(before.person)) + " belongs to " +
                      quote(columns_->code(before.unit)) + " (" + std::string{key(before.kind)} +
                      ")");
  }

  const std::uint32_t index = next(columns_->memberships);
  columns_->memberships.push_back(membership);
  of_person.push_back(index);
  columns_->units.memberships[membership.unit.index].push_back(index);
}

void Roster::add(const Appointment& appointment) {
  columns_->require(appointment.post);
  columns_->require(appointment.person);
  require_days(appointment.period);

  const std::uint32_t index = next(columns_->appointments.period);
  columns_->appointments.push(appointment, columns_->texts);
  columns_->posts.appointments[appointment.post.index].push_back(index);
}

void Roster::add(const ClusterMembership& membership) {
  columns_->require(membership.cluster);
  columns_->require(membership.unit);
  require_days(membership.period);
  std::vector<std::uint32_t>& of_unit = columns_->units.clusters[membership.unit.index];
  for (const std::uint32_t i : of_unit) {
    const ClusterMembership& before = columns_->cluster_memberships[i];
    require_apart(before.period, membership.period,
                  quote(columns_->code(before.unit)) + " works in the cluster " +
                      quote(columns_->code(before.cluster)));
  }

  const std::uint32_t index = next(columns_->cluster_memberships);
  columns_->cluster_memberships.push_back(membership);
  of_unit.push_back(index);
  columns_->clusters.units[membership.cluster.index].push_back(index);
}

void Roster::add(const Contact& contact) {
  columns_->require(contact.person);
  columns_->require(contact.unit);
  require_days(contact.period);
  std::vector<std::uint32_t>& of_person = columns_->persons.contacts[contact.person.index];
  for (const std::uint32_t i : of_person) {
    const Contact& before = columns_->contacts[i];
    if (before.unit != contact.unit) continue;
    require_apart(before.period, contact.period,
                  quote(columns_->code(before.person)) + " has the contact branch " +
                      quote(columns_->code(before.unit)));
  }

  of_person.push_back(next(columns_->contacts));
  columns_->contacts.push_back(contact);
}

}  // namespace zhibu

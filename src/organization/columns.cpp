// SPDX-License-Identifier: BSL-1.0

#include "columns.hpp"

#include <stdexcept>
#include <string>

namespace zhibu {

namespace {

void require_issued(std::uint32_t index, std::size_t size, std::string_view what) {
  if (index < size) return;
  const std::string issued = size == 0 ? "none" : "the handles 0 to " + std::to_string(size - 1);
  throw std::invalid_argument("no such " + std::string{what} + " in this roster: handle " +
                              std::to_string(index) + "; accepted: " + issued);
}

}  // namespace

void Codes::push(TextId id) {
  rows.emplace(id, static_cast<std::uint32_t>(ids.size()));
  ids.push_back(id);
}

void UnitColumns::push(const Unit& unit, Texts& texts) {
  code.push(texts.keep(unit.code));
  name.push_back(texts.keep(unit.name));
  kind.push_back(unit.kind);
  parent.emplace_back();
  standing.push_back(unit.standing);
  temporary.push_back(unit.temporary);
  retired_cadres.push_back(unit.retired_cadres);
  has_committee.push_back(unit.has_committee);
  elected_on.push_back(unit.elected_on);
  workplace.push_back(texts.keep(unit.workplace));
  for (Lists* lists : {&children, &memberships, &posts, &clusters}) lists->emplace_back();
}

Unit UnitColumns::row(UnitId id, const Texts& texts) const {
  const std::uint32_t i = id.index;
  return {.id = id,
          .code = texts[code.ids[i]],
          .name = texts[name[i]],
          .kind = kind[i],
          .parent = parent[i],
          .standing = standing[i],
          .temporary = temporary[i],
          .retired_cadres = retired_cadres[i],
          .has_committee = has_committee[i],
          .elected_on = elected_on[i],
          .workplace = texts[workplace[i]]};
}

void PersonColumns::push(const Person& person, Texts& texts) {
  code.push(texts.keep(person.code));
  name.push_back(texts.keep(person.name));
  sex.push_back(person.sex);
  born_on.push_back(person.born_on);
  retirement.push_back(person.retirement);
  retired_on.push_back(person.retired_on);
  joined_revolution_on.push_back(person.joined_revolution_on);
  admitted_on.push_back(person.admitted_on);
  full_member_on.push_back(person.full_member_on);
  needs_home_visits.push_back(person.needs_home_visits);
  for (Lists* lists : {&memberships, &contacts}) lists->emplace_back();
}

Person PersonColumns::row(PersonId id, const Texts& texts) const {
  const std::uint32_t i = id.index;
  return {.id = id,
          .code = texts[code.ids[i]],
          .name = texts[name[i]],
          .sex = sex[i],
          .born_on = born_on[i],
          .retirement = retirement[i],
          .retired_on = retired_on[i],
          .joined_revolution_on = joined_revolution_on[i],
          .admitted_on = admitted_on[i],
          .full_member_on = full_member_on[i],
          .needs_home_visits = needs_home_visits[i]};
}

void PostColumns::push(const Post& post, Texts& texts) {
  code.push(texts.keep(post.code));
  unit.push_back(post.unit);
  kind.push_back(post.kind);
  title.push_back(texts.keep(post.title));
  ex_officio.push_back(post.ex_officio);
  appointments.emplace_back();
}

Post PostColumns::row(PostId id, const Texts& texts) const {
  const std::uint32_t i = id.index;
  return {.id = id,
          .code = texts[code.ids[i]],
          .unit = unit[i],
          .kind = kind[i],
          .title = texts[title[i]],
          .ex_officio = ex_officio[i]};
}

void ClusterColumns::push(const Cluster& cluster, Texts& texts) {
  code.push(texts.keep(cluster.code));
  name.push_back(texts.keep(cluster.name));
  lead.push_back(cluster.lead);
  deputy.push_back(cluster.deputy);
  standing.push_back(cluster.standing);
  units.emplace_back();
}

Cluster ClusterColumns::row(ClusterId id, const Texts& texts) const {
  const std::uint32_t i = id.index;
  return {.id = id,
          .code = texts[code.ids[i]],
          .name = texts[name[i]],
          .lead = lead[i],
          .deputy = deputy[i],
          .standing = standing[i]};
}

void AppointmentColumns::push(const Appointment& appointment, Texts& texts) {
  post.push_back(appointment.post);
  person.push_back(appointment.person);
  period.push_back(appointment.period);
  titles.push_back(texts.keep(appointment.titles));
}

Appointment AppointmentColumns::row(std::uint32_t index, const Texts& texts) const {
  return {.post = post[index],
          .person = person[index],
          .period = period[index],
          .titles = texts[titles[index]]};
}

std::optional<std::uint32_t> Roster::Columns::find(const Codes& codes,
                                                   std::string_view text) const {
  const std::optional<TextId> id = texts.find(text);
  const auto row = id ? codes.rows.find(*id) : codes.rows.end();
  return row == codes.rows.end() ? std::nullopt : std::optional{row->second};
}

void Roster::Columns::set_parent(UnitId unit, UnitId parent) {
  std::string line{code(unit)};
  for (std::optional<UnitId> above = parent; above; above = units.parent[above->index]) {
    line += " → " + std::string{code(*above)};
    if (*above == unit)
      throw std::invalid_argument("a circle of units, each standing under the next: " + line +
                                  "; accepted: a parent that does not stand under the unit");
  }
  units.parent[unit.index] = parent;
  units.children[parent.index].push_back(unit.index);
}

void Roster::Columns::require(UnitId id) const {
  require_issued(id.index, units.code.size(), "unit");
}

void Roster::Columns::require(PersonId id) const {
  require_issued(id.index, persons.code.size(), "person");
}

void Roster::Columns::require(PostId id) const {
  require_issued(id.index, posts.code.size(), "post");
}

void Roster::Columns::require(ClusterId id) const {
  require_issued(id.index, clusters.code.size(), "cluster");
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/roster.hpp"

#include <utility>

#include "nearest.hpp"
#include "organization/columns.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {

namespace {

// The handle of a code.
template <class Id>
Id named(const RosterColumns& columns, std::string_view code) {
  const Texts& codes = columns.codes(Id{});
  if (const auto found = codes.find(code)) return {*found};
  std::vector<std::string_view> accepted;
  for (TextId id = 0; id < codes.size(); ++id) accepted.push_back(codes[id]);
  throw_unknown_code(kind_of(Id{}), code, accepted);
}

}  // namespace

Roster::Roster() : columns_{std::make_unique<RosterColumns>()} {}
Roster::Roster(std::unique_ptr<RosterColumns> columns) : columns_{std::move(columns)} {}
Roster::Roster(const Roster& other) : columns_{std::make_unique<RosterColumns>(*other.columns_)} {}
Roster::Roster(Roster&& other) noexcept = default;
Roster& Roster::operator=(const Roster& other) { return *this = Roster{other}; }
Roster& Roster::operator=(Roster&& other) noexcept = default;
Roster::~Roster() = default;

std::uint64_t Roster::version() const { return columns_->version; }

Rows<Roster, UnitId, Unit> Roster::units() const& { return {*this, columns_->unit_codes.size()}; }
Rows<Roster, PersonId, Person> Roster::persons() const& {
  return {*this, columns_->person_codes.size()};
}
Rows<Roster, PostId, Post> Roster::posts() const& { return {*this, columns_->post_codes.size()}; }
Rows<Roster, ClusterId, Cluster> Roster::clusters() const& {
  return {*this, columns_->cluster_codes.size()};
}
Rows<Roster, WorkplaceId, Workplace> Roster::workplaces() const& {
  return {*this, columns_->workplace_codes.size()};
}
Rows<Roster, TermId, Term> Roster::terms() const& { return {*this, columns_->count(TermId{})}; }
Rows<Roster, EventId, Event> Roster::events() const& { return {*this, columns_->count(EventId{})}; }

Unit Roster::operator[](UnitId id) const {
  columns_->require(id);
  return columns_->unit(*columns_->units.last(id.index), columns_->standing(id));
}

Person Roster::operator[](PersonId id) const {
  columns_->require(id);
  Person person = columns_->persons.row(id.index, columns_->texts);
  person.id = id;
  person.code = columns_->code(id);
  return person;
}

Cluster Roster::operator[](ClusterId id) const {
  columns_->require(id);
  return columns_->cluster(*columns_->clusters.last(id.index), columns_->standing(id));
}

Post Roster::operator[](PostId id) const {
  columns_->require(id);
  return columns_->row<Post>(id.index);
}

Workplace Roster::operator[](WorkplaceId id) const {
  columns_->require(id);
  return columns_->row<Workplace>(id.index);
}

Term Roster::operator[](TermId id) const {
  columns_->require(id);
  return columns_->row<Term>(id.index);
}

Event Roster::operator[](EventId id) const {
  columns_->require(id);
  return columns_->row<Event>(id.index);
}

Unit Roster::unit(std::string_view code) const { return (*this)[named<UnitId>(*columns_, code)]; }
Person Roster::person(std::string_view code) const {
  return (*this)[named<PersonId>(*columns_, code)];
}
Post Roster::post(std::string_view code) const { return (*this)[named<PostId>(*columns_, code)]; }
Cluster Roster::cluster(std::string_view code) const {
  return (*this)[named<ClusterId>(*columns_, code)];
}
Workplace Roster::workplace(std::string_view code) const {
  return (*this)[named<WorkplaceId>(*columns_, code)];
}

std::optional<Unit> Roster::at(UnitId unit, Date day) const {
  columns_->require(unit);
  const auto state = columns_->units.at(unit.index, day);
  if (!state) return std::nullopt;
  return columns_->unit(*state, columns_->standing(unit));
}

std::optional<Cluster> Roster::at(ClusterId cluster, Date day) const {
  columns_->require(cluster);
  const auto state = columns_->clusters.at(cluster.index, day);
  if (!state) return std::nullopt;
  return columns_->cluster(*state, columns_->standing(cluster));
}

Timeline<Unit> Roster::history(UnitId unit) const {
  columns_->require(unit);
  Timeline<Unit> found;
  columns_->units.each(unit.index, [&](Period period, Timelines::Number state) {
    found.put(period, columns_->unit(state, columns_->standing(unit)));
  });
  return found;
}

Timeline<Cluster> Roster::history(ClusterId cluster) const {
  columns_->require(cluster);
  Timeline<Cluster> found;
  columns_->clusters.each(cluster.index, [&](Period period, Timelines::Number state) {
    found.put(period, columns_->cluster(state, columns_->standing(cluster)));
  });
  return found;
}

RosterView Roster::as_of(Date day) const& { return {*this, day, std::nullopt}; }
RosterView Roster::as_of(Date day, UnitId top) const& { return {*this, day, top}; }

}  // namespace zhibu

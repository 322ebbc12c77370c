// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <tuple>
#include <vector>

#include "organization/chains.hpp"
#include "organization/fields.hpp"
#include "organization/row_columns.hpp"
#include "organization/texts.hpp"
#include "organization/timelines.hpp"
#include "steps.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

// The rows of one relation; and for each of their fields that holds a handle, the rows by it.
template <class Row>
struct Relation {
  RowColumns<Row> rows;
  std::array<RareChains, RowColumns<Row>::count> by;

  std::uint32_t push(const Row& row, Texts& texts);

  // The rows that name `owner`, a handle, in any of these fields, in the order they were added.
  template <class Owner>
  std::vector<std::uint32_t> of(Owner owner) const;

  // Makes `by` anew from the rows.
  void link(Steps& steps);

 private:
  void link(std::uint32_t row);
};

// All that a roster keeps, in columns. A unit and a cluster is a timeline of states, a home
// membership a timeline of units; all else are relations.
struct RosterColumns {
  std::uint64_t version = 0;  // how often the roster was changed
  Texts texts;                // names, titles, documents
  Texts unit_codes;           // their numbers are the handles, as in the next four
  Texts person_codes;
  Texts post_codes;
  Texts cluster_codes;
  Texts workplace_codes;

  RowColumns<UnitState> unit_states;
  Timelines units;  // of each unit: which of the states
  Chains children;  // of each unit: the states of others in which it is the parent

  RowColumns<Person> persons;
  Timelines homes;              // of each person: the home branch
  Chains home_members;          // of each unit: persons for whom it is the first home they had
  Values<std::uint32_t> moved;  // persons who came to a further home, in the order they came
  Chains moved_members;         // of each unit: places in `moved`

  RowColumns<ClusterState> cluster_states;
  Timelines clusters;  // of each cluster: which of the states

  std::tuple<Relation<Post>, Relation<Workplace>, Relation<Term>, Relation<Event>,
             Relation<Membership>,  // those that are not home memberships
             Relation<Circumstance>, Relation<Particulars>, Relation<Appointment>,
             Relation<ClusterMembership>, Relation<UnitWorkplace>, Relation<Contact>,
             Relation<Pairing>, Relation<VolunteerRole>, Relation<Venue>, Relation<Honour>>
      relations;

  template <class Row>
  const Relation<Row>& relation() const {
    return std::get<Relation<Row>>(relations);
  }
  template <class Row>
  Relation<Row>& relation() {
    return std::get<Relation<Row>>(relations);
  }

  // The row of a relation, with its handle and its code where it has any.
  template <class Row>
  Row row(std::uint32_t index) const;

  // The codes of the things that a handle may be of.
  const Texts& codes(UnitId) const { return unit_codes; }
  const Texts& codes(PersonId) const { return person_codes; }
  const Texts& codes(PostId) const { return post_codes; }
  const Texts& codes(ClusterId) const { return cluster_codes; }
  const Texts& codes(WorkplaceId) const { return workplace_codes; }
  template <class Id>
  std::string_view code(Id id) const {
    return codes(id)[id.index];
  }

  // How many there are of what a handle may be of.
  template <class Id>
  std::size_t count(Id id) const {
    return codes(id).size();
  }
  std::size_t count(TermId) const { return relation<Term>().rows.size(); }
  std::size_t count(EventId) const { return relation<Event>().rows.size(); }

  // Throws std::invalid_argument where a handle was not issued by this roster.
  template <class Tag>
  void require(Id<Tag> id) const;
  void require(const Bearer& bearer) const;

  // The unit, or the cluster, in that one of its states; from its founding to its end.
  Unit unit(std::uint32_t state, Period standing) const;
  Cluster cluster(std::uint32_t state, Period standing) const;
  Period standing(UnitId unit) const;
  Period standing(ClusterId cluster) const;
  bool stands(UnitId unit, Date day) const { return units.at(unit.index, day).has_value(); }

  // Whether the person is alive at the end of `day`, as far as is known.
  bool lives(PersonId person, Date day) const {
    const auto died = persons.value<&Person::died_on>(person.index, texts);
    return !died || day < *died;
  }

  // Under which unit it stands on `day`, if it stands then and is under any.
  std::optional<UnitId> parent(UnitId unit, Date day) const;

  // Throws std::invalid_argument that names the circle where `parent` stands under `unit`, or
  // anywhere under it, on one of `days`.
  void require_no_circle(UnitId unit, UnitId parent, Period days) const;

  // Puts a unit that has not changed yet, and is under none, under `parent` from its founding on.
  void set_parent(UnitId unit, UnitId parent);

  // Gives the person another timeline of homes, in which `unit` is new.
  void set_home(PersonId person, const Timeline<Timelines::Number>& timeline, UnitId unit);
  void set_first_home(PersonId person, Date from, UnitId unit);  // and the only one

  // Makes all chains anew from the rows, for a roster that was read.
  void link(Steps& steps);

 private:
  void add_to_members(PersonId person, UnitId unit);
};

// What kind of thing a handle is of: "unit".
constexpr std::string_view kind_of(UnitId) { return "unit"; }
constexpr std::string_view kind_of(PersonId) { return "person"; }
constexpr std::string_view kind_of(PostId) { return "post"; }
constexpr std::string_view kind_of(ClusterId) { return "cluster"; }
constexpr std::string_view kind_of(WorkplaceId) { return "workplace"; }
constexpr std::string_view kind_of(TermId) { return "term"; }
constexpr std::string_view kind_of(EventId) { return "event"; }

[[noreturn]] void throw_not_issued(std::string_view kind, std::uint32_t index, std::size_t size);

template <class Tag>
void RosterColumns::require(Id<Tag> id) const {
  if (id.index >= count(id)) throw_not_issued(kind_of(id), id.index, count(id));
}

// The number under which a handle is found in RareChains, where fields hold handles.
template <class V>
struct OwnerKey;  // not for values that are no handles

template <class Tag>
struct OwnerKey<Id<Tag>> {
  using Owner = Id<Tag>;
  static std::optional<std::uint32_t> of(Owner owner) { return owner.index; }
};

template <class Tag>
struct OwnerKey<std::optional<Id<Tag>>> {
  using Owner = Id<Tag>;
  static std::optional<std::uint32_t> of(std::optional<Owner> owner) {
    return owner ? std::optional{owner->index} : std::nullopt;
  }
  static std::optional<std::uint32_t> of(Owner owner) { return owner.index; }
};

template <>
struct OwnerKey<Bearer> {
  static std::optional<std::uint32_t> of(Bearer bearer) {
    return std::visit([](auto id) { return id.index; }, bearer) << 1 |
           static_cast<std::uint32_t>(bearer.index());
  }
};

template <>
struct OwnerKey<std::optional<Bearer>> {
  static std::optional<std::uint32_t> of(const std::optional<Bearer>& bearer) {
    return bearer ? OwnerKey<Bearer>::of(*bearer) : std::nullopt;
  }
};

template <class Owner, class V>
concept OwnedBy = requires(Owner owner) {
  OwnerKey<V>::of(owner);
};

template <class Row>
std::uint32_t Relation<Row>::push(const Row& row, Texts& texts) {
  const auto index = static_cast<std::uint32_t>(rows.size());
  rows.push(row, texts);
  link(index);
  return index;
}

template <class Row>
template <class Owner>
std::vector<std::uint32_t> Relation<Row>::of(Owner owner) const {
  std::vector<std::uint32_t> found;
  std::size_t field = 0;
  rows.each([&]<class F>(const F&, const auto&) {
    if constexpr (OwnedBy<Owner, typename F::Value>)
      by[field].each(*OwnerKey<typename F::Value>::of(owner),
                     [&](std::uint32_t row) { found.push_back(row); });
    ++field;
  });
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

template <class Row>
void Relation<Row>::link(Steps& steps) {
  by = {};
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    link(row);
    steps.pause();
  }
}

template <class Row>
void Relation<Row>::link(std::uint32_t row) {
  static const Texts no_texts;  // handles have none
  std::size_t field = 0;
  rows.each([&]<class F>(const F&, const auto& column) {
    using V = typename F::Value;
    if constexpr (requires(V value) { OwnerKey<V>::of(value); })
      if (const auto owner = OwnerKey<V>::of(ColumnOf<F>::value(column, row, no_texts)))
        by[field].add(*owner, row);
    ++field;
  });
}

}  // namespace zhibu

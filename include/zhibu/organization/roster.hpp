// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/cluster.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/rows.hpp"

namespace zhibu {

// The organizations of one area, who belongs to them, who holds their posts and how they work
// together, each for as long as it lasted.
//
//   Roster roster = Roster::load("examples/yongshun");
//   Unit office = roster.unit("YS-B01");
//   roster.members(office.id, MembershipKind::home, Date{2017, 9, 30}).size();
//
// A roster is a value: a copy is another roster. Rows are made when they are asked for, and their
// texts are views that live as long as the roster. Nothing is ever removed: what ends, ends on a
// day.
class ZHIBU_EXPORT Roster {
 public:
  Roster();
  Roster(const Roster& other);
  Roster(Roster&& other) noexcept;
  Roster& operator=(const Roster& other);
  Roster& operator=(Roster&& other) noexcept;
  ~Roster();

  // Reads the tables of a folder: units.csv, persons.csv and, where they are there,
  // memberships.csv, posts.csv, appointments.csv, clusters.csv, cluster_members.csv and
  // contacts.csv (the columns stand in src/organization/roster_columns.hpp). The files are UTF-8,
  // with or without a byte order mark, or GB18030. A parent may stand in a later line than its
  // unit.
  //
  // Throws std::invalid_argument that lists the faults of all files, a line for each, with file,
  // line, what was found and what would be accepted:
  //
  //   county/units.csv:12: kind: no such kind of unit: 'brnch' (did you mean 'branch'?); accepted:
  //   …
  //
  // Besides what add() refuses, a circle of parents is a fault, which names the circle, and so is a
  // file that all but has the name of a table that is missing.
  static Roster load(const std::filesystem::path& folder);

  // Add a row; its `id` is not looked at. Throw std::invalid_argument where a code is empty or
  // taken, where a handle is not of this roster, where a period has not a single day, where a
  // person is a full member before admission, and where two of these overlap: home memberships of a
  // person, memberships of one kind of a person in a unit, cluster memberships of a unit, contacts
  // of a person with a unit. What throws adds nothing.
  UnitId add(const Unit& unit);
  PersonId add(const Person& person);
  PostId add(const Post& post);
  ClusterId add(const Cluster& cluster);
  void add(const Membership& membership);
  void add(const Appointment& appointment);
  void add(const ClusterMembership& membership);
  void add(const Contact& contact);

  // All rows, in the order they were added. Not of a roster that would be gone before its rows.
  Rows<Roster, UnitId, Unit> units() const&;
  Rows<Roster, PersonId, Person> persons() const&;
  Rows<Roster, PostId, Post> posts() const&;
  Rows<Roster, ClusterId, Cluster> clusters() const&;
  Rows<Roster, UnitId, Unit> units() const&& = delete;
  Rows<Roster, PersonId, Person> persons() const&& = delete;
  Rows<Roster, PostId, Post> posts() const&& = delete;
  Rows<Roster, ClusterId, Cluster> clusters() const&& = delete;

  // The row of a handle. Throw std::invalid_argument if this roster has not issued it.
  Unit operator[](UnitId id) const;
  Person operator[](PersonId id) const;
  Post operator[](PostId id) const;
  Cluster operator[](ClusterId id) const;

  // The row of a code. Throw std::invalid_argument that names the nearest code there is.
  Unit unit(std::string_view code) const;
  Person person(std::string_view code) const;
  Post post(std::string_view code) const;
  Cluster cluster(std::string_view code) const;

  // The units standing directly under `unit` on `day`, in the order they were added.
  std::vector<UnitId> children(UnitId unit, Date day) const;

  // Whether `unit` is `top` or stands anywhere under it.
  bool is_within(UnitId unit, UnitId top) const;

  // The persons who belong to `unit` in that way on `day`, each once.
  std::vector<PersonId> members(UnitId unit, MembershipKind kind, Date day) const;

  // All that `person` has belonged to, in the order added.
  std::vector<Membership> memberships(PersonId person) const;

  // The unit where `person` has their home membership, or else their care, on `day`.
  std::optional<UnitId> home(PersonId person, Date day) const;

  // The posts of `unit`, and who holds them on `day`; a vacant post is simply not among the latter.
  std::vector<PostId> posts(UnitId unit) const;
  std::vector<Appointment> appointments(UnitId unit, Date day) const;

  // The cluster that `unit` works in on `day`, and the units of a cluster on that day.
  std::optional<ClusterId> cluster_of(UnitId unit, Date day) const;
  std::vector<UnitId> units(ClusterId cluster, Date day) const;

  // The contact branches of `person` on `day`.
  std::vector<Contact> contacts(PersonId person, Date day) const;

 private:
  struct Columns;
  class Loader;
  std::unique_ptr<Columns> columns_;
};

}  // namespace zhibu

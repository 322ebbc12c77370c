// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/cluster.hpp"
#include "zhibu/organization/event.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/particulars.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/term.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/organization/workplace.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/time/timeline.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

class RosterView;
struct RosterColumns;

// The organizations of one area, who belongs to them, who holds their posts and how they work
// together: what they were, are, and are known to become. Nothing is ever removed or overwritten;
// what ends, ends on a day.
//
//   Roster roster = Roster::load("examples/yongshun");
//   UnitId health = roster.unit("YS-B33").id;
//   roster.rename(health, "县卫健局离退休干部党支部", Date{2019, 3, 1}, "永组发〔2019〕3号");
//   roster.as_of(Date{2017, 9, 30})[health].name;  // "县卫生局离退休干部党支部"
//
// A roster is a value: a copy is another roster. Rows are made when they are asked for, and their
// texts are views that live as long as the roster. A handle that it has not issued, and a code that
// it does not know, throw std::invalid_argument; so does whatever an addition or an event would
// break, and then nothing has changed.
class ZHIBU_EXPORT Roster {
 public:
  Roster();
  Roster(const Roster& other);
  Roster(Roster&& other) noexcept;
  Roster& operator=(const Roster& other);
  Roster& operator=(Roster&& other) noexcept;
  ~Roster();

  // Reads the tables of a folder: units.csv, persons.csv and whichever others are there. Which
  // there are, and their columns, stands in src/organization/fields.hpp. The files are UTF-8, with
  // or without a byte order mark, or GB18030. Throws std::invalid_argument that lists the faults of
  // all files, a line for each: file, line, what was found, what would be accepted.
  static Roster load(const std::filesystem::path& folder, const Watch& watch = {});

  // Makes room for so many in all: many rows are then added faster, and take less memory.
  void reserve(std::size_t units, std::size_t persons);

  // Add a row; its `id` is not looked at. A unit or a cluster is added as it was when it was
  // founded. Refused are a code that is empty or taken, a period without a day, a full member
  // before admission, units that would stand in a circle, and what overlaps: home memberships of a
  // person; memberships of one kind of a person in a unit; cluster memberships of a unit; contacts
  // of a person with a unit.
  UnitId add(const Unit& unit);
  PersonId add(const Person& person);
  PostId add(const Post& post);
  ClusterId add(const Cluster& cluster);
  WorkplaceId add(const Workplace& workplace);
  TermId add(const Term& term);
  void add(const Membership& membership);
  void add(const Circumstance& circumstance);
  void add(const Particulars& particulars);
  void add(const Appointment& appointment);
  void add(const ClusterMembership& membership);
  void add(const UnitWorkplace& workplace);
  void add(const Contact& contact);
  void add(const Pairing& pairing);
  void add(const VolunteerRole& role);
  void add(const Venue& venue);
  void add(const Honour& honour);

  // What happens to a unit from the first day `on` on, with the number of the document (文号). What
  // is changed stays so until it changes again, also where that is known already. The unit must
  // stand on that day.
  EventId found(UnitId unit, std::string_view document);  // on the day on which it begins
  EventId rename(UnitId unit, std::string_view name, Date on, std::string_view document = {});
  EventId move(UnitId unit, std::optional<UnitId> parent, Date on, std::string_view document = {});
  EventId upgrade(UnitId unit, UnitKind kind, Date on, std::string_view document = {});
  EventId adjust(UnitId unit, const Unit& as, Date on, std::string_view document = {});  // the rest

  // The unit ends, and with it its memberships, appointments, cluster membership, contacts and
  // venues. Refused while other units stand under it. A temporary one lapses (自然撤销).
  EventId dissolve(UnitId unit, Date on, std::string_view document = {});
  EventId lapse(UnitId unit, Date on, std::string_view document = {});

  // All of `units` but `into` end; their members and whatever stands under them go to `into`.
  std::vector<EventId> merge(std::span<const UnitId> units, UnitId into, Date on,
                             std::string_view document = {});

  // `into` come out of `unit`, which ends unless it is one of them. Who goes where is a matter of
  // transfer().
  std::vector<EventId> split(UnitId unit, std::span<const UnitId> into, Date on,
                             std::string_view document = {});

  // The home membership of `person` is in `to` from that day on (组织关系接转).
  void transfer(PersonId person, UnitId to, Date on);

  // What lasted on the day before ends: `person` leaves the post (免职、辞职), or the unit. Refused
  // where there was nothing of the kind.
  void vacate(PostId post, PersonId person, Date on);
  void leave(PersonId person, UnitId unit, MembershipKind kind, Date on);

  // The cluster is led by others from that day on.
  void change_lead(ClusterId cluster, UnitId lead, UnitId deputy, Date on);

  // All rows, in the order they were added. A unit and a cluster is as its last change leaves it,
  // which may lie ahead; for what it is on a day ask at(), or a view.
  Rows<Roster, UnitId, Unit> units() const&;
  Rows<Roster, PersonId, Person> persons() const&;
  Rows<Roster, PostId, Post> posts() const&;
  Rows<Roster, ClusterId, Cluster> clusters() const&;
  Rows<Roster, WorkplaceId, Workplace> workplaces() const&;
  Rows<Roster, TermId, Term> terms() const&;
  Rows<Roster, EventId, Event> events() const&;
  template <class Relation>
  std::vector<Relation> all() const;  // Membership, Contact, and whatever has no handle

  Unit operator[](UnitId id) const;
  Person operator[](PersonId id) const;
  Post operator[](PostId id) const;
  Cluster operator[](ClusterId id) const;
  Workplace operator[](WorkplaceId id) const;
  Term operator[](TermId id) const;
  Event operator[](EventId id) const;
  Unit unit(std::string_view code) const;
  Person person(std::string_view code) const;
  Post post(std::string_view code) const;
  Cluster cluster(std::string_view code) const;
  Workplace workplace(std::string_view code) const;

  // The organizations and all that belongs to them as of the end of `day`: all of them, or `top`
  // and what stands under it. See view.hpp.
  RosterView as_of(Date day) const&;
  RosterView as_of(Date day, UnitId top) const&;

  // A roster of its own with what `top`, and whatever its last change leaves under it, may see, and
  // nothing else: handles are issued anew, and whatever stays outside is not there for any output,
  // total or message to name. Inside are
  //
  //   those units, with all that they ever were; a parent, or the other unit of an event, that is
  //   outside is left out, and where a unit came to another parent by what happened outside, a move
  //   tells it;
  //   their posts, terms, venues, workplaces, and honours;
  //   who ever belonged to one of them or held one of those posts, with what is kept of the person,
  //   but of memberships, appointments and contacts only those inside, and of pairings those of two
  //   persons inside;
  //   clusters whose lead and deputy have always been units inside, with those of their units that
  //   are.
  //
  // Takes time in proportion to the whole roster.
  Roster within(UnitId top) const;

  // The unit, or the cluster, as it stood on `day`; nothing if it did not. And all it ever was.
  std::optional<Unit> at(UnitId unit, Date day) const;
  std::optional<Cluster> at(ClusterId cluster, Date day) const;
  Timeline<Unit> history(UnitId unit) const;
  Timeline<Cluster> history(ClusterId cluster) const;

  // The rows of a relation, of the terms and of the events that name `owner`, in the order added.
  template <class Relation, class Owner>
  std::vector<Relation> of(Owner owner) const;

  // The units standing directly under `unit` on `day`, in the order they came there.
  std::vector<UnitId> children(UnitId unit, Date day) const;

  // Whether `unit` stands on `day`, and is `top` or stands anywhere under it.
  bool is_within(UnitId unit, UnitId top, Date day) const;

  // The persons who belong to `unit` in that way on `day`, each once.
  std::vector<PersonId> members(UnitId unit, MembershipKind kind, Date day) const;

  // All that `person` has belonged to, the home memberships first.
  std::vector<Membership> memberships(PersonId person) const;

  // The unit where `person` has their home membership, or else their care, on `day`.
  std::optional<UnitId> home(PersonId person, Date day) const;

  // The posts of `unit`, and who holds them on `day`; a vacant post is simply not among the latter.
  std::vector<PostId> posts(UnitId unit) const;
  std::vector<Appointment> appointments(UnitId unit, Date day) const;

  // The term of office that runs in `unit` on `day`: of the last election up to then.
  std::optional<Term> term(UnitId unit, Date day) const;

  // The cluster that `unit` works in on `day`, and the units of a cluster on that day.
  std::optional<ClusterId> cluster_of(UnitId unit, Date day) const;
  std::vector<UnitId> units(ClusterId cluster, Date day) const;

  // The contact branches of `person` on `day`.
  std::vector<Contact> contacts(PersonId person, Date day) const;

  // How often it was changed: a view of an earlier state refuses to answer.
  std::uint64_t version() const;

  // For zhibu itself: no public header says what RosterColumns are.
  explicit Roster(std::unique_ptr<RosterColumns> columns);
  const RosterColumns& columns() const { return *columns_; }
  RosterColumns& columns() { return *columns_; }

 private:
  std::unique_ptr<RosterColumns> columns_;
};

// Whether both keep the same of the same units, persons, posts, clusters and workplaces, in the
// order added: what they were, are, and are known to become; however often each was changed.
ZHIBU_EXPORT bool operator==(const Roster& a, const Roster& b);

}  // namespace zhibu

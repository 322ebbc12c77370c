// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <utility>

#include "timeline.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

// All rows of a relation.
template <class Row>
void bind_all(Shared<Roster>& roster, const char* rows) {
  roster.def(
      rows, [](const Roster& r) { return r.all<Row>(); }, WithoutGil{}, KeepRowsAlive{});
}

// Its rows that name one owner; where it has owners of several kinds, the owner is named.
template <class Row, class Id, class... Extra>
void bind_of(Shared<Roster>& roster, const char* rows, const Extra&... extra) {
  roster.def(
      rows, [](const Roster& r, const Key<Id>& owner) { return r.of<Row>(handle_of(r, owner)); },
      extra..., KeepRowsAlive{});
}

void bind_relations_of_persons(Shared<Roster>& roster) {
  bind_all<Membership>(roster, "memberships");
  bind_of<Membership, PersonId>(roster, "memberships", "person"_a);
  bind_of<Membership, UnitId>(roster, "memberships", py::kw_only(), "unit"_a);
  bind_all<Circumstance>(roster, "circumstances");
  bind_of<Circumstance, PersonId>(roster, "circumstances", "person"_a);
  bind_all<Particulars>(roster, "particulars");
  bind_of<Particulars, PersonId>(roster, "particulars", "person"_a);
  bind_all<Appointment>(roster, "appointments");
  bind_of<Appointment, PersonId>(roster, "appointments", py::kw_only(), "person"_a);
  bind_of<Appointment, PostId>(roster, "appointments", py::kw_only(), "post"_a);
  bind_all<Pairing>(roster, "pairings");
  bind_of<Pairing, PersonId>(roster, "pairings", "person"_a);
  bind_all<VolunteerRole>(roster, "volunteer_roles");
  bind_of<VolunteerRole, PersonId>(roster, "volunteer_roles", "person"_a);
}

void bind_relations_of_units(Shared<Roster>& roster) {
  bind_of<Term, UnitId>(roster, "terms", "unit"_a);
  bind_of<Event, UnitId>(roster, "events", "unit"_a);
  bind_all<ClusterMembership>(roster, "cluster_memberships");
  bind_of<ClusterMembership, UnitId>(roster, "cluster_memberships", py::kw_only(), "unit"_a);
  bind_of<ClusterMembership, ClusterId>(roster, "cluster_memberships", py::kw_only(), "cluster"_a);
  bind_all<UnitWorkplace>(roster, "unit_workplaces");
  bind_of<UnitWorkplace, UnitId>(roster, "unit_workplaces", py::kw_only(), "unit"_a);
  bind_of<UnitWorkplace, WorkplaceId>(roster, "unit_workplaces", py::kw_only(), "workplace"_a);
  bind_all<Contact>(roster, "contacts");
  bind_of<Contact, PersonId>(roster, "contacts", "person"_a);
  bind_of<Contact, UnitId>(roster, "contacts", py::kw_only(), "unit"_a);
  bind_all<Venue>(roster, "venues");
  bind_of<Venue, UnitId>(roster, "venues", "unit"_a);
  bind_all<Honour>(roster, "honours");
  bind_of<Honour, UnitId>(roster, "honours", py::kw_only(), "unit"_a);
  bind_of<Honour, PersonId>(roster, "honours", py::kw_only(), "person"_a);
}

// A unit's or a cluster's, under the same name: the one may stand alone, the other is named.
template <class Id, class... Extra>
void bind_dated(Shared<Roster>& roster, const Extra&... extra) {
  roster.def(
      "history",
      [](const py::object& self, const Key<Id>& key) {
        const auto& r = self.cast<const Roster&>();
        return objects(r.history(handle_of(r, key)), self);
      },
      extra...);
}

void bind_dates(Shared<Roster>& roster) {
  roster
      .def(
          "at",
          [](const Roster& r, const UnitKey& unit, Date day) {
            return r.at(handle_of(r, unit), day);
          },
          "unit"_a, py::kw_only(), "day"_a, py::keep_alive<0, 1>(),
          "The unit, or the cluster, as it stood on `day`; nothing if it did not.")
      .def(
          "at",
          [](const Roster& r, const ClusterKey& cluster, Date day) {
            return r.at(handle_of(r, cluster), day);
          },
          py::kw_only(), "cluster"_a, "day"_a, py::keep_alive<0, 1>());
  bind_dated<UnitId>(roster, "unit"_a);
  bind_dated<ClusterId>(roster, py::kw_only(), "cluster"_a);
}

void bind_tree(Shared<Roster>& roster) {
  roster
      .def(
          "children",
          [](const Roster& r, const UnitKey& unit, Date day) {
            return r.children(handle_of(r, unit), day);
          },
          "unit"_a, py::kw_only(), "day"_a,
          "The units standing directly under `unit` on `day`, in the order they came there.")
      .def(
          "is_within",
          [](const Roster& r, const UnitKey& unit, const UnitKey& top, Date day) {
            return r.is_within(handle_of(r, unit), handle_of(r, top), day);
          },
          "unit"_a, "top"_a, py::kw_only(), "day"_a,
          "Whether `unit` stands on `day`, and is `top` or stands anywhere under it.")
      .def(
          "within", [](const Roster& r, const UnitKey& top) { return r.within(handle_of(r, top)); },
          "top"_a, WithoutGil{},
          "A roster of its own with what `top`, and whatever its last change leaves under it, may "
          "see, and nothing else: handles are issued anew, and whatever stays outside is not there "
          "for any output, total or message to name.");
}

void bind_clusters(Shared<Roster>& roster) {
  roster
      .def(
          "cluster_of",
          [](const Roster& r, const UnitKey& unit, Date day) {
            return r.cluster_of(handle_of(r, unit), day);
          },
          "unit"_a, py::kw_only(), "day"_a,
          "The cluster that `unit` works in on `day`, and the units of a cluster on that day.")
      .def(
          "units",
          [](const Roster& r, const ClusterKey& cluster, Date day) {
            return r.units(handle_of(r, cluster), day);
          },
          "cluster"_a, py::kw_only(), "day"_a);
}

void bind_people(Shared<Roster>& roster) {
  roster
      .def(
          "members",
          [](const Roster& r, const UnitKey& unit, MembershipKind kind, Date day) {
            return r.members(handle_of(r, unit), kind, day);
          },
          "unit"_a, py::kw_only(), "kind"_a, "day"_a,
          "The persons who belong to `unit` in that way on `day`, each once.")
      .def(
          "home",
          [](const Roster& r, const PersonKey& person, Date day) {
            return r.home(handle_of(r, person), day);
          },
          "person"_a, py::kw_only(), "day"_a,
          "The unit where `person` has their home membership, or else their care, on `day`.")
      .def(
          "contacts",
          [](const Roster& r, const PersonKey& person, Date day) {
            return r.contacts(handle_of(r, person), day);
          },
          "person"_a, py::kw_only(), "day"_a, KeepRowsAlive{},
          "The contact branches of `person` on `day`.");
}

void bind_offices(Shared<Roster>& roster) {
  roster
      .def(
          "posts", [](const Roster& r, const UnitKey& unit) { return r.posts(handle_of(r, unit)); },
          "unit"_a,
          "The posts of `unit`, and who holds them on `day`; a vacant post is simply not among "
          "the latter.")
      .def(
          "appointments",
          [](const Roster& r, const UnitKey& unit, Date day) {
            return r.appointments(handle_of(r, unit), day);
          },
          "unit"_a, py::kw_only(), "day"_a, KeepRowsAlive{})
      .def(
          "term",
          [](const Roster& r, const UnitKey& unit, Date day) {
            return r.term(handle_of(r, unit), day);
          },
          "unit"_a, py::kw_only(), "day"_a, py::keep_alive<0, 1>(),
          "The term of office that runs in `unit` on `day`: of the last election up to then.");
}

}  // namespace

void bind_questions(py::module_& m) {
  Shared<Roster> roster(m.attr("Roster"));
  bind_relations_of_persons(roster);
  bind_relations_of_units(roster);
  bind_dates(roster);
  bind_tree(roster);
  bind_clusters(roster);
  bind_people(roster);
  bind_offices(roster);
}

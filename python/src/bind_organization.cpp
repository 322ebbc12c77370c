// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <string>
#include <variant>

#include "rows.hpp"
#include "zhibu/organization/roster.hpp"

using namespace zhibu;

namespace {

// A row is named by its handle or by its code.
template <class Id>
using Key = std::variant<Id, std::string>;

template <class Id, class Row, Row (Roster::*by_code)(std::string_view) const>
Row row(const Roster& roster, const Key<Id>& key) {
  const auto* const id = std::get_if<Id>(&key);
  return id != nullptr ? roster[*id] : (roster.*by_code)(std::get<std::string>(key));
}

template <class Rows>
std::vector<typename Rows::value_type> all(const Rows& rows) {
  return {rows.begin(), rows.end()};
}

template <class Row>
std::string shown(const char* type, const Row& row) {
  return std::string{"<"} + type + " " + std::string{row.code} + " " + std::string{row.name} + ">";
}

void bind_units(py::module_& m) {
  bind_enum<UnitKind>(m, "UnitKind",
                      "The kinds of organization of the Party, as the Constitution and the "
                      "regulations name them.");
  bind_row<Unit>(m, "Unit", "One organization of the Party, for as long as it stands.",
                 Needed{"code", &Unit::code}, Needed{"name", &Unit::name},
                 Needed{"kind", &Unit::kind}, Optional{"parent", &Unit::parent},
                 Needed{"standing", &Unit::standing}, Optional{"temporary", &Unit::temporary},
                 Optional{"retired_cadres", &Unit::retired_cadres},
                 Optional{"has_committee", &Unit::has_committee},
                 Optional{"elected_on", &Unit::elected_on}, Optional{"workplace", &Unit::workplace})
      .def_readonly("id", &Unit::id)
      .def("__repr__", [](const Unit& u) { return shown("Unit", u); });

  bind_row<Cluster>(m, "Cluster",
                    "A cluster of branches (片组), which work together without being an "
                    "organization of the Party.",
                    Needed{"code", &Cluster::code}, Needed{"name", &Cluster::name},
                    Needed{"lead", &Cluster::lead}, Needed{"deputy", &Cluster::deputy},
                    Needed{"standing", &Cluster::standing})
      .def_readonly("id", &Cluster::id)
      .def("__repr__", [](const Cluster& c) { return shown("Cluster", c); });
  bind_row<ClusterMembership>(
      m, "ClusterMembership",
      "A branch belonging to a cluster, for as long as that lasts; to one cluster at any time.",
      Needed{"cluster", &ClusterMembership::cluster}, Needed{"unit", &ClusterMembership::unit},
      Needed{"period", &ClusterMembership::period});
}

void bind_persons(py::module_& m) {
  bind_enum<Sex>(m, "Sex");
  bind_enum<Retirement>(m, "Retirement", "Whether and how a cadre has retired.");
  bind_enum<PartyStanding>(m, "PartyStanding",
                           "Where a person stands in the Party on a given day.");
  bind_enum<MembershipKind>(m, "MembershipKind", "In what way a person belongs to a unit.");
  bind_row<Person>(m, "Person", "A cadre, a member, or both.", Needed{"code", &Person::code},
                   Needed{"name", &Person::name}, Needed{"sex", &Person::sex},
                   Needed{"born_on", &Person::born_on}, Optional{"retirement", &Person::retirement},
                   Optional{"retired_on", &Person::retired_on},
                   Optional{"joined_revolution_on", &Person::joined_revolution_on},
                   Optional{"admitted_on", &Person::admitted_on},
                   Optional{"full_member_on", &Person::full_member_on},
                   Optional{"needs_home_visits", &Person::needs_home_visits})
      .def_readonly("id", &Person::id)
      .def("__repr__", [](const Person& p) { return shown("Person", p); });
  m.def("standing_on", &standing_on, "person"_a, "day"_a,
        "How `person` stands in the Party at the end of `day`.");
  bind_row<Membership>(m, "Membership", "A person belonging to a unit, for as long as that lasts.",
                       Needed{"person", &Membership::person}, Needed{"unit", &Membership::unit},
                       Optional{"kind", &Membership::kind}, Needed{"period", &Membership::period});
  bind_row<Contact>(m, "Contact",
                    "A committee member's contact branch (联系点): the unit that `person` visits "
                    "and guides.",
                    Needed{"person", &Contact::person}, Needed{"unit", &Contact::unit},
                    Needed{"period", &Contact::period});
}

void bind_posts(py::module_& m) {
  bind_enum<PostKind>(m, "PostKind", "The posts of a committee or a branch.");
  bind_row<Post>(m, "Post", "A post of a unit.", Needed{"code", &Post::code},
                 Needed{"unit", &Post::unit}, Needed{"kind", &Post::kind},
                 Optional{"title", &Post::title}, Optional{"ex_officio", &Post::ex_officio})
      .def_readonly("id", &Post::id)
      .def("__repr__", [](const Post& p) { return "<Post " + std::string{p.code} + ">"; });
  bind_row<Appointment>(m, "Appointment", "A person holding a post, for as long as that lasts.",
                        Needed{"post", &Appointment::post}, Needed{"person", &Appointment::person},
                        Needed{"period", &Appointment::period},
                        Optional{"titles", &Appointment::titles});
}

void bind_collections(py::class_<Roster>& roster) {
  roster
      .def(
          "units", [](const Roster& r) { return all(r.units()); }, KeepRowsAlive{})
      .def(
          "persons", [](const Roster& r) { return all(r.persons()); }, KeepRowsAlive{})
      .def(
          "posts", [](const Roster& r) { return all(r.posts()); }, KeepRowsAlive{})
      .def(
          "clusters", [](const Roster& r) { return all(r.clusters()); }, KeepRowsAlive{})
      .def("units", py::overload_cast<ClusterId, Date>(&Roster::units, py::const_), "cluster"_a,
           py::kw_only(), "day"_a)
      .def("posts", py::overload_cast<UnitId>(&Roster::posts, py::const_), "unit"_a);
}

void bind_questions(py::class_<Roster>& roster) {
  roster
      .def("children", &Roster::children, "unit"_a, py::kw_only(), "day"_a,
           "The units standing directly under `unit` on `day`, in the order they were added.")
      .def("is_within", &Roster::is_within, "unit"_a, "top"_a,
           "Whether `unit` is `top` or stands anywhere under it.")
      .def("members", &Roster::members, "unit"_a, py::kw_only(), "kind"_a, "day"_a,
           "The persons who belong to `unit` in that way on `day`, each once.")
      .def("memberships", &Roster::memberships, "person"_a,
           "All that `person` has belonged to, in the order added.")
      .def("home", &Roster::home, "person"_a, py::kw_only(), "day"_a,
           "The unit where `person` has their home membership, or else their care, on `day`.")
      .def("appointments", &Roster::appointments, "unit"_a, py::kw_only(), "day"_a, KeepRowsAlive{})
      .def("cluster_of", &Roster::cluster_of, "unit"_a, py::kw_only(), "day"_a)
      .def("contacts", &Roster::contacts, "person"_a, py::kw_only(), "day"_a,
           "The contact branches of `person` on `day`.");
}

template <class... Rows>
void bind_adds(py::class_<Roster>& roster) {
  (roster.def("add", py::overload_cast<const Rows&>(&Roster::add), "row"_a), ...);
}

}  // namespace

void bind_organization(py::module_& m) {
  bind_units(m);
  bind_persons(m);
  bind_posts(m);

  py::class_<Roster> roster(m, "Roster",
                            "The organizations of one area, who belongs to them, who holds their "
                            "posts and how they work together, each for as long as it lasted.");
  roster.def(py::init<>())
      .def("__repr__",
           [](const Roster& r) {
             return "<Roster: " + std::to_string(r.units().size()) + " units, " +
                    std::to_string(r.persons().size()) + " persons>";
           })
      .def_static("load", &Roster::load, "folder"_a, py::call_guard<py::gil_scoped_release>(),
                  "Reads the tables of a folder: units.csv, persons.csv and, where they are there, "
                  "memberships.csv, posts.csv, appointments.csv, clusters.csv, "
                  "cluster_members.csv and contacts.csv (the columns stand in "
                  "src/organization/roster_columns.hpp).")
      .def("unit", &row<UnitId, Unit, &Roster::unit>, "key"_a, py::keep_alive<0, 1>())
      .def("person", &row<PersonId, Person, &Roster::person>, "key"_a, py::keep_alive<0, 1>())
      .def("post", &row<PostId, Post, &Roster::post>, "key"_a, py::keep_alive<0, 1>())
      .def("cluster", &row<ClusterId, Cluster, &Roster::cluster>, "key"_a, py::keep_alive<0, 1>());
  bind_adds<Unit, Person, Post, Cluster, Membership, Appointment, ClusterMembership, Contact>(
      roster);
  bind_collections(roster);
  bind_questions(roster);
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <string>
#include <variant>

#include "keys.hpp"
#include "watched.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

template <class... Rows>
void bind_adds(Shared<Roster>& roster) {
  const char* doc = "Add a row; its `id` is not looked at.";
  ((roster.def("add", py::overload_cast<const Rows&>(&Roster::add), "row"_a, doc), doc = ""), ...);
}

// All rows that have a handle, by the plural of their name.
template <class Id, class Row>
void bind_rows(Shared<Roster>& roster, const char* rows,
               Rows<Roster, Id, Row> (Roster::*all)() const&) {
  roster.def(
      rows,
      [all](const Roster& r) {
        const Rows<Roster, Id, Row> found = (r.*all)();
        return std::vector<Row>{found.begin(), found.end()};
      },
      WithoutGil{}, KeepRowsAlive{});
}

template <class Id>
void bind_row_of(Shared<Roster>& roster, const char* row) {
  roster.def(row, &row_of<Id>, "key"_a, py::keep_alive<0, 1>());
}

void bind_all(Shared<Roster>& roster) {
  bind_rows<UnitId, Unit>(roster, "units", &Roster::units);
  bind_rows<PersonId, Person>(roster, "persons", &Roster::persons);
  bind_rows<PostId, Post>(roster, "posts", &Roster::posts);
  bind_rows<ClusterId, Cluster>(roster, "clusters", &Roster::clusters);
  bind_rows<WorkplaceId, Workplace>(roster, "workplaces", &Roster::workplaces);
  bind_rows<TermId, Term>(roster, "terms", &Roster::terms);
  bind_rows<EventId, Event>(roster, "events", &Roster::events);
  bind_row_of<UnitId>(roster, "unit");
  bind_row_of<PersonId>(roster, "person");
  bind_row_of<PostId>(roster, "post");
  bind_row_of<ClusterId>(roster, "cluster");
  bind_row_of<WorkplaceId>(roster, "workplace");
}

void bind_bearer(Shared<Roster>& roster) {
  roster.def(
      "__getitem__",
      [](const Roster& r, const Bearer& bearer) {
        return std::visit([&](auto id) { return std::variant<Unit, Person>{r[id]}; }, bearer);
      },
      "bearer"_a, py::keep_alive<0, 1>());
}

}  // namespace

void bind_roster(py::module_& m) {
  Shared<Roster> roster(
      m, "Roster",
      "The organizations of one area, who belongs to them, who holds their posts and how they work "
      "together: what they were, are, and are known to become.");
  roster.def(py::init<>())
      .def_static(
          "load",
          [](const std::filesystem::path& folder, const py::object& progress) {
            return watched(progress,
                           [&](const Watch& watch) { return Roster::load(folder, watch); });
          },
          "folder"_a, py::kw_only(), "progress"_a = py::none(),
          "Reads the tables of a folder: units.csv, persons.csv and whichever others are there.")
      .def("reserve", &Roster::reserve, "units"_a, "persons"_a,
           "Makes room for so many in all: many rows are then added faster, and take less memory.")
      .def("version", &Roster::version,
           "How often it was changed: a view of an earlier state refuses to answer.")
      .def("__repr__", [](const Roster& r) {
        return "<Roster: " + std::to_string(r.units().size()) + " units, " +
               std::to_string(r.persons().size()) + " persons>";
      });
  bind_adds<Unit, Person, Post, Cluster, Workplace, Term, Membership, Circumstance, Particulars,
            Appointment, ClusterMembership, UnitWorkplace, Contact, Pairing, VolunteerRole, Venue,
            Honour>(roster);
  bind_bearer(roster);
  bind_all(roster);
}

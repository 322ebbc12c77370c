// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <string>

#include "rows.hpp"
#include "watched.hpp"
#include "zhibu/organization/change.hpp"

using namespace zhibu;

void bind_change(py::module_& m) {
  bind_enum<ChangeKind>(
      m, "ChangeKind",
      "In what the organizations and persons of a roster may differ from one day to another.");
  py::class_<Change>(m, "Change",
                     "One difference: on what day, in what, of whom, from what to what, and the "
                     "event that made it.")
      .def_readonly("on", &Change::on)
      .def_readonly("kind", &Change::kind)
      .def_readonly("subject", &Change::subject)
      .def_readonly("before", &Change::before)
      .def_readonly("after", &Change::after)
      .def_readonly("event", &Change::event)
      .def(py::self == py::self)
      .def("__repr__", [](const Change& c) {
        return "<Change " + to_string(c.on) + " " + std::string{key(c.kind)} + " '" + c.before +
               "' to '" + c.after + "'>";
      });
  m.def(
      "changes",
      [](const Roster& roster, Period days, const py::object& progress) {
        return watched(progress, [&](const Watch& watch) { return changes(roster, days, watch); });
      },
      "roster"_a, "days"_a, py::kw_only(), "progress"_a = py::none(),
      "What changed from the end of the day before `days` to the end of its last day, by day and "
      "then by kind and subject; every step of it, also one that a later step took back.");
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <string>

#include "keys.hpp"
#include "watched.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/regulation/term_end.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_invariant(py::module_& m) {
  bind_enum<Invariant>(m, "Invariant",
                       "What must be so in the books themselves: no regulation says it; else they "
                       "contradict themselves.");
  m.def("code", py::overload_cast<Invariant>(&code), "invariant"_a,
        "\"DATA-01\", as faults are coded.");
}

void bind_fault(py::module_& m) {
  py::class_<Fault>(m, "Fault",
                    "The same as it is found among all faults, with the rule that demands "
                    "otherwise.")
      .def_readonly("id", &Fault::id)
      .def_readonly("rule", &Fault::rule)
      .def_readonly("code", &Fault::code)
      .def_readonly("name", &Fault::name)
      .def_readonly("name_en", &Fault::name_en)
      .def_readonly("force", &Fault::force)
      .def_readonly("source", &Fault::source)
      .def_readonly("subject", &Fault::subject)
      .def_readonly("at", &Fault::at)
      .def_readonly("post", &Fault::post)
      .def_readonly("found", &Fault::found)
      .def_readonly("least", &Fault::least)
      .def_readonly("most", &Fault::most)
      .def_readonly("days", &Fault::days)
      .def_readonly("facts", &Fault::facts)
      .def_readonly("facts_en", &Fault::facts_en)
      .def("__repr__", [](const Fault& f) {
        return "<Fault " + std::string{f.code} + " " + std::string{f.facts} + ">";
      });
}

void bind_faults(py::module_& m) {
  py::class_<FaultList> faults(
      m, "FaultList",
      "All faults of a roster on a day: unit by unit in the order of the tree, then person by "
      "person; for each in the order of the rulebook, and then of the books.");
  faults.def_property_readonly("rulebook", &FaultList::rulebook)
      .def_property_readonly("as_of", &FaultList::as_of)
      .def("__repr__", [](const FaultList& f) {
        return "<FaultList as of " + to_string(f.as_of()) + ": " + std::to_string(f.size()) + ">";
      });
  bind_sequence<FaultId>(faults, [](const FaultList& f, FaultId id) { return f[id]; });
  m.def(
      "check",
      [](const Roster& roster, const Rulebook& rulebook, Date as_of, const py::object& progress) {
        return watched(progress,
                       [&](const Watch& watch) { return check(roster, rulebook, as_of, watch); });
      },
      "roster"_a, "rulebook"_a, py::kw_only(), "as_of"_a, "progress"_a = py::none(),
      "Holds a roster, as it stands at the end of `as_of`, against the requirements of a "
      "rulebook.");
}

void bind_term_end(py::module_& m) {
  bind_enum<TermState>(m, "TermState", "How the term of a unit stands on a day.");
  py::class_<TermEnd>(m, "TermEnd",
                      "When the term of a unit ends, how that stands, and by which requirements of "
                      "the rulebook.")
      .def_readonly("state", &TermEnd::state)
      .def_readonly("term", &TermEnd::term)
      .def_readonly("due", &TermEnd::due)
      .def_readonly("reminder", &TermEnd::reminder)
      .def_readonly("latest", &TermEnd::latest)
      .def_readonly("length", &TermEnd::length)
      .def_readonly("reminded_by", &TermEnd::reminded_by)
      .def_readonly("shifted_by", &TermEnd::shifted_by)
      .def_readonly("on_time_by", &TermEnd::on_time_by)
      .def("__repr__",
           [](const TermEnd& t) { return "<TermEnd " + std::string{key(t.state)} + ">"; });
}

void bind_days_of_terms(py::module_& m) {
  m.def(
      "term_end",
      [](const Roster& roster, const Rulebook& rulebook, const UnitKey& unit, Date day) {
        return term_end(roster, rulebook, handle_of(roster, unit), day);
      },
      "roster"_a, "rulebook"_a, "unit"_a, py::kw_only(), "day"_a, py::keep_alive<0, 1>(),
      "The term of `unit` as it stands on `day`.");
  m.def("term_due", &term_due, "elected_on"_a, "years"_a,
        "The day on which a term of so many years ends: the same day of the year, 29 February "
        "becoming the 28th in a common year; and the first day of a reminder so many months before "
        "it, the last of its month where that is too short.");
  m.def("reminder_day", &reminder_day, "due"_a, "months"_a);
}

}  // namespace

void bind_check(py::module_& m) {
  bind_invariant(m);
  bind_fault(m);
  bind_faults(m);
  bind_term_end(m);
  bind_days_of_terms(m);
}

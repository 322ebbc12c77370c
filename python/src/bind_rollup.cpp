// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <string>
#include <vector>

#include "value.hpp"
#include "zhibu/audit/comparison.hpp"
#include "zhibu/audit/rate.hpp"
#include "zhibu/audit/rollup.hpp"
#include "zhibu/audit/upcoming.hpp"
#include "zhibu/record/as_if_held.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_tally(py::module_& m) {
  bind_enum<By>(m, "By", "What findings can be counted by.");
  py::class_<Tally>(m, "Tally", "How many findings of one group stand how.")
      .def_readonly("code", &Tally::code)
      .def_readonly("name", &Tally::name)
      .def_readonly("standing", &Tally::standing)
      .def("count", &Tally::count, "standing"_a)
      .def("owed", &Tally::owed)
      .def("__repr__", [](const Tally& t) { return "<Tally " + t.code + " " + t.name + ">"; });
  m.def("rollup", &rollup, "findings"_a, "roster"_a, py::kw_only(), "by"_a, WithoutGil{},
        "Counts findings by group: clusters, workplaces, units and rules in the order of their "
        "collection, activities in the order of the enumeration, months and quarters in the order "
        "of time, and last what belongs to no group.");
}

using Standings = std::vector<Standing>;

void bind_rate(py::module_& m) {
  bind_enum<RateKind>(m, "RateKind", "The rates that the field speaks of.");
  bind_value<Rate>(m, "Rate", "So many of so many.", Needed{"numerator", &Rate::numerator},
                   Needed{"denominator", &Rate::denominator})
      .def("value", &Rate::value,
           "As a number from 0 to 1; nothing where there is nothing to take a share of, which is "
           "neither 0 % nor 100 %.")
      .def(py::self + py::self)
      .def("__repr__", [](const Rate& r) {
        return "<Rate " + std::to_string(r.numerator) + " of " + std::to_string(r.denominator) +
               ">";
      });
  m.def("execution_rate", py::overload_cast<const Tally&>(&execution_rate), "of"_a,
        "How much of what had to be met by the day of the audit was met in time, and how much was "
        "not.");
  m.def("execution_rate", py::overload_cast<const Findings&>(&execution_rate), "of"_a,
        WithoutGil{});
  m.def(
      "execution_rate", [](const Standings& of) { return execution_rate(of); }, "of"_a);
  m.def("overdue_rate", py::overload_cast<const Tally&>(&overdue_rate), "of"_a);
  m.def("overdue_rate", py::overload_cast<const Findings&>(&overdue_rate), "of"_a, WithoutGil{});
  m.def(
      "overdue_rate", [](const Standings& of) { return overdue_rate(of); }, "of"_a);
  m.def("attendance_rate", &attendance_rate, "records"_a, "period"_a, py::kw_only(),
        "unit"_a = py::none(), WithoutGil{},
        "How many of the persons due were present (实到 of 应到), over all that was held in "
        "`period`, or held by `unit` alone.");
}

void bind_upcoming(py::module_& m) {
  bind_enum<Urgency>(m, "Urgency",
                     "How near the last day is on which an unmet obligation can be met in time.");
  py::class_<Upcoming>(m, "Upcoming",
                       "An unmet obligation, its first day and its last, and what is still owed.")
      .def_readonly("obligation", &Upcoming::obligation)
      .def_readonly("urgency", &Upcoming::urgency)
      .def_readonly("opens_on", &Upcoming::opens_on)
      .def_readonly("due_on", &Upcoming::due_on)
      .def_readonly("days_left", &Upcoming::days_left)
      .def_readonly("missing", &Upcoming::missing)
      .def_readonly("missing_hours", &Upcoming::missing_hours)
      .def_readonly("missing_fen", &Upcoming::missing_fen)
      .def(py::self == py::self)
      .def("__repr__", [](const Upcoming& u) {
        return "<Upcoming " + to_string(u.due_on) + " " + std::string{key(u.urgency)} + ">";
      });
  m.def("upcoming", &upcoming, "findings"_a, py::kw_only(), "days"_a, "bearer"_a = py::none(),
        WithoutGil{},
        "What is not met and falls due within `days` days of the day of the audit, or fell due "
        "before it: of all, or of what `bearer` owes; by the last day, then as the obligations.");
}

void bind_comparison(py::module_& m) {
  bind_enum<Cause>(m, "Cause", "Why a finding of one audit differs from that of another.");
  py::class_<Stood>(m, "Stood", "The finding of an obligation, as one of two audits has it.")
      .def_readonly("obligation", &Stood::obligation)
      .def_readonly("standing", &Stood::standing)
      .def(py::self == py::self);
  py::class_<FindingChange>(m, "FindingChange",
                            "A finding that appeared, vanished, or reads differently, and why.")
      .def_readonly("before", &FindingChange::before)
      .def_readonly("after", &FindingChange::after)
      .def_readonly("cause", &FindingChange::cause)
      .def(py::self == py::self)
      .def("__repr__", [](const FindingChange& c) {
        const auto stood = [](const std::optional<Stood>& s) {
          return s ? std::string{key(s->standing)} : std::string{"none"};
        };
        return "<FindingChange " + stood(c.before) + " to " + stood(c.after) + ": " +
               std::string{key(c.cause)} + ">";
      });
  m.def("diff", py::overload_cast<const Findings&, const Findings&>(&diff), "before"_a, "after"_a,
        WithoutGil{});
  m.def("as_if_held", &as_if_held, "plan"_a, WithoutGil{},
        "The records that there would be if all of a plan were held on its days, so that a draft "
        "is audited before the year begins: what is overdue then is what the plan leaves out.");
}

}  // namespace

void bind_rollup(py::module_& m) {
  bind_tally(m);
  bind_rate(m);
  bind_upcoming(m);
  bind_comparison(m);
}

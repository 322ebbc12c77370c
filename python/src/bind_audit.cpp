// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <optional>
#include <string>

#include "rows.hpp"
#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/rollup.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_finding(py::module_& m) {
  bind_enum<Standing>(m, "Standing", "How an obligation stands on a given day.");
  bind_enum<Severity>(m, "Severity",
                      "How grave it is that a demand is not met; it follows from how strongly the "
                      "demand is put.");
  m.def("severity", &severity, "force"_a);
  bind_enum<Discount>(m, "Discount",
                      "Why a record of the bearer's, of the right activity, does not count towards "
                      "an obligation.");
  py::class_<Discounted>(m, "Discounted",
                         "A record that was looked at and does not count, and why.")
      .def_readonly("record", &Discounted::record)
      .def_readonly("why", &Discounted::why)
      .def(py::self == py::self);
  py::class_<Finding>(m, "Finding", "What the audit found of one obligation, and what it rests on.")
      .def_readonly("obligation", &Finding::obligation)
      .def_readonly("standing", &Finding::standing)
      .def_readonly("missing", &Finding::missing)
      .def_readonly("missing_fen", &Finding::missing_fen)
      .def_readonly("paid_fen", &Finding::paid_fen)
      .def_readonly("evidence", &Finding::evidence)
      .def_readonly("discounted", &Finding::discounted)
      .def_readonly("waiver", &Finding::waiver)
      .def("__repr__", [](const Finding& f) {
        return "<Finding " + std::string{f.obligation.rule} + " " + title(f.obligation.window) +
               " " + std::string{key(f.standing)} + ">";
      });
}

void bind_findings(py::module_& m) {
  py::class_<Findings> findings(m, "Findings",
                                "One finding for each obligation, in the same order.");
  findings.def_property_readonly("obligations", &Findings::obligations)
      .def_property_readonly("as_of", &Findings::as_of)
      .def("__repr__", [](const Findings& f) {
        return "<Findings as of " + to_string(f.as_of()) + ": " + std::to_string(f.size()) + ">";
      });
  bind_sequence<ObligationId>(findings, [](const Findings& f, ObligationId id) { return f[id]; });
  m.def("audit", &audit, "obligations"_a, "records"_a, py::kw_only(), "as_of"_a, WithoutGil{},
        "Holds what was held against what is owed, as it stood at the end of `as_of`.");
}

void bind_rollup(py::module_& m) {
  bind_enum<By>(m, "By", "What findings can be counted by.");
  py::class_<Tally>(m, "Tally", "How many findings of one group stand how.")
      .def_readonly("code", &Tally::code)
      .def_readonly("name", &Tally::name)
      .def_readonly("standing", &Tally::standing)
      .def("count", &Tally::count, "standing"_a)
      .def("owed", &Tally::owed)
      .def("__repr__", [](const Tally& t) { return "<Tally " + t.code + " " + t.name + ">"; });
  m.def("rollup", &rollup, "findings"_a, "roster"_a, py::kw_only(), "by"_a, WithoutGil{},
        "Counts findings by group: clusters, units and rules in the order of their collection, "
        "activities in the order of the enumeration, and last what belongs to no group.");
}

}  // namespace

void bind_audit(py::module_& m) {
  bind_finding(m);
  bind_findings(m);
  bind_rollup(m);
}

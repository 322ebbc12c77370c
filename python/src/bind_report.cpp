// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include "rows.hpp"
#include "zhibu/report/ledger.hpp"
#include "zhibu/report/write.hpp"

using namespace zhibu;

namespace {

void bind_ledgers(py::module_& m) {
  bind_row<LedgerRow>(m, "LedgerRow", "One line of a ledger.", Needed{"cells", &LedgerRow::cells},
                      Optional{"day", &LedgerRow::day}, Optional{"summary", &LedgerRow::summary})
      .def(py::self == py::self);
  bind_row<Ledger>(
      m, "Ledger",
      "A ledger (台账): a table for people, generated from what is kept and never typed.",
      Needed{"title", &Ledger::title}, Needed{"as_of", &Ledger::as_of},
      Needed{"columns", &Ledger::columns}, Needed{"rows", &Ledger::rows})
      .def(py::self == py::self)
      .def("__repr__", [](const Ledger& l) {
        return "<Ledger " + l.title + ": " + std::to_string(l.rows.size()) + ">";
      });

  m.def("plan_ledger", &plan_ledger, "plan"_a, "roster"_a, py::kw_only(),
        "language"_a = Language::zh);
  m.def("standing_ledger", &standing_ledger, "findings"_a, "records"_a, "roster"_a, py::kw_only(),
        "language"_a = Language::zh);
  m.def("birthday_ledger", &birthday_ledger, "roster"_a, "period"_a, py::kw_only(),
        "language"_a = Language::zh);
}

}  // namespace

void bind_report(py::module_& m) {
  bind_ledgers(m);
  m.def("to_markdown", &to_markdown, "ledger"_a,
        "A ledger as a Markdown document: its title as a heading, the day it speaks of, and a "
        "table.");
  m.def("to_csv", &to_csv, "ledger"_a, py::kw_only(), "with_bom"_a = false);
  m.def("to_icalendar", &to_icalendar, "ledger"_a);
  m.def("write", &zhibu::write, "ledger"_a, "file"_a,
        "Writes a ledger to a file, in the form that its name ends in: .md, .csv or .ics.");
}

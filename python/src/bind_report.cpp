// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "keys.hpp"
#include "value.hpp"
#include "zhibu/report/ledger.hpp"
#include "zhibu/report/ledger_kind.hpp"
#include "zhibu/report/write.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_ledgers(py::module_& m) {
  bind_enum<CellKind>(m, "CellKind",
                      "What the cells of a column hold, all of them as text: a spreadsheet is told "
                      "by it.");
  bind_value<LedgerColumn>(m, "LedgerColumn", "A column of a ledger.",
                           Needed{"name", &LedgerColumn::name},
                           Optional{"kind", &LedgerColumn::kind});
  bind_value<LedgerTotal>(
      m, "LedgerTotal", "A figure below a ledger (合计): \"期次\" 25, \"人次\" 1097, \"人数\" 612.",
      Needed{"name", &LedgerTotal::name}, Needed{"value", &LedgerTotal::value},
      Optional{"kind", &LedgerTotal::kind}, Optional{"suppressed", &LedgerTotal::suppressed})
      .def("__str__", [](const LedgerTotal& total) { return to_string(total); })
      .def("__repr__", [](const LedgerTotal& total) {
        return "<LedgerTotal " + total.name + ": " + to_string(total) + ">";
      });
  bind_row<LedgerRow>(m, "LedgerRow", "One line of a ledger.", Needed{"cells", &LedgerRow::cells},
                      Optional{"day", &LedgerRow::day}, Optional{"summary", &LedgerRow::summary})
      .def(py::self == py::self);
  bind_row<Ledger>(
      m, "Ledger",
      "A ledger (台账): a table for people, generated from what is kept and never typed.",
      Needed{"title", &Ledger::title}, Needed{"as_of", &Ledger::as_of},
      Needed{"columns", &Ledger::columns}, Needed{"rows", &Ledger::rows},
      Optional{"totals", &Ledger::totals})
      .def(py::self == py::self)
      .def("__repr__", [](const Ledger& l) {
        return "<Ledger " + l.title + ": " + std::to_string(l.rows.size()) + ">";
      });

  m.def("plan_ledger", &plan_ledger, "plan"_a, "roster"_a, py::kw_only(),
        "language"_a = Language::zh, WithoutGil{});
  m.def("standing_ledger", &standing_ledger, "findings"_a, "records"_a, "roster"_a, py::kw_only(),
        "language"_a = Language::zh, WithoutGil{});
}

// A ledger by kind. What it covers is named by one keyword, or by none: all of the roster.
Ledger draw_up(LedgerKind kind, const Roster& roster, const Records& records, const Rulebook& rules,
               Period period, const std::optional<UnitKey>& unit,
               const std::optional<UnitKey>& within, const std::optional<ClusterKey>& cluster,
               Language language, std::vector<Sensitive> shown, bool published,
               std::string pseudonym_key) {
  if (unit.has_value() + within.has_value() + cluster.has_value() > 1)
    throw std::invalid_argument(
        "a ledger of more than one of unit, within and cluster; accepted: one of them, or none");
  LedgerRequest request{.extent = Everything{},
                        .period = period,
                        .language = language,
                        .disclosure = {std::move(shown), published, std::move(pseudonym_key)}};
  if (unit) request.extent = OneUnit{handle_of(roster, *unit)};
  if (within) request.extent = Subtree{handle_of(roster, *within)};
  if (cluster) request.extent = handle_of(roster, *cluster);
  const py::gil_scoped_release release;
  return ledger(kind, roster, records, rules, request);
}

void bind_kinds(py::module_& m) {
  bind_enum<LedgerKind>(m, "LedgerKind",
                        "The ledgers (台账) that a bureau keeps, and the statistics forms of "
                        "veteran-cadre work.");
  bind_enum<Sensitive>(m, "Sensitive", "What no output has unless it is asked for by name.");
  m.def("ledger", &draw_up, "kind"_a, "roster"_a, "records"_a, "rules"_a, py::kw_only(), "period"_a,
        "unit"_a = py::none(), "within"_a = py::none(), "cluster"_a = py::none(),
        "language"_a = Language::zh, "shown"_a = std::vector<Sensitive>{}, "published"_a = false,
        "pseudonym_key"_a = "", "Draws up a ledger of what is kept.");
}

}  // namespace

void bind_report(py::module_& m) {
  bind_ledgers(m);
  bind_kinds(m);
  m.def("to_markdown", py::overload_cast<const Ledger&>(&to_markdown), "ledger"_a, WithoutGil{},
        "A ledger as a Markdown document: its title as a heading, the day it speaks of, and a "
        "table, with the totals below.");
  m.def("to_csv", &to_csv, "ledger"_a, py::kw_only(), "with_bom"_a = false, WithoutGil{});
  m.def("to_icalendar", &to_icalendar, "ledger"_a, WithoutGil{});
  m.def("write", py::overload_cast<const Ledger&, const std::filesystem::path&>(&zhibu::write),
        "ledger"_a, "file"_a, WithoutGil{},
        "Writes a ledger to a file, in the form that its name ends in: .md, .csv or .ics.");
}

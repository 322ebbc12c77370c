// SPDX-License-Identifier: BSL-1.0

#include "arrow.hpp"

#include <any>
#include <optional>
#include <stdexcept>
#include <tuple>

#include "object_of.hpp"
#include "watched.hpp"
#include "zhibu/audit/findings_arrow.hpp"
#include "zhibu/organization/roster_arrow.hpp"
#include "zhibu/organization/view_arrow.hpp"
#include "zhibu/record/records_arrow.hpp"
#include "zhibu/report/ledger_arrow.hpp"
#include "zhibu/schedule/plan_arrow.hpp"

using namespace zhibu;

namespace {

template <class T>
void release(T* given) {
  if (given->release != nullptr) given->release(given);
  delete given;
}

// A capsule that owns what it holds until somebody takes it out and clears its `release`.
template <class T>
py::capsule capsule_of(T given, const char* name) {
  const auto destroy = [](PyObject* capsule) {
    release(static_cast<T*>(PyCapsule_GetPointer(capsule, PyCapsule_GetName(capsule))));
  };
  return py::capsule(new T{given}, name, destroy);
}

ArrowArrayStream new_stream(const TableOut& table) {
  const py::gil_scoped_release without_gil;
  return table.stream();
}

// Calls `act` with a new stream, which is released then.
template <class Act>
auto with_stream(const TableOut& table, Act act) {
  ArrowArrayStream stream = new_stream(table);
  const std::unique_ptr<ArrowArrayStream, void (*)(ArrowArrayStream*)> end{
      &stream, [](ArrowArrayStream* s) { s->release(s); }};
  return act(stream);
}

ArrowSchema schema_of(const TableOut& table) {
  return with_stream(table, [](ArrowArrayStream& stream) {
    ArrowSchema schema{};
    if (stream.get_schema(&stream, &schema) != 0)
      throw std::invalid_argument(stream.get_last_error(&stream));
    return schema;
  });
}

std::vector<std::string> names_of(const TableOut& table) {
  ArrowSchema schema = schema_of(table);
  std::vector<std::string> names;
  for (std::int64_t i = 0; i < schema.n_children; ++i) names.emplace_back(schema.children[i]->name);
  schema.release(&schema);
  return names;
}

std::size_t rows_of(const TableOut& table) {
  return with_stream(table, [](ArrowArrayStream& stream) {
    std::size_t rows = 0;
    while (true) {
      ArrowArray batch{};
      if (stream.get_next(&stream, &batch) != 0)
        throw std::invalid_argument(stream.get_last_error(&stream));
      if (batch.release == nullptr) return rows;
      rows += static_cast<std::size_t>(batch.length);
      batch.release(&batch);
    }
  });
}

void bind_table(py::module_& m) {
  py::class_<TableOut> table(
      m, "Table",
      "A table that goes out, batch after batch, to pyarrow, polars, DuckDB and "
      "whatever else reads Arrow.");
  table.def_readonly("name", &TableOut::name)
      .def_property_readonly("columns", &names_of)
      .def("__len__", &rows_of)
      .def(
          "__arrow_c_stream__",
          [](const TableOut& t, const py::object&) { return stream_capsule(t); },
          "requested_schema"_a = py::none())
      .def("__arrow_c_schema__", &schema_capsule)
      .def("__repr__", [](const TableOut& t) {
        return "<Table " + t.name + ": " + std::to_string(names_of(t).size()) + " columns>";
      });
}

// --- out ---

TableOut table_of_obligations(const py::object& self) {
  const auto owed = shared<Obligations>(self);
  const auto roster = remembered<Roster>(self, "_roster");
  return {"obligations", [owed, roster] {
            return to_arrow(*owed, roster.get(), std::tuple{owed, roster});
          }};
}

TableOut table_of_plan(const py::object& self) {
  const auto plan = shared<Plan>(self);
  const auto roster = remembered<Roster>(self, "_roster");
  return {"plan", [plan, roster] {
            return to_arrow(*plan, roster.get(), std::tuple{plan, roster});
          }};
}

TableOut table_of_findings(const py::object& self) {
  const auto findings = shared<Findings>(self);
  const auto roster = remembered<Roster>(self, "_roster");
  const auto records = remembered<Records>(self, "_records");
  return {"findings", [findings, roster, records] {
            return to_arrow(*findings, roster.get(), records.get(),
                            std::tuple{findings, roster, records});
          }};
}

TableOut table_of_ledger(const py::object& self) {
  const auto ledger = std::make_shared<const Ledger>(self.cast<const Ledger&>());
  return {ledger->title, [ledger] { return to_arrow(*ledger, ledger); }};
}

py::dict tables_of_roster(const py::object& self, PersonalData personal) {
  const auto roster = shared<Roster>(self);
  py::dict tables;
  for (const std::string_view name : roster_tables())
    tables[py::str(std::string{name})] =
        TableOut{std::string{name},
                 [roster, name, personal] { return to_arrow(*roster, name, personal, roster); }};
  return tables;
}

// The stream looks into a view of its own, and holds the roster.
TableOut table_of_view(const py::object& self) {
  const auto view = std::make_shared<const RosterView>(self.cast<const RosterView&>());
  const auto roster = shared<Roster>(self.attr("roster"));
  return {"units", [view, roster] { return to_arrow(*view, std::tuple{view, roster}); }};
}

std::shared_ptr<const Roster> roster_of(const py::object& records) {
  if (auto roster = remembered<Roster>(records, "_roster")) return roster;
  throw std::invalid_argument(
      "these records were made by hand, of no roster; accepted: records.tables(roster=roster)");
}

TableOut table_of_records(const std::shared_ptr<const Records>& records,
                          const std::shared_ptr<const Roster>& roster, std::string_view name) {
  return {std::string{name}, [records, roster, name] {
            return to_arrow(*records, *roster, name, std::tuple{records, roster});
          }};
}

py::dict tables_of_records(const py::object& self, const std::optional<ObjectOf<Roster>>& of) {
  const auto records = shared<Records>(self);
  const auto roster = of ? shared<Roster>(of->object) : roster_of(self);
  py::dict tables;
  for (const std::string_view name : record_tables())
    tables[py::str(std::string{name})] = table_of_records(records, roster, name);
  return tables;
}

// --- in ---

Roster roster_from(const py::dict& tables, const py::object& progress) {
  const std::vector<ArrowInput> in = tables_in(tables);
  return watched(progress, [&](const Watch& watch) { return roster_from_arrow(in, watch); });
}

// The records remember the roster, so that they can go out again.
ObjectOf<Records> records_from(const py::object& tables, const ObjectOf<Roster>& roster,
                               const py::object& progress) {
  const bool alone = py::hasattr(tables, "__arrow_c_stream__");
  const py::dict all = alone ? py::dict("records"_a = tables) : py::dict(tables);
  const std::vector<ArrowInput> in = tables_in(all);
  const Roster& of = *roster;
  py::object records = py::cast(
      watched(progress, [&](const Watch& watch) { return records_from_arrow(in, of, watch); }));
  records.attr("_roster") = roster.object;
  return {records};
}

}  // namespace

py::capsule stream_capsule(const TableOut& table) {
  return capsule_of(new_stream(table), "arrow_array_stream");
}

py::capsule schema_capsule(const TableOut& table) {
  return capsule_of(schema_of(table), "arrow_schema");
}

namespace {

// Takes the stream out of the capsule that a table gives. The table must live as long.
ArrowArrayStream open_stream(py::handle table) {
  const py::gil_scoped_acquire with_gil;
  const py::object capsule = table.attr("__arrow_c_stream__")();
  auto* const given =
      static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
  if (given == nullptr) throw py::error_already_set();
  ArrowArrayStream stream = *given;
  given->release = nullptr;
  return stream;
}

}  // namespace

std::vector<ArrowInput> tables_in(const py::dict& tables) {
  std::vector<ArrowInput> in;
  for (const auto& [key, value] : tables) {
    const auto name = key.cast<std::string>();
    const py::handle table = value;
    if (!py::hasattr(table, "__arrow_c_stream__"))
      throw std::invalid_argument(
          name + ": found " + std::string{py::str(py::type::of(table).attr("__name__"))} +
          ", which gives no Arrow stream; accepted: what has __arrow_c_stream__, as a table of "
          "polars, pyarrow or duckdb and, from 2.2 on, of pandas");
    in.push_back({name, [table] { return open_stream(table); }});
  }
  return in;
}

void bind_arrow_tables(py::module_& m) {
  bind_table(m);
  Shared<Roster>(m.attr("Roster"))
      .def("tables", &tables_of_roster, py::kw_only(), "personal"_a = PersonalData::masked)
      .def_static("from_arrow", &roster_from, "tables"_a, py::kw_only(), "progress"_a = py::none(),
                  "Reads a roster from its tables, as from those of a folder: \"units\" "
                  "and \"persons\" and whichever others are there.");
  py::class_<RosterView> view(m.attr("RosterView"));
  bind_arrow(view, &table_of_view);
  Shared<Records> records(m.attr("Records"));
  bind_arrow(records, [](const py::object& self) {
    return table_of_records(shared<Records>(self), roster_of(self), "records");
  });
  records.def("tables", &tables_of_records, py::kw_only(), "roster"_a = py::none())
      .def_static("from_arrow", &records_from, "tables"_a, "roster"_a, py::kw_only(),
                  "progress"_a = py::none(),
                  "Reads what is kept from its tables, as from those of a folder: "
                  "\"records\" and whichever others are there");
  Shared<Obligations> obligations(m.attr("Obligations"));
  bind_arrow(obligations, &table_of_obligations);
  Shared<Plan> plan(m.attr("Plan"));
  bind_arrow(plan, &table_of_plan);
  Shared<Findings> findings(m.attr("Findings"));
  bind_arrow(findings, &table_of_findings);
  py::class_<Ledger> ledger(m.attr("Ledger"));
  bind_arrow(ledger, &table_of_ledger);
}

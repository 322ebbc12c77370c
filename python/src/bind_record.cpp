// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <string>
#include <vector>

#include "rows.hpp"
#include "zhibu/record/record.hpp"

using namespace zhibu;

namespace {

// A record that keeps its persons itself, since in C++ they are a view.
struct KeptRecord : Record {
  std::vector<PersonId> kept;
};

KeptRecord keep(const Record& record) {
  return {record, {record.persons.begin(), record.persons.end()}};
}

RecordId add(Records& records, KeptRecord record) {
  record.persons = record.kept;
  return records.add(record);
}

void bind_rows(py::module_& m) {
  bind_row<KeptRecord>(
      m, "Record", "What was held, as the minutes have it (纪实).", Needed{"code", &Record::code},
      Needed{"unit", &Record::unit}, Needed{"activities", &Record::activities},
      Needed{"held_on", &Record::held_on}, Optional{"for_period", &Record::for_period},
      Optional{"entered_on", &Record::entered_on}, Optional{"persons", &KeptRecord::kept},
      Optional{"due", &Record::due}, Optional{"present", &Record::present},
      Optional{"amount_fen", &Record::amount_fen}, Optional{"voided", &Record::voided},
      Optional{"remark", &Record::remark})
      .def_readonly("id", &KeptRecord::id)
      .def("__repr__", [](const KeptRecord& r) {
        return "<Record " + std::string{r.code} + " " + to_string(r.held_on) + ">";
      });
  bind_row<Waiver>(
      m, "Waiver",
      "A waiver: a bearer is released from a rule for a time, for a reason, by somebody.",
      Needed{"rule", &Waiver::rule}, Needed{"bearer", &Waiver::bearer},
      Needed{"period", &Waiver::period}, Needed{"reason", &Waiver::reason},
      Needed{"approved_by", &Waiver::approved_by}, Needed{"approved_on", &Waiver::approved_on})
      .def("__repr__", [](const Waiver& w) { return "<Waiver " + std::string{w.rule} + ">"; });
}

}  // namespace

void bind_record(py::module_& m) {
  bind_rows(m);

  py::class_<Records> records(m, "Records", "All that was held, and all waivers.");
  records.def(py::init<>())
      .def_static("load", &Records::load, "folder"_a, "roster"_a,
                  py::call_guard<py::gil_scoped_release>(),
                  "Reads records.csv and, where it is there, waivers.csv of a folder (the columns "
                  "stand in src/record/record_load.cpp).")
      .def("add", &add, "row"_a)
      .def("add", py::overload_cast<const Waiver&>(&Records::add), "row"_a)
      .def(
          "record", [](const Records& r, std::string_view code) { return keep(r.record(code)); },
          "code"_a, py::keep_alive<0, 1>())
      .def("waiver_count", &Records::waiver_count)
      .def("waiver", &Records::waiver, "index"_a, py::keep_alive<0, 1>())
      .def("__repr__",
           [](const Records& r) { return "<Records: " + std::to_string(r.size()) + ">"; });
  bind_sequence<RecordId>(records, [](const Records& r, RecordId id) { return keep(r[id]); });
}

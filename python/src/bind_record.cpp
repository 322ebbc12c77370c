// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <cstddef>
#include <string>
#include <vector>

#include "value.hpp"
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

void attend(Records& records, RecordId record, const std::vector<PersonId>& due,
            const std::vector<Attendee>& exceptions) {
  records.attend(record, due, exceptions);
}

void bind_rows(py::module_& m) {
  bind_row<KeptRecord>(
      m, "Record", "What was held, as the minutes have it (纪实).", Needed{"code", &Record::code},
      Needed{"unit", &Record::unit}, Needed{"activities", &Record::activities},
      Needed{"held_on", &Record::held_on}, Optional{"for_period", &Record::for_period},
      Optional{"entered_on", &Record::entered_on}, Optional{"persons", &KeptRecord::kept},
      Optional{"due", &Record::due}, Optional{"present", &Record::present},
      Optional{"class_hours", &Record::class_hours}, Optional{"amount_fen", &Record::amount_fen},
      Optional{"voided", &Record::voided}, Optional{"voided_on", &Record::voided_on},
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

void bind_attendance(py::module_& m) {
  bind_enum<Presence>(m, "Presence", "How one of the persons due was present, or was not.");
  bind_value<Attendee>(m, "Attendee", "One of the persons due, and how it was with them.",
                       Needed{"person", &Attendee::person},
                       Optional{"presence", &Attendee::presence},
                       Optional{"reason", &Attendee::reason})
      .def("__repr__", [](const Attendee& a) {
        return "<Attendee " + std::to_string(a.person.index) + " " + std::string{key(a.presence)} +
               ">";
      });
  py::class_<Attendance> attendance(
      m, "Attendance",
      "Who should have attended what was held (应到), and who did; of nobody where it was not "
      "taken.");
  attendance
      .def("presence_of", &Attendance::presence_of, "person"_a, "Nothing if `person` was not due.")
      .def("count", &Attendance::count, "presence"_a)
      .def("counted_present", &Attendance::counted_present,
           "How many count towards a quorum: who was present, and who joined online.")
      .def("__repr__", [](const Attendance& a) {
        return "<Attendance: " + std::to_string(a.counted_present()) + " of " +
               std::to_string(a.size()) + ">";
      });
  bind_sequence<std::size_t>(attendance,
                             [](const Attendance& a, std::size_t place) { return a[place]; });
}

void bind_days(py::module_& m) {
  m.def(
      "is_known_on", [](const KeptRecord& r, Date day) { return is_known_on(r, day); }, "record"_a,
      "day"_a,
      "Whether the books had `record` at the end of `day`: from the day it was entered on, or else "
      "held.");
  m.def(
      "is_voided_on", [](const KeptRecord& r, Date day) { return is_voided_on(r, day); },
      "record"_a, "day"_a,
      "Whether `record` was void at the end of `day`; always, where it is and does not say since "
      "when.");
}

}  // namespace

void bind_record(py::module_& m) {
  bind_rows(m);
  bind_days(m);
  bind_attendance(m);

  py::class_<Records> records(m, "Records", "All that was held, and all waivers.");
  records.def(py::init<>())
      .def_static(
          "load", &Records::load, "folder"_a, "roster"_a, py::call_guard<py::gil_scoped_release>(),
          "Reads records.csv and, where they are there, waivers.csv and attendance.csv of a "
          "folder (the columns stand in src/record/record_load.cpp and "
          "attendance_load.cpp).")
      .def("add", &add, "row"_a)
      .def("add", py::overload_cast<const Waiver&>(&Records::add), "row"_a)
      .def(
          "record", [](const Records& r, std::string_view code) { return keep(r.record(code)); },
          "code"_a, py::keep_alive<0, 1>())
      .def("attend", &attend, "record"_a, "due"_a, "exceptions"_a = std::vector<Attendee>{},
           "Takes the attendance of a record: of all `due`, who is no exception was present.")
      .def("attendance", &Records::attendance, "record"_a, py::keep_alive<0, 1>(),
           "An attendance is of nobody where none was taken.")
      .def("waiver_count", &Records::waiver_count)
      .def("waiver", &Records::waiver, "index"_a, py::keep_alive<0, 1>())
      .def("__repr__",
           [](const Records& r) { return "<Records: " + std::to_string(r.size()) + ">"; });
  bind_sequence<RecordId>(records, [](const Records& r, RecordId id) { return keep(r[id]); });
}

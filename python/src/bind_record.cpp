// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "object_of.hpp"
#include "value.hpp"
#include "watched.hpp"
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

// The records remember the roster that they are of.
ObjectOf<Records> load(const std::filesystem::path& folder, const ObjectOf<Roster>& roster,
                       const py::object& progress) {
  const Roster& of = *roster;
  py::object records = py::cast(
      watched(progress, [&](const Watch& watch) { return Records::load(folder, of, watch); }));
  records.attr("_roster") = roster.object;
  return {records};
}

RecordId add(Records& records, KeptRecord record) {
  record.persons = record.kept;
  return records.add(record);
}

ObjectOf<Records> part_of(const Records& records, const Roster& whole,
                          const ObjectOf<Roster>& part) {
  const Roster& in = *part;
  py::object inside = py::cast([&] {
    const py::gil_scoped_release without_gil;
    return records.within(whole, in);
  }());
  inside.attr("_roster") = part.object;
  return {inside};
}

void attend(Records& records, RecordId record, const std::vector<PersonId>& due,
            const std::vector<Attendee>& exceptions) {
  records.attend(record, due, exceptions);
}

void bind_rows(py::module_& m) {
  bind_value<KeptRecord>(
      m, "Record", "What was held, as the minutes have it (纪实).", Needed{"code", &Record::code},
      Needed{"unit", &Record::unit}, Needed{"activities", &Record::activities},
      Needed{"held_on", &Record::held_on}, Optional{"for_period", &Record::for_period},
      Optional{"entered_on", &Record::entered_on}, Optional{"persons", &KeptRecord::kept},
      Optional{"due", &Record::due}, Optional{"present", &Record::present},
      Optional{"class_hours", &Record::class_hours}, Optional{"amount_fen", &Record::amount_fen},
      Optional{"voided", &Record::voided}, Optional{"voided_on", &Record::voided_on},
      Optional{"remark", &Record::remark}, Optional{"entered_by", &Record::entered_by},
      Optional{"source", &Record::source})
      .def("__repr__", [](const KeptRecord& r) {
        return "<Record " + std::string{r.code} + " " + to_string(r.held_on) + ">";
      });
  bind_value<Waiver>(
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

template <class... Rows>
void bind_adds(Shared<Records>& records) {
  const char* doc = "Add what else is kept; an `id` is not looked at.";
  ((records.def(
        "add", [](Records& r, const Rows& row) { return r.add(row); }, "row"_a, doc),
    doc = ""),
   ...);
}

// All rows of one kind, and those that name one owner.
template <class Row>
void bind_all(Shared<Records>& records, const char* rows) {
  records.def(
      rows, [](const Records& r) { return r.all<Row>(); }, py::call_guard<py::gil_scoped_release>(),
      KeepRowsAlive{});
}
template <class Row, class Owner>
void bind_of(Shared<Records>& records, const char* rows, const char* owner) {
  records.def(
      rows, [](const Records& r, Owner id) { return r.of<Row>(id); }, py::kw_only(), py::arg(owner),
      KeepRowsAlive{});
}

template <class Row>
void bind_row_of(Shared<Records>& records, const char* row,
                 Row (Records::*named)(std::string_view) const) {
  using Id = decltype(Row{}.id);
  records.def(
      row,
      [named](const Records& r, const std::variant<Id, std::string>& key) {
        const Id* const id = std::get_if<Id>(&key);
        return id != nullptr ? r[*id] : (r.*named)(std::get<std::string>(key));
      },
      "key"_a, py::keep_alive<0, 1>());
}

void bind_kept(Shared<Records>& records) {
  bind_adds<Campaign, Fund, Opinion, Task, Minutes, StudyNote, Visit, Appropriation, Payment,
            DuesBase, DuesPayment>(records);
  bind_row_of<Campaign>(records, "campaign", &Records::campaign);
  bind_row_of<Fund>(records, "fund", &Records::fund);
  bind_row_of<Opinion>(records, "opinion", &Records::opinion);
  bind_row_of<Task>(records, "task", &Records::task);
  records.def("minutes", &Records::minutes, "record"_a, py::keep_alive<0, 1>(),
              "The minutes of a record, or nothing where there are none.");
  bind_of<Minutes, CampaignId>(records, "minutes", "campaign");
  bind_all<Campaign>(records, "campaigns");
  bind_all<StudyNote>(records, "study_notes");
  bind_of<StudyNote, RecordId>(records, "study_notes", "record");
  bind_of<StudyNote, PersonId>(records, "study_notes", "person");
  bind_all<Visit>(records, "visits");
  bind_of<Visit, RecordId>(records, "visits", "record");
  bind_of<Visit, PersonId>(records, "visits", "person");
  bind_all<Fund>(records, "funds");
  bind_of<Fund, UnitId>(records, "funds", "unit");
  bind_of<Fund, WorkplaceId>(records, "funds", "workplace");
  bind_all<Appropriation>(records, "appropriations");
  bind_of<Appropriation, FundId>(records, "appropriations", "fund");
  bind_all<Payment>(records, "payments");
  bind_of<Payment, FundId>(records, "payments", "fund");
  bind_of<Payment, PersonId>(records, "payments", "person");
  bind_of<Payment, RecordId>(records, "payments", "record");
  bind_all<Opinion>(records, "opinions");
  bind_of<Opinion, UnitId>(records, "opinions", "unit");
  bind_of<Opinion, PersonId>(records, "opinions", "person");
  bind_all<Task>(records, "tasks");
  bind_of<Task, ClusterId>(records, "tasks", "cluster");
  bind_of<Task, UnitId>(records, "tasks", "unit");
  bind_all<DuesBase>(records, "dues_bases");
  bind_of<DuesBase, PersonId>(records, "dues_bases", "person");
  bind_all<DuesPayment>(records, "dues_payments");
  bind_of<DuesPayment, PersonId>(records, "dues_payments", "person");
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

  Shared<Records> records(m, "Records",
                          "All that was held, all waivers, and what else is kept of a year's "
                          "work: minutes, study notes, "
                          "visits, campaigns, funds, opinions, tasks, Party dues.",
                          py::dynamic_attr());  // the roster, for the tables that go out
  records.def(py::init<>())
      .def_static(
          "load", &load, "folder"_a, "roster"_a, py::kw_only(), "progress"_a = py::none(),
          "Reads records.csv and, where they are there, the other tables of a folder: waivers.csv, "
          "attendance.csv, and a table for each of the rows below (the columns stand in "
          "src/record/record_load.cpp, attendance_load.cpp and fields.hpp).")
      .def("add", &add, "row"_a)
      .def("add", py::overload_cast<const Waiver&>(&Records::add), "row"_a)
      .def(
          "record", [](const Records& r, std::string_view code) { return keep(r.record(code)); },
          "code"_a, py::keep_alive<0, 1>())
      .def("attend", &attend, "record"_a, "due"_a, "exceptions"_a = std::vector<Attendee>{},
           "Takes the attendance of a record: of all `due`, who is no exception was present.")
      .def("attendance", &Records::attendance, "record"_a, py::keep_alive<0, 1>(),
           "An attendance is of nobody where none was taken.")
      .def("within", &part_of, py::kw_only(), "whole"_a, "part"_a,
           "What of these records of `whole` belongs to `part`, a roster that whole.within() made; "
           "a unit, a person and a cluster is the one with the same code.")
      .def("waiver_count", &Records::waiver_count)
      .def("waiver", &Records::waiver, "index"_a, py::keep_alive<0, 1>())
      .def("__repr__",
           [](const Records& r) { return "<Records: " + std::to_string(r.size()) + ">"; });
  bind_kept(records);
  bind_sequence<RecordId>(records, [](const Records& r, RecordId id) { return keep(r[id]); });
}

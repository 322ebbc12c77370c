// SPDX-License-Identifier: BSL-1.0
//
// How those are kept that look into a collection, or hold others: each by what it takes to make it
// again.

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "value.hpp"
#include "zhibu/organization/official_form.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/regulation/rulebook_file.hpp"

using namespace zhibu;

namespace {

// --- the attendance of a record ---

py::object said_of(const Attendance& attendance) {
  return said(std::vector<Attendee>(attendance.begin(), attendance.end()));
}

// A record of nothing but its attendance.
Attendance attendance_of(const std::vector<Attendee>& attendees, Keeper& keeper) {
  std::vector<PersonId> due;
  for (const Attendee& who : attendees) due.push_back(who.person);
  Records held;
  const RecordId record = held.add(
      Record{.code = "1", .unit = {}, .activities = Activity::members_meeting, .held_on = {}});
  if (!due.empty()) held.attend(record, due, attendees);
  return keeper.keep(std::move(held)).attendance(record);
}

void bind_attendance(py::module_& m) {
  py::class_<Attendance> attendance(m.attr("Attendance"));
  bind_equality(attendance, &said_of);
  attendance.def("__getstate__", [](const Attendance& a) { return pickled(said_of(a)); });
  attendance.def(
      "__setstate__",
      [](py::detail::value_and_holder& made, const py::tuple& state) {
        require_pickle("Attendance", state, 1);
        auto keeper = std::make_unique<Keeper>();
        const auto attendees = from_said<std::vector<Attendee>>(state[1], *keeper);
        made.value_ptr() = new Attendance{attendance_of(attendees, *keeper)};
        Keeper::tie(std::move(keeper), reinterpret_cast<PyObject*>(made.inst));
      },
      py::detail::is_new_style_constructor());
}

// --- views of a roster ---

// The unit under which all of a view stands, where it is not one of the whole roster.
std::optional<UnitId> top_of(const RosterView& view) {
  const RosterView whole = view.roster().as_of(view.day());
  if (std::ranges::equal(whole.units(), view.units())) return std::nullopt;
  if (view.size() > 0) return view.units()[0];
  for (const Unit& unit : view.roster().units())  // of one that does not stand, as this one
    if (!whole.contains(unit.id)) return unit.id;
  return std::nullopt;
}

bool is_same(const RosterView& a, const RosterView& b) {
  return a.day() == b.day() && std::ranges::equal(a.units(), b.units()) && a.roster() == b.roster();
}

void bind_view(py::module_& m) {
  py::class_<RosterView> view(m.attr("RosterView"));
  view.def("__eq__", &is_same, py::is_operator());
  view.def("__getstate__", [](const RosterView& v) {
    return pickled(py::cast(&v.roster(), py::return_value_policy::reference), v.day(), top_of(v));
  });
  view.def(
      "__setstate__",
      [](py::detail::value_and_holder& made, const py::tuple& state) {
        require_pickle("RosterView", state, 3);
        made.value_ptr() = new RosterView{state[1].cast<const Roster&>(), state[2].cast<Date>(),
                                          state[3].cast<std::optional<UnitId>>()};
        py::detail::keep_alive_impl(reinterpret_cast<PyObject*>(made.inst), state[1]);
      },
      py::detail::is_new_style_constructor());
}

// --- what check() found ---

py::object said_of(const FaultList& faults) {
  return said(std::vector<Fault>(faults.begin(), faults.end()));
}

Observation observed(const Fault& f) {
  return {f.rule,
          f.subject,
          f.at,
          f.post,
          f.found,
          f.least,
          f.most,
          f.days,
          std::string{f.facts},
          std::string{f.facts_en}};
}

FaultList faults_of(const py::tuple& state) {
  require_pickle("FaultList", state, 3);
  FaultList faults{Rulebook::parse(state[1].cast<std::string_view>(), "a pickled rulebook"),
                   state[2].cast<Date>()};
  Keeper keeper;
  for (Observation& o : from_said<std::vector<Observation>>(state[3], keeper))
    faults.add(std::move(o));
  return faults;
}

void bind_faults(py::module_& m) {
  py::class_<FaultList> faults(m.attr("FaultList"));
  faults
      .def(
          "__eq__",
          [](const FaultList& a, const FaultList& b) {
            return a.as_of() == b.as_of() && a.rulebook() == b.rulebook() &&
                   said_of(a).equal(said_of(b));
          },
          py::is_operator())
      .def(py::pickle(
          [](const FaultList& f) {
            std::vector<Observation> all;
            for (const Fault& fault : f) all.push_back(observed(fault));
            return pickled(to_toml(f.rulebook()), f.as_of(), said(all));
          },
          &faults_of));
  bind_copies(faults);
}

// --- code sets, as the text that they are read from ---

std::string quoted(const std::string& cell) {
  std::string quoted = "\"";
  for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string{c};
  return quoted + "\"";
}

std::string words(std::monostate) { return ""; }
std::string words(UnitCategory of) {
  return std::string{"unit "} + (of.temporary ? "temporary " : "") + (of.joint ? "joint " : "") +
         std::string{key(of.kind)};
}
std::string words(PostKind post) { return "post " + std::string{key(post)}; }
std::string words(Retirement of) { return "retirement " + std::string{key(of)}; }
std::string words(PartyStanding of) { return "standing " + std::string{key(of)}; }
std::string words(CircumstanceKind of) { return "circumstance " + std::string{key(of)}; }

std::string csv_of(const CodeSet& set) {
  std::string csv = "code,label,meaning\n";
  for (const CodeRow& row : set.rows()) {
    const std::string meaning = std::visit([](const auto& one) { return words(one); }, row.meaning);
    csv += quoted(row.code) + "," + quoted(row.label) + "," + meaning + "\n";
  }
  return csv;
}

void bind_code_set(py::module_& m) {
  py::class_<CodeSet> set(m.attr("CodeSet"));
  bind_equality(set, [](const CodeSet& s) { return py::make_tuple(s.name(), csv_of(s)); });
  set.def(py::pickle([](const CodeSet& s) { return pickled(s.name(), csv_of(s)); },
                     [](const py::tuple& state) {
                       require_pickle("CodeSet", state, 2);
                       return CodeSet::parse(state[2].cast<std::string_view>(),
                                             state[1].cast<std::string_view>());
                     }));
}

// --- official forms ---

py::tuple said_of(const FormText& form) {
  return py::make_tuple(form.name, py::bytes(form.csv.data(), form.csv.size()));
}

void bind_forms(py::module_& m) {
  py::class_<FormText> text(m.attr("FormText"));
  bind_equality(text, [](const FormText& form) { return said_of(form); });
  text.def("__getstate__", [](const FormText& form) { return pickled(said_of(form)); });
  text.def(
      "__setstate__",
      [](py::detail::value_and_holder& made, const py::tuple& state) {
        require_pickle("FormText", state, 1);
        auto keeper = std::make_unique<Keeper>();
        auto [name, csv] = state[1].cast<std::pair<std::string, std::string>>();
        made.value_ptr() =
            new FormText{keeper->keep(std::move(name)), keeper->keep(std::move(csv))};
        Keeper::tie(std::move(keeper), reinterpret_cast<PyObject*>(made.inst));
      },
      py::detail::is_new_style_constructor());
  py::class_<OfficialForms>(m.attr("OfficialForms"))
      .def(
          "__eq__",
          [](const OfficialForms& a, const OfficialForms& b) {
            return a.roster == b.roster && a.notes == b.notes;
          },
          py::is_operator())
      .def(py::pickle([](const OfficialForms& f) { return pickled(Roster{f.roster}, f.notes); },
                      [](const py::tuple& state) {
                        require_pickle("OfficialForms", state, 2);
                        return OfficialForms{state[1].cast<const Roster&>(),
                                             state[2].cast<std::vector<std::string>>()};
                      }));
}

}  // namespace

void bind_values_of_views(py::module_& m) {
  bind_attendance(m);
  bind_view(m);
  bind_faults(m);
  bind_code_set(m);
  bind_forms(m);
}

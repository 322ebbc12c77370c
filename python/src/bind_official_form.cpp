// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include <string>
#include <variant>

#include "rows.hpp"
#include "zhibu/organization/code_set.hpp"
#include "zhibu/organization/official_form.hpp"

using namespace zhibu;

namespace {

void bind_rows(py::module_& m) {
  bind_row<UnitCategory>(
      m, "UnitCategory", "A kind of organization as the codes of 组织类别 tell them apart.",
      Optional{"kind", &UnitCategory::kind}, Optional{"temporary", &UnitCategory::temporary},
      Optional{"joint", &UnitCategory::joint})
      .def(py::self == py::self)
      .def("__str__", [](UnitCategory category) { return to_string(category); })
      .def("__repr__",
           [](UnitCategory category) { return "<UnitCategory " + to_string(category) + ">"; });
  py::class_<CodeRow>(m, "CodeRow", "One code of a code set.")
      .def_readonly("code", &CodeRow::code)
      .def_readonly("label", &CodeRow::label)
      .def_readonly("meaning", &CodeRow::meaning)
      .def(py::self == py::self)
      .def("__repr__", [](const CodeRow& r) { return "<CodeRow " + r.code + " " + r.label + ">"; });
  m.def("category", &category, "unit"_a);
}

// The code of a meaning, or of a unit.
std::string code(const CodeSet& set, const std::variant<Unit, CodeMeaning>& of) {
  const auto* const unit = std::get_if<Unit>(&of);
  return unit != nullptr ? set.code(*unit) : set.code(std::get<CodeMeaning>(of));
}

void bind_code_set(py::class_<CodeSet>& set) {
  set.def_static("load", &CodeSet::load, "file"_a, "name"_a)
      .def_static("parse", &CodeSet::parse, "csv"_a, "name"_a)
      .def_property_readonly("name", &CodeSet::name)
      .def("rows", &CodeSet::rows)
      .def("row", &CodeSet::row, "text"_a, py::return_value_policy::copy,
           "The row that `text` names, as forms write it: by its code, by its label, by both, or "
           "by the code with the name of the set: \"631\", \"党支部\", \"631 党支部\", "
           "\"national:631\".")
      .def("meaning", &CodeSet::meaning, "text"_a, py::return_value_policy::copy,
           "What `text` stands for.")
      .def("find", &CodeSet::find, "meaning"_a, "The first row with that meaning, or nothing.")
      .def("code", &code, "of"_a,
           "The code of the first row with that meaning, or of a unit as it is.")
      .def("qualified", &CodeSet::qualified, "code"_a,
           "A code of this set with its name: \"national:631\".")
      .def(py::self == py::self)
      .def("__repr__", [](const CodeSet& s) {
        return "<CodeSet " + s.name() + ": " + std::to_string(s.rows().size()) + " codes>";
      });
}

void bind_code_sets(py::module_& m) {
  py::class_<CodeSet> set(m, "CodeSet", "A named set of codes.");
  bind_code_set(set);
  m.def("code_set_names", &code_set_names);
  m.def("code_set", &code_set, "name"_a, "The set of that name.");
  m.def("code_row", &code_row, "qualified"_a,
        "The row that a code with the name of its set stands for: \"national:631\".");
}

void bind_form_texts(py::module_& m) {
  bind_row<FormText>(
      m, "FormText",
      "An official form as CSV, in UTF-8 or GB18030, and the name that faults give it.",
      Needed{"name", &FormText::name}, Needed{"csv", &FormText::csv})
      .def_property_readonly(
          "csv", [](const FormText& form) { return py::bytes(form.csv.data(), form.csv.size()); });
  py::class_<OfficialForms>(
      m, "OfficialForms",
      "What two official forms say: a roster, and in what it differs from them.")
      .def_readonly("roster", &OfficialForms::roster)
      .def_readonly("notes", &OfficialForms::notes)
      .def("__repr__", [](const OfficialForms& forms) {
        return "<OfficialForms: " + std::to_string(forms.roster.units().size()) + " units, " +
               std::to_string(forms.roster.persons().size()) + " persons, " +
               std::to_string(forms.notes.size()) + " notes>";
      });
}

void bind_forms(py::module_& m) {
  bind_enum<PersonalData>(m, "PersonalData",
                          "Whether id numbers and telephone numbers are written as they are.");
  m.def("read_official_forms", &read_official_forms, "units"_a, "members"_a, py::kw_only(),
        "kinds"_a, "as_of"_a, py::call_guard<py::gil_scoped_release>(),
        "Read 党组织信息 and 党员基本信息汇总表, by their Chinese headings, in any order of "
        "columns.");
  m.def("parse_official_forms", &parse_official_forms, "units"_a, "members"_a, py::kw_only(),
        "kinds"_a, "as_of"_a, py::call_guard<py::gil_scoped_release>());
  m.def("write_unit_form", &write_unit_form, "view"_a, py::kw_only(), "kinds"_a,
        py::call_guard<py::gil_scoped_release>(),
        "党组织信息 of the units of `view`, as CSV in UTF-8 without byte order mark.");
  m.def("write_member_form", &write_member_form, "view"_a, py::kw_only(), "personal"_a,
        py::call_guard<py::gil_scoped_release>(),
        "党员基本信息汇总表 of the members at home in the units of `view`, in the same way.");
}

}  // namespace

void bind_official_form(py::module_& m) {
  bind_rows(m);
  bind_code_sets(m);
  bind_form_texts(m);
  bind_forms(m);
}

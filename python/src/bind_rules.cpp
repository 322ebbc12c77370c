// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "rows.hpp"
#include "zhibu/regulation/explain.hpp"
#include "zhibu/regulation/rule_change.hpp"
#include "zhibu/regulation/rulebook_file.hpp"
#include "zhibu/regulation/strictness.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_undecided(py::module_& m) {
  py::class_<Undecided>(m, "Undecided", "A rule that cannot be decided from data, and why.")
      .def_readonly("id", &Undecided::id)
      .def_readonly("code", &Undecided::code)
      .def_readonly("name", &Undecided::name)
      .def_readonly("name_en", &Undecided::name_en)
      .def_readonly("force", &Undecided::force)
      .def_readonly("layer", &Undecided::layer)
      .def_readonly("in_force_from", &Undecided::in_force_from)
      .def_readonly("in_force_until", &Undecided::in_force_until)
      .def_readonly("source", &Undecided::source)
      .def_readonly("quote", &Undecided::quote)
      .def_readonly("confidence", &Undecided::confidence)
      .def_readonly("because", &Undecided::because)
      .def_readonly("because_en", &Undecided::because_en)
      .def("__repr__", [](const Undecided& u) {
        return "<Undecided " + std::string{u.code} + " " + std::string{u.name} + ">";
      });
}

void bind_undecided_of_rulebook(py::module_& m) {
  py::class_<Rulebook>(m.attr("Rulebook"))
      .def(
          "undecided",
          [](const Rulebook& r) {
            const auto rows = r.undecided();
            return std::vector<Undecided>{rows.begin(), rows.end()};
          },
          KeepRowsAlive{})
      .def(
          "documents",
          [](const Rulebook& r) {
            const auto rows = r.documents();
            return std::vector<Document>{rows.begin(), rows.end()};
          },
          KeepRowsAlive{}, "The documents, in the order added: also those that no row cites.")
      .def(
          "undecided",
          [](const Rulebook& r, std::string_view code) { return Undecided{r.undecided(code)}; },
          "code"_a, py::keep_alive<0, 1>());
}

void bind_strictness(py::module_& m) {
  m.def("implies", py::overload_cast<const Cadence&, const Cadence&>(&implies), "a"_a, "b"_a);
  m.def("implies", py::overload_cast<const Demand&, const Demand&>(&implies), "a"_a, "b"_a);
  m.def("overlaps", &overlaps, "a"_a, "b"_a,
        "Whether some unit or person is certainly named by both, as far as the scopes alone tell");
  m.def("is_as_strong", &is_as_strong, "a"_a, "b"_a,
        "Whether `a` is put as strongly as `b`, or more");
}

// Registers explain() or describe() of one type.
template <class T>
void bind_words_of(py::module_& m, const char* function, const char* argument,
                   std::string (*words)(const T&, Language)) {
  m.def(function, words, py::arg(argument), py::kw_only(),
        py::arg_v("language", Language::zh, "Language.zh"));
}

void bind_explanations(py::module_& m) {
  bind_words_of<Scope>(m, "describe", "scope", &describe);
  bind_words_of<Cadence>(m, "describe", "cadence", &describe);
  bind_words_of<Demand>(m, "describe", "demand", &describe);
  bind_words_of<Provision>(m, "explain", "provision", &explain);
  bind_words_of<Requirement>(m, "explain", "requirement", &explain);
  bind_words_of<Undecided>(m, "explain", "undecided", &explain);
}

void bind_field_change(py::module_& m) {
  py::class_<FieldChange>(m, "FieldChange",
                          "A field of a row that is not as it was: its key in files, and what a "
                          "file would have in it.")
      .def_readonly("key", &FieldChange::key)
      .def_readonly("before", &FieldChange::before)
      .def_readonly("after", &FieldChange::after)
      .def(py::self == py::self)
      .def("__repr__", [](const FieldChange& f) {
        return "<FieldChange " + f.key + ": " + f.before + " -> " + f.after + ">";
      });
}

void bind_rule_change(py::module_& m) {
  bind_enum<RuleKind>(m, "RuleKind", "Which kind of row of a rulebook; what files call it.");
  bind_enum<RuleChangeKind>(m, "RuleChangeKind",
                            "What became of a row from one rulebook to another.");
  py::class_<RuleChange>(m, "RuleChange", "A row that is not as it was.")
      .def_readonly("rule", &RuleChange::rule)
      .def_readonly("code", &RuleChange::code)
      .def_readonly("kind", &RuleChange::kind)
      .def_readonly("fields", &RuleChange::fields)
      .def(py::self == py::self)
      .def("__repr__", [](const RuleChange& c) {
        return "<RuleChange " + std::string{key(c.kind)} + " " + std::string{key(c.rule)} + " " +
               c.code + ">";
      });
  m.def(
      "diff", py::overload_cast<const Rulebook&, const Rulebook&>(&diff), "before"_a, "after"_a,
      WithoutGil{},
      "What a rulebook says otherwise than another did: the rows that are gone, that are new, and "
      "of those that both have the fields that differ.");
}

void bind_rulebook_file(py::module_& m) {
  m.def("to_toml", py::overload_cast<const Rulebook&>(&to_toml), "rulebook"_a, WithoutGil{},
        "The rulebook as the text of a file, which its parse() reads as an equal one: "
        "documents, provisions, requirements and undecided rules, each in its order.");
  m.def("write", py::overload_cast<const Rulebook&, const std::filesystem::path&>(&write),
        "rulebook"_a, "file"_a, WithoutGil{});
}

}  // namespace

void bind_rules(py::module_& m) {
  bind_undecided(m);
  bind_undecided_of_rulebook(m);
  bind_strictness(m);
  bind_explanations(m);
  bind_field_change(m);
  bind_rule_change(m);
  bind_rulebook_file(m);
}

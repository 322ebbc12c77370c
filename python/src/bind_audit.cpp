// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "object_of.hpp"
#include "value.hpp"
#include "watched.hpp"
#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/explanation.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

// A finding that knows where it was found, so that it can explain itself.
struct FindingOf : Finding {
  const Findings* findings;
};

// What an audit, or the obligations before it, were drawn from.
py::object drawn_from(const FindingOf& f, const char* what) {
  const py::object findings = py::cast(f.findings, py::return_value_policy::reference);
  if (py::hasattr(findings, what)) return findings.attr(what);
  throw std::invalid_argument{
      "the obligations of this audit were added by hand, to no roster; "
      "accepted: explain(findings, obligation, roster=..., calendar=...)"};
}

Explanation explanation_of(const FindingOf& f) {
  const py::object roster = drawn_from(f, "_roster"), calendar = drawn_from(f, "_calendar");
  return explain(*f.findings, f.obligation.id, roster.cast<const Roster&>(),
                 calendar.cast<const Calendar&>());
}

std::string text_of_finding(const FindingOf& f, const std::variant<Language, std::string>& chosen) {
  const auto* language = std::get_if<Language>(&chosen);
  return text_of(
      explanation_of(f), *f.findings, drawn_from(f, "_records").cast<const Records&>(),
      language != nullptr ? *language : parse<Language>(std::get<std::string>(chosen), "language"));
}

// The findings remember the books that they were drawn from.
ObjectOf<Findings> audit_of(const ObjectOf<Obligations>& obligations,
                            const ObjectOf<Records>& records, Date as_of,
                            std::optional<Date> known_on, const py::object& progress) {
  const Obligations& owed = *obligations;
  const Records& held = *records;
  py::object findings = py::cast(watched(
      progress, [&](const Watch& watch) { return audit(owed, held, as_of, known_on, watch); }));
  findings.attr("_records") = records.object;
  for (const char* what : {"_roster", "_calendar"})
    if (py::hasattr(obligations.object, what)) findings.attr(what) = obligations.object.attr(what);
  return {findings};
}

// A pickle of a finding carries all findings, once for all that are in it, and so can be asked why.
void bind_pickle(py::class_<FindingOf>& finding) {
  bind_equality(finding,
                [](const FindingOf& f) { return saying::members(f, said_parts<Finding>()); });
  finding.def("__getstate__", [](const FindingOf& f) {
    return pickled(py::cast(f.findings, py::return_value_policy::reference), f.obligation.id);
  });
  finding.def(
      "__setstate__",
      [](py::detail::value_and_holder& made, const py::tuple& state) {
        require_pickle("Finding", state, 2);
        const auto& findings = state[1].cast<const Findings&>();
        made.value_ptr() = new FindingOf{findings[state[2].cast<ObligationId>()], &findings};
        py::detail::keep_alive_impl(reinterpret_cast<PyObject*>(made.inst), state[1]);
      },
      py::detail::is_new_style_constructor());
}

void bind_finding(py::module_& m) {
  py::class_<FindingOf> finding(m, "Finding",
                                "What the audit found of one obligation, and what it rests on.");
  bind_pickle(finding);
  finding.def_readonly("obligation", &FindingOf::obligation)
      .def_readonly("standing", &FindingOf::standing)
      .def_readonly("missing", &FindingOf::missing)
      .def_readonly("missing_hours", &FindingOf::missing_hours)
      .def_readonly("hours", &FindingOf::hours)
      .def_readonly("missing_fen", &FindingOf::missing_fen)
      .def_readonly("paid_fen", &FindingOf::paid_fen)
      .def_readonly("evidence", &FindingOf::evidence)
      .def_readonly("discounted", &FindingOf::discounted)
      .def_readonly("waiver", &FindingOf::waiver)
      .def("explanation", &explanation_of, py::keep_alive<0, 1>(),
           "Explains a finding of an audit.")
      .def(
          "explain", &text_of_finding, "language"_a = "zh",
          "An explanation in words, with the records of the audit, for whom it concerns: how it "
          "stands, by which rule and article in force since when, why it binds, the window and how "
          "it came about, what counts and what does not and why, and what would meet it now.")
      .def("__repr__", [](const FindingOf& f) {
        return "<Finding " + std::string{f.obligation.rule} + " " + title(f.obligation.window) +
               " " + std::string{key(f.standing)} + ">";
      });
}

void bind_words_of_audits(py::module_& m) {
  bind_enum<Standing>(m, "Standing", "How an obligation stands on a given day.");
  bind_enum<Discount>(m, "Discount", "Why a record does not count towards an obligation.");
  py::class_<Discounted>(m, "Discounted",
                         "A record that was looked at and does not count, and why.")
      .def_readonly("record", &Discounted::record)
      .def_readonly("why", &Discounted::why)
      .def_readonly("rule", &Discounted::rule)
      .def(py::self == py::self);
}

void bind_explanation(py::module_& m) {
  bind_enum<Remedy>(m, "Remedy", "What would still meet an obligation.");
  py::class_<Statement>(m, "Statement",
                        "A text in both languages; names and citations stay as they are written.")
      .def_readonly("zh", &Statement::zh)
      .def_readonly("en", &Statement::en)
      .def(py::self == py::self)
      .def("__repr__", [](const Statement& s) { return "<Statement " + s.zh + ">"; });
  py::class_<Fact>(
      m, "Fact",
      "One reason why a rule binds a bearer, or why it does not, and the days on which "
      "it was so.")
      .def_readonly("what", &Fact::what)
      .def_readonly("days", &Fact::days)
      .def(py::self == py::self)
      .def("__repr__",
           [](const Fact& f) { return "<Fact " + f.what.zh + " " + to_string(f.days) + ">"; });
  py::class_<Explanation>(m, "Explanation", "Why a finding is as it is, as data.")
      .def_readonly("obligation", &Explanation::obligation)
      .def_readonly("standing", &Explanation::standing)
      .def_readonly("severity", &Explanation::severity)
      .def_readonly("bearer", &Explanation::bearer)
      .def_readonly("place", &Explanation::place)
      .def_readonly("owed", &Explanation::owed)
      .def_readonly("rules", &Explanation::rules)
      .def_readonly("facts", &Explanation::facts)
      .def_readonly("window", &Explanation::window)
      .def_readonly("bound", &Explanation::bound)
      .def_readonly("fixed", &Explanation::fixed)
      .def_readonly("nominal", &Explanation::nominal)
      .def_readonly("evidence", &Explanation::evidence)
      .def_readonly("discounted", &Explanation::discounted)
      .def_readonly("waiver", &Explanation::waiver)
      .def_readonly("remedy", &Explanation::remedy)
      .def_readonly("remedy_by", &Explanation::remedy_by)
      .def("__repr__", [](const Explanation& e) { return "<Explanation " + e.bearer.zh + ">"; });
  m.def("explain", &explain, "findings"_a, "obligation"_a, py::kw_only(), "roster"_a, "calendar"_a,
        py::keep_alive<0, 1>(), py::keep_alive<0, 4>(), "Explains a finding of an audit.");
  m.def(
      "text_of", &text_of, "explanation"_a, "findings"_a, "records"_a, py::kw_only(),
      "language"_a = Language::zh,
      "An explanation in words, with the records of the audit, for whom it concerns: how it "
      "stands, by which rule and article in force since when, why it binds, the window and how it "
      "came about, what counts and what does not and why, and what would meet it now.");
}

void bind_findings(py::module_& m, Shared<Findings>& findings) {
  findings.def_property_readonly("obligations", &Findings::obligations)
      .def_property_readonly("as_of", &Findings::as_of)
      .def_property_readonly("known_on", &Findings::known_on)
      .def("__repr__", [](const Findings& f) {
        return "<Findings as of " + to_string(f.as_of()) + ": " + std::to_string(f.size()) + ">";
      });
  bind_sequence<ObligationId>(findings, [](const Findings& f, ObligationId id) {
    return FindingOf{f[id], &f};
  });
  m.def("audit", &audit_of, "obligations"_a, "records"_a, py::kw_only(), "as_of"_a,
        "known_on"_a = py::none(), "progress"_a = py::none(),
        "Holds what was held against what is owed, as it stood at the end of `as_of`.");
  m.def("why_not", &why_not, "findings"_a, "records"_a, py::kw_only(), "record"_a, "obligation"_a,
        WithoutGil{}, "Why a record does not count towards an obligation; nothing where it does.");
}

}  // namespace

void bind_audit(py::module_& m) {
  Shared<Findings> findings(m, "Findings", "One finding for each obligation, in the same order.",
                            py::dynamic_attr());  // the books, for Finding.explain()
  bind_words_of_audits(m);
  bind_explanation(m);
  bind_finding(m);
  bind_findings(m, findings);
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include <string>
#include <string_view>
#include <vector>

#include "rows.hpp"
#include "zhibu/regulation/rulebook.hpp"

using namespace zhibu;

namespace {

void bind_scopes_of_units(py::module_& m) {
  py::class_<EveryUnit>(m, "EveryUnit",
                        "Every unit of these kinds, and of these fields if any are named; where "
                        "one of the flags says "
                        "so, only those that are, or are not.")
      .def_readonly("kinds", &EveryUnit::kinds)
      .def_readonly("fields", &EveryUnit::fields)
      .def_readonly("temporary", &EveryUnit::temporary)
      .def_readonly("joint", &EveryUnit::joint)
      .def_readonly("mobile", &EveryUnit::mobile)
      .def_readonly("retired_cadres", &EveryUnit::retired_cadres)
      .def_readonly("has_committee", &EveryUnit::has_committee)
      .def_readonly("has_groups", &EveryUnit::has_groups)
      .def(py::self == py::self);
  py::class_<TheseUnits>(m, "TheseUnits", "These units, by code.")
      .def_readonly("codes", &TheseUnits::codes)
      .def(py::self == py::self);
  py::class_<LeadsOfClusters>(m, "LeadsOfClusters", "The lead unit of every cluster (片组长单位).")
      .def(py::self == py::self);
}

void bind_scopes_of_persons(py::module_& m) {
  py::class_<HoldersOf>(m, "HoldersOf",
                        "Each holder, in person, of a post in these units; `posts` empty means "
                        "every post there is.")
      .def_readonly("units", &HoldersOf::units)
      .def_readonly("posts", &HoldersOf::posts)
      .def(py::self == py::self);
  py::class_<EveryPerson>(
      m, "EveryPerson",
      "Every person who belongs to a unit of the roster and is such a one; what "
      "is left open takes all.")
      .def_readonly("member", &EveryPerson::member)
      .def_readonly("retirement", &EveryPerson::retirement)
      .def_readonly("standing", &EveryPerson::standing)
      .def_readonly("circumstances", &EveryPerson::circumstances)
      .def_readonly("needs_home_visits", &EveryPerson::needs_home_visits)
      .def(py::self == py::self);
}

void bind_counted_cadences(py::module_& m) {
  py::class_<AtLeast>(m, "AtLeast",
                      "So many times in every such span of the calendar, at least so many days "
                      "apart; in these months of it where the text prefers some (\"normally in the "
                      "fourth quarter\"), which guides a plan and never an audit.")
      .def_readonly("times", &AtLeast::times)
      .def_readonly("per", &AtLeast::per)
      .def_readonly("preferred_months", &AtLeast::preferred_months)
      .def_readonly("days_apart", &AtLeast::days_apart)
      .def(py::self == py::self);
  py::class_<ClassHours>(m, "ClassHours", "So many class hours (学时) in every such span.")
      .def_readonly("least", &ClassHours::least)
      .def_readonly("per", &ClassHours::per)
      .def(py::self == py::self);
  py::class_<Funding>(m, "Funding", "Money within these bounds, both included, in every such span.")
      .def_readonly("least_fen", &Funding::least_fen)
      .def_readonly("most_fen", &Funding::most_fen)
      .def_readonly("per", &Funding::per)
      .def(py::self == py::self);
  py::class_<OnSchedule>(m, "OnSchedule", "\"On schedule\", without a number (按期).")
      .def_readonly("suggested", &OnSchedule::suggested)
      .def(py::self == py::self);
  m.def("quota_of", &quota_of, "cadence"_a, "The same without the months that are preferred.");
}

void bind_dated_cadences(py::module_& m) {
  py::class_<OnDays>(m, "OnDays",
                     "On the days of a recurrence, each moved to a workday as `shift` says.")
      .def_readonly("days", &OnDays::days)
      .def_readonly("shift", &OnDays::shift)
      .def(py::self == py::self);
  py::class_<AtFestivals>(m, "AtFestivals",
                          "Once about each of these festivals: from so many days before to so many "
                          "after it.")
      .def_readonly("festivals", &AtFestivals::festivals)
      .def_readonly("days_before", &AtFestivals::days_before)
      .def_readonly("days_after", &AtFestivals::days_after)
      .def(py::self == py::self);
  py::class_<AtTermEnd>(m, "AtTermEnd",
                        "At the end of each term of so many years, counted from the last election; "
                        "due from the reminder, so many months before.")
      .def_readonly("years", &AtTermEnd::years)
      .def_readonly("reminder_months", &AtTermEnd::reminder_months)
      .def(py::self == py::self);
}

void bind_milestone(py::module_& m) {
  bind_enum<Milestone>(m, "Milestone", "A day in a person's life that a demand counts from.");
  m.def(
      "day_of", py::overload_cast<Milestone, const Person&>(&day_of), "milestone"_a, "person"_a,
      "The day on which `person` came to it; nothing where there is none, and of took_post, which "
      "is not the person's alone.");
}

void bind_cadences_of_persons(py::module_& m) {
  py::class_<OnAnniversary>(
      m, "OnAnniversary",
      "Once in the span that holds the anniversary of such a day; 29 February "
      "is kept on the 28th in a common year.")
      .def_readonly("of", &OnAnniversary::of)
      .def_readonly("within", &OnAnniversary::within)
      .def(py::self == py::self);
  py::class_<Deadline>(m, "Deadline",
                       "Once by the day that lies so many months and then so many days after it, "
                       "both days included: who was admitted on 15 March is approved by 15 June.")
      .def_readonly("after", &Deadline::after)
      .def_readonly("months", &Deadline::months)
      .def_readonly("days", &Deadline::days)
      .def(py::self == py::self);
  py::class_<EveryMonthsSince>(
      m, "EveryMonthsSince",
      "Once in every so many months counted from it: from 31 August 2024 by "
      "28 February 2025, and then by 31 August 2025.")
      .def_readonly("since", &EveryMonthsSince::since)
      .def_readonly("months", &EveryMonthsSince::months)
      .def(py::self == py::self);
}

void bind_words_of_rules(py::module_& m) {
  bind_enum<Activity>(m, "Activity", "What is demanded and held.");
  bind_enum<Force>(m, "Force", "How strongly a demand is put.");
  bind_enum<Severity>(m, "Severity",
                      "How grave it is that a demand is not met; it follows from how strongly the "
                      "demand is put.");
  m.def("severity", &severity, "force"_a);
  bind_enum<Layer>(m, "Layer", "Who sets a rule.");
  bind_enum<Confidence>(m, "Confidence", "How well the text of a demand is known.");
  bind_enum<Condition>(m, "Condition",
                       "A condition under which a provision does not bind, whatever its scope.");
}

void bind_sources(py::module_& m) {
  py::class_<Citation>(m, "Citation",
                       "Where a demand is written: the document, and the article in it.")
      .def(py::init([](std::string_view document, std::string_view article, bool verified) {
             return Citation{document, article, verified};
           }),
           "document"_a, "article"_a, py::kw_only(), "article_verified"_a = true,
           py::keep_alive<1, 2>(), py::keep_alive<1, 3>())
      .def_readonly("document", &Citation::document)
      .def_readonly("article", &Citation::article)
      .def_readonly("article_verified", &Citation::article_verified)
      .def(py::self == py::self)
      .def("__str__", [](const Citation& c) { return to_string(c); })
      .def("__repr__", [](const Citation& c) { return "<Citation " + to_string(c) + ">"; });
  py::class_<Exemption>(m, "Exemption", "An exemption: the condition, and the rule that says so.")
      .def_readonly("when", &Exemption::when)
      .def_readonly("rule", &Exemption::rule)
      .def_readonly("source", &Exemption::source);
}

void bind_provision(py::module_& m) {
  py::class_<Provision>(m, "Provision",
                        "One demand: whom it binds, to what, how often, how strongly, since when, "
                        "and where it is written.")
      .def_readonly("id", &Provision::id)
      .def_readonly("code", &Provision::code)
      .def_readonly("name", &Provision::name)
      .def_readonly("name_en", &Provision::name_en)
      .def_readonly("scope", &Provision::scope)
      .def_readonly("activity", &Provision::activity)
      .def_readonly("cadence", &Provision::cadence)
      .def_readonly("force", &Provision::force)
      .def_readonly("layer", &Provision::layer)
      .def_readonly("in_force_from", &Provision::in_force_from)
      .def_readonly("in_force_until", &Provision::in_force_until)
      .def_readonly("exemptions", &Provision::exemptions)
      .def_readonly("settles", &Provision::settles)
      .def_readonly("source", &Provision::source)
      .def_readonly("quote", &Provision::quote)
      .def_readonly("confidence", &Provision::confidence)
      .def("__repr__", [](const Provision& p) {
        return "<Provision " + std::string{p.code} + " " + std::string{p.name} + ">";
      });
  m.def("in_force_throughout", &in_force_throughout, "provision"_a, "period"_a,
        "Whether `provision` is in force on every day of `period`.");
}

void bind_rulebook(py::module_& m) {
  using WithoutGil = py::call_guard<py::gil_scoped_release>;
  py::class_<Rulebook> rulebook(
      m, "Rulebook",
      "Provisions and requirements, each with its dates and its source: a regulation, or one "
      "county's own practices; and the rules that cannot be decided from data, each with the "
      "reason.");
  rulebook.def(py::init<>())
      .def_static("national", &Rulebook::national, py::kw_only(), "as_of"_a = py::none(),
                  WithoutGil{},
                  "The demands of the central regulations, those that recur and how organizations "
                  "must be built, from the rows under src/regulation/.")
      .def_static(
          "load", &Rulebook::load, "file"_a, WithoutGil{},
          "Reads a TOML file (the keys are those of src/regulation/national.toml, and for "
          "requirements and undecided rules of structure.toml and undecided.toml beside it).")
      .def_static("parse", &Rulebook::parse, "toml"_a, "name"_a, WithoutGil{},
                  "The same for a text; `name` stands for the file in messages.")
      .def(py::self + py::self)
      .def("__repr__",
           [](const Rulebook& r) { return "<Rulebook: " + std::to_string(r.size()) + ">"; })
      .def(
          "provision",
          [](const Rulebook& r, std::string_view code) { return Provision{r.provision(code)}; },
          "code"_a, py::keep_alive<0, 1>());
  bind_sequence<ProvisionId>(rulebook,
                             [](const Rulebook& r, ProvisionId id) { return Provision{r[id]}; });
}

}  // namespace

void bind_regulation(py::module_& m) {
  bind_words_of_rules(m);
  bind_scopes_of_units(m);
  bind_scopes_of_persons(m);
  bind_counted_cadences(m);
  bind_dated_cadences(m);
  bind_milestone(m);
  bind_cadences_of_persons(m);
  bind_sources(m);
  bind_provision(m);
  bind_rulebook(m);
}

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

void bind_scopes(py::module_& m) {
  bind_enum<Activity>(m, "Activity", "What is demanded and held.");
  py::class_<EveryUnit>(m, "EveryUnit",
                        "Every unit of these kinds; where `temporary` or `retired_cadres` says so, "
                        "only those that are, or are not.")
      .def_readonly("kinds", &EveryUnit::kinds)
      .def_readonly("temporary", &EveryUnit::temporary)
      .def_readonly("retired_cadres", &EveryUnit::retired_cadres);
  py::class_<TheseUnits>(m, "TheseUnits", "These units, by code.")
      .def_readonly("codes", &TheseUnits::codes);
  py::class_<LeadsOfClusters>(m, "LeadsOfClusters", "The lead unit of every cluster (片组长单位).");
  py::class_<HoldersOf>(m, "HoldersOf",
                        "Each holder, in person, of a post in these units; `posts` empty means "
                        "every post there is.")
      .def_readonly("units", &HoldersOf::units)
      .def_readonly("posts", &HoldersOf::posts);
  py::class_<EveryPerson>(m, "EveryPerson",
                          "Every person who belongs to a unit of the roster and is such a one.")
      .def_readonly("member", &EveryPerson::member)
      .def_readonly("retirement", &EveryPerson::retirement);
}

void bind_cadences(py::module_& m) {
  py::class_<AtLeast>(m, "AtLeast",
                      "So many times in every such span of the calendar; in these months of it "
                      "where the text prefers some (\"normally in the fourth quarter\"), which "
                      "guides a plan and never an audit.")
      .def_readonly("times", &AtLeast::times)
      .def_readonly("per", &AtLeast::per)
      .def_readonly("preferred_months", &AtLeast::preferred_months);
  py::class_<OnDays>(m, "OnDays",
                     "On the days of a recurrence, each moved to a workday as `shift` says.")
      .def_readonly("days", &OnDays::days)
      .def_readonly("shift", &OnDays::shift);
  py::class_<AtFestivals>(m, "AtFestivals",
                          "Once about each of these festivals: from so many days before to so many "
                          "after it.")
      .def_readonly("festivals", &AtFestivals::festivals)
      .def_readonly("days_before", &AtFestivals::days_before)
      .def_readonly("days_after", &AtFestivals::days_after);
  py::class_<OnAdmissionAnniversary>(
      m, "OnAdmissionAnniversary",
      "Once in the span that holds the anniversary of a person's admission; whoever was admitted "
      "on 29 February keeps the 28th in a common year.")
      .def_readonly("within", &OnAdmissionAnniversary::within);
  py::class_<Funding>(m, "Funding", "Money within these bounds, both included, in every such span.")
      .def_readonly("least_fen", &Funding::least_fen)
      .def_readonly("most_fen", &Funding::most_fen)
      .def_readonly("per", &Funding::per);
  py::class_<AtTermEnd>(m, "AtTermEnd",
                        "At the end of each term of so many years, counted from the last election; "
                        "due from the reminder, so many months before.")
      .def_readonly("years", &AtTermEnd::years)
      .def_readonly("reminder_months", &AtTermEnd::reminder_months);
  py::class_<OnSchedule>(m, "OnSchedule", "\"On schedule\", without a number (按期).")
      .def_readonly("suggested", &OnSchedule::suggested);
}

void bind_sources(py::module_& m) {
  bind_enum<Force>(m, "Force", "How strongly a demand is put.");
  bind_enum<Confidence>(m, "Confidence", "How well the text of a demand is known.");
  bind_enum<Condition>(m, "Condition",
                       "A condition under which a provision does not bind, whatever its scope.");
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

}  // namespace

void bind_regulation(py::module_& m) {
  bind_scopes(m);
  bind_cadences(m);
  bind_sources(m);
  bind_provision(m);

  using WithoutGil = py::call_guard<py::gil_scoped_release>;
  py::class_<Rulebook> rulebook(
      m, "Rulebook",
      "Provisions and requirements, each with its dates and its source: a regulation, or one "
      "county's own practices.");
  rulebook.def(py::init<>())
      .def_static("national", &Rulebook::national, WithoutGil{},
                  "The demands of the central regulations, those that recur and how organizations "
                  "must be built, from the rows under src/regulation/.")
      .def_static("load", &Rulebook::load, "file"_a, WithoutGil{},
                  "Reads a TOML file (the keys are those of src/regulation/national.toml, and for "
                  "requirements of structure.toml beside it).")
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

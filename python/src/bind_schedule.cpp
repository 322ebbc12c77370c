// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "object_of.hpp"
#include "rows.hpp"
#include "watched.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/schedule/plan.hpp"

using namespace zhibu;

namespace {

void bind_obligation(py::module_& m) {
  py::class_<Exempted>(m, "Exempted",
                       "The rule by which an obligation is not applicable to its bearer, and where "
                       "it is written.")
      .def_readonly("rule", &Exempted::rule)
      .def_readonly("source", &Exempted::source);
  bind_enum<PartialWindow>(
      m, "PartialWindow",
      "What comes of a window in which somebody is bound only in part, because "
      "they were founded, dissolved or turned into something else within it.");
  py::class_<Obligation>(
      m, "Obligation",
      "One thing that one bearer owes in one window, and the article that demands it.")
      .def_readonly("id", &Obligation::id)
      .def_readonly("provision", &Obligation::provision)
      .def_readonly("rule", &Obligation::rule)
      .def_readonly("source", &Obligation::source)
      .def_readonly("force", &Obligation::force)
      .def_readonly("activity", &Obligation::activity)
      .def_readonly("bearer", &Obligation::bearer)
      .def_readonly("at", &Obligation::at)
      .def_readonly("window", &Obligation::window)
      .def_readonly("bound", &Obligation::bound)
      .def_readonly("times", &Obligation::times)
      .def_readonly("class_hours", &Obligation::class_hours)
      .def_readonly("least_fen", &Obligation::least_fen)
      .def_readonly("most_fen", &Obligation::most_fen)
      .def_readonly("fixed", &Obligation::fixed)
      .def_property_readonly("also",
                             [](const Obligation& o) {
                               return std::vector<ProvisionId>(o.also.begin(), o.also.end());
                             })
      .def_readonly("exempted", &Obligation::exempted)
      .def_readonly("partial", &Obligation::partial)
      .def_readonly("rules_of", &Obligation::rules_of)
      .def("__repr__", [](const Obligation& o) {
        return "<Obligation " + std::string{o.rule} + " " + title(o.window) + ">";
      });
}

// They remember the roster and the calendar, which a finding needs to explain itself.
ObjectOf<Obligations> obligations_of(const ObjectOf<Roster>& roster, const Rulebook& rulebook,
                                     const ObjectOf<Calendar>& calendar, Period period,
                                     std::optional<Date> rules_of, PartialWindow partial,
                                     const py::object& progress) {
  const Roster& in = *roster;
  const Calendar& days = *calendar;
  py::object all = py::cast(watched(progress, [&](const Watch& watch) {
    return obligations(in, rulebook, days, period, rules_of, partial, watch);
  }));
  all.attr("_roster") = roster.object;
  all.attr("_calendar") = calendar.object;
  return {all};
}

void bind_obligations(py::module_& m) {
  Shared<Obligations> owed(
      m, "Obligations",
      "All that is owed in a period, in the order of the rulebook, then of the roster, then of "
      "time.",
      py::dynamic_attr());  // what they were drawn up from, for Finding.explain()
  owed.def(py::init<Rulebook, Period, std::optional<Date>, PartialWindow>(), "rulebook"_a,
           "period"_a, py::kw_only(), "rules_of"_a = py::none(),
           "partial"_a = PartialWindow::not_owed)
      .def(
          "add",
          [](Obligations& o, ProvisionId provision, Bearer bearer, Period window,
             std::optional<UnitId> at, std::optional<Shifted> fixed,
             std::optional<std::size_t> exemption, std::optional<Period> bound,
             std::vector<ProvisionId> also) {
            return o.add(provision, bearer, window, {at, fixed, exemption, bound, std::move(also)});
          },
          "provision"_a, "bearer"_a, "window"_a, py::kw_only(), "at"_a = py::none(),
          "fixed"_a = py::none(), "exemption"_a = py::none(), "bound"_a = py::none(),
          "also"_a = std::vector<ProvisionId>{})
      .def_property_readonly("rulebook", &Obligations::rulebook)
      .def_property_readonly("period", &Obligations::period)
      .def_property_readonly("rules_of", &Obligations::rules_of)
      .def_property_readonly("partial", &Obligations::partial)
      .def("__repr__", [](const Obligations& o) {
        return "<Obligations " + title(o.period()) + ": " + std::to_string(o.size()) + ">";
      });
  bind_sequence<ObligationId>(owed, [](const Obligations& o, ObligationId id) { return o[id]; });
  m.def("applies", &applies, "obligation"_a,
        "Whether it is to be met at all: no rule lifts it, and no partial window.");
  m.def("obligations", &obligations_of, "roster"_a, "rulebook"_a, "calendar"_a, "period"_a,
        py::kw_only(), "rules_of"_a = py::none(), "partial"_a = PartialWindow::not_owed,
        "progress"_a = py::none(), "Draws up what the rulebook demands of the roster in `period`.");
}

// A plan remembers the roster that its obligations do.
ObjectOf<Plan> plan_of(const ObjectOf<Obligations>& obligations, const Calendar& calendar,
                       const py::object& progress) {
  const Obligations& owed = *obligations;
  py::object all =
      py::cast(watched(progress, [&](const Watch& watch) { return plan(owed, calendar, watch); }));
  const py::object& from = obligations.object;
  if (py::hasattr(from, "_roster")) all.attr("_roster") = from.attr("_roster");
  return {all};
}

void bind_plan(py::module_& m) {
  bind_enum<HalfDay>(m, "HalfDay");
  py::class_<Occurrence>(
      m, "Occurrence",
      "One meeting, visit or payment, planned on a half-day, and the obligation that it serves.")
      .def_readonly("day", &Occurrence::day)
      .def_readonly("half", &Occurrence::half)
      .def_readonly("obligation", &Occurrence::obligation)
      .def_readonly("nth", &Occurrence::nth)
      .def_readonly("certainty", &Occurrence::certainty)
      .def("__repr__", [](const Occurrence& o) {
        return "<Occurrence " + to_string(o.day) + " " + std::string{key(o.half)} + ">";
      });
  Shared<Plan>(m, "Plan", "What is to be held, and when.", py::dynamic_attr())
      .def_readonly("obligations", &Plan::obligations)
      .def_readonly("occurrences", &Plan::occurrences)
      .def_readonly("unplaced", &Plan::unplaced)
      .def("__repr__", [](const Plan& p) {
        return "<Plan " + title(p.obligations.period()) + ": " +
               std::to_string(p.occurrences.size()) + ">";
      });
  m.def("plan", &plan_of, "obligations"_a, "calendar"_a, py::kw_only(), "progress"_a = py::none(),
        "Plans every obligation that is not exempted on workdays within its window; money, once.");
}

}  // namespace

void bind_schedule(py::module_& m) {
  bind_obligation(m);
  bind_obligations(m);
  bind_plan(m);
}

// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "keys.hpp"
#include "value.hpp"
#include "watched.hpp"
#include "zhibu/audit/coverage.hpp"
#include "zhibu/regulation/rulebook.hpp"

using namespace zhibu;

namespace {

CoverageRequest request(const Roster& roster, Activities activities, Period period,
                        const std::optional<UnitKey>& within, EveryPerson persons) {
  return {.persons = std::move(persons),
          .within = handle_of(roster, within),
          .activities = activities,
          .period = period};
}

EveryPerson every_person(std::optional<bool> member, std::vector<Retirement> retirement,
                         std::vector<PartyStanding> standing,
                         std::vector<CircumstanceKind> circumstances,
                         std::optional<bool> needs_home_visits) {
  return {member, std::move(retirement), std::move(standing), std::move(circumstances),
          needs_home_visits};
}

// Binds a function that covers whoever is asked for.
template <class Result>
void bind_covering(py::module_& m, const char* name,
                   Result (*cover)(const Roster&, const Records&, const CoverageRequest&,
                                   const Watch&),
                   const char* doc) {
  m.def(
      name,
      [cover](const Roster& roster, const Records& records, Activities activities, Period period,
              const std::optional<UnitKey>& within, std::optional<bool> member,
              std::vector<Retirement> retirement, std::vector<PartyStanding> standing,
              std::vector<CircumstanceKind> circumstances, std::optional<bool> needs_home_visits,
              const py::object& progress) {
        const CoverageRequest asked =
            request(roster, activities, period, within,
                    every_person(member, std::move(retirement), std::move(standing),
                                 std::move(circumstances), needs_home_visits));
        return watched(progress,
                       [&](const Watch& watch) { return cover(roster, records, asked, watch); });
      },
      "roster"_a, "records"_a, py::kw_only(), "activities"_a, "period"_a, "within"_a = py::none(),
      "member"_a = py::none(), "retirement"_a = std::vector<Retirement>{},
      "standing"_a = std::vector<PartyStanding>{},
      "circumstances"_a = std::vector<CircumstanceKind>{}, "needs_home_visits"_a = py::none(),
      "progress"_a = py::none(), doc);
}

}  // namespace

void bind_coverage(py::module_& m) {
  py::class_<Reach>(m, "Reach", "How one person was reached.")
      .def_readonly("person", &Reach::person)
      .def_readonly("named", &Reach::named)
      .def_readonly("records", &Reach::records)
      .def("count", &Reach::count, "presence"_a)
      .def("reached", &Reach::reached,
           "Whether it reached them at all: they were present, joined online, were served at home, "
           "or are named.")
      .def(py::self == py::self)
      .def("__repr__", [](const Reach& r) {
        return "<Reach " + std::to_string(r.person.index) + (r.reached() ? ">" : ": left out>");
      });
  py::class_<Coverage>(m, "Coverage", "Whom it reached, and whom not (全覆盖、不漏一人).")
      .def_readonly("period", &Coverage::period)
      .def_readonly("persons", &Coverage::persons)
      .def("rate", &Coverage::rate)
      .def("left_out", &Coverage::left_out)
      .def(py::self == py::self)
      .def("__repr__", [](const Coverage& c) {
        const Rate rate = c.rate();
        return "<Coverage " + to_string(c.period) + ": " + std::to_string(rate.numerator) + " of " +
               std::to_string(rate.denominator) + ">";
      });
  bind_covering(m, "coverage", &coverage, "Whether anybody was left out, person by person.");
  bind_covering(m, "coverage_by_month", &coverage_by_month,
                "The same for each month of the period, of those who belonged in that month.");
  m.def("within", &within, "rules"_a, "roster"_a, py::call_guard<py::gil_scoped_release>(),
        "Those of the rules that can bind anybody in `roster`, such as a part of another: a "
        "provision for units by code keeps those codes that the roster has, and is left out where "
        "it has none.");
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <string>
#include <utility>

#include "rows.hpp"
#include "zhibu/regulation/rulebook.hpp"

using namespace zhibu;

namespace {

// Registers what a requirement demands, with its fields: their names and members by turns.
template <class T, class... V>
void bind_demand(py::module_& m, const char* type, const char* doc,
                 std::pair<const char*, V T::*>... fields) {
  py::class_<T> demand(m, type, doc);
  demand.def(py::self == py::self);
  (demand.def_readonly(fields.first, fields.second), ...);
}

template <class T, class V>
std::pair<const char*, V T::*> field(const char* name, V T::*member) {
  return {name, member};
}

void bind_demands_of_units(py::module_& m) {
  bind_enum<Measure>(m, "Measure", "What is counted of a unit.");
  bind_demand<Within>(m, "Within",
                      "A count within bounds, both included, of which at least one is there.",
                      field("measure", &Within::measure), field("least", &Within::least),
                      field("most", &Within::most));
  bind_demand<Bounds>(m, "Bounds", "The count lies within bounds, wherever `when` holds.",
                      field("within", &Bounds::within), field("utmost", &Bounds::utmost),
                      field("when", &Bounds::when));
  bind_demand<OwnCommittee>(
      m, "OwnCommittee",
      "The branch has a committee of its own, or has none, wherever `when` holds.",
      field("wanted", &OwnCommittee::wanted), field("when", &OwnCommittee::when));
  const char* const placement =
      "A unit of `kind` stands under one of these, or at the top of the roster.";
  bind_demand<Placement>(m, "Placement", placement, field("kind", &Placement::kind),
                         field("under", &Placement::under), field("top", &Placement::top));
  bind_demand<Placements>(m, "Placements", placement, field("table", &Placements::table));
  bind_demand<LapsesWithWorkplace>(
      m, "LapsesWithWorkplace",
      "The unit ends with the body that it served: with the last of its workplaces.");
  bind_demand<HasVenue>(m, "HasVenue",
                        "The unit has a venue (阵地) of its own for that purpose, or for any where "
                        "none is named.",
                        field("purpose", &HasVenue::purpose));
  bind_demand<Noted>(m, "Noted", "Nothing is demanded: that there is such a unit is worth a note.");
}

void bind_demands_of_persons(py::module_& m) {
  const char* const of_persons =
      "Of persons: a member has a home branch on every day; and a cadre joined the revolution by a "
      "day.";
  bind_demand<HomeBranch>(m, "HomeBranch", of_persons);
  bind_demand<JoinedRevolutionBy>(m, "JoinedRevolutionBy", of_persons,
                                  field("day", &JoinedRevolutionBy::day));
  bind_demand<MonthsBetween>(
      m, "MonthsBetween",
      "Of persons: from one milestone to a later one pass at least, or at most, so many months.",
      field("from_", &MonthsBetween::from), field("to", &MonthsBetween::to),
      field("least", &MonthsBetween::least), field("most", &MonthsBetween::most));
}

void bind_demands_of_posts(py::module_& m) {
  const char* const kept = "So many seats of each of these kinds of post.";
  bind_demand<PostCount>(m, "PostCount", kept, field("kind", &PostCount::kind),
                         field("least", &PostCount::least), field("most", &PostCount::most));
  bind_demand<PostsKept>(m, "PostsKept", kept, field("posts", &PostsKept::posts));
  bind_demand<SeatsTaken>(m, "SeatsTaken", "Every seat of every post is taken.");
  bind_demand<HolderStanding>(
      m, "HolderStanding",
      "Who holds one of these posts is a full member, for at least so many years.",
      field("posts", &HolderStanding::posts), field("years", &HolderStanding::years));
  bind_demand<HolderElectable>(
      m, "HolderElectable",
      "Who was elected to a post could be: a full member whose rights were not suspended.");
  const char* const appointed =
      "Posts are filled by whoever approved the unit, not by election; and no committee is "
      "elected.";
  bind_demand<HoldersAppointed>(m, "HoldersAppointed", appointed);
  bind_demand<NoElection>(m, "NoElection", appointed);
}

void bind_demands_of_terms(py::module_& m) {
  bind_demand<TermLength>(m, "TermLength", "A term lasts from so many years to so many.",
                          field("least_years", &TermLength::least_years),
                          field("most_years", &TermLength::most_years));
  bind_demand<TermReminder>(m, "TermReminder",
                            "The higher organization reminds so many months before the term ends.",
                            field("months", &TermReminder::months));
  bind_demand<ElectedWhenDue>(m, "ElectedWhenDue",
                              "An election is held when the term ends; a later day is approved by "
                              "the higher organization.");
  bind_demand<TermShift>(
      m, "TermShift",
      "An election is held earlier or later than the term ends by so many years at most.",
      field("years", &TermShift::years));
}

void bind_demands_of_elections(py::module_& m) {
  bind_demand<ResultApproved>(m, "ResultApproved",
                              "Who was elected to one of these posts has been filed with, or "
                              "approved by, the higher organization: `least` or more.",
                              field("posts", &ResultApproved::posts),
                              field("least", &ResultApproved::least));
  const char* const election =
      "Of an election: there are more candidates than seats by such a share; such a share of those "
      "due is present; and who is elected to one of these posts (empty: any) has the votes of such "
      "a share of the base.";
  bind_demand<MeetingQuorum>(
      m, "MeetingQuorum",
      "Of meetings: one of this kind counts only where such a share of those "
      "due was present.",
      field("activity", &MeetingQuorum::activity), field("ratio", &MeetingQuorum::ratio));
  bind_demand<CandidateSurplus>(m, "CandidateSurplus", election,
                                field("surplus", &CandidateSurplus::surplus));
  bind_demand<ElectionQuorum>(m, "ElectionQuorum", election,
                              field("ratio", &ElectionQuorum::ratio));
  bind_demand<ElectionMajority>(
      m, "ElectionMajority", election, field("ratio", &ElectionMajority::ratio),
      field("base", &ElectionMajority::base), field("posts", &ElectionMajority::posts));
}

void bind_fits(py::module_& m) {
  const char* const unit =
      "Whether a scope means the unit, as it stands on `day` in `roster`; and by the unit alone, "
      "whatever the scope says of groups.";
  m.def(
      "fits",
      [](const EveryUnit& scope, const Unit& one, const Roster& roster, Date day) {
        return fits(scope, one, roster, day);
      },
      "scope"_a, "unit"_a, "roster"_a, py::kw_only(), "day"_a, unit);
  m.def("fits", py::overload_cast<const EveryUnit&, const Unit&>(&fits), "scope"_a, "unit"_a);
  m.def(
      "fits",
      [](const EveryPerson& scope, const Person& person, const Roster& roster, Date day) {
        return fits(scope, person, roster, day);
      },
      "scope"_a, "person"_a, "roster"_a, py::kw_only(), "day"_a,
      "Whether a scope means the person, as they are on `day`, wherever they belong.");
}

void bind_row_of_rulebook(py::module_& m) {
  py::class_<Requirement>(m, "Requirement",
                          "How things must be built: whom it concerns, what is demanded of them, "
                          "how strongly, since when, and where it is written.")
      .def_readonly("id", &Requirement::id)
      .def_readonly("code", &Requirement::code)
      .def_readonly("name", &Requirement::name)
      .def_readonly("name_en", &Requirement::name_en)
      .def_readonly("scope", &Requirement::scope)
      .def_readonly("demand", &Requirement::demand)
      .def_readonly("force", &Requirement::force)
      .def_readonly("layer", &Requirement::layer)
      .def_readonly("in_force_from", &Requirement::in_force_from)
      .def_readonly("in_force_until", &Requirement::in_force_until)
      .def_readonly("source", &Requirement::source)
      .def_readonly("quote", &Requirement::quote)
      .def_readonly("confidence", &Requirement::confidence)
      .def("__repr__", [](const Requirement& r) {
        return "<Requirement " + std::string{r.code} + " " + std::string{r.name} + ">";
      });
  m.def("in_force", &in_force, "requirement"_a, "day"_a,
        "Whether `requirement` is in force on `day`.");
}

}  // namespace

void bind_requirement(py::module_& m) {
  bind_demands_of_units(m);
  bind_demands_of_persons(m);
  bind_demands_of_posts(m);
  bind_demands_of_terms(m);
  bind_demands_of_elections(m);
  bind_fits(m);
  bind_row_of_rulebook(m);
  py::class_<Rulebook>(m.attr("Rulebook"))
      .def(
          "requirements",
          [](const Rulebook& r) {
            const auto rows = r.requirements();
            return std::vector<Requirement>{rows.begin(), rows.end()};
          },
          KeepRowsAlive{})
      .def(
          "requirement",
          [](const Rulebook& r, std::string_view code) { return Requirement{r.requirement(code)}; },
          "code"_a, py::keep_alive<0, 1>());
}

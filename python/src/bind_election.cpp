// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <string>

#include "rows.hpp"
#include "zhibu/regulation/election.hpp"

using namespace zhibu;

namespace {

void bind_ratio(py::module_& m) {
  bind_row<Ratio>(m, "Ratio",
                  "A share of a number of persons, as regulations put it, reckoned in whole "
                  "numbers alone.",
                  Optional{"part", &Ratio::part}, Optional{"whole", &Ratio::whole},
                  Optional{"inclusive", &Ratio::inclusive})
      .def(py::self == py::self)
      .def("__repr__", [](Ratio r) {
        return "<Ratio " + std::to_string(r.part) + "/" + std::to_string(r.whole) +
               (r.inclusive ? "" : ", exclusive") + ">";
      });
  bind_enum<Base>(m, "Base", "The same as a word, for the rows of rules.");
  m.attr("meeting_quorum") = meeting_quorum;
  m.attr("election_quorum") = election_quorum;
  m.attr("more_than_half") = more_than_half;
  m.attr("candidate_surplus") = candidate_surplus;
  m.attr("excellent_at_most") = excellent_at_most;
  m.def("least_of", &least_of, "ratio"_a, "base"_a,
        "The least and the greatest number of persons that is at least, or at most, such a share "
        "of `base`; for a share that is not inclusive, more than it, or less.");
  m.def("most_of", &most_of, "ratio"_a, "base"_a);
}

}  // namespace

// Those of whom a share is taken are told apart by name, as C++ tells them apart by type.
void bind_election(py::module_& m) {
  bind_ratio(m);
  m.def(
      "quorum", [](int due, Ratio ratio) { return quorum(Due{due}, ratio); }, py::kw_only(),
      "due"_a, py::arg_v("ratio", election_quorum, "election_quorum"),
      "How many must be present for an election to be valid.");
  m.def(
      "majority", [](int due, Ratio ratio) { return majority(Due{due}, ratio); }, py::kw_only(),
      "due"_a, py::arg_v("ratio", more_than_half, "more_than_half"),
      "How many votes pass a decision or elect: more than half of those due, who stayed away "
      "included; or of those present, where a rule says so (基层 elections before 2020-07-13).");
  m.def(
      "majority", [](int present, Ratio ratio) { return majority(Present{present}, ratio); },
      py::kw_only(), "present"_a, py::arg_v("ratio", more_than_half, "more_than_half"));
  m.def("candidates", &candidates, "seats"_a, py::kw_only(),
        py::arg_v("surplus", candidate_surplus, "candidate_surplus"),
        "How many candidates there must be for so many seats: more by such a share, rounded up.");
  m.def("excellent", &excellent, "members"_a, py::kw_only(),
        py::arg_v("ratio", excellent_at_most, "excellent_at_most"),
        "How many of so many members may be graded excellent (优秀) in the democratic appraisal.");
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include "value.hpp"
#include "zhibu/regulation/document.hpp"
#include "zhibu/regulation/dues.hpp"

using namespace zhibu;

namespace {

void bind_rate(py::module_& m) {
  bind_value<DuesBracket>(
      m, "DuesBracket",
      "Of a base up to so much a month, that included, a member pays so many thousandths.",
      Needed{"per_mille", &DuesBracket::per_mille}, Optional{"up_to_fen", &DuesBracket::up_to_fen});
  py::class_<DuesRate>(m, "DuesRate",
                       "By how much a month's base they pay: the whole base at the one rate of the "
                       "first bracket that holds it, and not each part of it at its own.")
      .def(py::init([](std::vector<DuesBracket> brackets) {
             DuesRate rate{std::move(brackets)};
             require_sound(rate);
             return rate;
           }),
           py::kw_only(), "brackets"_a)
      .def_readonly("brackets", &DuesRate::brackets)
      .def(py::self == py::self);
  m.def("per_mille_of", &per_mille_of, "rate"_a, "base_fen"_a,
        "The thousandths that a base pays; 0 of a base that is not more than 0.");
  m.def("dues", &dues, "rate"_a, "base_fen"_a,
        "The dues on a month's base, exactly, in thousandths of a fen.");
}

}  // namespace

void bind_dues(py::module_& m) {
  bind_rate(m);
  py::class_<DuesBegin>(m, "DuesBegin", "They pay from the month on that holds the milestone.")
      .def_readonly("in_month_of", &DuesBegin::in_month_of)
      .def(py::self == py::self);
  py::class_<DuesEvery>(m, "DuesEvery",
                        "They pay every month, or in whatever other spans of the calendar.")
      .def_readonly("per", &DuesEvery::per)
      .def(py::self == py::self);
  py::class_<DuesCatchUp>(
      m, "DuesCatchUp",
      "What was not paid in its month is paid within so many months of it (补交).")
      .def_readonly("months", &DuesCatchUp::months)
      .def(py::self == py::self);
  py::class_<DuesUnpaid>(m, "DuesUnpaid",
                         "So many months running without any dues call for a decision on the "
                         "membership, where there was no good reason: which no data tell.")
      .def_readonly("months", &DuesUnpaid::months)
      .def(py::self == py::self);
  py::class_<Document>(
      m, "Document",
      "A document that the rows of a rulebook may cite, or that sets no row that is known.")
      .def_readonly("title", &Document::title)
      .def_readonly("title_en", &Document::title_en)
      .def_readonly("issued", &Document::issued)
      .def_readonly("layer", &Document::layer)
      .def(py::self == py::self);
}

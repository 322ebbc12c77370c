// SPDX-License-Identifier: BSL-1.0

#include <pybind11/numpy.h>
#include <pybind11/operators.h>

#include "rows.hpp"
#include "zhibu/time/recurrence.hpp"
#include "zhibu/time/skip.hpp"

using namespace zhibu;

namespace {

// Days as NumPy keeps them: datetime64[D], which is the number of days since 1970-01-01 in eight
// bytes; pybind11 2.10 cannot ask NumPy 2 how many.
py::array to_numpy(const std::vector<Date>& days) {
  const auto size = static_cast<py::ssize_t>(days.size());
  py::array array{py::dtype{"M8[D]"}, {size}, {py::ssize_t{sizeof(std::int64_t)}}};
  auto* const serials = static_cast<std::int64_t*>(array.mutable_data());
  for (std::size_t i = 0; i < days.size(); ++i) serials[i] = days[i].serial();
  return array;
}

}  // namespace

void bind_recurrence(py::module_& m) {
  using WithoutGil = py::call_guard<py::gil_scoped_release>;

  py::class_<Recurrence>(
      m, "Recurrence",
      "A pattern of days, as RFC 5545 (section 3.3.10) and RFC 7529 write it, from a first day on.")
      .def(py::init<std::string_view, Date, std::vector<Date>, std::vector<Date>>(), "rule"_a,
           "start"_a, py::kw_only(), "exdates"_a = std::vector<Date>{},
           "rdates"_a = std::vector<Date>{})
      .def("take", &Recurrence::take, "n"_a, "The first `n` days; fewer where there are fewer.",
           WithoutGil{})
      .def("between", &Recurrence::between, "begin"_a, "end"_a,
           "The days from `begin` up to, not including, `end`, in order.", WithoutGil{})
      .def(
          "to_numpy",
          [](const Recurrence& r, Date begin, Date end) { return to_numpy(r.between(begin, end)); },
          "begin"_a, "end"_a, "The days from `begin` up to, not including, `end`, in order.")
      .def("next", &Recurrence::next, "after"_a, "The first day after `after`.")
      .def("previous", &Recurrence::previous, "before"_a, "The last day before `before`.")
      .def("contains", &Recurrence::contains, "day"_a, "Whether `day` is one of its days.")
      .def("__contains__", &Recurrence::contains, "day"_a)
      .def("count", &Recurrence::count,
           "How many days there are in all, or nothing where neither COUNT nor UNTIL ends them.")
      .def("count_between", &Recurrence::count_between, "begin"_a, "end"_a,
           "How many days there are from `begin` up to, not including, `end`.")
      .def_property_readonly("start", &Recurrence::start)
      .def_property_readonly("exdates", &Recurrence::exdates)
      .def_property_readonly("rdates", &Recurrence::rdates)
      .def(py::self == py::self)
      .def("__str__", [](const Recurrence& r) { return to_string(r); })
      .def("__repr__", [](const Recurrence& r) {
        return "<Recurrence " + to_string(r) + " from " + to_string(r.start()) + ">";
      });
}

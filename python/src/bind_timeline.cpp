// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include <optional>
#include <string>

#include "pickle.hpp"
#include "timeline.hpp"

using namespace zhibu;

namespace {

py::tuple state_of(const Objects& timeline) {
  py::list state;
  for (const auto& [period, value] : timeline.history())
    state.append(py::make_tuple(period, value.object));
  return pickled(state);
}

Objects from_state(const py::tuple& state) {
  require_pickle("Timeline", state, 1);
  Objects timeline;
  for (const py::handle entry : state[1]) {
    const auto [period, value] = entry.cast<std::pair<Period, py::object>>();
    timeline.put(period, {value});
  }
  return timeline;
}

void bind_entry(py::class_<Objects>& timeline) {
  py::class_<Objects::Entry>(timeline, "Entry", "The value that holds on the days of `period`.")
      .def_readonly("period", &Objects::Entry::period)
      .def_property_readonly("value", [](const Objects::Entry& e) { return e.value.object; })
      .def(py::self == py::self)
      .def("__iter__",
           [](const Objects::Entry& e) {
             return py::iter(py::make_tuple(e.period, e.value.object));
           })
      .def("__repr__", [](const Objects::Entry& e) {
        return "<Entry " + title(e.period) + " " + std::string{py::str(py::repr(e.value.object))} +
               ">";
      });
}

void bind_entries(py::class_<Objects>& timeline) {
  timeline
      .def(
          "change", [](Objects& t, Date day, const py::object& v) { t.change(day, {v}); }, "day"_a,
          "value"_a,
          "From `day` on `value` holds, up to the next day for which a change has been entered "
          "already; where there is none, as long as what held on `day`, and without end where "
          "nothing did.")
      .def(
          "put", [](Objects& t, Period period, const py::object& v) { t.put(period, {v}); },
          "period"_a, "value"_a,
          "`value` holds on the days of `period`, whatever held there before.")
      .def("clear", &Objects::clear, "period"_a, "Nothing holds on the days of `period`.")
      .def("end", &Objects::end, "day"_a,
           "From `day` on nothing holds any more, whatever had been entered for later.")
      .def(
          "history", [](const Objects& t) { return t.history(); },
          "All that held, in order of days.");
}

}  // namespace

void bind_timeline(py::module_& m) {
  py::class_<Objects> timeline(
      m, "Timeline",
      "A value that changes on days and keeps what it was: effective-dated (历史沿革).");
  bind_entry(timeline);
  bind_entries(timeline);
  timeline.def(py::init<>())
      .def(py::init([](Period period, const py::object& value) {
             return Objects{period, {value}};
           }),
           "period"_a, "value"_a)
      .def(
          "at",
          [](const Objects& t, Date day) -> std::optional<py::object> {
            const std::optional<Held> held = t.at(day);
            return held ? std::optional{held->object} : std::nullopt;
          },
          "day"_a, "The value on `day`, or nothing.")
      .def(py::self == py::self)
      .def(py::pickle(&state_of, &from_state))
      .def("__repr__", [](const Objects& t) {
        return "<Timeline: " + std::to_string(t.history().size()) + ">";
      });
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include "rows.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/day.hpp"
#include "zhibu/time/holiday_law.hpp"
#include "zhibu/time/shift.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

void bind_law(py::module_& m) {
  py::class_<HolidayLaw>(m, "HolidayLaw",
                         "One text of 全国年节及纪念日放假办法, by which days are off for the "
                         "whole population (article "
                         "2).")
      .def_readonly("number", &HolidayLaw::number)
      .def_readonly("adopted", &HolidayLaw::adopted)
      .def_readonly("in_force", &HolidayLaw::in_force)
      .def_readonly("days", &HolidayLaw::days)
      .def_readonly("read", &HolidayLaw::read)
      .def_readonly("source", &HolidayLaw::source)
      .def(py::self == py::self)
      .def("__repr__",
           [](const HolidayLaw& law) { return "<HolidayLaw " + std::string{law.number} + ">"; });
  m.def("holiday_laws", &holiday_laws,
        "The five texts of the holiday law, oldest first, from src/time/holiday_laws.csv.");
  m.def("holiday_law", &holiday_law, "day"_a,
        "The text of the holiday law in force on `day`, or nothing before the first, of "
        "1949-12-23.");
}

void bind_days(py::module_& m) {
  bind_enum<DayKind>(
      m, "DayKind",
      "What kind of day a day is for those who work by the State Council's arrangements.");
  bind_enum<Certainty>(m, "Certainty", "How well a calendar knows a day.");
  bind_enum<ShiftPolicy>(m, "ShiftPolicy", "Where a day goes that falls on no workday.");

  py::class_<Day>(m, "Day", "One day, what it is, and by which notice.")
      .def_readonly("date", &Day::date)
      .def_readonly("kind", &Day::kind)
      .def_readonly("name", &Day::name)
      .def_readonly("notice", &Day::notice)
      .def_readonly("certainty", &Day::certainty)
      .def_readonly("arrangement_year", &Day::arrangement_year)
      .def(py::self == py::self)
      .def("__repr__", [](const Day& d) {
        return "<Day " + to_string(d.date) + " " + std::string{key(d.kind)} + ">";
      });
  py::class_<Shift>(m, "Shift", "A shift: the policy, and how many days it may go at most.")
      .def(py::init([](ShiftPolicy policy, int max_days, bool within_month) {
             return Shift{policy, max_days, within_month};
           }),
           "policy"_a, py::kw_only(), "max_days"_a = Shift{}.max_days,
           "within_month"_a = Shift{}.within_month)
      .def_readonly("policy", &Shift::policy)
      .def_readonly("max_days", &Shift::max_days)
      .def_readonly("within_month", &Shift::within_month)
      .def(py::self == py::self);
  bind_row<Shifted>(m, "Shifted", "A day as a rule names it, and as it was moved.",
                    Needed{"nominal", &Shifted::nominal}, Needed{"actual", &Shifted::actual},
                    Optional{"within_limit", &Shifted::within_limit},
                    Optional{"certainty", &Shifted::certainty})
      .def(py::self == py::self)
      .def("__repr__", [](const Shifted& s) {
        return "<Shifted " + to_string(s.nominal) + " to " + to_string(s.actual) + ">";
      });
}

}  // namespace

void bind_calendar(py::module_& m) {
  bind_law(m);
  bind_days(m);
  py::class_<Calendar>(m, "Calendar", "Which days are worked in China, and what is known of each.")
      .def_static("china", &Calendar::china,
                  "The calendar of the law and the arrangements that stand in src/time/.")
      .def_static("load", &Calendar::load, "file"_a, WithoutGil{})
      .def("with_arrangement", &Calendar::with_arrangement, "file"_a, WithoutGil{},
           "A copy in which the arrangement of a further year, or a corrected one, is decreed.")
      .def(
          "day", [](const Calendar& calendar, Date date) { return calendar.day(date); }, "date"_a,
          py::keep_alive<0, 1>(),
          "What the calendar knows of a day; where it knows nothing, that it is unknown.")
      .def("is_workday", &Calendar::is_workday, "date"_a, "Whether a day is worked.")
      .def("decreed_through", &Calendar::decreed_through,
           "The last day of the last year whose arrangement is known.")
      .def("shift", &Calendar::shift, "date"_a, "shift"_a, "Moves a day to a workday.")
      .def("workdays_between", &Calendar::workdays_between, "period"_a,
           "How many workdays the period has.")
      .def("add_workdays", &Calendar::add_workdays, "day"_a, "n"_a,
           "The n-th workday after a day, or before it where `n` is negative; 0 gives the day "
           "itself, whatever it is.")
      .def("nth_workday", &Calendar::nth_workday, "period"_a, "n"_a,
           "The n-th workday of a period, or the n-th from its end where `n` is negative; nothing "
           "where it has not so many.")
      .def("__repr__", [](const Calendar& c) {
        return "<Calendar decreed through " + to_string(c.decreed_through()) + ">";
      });
}

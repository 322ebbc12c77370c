// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include "rows.hpp"
#include "zhibu/time/day_rule.hpp"
#include "zhibu/time/icalendar.hpp"
#include "zhibu/time/quota.hpp"

using namespace zhibu;

namespace {

using Days = const std::vector<Date>&;

void bind_day_rules(py::module_& m) {
  py::class_<ShiftedDays>(m, "ShiftedDays",
                          "Each day of a recurrence, moved to a workday (逢节假日提前或顺延).")
      .def(py::init([](Recurrence days, Shift shift) {
             return ShiftedDays{std::move(days), shift};
           }),
           "days"_a, "shift"_a)
      .def_readonly("days", &ShiftedDays::days)
      .def_readonly("shift", &ShiftedDays::shift)
      .def(py::self == py::self);
  bind_row<NthWorkday>(
      m, "NthWorkday",
      "The n-th workday of every such span of the calendar (每月第一个工作日): 1 is "
      "the first, -1 the last.",
      Optional{"nth", &NthWorkday::nth}, Optional{"per", &NthWorkday::per})
      .def(py::self == py::self);
  bind_row<FestivalWindow>(m, "FestivalWindow",
                           "The days about a festival (春节前十天内), from the first to the last, "
                           "both included, counted "
                           "from the festival's own day: -1 is the day before it.",
                           Needed{"festival", &FestivalWindow::festival},
                           Optional{"first_day", &FestivalWindow::first_day},
                           Optional{"last_day", &FestivalWindow::last_day})
      .def(py::self == py::self);

  m.def("shifted_days", &shifted_days, "rule"_a, "calendar"_a, "period"_a,
        "The days of the recurrence that lie within `period`, each with the day that it was moved "
        "to, in the order of the days of the rule.");
  m.def("nth_workdays", &nth_workdays, "rule"_a, "calendar"_a, "period"_a,
        "The n-th workday of each whole span within `period`, in order.");
  m.def(
      "festival_windows", &festival_windows, "rule"_a, "period"_a,
      "The windows of those festivals of that name whose own day lies within `period`, in order.");
  m.def("anniversary", &anniversary, "origin"_a, py::kw_only(), "leap_day"_a,
        "The day `origin` and the same day of every year after it; `leap_day` says what becomes of "
        "29 February in a common year.");
  m.def("lunar_anniversary", &lunar_anniversary, "origin"_a, py::kw_only(), "missing"_a,
        "The day `origin` and the same day of every lunar year after it; `missing` says what "
        "becomes of a leap month in a year without it, and then of day 30 in a month of 29 days.");
}

void bind_quota(py::module_& m) {
  bind_row<Quota>(
      m, "Quota",
      "A quota (频次): at least so many times in every such span of the calendar, on "
      "whatever days (每季度至少1次); where days_apart says so, not all of them at once.",
      Optional{"times", &Quota::times}, Optional{"per", &Quota::per},
      Optional{"days_apart", &Quota::days_apart})
      .def(py::self == py::self)
      .def("__str__", [](const Quota& quota) { return to_string(quota); })
      .def("__repr__", [](const Quota& quota) { return "<Quota " + to_string(quota) + ">"; });
  py::class_<QuotaTally>(m, "QuotaTally", "How one span of the calendar stands against a quota.")
      .def_readonly("window", &QuotaTally::window)
      .def_readonly("days", &QuotaTally::days)
      .def_readonly("counted", &QuotaTally::counted)
      .def_readonly("missing", &QuotaTally::missing)
      .def(py::self == py::self);

  m.def(
      "counting_days",
      [](const Quota& quota, Days held, Period window) {
        return counting_days(quota, held, window);
      },
      "quota"_a, "held"_a, "window"_a,
      "The days of `window` on which something was held that count together, in order.");
  m.def(
      "tally",
      [](const Quota& quota, Days held, Period period) { return tally(quota, held, period); },
      "quota"_a, "held"_a, "period"_a,
      "What counts and what is missing in each whole span within `period`, in order.");
  m.def(
      "due_by",
      [](const Quota& quota, Days held, Period window) { return due_by(quota, held, window); },
      "quota"_a, "held"_a, "window"_a,
      "The last day on which the next one must be held if the quota is to be met in `window`, or "
      "nothing where it is met.");
  m.def("parse_quota", &parse_quota, "text"_a, "Reads a quota as to_string writes it.");
  m.def("describe", &describe, "quota"_a, py::kw_only(), "language"_a = Language::zh,
        "The quota in the words of the field.");
}

void bind_icalendar(py::module_& m) {
  m.def("icalendar_properties", &icalendar_properties, "days"_a, "period"_a,
        "The properties of an iCalendar event by which any calendar program shows the days of a "
        "recurrence: DTSTART, then RRULE, EXDATE and RDATE as there is need.");
  m.def("shifted_icalendar_properties", &shifted_icalendar_properties, "rule"_a, "calendar"_a,
        "period"_a,
        "The properties of an iCalendar event by which any calendar program shows the days of "
        "`period` that were moved to workdays.");
}

}  // namespace

void bind_day_rule(py::module_& m) {
  bind_quota(m);
  bind_day_rules(m);
  bind_icalendar(m);
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/operators.h>

#include "pickle.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/solar_term.hpp"

using namespace zhibu;

namespace {

void bind_period(py::module_& m) {
  bind_enum<Weekday>(m, "Weekday");
  bind_enum<Span>(m, "Span", "The spans of the calendar by which frequencies are counted.");

  py::class_<Period>(m, "Period", "The days from `begin` up to, not including, `end`.")
      .def(py::init([](Date begin, Date end) {
             return Period{begin, end};
           }),
           "begin"_a, "end"_a)
      .def_readonly("begin", &Period::begin)
      .def_readonly("end", &Period::end)
      .def("empty", &Period::empty)
      .def("days", &Period::days)
      .def("last", &Period::last)
      .def("overlaps", &Period::overlaps, "other"_a)
      .def("__contains__", py::overload_cast<Date>(&Period::contains, py::const_), "day"_a)
      .def("__contains__", py::overload_cast<Period>(&Period::contains, py::const_), "period"_a)
      .def(py::self == py::self)
      .def("__hash__", [](Period p) { return py::hash(py::make_tuple(p.begin, p.end)); })
      .def(py::pickle([](Period p) { return pickled(p.begin, p.end); },
                      [](const py::tuple& state) {
                        require_pickle("Period", state, 2);
                        return Period{state[1].cast<Date>(), state[2].cast<Date>()};
                      }))
      .def("__str__", [](Period p) { return to_string(p); })
      .def("__repr__", [](Period p) { return "<Period " + title(p) + ">"; });

  m.def("since", &since, "begin"_a, "From `begin` on, with no end in sight: what still lasts.");
  m.def("span_of", &span_of, "span"_a, "day"_a,
        "The calendar month, quarter, half-year or year that holds `day`.");
  m.def("spans", &spans, "span"_a, "period"_a,
        "All whole spans that lie within `period`, in order.");
  m.def("title", &title, "period"_a,
        "A short name where the period is a whole span: \"2017-03\", \"2017-Q1\", \"2017-H1\", "
        "\"2017\"; else as to_string.");
  m.def("parse_period", &parse_period, "text"_a,
        "Reads \"2017\", \"2017-H1\", \"2017-Q1\", \"2017-03\", \"2017-03-01\" (that day), "
        "\"2017-03-01..\" and \"2017-03-01..2017-03-31\" (with its last day).");
}

void bind_days(py::module_& m) {
  m.def("weekday", &weekday, "day"_a);
  m.def("add_months", &add_months, "day"_a, "n"_a,
        "The same day `n` months on; where that month is too short, its last day.");
  m.def("add_years", &add_years, "day"_a, "n"_a,
        "The same day `n` years on; 29 February becomes the 28th in a common year.");

  py::class_<LunarDate>(
      m, "LunarDate",
      "A day of the Chinese lunisolar calendar (农历), of the lunar years 1850 to 2200.")
      .def(py::init<int, int, int, bool>(), "year"_a, "month"_a, "day"_a, py::kw_only(),
           "leap"_a = false)
      .def_static("of", &LunarDate::of, "day"_a,
                  "The lunar date of a day from 1850-02-12 to 2201-02-03.")
      .def("to_date", &LunarDate::to_date, "The Gregorian day of the lunar date.")
      .def_property_readonly("year", &LunarDate::year)
      .def_property_readonly("month", &LunarDate::month)
      .def_property_readonly("day", &LunarDate::day)
      .def_property_readonly("leap", &LunarDate::leap)
      .def("uncertain", &LunarDate::uncertain,
           "Whether astronomy cannot yet decide on which of two days the month begins.")
      .def(py::self == py::self)
      .def(py::self < py::self)
      .def("__hash__", [](LunarDate d) { return py::hash(py::str(to_string(d))); })
      .def("__str__", [](LunarDate d) { return to_string(d); })
      .def("__repr__", [](LunarDate d) { return "<LunarDate " + to_string(d) + ">"; });

  bind_enum<Skip>(
      m, "Skip",
      "What becomes of a day that a month or year lacks: SKIP of RFC 7529, section 4.1.");
  m.def(
      "lunar_day", &lunar_day, "year"_a, "month"_a, "day"_a, py::kw_only(), "leap"_a = false,
      "skip"_a,
      "The day of month `month` and day `day` in the lunar year `year`, for what comes back every "
      "year; `skip` says what becomes of it in a year that lacks it.");
  m.def("lunar_new_years_eve", &lunar_new_years_eve, "year"_a,
        "除夕 of the lunar year that begins in the Gregorian year `year`: the day before its "
        "month 1 day 1.");
  m.def("solar_term", &solar_term, "year"_a, "name"_a,
        "The day of a solar term (节气) in a Gregorian year from 1850 to 2200.");

  m.def("solar_terms", &solar_terms,
        "The names of the 24 solar terms (节气), in the order in which they fall in a Gregorian "
        "year: from 小寒 in early January to 冬至 in late December, two in each month.");
  m.def("solar_term_on", &solar_term_on, "day"_a,
        "The solar term (节气) that falls on a day, or nothing where none does.");
}

void bind_festivals(py::module_& m) {
  bind_enum<DayOff>(m, "DayOff", "Whom the law gives a day off, or a part of one.");
  py::class_<Festival>(m, "Festival",
                       "A festival or memorial day that has a name, and the law or custom behind "
                       "it.")
      .def_readonly("id", &Festival::id)
      .def_readonly("name", &Festival::name)
      .def_readonly("name_en", &Festival::name_en)
      .def_readonly("legal_basis", &Festival::legal_basis)
      .def_readonly("day_off", &Festival::day_off)
      .def_readonly("held", &Festival::held)
      .def(py::self == py::self)
      .def("__repr__", [](const Festival& f) { return "<Festival " + std::string{f.name} + ">"; });
  m.def("festivals", &festivals, "All that are known, from src/time/festivals.csv.");
  m.def("festival", &festival, "year"_a, "name"_a,
        "The first day of a festival in the Gregorian year `year`, or nothing where it was not yet "
        "held that year or does not fall in it: 腊八 may come twice in one year, of which this is "
        "the first, and not at all in another.");
  m.def("festival_law", &festival_law, "day"_a, "name"_a,
        "A festival as the law has it on a day, or nothing where it was not yet held.");
  m.def("festival_days", &festival_days, "year"_a, "name"_a,
        "The days of a festival in the Gregorian year `year`, in order: those that the law in "
        "force gives off, or its one day where that gives none.");
}

}  // namespace

void bind_time(py::module_& m) {
  bind_period(m);
  bind_days(m);
  bind_festivals(m);
}

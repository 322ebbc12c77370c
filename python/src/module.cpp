// SPDX-License-Identifier: BSL-1.0

#include <pybind11/pybind11.h>

namespace py = pybind11;

void bind_errors();
void bind_words(py::module_&);
void bind_time(py::module_&);
void bind_calendar(py::module_&);
void bind_recurrence(py::module_&);
void bind_day_rule(py::module_&);
void bind_units(py::module_&);
void bind_persons(py::module_&);
void bind_posts(py::module_&);
void bind_relations(py::module_&);
void bind_timeline(py::module_&);
void bind_roster(py::module_&);
void bind_moves(py::module_&);
void bind_questions(py::module_&);
void bind_view(py::module_&);
void bind_change(py::module_&);
void bind_archive(py::module_&);
void bind_official_form(py::module_&);
void bind_regulation(py::module_&);
void bind_election(py::module_&);
void bind_dues(py::module_&);
void bind_requirement(py::module_&);
void bind_rules(py::module_&);
void bind_check(py::module_&);
void bind_schedule(py::module_&);
void bind_kept_rows(py::module_&);
void bind_record(py::module_&);
void bind_audit(py::module_&);
void bind_rollup(py::module_&);
void bind_coverage(py::module_&);
void bind_progress(py::module_&);
void bind_money(py::module_&);
void bind_report(py::module_&);
void bind_article(py::module_&);
void bind_arrow_tables(py::module_&);
void bind_pickles(py::module_&);
void bind_values(py::module_&);
void bind_values_of_views(py::module_&);
void bind_told(py::module_&);

// In the order of the layers: a type is registered before any signature that mentions it.
PYBIND11_MODULE(_core, m) {
  m.doc() = "The compiled half of zhibu; import zhibu, not this.";
  m.attr("__module__") = "zhibu";  // where the types are found
  bind_errors();
  bind_words(m);
  bind_time(m);
  bind_calendar(m);
  bind_recurrence(m);
  bind_day_rule(m);
  bind_units(m);
  bind_persons(m);
  bind_posts(m);
  bind_relations(m);
  bind_timeline(m);
  bind_roster(m);
  bind_moves(m);
  bind_questions(m);
  bind_view(m);
  bind_change(m);
  bind_archive(m);
  bind_official_form(m);
  bind_regulation(m);
  bind_election(m);
  bind_dues(m);
  bind_requirement(m);
  bind_rules(m);
  bind_check(m);
  bind_schedule(m);
  bind_kept_rows(m);
  bind_record(m);
  bind_audit(m);
  bind_rollup(m);
  bind_coverage(m);
  bind_progress(m);
  bind_money(m);
  bind_report(m);
  bind_article(m);
  bind_arrow_tables(m);
  bind_pickles(m);
  bind_values(m);
  bind_values_of_views(m);
  bind_told(m);
}

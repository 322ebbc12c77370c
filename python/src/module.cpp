// SPDX-License-Identifier: BSL-1.0

#include <pybind11/pybind11.h>

namespace py = pybind11;

void bind_words(py::module_&);
void bind_time(py::module_&);
void bind_calendar(py::module_&);
void bind_recurrence(py::module_&);
void bind_day_rule(py::module_&);
void bind_organization(py::module_&);
void bind_official_form(py::module_&);
void bind_regulation(py::module_&);
void bind_schedule(py::module_&);
void bind_record(py::module_&);
void bind_audit(py::module_&);
void bind_report(py::module_&);

// In the order of the layers: a type is registered before any signature that mentions it.
PYBIND11_MODULE(_core, m) {
  m.doc() = "The compiled half of zhibu; import zhibu, not this.";
  m.attr("__module__") = "zhibu";  // where the types are found
  bind_words(m);
  bind_time(m);
  bind_calendar(m);
  bind_recurrence(m);
  bind_day_rule(m);
  bind_organization(m);
  bind_official_form(m);
  bind_regulation(m);
  bind_schedule(m);
  bind_record(m);
  bind_audit(m);
  bind_report(m);
}

// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <string>
#include <string_view>

#include "rows.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/tables.hpp"

using namespace zhibu;

namespace {

py::bytes bytes_of(const Roster& roster) {
  std::string bytes;
  {
    const py::gil_scoped_release without_gil;
    bytes = to_bytes(roster);
  }
  return bytes;
}

Roster roster_of(const py::bytes& bytes) {
  const std::string_view view{bytes};
  const py::gil_scoped_release without_gil;
  return from_bytes(view);
}

}  // namespace

void bind_archive(py::module_& m) {
  using WithoutGil = py::call_guard<py::gil_scoped_release>;

  m.def("write_tables", &write_tables, "roster"_a, "folder"_a, WithoutGil{},
        "Writes the tables of `roster` into a new folder");
  m.def("save", &save, "file"_a, "roster"_a, WithoutGil{}, "Writes `roster` to `file`.");
  m.def("load", &load, "file"_a, WithoutGil{}, "Reads the roster of an archive.");
  m.def("to_bytes", &bytes_of, "roster"_a,
        "The bytes of an archive, as a file holds them; pickle in Python carries these.");
  m.def("from_bytes", &roster_of, "bytes"_a);
  Shared<Roster>(m.attr("Roster")).def(py::pickle(&bytes_of, &roster_of));
}

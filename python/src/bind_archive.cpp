// SPDX-License-Identifier: BSL-1.0

#include <pybind11/stl/filesystem.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "rows.hpp"
#include "watched.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/tables.hpp"

using namespace zhibu;

namespace {

py::bytes bytes_of(const Roster& roster, const py::object& progress) {
  return watched(progress, [&](const Watch& watch) { return to_bytes(roster, watch); });
}

Roster roster_of(const py::bytes& bytes, const py::object& progress) {
  const std::string_view view{bytes};
  return watched(progress, [&](const Watch& watch) { return from_bytes(view, watch); });
}

}  // namespace

void bind_archive(py::module_& m) {
  m.def(
      "write_tables",
      [](const Roster& roster, const std::filesystem::path& folder, const py::object& progress) {
        watched(progress, [&](const Watch& watch) { write_tables(roster, folder, watch); });
      },
      "roster"_a, "folder"_a, py::kw_only(), "progress"_a = py::none(),
      "Writes the tables of `roster` into a new folder");
  m.def(
      "save",
      [](const std::filesystem::path& file, const Roster& roster, const py::object& progress) {
        watched(progress, [&](const Watch& watch) { save(file, roster, watch); });
      },
      "file"_a, "roster"_a, py::kw_only(), "progress"_a = py::none(), "Writes `roster` to `file`.");
  m.def(
      "load",
      [](const std::filesystem::path& file, const py::object& progress) {
        return watched(progress, [&](const Watch& watch) { return load(file, watch); });
      },
      "file"_a, py::kw_only(), "progress"_a = py::none(), "Reads the roster of an archive.");
  m.def("to_bytes", &bytes_of, "roster"_a, py::kw_only(), "progress"_a = py::none(),
        "The bytes of an archive, as a file holds them; pickle in Python carries these.");
  m.def("from_bytes", &roster_of, "bytes"_a, py::kw_only(), "progress"_a = py::none());
}

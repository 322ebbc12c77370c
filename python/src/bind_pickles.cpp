// SPDX-License-Identifier: BSL-1.0
//
// How collections are kept: by pickle and by copy, which are equal, and what is a file.

#include <pybind11/operators.h>
#include <pybind11/stl/filesystem.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "pickle.hpp"
#include "watched.hpp"
#include "zhibu/audit/archive.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/record/archive.hpp"
#include "zhibu/regulation/rulebook_file.hpp"
#include "zhibu/schedule/archive.hpp"
#include "zhibu/time/archive.hpp"

using namespace zhibu;

namespace {

using WithoutGil = py::call_guard<py::gil_scoped_release>;

// A pickled rulebook is the text of its file, and so goes through all that a file goes through.
void bind_pickles_of_rulebook(py::module_& m) {
  py::class_<Rulebook> rulebook(m.attr("Rulebook"));
  rulebook.def(py::self == py::self)
      .def(py::pickle([](const Rulebook& rules) { return pickled(to_toml(rules)); },
                      [](const py::tuple& state) {
                        require_pickle("Rulebook", state, 1);
                        return Rulebook::parse(state[1].cast<std::string_view>(),
                                               "a pickled rulebook");
                      }));
  bind_copies(rulebook);
}

template <class Collection>
py::bytes bytes_of(const Collection& collection, const py::object& progress) {
  return watched(progress, [&](const Watch& watch) { return to_bytes(collection, watch); });
}
py::bytes bytes_of(const Calendar& calendar, const py::object&) { return to_bytes(calendar); }

template <class Collection>
using FromBytes = Collection (*)(std::string_view, const Watch&);

template <class Collection>
Collection collection_of(const py::bytes& bytes, FromBytes<Collection> from_bytes,
                         const py::object& progress) {
  const std::string_view view{bytes};
  return watched(progress, [&](const Watch& watch) { return from_bytes(view, watch); });
}

// A pickled collection is its archive.
template <class Class, class Collection>
void bind_archived(Class collection, const char* type, FromBytes<Collection> from_bytes) {
  collection.def(py::self == py::self)
      .def(py::pickle([](const Collection& c) { return pickled(bytes_of(c, py::none())); },
                      [type, from_bytes](const py::tuple& state) {
                        require_pickle(type, state, 1);
                        return collection_of(state[1].cast<py::bytes>(), from_bytes, py::none());
                      }));
  bind_copies(collection);
}

// The same of one that remembers what it was drawn from, by which its findings explain themselves.
template <class Collection>
void bind_remembering(py::module_& m, const char* type, FromBytes<Collection> from_bytes) {
  Shared<Collection> collection(m.attr(type));
  collection.def(py::self == py::self)
      .def(py::pickle(
          [](const py::object& self) {
            return pickled(bytes_of(self.cast<const Collection&>(), py::none()),
                           self.attr("__dict__"));
          },
          [type, from_bytes](const py::tuple& state) {
            require_pickle(type, state, 2);
            return std::pair{collection_of(state[1].cast<py::bytes>(), from_bytes, py::none()),
                             state[2].cast<py::dict>()};
          }))
      .def("__copy__",
           [](const py::object& self) {
             py::object copy = py::cast(Collection{self.cast<const Collection&>()});
             copy.attr("__dict__").attr("update")(self.attr("__dict__"));
             return copy;
           })
      .def(
          "__deepcopy__",
          [](const py::object& self, const py::dict&) { return self.attr("__copy__")(); },
          "memo"_a);
}

// Its archive as a file, and as bytes: load_records(), records_from_bytes().
template <class Collection>
void bind_file(py::module_& m, const std::string& name,
               Collection (*load)(const std::filesystem::path&, const Watch&),
               FromBytes<Collection> from_bytes, const char* load_doc) {
  m.def(
      "save",
      [](const std::filesystem::path& file, const Collection& collection,
         const py::object& progress) {
        watched(progress, [&](const Watch& watch) { save(file, collection, watch); });
      },
      "file"_a, py::arg(name.c_str()), py::kw_only(), "progress"_a = py::none());
  m.def("to_bytes", py::overload_cast<const Collection&, const py::object&>(&bytes_of<Collection>),
        py::arg(name.c_str()), py::kw_only(), "progress"_a = py::none());
  m.def(("load_" + name).c_str(),
        [load](const std::filesystem::path& file, const py::object& progress) {
          return watched(progress, [&](const Watch& watch) { return load(file, watch); });
        },
        "file"_a, py::kw_only(), "progress"_a = py::none(), load_doc);
  m.def((name + "_from_bytes").c_str(),
        [from_bytes](const py::bytes& bytes, const py::object& progress) {
          return collection_of(bytes, from_bytes, progress);
        },
        "bytes"_a, py::kw_only(), "progress"_a = py::none());
}

// Which is done at once.
void bind_file_of_calendar(py::module_& m) {
  m.def("save", py::overload_cast<const std::filesystem::path&, const Calendar&>(&save), "file"_a,
        "calendar"_a, WithoutGil{});
  m.def(
      "to_bytes", [](const Calendar& calendar) { return py::bytes(to_bytes(calendar)); },
      "calendar"_a);
  m.def("load_calendar", &load_calendar, "file"_a, WithoutGil{},
        "Reads the calendar of an archive.");
  m.def(
      "calendar_from_bytes",
      [](const py::bytes& bytes) { return calendar_from_bytes(std::string_view{bytes}); },
      "bytes"_a);
}

void bind_files(py::module_& m) {
  bind_file_of_calendar(m);
  bind_file<Records>(m, "records", &load_records, &records_from_bytes,
                     "Reads the records of an archive.");
  bind_file<Obligations>(m, "obligations", &load_obligations, &obligations_from_bytes,
                         "Read an archive.");
  bind_file<Plan>(m, "plan", &load_plan, &plan_from_bytes, "Read an archive.");
  bind_file<Findings>(m, "findings", &load_findings, &findings_from_bytes,
                      "Reads the findings of an archive.");
}

}  // namespace

void bind_pickles(py::module_& m) {
  bind_pickles_of_rulebook(m);
  bind_archived(Shared<Roster>(m.attr("Roster")), "Roster", FromBytes<Roster>{&from_bytes});
  const FromBytes<Calendar> of_calendar = [](std::string_view bytes, const Watch&) {
    return calendar_from_bytes(bytes);
  };
  bind_archived(py::class_<Calendar>(m.attr("Calendar")), "Calendar", of_calendar);
  bind_remembering(m, "Records", &records_from_bytes);
  bind_remembering(m, "Plan", &plan_from_bytes);
  bind_remembering(m, "Obligations", &obligations_from_bytes);
  bind_remembering(m, "Findings", &findings_from_bytes);
  bind_files(m);
}

// SPDX-License-Identifier: BSL-1.0
//
// Arrow tables to and from Python, by the capsules of the Arrow PyCapsule interface.

#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rows.hpp"
#include "zhibu/arrow.hpp"

namespace zhibu {

// A table that goes out, as often as it is asked for.
struct TableOut {
  std::string name;
  std::function<ArrowArrayStream()> stream;  // of its own each time; called without the GIL
};

}  // namespace zhibu

// A new stream, or the schema of one, in a capsule.
py::capsule stream_capsule(const zhibu::TableOut& table);
py::capsule schema_capsule(const zhibu::TableOut& table);

// Gives a collection the methods by which others read it; `table` makes its table of a py::object.
template <class Collection, class... Options, class MakeTable>
void bind_arrow(py::class_<Collection, Options...>& collection, MakeTable table) {
  collection.def(
      "__arrow_c_stream__",
      [table](const py::object& self, const py::object&) { return stream_capsule(table(self)); },
      "requested_schema"_a = py::none());
  collection.def("__arrow_c_schema__",
                 [table](const py::object& self) { return schema_capsule(table(self)); });
  collection.def("table", [table](const py::object& self) { return table(self); });
}

// What keeps a collection alive that a stream reads from: without the GIL and without Python.
template <class Collection>
std::shared_ptr<const Collection> shared(const py::object& collection) {
  try {
    return collection.cast<std::shared_ptr<Collection>>();
  } catch (const std::runtime_error&) {  // it is a part of something else, as Plan.obligations
    return std::make_shared<const Collection>(collection.cast<const Collection&>());
  }
}

// What an attribute remembers, or nothing where there is none.
template <class Collection>
std::shared_ptr<const Collection> remembered(const py::object& object, const char* attribute) {
  if (!py::hasattr(object, attribute)) return nullptr;
  return shared<Collection>(object.attr(attribute));
}

// The tables of a mapping of names to tables of whatever library, each opened when it is its turn.
// Throws std::invalid_argument for what gives no stream. The mapping must live as long.
std::vector<zhibu::ArrowInput> tables_in(const py::dict& tables);

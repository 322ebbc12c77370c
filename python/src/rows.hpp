// SPDX-License-Identifier: BSL-1.0
//
// How rows and collections look in Python: rows are made by keyword and cannot be changed,
// collections are sequences.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "enumeration.hpp"

// A collection that may be kept alive by others than Python objects, which may let go of it without
// the GIL.
template <class Collection>
using Shared = py::class_<Collection, std::shared_ptr<Collection>>;

// Each row of the list that is returned keeps the collection alive that it has its texts from.
struct KeepRowsAlive {};

template <>
struct pybind11::detail::process_attribute<KeepRowsAlive>
    : process_attribute_default<KeepRowsAlive> {
  static void postcall(function_call& call, handle rows) {
    for (const handle row : rows) keep_alive_impl(row, call.args[0]);
  }
};

// A field of a row that must be given to its constructor, or that may be.
template <class Row, class V>
struct Needed {
  using Value = V;
  const char* name;
  V Row::*member;
  py::arg argument() const { return py::arg(name); }
};
template <class Row, class V>
Needed(const char*, V Row::*) -> Needed<Row, V>;

template <class Row, class V>
struct Optional {
  using Value = V;
  const char* name;
  V Row::*member;
  py::arg_v argument() const {
    static const Row none{};  // named: of an unnamed one g++ 12 fears that it is not initialized
    return py::arg_v(name, none.*member);
  }
};
template <class Row, class V>
Optional(const char*, V Row::*) -> Optional<Row, V>;

// Registers a row: a constructor by keyword that keeps the texts it is given, and its fields.
template <class Row, class... Fields>
py::class_<Row> bind_row(py::module_& m, const char* type, const char* doc, Fields... fields) {
  py::class_<Row> row(m, type, doc);
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    row.def(py::init([fields...](typename Fields::Value... values) {
              Row made{};
              ((made.*(fields.member) = std::move(values)), ...);
              return made;
            }),
            py::kw_only(), fields.argument()..., py::keep_alive<1, I + 2>()...);
  }
  (std::index_sequence_for<Fields...>{});
  (row.def_readonly(fields.name, fields.member), ...);
  return row;
}

// Makes a collection a sequence of its rows; `row` gives the row of a handle.
template <class Id, class Collection, class... Options, class GetRow>
void bind_sequence(py::class_<Collection, Options...>& collection, GetRow row) {
  collection.def("__len__", &Collection::size);
  collection.def(
      "__getitem__",
      [row](const Collection& c, std::ptrdiff_t index) {
        const auto size = static_cast<std::ptrdiff_t>(c.size());
        if (index < -size || index >= size)
          throw py::index_error("no row " + std::to_string(index) + "; there are " +
                                std::to_string(size));
        return row(c, Id{static_cast<std::uint32_t>(index < 0 ? index + size : index)});
      },
      "index"_a, py::keep_alive<0, 1>());
  collection.def(
      "__getitem__",
      [row](const Collection& c, const py::slice& slice) {
        std::size_t start = 0, stop = 0, step = 0, length = 0;
        if (!slice.compute(c.size(), &start, &stop, &step, &length)) throw py::error_already_set();
        std::vector<decltype(row(c, Id{}))> rows;
        for (; length > 0; --length, start += step)
          rows.push_back(row(c, Id{static_cast<std::uint32_t>(start)}));
        return rows;
      },
      "rows"_a, KeepRowsAlive{});
  collection.def("__iter__", [](const py::object& self) {
    return py::reinterpret_steal<py::iterator>(PySeqIter_New(self.ptr()));
  });
}

// SPDX-License-Identifier: BSL-1.0
//
// Rows that are values: equal where they say the same, and carried by copy and pickle.

#pragma once

#include <pybind11/operators.h>

#include <cstddef>
#include <string>
#include <utility>

#include "rows.hpp"

template <class Row>
constexpr bool has_id = requires(Row row) {
  row.id;
};

// All that a row says, with the handle under which its collection has it.
template <class Row, class... Fields>
py::tuple state_of(const Row& row, Fields... fields) {
  if constexpr (has_id<Row>)
    return py::make_tuple(row.*(fields.member)..., row.id);
  else
    return py::make_tuple(row.*(fields.member)...);
}

template <class Row, class... Fields>
Row from_state(const py::tuple& state, Fields... fields) {
  Row row{};
  std::size_t i = 0;
  ((row.*(fields.member) = state[i++].template cast<typename Fields::Value>()), ...);
  if constexpr (has_id<Row>) row.id = state[i].template cast<decltype(row.id)>();
  return row;
}

// Registers a row as bind_row does. Two rows are equal if all their fields are, whatever collection
// has issued them a handle.
template <class Row, class... Fields>
py::class_<Row> bind_value(py::module_& m, const char* type, const char* doc, Fields... fields) {
  py::class_<Row> row = bind_row<Row>(m, type, doc, fields...);
  if constexpr (has_id<Row>) row.def_readonly("id", &Row::id);
  row.def(
      "__eq__",
      [fields...](const Row& a, const Row& b) {
        return ((a.*(fields.member) == b.*(fields.member)) && ...);
      },
      py::is_operator());
  row.def("__hash__",
          [fields...](const Row& r) { return py::hash(py::make_tuple(r.*(fields.member)...)); });
  row.def(
      py::pickle([fields...](const Row& r) { return state_of(r, fields...); },
                 [fields...](const py::tuple& state) { return from_state<Row>(state, fields...); }),
      py::keep_alive<1, 2>());
  return row;
}

// A row with a code and a name, as it is printed.
template <class Row>
std::string shown(const Row& row) {
  return "<" + std::string{py::str(py::type::of<Row>().attr("__name__"))} + " " +
         std::string{row.code} + " " + std::string{row.name} + ">";
}

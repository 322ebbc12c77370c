// SPDX-License-Identifier: BSL-1.0
//
// Rows that are values: equal where they say the same, with one hash then, and carried by copy and
// pickle.

#pragma once

#include <pybind11/operators.h>

#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "from_said.hpp"
#include "pickle.hpp"
#include "said.hpp"

// Equality and hash by what is said, where == is not registered already.
template <class Row, class Says>
void bind_equality(py::class_<Row>& row, Says says) {
  if (!row.attr("__dict__").contains("__eq__"))
    row.def(
        "__eq__", [says](const Row& a, const Row& b) { return says(a).equal(says(b)); },
        py::is_operator());
  row.def("__hash__", [says](const Row& r) { return py::hash(says(r)); });
}

// Makes a registered row a value, that says what its members say. Two rows are equal if they say
// the same, whatever collection has issued them a handle.
template <class Row, class Members>
void bind_kept(py::class_<Row>& row, const char* type, const Members& parts) {
  using saying::HasId;
  const auto says = [parts](const Row& r) { return saying::members(r, parts); };
  bind_equality(row, says);
  row.def("__getstate__", [says](const Row& r) {
    if constexpr (HasId<Row>)
      return pickled(says(r), r.id);
    else
      return pickled(says(r));
  });
  row.def(
      "__setstate__",
      [type, parts](py::detail::value_and_holder& made, const py::tuple& state) {
        require_pickle(type, state, HasId<Row> ? 2 : 1);
        auto keeper = std::make_unique<Keeper>();
        Row value = saying::from_members<Row>(state[1], parts, *keeper);
        if constexpr (HasId<Row>) value.id = state[2].template cast<decltype(value.id)>();
        made.value_ptr() = new Row(std::move(value));
        Keeper::tie(std::move(keeper), reinterpret_cast<PyObject*>(made.inst));
      },
      py::detail::is_new_style_constructor());
}

// The same of a type that is registered already, of the members that said_parts() names.
template <class Row>
void bind_kept(py::module_& m, const char* type) {
  py::class_<Row> row(m.attr(type));
  bind_kept(row, type, said_parts<Row>());
}

// The same of a type that says what it is in a way of its own.
template <class T>
void bind_spoken(py::module_& m, const char* type) {
  py::class_<T> value(m.attr(type));
  bind_equality(value, [](const T& t) { return Spoken<T>::said(t); });
  value.def(py::pickle([](const T& t) { return pickled(Spoken<T>::said(t)); },
                       [type](const py::tuple& state) {
                         require_pickle(type, state, 1);
                         return Spoken<T>::from(state[1]);
                       }));
}

// Registers a row as bind_row does, and makes it a value.
template <class Row, class... Fields>
py::class_<Row> bind_value(py::module_& m, const char* type, const char* doc, Fields... fields) {
  py::class_<Row> row = bind_row<Row>(m, type, doc, fields...);
  if constexpr (saying::HasId<Row>) row.def_readonly("id", &Row::id);
  bind_kept(row, type, std::tuple{fields...});
  return row;
}

// A row with a code and a name, as it is printed.
template <class Row>
std::string shown(const Row& row) {
  return "<" + std::string{py::str(py::type::of<Row>().attr("__name__"))} + " " +
         std::string{row.code} + " " + std::string{row.name} + ">";
}

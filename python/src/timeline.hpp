// SPDX-License-Identifier: BSL-1.0
//
// A Timeline in Python is one of any objects.

#pragma once

#include "keys.hpp"
#include "zhibu/time/timeline.hpp"

// What holds in a timeline: objects that are equal as Python has it.
struct Held {
  py::object object;
  friend bool operator==(const Held& a, const Held& b) { return a.object.equal(b.object); }
};

using Objects = zhibu::Timeline<Held>;

template <>
class pybind11::detail::type_caster<Objects> : public made_caster<Objects> {};

// A timeline of rows, each of which keeps the collection alive that it has its texts from.
template <class Row>
Objects objects(const zhibu::Timeline<Row>& rows, py::handle collection) {
  Objects held;
  for (const auto& [period, row] : rows.history()) {
    const py::object object = py::cast(row);
    py::detail::keep_alive_impl(object, collection);
    held.put(period, {object});
  }
  return held;
}

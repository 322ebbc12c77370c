// SPDX-License-Identifier: BSL-1.0
//
// How those are printed that have no shorter way of their own: by the fields that say something.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "told.hpp"
#include "zhibu/time/period.hpp"

namespace {

// Of these a print tells only that they are there: reasons, remarks, what tables have of persons.
constexpr std::array<std::string_view, 6> in_confidence{"cells",   "csv",    "reason",
                                                        "reasons", "remark", "summary"};

constexpr std::size_t most_of_field = 60;
constexpr std::size_t most_of_row = 200;
constexpr std::size_t most_items = 3;

py::str cut(const py::str& text) {
  if (py::len(text) <= most_of_field) return text;
  const py::object begin = text[py::slice(0, most_of_field - 1, 1)];
  return py::str("{}…").format(begin);
}

// A text is quoted; anything else is as it is printed, an enumerator by its key.
py::str words(py::handle value) {
  if (py::isinstance<py::str>(value)) return cut(py::repr(value));
  if (py::isinstance<zhibu::Period>(value)) return zhibu::title(value.cast<zhibu::Period>());
  return cut(py::str(value));
}

py::str words_of_each(py::handle values) {
  const std::size_t all = py::len(values);
  py::list each;
  for (const py::handle value : values) {
    if (each.size() == most_items) break;
    each.append(words(value));
  }
  if (all > most_items) each.append("… " + std::to_string(all) + " in all");
  return py::str("[{}]").format(py::str(", ").attr("join")(each));
}

bool says_nothing(py::handle value) {
  return value.is_none() || value.is(py::bool_(false)) ||
         (py::hasattr(value, "__len__") && py::len(value) == 0);
}

py::str words_of_field(std::string_view name, py::handle value) {
  if (std::ranges::find(in_confidence, name) != in_confidence.end()) return "…";
  const bool many = py::isinstance<py::list>(value) || py::isinstance<py::tuple>(value);
  return many ? words_of_each(value) : words(value);
}

}  // namespace

py::str told(const py::object& row) {
  const py::type type = py::type::of(row);
  const py::handle property{reinterpret_cast<PyObject*>(&PyProperty_Type)};
  py::str text{type.attr("__name__")};
  const char* before = " ";
  for (const py::handle name : py::list(type.attr("__dict__"))) {
    if (!py::isinstance(type.attr(name), property)) continue;
    const py::object value = row.attr(name);
    if (says_nothing(value)) continue;
    if (py::len(text) > most_of_row) return py::str("<{}, …>").format(text);
    const py::str said = words_of_field(name.cast<std::string_view>(), value);
    text = py::str("{}{}{}={}").format(text, before, name, said);
    before = ", ";
  }
  return py::str("<{}>").format(text);
}

void bind_told(py::module_& m) {
  for (const py::handle thing : py::list(m.attr("__dict__").attr("values")()))
    if (py::isinstance<py::type>(thing) && !thing.attr("__dict__").contains("__repr__"))
      py::setattr(thing, "__repr__",
                  py::cpp_function(&told, py::name("__repr__"), py::is_method(thing)));
}

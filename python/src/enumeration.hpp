// SPDX-License-Identifier: BSL-1.0
//
// How enumerations look in Python: enumerators speak both languages, and there are no others.

#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include "casters.hpp"

namespace py = pybind11;
using namespace py::literals;

// The enumerator of a number. Throws std::invalid_argument where there is none.
template <class E>
E enumerator(long long number, const char* type) {
  std::string accepted;
  for (const auto& name : zhibu::names<E>()) {
    const auto its = static_cast<long long>(name.value);
    if (its == number) return name.value;
    accepted +=
        (accepted.empty() ? "" : ", ") + std::to_string(its) + " (" + std::string{name.key} + ")";
  }
  throw std::invalid_argument(std::string{"no such "} + type + ": " + std::to_string(number) +
                              "; accepted: " + accepted);
}

// In place of what pybind11 has, which takes any number that fits.
template <class E>
void bind_numbers(py::enum_<E>& e, const char* type) {
  py::delattr(e, "__init__");
  e.def(py::init([type](long long number) { return enumerator<E>(number, type); }), "value"_a);
  e.attr("__setstate__") = py::cpp_function(
      [type](py::detail::value_and_holder& made, long long number) {
        made.value_ptr() = new E{enumerator<E>(number, type)};
      },
      py::detail::is_new_style_constructor(), py::name("__setstate__"), py::is_method(e),
      "state"_a);
}

// Registers E with the names that files use; an enumerator's docstring is its Chinese label.
template <class E>
py::enum_<E> bind_enum(py::module_& m, const char* type, const char* doc = "") {
  py::enum_<E> e(m, type, doc);
  for (const auto& name : zhibu::names<E>())
    e.value(std::string{name.key}.c_str(), name.value, std::string{name.zh}.c_str());
  if constexpr (!std::is_same_v<E, zhibu::Language>) {  // zh and en are its enumerators
    e.def_property_readonly("zh", [](E value) { return zhibu::label(value, zhibu::Language::zh); });
    e.def_property_readonly("en", [](E value) { return zhibu::label(value, zhibu::Language::en); });
  }
  e.def_static(
      "parse", [type](std::string_view text) { return zhibu::parse<E>(text, type); }, "text"_a,
      "Returns the value that `text` names, by its key or by its Chinese label.");
  bind_numbers(e, type);
  e.attr("__str__") = py::cpp_function([](E value) { return zhibu::key(value); },
                                       py::name("__str__"), py::is_method(e));
  e.attr("__repr__") = py::cpp_function(
      [type](E value) { return std::string{type} + "." + std::string{zhibu::key(value)}; },
      py::name("__repr__"), py::is_method(e));
  return e;
}

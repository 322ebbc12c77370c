// SPDX-License-Identifier: BSL-1.0
//
// Objects that were made and not initialised are refused.

#pragma once

#include <pybind11/pybind11.h>

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>

#include "zhibu/organization/relation.hpp"

namespace zhibu {

// Found by argument-dependent look-up for what is zhibu's, or made of it.
template <class T>
std::true_type is_of_zhibu(const T*);

}  // namespace zhibu

namespace pybind11::detail {

template <class T>
inline constexpr bool is_of_template = false;
template <template <class...> class Template, class... T>
inline constexpr bool is_of_template<Template<T...>> = true;
template <template <class, std::size_t> class Template, class T, std::size_t n>
inline constexpr bool is_of_template<Template<T, n>> = true;

// What is bound as it is: our classes and enumerations, and not sequences and optionals of them.
template <class T>
concept IsBound = (std::is_class_v<T> || std::is_enum_v<T>)&&!is_of_template<T> &&
                  requires(const T* object) {
  is_of_zhibu(object);
};

// Refuses an object that cls.__new__(cls) made and nothing has initialised, of which pybind11 takes
// whatever stands in its memory.
template <class T>
struct made_caster : type_caster_base<T> {
  bool load(handle src, bool convert) {
    return type_caster_generic::load_impl<made_caster>(src, convert);
  }
  void load_value(value_and_holder&& made) {
    if (made.value_ptr() == nullptr)
      throw type_error("an object of " +
                       std::string{str(type::of(handle{reinterpret_cast<PyObject*>(made.inst)}))} +
                       " that was not initialised; accepted: one that was");
    type_caster_generic::load_value(std::move(made));
  }
};

#if PYBIND11_VERSION_MAJOR >= 3
// Which has a caster of its own for enumerations, of enum.Enum as well.
template <class E>
struct type_caster_enum_type_enabled<E, std::enable_if_t<IsBound<E>>> : std::false_type {};
#endif

template <class T>
class type_caster<T, std::enable_if_t<IsBound<T>>> : public made_caster<T> {};

// A handle is an int in Python, so that only the bearer itself knows which kind of handle it has.
template <>
class type_caster<zhibu::Bearer> : public made_caster<zhibu::Bearer> {};

}  // namespace pybind11::detail

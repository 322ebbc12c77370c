// SPDX-License-Identifier: BSL-1.0
//
// Whole numbers, of which one that is out of range is refused by the range, and not as a thing of
// another type.

#pragma once

#include <pybind11/pybind11.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

namespace pybind11::detail {

template <class T>
struct number_caster {
  PYBIND11_TYPE_CASTER(T, const_name("int"));

  bool load(handle src, bool) {
    if (PyIndex_Check(src.ptr()) == 0) return false;
    const auto number = reinterpret_steal<object>(PyNumber_Index(src.ptr()));
    if (!number) throw error_already_set();
    int overflow = 0;
    const long long found = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
    if (overflow != 0 || !std::in_range<T>(found)) refuse(number);
    value = static_cast<T>(found);
    return true;
  }

  static handle cast(T number, return_value_policy, handle) {
    if constexpr (std::is_signed_v<T>)
      return PyLong_FromLongLong(number);
    else
      return PyLong_FromUnsignedLongLong(number);
  }

 private:
  [[noreturn]] static void refuse(const object& number) {
    constexpr long long no_more = std::numeric_limits<long long>::max();
    constexpr bool all = std::in_range<long long>(std::numeric_limits<T>::max());
    constexpr long long most =
        all ? static_cast<long long>(std::numeric_limits<T>::max()) : no_more;
    throw std::invalid_argument("no such number here: " + std::string(str(number)) +
                                "; accepted: " + std::to_string(std::numeric_limits<T>::min()) +
                                " to " + std::to_string(most));
  }
};

template <>
class type_caster<int> : public number_caster<int> {};
template <>
class type_caster<long> : public number_caster<long> {};
template <>
class type_caster<long long> : public number_caster<long long> {};
template <>
class type_caster<unsigned> : public number_caster<unsigned> {};
template <>
class type_caster<unsigned long> : public number_caster<unsigned long> {};
template <>
class type_caster<unsigned long long> : public number_caster<unsigned long long> {};

}  // namespace pybind11::detail

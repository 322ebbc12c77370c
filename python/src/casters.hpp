// SPDX-License-Identifier: BSL-1.0
//
// Types that are native on both sides. Include this in every binding file, or the module will
// disagree with itself.

#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
// after Python.h, which pybind11 includes as it must be
#include <datetime.h>

#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string>

#include "made_caster.hpp"
#include "number_caster.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/time/date.hpp"

namespace pybind11::detail {

// zhibu::Date <-> datetime.date. A datetime.datetime is refused: dropping its time would be a
// silent choice. pybind11/chrono.h goes through local time, in which 1 July may be 30 June.
template <>
struct type_caster<zhibu::Date> {
  PYBIND11_TYPE_CASTER(zhibu::Date, const_name("datetime.date"));

  static void import() {
    if (PyDateTimeAPI == nullptr) PyDateTime_IMPORT;
    if (PyDateTimeAPI == nullptr) throw error_already_set();
  }

  bool load(handle src, bool) {
    import();
    if (!PyDate_Check(src.ptr()) || PyDateTime_Check(src.ptr())) return false;
    value = zhibu::Date{PyDateTime_GET_YEAR(src.ptr()), PyDateTime_GET_MONTH(src.ptr()),
                        PyDateTime_GET_DAY(src.ptr())};
    return true;
  }

  static handle cast(zhibu::Date day, return_value_policy, handle) {
    import();
    return PyDate_FromDate(day.year(), day.month(), day.day());
  }
};

// zhibu::Id<Tag> <-> int. The tags guard C++; Python has names of arguments for that.
template <class Tag>
struct type_caster<zhibu::Id<Tag>> {
  PYBIND11_TYPE_CASTER(zhibu::Id<Tag>, const_name("int"));

  bool load(handle src, bool) {
    if (PyIndex_Check(src.ptr()) == 0 || PyBool_Check(src.ptr())) return false;
    const auto number = reinterpret_steal<object>(PyNumber_Index(src.ptr()));
    if (!number) throw error_already_set();
    int overflow = 0;
    const long long index = PyLong_AsLongLongAndOverflow(number.ptr(), &overflow);
    if (overflow != 0 || index < 0 || index > std::numeric_limits<std::uint32_t>::max())
      throw std::invalid_argument("no such handle: " + std::string(str(number)) +
                                  "; accepted: the id of a row");
    value.index = static_cast<std::uint32_t>(index);
    return true;
  }

  static handle cast(zhibu::Id<Tag> id, return_value_policy, handle) {
    return PyLong_FromUnsignedLong(id.index);
  }
};

// std::span -> list, of what is copied.
template <class T>
struct type_caster<std::span<const T>> {
  static constexpr auto name = const_name("List[") + make_caster<T>::name + const_name("]");

  static handle cast(std::span<const T> values, return_value_policy, handle parent) {
    list out;
    for (const T& value : values)
      out.append(reinterpret_steal<object>(
          make_caster<T>::cast(value, return_value_policy::copy, parent)));
    return out.release();
  }
};

// zhibu::Activities <-> tuple of Activity, in the order of the enumeration. Takes one Activity, or
// any iterable of them.
template <>
struct type_caster<zhibu::Activities> {
  PYBIND11_TYPE_CASTER(zhibu::Activities, const_name("Tuple[Activity, ...]"));

  bool load(handle src, bool) {
    if (isinstance<zhibu::Activity>(src)) {
      value = src.cast<zhibu::Activity>();
      return true;
    }
    if (!isinstance<iterable>(src)) return false;
    value = {};
    for (const handle item : src) {
      if (!isinstance<zhibu::Activity>(item)) return false;
      value = value | item.cast<zhibu::Activity>();
    }
    return true;
  }

  static handle cast(zhibu::Activities activities, return_value_policy, handle) {
    list held;
    for (const auto& known : zhibu::names<zhibu::Activity>())
      if (activities.contains(known.value)) held.append(pybind11::cast(known.value));
    return tuple(held).release();
  }
};

}  // namespace pybind11::detail

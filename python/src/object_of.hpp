// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "rows.hpp"

// An object of Python that is a T, for what remembers the object itself.
template <class T>
struct ObjectOf {
  py::object object;
  const T& operator*() const { return object.cast<const T&>(); }
};

template <class T>
struct pybind11::detail::type_caster<ObjectOf<T>> {
  PYBIND11_TYPE_CASTER(ObjectOf<T>, make_caster<T>::name);

  bool load(handle src, bool) {
    if (!isinstance<T>(src)) return false;
    value.object = reinterpret_borrow<object>(src);
    return true;
  }

  static handle cast(const ObjectOf<T>& it, return_value_policy, handle) {
    return object{it.object}.release();
  }
};

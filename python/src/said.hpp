// SPDX-License-Identifier: BSL-1.0
//
// What values say, as plain objects of Python: numbers, texts, days, tuples. Two values are equal,
// and have one hash, where they say the same. See from_said.hpp.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>

#include "spoken.hpp"

template <class T>
py::object said(const T& value);

namespace saying {

template <class T>
concept MayBeMissing = requires(T value) {
  value.has_value();
  value.reset();
};
template <class T>
concept Variant = requires {
  std::variant_size<T>::value;
};
template <class T>
concept Sequence = requires(T value) {
  value.begin();
  value.size();
  typename T::value_type;
}
&&!std::is_convertible_v<T, std::string_view>;

// The handle under which its collection has a row is no part of what the row says by itself; it is
// of what another says that holds the row.
template <class T>
concept HasId = requires(T row) {
  row.id.index;
};

template <class T, class Members>
py::tuple members(const T& value, const Members& parts) {
  return std::apply(
      [&](const auto&... part) { return py::make_tuple(said(value.*member_of(part))...); }, parts);
}

template <class T>
py::tuple each(const T& values) {
  py::tuple all(values.size());
  std::size_t i = 0;
  for (const auto& value : values) all[i++] = said(value);
  return all;
}

}  // namespace saying

template <class T>
py::object said(const T& value) {
  using namespace saying;
  if constexpr (std::is_same_v<T, std::monostate>) {
    return py::none();
  } else if constexpr (std::is_enum_v<T>) {
    return py::str(std::string{zhibu::key(value)});
  } else if constexpr (requires { Spoken<T>::said(value); }) {
    return Spoken<T>::said(value);
  } else if constexpr (MayBeMissing<T>) {
    return value ? said(*value) : py::none();
  } else if constexpr (Variant<T>) {
    return std::visit([&](const auto& one) { return py::make_tuple(value.index(), said(one)); },
                      value);
  } else if constexpr (Sequence<T>) {
    return each(value);
  } else if constexpr (HasSaidParts<T>) {
    const py::tuple all = members(value, said_parts<T>());
    if constexpr (HasId<T>) return py::make_tuple(all, value.id);
    return all;
  } else if constexpr (requires { value.first, value.second; }) {
    return py::make_tuple(said(value.first), said(value.second));
  } else {
    return py::cast(value);
  }
}

// SPDX-License-Identifier: BSL-1.0
//
// A value made again of what it said. Throws std::invalid_argument where nothing says that.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "keeper.hpp"
#include "said.hpp"

// What it is a view of, `keeper` has.
template <class T>
T from_said(py::handle said, Keeper& keeper);

namespace saying {

inline void require_size(py::handle said, std::size_t size) {
  if (!py::isinstance<py::tuple>(said) || py::len(said) != size)
    throw std::invalid_argument("a pickle of another form: " + std::string{py::repr(said)} +
                                "; accepted: a tuple of " + std::to_string(size));
}

template <class T, class Members>
T from_members(py::handle said, const Members& parts, Keeper& keeper) {
  require_size(said, std::tuple_size_v<Members>);
  const auto put = [&]<std::size_t... I>(std::index_sequence<I...>) {
    const auto from = [&]<class Part>(const Part& part, std::size_t i) {
      using V = std::remove_cvref_t<decltype(std::declval<T&>().*member_of(part))>;
      return from_said<V>(said[py::int_(i)], keeper);
    };
    if constexpr (std::is_default_constructible_v<T>) {
      T value{};
      ((value.*member_of(std::get<I>(parts)) = from(std::get<I>(parts), I)), ...);
      return value;
    } else {
      return T{from(std::get<I>(parts), I)...};  // parts are named in the order of the members
    }
  };
  return put(std::make_index_sequence<std::tuple_size_v<Members>>{});
}

template <class T>
T from_each(py::handle said, Keeper& keeper) {
  using V = std::remove_cv_t<typename T::value_type>;
  std::vector<V> values;
  for (const py::handle value : said) values.push_back(from_said<V>(value, keeper));
  if constexpr (std::is_same_v<T, std::vector<V>>) {
    return values;
  } else if constexpr (std::is_same_v<T, std::span<const V>>) {
    return keeper.keep(std::move(values));
  } else {
    T array{};
    require_size(said, array.size());
    std::move(values.begin(), values.end(), array.begin());
    return array;
  }
}

template <class T, std::size_t... I>
T from_alternative(py::handle said, Keeper& keeper, std::index_sequence<I...>) {
  require_size(said, 2);
  const auto which = said[py::int_(0)].template cast<std::size_t>();
  if (which >= sizeof...(I))
    throw std::invalid_argument("alternative " + std::to_string(which) + "; accepted: fewer than " +
                                std::to_string(sizeof...(I)));
  T value{};
  ((I == which
        ? void(value = from_said<std::variant_alternative_t<I, T>>(said[py::int_(1)], keeper))
        : void()),
   ...);
  return value;
}

}  // namespace saying

template <class T>
T from_said(py::handle said, Keeper& keeper) {
  using namespace saying;
  if constexpr (std::is_same_v<T, std::monostate>) {
    return {};
  } else if constexpr (std::is_enum_v<T>) {
    return zhibu::parse<T>(said.cast<std::string>(), "value of an enumeration");
  } else if constexpr (std::is_same_v<T, std::string_view>) {
    return keeper.keep(said.cast<std::string>());
  } else if constexpr (requires { Spoken<T>::from(said); }) {
    return Spoken<T>::from(said);
  } else if constexpr (MayBeMissing<T>) {
    if (said.is_none()) return std::nullopt;
    return from_said<typename T::value_type>(said, keeper);
  } else if constexpr (Variant<T>) {
    return from_alternative<T>(said, keeper, std::make_index_sequence<std::variant_size_v<T>>{});
  } else if constexpr (Sequence<T>) {
    return from_each<T>(said, keeper);
  } else if constexpr (HasSaidParts<T>) {
    if constexpr (HasId<T>) {
      require_size(said, 2);
      T row = from_members<T>(said[py::int_(0)], said_parts<T>(), keeper);
      row.id = said[py::int_(1)].template cast<decltype(row.id)>();
      return row;
    } else {
      return from_members<T>(said, said_parts<T>(), keeper);
    }
  } else if constexpr (requires(T value) { value.first, value.second; }) {
    require_size(said, 2);
    using First = std::remove_cvref_t<decltype(std::declval<T>().first)>;
    using Second = std::remove_cvref_t<decltype(std::declval<T>().second)>;
    return {from_said<First>(said[py::int_(0)], keeper),
            from_said<Second>(said[py::int_(1)], keeper)};
  } else {
    return said.cast<T>();
  }
}

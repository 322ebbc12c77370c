// SPDX-License-Identifier: BSL-1.0
//
// How a roster's rows are named in Python, and how its columns get there.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "rows.hpp"
#include "zhibu/organization/roster.hpp"

// What it names, by its handle or by its code.
template <class Id>
using Key = std::variant<Id, std::string>;

using UnitKey = Key<zhibu::UnitId>;
using PersonKey = Key<zhibu::PersonId>;
using PostKey = Key<zhibu::PostId>;
using ClusterKey = Key<zhibu::ClusterId>;
using WorkplaceKey = Key<zhibu::WorkplaceId>;

template <class Id>
auto row_of(const zhibu::Roster& roster, const Key<Id>& key) {
  using namespace zhibu;
  if (const auto* const id = std::get_if<Id>(&key)) return roster[*id];
  const std::string_view code = std::get<std::string>(key);
  if constexpr (std::is_same_v<Id, UnitId>) return roster.unit(code);
  if constexpr (std::is_same_v<Id, PersonId>) return roster.person(code);
  if constexpr (std::is_same_v<Id, PostId>) return roster.post(code);
  if constexpr (std::is_same_v<Id, ClusterId>) return roster.cluster(code);
  if constexpr (std::is_same_v<Id, WorkplaceId>) return roster.workplace(code);
}

template <class Id>
Id handle_of(const zhibu::Roster& roster, const Key<Id>& key) {
  const auto* const id = std::get_if<Id>(&key);
  return id != nullptr ? *id : row_of(roster, key).id;
}

template <class Id>
std::optional<Id> handle_of(const zhibu::Roster& roster, const std::optional<Key<Id>>& key) {
  return key ? std::optional{handle_of(roster, *key)} : std::nullopt;
}

template <class Id>
std::vector<Id> handles_of(const zhibu::Roster& roster, const std::vector<Key<Id>>& keys) {
  std::vector<Id> ids;
  for (const Key<Id>& key : keys) ids.push_back(handle_of(roster, key));
  return ids;
}

// One number for each unit of a view. In Python an array.array, which is in the standard library
// and which NumPy takes without a copy.
template <class T>
struct Array {
  std::vector<T> values;
};

template <class T>
struct pybind11::detail::type_caster<Array<T>> {
  static_assert(sizeof(T) == sizeof(std::int64_t) || sizeof(T) == sizeof(std::uint32_t));
  static constexpr const char* format = sizeof(T) == sizeof(std::int64_t) ? "q" : "I";
  PYBIND11_TYPE_CASTER(Array<T>, const_name("array.array"));

  // Takes any sequence of numbers; what keeps them as C++ does, at once.
  bool load(handle src, bool convert) {
    if (PyObject_CheckBuffer(src.ptr()) != 0) {
      const buffer_info info = reinterpret_borrow<buffer>(src).request();
      const bool same = info.format == "q" || info.format == "l";
      if (same && info.itemsize == sizeof(T) && info.ndim == 1 &&
          info.strides[0] == info.itemsize) {
        const auto* const first = static_cast<const T*>(info.ptr);
        value.values.assign(first, first + info.size);
        return true;
      }
    }
    make_caster<std::vector<T>> values;
    if (!values.load(src, convert)) return false;
    value.values = cast_op<std::vector<T>&&>(std::move(values));
    return true;
  }

  static handle cast(const Array<T>& array, return_value_policy, handle) {
    object made = module_::import("array").attr("array")(format);
    made.attr("frombytes")(memoryview::from_memory(
        array.values.data(), static_cast<ssize_t>(array.values.size() * sizeof(T))));
    return made.release();
  }
};

// SPDX-License-Identifier: BSL-1.0
//
// Whether what was read from an archive is a roster, whoever wrote it.

#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>

#include "organization/columns.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

inline bool is_day(std::int64_t serial) {
  return serial >= Date::first().serial() && serial <= Date::last().serial();
}

// Says of a number whether it stands for a value of the type V in this roster.
template <class V>
auto sound(const RosterColumns& columns) {
  if constexpr (std::is_same_v<V, bool>)
    return [](std::uint8_t n) { return n <= 1; };
  else if constexpr (std::is_enum_v<V>)
    return [below = names<V>().size()](std::uint8_t n) { return n < below; };
  else if constexpr (std::is_same_v<V, int>)
    return [](std::int32_t) { return true; };
  else if constexpr (std::is_same_v<V, Date>)
    return [](std::int32_t n) { return is_day(n); };
  else if constexpr (std::is_same_v<V, std::string_view>)
    return [below = columns.texts.size()](TextId n) { return n < below; };
  else if constexpr (requires { typename V::value_type; })
    return [inner = sound<typename V::value_type>(columns)](auto n) {
      return n == Kept<V>::none || inner(n);
    };
  else
    return [below = columns.count(V{})](std::uint32_t n) { return n < below; };
}

template <>
inline auto sound<Period>(const RosterColumns&) {
  return [](std::uint64_t n) {
    const auto begin = static_cast<std::int32_t>(n);
    const auto end = static_cast<std::int32_t>(n >> 32);
    return is_day(begin) && is_day(end) && begin < end;
  };
}

template <>
inline auto sound<Bearer>(const RosterColumns& columns) {
  return [units = columns.units.size(), persons = columns.persons.size()](std::uint64_t n) {
    return n < units || (n >> 32 == 1 && (n & 0xFFFFFFFF) < persons);
  };
}

// Throws std::invalid_argument unless each thing has its code and its rows, each unit and cluster
// is as one of its own states on one day at least, and no unit stands under itself on any day.
void require_whole(const RosterColumns& columns);

}  // namespace zhibu

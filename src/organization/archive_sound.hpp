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

// Whether a number is a period of one day at least.
inline bool is_period(std::uint64_t n) {
  const auto begin = static_cast<std::int32_t>(n);
  const auto end = static_cast<std::int32_t>(n >> 32);
  return is_day(begin) && is_day(end) && begin < end;
}

// Says of a number whether it stands for a value of the type V. `things` has the texts, and says
// how many there are of what a handle may be of.
template <class V, class Things>
auto sound(const Things& things) {
  if constexpr (std::is_same_v<V, bool>)
    return [](std::uint8_t n) { return n <= 1; };
  else if constexpr (std::is_enum_v<V>)
    return [below = names<V>().size()](std::uint8_t n) { return n < below; };
  else if constexpr (std::is_same_v<V, int> || std::is_same_v<V, std::int64_t>)
    return [](std::int64_t) { return true; };
  else if constexpr (std::is_same_v<V, Date>)
    return [](std::int32_t n) { return is_day(n); };
  else if constexpr (std::is_same_v<V, Period>)
    return [](std::uint64_t n) { return is_period(n); };
  else if constexpr (std::is_same_v<V, std::string_view>)
    return [below = things.texts.size()](TextId n) { return n < below; };
  else if constexpr (std::is_same_v<V, Bearer>)
    return [units = things.count(UnitId{}), persons = things.count(PersonId{})](std::uint64_t n) {
      return n < units || (n >> 32 == 1 && (n & 0xFFFFFFFF) < persons);
    };
  else if constexpr (requires { typename V::value_type; })
    return [inner = sound<typename V::value_type>(things)](auto n) {
      return n == Kept<V>::none || inner(n);
    };
  else if constexpr (requires { Kept<V>::is_sound(0); })
    return [](auto n) { return Kept<V>::is_sound(n); };
  else
    return [below = things.count(V{})](std::uint32_t n) { return n < below; };
}

// Throws std::invalid_argument unless each thing has its code and its rows, each unit and cluster
// is as one of its own states on one day at least, and no unit stands under itself on any day.
void require_whole(const RosterColumns& columns);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// How the value of a field is kept in a column: as a number of 1, 4 or 8 bytes, whatever its type.

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <type_traits>
#include <variant>

#include "organization/texts.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// Specialised for each type of a field: Number, and to and from it. What is optional and not there
// is the number that no value has.
template <class T>
struct Kept;

template <class E>
requires std::is_enum_v<E> || std::is_same_v<E, bool>
struct Kept<E> {
  using Number = std::uint8_t;
  static Number number(E value, Texts&) { return static_cast<Number>(value); }
  static E value(Number number, const Texts&) { return static_cast<E>(number); }
};

template <>
struct Kept<int> {
  using Number = std::int32_t;
  static Number number(int value, Texts&) { return value; }
  static int value(Number number, const Texts&) { return number; }
};

template <>
struct Kept<std::int64_t> {
  using Number = std::int64_t;
  static Number number(std::int64_t value, Texts&) { return value; }
  static std::int64_t value(Number number, const Texts&) { return number; }
};

template <>
struct Kept<Date> {
  using Number = std::int32_t;
  static Number number(Date day, Texts&) { return day.serial(); }
  static Date value(Number number, const Texts&) { return Date::from_serial(number); }
};

template <>
struct Kept<Period> {
  using Number = std::uint64_t;
  static Number number(Period days, Texts&) {
    return std::uint64_t{static_cast<std::uint32_t>(days.end.serial())} << 32 |
           static_cast<std::uint32_t>(days.begin.serial());
  }
  static Period value(Number number, const Texts&) {
    return {Date::from_serial(static_cast<std::int32_t>(number)),
            Date::from_serial(static_cast<std::int32_t>(number >> 32))};
  }
};

template <>
struct Kept<std::string_view> {
  using Number = TextId;
  static Number number(std::string_view text, Texts& texts) { return texts.keep(text); }
  static std::string_view value(Number number, const Texts& texts) { return texts[number]; }
};

template <class Tag>
struct Kept<Id<Tag>> {
  using Number = std::uint32_t;
  static Number number(Id<Tag> id, Texts&) { return id.index; }
  static Id<Tag> value(Number number, const Texts&) { return {number}; }
};

template <>
struct Kept<Bearer> {
  using Number = std::uint64_t;
  static Number number(Bearer bearer, Texts&) {
    const std::uint32_t index = std::visit([](auto id) { return id.index; }, bearer);
    return std::uint64_t{bearer.index()} << 32 | index;
  }
  static Bearer value(Number number, const Texts&) {
    const auto index = static_cast<std::uint32_t>(number);
    return number >> 32 == 0 ? Bearer{UnitId{index}} : Bearer{PersonId{index}};
  }
};

template <class T>
struct Kept<std::optional<T>> {
  using Number = typename Kept<T>::Number;
  static constexpr Number none = std::is_signed_v<Number> ? std::numeric_limits<Number>::min()
                                                          : std::numeric_limits<Number>::max();
  static Number number(std::optional<T> value, Texts& texts) {
    return value ? Kept<T>::number(*value, texts) : none;
  }
  static std::optional<T> value(Number number, const Texts& texts) {
    if (number == none) return std::nullopt;
    return Kept<T>::value(number, texts);
  }
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// The parts of values, whichever list names them, and the values that have none.

#pragma once

#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "view_parts_of_audits.hpp"
#include "zhibu/serialization/audit_parts.hpp"
#include "zhibu/serialization/demand_parts.hpp"
#include "zhibu/serialization/report_parts.hpp"
#include "zhibu/serialization/rule_parts.hpp"
#include "zhibu/time/lunar.hpp"

template <class T>
concept HasViewParts = !std::is_same_v<std::remove_cv_t<decltype(view_parts<T>)>, std::nullptr_t>;
template <class T>
concept HasSaidParts = HasViewParts<T> || zhibu::serialization::HasParts<T>;

template <class T>
constexpr const auto& said_parts() {
  if constexpr (HasViewParts<T>)
    return view_parts<T>;
  else
    return zhibu::serialization::parts<T>;
}

// The member that a part is, however it is declared.
template <class T, class V>
constexpr auto member_of(V T::*member) {
  return member;
}
template <class Part>
constexpr auto member_of(const Part& part) {
  return part.member;
}

// What is said of values whose members are their own.
template <class T>
struct Spoken;

template <>
struct Spoken<zhibu::Activities> {
  static py::object said(zhibu::Activities value) { return py::str(to_string(value)); }
  static zhibu::Activities from(py::handle said) {
    const auto text = said.cast<std::string>();
    return text.empty() ? zhibu::Activities{} : zhibu::parse_activities(text);
  }
};

template <>
struct Spoken<zhibu::Recurrence> {
  static py::object said(const zhibu::Recurrence& value) {
    return py::make_tuple(to_string(value), value.start(), py::tuple(py::cast(value.exdates())),
                          py::tuple(py::cast(value.rdates())));
  }
  static zhibu::Recurrence from(py::handle said) {
    using Days = std::vector<zhibu::Date>;
    const auto [rule, start, exdates, rdates] =
        said.cast<std::tuple<std::string, zhibu::Date, Days, Days>>();
    return {rule, start, exdates, rdates};
  }
};

template <>
struct Spoken<zhibu::LunarDate> {
  static py::object said(const zhibu::LunarDate& value) {
    return py::make_tuple(value.year(), value.month(), value.day(), value.leap());
  }
  static zhibu::LunarDate from(py::handle said) {
    const auto [year, month, day, leap] = said.cast<std::tuple<int, int, int, bool>>();
    return {year, month, day, leap};
  }
};

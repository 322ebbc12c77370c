// SPDX-License-Identifier: BSL-1.0
//
// How Boost.Serialization treats the values of zhibu.

#pragma once

#include <boost/mpl/int.hpp>
#include <boost/mpl/integral_c_tag.hpp>
#include <boost/serialization/level.hpp>
#include <boost/serialization/tracking.hpp>

#include "zhibu/id.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/serialization/parts.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/recurrence.hpp"
#include "zhibu/time/timeline.hpp"

namespace zhibu::serialization {

// Whether T goes into an archive.
template <class T>
inline constexpr bool is_put = HasParts<T>;
template <class Tag>
inline constexpr bool is_put<Id<Tag>> = true;
template <class T>
inline constexpr bool is_put<Timeline<T>> = true;
template <>
inline constexpr bool is_put<Date> = true;
template <>
inline constexpr bool is_put<LunarDate> = true;
template <>
inline constexpr bool is_put<Activities> = true;
template <>
inline constexpr bool is_put<Recurrence> = true;
template <>
inline constexpr bool is_put<Roster> = true;

// Whether it goes in without a version: what a day, a handle or a period is does not change.
template <class T>
inline constexpr bool is_plain = false;
template <class Tag>
inline constexpr bool is_plain<Id<Tag>> = true;
template <>
inline constexpr bool is_plain<Date> = true;
template <>
inline constexpr bool is_plain<Period> = true;

}  // namespace zhibu::serialization

namespace boost::serialization {

template <class T>
requires zhibu::serialization::is_plain<T>
struct implementation_level_impl<const T> {
  using tag = mpl::integral_c_tag;
  using type = mpl::int_<object_serializable>;
  static constexpr int value = type::value;
};

// No address of a value is remembered: two that are equal are two.
template <class T>
requires zhibu::serialization::is_put<T>
struct tracking_level_impl<const T> {
  using tag = mpl::integral_c_tag;
  using type = mpl::int_<track_never>;
  static constexpr int value = type::value;
};

}  // namespace boost::serialization

// SPDX-License-Identifier: BSL-1.0
//
// Of what the values of time and of the organization consist, and by what names; see
// serialization.hpp. A member that is added later is read where the version of its class says so.

#pragma once

#include <cstddef>
#include <tuple>

#include "zhibu/organization/change.hpp"
#include "zhibu/organization/cluster.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/organization/workplace.hpp"
#include "zhibu/time/day_rule.hpp"
#include "zhibu/time/quota.hpp"
#include "zhibu/time/shift.hpp"

namespace zhibu::serialization {

template <class T, class V>
struct Part {
  const char* name;
  V T::*member;
};

template <class T, class V>
Part(const char*, V T::*) -> Part<T, V>;

// Specialised for each class that is put in member by member: a tuple of its Part.
template <class T>
inline constexpr std::nullptr_t parts = nullptr;

template <class T>
concept HasParts = requires {
  std::tuple_size<std::remove_cv_t<decltype(parts<T>)>>::value;
};

template <>
inline constexpr std::tuple parts<Period>{Part{"begin", &Period::begin}, Part{"end", &Period::end}};

template <>
inline constexpr std::tuple parts<Shift>{Part{"policy", &Shift::policy},
                                         Part{"max_days", &Shift::max_days},
                                         Part{"within_month", &Shift::within_month}};

template <>
inline constexpr std::tuple parts<Shifted>{
    Part{"nominal", &Shifted::nominal}, Part{"actual", &Shifted::actual},
    Part{"within_limit", &Shifted::within_limit}, Part{"certainty", &Shifted::certainty}};

template <>
inline constexpr std::tuple parts<ShiftedDays>{Part{"days", &ShiftedDays::days},
                                               Part{"shift", &ShiftedDays::shift}};

template <>
inline constexpr std::tuple parts<Quota>{Part{"times", &Quota::times}, Part{"per", &Quota::per},
                                         Part{"days_apart", &Quota::days_apart}};

template <>
inline constexpr std::tuple parts<QuotaTally>{
    Part{"window", &QuotaTally::window}, Part{"days", &QuotaTally::days},
    Part{"counted", &QuotaTally::counted}, Part{"missing", &QuotaTally::missing}};

template <>
inline constexpr std::tuple parts<NthWorkday>{Part{"nth", &NthWorkday::nth},
                                              Part{"per", &NthWorkday::per}};

template <>
inline constexpr std::tuple parts<FestivalWindow>{Part{"festival", &FestivalWindow::festival},
                                                  Part{"first_day", &FestivalWindow::first_day},
                                                  Part{"last_day", &FestivalWindow::last_day}};

template <>
inline constexpr std::tuple parts<Membership>{
    Part{"person", &Membership::person}, Part{"unit", &Membership::unit},
    Part{"kind", &Membership::kind}, Part{"period", &Membership::period}};

template <>
inline constexpr std::tuple parts<ClusterMembership>{Part{"cluster", &ClusterMembership::cluster},
                                                     Part{"unit", &ClusterMembership::unit},
                                                     Part{"period", &ClusterMembership::period}};

template <>
inline constexpr std::tuple parts<UnitWorkplace>{Part{"unit", &UnitWorkplace::unit},
                                                 Part{"workplace", &UnitWorkplace::workplace},
                                                 Part{"period", &UnitWorkplace::period}};

template <>
inline constexpr std::tuple parts<Contact>{Part{"person", &Contact::person},
                                           Part{"unit", &Contact::unit},
                                           Part{"period", &Contact::period}};

template <>
inline constexpr std::tuple parts<MemberFilter>{
    Part{"standing", &MemberFilter::standing}, Part{"retirement", &MemberFilter::retirement},
    Part{"sex", &MemberFilter::sex}, Part{"age", &MemberFilter::age},
    Part{"years_of_standing", &MemberFilter::years_of_standing}};

template <>
inline constexpr std::tuple parts<UnitFilter>{Part{"kinds", &UnitFilter::kinds},
                                              Part{"temporary", &UnitFilter::temporary},
                                              Part{"retired_cadres", &UnitFilter::retired_cadres}};

template <>
inline constexpr std::tuple parts<Change>{
    Part{"on", &Change::on},           Part{"kind", &Change::kind},
    Part{"subject", &Change::subject}, Part{"before", &Change::before},
    Part{"after", &Change::after},     Part{"event", &Change::event}};

}  // namespace zhibu::serialization

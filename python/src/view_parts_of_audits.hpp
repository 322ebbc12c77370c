// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "view_parts.hpp"
#include "zhibu/audit/explanation.hpp"

template <>
inline constexpr std::tuple view_parts<zhibu::Exempted>{&zhibu::Exempted::rule,
                                                        &zhibu::Exempted::source};

template <>
inline constexpr std::tuple view_parts<zhibu::Waiver>{
    &zhibu::Waiver::rule,   &zhibu::Waiver::bearer,      &zhibu::Waiver::period,
    &zhibu::Waiver::reason, &zhibu::Waiver::approved_by, &zhibu::Waiver::approved_on};

template <>
inline constexpr std::tuple view_parts<zhibu::Obligation>{
    &zhibu::Obligation::provision, &zhibu::Obligation::rule,        &zhibu::Obligation::source,
    &zhibu::Obligation::force,     &zhibu::Obligation::activity,    &zhibu::Obligation::bearer,
    &zhibu::Obligation::at,        &zhibu::Obligation::window,      &zhibu::Obligation::bound,
    &zhibu::Obligation::times,     &zhibu::Obligation::class_hours, &zhibu::Obligation::least_fen,
    &zhibu::Obligation::most_fen,  &zhibu::Obligation::fixed,       &zhibu::Obligation::also,
    &zhibu::Obligation::exempted,  &zhibu::Obligation::partial,     &zhibu::Obligation::rules_of};

template <>
inline constexpr std::tuple view_parts<zhibu::Finding>{
    &zhibu::Finding::obligation,    &zhibu::Finding::standing, &zhibu::Finding::missing,
    &zhibu::Finding::missing_hours, &zhibu::Finding::hours,    &zhibu::Finding::missing_fen,
    &zhibu::Finding::paid_fen,      &zhibu::Finding::evidence, &zhibu::Finding::discounted,
    &zhibu::Finding::waiver};

template <>
inline constexpr std::tuple view_parts<zhibu::Explanation>{
    &zhibu::Explanation::obligation, &zhibu::Explanation::standing,   &zhibu::Explanation::severity,
    &zhibu::Explanation::bearer,     &zhibu::Explanation::place,      &zhibu::Explanation::owed,
    &zhibu::Explanation::rules,      &zhibu::Explanation::facts,      &zhibu::Explanation::window,
    &zhibu::Explanation::bound,      &zhibu::Explanation::fixed,      &zhibu::Explanation::nominal,
    &zhibu::Explanation::evidence,   &zhibu::Explanation::discounted, &zhibu::Explanation::waiver,
    &zhibu::Explanation::remedy,     &zhibu::Explanation::remedy_by};

template <>
inline constexpr std::tuple view_parts<zhibu::Attendee>{
    &zhibu::Attendee::person, &zhibu::Attendee::presence, &zhibu::Attendee::reason};

// SPDX-License-Identifier: BSL-1.0
//
// Of what rows consist that are views of a collection; values that own what they hold stand in
// zhibu/serialization/.

#pragma once

#include <cstddef>
#include <tuple>

#include "rows.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/regulation/term_end.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/holiday_law.hpp"

// The members of T, in an order that a pickle keeps: those that are new come last.
template <class T>
inline constexpr std::nullptr_t view_parts = nullptr;

template <>
inline constexpr std::tuple view_parts<zhibu::Festival>{
    &zhibu::Festival::id,          &zhibu::Festival::name,    &zhibu::Festival::name_en,
    &zhibu::Festival::legal_basis, &zhibu::Festival::day_off, &zhibu::Festival::held};

template <>
inline constexpr std::tuple view_parts<zhibu::HolidayLaw>{
    &zhibu::HolidayLaw::number, &zhibu::HolidayLaw::adopted, &zhibu::HolidayLaw::in_force,
    &zhibu::HolidayLaw::days,   &zhibu::HolidayLaw::read,    &zhibu::HolidayLaw::source};

template <>
inline constexpr std::tuple view_parts<zhibu::Day>{
    &zhibu::Day::date,   &zhibu::Day::kind,      &zhibu::Day::name,
    &zhibu::Day::notice, &zhibu::Day::certainty, &zhibu::Day::arrangement_year};

template <>
inline constexpr std::tuple view_parts<zhibu::Citation>{
    &zhibu::Citation::document, &zhibu::Citation::article, &zhibu::Citation::article_verified};

template <>
inline constexpr std::tuple view_parts<zhibu::Document>{
    &zhibu::Document::title, &zhibu::Document::title_en, &zhibu::Document::issued,
    &zhibu::Document::layer};

template <>
inline constexpr std::tuple view_parts<zhibu::Exemption>{
    &zhibu::Exemption::when, &zhibu::Exemption::rule, &zhibu::Exemption::source};

template <>
inline constexpr std::tuple view_parts<zhibu::Fault>{
    &zhibu::Fault::rule,  &zhibu::Fault::code,   &zhibu::Fault::name,    &zhibu::Fault::name_en,
    &zhibu::Fault::force, &zhibu::Fault::source, &zhibu::Fault::subject, &zhibu::Fault::at,
    &zhibu::Fault::post,  &zhibu::Fault::found,  &zhibu::Fault::least,   &zhibu::Fault::most,
    &zhibu::Fault::days,  &zhibu::Fault::facts,  &zhibu::Fault::facts_en};

template <>
inline constexpr std::tuple view_parts<zhibu::Term>{
    &zhibu::Term::unit,     &zhibu::Term::nth,         &zhibu::Term::elected_on,
    &zhibu::Term::ended_on, &zhibu::Term::extended_to, &zhibu::Term::extension_document,
    &zhibu::Term::seats,    &zhibu::Term::candidates,  &zhibu::Term::due,
    &zhibu::Term::present,  &zhibu::Term::approval,    &zhibu::Term::document};

template <>
inline constexpr std::tuple view_parts<zhibu::Observation>{
    &zhibu::Observation::rule,    &zhibu::Observation::subject, &zhibu::Observation::at,
    &zhibu::Observation::post,    &zhibu::Observation::found,   &zhibu::Observation::least,
    &zhibu::Observation::most,    &zhibu::Observation::days,    &zhibu::Observation::facts,
    &zhibu::Observation::facts_en};

template <>
inline constexpr std::tuple view_parts<zhibu::TermEnd>{
    &zhibu::TermEnd::state,       &zhibu::TermEnd::term,       &zhibu::TermEnd::due,
    &zhibu::TermEnd::reminder,    &zhibu::TermEnd::latest,     &zhibu::TermEnd::length,
    &zhibu::TermEnd::reminded_by, &zhibu::TermEnd::shifted_by, &zhibu::TermEnd::on_time_by};

template <>
inline constexpr std::tuple view_parts<zhibu::Provision>{
    &zhibu::Provision::code,          &zhibu::Provision::name,
    &zhibu::Provision::name_en,       &zhibu::Provision::scope,
    &zhibu::Provision::activity,      &zhibu::Provision::cadence,
    &zhibu::Provision::force,         &zhibu::Provision::layer,
    &zhibu::Provision::in_force_from, &zhibu::Provision::in_force_until,
    &zhibu::Provision::source,        &zhibu::Provision::quote,
    &zhibu::Provision::confidence,    &zhibu::Provision::exemptions,
    &zhibu::Provision::settles};

template <>
inline constexpr std::tuple view_parts<zhibu::Requirement>{
    &zhibu::Requirement::code,           &zhibu::Requirement::name,
    &zhibu::Requirement::name_en,        &zhibu::Requirement::scope,
    &zhibu::Requirement::demand,         &zhibu::Requirement::force,
    &zhibu::Requirement::layer,          &zhibu::Requirement::in_force_from,
    &zhibu::Requirement::in_force_until, &zhibu::Requirement::source,
    &zhibu::Requirement::quote,          &zhibu::Requirement::confidence};

template <>
inline constexpr std::tuple view_parts<zhibu::Undecided>{
    &zhibu::Undecided::code,           &zhibu::Undecided::name,    &zhibu::Undecided::name_en,
    &zhibu::Undecided::force,          &zhibu::Undecided::layer,   &zhibu::Undecided::in_force_from,
    &zhibu::Undecided::in_force_until, &zhibu::Undecided::source,  &zhibu::Undecided::quote,
    &zhibu::Undecided::confidence,     &zhibu::Undecided::because, &zhibu::Undecided::because_en};

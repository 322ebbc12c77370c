// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/regulation/cadence.hpp"
#include "zhibu/regulation/demand.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/requirement.hpp"
#include "zhibu/regulation/scope.hpp"
#include "zhibu/regulation/undecided.hpp"

namespace zhibu {

// What a row of a rulebook says, in words for whoever it binds.

// Whom a scope means, in the words of the field.
//
//   describe(EveryUnit{{UnitKind::branch}});            // "每个党支部"
//   describe(TheseUnits{{"YS-B01"}}, Language::en);     // "the unit YS-B01"
ZHIBU_EXPORT std::string describe(const Scope& scope, Language language = Language::zh);

// How often a cadence demands it, in the words of the field.
//
//   describe(AtLeast{1, Span::year, {{10, 12}}});       // "每年至少1次，一般安排在10月至12月"
//   describe(Deadline{Milestone::applied, 1});          // "自递交入党申请书之日起1个月内1次"
//   describe(ClassHours{32, Span::year}, Language::en); // "at least 32 class hours a year"
ZHIBU_EXPORT std::string describe(const Cadence& cadence, Language language = Language::zh);

// What a demand asks for, in the words of the field.
//
//   describe(Bounds{.within = {.measure = Measure::members, .most = 50}});  // "党员不超过50人"
//   describe(TermLength{2, 3}, Language::en);           // "a term lasts from 2 to 3 years"
ZHIBU_EXPORT std::string describe(const Demand& demand, Language language = Language::zh);

// What a provision demands: of whom, what and how often, how strongly, in force since when and
// until when, what lifts it, where it is written, in which layer, and how well the text is known.
// The clause stands in quotes where it may be quoted, and nowhere else.
//
//   MTG-06
//   支委会一般每月召开1次。对每个党支部（非临时），“一般”：支委会，每月至少1次。自2018年10月28日
//   起施行。未设支部委员会的除外（COM-04，《中国共产党支部工作条例（试行）》第20条）。依据：《中国共产党
//   支部工作条例（试行）》第12条（中央）。原文：“一般每月召开1次，根据需要可以随时召开”。
ZHIBU_EXPORT std::string explain(const Provision& provision, Language language = Language::zh);

// What a requirement demands, in the same way.
ZHIBU_EXPORT std::string explain(const Requirement& requirement, Language language = Language::zh);

// What a rule demands that cannot be decided from data, and why not.
ZHIBU_EXPORT std::string explain(const Undecided& undecided, Language language = Language::zh);

}  // namespace zhibu

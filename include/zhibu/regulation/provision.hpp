// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/recurrence.hpp"

namespace zhibu {

// Whom a provision binds. Data and not a predicate, so that a scope can be stored, printed and
// compared. Units and clusters are named by their codes: a rulebook belongs to no roster.

// Every unit of these kinds; where `temporary` or `retired_cadres` says so, only those that are, or
// are not.
struct EveryUnit {
  std::vector<UnitKind> kinds;
  std::optional<bool> temporary;
  std::optional<bool> retired_cadres;
  friend bool operator==(const EveryUnit&, const EveryUnit&) = default;
};

// These units, by code.
struct TheseUnits {
  std::vector<std::string> codes;
  friend bool operator==(const TheseUnits&, const TheseUnits&) = default;
};

// The lead unit of every cluster (片组长单位).
struct LeadsOfClusters {
  friend bool operator==(const LeadsOfClusters&, const LeadsOfClusters&) = default;
};

// Each holder, in person, of a post in these units; `posts` empty means every post there is.
struct HoldersOf {
  std::variant<EveryUnit, TheseUnits> units;
  std::vector<PostKind> posts;
  friend bool operator==(const HoldersOf&, const HoldersOf&) = default;
};

// Every person who belongs to a unit of the roster and is such a one.
struct EveryPerson {
  std::optional<bool> member;          // a member of the Party, or not
  std::vector<Retirement> retirement;  // one of these; empty means any
  friend bool operator==(const EveryPerson&, const EveryPerson&) = default;
};

using Scope = std::variant<EveryUnit, TheseUnits, LeadsOfClusters, HoldersOf, EveryPerson>;

// How often a provision demands it.

// So many times in every such span of the calendar; in these months of it where the text prefers
// some ("normally in the fourth quarter"), which guides a plan and never an audit.
struct AtLeast {
  int times = 1;
  Span per = Span::year;
  std::optional<std::pair<int, int>> preferred_months;  // first and last, of the year
  friend bool operator==(const AtLeast&, const AtLeast&) = default;
};

// On the days of a recurrence, each moved to a workday as `shift` says.
struct OnDays {
  Recurrence days;
  Shift shift;
  friend bool operator==(const OnDays&, const OnDays&) = default;
};

// Once about each of these festivals: from so many days before to so many after it.
struct AtFestivals {
  std::vector<std::string> festivals;  // "春节", "重阳节"; see festival.hpp
  int days_before = 0;
  int days_after = 0;
  friend bool operator==(const AtFestivals&, const AtFestivals&) = default;
};

// Once in the span that holds the anniversary of a person's admission; whoever was admitted on 29
// February keeps the 28th in a common year.
struct OnAdmissionAnniversary {
  Span within = Span::month;
  friend bool operator==(const OnAdmissionAnniversary&, const OnAdmissionAnniversary&) = default;
};

// Money within these bounds, both included, in every such span. Amounts are in fen (0.01 yuan).
struct Funding {
  std::int64_t least_fen = 0;
  std::int64_t most_fen = 0;
  Span per = Span::year;
  friend bool operator==(const Funding&, const Funding&) = default;
};

// At the end of each term of so many years, counted from the last election; due from the reminder,
// so many months before.
struct AtTermEnd {
  int years = 3;
  int reminder_months = 6;
  friend bool operator==(const AtTermEnd&, const AtTermEnd&) = default;
};

// "On schedule", without a number (按期). It binds nobody until a local row `settles` it.
struct OnSchedule {
  AtLeast suggested;
  friend bool operator==(const OnSchedule&, const OnSchedule&) = default;
};

using Cadence = std::variant<AtLeast, OnDays, AtFestivals, OnAdmissionAnniversary, Funding,
                             AtTermEnd, OnSchedule>;

// A condition under which a provision does not bind, whatever its scope.
enum class Condition : std::uint8_t {
  without_committee,  // the branch has no committee of its own
  temporary,          // the unit is temporary
};

template <>
ZHIBU_EXPORT std::span<const Name<Condition>> names();

// An exemption: the condition, and the rule that says so.
struct Exemption {
  Condition when = Condition::without_committee;
  std::string_view rule;  // "COM-04"
  Citation source;
  friend bool operator==(const Exemption&, const Exemption&) = default;
};

// One demand: whom it binds, to what, how often, how strongly, since when, and where it is written.
//
//   // 第十二条 党支部委员会会议一般每月召开1次
//   Provision{.id = {},
//             .code = "MTG-06",
//             .name = "支委会每月1次",
//             .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
//             .activity = Activity::committee_meeting,
//             .cadence = AtLeast{1, Span::month},
//             .force = Force::as_a_rule,
//             .in_force_from = Date{2018, 10, 28}, …
//             .source = {"中国共产党支部工作条例（试行）", "12"}};
struct Provision {
  ProvisionId id = {};            // issued by the rulebook
  std::string_view code;          // "MTG-06": the rule's key, unique in a rulebook
  std::string_view name;          // what it demands, in Chinese
  std::string_view name_en = {};  // and in English
  Scope scope;
  Activity activity = Activity::members_meeting;
  Cadence cadence;
  Force force = Force::shall;
  Date in_force_from;                       // the first day on which it is in force
  std::optional<Date> in_force_until = {};  // the first day on which it is no longer
  std::vector<Exemption> exemptions = {};
  std::string_view settles = {};  // the code of the row without a number that it settles
  Citation source;
  std::string_view quote = {};  // the clause, or "" where it may not be quoted
  Confidence confidence = Confidence::verified;
};

// Whether `provision` is in force on every day of `period`.
ZHIBU_EXPORT bool in_force_throughout(const Provision& provision, Period period);

}  // namespace zhibu

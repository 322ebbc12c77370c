// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// Whom a rule binds. Data and not a predicate, so that a scope can be stored, printed and compared.
// Units and clusters are named by their codes: a rulebook belongs to no roster.

// Every unit of these kinds, and of these fields if any are named; where one of the flags says so,
// only those that are, or are not. A committee and a general branch have a committee by their kind;
// a branch has groups where Party groups stand under it.
struct EveryUnit {
  std::vector<UnitKind> kinds;
  std::vector<BranchField> fields = {};  // empty: any
  std::optional<bool> temporary = {};
  std::optional<bool> joint = {};
  std::optional<bool> mobile = {};
  std::optional<bool> retired_cadres = {};
  std::optional<bool> has_committee = {};
  std::optional<bool> has_groups = {};
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

// Every person who belongs to a unit of the roster and is such a one; what is left open takes all.
struct EveryPerson {
  std::optional<bool> member = {};                   // a member of the Party, or not
  std::vector<Retirement> retirement = {};           // one of these; empty means any
  std::vector<PartyStanding> standing = {};          // one of these; empty means any
  std::vector<CircumstanceKind> circumstances = {};  // in one of these; empty: in any, or none
  std::optional<bool> needs_home_visits = {};        // 行动不便, or not
  friend bool operator==(const EveryPerson&, const EveryPerson&) = default;
};

using Scope = std::variant<EveryUnit, TheseUnits, LeadsOfClusters, HoldersOf, EveryPerson>;

// Whether a scope means the unit, as it stands on `day` in `roster`; and by the unit alone,
// whatever the scope says of groups.
ZHIBU_EXPORT bool fits(const EveryUnit& scope, const Unit& unit, const Roster& roster, Date day);
ZHIBU_EXPORT bool fits(const EveryUnit& scope, const Unit& unit);

// Whether a scope means the person, as they are on `day`, wherever they belong.
ZHIBU_EXPORT bool fits(const EveryPerson& scope, const Person& person, const Roster& roster,
                       Date day);

// Throws std::invalid_argument if a scope means nobody (no kinds, no codes); says what would be
// accepted.
ZHIBU_EXPORT void require_sound(const Scope& scope);

}  // namespace zhibu

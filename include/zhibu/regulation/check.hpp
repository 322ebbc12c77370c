// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// What must be so in the books themselves: no regulation says it; else they contradict themselves.
enum class Invariant : std::uint8_t {
  membership_outside_unit,      // DATA-01: somebody belongs to a unit that does not stand
  appointment_outside_unit,     // DATA-02: somebody holds a post of such a unit
  appointment_before_election,  // DATA-03: an elected post is held from before the election
  home_in_temporary_unit,    // DATA-04: the members of a temporary unit have their home elsewhere
  parent_gone,               // DATA-05: a unit stands under one that does not stand
  election_numbers,          // DATA-06: more came than were due, or voted than came
  election_outside_unit,     // DATA-07: an election of a unit that did not stand
  person_dates,              // DATA-08: the dates of a person are out of order
  appointment_of_no_member,  // DATA-09: who has died or left the Party holds a post
};

template <>
ZHIBU_EXPORT std::span<const Name<Invariant>> names();

// "DATA-01", as faults are coded.
ZHIBU_EXPORT std::string_view code(Invariant invariant);

// What is not as it must be: of a requirement of the rulebook, or of the books themselves.
struct Observation {
  std::variant<RequirementId, Invariant> rule;
  Bearer subject;                 // the unit or the person that it is about
  std::optional<UnitId> at = {};  // of a person: the unit in question
  std::optional<PostId> post = {};
  std::optional<int> found = {};  // where something was counted: how many there are,
  std::optional<int> least = {};  // and how many there ought to be
  std::optional<int> most = {};
  std::optional<Period> days = {};  // where it is a matter of days: on which
  std::string facts = {};           // "正式党员2人；应为3人以上"
  std::string facts_en = {};        // "2 full members; accepted: at least 3"
};

// The same as it is found among all faults, with the rule that demands otherwise. Its texts are
// views into them.
struct Fault {
  FaultId id;
  std::variant<RequirementId, Invariant> rule;
  std::string_view code;           // "ORG-09", "DATA-01"
  std::string_view name;           // what is demanded, in Chinese
  std::string_view name_en;        // and in English
  Force force = Force::shall;      // of the books themselves: shall
  std::optional<Citation> source;  // where it is written; nothing of the books themselves
  Bearer subject;
  std::optional<UnitId> at;
  std::optional<PostId> post;
  std::optional<int> found;
  std::optional<int> least;
  std::optional<int> most;
  std::optional<Period> days;
  std::string_view facts;
  std::string_view facts_en;
};

// All faults of a roster on a day: unit by unit in the order of the tree, then person by person;
// for each in the order of the rulebook, and then of the books. It keeps a copy of the rulebook;
// the views of its rows live as long as it does.
class ZHIBU_EXPORT FaultList {
 public:
  // None as yet.
  FaultList(Rulebook rulebook, Date as_of);

  // Throws std::invalid_argument if the rulebook has no such requirement.
  FaultId add(Observation observation);

  std::size_t size() const { return observed_.size(); }
  bool empty() const { return observed_.empty(); }
  Rows<FaultList, FaultId, Fault>::Iterator begin() const { return {this, 0}; }
  Rows<FaultList, FaultId, Fault>::Iterator end() const;

  // Throws std::invalid_argument if there is no such row.
  Fault operator[](FaultId id) const;

  const Rulebook& rulebook() const { return rulebook_; }
  Date as_of() const { return as_of_; }

 private:
  Rulebook rulebook_;
  Date as_of_;
  std::vector<Observation> observed_;
};

// Holds a roster, as it stands at the end of `as_of`, against the requirements of a rulebook.
//
//   for (const Fault& fault : check(roster, rules, Date{2026, 6, 30}))
//     std::cout << fault.code << ' ' << fault.facts << ' ' << to_string(*fault.source) << '\n';
//
// What the world did wrong is never thrown; all of it is returned. A requirement counts where it is
// in force on `as_of`; one on elections, where it was in force on the day of the election. Of
// elections the last is looked at, of posts those who hold them on the day, and what the roster
// does not record (votes, candidates, how a post was assumed) is no fault. An option (Force::may)
// is none either. A home branch is asked for on every day since the rule is in force.
// Takes time in proportion to the roster.
ZHIBU_EXPORT FaultList check(const Roster& roster, const Rulebook& rulebook, Date as_of,
                             const Watch& watch = {});

}  // namespace zhibu

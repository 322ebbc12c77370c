// SPDX-License-Identifier: BSL-1.0
//
// How check() looks at one unit or person: a function for every demand there is.

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/check.hpp"
#include "zhibu/regulation/term_end.hpp"

namespace zhibu {

// A post of a unit and all who ever held it.
struct Office {
  Post post;
  std::vector<Appointment> ever;
};

// A unit on the day of the check, with all that more than one demand asks for.
struct UnitOnDay {
  const Roster& roster;
  const Rulebook& rulebook;
  const RosterView& view;
  Unit unit;
  int members = 0;       // home members, of all that stands under it as well
  int full_members = 0;  // of these
  TermEnd term_end = {};
  TermEnd term_before = {};  // of the term before, on the last day before the last election
  std::vector<Office> offices = {};

  Date day() const { return view.day(); }

  // Who holds a post on the day.
  std::vector<Appointment> holders(const Office& office) const;
};

// FaultList of one requirement in one unit.
class UnitReport {
 public:
  UnitReport(const Requirement& rule, const UnitOnDay& at, FaultList& faults)
      : rule_{&rule}, at_{&at}, faults_{&faults} {}

  const Requirement& rule() const { return *rule_; }

  // One that says of what rule and unit it is, to be filled in and added.
  Observation observation() const { return {.rule = rule_->id, .subject = at_->unit.id}; }
  void add(Observation observation) const;

 private:
  const Requirement* rule_;
  const UnitOnDay* at_;
  FaultList* faults_;
};

// "3至5", "3以上", "不超过50"; "3 to 5", "at least 3", "at most 50".
std::string in_chinese(std::optional<int> least, std::optional<int> most);
std::string in_english(std::optional<int> least, std::optional<int> most);

// Whether the requirement binds `unit` as it is on `day`.
bool binds(const Requirement& rule, const Unit& unit, Date day);

// The demands on units as they stand, check_units.cpp.
void look(const Bounds& demand, const UnitOnDay& at, const UnitReport& report);
void look(const OwnCommittee& demand, const UnitOnDay& at, const UnitReport& report);
void look(const Placements& demand, const UnitOnDay& at, const UnitReport& report);
void look(const LapsesWithWorkplace& demand, const UnitOnDay& at, const UnitReport& report);
void look(const HasVenue& demand, const UnitOnDay& at, const UnitReport& report);
void look(const Noted& demand, const UnitOnDay& at, const UnitReport& report);

// On posts, check_posts.cpp.
void look(const PostsKept& demand, const UnitOnDay& at, const UnitReport& report);
void look(const SeatsTaken& demand, const UnitOnDay& at, const UnitReport& report);
void look(const HolderStanding& demand, const UnitOnDay& at, const UnitReport& report);

// On terms, check_terms.cpp.
void look(const TermLength& demand, const UnitOnDay& at, const UnitReport& report);
void look(const TermReminder& demand, const UnitOnDay& at, const UnitReport& report);
void look(const ElectedWhenDue& demand, const UnitOnDay& at, const UnitReport& report);
void look(const TermShift& demand, const UnitOnDay& at, const UnitReport& report);

// On elections, which bind where they were in force on its day, check_elections.cpp.
void look(const HolderElectable& demand, const UnitOnDay& at, const UnitReport& report);
void look(const HoldersAppointed& demand, const UnitOnDay& at, const UnitReport& report);
void look(const NoElection& demand, const UnitOnDay& at, const UnitReport& report);
void look(const ResultApproved& demand, const UnitOnDay& at, const UnitReport& report);
void look(const CandidateSurplus& demand, const UnitOnDay& at, const UnitReport& report);
void look(const ElectionQuorum& demand, const UnitOnDay& at, const UnitReport& report);
void look(const ElectionMajority& demand, const UnitOnDay& at, const UnitReport& report);

// On persons, check_persons.cpp. A demand on milestones binds where it was in force on the later one.
void look_at(const Roster& roster, const Person& person, const Requirement& rule,
             FaultList& faults);

// The books themselves, check_data.cpp.
void look_at_books(const UnitOnDay& at, FaultList& faults);
void look_at_books(const Roster& roster, const Person& person, FaultList& faults);

}  // namespace zhibu

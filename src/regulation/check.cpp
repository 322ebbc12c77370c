// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/check.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "regulation/checks.hpp"
#include "steps.hpp"

namespace zhibu {
namespace {

constexpr std::string_view codes[] = {"DATA-01", "DATA-02", "DATA-03", "DATA-04", "DATA-05",
                                      "DATA-06", "DATA-07", "DATA-08", "DATA-09"};

// What binds the terms and posts that begin while it is in force, rather than what stands.
template <class D>
constexpr bool is_of_elections =
    std::is_same_v<D, TermLength> || std::is_same_v<D, TermShift> ||
    std::is_same_v<D, HolderElectable> || std::is_same_v<D, HoldersAppointed> ||
    std::is_same_v<D, NoElection> || std::is_same_v<D, ResultApproved> ||
    std::is_same_v<D, CandidateSurplus> || std::is_same_v<D, ElectionQuorum> ||
    std::is_same_v<D, ElectionMajority>;

void look_at(const UnitOnDay& at, const Requirement& rule, FaultList& faults) {
  const UnitReport report{rule, at, faults};
  std::visit(
      [&]<class D>(const D& demand) {
        if constexpr (requires { look(demand, at, report); })
          if (is_of_elections<D> || binds(rule, at.unit, at.day())) look(demand, at, report);
      },
      rule.demand);
}

UnitOnDay unit_on_day(const RosterView& view, const Rulebook& rulebook, UnitId id) {
  const Roster& roster = view.roster();
  UnitOnDay at{.roster = roster,
               .rulebook = rulebook,
               .view = view,
               .unit = view[id],
               .term_end = term_end(roster, rulebook, id, view.day())};
  if (at.term_end.term && Date::first() < at.term_end.term->elected_on)
    at.term_before = term_end(roster, rulebook, id, at.term_end.term->elected_on - 1);
  for (const PostId post : roster.posts(id))
    at.offices.push_back({roster[post], roster.of<Appointment>(post)});
  return at;
}

void look_at_units(const RosterView& view, const Rulebook& rulebook, FaultList& faults,
                   Steps& steps) {
  const std::size_t persons = view.roster().persons().size();
  const std::vector<std::int64_t> members =
      view.roll_up(view.count_members({}, steps.share(persons)));
  const std::vector<std::int64_t> full =
      view.roll_up(view.count_members({.standing = {PartyStanding::full}}, steps.share(persons)));
  for (std::size_t place = 0; place < view.size(); ++place) {
    UnitOnDay at = unit_on_day(view, rulebook, view.units()[place]);
    at.members = static_cast<int>(members[place]);
    at.full_members = static_cast<int>(full[place]);
    for (const Requirement& rule : rulebook.requirements())
      if (rule.force != Force::may && std::holds_alternative<EveryUnit>(rule.scope))
        look_at(at, rule, faults);
    look_at_books(at, faults);
    steps();
  }
}

void look_at_persons(const Roster& roster, const Rulebook& rulebook, FaultList& faults,
                     Steps& steps) {
  std::vector<const Requirement*> rules;
  for (const Requirement& rule : rulebook.requirements())
    if (rule.force != Force::may && std::holds_alternative<EveryPerson>(rule.scope) &&
        (std::holds_alternative<MonthsBetween>(rule.demand) || in_force(rule, faults.as_of())))
      rules.push_back(&rule);
  for (const Person& person : roster.persons()) {
    for (const Requirement* rule : rules) look_at(roster, person, *rule, faults);
    look_at_books(roster, person, faults);
    steps();
  }
}

}  // namespace

template <>
std::span<const Name<Invariant>> names() {
  static constexpr Name<Invariant> all[] = {
      {Invariant::membership_outside_unit, "membership_outside_unit", "组织关系超出党组织存续期间",
       "a membership lasts while its unit stands"},
      {Invariant::appointment_outside_unit, "appointment_outside_unit", "任职超出党组织存续期间",
       "an appointment lasts while its unit stands"},
      {Invariant::appointment_before_election, "appointment_before_election",
       "任职时间早于班子选举日期", "an elected post is held from the election on"},
      {Invariant::home_in_temporary_unit, "home_in_temporary_unit", "组织关系在临时党组织",
       "members of a temporary unit have their home branch elsewhere"},
      {Invariant::parent_gone, "parent_gone", "上级党组织已不存在",
       "a unit stands under one that stands"},
      {Invariant::election_numbers, "election_numbers", "选举人数互相矛盾",
       "the numbers of an election agree"},
      {Invariant::election_outside_unit, "election_outside_unit", "选举日期超出党组织存续期间",
       "an election is held while its unit stands"},
      {Invariant::person_dates, "person_dates", "人员日期先后颠倒",
       "the dates of a person are in order"},
      {Invariant::appointment_of_no_member, "appointment_of_no_member", "任职人员已去世或出党",
       "who has died or left the Party holds no post"},
  };
  static_assert(std::size(all) == std::size(codes));
  return all;
}

std::string_view code(Invariant invariant) { return codes[static_cast<std::size_t>(invariant)]; }

FaultList::FaultList(Rulebook rulebook, Date as_of)
    : rulebook_{std::move(rulebook)}, as_of_{as_of} {}

FaultId FaultList::add(Observation observation) {
  if (const RequirementId* id = std::get_if<RequirementId>(&observation.rule)) rulebook_[*id];
  observed_.push_back(std::move(observation));
  return {static_cast<std::uint32_t>(observed_.size() - 1)};
}

Rows<FaultList, FaultId, Fault>::Iterator FaultList::end() const {
  return {this, static_cast<std::uint32_t>(observed_.size())};
}

Fault FaultList::operator[](FaultId id) const {
  if (id.index >= observed_.size())
    throw std::invalid_argument{"no such fault: number " + std::to_string(id.index) +
                                "; accepted: fewer than " + std::to_string(observed_.size())};
  const Observation& o = observed_[id.index];
  Fault fault{id,   o.rule, {},      {},      {},     Force::shall, {},      o.subject,
              o.at, o.post, o.found, o.least, o.most, o.days,       o.facts, o.facts_en};
  if (const Invariant* invariant = std::get_if<Invariant>(&o.rule)) {
    fault.code = code(*invariant);
    fault.name = label(*invariant);
    fault.name_en = label(*invariant, Language::en);
    return fault;
  }
  const Requirement& rule = rulebook_[std::get<RequirementId>(o.rule)];
  fault.code = rule.code;
  fault.name = rule.name;
  fault.name_en = rule.name_en;
  fault.force = rule.force;
  fault.source = rule.source;
  return fault;
}

FaultList check(const Roster& roster, const Rulebook& rulebook, Date as_of, const Watch& watch) {
  const RosterView view = roster.as_of(as_of);
  Steps steps{watch, view.size() + 3 * roster.persons().size()};  // who are counted twice first
  FaultList faults{rulebook, as_of};
  look_at_units(view, rulebook, faults, steps);
  look_at_persons(roster, rulebook, faults, steps);
  steps.finish();
  return faults;
}

}  // namespace zhibu

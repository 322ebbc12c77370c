// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <utility>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

bool is_one(const EveryPerson& scope, const Person& person, Date day) {
  return scope.member.value_or(is_member_on(person, day)) == is_member_on(person, day) &&
         (scope.retirement.empty() ||
          std::ranges::find(scope.retirement, person.retirement) != scope.retirement.end());
}

// The days up to `day` on which `person` was a member and `rule` in force.
Period days_of_membership(const Person& person, const Requirement& rule, Date day) {
  if (!person.admitted_on) return {day, day};
  Date end = day < Date::last() ? day + 1 : day;
  for (const std::optional<Date>& left : {person.left_party_on, person.died_on})
    if (left) end = std::min(end, *left);
  return {std::max(*person.admitted_on, rule.in_force_from), end};
}

// The days on which `person` has a home branch, here or outside the roster.
std::vector<Period> days_at_home(const Roster& roster, PersonId person) {
  std::vector<Period> days;
  for (const Membership& m : roster.memberships(person)) {
    if (m.kind != MembershipKind::home) continue;
    const Period standing = roster[m.unit].standing;
    days.push_back(
        {std::max(m.period.begin, standing.begin), std::min(m.period.end, standing.end)});
  }
  for (const Circumstance& c : roster.of<Circumstance>(person))
    if (c.kind == CircumstanceKind::transferred_out) days.push_back(c.period);
  std::erase_if(days, [](Period p) { return p.empty(); });
  std::ranges::sort(days, {}, &Period::begin);
  return days;
}

// What of `days` none of `covered` holds, which are in the order of their beginnings.
std::vector<Period> gaps(Period days, const std::vector<Period>& covered) {
  std::vector<Period> found;
  for (const Period& period : covered) {
    const Period before{days.begin, std::min(period.begin, days.end)};
    if (!before.empty()) found.push_back(before);
    days.begin = std::max(days.begin, period.end);
  }
  if (!days.empty()) found.push_back(days);
  return found;
}

void look(const HomeBranch&, const Roster& roster, const Person& person, const Requirement& rule,
          FaultList& faults) {
  const Period days = days_of_membership(person, rule, faults.as_of());
  if (days.empty()) return;
  for (const Period& gap : gaps(days, days_at_home(roster, person.id)))
    faults.add({.rule = rule.id,
                .subject = person.id,
                .days = gap,
                .facts = to_string(gap) + "没有组织关系所在支部",
                .facts_en = "without a home branch on " + to_string(gap)});
}

void look(const JoinedRevolutionBy& demand, const Roster&, const Person& person,
          const Requirement& rule, FaultList& faults) {
  if (!person.joined_revolution_on || *person.joined_revolution_on <= demand.day) return;
  const std::string joined = to_string(*person.joined_revolution_on);
  faults.add(
      {.rule = rule.id,
       .subject = person.id,
       .facts = joined + "参加革命工作；应不迟于" + to_string(demand.day),
       .facts_en = "joined on " + joined + "; accepted: " + to_string(demand.day) + " or earlier"});
}

void look(const MonthsBetween& demand, const Person& person, const Requirement& rule,
          FaultList& faults) {
  const std::optional<Date> from = day_of(demand.from, person);
  const std::optional<Date> to = day_of(demand.to, person);
  if (!from || !to || faults.as_of() < *to || !in_force(rule, *to)) return;
  const bool too_soon = demand.least && *to < add_months(*from, *demand.least);
  const bool too_late = demand.most && add_months(*from, *demand.most) < *to;
  if (!too_soon && !too_late) return;
  faults.add(
      {.rule = rule.id,
       .subject = person.id,
       .days = Period{*from, std::max(*from, *to)},
       .facts = to_string(*from) + std::string{label(demand.from)} + "，" + to_string(*to) +
                std::string{label(demand.to)} + "；应相隔" + in_chinese(demand.least, demand.most) +
                "个月",
       .facts_en = std::string{label(demand.from, Language::en)} + " on " + to_string(*from) +
                   ", " + std::string{label(demand.to, Language::en)} + " on " + to_string(*to) +
                   "; accepted: " + in_english(demand.least, demand.most) + " months apart"});
}

}  // namespace

// A home branch is asked for also on the days before a member left or died.
void look_at(const Roster& roster, const Person& person, const Requirement& rule,
             FaultList& faults) {
  if (const HomeBranch* demand = std::get_if<HomeBranch>(&rule.demand))
    return look(*demand, roster, person, rule, faults);
  const EveryPerson* scope = std::get_if<EveryPerson>(&rule.scope);
  if (scope == nullptr || !is_one(*scope, person, faults.as_of())) return;
  if (const JoinedRevolutionBy* demand = std::get_if<JoinedRevolutionBy>(&rule.demand))
    look(*demand, roster, person, rule, faults);
  if (const MonthsBetween* demand = std::get_if<MonthsBetween>(&rule.demand))
    look(*demand, person, rule, faults);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <utility>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

// What lasts beyond the days on which its unit stands. What ends on the last day there is has no
// end of its own, and ends with the unit.
std::optional<Period> outside(Period days, Period standing) {
  if (days.begin < standing.begin) return Period{days.begin, std::min(days.end, standing.begin)};
  if (standing.end < days.end && (!lasts(days) || standing.end <= days.begin))
    return Period{std::max(days.begin, standing.end), days.end};
  return std::nullopt;
}

void look_at_appointments(const UnitOnDay& at, FaultList& faults) {
  for (const Office& office : at.offices)
    for (const Appointment& a : office.ever) {
      const std::optional<Period> days = outside(a.period, at.unit.standing);
      if (!days || at.day() < a.period.begin) continue;
      faults.add(
          {.rule = Invariant::appointment_outside_unit,
           .subject = a.person,
           .at = at.unit.id,
           .post = office.post.id,
           .days = days,
           .facts = "任职" + to_string(a.period) + "，党组织存续" + to_string(at.unit.standing),
           .facts_en = "appointed " + to_string(a.period) + ", the unit stands " +
                       to_string(at.unit.standing)});
    }
}

// Who holds a post is alive and a member; and holds an elected one since the election at the
// earliest.
void look_at_holders(const UnitOnDay& at, FaultList& faults) {
  const std::optional<Term> term = at.roster.term(at.unit.id, at.day());
  for (const Office& office : at.offices)
    for (const Appointment& holder : at.holders(office)) {
      Observation seen{.rule = Invariant::appointment_of_no_member,
                       .subject = holder.person,
                       .at = at.unit.id,
                       .post = office.post.id};
      const Person person = at.roster[holder.person];
      if ((person.died_on || person.left_party_on) && !is_member_on(person, at.day())) {
        seen.facts = std::string{label(office.post.kind)} + "已去世或出党，仍在任";
        seen.facts_en =
            std::string{label(office.post.kind, Language::en)} + " who has died or left the Party";
        faults.add(seen);
      }
      if (holder.by != Assumption::elected || !term || term->elected_on <= holder.period.begin)
        continue;
      seen.rule = Invariant::appointment_before_election;
      seen.days = Period{holder.period.begin, term->elected_on};
      seen.facts = to_string(holder.period.begin) + "任职，" + to_string(term->elected_on) + "选举";
      seen.facts_en = "in the post from " + to_string(holder.period.begin) + ", elected on " +
                      to_string(term->elected_on);
      faults.add(std::move(seen));
    }
}

void look_at_elections(const UnitOnDay& at, FaultList& faults) {
  for (const Term& term : at.roster.of<Term>(at.unit.id)) {
    if (at.day() < term.elected_on) continue;
    const Period on{term.elected_on, term.elected_on + 1};
    const std::string zh = to_string(term.elected_on) + "选举";
    const std::string en = "election of " + to_string(term.elected_on);
    if (!at.unit.standing.contains(term.elected_on))
      faults.add({.rule = Invariant::election_outside_unit,
                  .subject = at.unit.id,
                  .days = on,
                  .facts = zh + "，党组织存续" + to_string(at.unit.standing),
                  .facts_en = en + ", the unit stands " + to_string(at.unit.standing)});
    if (term.due && term.present && *term.due < *term.present)
      faults.add({.rule = Invariant::election_numbers,
                  .subject = at.unit.id,
                  .found = term.present,
                  .most = term.due,
                  .days = on,
                  .facts = zh + "，实到会" + std::to_string(*term.present) + "人，应到会" +
                           std::to_string(*term.due) + "人",
                  .facts_en = en + ", present: " + std::to_string(*term.present) +
                              ", due: " + std::to_string(*term.due)});
  }
}

// The parent stands on the day, or the unit is the first of its tree without having been meant to.
void look_at_parent(const UnitOnDay& at, FaultList& faults) {
  if (!at.unit.parent || at.roster.at(*at.unit.parent, at.day())) return;
  const Period standing = at.roster[*at.unit.parent].standing;
  faults.add({.rule = Invariant::parent_gone,
              .subject = at.unit.id,
              .at = at.unit.parent,
              .facts = "上级党组织存续" + to_string(standing),
              .facts_en = "the unit above stands " + to_string(standing)});
}

void look_at_memberships(const Roster& roster, const Person& person, FaultList& faults) {
  for (const Membership& m : roster.memberships(person.id)) {
    if (faults.as_of() < m.period.begin) continue;
    const Period standing = roster[m.unit].standing;
    if (const std::optional<Period> days = outside(m.period, standing))
      faults.add({.rule = Invariant::membership_outside_unit,
                  .subject = person.id,
                  .at = m.unit,
                  .days = days,
                  .facts = "组织关系" + to_string(m.period) + "，党组织存续" + to_string(standing),
                  .facts_en = "belongs to it " + to_string(m.period) + ", the unit stands " +
                              to_string(standing)});
    if (m.kind != MembershipKind::home || !m.period.contains(faults.as_of())) continue;
    const std::optional<Unit> unit = roster.at(m.unit, faults.as_of());
    if (unit && unit->temporary)
      faults.add({.rule = Invariant::home_in_temporary_unit,
                  .subject = person.id,
                  .at = m.unit,
                  .days = m.period,
                  .facts = "组织关系在临时党组织：" + to_string(m.period),
                  .facts_en = "the home branch is temporary: " + to_string(m.period)});
  }
}

struct DayOf {
  std::string_view zh;
  std::string_view en;
  std::optional<Date> day;
};

}  // namespace

void look_at_books(const UnitOnDay& at, FaultList& faults) {
  look_at_appointments(at, faults);
  look_at_holders(at, faults);
  look_at_elections(at, faults);
  look_at_parent(at, faults);
}

void look_at_books(const Roster& roster, const Person& person, FaultList& faults) {
  look_at_memberships(roster, person, faults);
  // Whatever comes first is named first: each of the dates that are known is no earlier than the
  // one before it.
  const DayOf days[] = {{"出生", "born", person.born_on},
                        {"申请入党", "applied", person.applied_on},
                        {"入党", "admitted", person.admitted_on},
                        {"转正", "full member", person.full_member_on},
                        {"出党", "left the Party", person.left_party_on},
                        {"去世", "died", person.died_on}};
  const DayOf* before = nullptr;
  for (const DayOf& now : days) {
    if (!now.day) continue;
    if (before != nullptr && *now.day < *before->day)
      faults.add({.rule = Invariant::person_dates,
                  .subject = person.id,
                  .facts = std::string{now.zh} + to_string(*now.day) + "，早于" +
                           std::string{before->zh} + to_string(*before->day),
                  .facts_en = std::string{now.en} + " on " + to_string(*now.day) + ", before " +
                              std::string{before->en} + " on " + to_string(*before->day)});
    before = &now;
  }
}

}  // namespace zhibu

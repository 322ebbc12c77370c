// SPDX-License-Identifier: BSL-1.0
//
// Small rosters and rulebooks for the tests of this folder.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {

inline Period year(int y) { return {Date{y, 1, 1}, Date{y + 1, 1, 1}}; }

inline const Period always = since(Date{1990, 1, 1});

inline Unit unit_row(std::string_view code, UnitKind kind = UnitKind::branch,
                     Period standing = always) {
  Unit unit;
  unit.code = code;
  unit.name = code;
  unit.kind = kind;
  unit.standing = standing;
  unit.has_committee = kind == UnitKind::branch;
  return unit;
}

inline Unit temporary(Unit unit) {
  unit.temporary = true;
  unit.has_committee = false;
  return unit;
}

inline PersonId add_person(Roster& roster, std::string_view code,
                           std::optional<Date> admitted_on = {},
                           Retirement retirement = Retirement::retired) {
  Person person;
  person.code = code;
  person.name = code;
  person.born_on = Date{1935, 5, 5};
  person.retirement = retirement;
  person.admitted_on = admitted_on;
  return roster.add(person);
}

inline PostId add_post(Roster& roster, std::string_view code, UnitId unit,
                       PostKind kind = PostKind::member) {
  Post post;
  post.code = code;
  post.unit = unit;
  post.kind = kind;
  return roster.add(post);
}

inline void appoint(Roster& roster, PostId post, PersonId person, Period period = always) {
  Appointment appointment;
  appointment.post = post;
  appointment.person = person;
  appointment.period = period;
  roster.add(appointment);
}

inline void belong(Roster& roster, PersonId person, UnitId unit,
                   MembershipKind kind = MembershipKind::home, Period period = always) {
  roster.add(Membership{person, unit, kind, period});
}

inline Provision demand(std::string_view code, Activity activity, Scope scope, Cadence cadence,
                        Date in_force_from = Date{2000, 1, 1}) {
  Provision provision;
  provision.code = code;
  provision.name = code;
  provision.scope = std::move(scope);
  provision.activity = activity;
  provision.cadence = std::move(cadence);
  provision.in_force_from = in_force_from;
  provision.source = {"本地做法", "1", true};
  return provision;
}

inline const EveryUnit every_branch{{UnitKind::branch}, {}, {}};

inline Rulebook rulebook(const std::vector<Provision>& provisions) {
  Rulebook rules;
  for (const Provision& provision : provisions) rules.add(provision);
  return rules;
}

// What one provision demands of a roster.
inline std::vector<Obligation> owed(const Roster& roster, const Rulebook& rules, Period period,
                                    std::optional<Date> rules_of = {}) {
  static const Calendar calendar = Calendar::china();
  static std::deque<Obligations> kept;  // the texts of rows are views into them
  kept.push_back(obligations(roster, rules, calendar, period, rules_of));
  return {kept.back().begin(), kept.back().end()};
}

}  // namespace zhibu

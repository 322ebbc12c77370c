// SPDX-License-Identifier: BSL-1.0
//
// Rosters at random whose units are founded, changed and dissolved within the first half of 2017,
// records at random, and the tallies that follow from an audit of them.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <rapidcheck/gtest.h>

#include "owing.hpp"
#include "zhibu/audit/progress.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {

inline constexpr int days_at_random = 181;

inline Date any_day() { return Date{2017, 1, 1} + *rc::gen::inRange(0, days_at_random); }

inline bool seldom(int of) { return *rc::gen::inRange(0, of) == 0; }

inline Unit any_unit(const std::string& code) {
  Unit unit{.code = code, .name = code, .standing = since(Date{2010, 1, 1})};
  unit.kind = *rc::gen::element(UnitKind::branch, UnitKind::branch, UnitKind::general_branch,
                                UnitKind::group);
  unit.has_committee = *rc::gen::arbitrary<bool>();
  unit.temporary = seldom(3);
  if (seldom(4)) unit.standing.begin = any_day();
  return unit;
}

// A top, and up to eight units under it or under one another.
inline Roster any_roster() {
  Roster roster;
  std::vector<UnitId> units{roster.add(Unit{.code = "U0",
                                            .name = "U0",
                                            .kind = UnitKind::committee,
                                            .standing = since(Date{2000, 1, 1})})};
  for (int n = *rc::gen::inRange(0, 9); n > 0; --n) {
    const std::string code = "U" + std::to_string(units.size());
    Unit unit = any_unit(code);
    unit.parent = units[*rc::gen::inRange<std::size_t>(0, units.size())];
    if (unit.standing.begin < roster[*unit.parent].standing.begin)
      unit.standing.begin = roster[*unit.parent].standing.begin;
    const UnitId id = roster.add(unit);
    units.push_back(id);
    if (const Date on = any_day(); seldom(3) && unit.standing.contains(on)) {
      Unit as = any_unit(code);
      if (as.kind != unit.kind) roster.upgrade(id, as.kind, on);
      as.parent = unit.parent;
      roster.adjust(id, as, on);
    }
  }
  if (const Date on = any_day(); seldom(2) && units.size() > 1)
    if (roster[units.back()].standing.begin < on) roster.dissolve(units.back(), on);
  return roster;
}

inline Rulebook any_rules() {
  const auto months = [](int most) { return AtLeast{*rc::gen::inRange(1, most), Span::month}; };
  Provision first = provision("R0", Activity::members_meeting, months(5));
  if (seldom(2))
    first.exemptions = {{Condition::without_committee, "COM-04", {"条例", "20", true}}};
  Provision second = provision("R1", Activity::members_meeting, AtLeast{2, Span::quarter});
  second.scope = EveryUnit{.kinds = {UnitKind::branch, UnitKind::general_branch},
                           .temporary = false,
                           .has_groups = seldom(3) ? std::optional{true} : std::nullopt};
  second.in_force_from = any_day();
  Provision third = provision("R2", Activity::party_lecture, months(3));
  third.scope = TheseUnits{{"U0"}};
  Provision option = provision("R3", Activity::party_lecture, months(2));
  option.force = Force::may;
  Provision stricter = provision("R4", Activity::members_meeting, first.cadence);
  std::get<AtLeast>(stricter.cadence).times += *rc::gen::inRange(0, 3);
  first.layer = second.layer = *rc::gen::element(Layer::central, Layer::unit);
  if (seldom(2)) stricter.in_force_from = any_day();
  if (seldom(2)) stricter.scope = TheseUnits{{"U0"}};
  Rulebook rules = rulebook({first, second, third, option});
  if (!seldom(3)) rules.add(stricter);
  return rules;
}

struct Held {
  UnitId unit;
  Activity activity;
  Date on;
  std::optional<Period> for_period;
};

inline std::vector<Held> any_held(const RosterView& view, bool for_periods) {
  std::vector<Held> held;
  for (int n = *rc::gen::inRange(0, 60); n > 0; --n) {
    const UnitId unit = view.units()[*rc::gen::inRange<std::size_t>(0, view.size())];
    held.push_back({unit,
                    *rc::gen::element(Activity::members_meeting, Activity::members_meeting,
                                      Activity::party_lecture, Activity::study_day),
                    any_day() + *rc::gen::inRange(-20, 40),
                    {}});
    if (!for_periods || !seldom(3)) continue;
    const Date begin = any_day();
    held.back().for_period = Period{begin, begin + *rc::gen::inRange(1, 40)};
  }
  return held;
}

inline Records records_of(const std::vector<Held>& all) {
  Records records;
  for (const Held& held : all) {
    Record record = a_record(held.unit, held.activity, held.on);
    record.for_period = held.for_period;
    hold(records, record);
  }
  return records;
}

inline void hold(Progress& progress, const std::vector<Held>& all) {
  for (const Held& held : all) progress.hold(held.unit, held.activity, held.on, held.for_period);
}

// What audit() finds of the units of a view under one of them, counted.
inline std::vector<ProgressTally> counted(const Findings& findings, const RosterView& view,
                                          const std::vector<ProvisionId>& provisions, UnitId top) {
  std::vector<ProgressTally> tallies;
  for (const ProvisionId provision : provisions) {
    ProgressTally tally{.unit = top, .provision = provision};
    std::map<UnitId, bool> bearers;  // and whether something of theirs is overdue
    for (const Finding& f : findings) {
      const UnitId bearer = std::get<UnitId>(f.obligation.bearer);
      if (f.obligation.provision != provision || !view.contains(bearer)) continue;
      if (!view.is_within(bearer, top)) continue;
      ++tally.standing[static_cast<std::size_t>(f.standing)];
      if (f.standing != Standing::not_applicable)
        bearers[bearer] |= f.standing == Standing::overdue;
    }
    for (const auto& [bearer, overdue] : bearers) {
      ++tally.bearers;
      tally.bearers_overdue += overdue;
    }
    tallies.push_back(tally);
  }
  return tallies;
}

}  // namespace zhibu

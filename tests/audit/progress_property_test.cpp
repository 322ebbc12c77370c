// SPDX-License-Identifier: BSL-1.0
//
// What holds of every state that is kept up to date, whatever is owed and whatever was held.

#include <algorithm>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "progress_roster.hpp"

namespace zhibu {
namespace {

// A period whose first and last month may be cut off.
Period any_period() {
  const Date begin = any_day();
  return {begin, begin + *rc::gen::inRange(1, 200)};
}

std::vector<UnitId> all_of(const RosterView& view) {
  return {view.units().begin(), view.units().end()};
}

std::vector<ProvisionId> provisions_of(const Progress& progress) {
  return {progress.provisions().begin(), progress.provisions().end()};
}

Date any_day_of_audit() { return any_day() + *rc::gen::inRange(-60, 120); }

RC_GTEST_PROP(ProgressProperty, SaysOfEveryUnitOnEveryDayWhatTheFindingsOfAnAuditAddUpTo, ()) {
  const Roster roster = any_roster();
  const Rulebook rules = any_rules();
  const Period period = any_period();
  const RosterView view = roster.as_of(any_day());
  const std::vector<Held> held = any_held(view, true);
  Progress progress{view, rules, period};
  hold(progress, held);

  const Obligations owed = obligations(roster, rules, Calendar::china(), period);
  const Date as_of = any_day_of_audit();
  const Findings findings = audit(owed, records_of(held), as_of);
  const std::vector<UnitId> tops = all_of(view);
  std::vector<ProgressTally> expected;
  for (const UnitId top : tops)
    for (const ProgressTally& tally : counted(findings, view, provisions_of(progress), top))
      expected.push_back(tally);
  RC_ASSERT(progress.roll_up(tops, as_of, *rc::gen::inRange(1, 4)) == expected);
}

RC_GTEST_PROP(ProgressProperty, LeavesOutNoProvisionThatAnyUnitOwes, ()) {
  const Roster roster = any_roster();
  const Rulebook rules = any_rules();
  const Period period = any_period();
  const Progress progress{roster.as_of(any_day()), rules, period};
  for (const Obligation& o : obligations(roster, rules, Calendar::china(), period))
    RC_ASSERT(std::ranges::count(progress.provisions(), o.provision) == 1);
}

RC_GTEST_PROP(ProgressProperty, CountsForEachUnitWhatItRollsUp, ()) {
  const Roster roster = any_roster();
  const RosterView view = roster.as_of(any_day());
  Progress progress{view, any_rules(), any_period()};
  hold(progress, any_held(view, true));

  const Date as_of = any_day_of_audit();
  const std::vector<UnitId> tops = all_of(view);
  const std::vector<ProgressTally> tallies = progress.roll_up(tops, as_of);
  const std::size_t width = progress.provisions().size();
  for (std::size_t i = 0; i < width; ++i) {
    for (const Name<Standing>& standing : names<Standing>()) {
      const std::vector<std::int64_t> sums =
          view.roll_up(progress.count(progress.provisions()[i], standing.value, as_of));
      for (std::size_t unit = 0; unit < tops.size(); ++unit)
        RC_ASSERT(sums[unit] == tallies[unit * width + i].count(standing.value));
    }
  }
}

RC_GTEST_PROP(ProgressProperty, IsTheSameAfterClearingAUnitAndHoldingAgainAllButTheVoidedOne, ()) {
  const Roster roster = any_roster();
  const RosterView view = roster.as_of(any_day());
  const Rulebook rules = any_rules();
  const Period period = any_period();
  std::vector<Held> held = any_held(view, true);
  RC_PRE(!held.empty());
  Progress progress{view, rules, period};
  hold(progress, held);

  const UnitId unit = held.back().unit;
  held.pop_back();  // voided
  progress.clear(unit);
  for (const Held& one : held)
    if (one.unit == unit) progress.hold(one.unit, one.activity, one.on, one.for_period);

  Progress without{view, rules, period};
  hold(without, held);
  const Date as_of = any_day_of_audit();
  RC_ASSERT(progress.roll_up(all_of(view), as_of) == without.roll_up(all_of(view), as_of));
}

RC_GTEST_PROP(ProgressProperty, OfADayIsUnchangedByWhatIsHeldLater, ()) {
  const Roster roster = any_roster();
  const RosterView view = roster.as_of(any_day());
  Progress progress{view, any_rules(), any_period()};
  hold(progress, any_held(view, true));
  const Date as_of = any_day_of_audit();
  const std::vector<ProgressTally> that_evening = progress.roll_up(all_of(view), as_of);
  for (const Held& held : any_held(view, true))
    if (held.on > as_of) progress.hold(held.unit, held.activity, held.on, held.for_period);
  RC_ASSERT(progress.roll_up(all_of(view), as_of) == that_evening);
}

}  // namespace
}  // namespace zhibu

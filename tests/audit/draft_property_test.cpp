// SPDX-License-Identifier: BSL-1.0
//
// What holds of every comparison of two audits, and of every plan that is audited.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "owing.hpp"
#include "zhibu/audit/comparison.hpp"
#include "zhibu/record/as_if_held.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

// Obligations of a few units under up to three rules, and what was held.
Rulebook any_rules() {
  Rulebook rules;
  for (const std::string_view code : {"R0", "R1", "R2"})
    if (*rc::gen::inRange(0, 3) > 0)
      rules.add(
          provision(code, members_meeting, AtLeast{*rc::gen::inRange(1, 3), Span::month, {}}));
  return rules;
}

Period any_window() {
  const Date begin = Date{2017, 1, 1} + *rc::gen::inRange(0, 6);
  return {begin, begin + *rc::gen::inRange(4, 8)};
}

UnitId any_unit() { return UnitId{*rc::gen::inRange<std::uint32_t>(0, 2)}; }

Obligations any_obligations() {
  Obligations owed{any_rules(), year_2017};
  const auto rules = static_cast<std::uint32_t>(owed.rulebook().size());
  for (int n = rules == 0 ? 0 : *rc::gen::inRange(0, 10); n > 0; --n)
    owed.add(ProvisionId{*rc::gen::inRange<std::uint32_t>(0, rules)}, any_unit(), any_window());
  return owed;
}

Records any_records() {
  Records held;
  for (int n = *rc::gen::inRange(0, 10); n > 0; --n) {
    Record record =
        a_record(any_unit(), members_meeting, Date{2017, 1, 1} + *rc::gen::inRange(0, 14));
    record.voided = *rc::gen::inRange(0, 4) == 0;
    record.entered_on = record.held_on + *rc::gen::inRange(0, 9);
    hold(held, record);
  }
  return held;
}

Findings any_audit(const Obligations& owed, const Records& held) {
  const Date known_on = Date{2017, 1, 1} + *rc::gen::inRange(0, 20);
  return audit(owed, held, Date{2017, 1, 1} + *rc::gen::inRange(0, 20),
               *rc::gen::arbitrary<bool>() ? std::optional{known_on} : std::nullopt);
}

// All that a finding says, in one line.
std::string said(const Finding& f) {
  std::string text = std::string{key(f.standing)} + " " + std::to_string(f.missing);
  for (const RecordId r : f.evidence) text += " " + std::to_string(r.index);
  for (const Discounted& d : f.discounted)
    text += " not " + std::to_string(d.record.index) + " " + std::string{key(d.why)};
  return text;
}

RC_GTEST_PROP(DiffProperty, OfAnAuditWithItselfIsEmpty, ()) {
  const Findings findings = any_audit(any_obligations(), any_records());
  RC_ASSERT(diff(findings, findings).empty());
}

RC_GTEST_PROP(DiffProperty, NamesExactlyTheFindingsThatSaySomethingElse, ()) {
  const Obligations owed = any_obligations();
  const Records held = any_records();
  const Findings before = any_audit(owed, held);
  const Findings after = any_audit(owed, held);
  std::vector<ObligationId> expected, found;
  for (const Finding& f : before)
    if (said(f) != said(after[f.obligation.id])) expected.push_back(f.obligation.id);
  for (const FindingChange& c : diff(before, after)) {
    RC_ASSERT(c.before && c.after && c.before->obligation == c.after->obligation);
    RC_ASSERT(c.before->standing == before[c.before->obligation].standing);
    RC_ASSERT(c.after->standing == after[c.after->obligation].standing);
    RC_ASSERT(c.cause == Cause::record || c.cause == Cause::day);
    found.push_back(c.after->obligation);
  }
  RC_ASSERT(found == expected);
}

RC_GTEST_PROP(DiffProperty, TheOtherWayRoundWhatAppearedVanishesForTheSameCause, ()) {
  const Records held = any_records();
  const Findings before = any_audit(any_obligations(), held);
  const Findings after = any_audit(any_obligations(), held);
  const auto key_of = [](const FindingChange& c, bool turned) {
    const auto number = [](const std::optional<Stood>& s) {
      return s ? std::int64_t{s->obligation.index} : -1;
    };
    return turned ? std::tuple{number(c.after), number(c.before), c.cause}
                  : std::tuple{number(c.before), number(c.after), c.cause};
  };
  std::vector<std::tuple<std::int64_t, std::int64_t, Cause>> there, back;
  for (const FindingChange& c : diff(before, after)) there.push_back(key_of(c, false));
  for (const FindingChange& c : diff(after, before)) back.push_back(key_of(c, true));
  std::ranges::sort(there);
  std::ranges::sort(back);
  RC_ASSERT(there == back);
}

RC_GTEST_PROP(DiffProperty, ComesInTheOrderOfAfterAndNamesEachFindingOnce, ()) {
  const Records held = any_records();
  const Findings before = any_audit(any_obligations(), held);
  const Findings after = any_audit(any_obligations(), held);
  std::vector<ObligationId> vanished, there;
  std::size_t kept = 0;
  for (const FindingChange& c : diff(before, after)) {
    if (c.after) there.push_back(c.after->obligation);
    if (!c.after) vanished.push_back(c.before->obligation);
    if (c.before && c.after) ++kept;
  }
  RC_ASSERT(std::ranges::is_sorted(there));
  RC_ASSERT(std::ranges::adjacent_find(there) == there.end());
  std::ranges::sort(vanished);
  RC_ASSERT(std::ranges::adjacent_find(vanished) == vanished.end());
  RC_ASSERT(vanished.size() + kept <= before.size());
}

// Too much for a few bearers in a few days, so that some of it finds no place.
Obligations more_than_there_are_days() {
  Obligations owed{rulebook({provision("R0", Activity::contact_visit,
                                       AtLeast{*rc::gen::inRange(1, 5), Span::month, {}}),
                             provision("R1", Activity::branch_funds, Funding{1, 2, Span::year}),
                             provision("R2", Activity::study_day, ClassHours{8, Span::year})}),
                   parse_period("2026")};
  for (int n = *rc::gen::inRange(0, 60); n > 0; --n) {
    const Date begin = Date{2026, 1, 20} + *rc::gen::inRange(0, 60);
    const Period window{begin, begin + *rc::gen::inRange(1, 20)};
    std::optional<Shifted> fixed;
    if (*rc::gen::inRange(0, 6) == 0)
      fixed = calendar().shift(begin, {ShiftPolicy::nearest_workday, *rc::gen::inRange(0, 5)});
    const auto who = *rc::gen::inRange<std::uint32_t>(0, 3);
    const bool unit = *rc::gen::arbitrary<bool>();
    owed.add(ProvisionId{*rc::gen::inRange<std::uint32_t>(0, 3)},
             unit ? Bearer{UnitId{who}} : Bearer{PersonId{who}}, window,
             {.at = !unit && who == 0 ? std::optional{UnitId{3}} : std::nullopt, .fixed = fixed});
  }
  return owed;
}

RC_GTEST_PROP(DraftPlanProperty, LeavesOverdueOnlyWhatIsUnplacedAndLateOnlyWhatIsMovedBeyondIt,
              ()) {
  const Obligations owed = more_than_there_are_days();
  const Plan draft = plan(owed, calendar());
  for (const Finding& f : audit(owed, as_if_held(draft), Date{2026, 12, 31})) {
    const bool unplaced = std::ranges::count(draft.unplaced, f.obligation.id) > 0;
    const auto beyond = [&](const Occurrence& o) {
      return o.obligation == f.obligation.id && f.obligation.window.end <= o.day;
    };
    RC_ASSERT(f.standing != Standing::overdue || unplaced);
    RC_ASSERT(unplaced || f.missing + f.missing_hours == 0);
    if (!unplaced && std::ranges::none_of(draft.occurrences, beyond))
      RC_ASSERT(f.standing == Standing::satisfied);
  }
}

RC_GTEST_PROP(DraftPlanProperty, OfOneObligationForEachBearerLeavesOverdueExactlyWhatIsUnplaced,
              ()) {
  Obligations owed{rulebook({provision("R", Activity::study_day, AtLeast{3, Span::month, {}})}),
                   parse_period("2026")};
  for (std::uint32_t i = 0; i < 6; ++i) {
    const Date begin = Date{2026, 2, 10} + *rc::gen::inRange(0, 15);
    owed.add(ProvisionId{0}, UnitId{i}, {begin, begin + *rc::gen::inRange(1, 6)});
  }
  const Plan draft = plan(owed, calendar());
  std::vector<ObligationId> overdue;
  for (const Finding& f : audit(owed, as_if_held(draft), Date{2026, 12, 31}))
    if (f.standing == Standing::overdue) overdue.push_back(f.obligation.id);
  RC_ASSERT(overdue == draft.unplaced);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// What if: a draft plan, a draft rule, a draft reorganization, and what was known then.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"
#include "zhibu/audit/comparison.hpp"
#include "zhibu/record/as_if_held.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

std::string to_string(const FindingChange& c, const Findings& before, const Findings& after) {
  const Obligation o =
      c.after ? after[c.after->obligation].obligation : before[c.before->obligation].obligation;
  const auto stood = [](const std::optional<Stood>& s) {
    return s ? std::string{key(s->standing)} : std::string{"-"};
  };
  return std::string{o.rule} + " " + std::to_string(std::get<UnitId>(o.bearer).index) + " " +
         title(o.window) + ": " + stood(c.before) + " > " + stood(c.after) + ", " +
         std::string{key(c.cause)};
}

std::vector<std::string> changed(const Findings& before, const Findings& after) {
  std::vector<std::string> found;
  for (const FindingChange& c : diff(before, after)) found.push_back(to_string(c, before, after));
  return found;
}

// A committee over three branches, each of which owes a members meeting every quarter, and what
// they held in the first half of 2017.
class ADraft : public testing::Test {
 protected:
  ADraft() {
    for (const UnitId unit : {b1, b2, b3}) hold(unit, members_meeting, Date{2017, 2, 10});
    hold(b1, members_meeting, Date{2017, 5, 10});
    hold(b2, members_meeting, Date{2017, 5, 11});
  }

  UnitId unit(std::string_view code, UnitKind kind, std::optional<UnitId> parent) {
    Unit row;
    row.code = row.name = code;
    row.kind = kind;
    row.parent = parent;
    row.standing = since(Date{2012, 3, 1});
    return roster.add(row);
  }

  RecordId hold(UnitId unit, Activity activity, Date day) {
    return zhibu::hold(held, a_record(unit, activity, day));
  }

  Findings audited(const Roster& of, const Rulebook& by, std::optional<Date> known_on = {}) const {
    return audit(obligations(of, by, calendar(), parse_period("2017-H1")), held, today, known_on);
  }

  const Date today{2017, 7, 1};
  Roster roster;
  UnitId top = unit("GW", UnitKind::committee, {});
  UnitId b1 = unit("B1", UnitKind::branch, top);
  UnitId b2 = unit("B2", UnitKind::branch, top);
  UnitId b3 = unit("B3", UnitKind::branch, top);
  Rulebook rules = rulebook({provision("MTG-01", members_meeting, AtLeast{1, Span::quarter, {}})});
  Records held;
};

using ADraftRule = ADraft;
using ADraftReorganization = ADraft;
using ADraftPlan = ADraft;
using WhatWasKnown = ADraft;

TEST_F(ADraftRule, AddsFindingsOfItsOwnAndChangesNoOther) {
  Rulebook draft = rules;
  draft.add(provision("L-01", Activity::party_lecture, AtLeast{1, Span::half_year, {}}));
  hold(b3, Activity::party_lecture, Date{2017, 3, 1});
  EXPECT_THAT(changed(audited(roster, rules), audited(roster, draft)),
              ElementsAre("L-01 1 2017-H1: - > overdue, rule", "L-01 2 2017-H1: - > overdue, rule",
                          "L-01 3 2017-H1: - > satisfied, rule"));
}

TEST_F(ADraftRule, ThatAsksForMoreNamesWhomItWouldFindOverdue) {
  const Rulebook draft =
      rulebook({provision("MTG-01", members_meeting, AtLeast{2, Span::quarter, {}})});
  hold(b1, members_meeting, Date{2017, 3, 10});
  EXPECT_THAT(changed(audited(roster, rules), audited(roster, draft)),
              ElementsAre("MTG-01 1 2017-Q2: satisfied > overdue, rule",
                          "MTG-01 2 2017-Q1: satisfied > overdue, rule",
                          "MTG-01 2 2017-Q2: satisfied > overdue, rule",
                          "MTG-01 3 2017-Q1: satisfied > overdue, rule",
                          "MTG-01 3 2017-Q2: overdue > overdue, rule"))
      << "and not the quarter in which the first branch met twice";
}

TEST_F(ADraftRule, ThatEndsOneTakesItsFindingsAway) {
  Provision ended = provision("MTG-01", members_meeting, AtLeast{1, Span::quarter, {}});
  ended.in_force_until = Date{2017, 4, 1};
  EXPECT_THAT(
      changed(audited(roster, rules), audited(roster, rulebook({ended}))),
      ElementsAre("MTG-01 1 2017-Q2: satisfied > -, rule", "MTG-01 2 2017-Q2: satisfied > -, rule",
                  "MTG-01 3 2017-Q2: overdue > -, rule"));
}

TEST_F(ADraftRule, ThatIsStricterTakesThePlaceOfTheOneThatItCovers) {
  Rulebook draft = rules;
  const ProvisionId stricter =
      draft.add(provision("L-02", members_meeting, AtLeast{1, Span::month, {}}));
  Obligations as_it_is{rules, q1};
  as_it_is.add(ProvisionId{0}, b1, q1);
  Obligations drafted{draft, q1};
  for (const Period month : spans(Span::month, q1))
    drafted.add(stricter, b1, month, {.also = {ProvisionId{0}}});
  EXPECT_THAT(
      changed(audit(as_it_is, held, today), audit(drafted, held, today)),
      ElementsAre("L-02 1 2017-01: - > overdue, rule", "L-02 1 2017-02: - > satisfied, rule",
                  "L-02 1 2017-03: - > overdue, rule", "MTG-01 1 2017-Q1: satisfied > -, rule"));
}

TEST_F(ADraftReorganization, NamesWhatTheMergedBranchesNoLongerOweAndWhy) {
  Roster draft = roster;
  draft.merge(std::vector{b3}, b1, Date{2017, 4, 1});
  EXPECT_THAT(changed(audited(roster, rules), audited(draft, rules)),
              ElementsAre("MTG-01 3 2017-Q2: overdue > -, organization"));
  EXPECT_THAT(changed(audited(draft, rules), audited(roster, rules)),
              ElementsAre("MTG-01 3 2017-Q2: - > overdue, organization"));
}

TEST_F(ADraftReorganization, NamesTheFindingsOfABranchThatWouldBeFounded) {
  Roster draft = roster;
  Unit row;
  row.code = row.name = "B4";
  row.parent = top;
  row.standing = since(Date{2017, 4, 1});
  draft.add(row);
  EXPECT_THAT(changed(audited(roster, rules), audited(draft, rules)),
              ElementsAre("MTG-01 4 2017-Q2: - > overdue, organization"));
}

TEST_F(ADraftReorganization, NamesWhatABranchThatBecomesTemporaryIsExemptedFrom) {
  Provision meeting = provision("MTG-01", members_meeting, AtLeast{1, Span::quarter, {}});
  meeting.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  rules = rulebook({meeting});
  Roster draft = roster;
  Unit temporary = *roster.at(b3, Date{2017, 4, 1});
  temporary.temporary = true;
  draft.adjust(b3, temporary, Date{2017, 4, 1});
  EXPECT_THAT(changed(audited(roster, rules), audited(draft, rules)),
              ElementsAre("MTG-01 3 2017-Q2: overdue > not_applicable, organization"));
}

TEST_F(WhatWasKnown, ThenAndIsKnownNowDiffersByTheRecordsEnteredSince) {
  Record late = a_record(b3, members_meeting, Date{2017, 6, 20});
  late.entered_on = Date{2017, 8, 1};
  zhibu::hold(held, late);
  EXPECT_THAT(changed(audited(roster, rules, today), audited(roster, rules)),
              ElementsAre("MTG-01 3 2017-Q2: overdue > satisfied, record"));
  EXPECT_THAT(changed(audited(roster, rules, Date{2017, 8, 1}), audited(roster, rules)), IsEmpty());
}

TEST_F(WhatWasKnown, DiffersByAWaiverApprovedSince) {
  Waiver waiver = release(b3, parse_period("2017-Q2"), Date{2017, 6, 30});
  waiver.rule = "MTG-01";
  held.add(waiver);
  EXPECT_THAT(changed(audited(roster, rules, Date{2017, 6, 29}), audited(roster, rules)),
              ElementsAre("MTG-01 3 2017-Q2: overdue > waived, waiver"));
}

TEST_F(ADraft, OnAnotherDayAloneNamesTheDay) {
  const Obligations owed = obligations(roster, rules, calendar(), parse_period("2017-H1"));
  EXPECT_THAT(changed(audit(owed, held, Date{2017, 6, 30}), audit(owed, held, Date{2017, 7, 1})),
              ElementsAre("MTG-01 3 2017-Q2: due > overdue, day"));
  hold(b3, members_meeting, Date{2017, 7, 1});
  EXPECT_THAT(changed(audit(owed, held, Date{2017, 6, 30}), audit(owed, held, Date{2017, 7, 1})),
              ElementsAre("MTG-01 3 2017-Q2: due > overdue, day"))
      << "a record nearby that does not count is not what made it overdue";
}

TEST_F(ADraft, OfAnotherPeriodNamesTheBasis) {
  const Obligations half = obligations(roster, rules, calendar(), parse_period("2017-H1"));
  const Obligations quarter = obligations(roster, rules, calendar(), parse_period("2017-Q1"));
  EXPECT_THAT(changed(audit(half, held, today), audit(quarter, held, today)),
              ElementsAre("MTG-01 1 2017-Q2: satisfied > -, basis",
                          "MTG-01 2 2017-Q2: satisfied > -, basis",
                          "MTG-01 3 2017-Q2: overdue > -, basis"));
}

TEST_F(ADraft, OfAnotherChoiceForPartsOfWindowsNamesTheBasis) {
  roster.dissolve(b3, Date{2017, 6, 1});
  const auto choosing = [&](PartialWindow partial) {
    return audit(obligations(roster, rules, calendar(), parse_period("2017-H1"), {}, partial), held,
                 today);
  };
  EXPECT_THAT(changed(choosing(PartialWindow::not_owed), choosing(PartialWindow::not_applicable)),
              ElementsAre("MTG-01 3 2017-Q2: - > not_applicable, basis"));
  EXPECT_THAT(changed(choosing(PartialWindow::not_applicable), choosing(PartialWindow::owed)),
              ElementsAre("MTG-01 3 2017-Q2: not_applicable > overdue, basis"));
}

TEST_F(ADraftPlan, IsAuditedBeforeTheYearAndLeavesOutNothing) {
  const Obligations owed = obligations(roster, rules, calendar(), parse_period("2026"));
  const Plan draft = plan(owed, calendar());
  const Findings as_planned = audit(owed, as_if_held(draft), Date{2026, 12, 31});
  ASSERT_EQ(as_planned.size(), 12u);
  for (const Finding& f : as_planned) EXPECT_EQ(f.standing, Standing::satisfied);
}

TEST_F(ADraftPlan, WithAMeetingMovedToTheDayAfterItsWindowIsLate) {
  const Obligations owed = obligations(roster, rules, calendar(), parse_period("2026"));
  Plan draft = plan(owed, calendar());
  Occurrence& moved = draft.occurrences.front();
  const ObligationId id = moved.obligation;
  moved.day = owed[id].window.end;
  const Findings as_planned = audit(owed, as_if_held(draft), Date{2026, 12, 31});
  EXPECT_EQ(as_planned[id].standing, Standing::satisfied_late);
}

}  // namespace
}  // namespace zhibu

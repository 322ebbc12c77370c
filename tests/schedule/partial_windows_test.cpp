// SPDX-License-Identifier: BSL-1.0
//
// What becomes of a window in which somebody is bound only in part.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::IsEmpty;

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

Obligations quarterly(const Roster& roster, PartialWindow partial, Scope scope = every_branch) {
  return obligations(roster,
                     rulebook({demand("M", Activity::members_meeting, std::move(scope),
                                      AtLeast{1, Span::quarter})}),
                     calendar(), parse_period("2026-Q1"), {}, partial);
}

Roster branch_standing(Period standing) {
  Roster roster;
  roster.add(unit_row("B1", UnitKind::branch, standing));
  return roster;
}

const Roster founded_late = branch_standing(since({2026, 2, 10}));

TEST(PartialWindows, OfABranchFoundedWithinTheQuarterOweNothingUnlessTheCallerSaysOtherwise) {
  EXPECT_TRUE(quarterly(founded_late, PartialWindow::not_owed).empty());
  EXPECT_EQ(quarterly(branch_standing(since({2026, 1, 1})), PartialWindow::not_owed).size(), 1u);
}

TEST(PartialWindows, MayStandInTheReportAsNotApplicable) {
  const Obligations all = quarterly(founded_late, PartialWindow::not_applicable);
  ASSERT_EQ(all.size(), 1u);
  const Obligation o = all[ObligationId{0}];
  EXPECT_EQ(o.window, parse_period("2026-Q1"));
  EXPECT_EQ(o.bound, (Period{Date{2026, 2, 10}, Date{2026, 4, 1}}));
  EXPECT_EQ(o.partial, PartialWindow::not_applicable);
  EXPECT_FALSE(applies(o));
}

TEST(PartialWindows, MayBeOwedInTheDaysThatAreLeft) {
  const Obligations all = quarterly(founded_late, PartialWindow::owed);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].partial, PartialWindow::owed);
  EXPECT_TRUE(applies(all[ObligationId{0}]));
}

TEST(PartialWindows, EndWithTheBranchThatIsDissolved) {
  const Obligations all =
      quarterly(branch_standing({Date{2020, 1, 1}, Date{2026, 3, 5}}), PartialWindow::owed);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].bound.last(), (Date{2026, 3, 4}));
}

TEST(PartialWindows, AreWholeWhereTheBranchStandsFromTheFirstDayToTheLast) {
  for (const PartialWindow partial :
       {PartialWindow::not_owed, PartialWindow::not_applicable, PartialWindow::owed}) {
    const Obligations all =
        quarterly(branch_standing({Date{2026, 1, 1}, Date{2026, 4, 1}}), partial);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[ObligationId{0}].partial, std::nullopt);
  }
}

TEST(PartialWindows, OfABranchThatBecomesAGeneralBranchEndOnTheDayBefore) {
  Roster roster = branch_standing(always);
  roster.upgrade(UnitId{0}, UnitKind::general_branch, Date{2026, 3, 1});
  const Obligations all = quarterly(roster, PartialWindow::owed);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].bound, (Period{Date{2026, 1, 1}, Date{2026, 3, 1}}));
}

TEST(PartialWindows, OfABranchThatWasTemporaryInBetweenAreTheLongerOfItsTwoParts) {
  Roster roster = branch_standing(always);
  Unit changed = roster[UnitId{0}];
  changed.temporary = true;
  roster.adjust(UnitId{0}, changed, Date{2026, 2, 1});
  changed.temporary = false;
  roster.adjust(UnitId{0}, changed, Date{2026, 2, 15});
  const Scope lasting = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false};
  EXPECT_TRUE(quarterly(roster, PartialWindow::not_owed, lasting).empty())
      << "bound on the first day and on the last, and not in between";
  const Obligations all = quarterly(roster, PartialWindow::owed, lasting);
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].bound, (Period{Date{2026, 2, 15}, Date{2026, 4, 1}}));
}

TEST(PartialWindows, OfAMemberAdmittedWithinTheYearBeginOnThatDay) {
  Roster roster = branch_standing(always);
  belong(roster, add_person(roster, "P1", Date{2026, 2, 3}), UnitId{0});
  const Obligations all = quarterly(roster, PartialWindow::owed, EveryPerson{.member = true});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].bound.begin, (Date{2026, 2, 3}));
}

TEST(PartialWindows, OfTheHolderOfAPostEndWithIt) {
  Roster roster = branch_standing(always);
  appoint(roster, add_post(roster, "S", UnitId{0}), add_person(roster, "P1"),
          {Date{2020, 1, 1}, Date{2026, 2, 3}});
  const Obligations all = quarterly(roster, PartialWindow::owed, HoldersOf{every_branch, {}});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[ObligationId{0}].bound.last(), (Date{2026, 2, 2}));
}

TEST(PartialWindows, AreRefusedWhereTheyReachBeyondTheWindow) {
  Obligations all{rulebook({demand("M", Activity::members_meeting, every_branch, AtLeast{})}),
                  year(2026)};
  EXPECT_THROW(all.add(ProvisionId{0}, UnitId{0}, year(2026),
                       {.bound = Period{Date{2026, 1, 1}, Date{2027, 1, 2}}}),
               std::invalid_argument);
  EXPECT_THROW(all.add(ProvisionId{0}, UnitId{0}, year(2026),
                       {.bound = Period{Date{2026, 1, 1}, Date{2026, 1, 1}}}),
               std::invalid_argument);
  EXPECT_TRUE(all.empty());
}

}  // namespace
}  // namespace zhibu

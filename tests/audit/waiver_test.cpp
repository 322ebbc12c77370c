// SPDX-License-Identifier: BSL-1.0

#include <optional>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

const UnitId other_branch{1};

class Waived : public QuarterlyMeeting {};

TEST_F(Waived, FromTheDayOnWhichItWasApproved) {
  held.add(release(branch, q1, Date{2017, 4, 20}));
  EXPECT_EQ(standing(Date{2017, 4, 19}), Standing::overdue);
  EXPECT_EQ(found(Date{2017, 4, 19}).waiver, std::nullopt);
  const Finding f = found(Date{2017, 4, 20});
  EXPECT_EQ(f.standing, Standing::waived);
  EXPECT_EQ(f.missing, 0) << "nothing is owed any more";
  ASSERT_TRUE(f.waiver);
  EXPECT_EQ(f.waiver->reason, "会场维修");
  EXPECT_EQ(f.waiver->approved_on, (Date{2017, 4, 20}));
}

TEST_F(Waived, OnlyWhereThePeriodHoldsTheWholeWindow) {
  held.add(release(branch, {Date{2017, 1, 2}, Date{2017, 4, 1}}, Date{2017, 1, 1}));
  held.add(release(branch, {Date{2017, 1, 1}, Date{2017, 3, 31}}, Date{2017, 1, 1}));
  EXPECT_EQ(standing(), Standing::overdue);
  held.add(release(branch, q1, Date{2017, 1, 1}));
  EXPECT_EQ(standing(), Standing::waived);
}

TEST_F(Waived, OnlyTheSameBearerFromTheSameRule) {
  owed = Obligations{rulebook({provision("R", members_meeting, AtLeast{1, Span::quarter, {}}),
                               provision("R2", members_meeting, AtLeast{1, Span::quarter, {}})}),
                     year_2017};
  owed.add(ProvisionId{1}, branch, q1);
  held.add(release(branch, q1, Date{2017, 1, 1}));
  held.add(release(other_branch, q1, Date{2017, 1, 1}));
  EXPECT_EQ(standing(), Standing::overdue);
  owed.add(ProvisionId{0}, branch, q1);
  EXPECT_EQ(audit(owed, held, long_after)[ObligationId{1}].standing, Standing::waived);
}

TEST_F(Waived, NoPersonForAUnitOfTheSameNumber) {
  held.add(release(PersonId{branch.index}, q1, Date{2017, 1, 1}));
  EXPECT_EQ(standing(), Standing::overdue);
}

TEST_F(Waived, OnlyWhatIsNotMet) {
  held.add(release(branch, q1, Date{2017, 1, 1}));
  hold_for("2017-Q1", Date{2017, 4, 20});
  EXPECT_EQ(standing(Date{2017, 4, 19}), Standing::waived);
  EXPECT_EQ(standing(Date{2017, 4, 20}), Standing::satisfied_late);
  EXPECT_EQ(found(Date{2017, 4, 20}).waiver, std::nullopt);
  hold(Date{2017, 2, 1});
  EXPECT_EQ(standing(), Standing::satisfied);
}

TEST_F(Waived, BeforeTheWindowOpens) {
  held.add(release(branch, q1, Date{2016, 11, 1}));
  EXPECT_EQ(standing(Date{2016, 12, 1}), Standing::waived);
}

TEST_F(Waived, ByTheFirstOfTwo) {
  held.add(release(branch, q1, Date{2017, 2, 2}));
  held.add(release(branch, year_2017, Date{2017, 1, 1}));
  EXPECT_EQ(found().waiver->approved_on, (Date{2017, 2, 2}));
  EXPECT_EQ(found(Date{2017, 2, 1}).waiver->approved_on, (Date{2017, 1, 1}));
}

TEST_F(Waived, WhatWasHeldAndDoesNotCountIsStillNamed) {
  held.add(release(branch, q1, Date{2017, 1, 1}));
  const RecordId meeting = hold(Date{2017, 4, 1});
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{meeting, Discount::other_period}));
}

TEST_F(Waived, ByAnUnknownRuleIsRefusedWithTheWaiverAndTheRulesThereAre) {
  Waiver waiver = release(branch, q1, Date{2017, 2, 2});
  waiver.rule = "S";
  held.add(waiver);
  EXPECT_EQ(standing(Date{2017, 2, 1}), Standing::due) << "not looked at before its approval";
  try {
    found(Date{2017, 2, 2});
    FAIL() << "audited by a rule that there is not";
  } catch (const std::invalid_argument& e) {
    EXPECT_STREQ(e.what(),
                 "the waiver of 2017-01-01..2017-03-31 approved by 党工委 on 2017-02-02: no such "
                 "provision: 'S' (did you mean 'R'?); accepted: R");
  }
}

}  // namespace
}  // namespace zhibu

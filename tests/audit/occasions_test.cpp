// SPDX-License-Identifier: BSL-1.0
//
// Occasions, of which each is met by a record of its own; and quotas whose records lie apart.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A branch visits on two festivals whose windows share the days from 26 to 30 September.
class TwoFestivals : public AuditOf {
 protected:
  TwoFestivals()
      : AuditOf{owing(Activity::festival_visit, AtFestivals{{"中秋节", "国庆节"}, 10, 0}, branch,
                      {Date{2017, 9, 20}, Date{2017, 10, 1}})} {
    owed.add(ProvisionId{0}, branch, {Date{2017, 9, 26}, Date{2017, 10, 5}});
  }

  RecordId visit(Date day) { return hold(day, Activity::festival_visit); }

  std::vector<Standing> standings(Date as_of = long_after) {
    findings.push_back(audit(owed, held, as_of));
    return {findings.back()[ObligationId{0}].standing, findings.back()[ObligationId{1}].standing};
  }
};

TEST_F(TwoFestivals, OneVisitInBothWindowsMeetsTheEarlierFestivalOnly) {
  const RecordId only = visit(Date{2017, 9, 28});
  EXPECT_THAT(standings(), ElementsAre(Standing::satisfied, Standing::overdue));
  EXPECT_THAT(findings.back()[ObligationId{1}].discounted,
              ElementsAre(Discounted{only, Discount::other_occasion}));
}

TEST_F(TwoFestivals, TwoVisitsInBothWindowsMeetBoth) {
  visit(Date{2017, 9, 28});
  visit(Date{2017, 9, 28});
  EXPECT_THAT(standings(), ElementsAre(Standing::satisfied, Standing::satisfied));
}

TEST_F(TwoFestivals, AVisitThatFitsOnlyTheEarlierLeavesTheOtherToTheLater) {
  const RecordId both = visit(Date{2017, 9, 27});
  const RecordId earlier = visit(Date{2017, 9, 21});
  EXPECT_THAT(standings(), ElementsAre(Standing::satisfied, Standing::satisfied));
  EXPECT_THAT(findings.back()[ObligationId{0}].evidence, ElementsAre(earlier));
  EXPECT_THAT(findings.back()[ObligationId{1}].evidence, ElementsAre(both));
}

TEST_F(TwoFestivals, ASecondVisitOnOneFestivalIsNotNeeded) {
  visit(Date{2017, 9, 21});
  const RecordId second = visit(Date{2017, 9, 22});
  EXPECT_THAT(standings(), ElementsAre(Standing::satisfied, Standing::overdue));
  EXPECT_EQ(why_not(findings.back(), held, second, ObligationId{0})->why, Discount::not_needed);
}

TEST_F(TwoFestivals, WhatIsNotApplicableTakesNoVisitFromTheOther) {
  Provision lifted = provision("R", Activity::festival_visit, AtFestivals{{"中秋节"}, 10, 0});
  lifted.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  owed = Obligations{rulebook({lifted}), year_2017};
  owed.add(ProvisionId{0}, branch, {Date{2017, 9, 20}, Date{2017, 10, 1}}, {.exemption = 0});
  owed.add(ProvisionId{0}, branch, {Date{2017, 9, 26}, Date{2017, 10, 5}});
  visit(Date{2017, 9, 28});
  EXPECT_THAT(standings(), ElementsAre(Standing::not_applicable, Standing::satisfied));
}

TEST(Occasions, OneThemedDayThatHeldTheMembersMeetingServesBothRules) {
  Obligations owed{
      rulebook({provision("LIFE-01", Activity::themed_party_day, AtLeast{1, Span::month}),
                provision("MTG-01", members_meeting, AtLeast{1, Span::quarter})}),
      q1};
  owed.add(ProvisionId{0}, branch, parse_period("2017-03"));
  owed.add(ProvisionId{1}, branch, q1);
  Records held;
  hold(held, a_record(branch, {Activity::themed_party_day, members_meeting}, Date{2017, 3, 10}));
  const Findings findings = audit(owed, held, long_after);
  for (const Finding& f : findings) EXPECT_EQ(f.standing, Standing::satisfied) << f.obligation.rule;
}

// A person is admitted on 15 January, and approved by 15 April.
class Approval : public AuditOf {
 protected:
  Approval()
      : AuditOf{owing(Activity::heart_to_heart_talk, Deadline{Milestone::admitted, 3, 0},
                      PersonId{0}, {Date{2017, 1, 15}, Date{2017, 4, 16}})} {}

  RecordId approve(Date day) {
    Record record = a_record(branch, Activity::heart_to_heart_talk, day);
    const PersonId persons[] = {PersonId{0}};
    record.persons = persons;
    return zhibu::hold(held, record);
  }
};

TEST_F(Approval, OnTheLastDayIsInTime) {
  approve(Date{2017, 4, 15});
  EXPECT_EQ(standing(), Standing::satisfied);
}

TEST_F(Approval, OnTheNextDayIsLateWithoutSayingWhatItIsFor) {
  approve(Date{2017, 4, 16});
  EXPECT_EQ(standing(), Standing::satisfied_late);
  EXPECT_EQ(standing(Date{2017, 4, 15}), Standing::due);
}

TEST_F(Approval, BeforeTheMilestoneIsNone) {
  approve(Date{2017, 1, 14});
  EXPECT_EQ(standing(), Standing::overdue);
}

// A branch studies four times a year, at least 30 days apart.
class StudyApart : public AuditOf {
 protected:
  StudyApart()
      : AuditOf{owing(Activity::study_day, AtLeast{.times = 2, .per = Span::year, .days_apart = 30},
                      branch, year_2017)} {}
};

TEST_F(StudyApart, OfTwoDays29DaysApartOneCounts) {
  hold(Date{2017, 3, 1}, Activity::study_day);
  const RecordId too_soon = hold(Date{2017, 3, 30}, Activity::study_day);
  EXPECT_EQ(found().missing, 1);
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{too_soon, Discount::too_close}));
}

TEST_F(StudyApart, OfTwoDays30DaysApartBothCount) {
  hold(Date{2017, 3, 1}, Activity::study_day);
  hold(Date{2017, 3, 31}, Activity::study_day);
  EXPECT_EQ(standing(), Standing::satisfied);
}

}  // namespace
}  // namespace zhibu

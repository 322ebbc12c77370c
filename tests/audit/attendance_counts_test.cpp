// SPDX-License-Identifier: BSL-1.0
//
// Who was there: quorums of meetings, what a person attended, and the class hours of it.

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Requirement half_of_members() {
  Requirement rule;
  rule.code = rule.name = "MTG-03";
  rule.scope = EveryUnit{{UnitKind::branch}};
  rule.demand = MeetingQuorum{members_meeting, Ratio{1, 2, true}};
  rule.in_force_from = Date{2017, 2, 1};
  rule.source = {"条例", "11", true};
  return rule;
}

// A branch owes a meeting in the first quarter; half of those due are its quorum, from February on.
class Quorum : public QuarterlyMeeting {
 protected:
  Quorum() {
    Rulebook rules = owed.rulebook();
    rules.add(half_of_members());
    owed = Obligations{rules, year_2017};
    owed.add(ProvisionId{0}, branch, q1);
  }

  RecordId meet(Date day, std::optional<int> due, std::optional<int> present) {
    Record record = a_record(branch, members_meeting, day);
    record.due = due;
    record.present = present;
    return zhibu::hold(held, record);
  }
};

TEST_F(Quorum, Of14Of28IsEnough) {
  meet(Date{2017, 3, 1}, 28, 14);
  EXPECT_EQ(standing(), Standing::satisfied);
}

TEST_F(Quorum, Of13Of28IsNoneAndTheFindingNamesTheRule) {
  const RecordId meeting = meet(Date{2017, 3, 1}, 28, 13);
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_THAT(found().discounted,
              ElementsAre(Discounted{meeting, Discount::no_quorum, RequirementId{0}}));
}

TEST_F(Quorum, IsAskedFromTheDayOnWhichItsRuleIsInForce) {
  meet(Date{2017, 1, 31}, 28, 1);
  EXPECT_EQ(standing(), Standing::satisfied);
  held = Records{};
  meet(Date{2017, 2, 1}, 28, 1);
  EXPECT_EQ(standing(), Standing::overdue);
}

TEST_F(Quorum, IsNotAskedWhereTheMinutesHaveNoNumbers) {
  meet(Date{2017, 3, 1}, 28, {});
  EXPECT_EQ(standing(), Standing::satisfied);
}

TEST_F(Quorum, ByTheRulesOfADayIsAskedOfEveryMeeting) {
  owed = Obligations{owed.rulebook(), year_2017, Date{2026, 1, 1}};
  owed.add(ProvisionId{0}, branch, q1);
  meet(Date{2017, 1, 31}, 28, 1);
  EXPECT_EQ(standing(), Standing::overdue);
}

TEST_F(Quorum, WhoIsServedAtHomeDoesNotMakeAndWhoJoinsOnlineDoes) {
  const std::array due{PersonId{0}, PersonId{1}};
  const RecordId at_home = hold(Date{2017, 3, 1});
  const Attendee served{PersonId{0}, Presence::served_at_home};
  const Attendee absent{PersonId{1}, Presence::absent};
  held.attend(at_home, due, std::array{served, absent});
  EXPECT_EQ(standing(), Standing::overdue);
  const RecordId online = hold(Date{2017, 3, 2});
  held.attend(online, due, std::array{Attendee{PersonId{0}, Presence::online}, absent});
  EXPECT_EQ(standing(), Standing::satisfied);
}

// Two members owe a study in the quarter.
class MembersStudy : public AuditOf {
 protected:
  MembersStudy() : AuditOf{owing(Activity::study_day, AtLeast{1, Span::quarter}, PersonId{0}, q1)} {
    owed.add(ProvisionId{0}, PersonId{1}, q1);
  }

  RecordId study(Presence of_the_first) {
    const RecordId record = hold(Date{2017, 3, 1}, Activity::study_day);
    held.attend(record, std::array{PersonId{0}, PersonId{1}},
                std::array{Attendee{PersonId{0}, of_the_first}});
    return record;
  }

  Finding of(std::uint32_t person) {
    findings.push_back(audit(owed, held, long_after));
    return findings.back()[ObligationId{person}];
  }
};

TEST_F(MembersStudy, CountsForWhoWasPresentOnlineOrServedAtHome) {
  for (const Presence presence : {Presence::present, Presence::online, Presence::served_at_home}) {
    held = Records{};
    study(presence);
    EXPECT_EQ(of(0).standing, Standing::satisfied) << key(presence);
  }
}

TEST_F(MembersStudy, DoesNotCountForWhoWasExcusedOrAbsentAndStillDoesForTheOther) {
  for (const Presence presence : {Presence::excused, Presence::absent}) {
    held = Records{};
    const RecordId record = study(presence);
    EXPECT_EQ(of(0).standing, Standing::overdue) << key(presence);
    EXPECT_THAT(of(0).discounted, ElementsAre(Discounted{record, Discount::not_present}));
    EXPECT_EQ(of(1).standing, Standing::satisfied);
  }
}

TEST_F(MembersStudy, DoesNotCountForWhoWasNotDue) {
  const RecordId record = hold(Date{2017, 3, 1}, Activity::study_day);
  held.attend(record, std::array{PersonId{1}}, {});
  EXPECT_EQ(of(0).standing, Standing::overdue);
  EXPECT_EQ(why_not(findings.back(), held, record, ObligationId{0})->why, Discount::other_bearer);
}

// A member owes 32 class hours in the year.
class Hours : public AuditOf {
 protected:
  Hours()
      : AuditOf{owing(Activity::study_day, ClassHours{32, Span::year}, PersonId{0}, year_2017)} {}

  RecordId attend(int hours, Date day, Activity activity = Activity::study_day,
                  Presence presence = Presence::present) {
    Record record = a_record(branch, activity, day);
    record.class_hours = hours;
    const RecordId id = zhibu::hold(held, record);
    held.attend(id, std::array{PersonId{0}}, std::array{Attendee{PersonId{0}, presence}});
    return id;
  }
};

TEST_F(Hours, Of31LeaveOneMissingAnd32None) {
  attend(31, Date{2017, 5, 1});
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_EQ(found().hours, 31);
  EXPECT_EQ(found().missing_hours, 1);
  EXPECT_EQ(found().missing, 0);
  attend(1, Date{2017, 12, 31});
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_EQ(found().missing_hours, 0);
}

TEST_F(Hours, CountOfWhateverActivityGivesThem) {
  attend(16, Date{2017, 5, 1}, Activity::party_lecture);
  attend(16, Date{2017, 6, 1}, Activity::themed_party_day);
  EXPECT_EQ(standing(), Standing::satisfied);
}

TEST_F(Hours, DoNotCountOfTheNextYearNorOfWhoWasAbsent) {
  attend(32, Date{2018, 1, 1});
  attend(32, Date{2017, 6, 1}, Activity::study_day, Presence::absent);
  EXPECT_EQ(found().hours, 0);
}

TEST_F(Hours, AStudyWithoutAnyDoesNotCount) {
  hold(Date{2017, 3, 1}, Activity::study_day);
  EXPECT_THAT(found().evidence, IsEmpty());
}

}  // namespace
}  // namespace zhibu

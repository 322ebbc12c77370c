// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/audit.hpp"

#include <array>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::ElementsAreArray;
using testing::IsEmpty;

const UnitId other_branch{1};
const Period q2 = parse_period("2017-Q2");

TEST_F(QuarterlyMeeting, IsUpcomingTheDayBeforeItsWindowAndDueOnItsFirstDay) {
  EXPECT_EQ(standing(Date{2016, 12, 31}), Standing::upcoming);
  EXPECT_EQ(standing(Date{2017, 1, 1}), Standing::due);
}

TEST_F(QuarterlyMeeting, IsDueOnTheLastDayOfItsWindowAndOverdueOnTheNext) {
  EXPECT_EQ(standing(Date{2017, 3, 31}), Standing::due);
  EXPECT_EQ(standing(Date{2017, 4, 1}), Standing::overdue);
  EXPECT_EQ(found().missing, 1);
}

TEST_F(QuarterlyMeeting, CountsOnTheFirstDayOfTheWindowAndNotOnTheDayBefore) {
  hold(Date{2016, 12, 31});
  EXPECT_EQ(standing(), Standing::overdue);
  const RecordId meeting = hold(Date{2017, 1, 1});
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_THAT(found().evidence, ElementsAre(meeting));
}

TEST_F(QuarterlyMeeting, CountsOnTheLastDayOfTheWindow) {
  const RecordId meeting = hold(Date{2017, 3, 31});
  const Finding f = found();
  EXPECT_EQ(f.standing, Standing::satisfied);
  EXPECT_EQ(f.missing, 0);
  EXPECT_THAT(f.evidence, ElementsAre(meeting));
  EXPECT_THAT(f.discounted, IsEmpty());
}

TEST_F(QuarterlyMeeting, DoesNotCountOnTheDayAfterTheWindow) {
  const RecordId meeting = hold(Date{2017, 4, 1});
  const Finding f = found();
  EXPECT_EQ(f.standing, Standing::overdue);
  EXPECT_EQ(f.missing, 1);
  EXPECT_THAT(f.evidence, IsEmpty());
  EXPECT_THAT(f.discounted, ElementsAre(Discounted{meeting, Discount::other_period}));
}

TEST_F(QuarterlyMeeting, HeldInTheNextQuarterServesThatOneAlone) {
  owed.add(ProvisionId{0}, branch, q2);
  const RecordId meeting = hold(Date{2017, 5, 10});
  const Findings both = audit(owed, held, Date{2017, 9, 30});
  EXPECT_EQ(both[ObligationId{0}].standing, Standing::overdue);
  EXPECT_THAT(both[ObligationId{0}].discounted,
              ElementsAre(Discounted{meeting, Discount::other_period}));
  EXPECT_EQ(both[ObligationId{1}].standing, Standing::satisfied);
  EXPECT_THAT(both[ObligationId{1}].evidence, ElementsAre(meeting));
  EXPECT_THAT(both[ObligationId{1}].discounted, IsEmpty());
}

TEST_F(QuarterlyMeeting, HeldAfterItsWindowButForItIsMadeUpForLate) {
  const RecordId meeting = hold_for("2017-Q1", Date{2017, 4, 1});
  EXPECT_EQ(standing(Date{2017, 3, 31}), Standing::due);
  const Finding f = found(Date{2017, 4, 1});
  EXPECT_EQ(f.standing, Standing::satisfied_late);
  EXPECT_EQ(f.missing, 0);
  EXPECT_THAT(f.evidence, ElementsAre(meeting));
}

TEST_F(QuarterlyMeeting, HeldWithinItsWindowForItIsOnTimeAndForAnotherPeriodIsNothing) {
  const RecordId another = hold_for("2016-Q4", Date{2017, 1, 5});
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{another, Discount::other_period}));
  const RecordId meeting = hold_for("2017-Q1", Date{2017, 3, 31});
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_THAT(found().evidence, ElementsAre(meeting));
}

TEST_F(QuarterlyMeeting, HeldBeforeItsWindowForItIsOnTime) {
  const RecordId meeting = hold_for("2017-Q1", Date{2016, 12, 30});
  EXPECT_THAT(found().evidence, ElementsAre(meeting));
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_EQ(standing(Date{2016, 12, 30}), Standing::satisfied);
  EXPECT_EQ(standing(Date{2016, 12, 29}), Standing::upcoming);
}

TEST_F(QuarterlyMeeting, HeldForPartOfTheWindowCountsAndForMoreThanItDoesNot) {
  hold_for("2017", Date{2017, 2, 1});
  hold_for("2017-03-31..2017-04-01", Date{2017, 2, 1});
  EXPECT_EQ(standing(), Standing::overdue);
  const RecordId meeting = hold_for("2017-03", Date{2017, 4, 20});
  EXPECT_EQ(standing(), Standing::satisfied_late);
  EXPECT_THAT(found().evidence, ElementsAre(meeting));
}

TEST_F(QuarterlyMeeting, OnTimeAndAgainLateIsOnTimeWithBothInEvidence) {
  const RecordId late = hold_for("2017-Q1", Date{2017, 4, 20});
  const RecordId on_time = hold(Date{2017, 2, 1});
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_THAT(found().evidence, ElementsAre(on_time, late)) << "in the order held";
}

TEST_F(QuarterlyMeeting, HeldOftenOnOneDayIsShownInTheOrderAdded) {
  std::vector<RecordId> meetings;
  for (int i = 0; i < 40; ++i) {
    meetings.push_back(hold(Date{2017, 2, 2}));
    hold(Date{2017, 2, 1}, Activity::committee_meeting);
  }
  EXPECT_THAT(found().evidence, ElementsAreArray(meetings));
}

TEST_F(QuarterlyMeeting, VoidedNeverCounts) {
  Record record = a_record(branch, members_meeting, Date{2017, 2, 1});
  record.voided = true;
  const RecordId in_time = zhibu::hold(held, record);
  record.held_on = Date{2018, 5, 1};
  record.for_period = q1;
  const RecordId made_up_for = zhibu::hold(held, record);
  record.held_on = Date{2018, 6, 1};
  record.for_period = std::nullopt;
  zhibu::hold(held, record);

  const Finding f = found();
  EXPECT_EQ(f.standing, Standing::overdue);
  EXPECT_THAT(f.discounted, ElementsAre(Discounted{in_time, Discount::voided},
                                        Discounted{made_up_for, Discount::voided}))
      << "and what was neither of the quarter nor near it is not named";
}

TEST_F(QuarterlyMeeting, DiscountsAsManyDaysAfterTheWindowAsItHas) {
  hold(Date{2017, 6, 30});
  hold(Date{2016, 12, 31});
  const RecordId near = hold(Date{2017, 6, 29});
  ASSERT_EQ(q1.days(), 90);
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{near, Discount::other_period}));
}

TEST_F(QuarterlyMeeting, HeldByAnotherBranchOrOfAnotherKindIsNotLookedAt) {
  zhibu::hold(held, a_record(other_branch, members_meeting, Date{2017, 2, 1}));
  hold(Date{2017, 2, 2}, Activity::committee_meeting);
  Record named = a_record(other_branch, members_meeting, Date{2017, 2, 1});
  const std::array persons{PersonId{branch.index}};
  named.persons = persons;
  zhibu::hold(held, named);
  const Finding f = found();
  EXPECT_EQ(f.standing, Standing::overdue);
  EXPECT_THAT(f.discounted, IsEmpty());
}

TEST_F(QuarterlyMeeting, AnAuditOfADayGoneByIsAsItWasThatEvening) {
  hold(Date{2017, 3, 10});
  EXPECT_EQ(standing(Date{2017, 3, 9}), Standing::due);
  EXPECT_THAT(found(Date{2017, 3, 9}).evidence, IsEmpty());
  EXPECT_EQ(standing(Date{2017, 3, 10}), Standing::satisfied);

  hold(Date{2017, 4, 5});
  EXPECT_EQ(found(Date{2017, 3, 9}).discounted.size(), 0U);
}

TEST_F(QuarterlyMeeting, OnTheLastDaysThatThereAreIsAuditedLikeAnyOther) {
  owed = owing(members_meeting, AtLeast{1, Span::quarter, {}}, branch, since(Date{9999, 12, 1}));
  hold(Date::last());
  EXPECT_EQ(standing(Date::last()), Standing::overdue);
  hold(Date{9999, 12, 30});
  EXPECT_EQ(standing(Date::last()), Standing::satisfied);
}

class LifeMeeting : public AuditOf {
 protected:
  LifeMeeting()
      : AuditOf{owing(members_meeting, AtLeast{1, Span::year, {}}, branch, parse_period("2016"))} {}
};

TEST_F(LifeMeeting, For2016HeldInMarch2017IsSatisfiedLate) {
  hold_for("2016", Date{2017, 3, 10});
  EXPECT_EQ(standing(Date{2016, 12, 31}), Standing::due);
  EXPECT_EQ(standing(Date{2017, 3, 9}), Standing::overdue);
  EXPECT_EQ(standing(Date{2017, 3, 10}), Standing::satisfied_late);
}

TEST_F(LifeMeeting, HeldInMarch2017ForNoOtherYearIsNotOf2016) {
  const RecordId meeting = hold(Date{2017, 3, 10});
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{meeting, Discount::other_period}));
}

TEST(OneAfternoon, AThemedDayThatHoldsTheMembersMeetingServesBoth) {
  Obligations owed{
      rulebook({provision("MTG-01", members_meeting, AtLeast{1, Span::quarter, {}}),
                provision("LIFE-01", Activity::themed_party_day, AtLeast{1, Span::month, {}}),
                provision("MTG-11", Activity::party_lecture, AtLeast{1, Span::quarter, {}})}),
      year_2017};
  owed.add(ProvisionId{0}, branch, q1);
  owed.add(ProvisionId{1}, branch, parse_period("2017-02"));
  owed.add(ProvisionId{2}, branch, q1);
  Records held;
  const RecordId afternoon = hold(
      held, a_record(branch, {Activity::themed_party_day, members_meeting}, Date{2017, 2, 15}));

  const Findings found = audit(owed, held, long_after);
  EXPECT_THAT(found[ObligationId{0}].evidence, ElementsAre(afternoon));
  EXPECT_THAT(found[ObligationId{1}].evidence, ElementsAre(afternoon));
  EXPECT_EQ(found[ObligationId{0}].standing, Standing::satisfied);
  EXPECT_EQ(found[ObligationId{1}].standing, Standing::satisfied);
  EXPECT_EQ(found[ObligationId{2}].standing, Standing::overdue) << "no lecture was given";
}

// A branch without a committee owes no committee meeting.
class CommitteeMeetingOfNone : public AuditOf {
 protected:
  CommitteeMeetingOfNone() : AuditOf{Obligations{exempting(), year_2017}} {
    owed.add(ProvisionId{0}, branch, parse_period("2017-01"), {.exemption = 0});
  }

  static Rulebook exempting() {
    Provision row = provision("R", Activity::committee_meeting, AtLeast{1, Span::month, {}});
    const std::vector<Exemption> exemptions{
        {Condition::without_committee, "COM-04", {"中国共产党支部工作条例（试行）", "7", true}}};
    row.exemptions = exemptions;
    return rulebook({row});
  }
};

TEST_F(CommitteeMeetingOfNone, IsNotApplicableByTheRuleThatSaysSo) {
  for (const Date day : {Date{2016, 12, 31}, Date{2017, 1, 31}, long_after}) {
    const Finding f = found(day);
    EXPECT_EQ(f.standing, Standing::not_applicable);
    EXPECT_EQ(f.missing, 0);
    ASSERT_TRUE(f.obligation.exempted);
    EXPECT_EQ(f.obligation.exempted->rule, "COM-04");
    EXPECT_EQ(f.obligation.exempted->source.article, "7");
  }
}

TEST_F(CommitteeMeetingOfNone, NeedsNoWaiverAndIsNoMoreApplicableForBeingHeld) {
  held.add(release(branch, year_2017, Date{2017, 1, 1}));
  hold(Date{2017, 2, 5}, Activity::committee_meeting);
  EXPECT_EQ(standing(), Standing::not_applicable);
  EXPECT_EQ(found().waiver, std::nullopt);
  EXPECT_THAT(found().discounted, IsEmpty());
  hold(Date{2017, 1, 5}, Activity::committee_meeting);
  EXPECT_EQ(standing(), Standing::not_applicable);
}

TEST(FindingsValue, OutliveTheObligationsAndTheRecordsButForHandles) {
  const auto made = [] {
    const Obligations owed = owing(members_meeting, AtLeast{1, Span::quarter, {}}, branch, q1);
    Records held;
    hold(held, a_record(branch, members_meeting, Date{2017, 4, 5}));
    held.add(release(branch, q1, Date{2017, 2, 2}));
    return audit(owed, held, long_after);
  };
  const Findings findings = made();
  const Findings copy = findings;
  for (const Findings* each : {&findings, &copy}) {
    ASSERT_EQ(each->size(), 1U);
    const Finding f = (*each)[ObligationId{0}];
    EXPECT_EQ(f.obligation.rule, "R");
    EXPECT_EQ(f.waiver->approved_by, "党工委");
    EXPECT_THAT(f.discounted, ElementsAre(Discounted{RecordId{0}, Discount::other_period}));
    EXPECT_EQ(each->as_of(), long_after);
  }
}

TEST(FindingsValue, OfNothingOwedAreNone) {
  const Findings none = audit(Obligations{Rulebook{}, year_2017}, Records{}, long_after);
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.begin(), none.end());
  EXPECT_THROW(none[ObligationId{0}], std::invalid_argument);
}

TEST(AuditWords, TheFirmerTheDemandTheGraverTheFinding) {
  EXPECT_EQ(severity(Force::shall), Severity::breach);
  EXPECT_EQ(severity(Force::as_a_rule), Severity::below_norm);
  EXPECT_EQ(severity(Force::practice), Severity::reminder);
  EXPECT_EQ(severity(Force::may), Severity::reminder);
}

// The names of E stand at the places of their values, with these labels.
template <class E>
void expect_labels(const std::vector<std::pair<E, std::string_view>>& expected) {
  ASSERT_EQ(names<E>().size(), expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(names<E>()[i].value, expected[i].first);
    EXPECT_EQ(static_cast<std::size_t>(expected[i].first), i);
    EXPECT_EQ(names<E>()[i].zh, expected[i].second);
    EXPECT_FALSE(names<E>()[i].en.empty());
  }
}

TEST(AuditWords, AreThoseOfTheField) {
  expect_labels<Standing>({{Standing::upcoming, "未到期"},
                           {Standing::due, "待办"},
                           {Standing::satisfied, "已完成"},
                           {Standing::satisfied_late, "逾期补办"},
                           {Standing::overdue, "逾期"},
                           {Standing::waived, "豁免"},
                           {Standing::not_applicable, "不适用"}});
  expect_labels<Severity>({{Severity::breach, "违规"},
                           {Severity::below_norm, "未达一般要求"},
                           {Severity::reminder, "提醒"}});
  expect_labels<Discount>({{Discount::voided, "已作废"},
                           {Discount::other_period, "不在应办期限内"},
                           {Discount::other_place, "地点不符"},
                           {Discount::no_quorum, "未达法定到会人数"},
                           {Discount::not_present, "本人未参加"},
                           {Discount::too_close, "间隔不足"},
                           {Discount::other_occasion, "已计入另一次应办事项"},
                           {Discount::not_needed, "已另有记录满足"},
                           {Discount::other_activity, "活动类别不符"},
                           {Discount::other_bearer, "非该主体的记录"},
                           {Discount::held_later, "核查日之后举行"},
                           {Discount::not_yet_known, "当时尚未录入"}});
  EXPECT_EQ(key(Standing::satisfied_late), "satisfied_late");
  EXPECT_EQ(parse<Standing>("逾期补办", "standing"), Standing::satisfied_late);
}

}  // namespace
}  // namespace zhibu

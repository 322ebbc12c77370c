// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/rate.hpp"

#include <cstddef>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

Tally tally(std::initializer_list<std::pair<Standing, int>> counts) {
  Tally made;
  for (const auto& [standing, count] : counts)
    made.standing[static_cast<std::size_t>(standing)] = count;
  return made;
}

TEST(ExecutionRate, IsWhatWasMetInTimeOfAllThatHadToBe) {
  const Tally t =
      tally({{Standing::satisfied, 5}, {Standing::satisfied_late, 1}, {Standing::overdue, 2}});
  EXPECT_EQ(execution_rate(t), (Rate{5, 8}));
  EXPECT_EQ(overdue_rate(t), (Rate{3, 8}));
  EXPECT_EQ(execution_rate(t).value(), 0.625);
}

TEST(ExecutionRate, LeavesOutWhatIsNeitherMetNorMissed) {
  const Tally outside = tally({{Standing::upcoming, 2},
                               {Standing::due, 3},
                               {Standing::waived, 4},
                               {Standing::not_applicable, 5}});
  EXPECT_EQ(execution_rate(outside), (Rate{0, 0}));
  EXPECT_EQ(execution_rate(outside).value(), std::nullopt) << "neither 0 % nor 100 %";
  EXPECT_EQ(overdue_rate(outside).value(), std::nullopt);
}

TEST(ExecutionRate, OfNothingMetIsNoughtAndIsARate) {
  EXPECT_EQ(execution_rate(tally({{Standing::overdue, 2}})).value(), 0.0);
  EXPECT_EQ(overdue_rate(tally({{Standing::overdue, 2}})).value(), 1.0);
}

TEST_F(QuarterlyMeeting, IsCountedByTheRatesFromTheDayOnWhichItIsMetOrOverdue) {
  EXPECT_EQ(execution_rate(audit(owed, held, Date{2017, 3, 31})), (Rate{0, 0}));
  EXPECT_EQ(overdue_rate(audit(owed, held, Date{2017, 4, 1})), (Rate{1, 1}));
  hold(Date{2017, 2, 1});
  EXPECT_EQ(execution_rate(audit(owed, held, Date{2017, 1, 31})), (Rate{0, 0}));
  EXPECT_EQ(execution_rate(audit(owed, held, Date{2017, 2, 1})), (Rate{1, 1}));
}

TEST_F(QuarterlyMeeting, MadeUpForLateWasOverdueAllTheSame) {
  hold_for("2017-Q1", Date{2017, 4, 20});
  EXPECT_EQ(execution_rate(audit(owed, held, long_after)), (Rate{0, 1}));
  EXPECT_EQ(overdue_rate(audit(owed, held, long_after)), (Rate{1, 1}));
}

class AttendanceRate : public testing::Test {
 protected:
  void hold(Date day, std::optional<int> due, std::optional<int> present, UnitId unit = branch,
            bool voided = false) {
    Record record = a_record(unit, members_meeting, day);
    record.due = due;
    record.present = present;
    record.voided = voided;
    zhibu::hold(held, record);
  }

  Records held;
};

TEST_F(AttendanceRate, IsWhoWasPresentOfThoseDueOverAllThatWasHeld) {
  hold(q1.begin, 28, 25);
  hold(q1.last(), 12, 12, UnitId{1});
  EXPECT_EQ(attendance_rate(held, q1), (Rate{37, 40}));
  EXPECT_EQ(attendance_rate(held, q1, branch), (Rate{25, 28}));
  EXPECT_EQ(attendance_rate(held, q1, UnitId{2}), (Rate{0, 0}));
}

TEST_F(AttendanceRate, LeavesOutTheDaysBeforeAndAfterThePeriod) {
  hold(q1.begin - 1, 28, 25);
  hold(q1.end, 28, 25);
  EXPECT_EQ(attendance_rate(held, q1).value(), std::nullopt);
}

TEST_F(AttendanceRate, LeavesOutWhatIsVoidedAndWhatDoesNotSayBothNumbers) {
  hold(q1.begin, 28, 25, branch, true);
  hold(q1.begin, 28, {});
  hold(q1.begin, {}, 25);
  EXPECT_EQ(attendance_rate(held, q1), (Rate{0, 0}));
}

TEST_F(AttendanceRate, CountsAnAttendanceThatWasTaken) {
  const RecordId meeting = zhibu::hold(held, a_record(branch, members_meeting, q1.begin));
  const std::vector<PersonId> due{{0}, {1}, {2}, {3}};
  const std::vector<Attendee> exceptions{{PersonId{1}, Presence::online},
                                         {PersonId{2}, Presence::excused},
                                         {PersonId{3}, Presence::absent}};
  held.attend(meeting, due, exceptions);
  EXPECT_EQ(attendance_rate(held, q1), (Rate{2, 4}));
}

RC_GTEST_PROP(RateProperty, ExecutionAndOverdueAddUpToOneAndSumsOfPartsToTheWhole, ()) {
  Tally a, b, both;
  for (std::size_t i = 0; i < a.standing.size(); ++i) {
    a.standing[i] = *rc::gen::inRange(0, 5);
    b.standing[i] = *rc::gen::inRange(0, 5);
    both.standing[i] = a.standing[i] + b.standing[i];
  }
  RC_ASSERT(execution_rate(a) + execution_rate(b) == execution_rate(both));
  RC_ASSERT(overdue_rate(a) + overdue_rate(b) == overdue_rate(both));
  RC_ASSERT(execution_rate(a).denominator == overdue_rate(a).denominator);
  RC_ASSERT(execution_rate(a).numerator + overdue_rate(a).numerator ==
            execution_rate(a).denominator);
}

RC_GTEST_PROP(RateProperty, IsThatOfTheStandings, ()) {
  std::vector<Standing> standings;
  Tally counted;
  for (const auto i : *rc::gen::container<std::vector<std::size_t>>(
           rc::gen::inRange<std::size_t>(0, Tally{}.standing.size()))) {
    standings.push_back(static_cast<Standing>(i));
    ++counted.standing[i];
  }
  RC_ASSERT(execution_rate(standings) == execution_rate(counted));
  RC_ASSERT(overdue_rate(standings) == overdue_rate(counted));
}

TEST(RateWords, AreThoseOfTheField) {
  EXPECT_EQ(label(RateKind::execution), "规范执行率");
  EXPECT_EQ(label(RateKind::overdue), "逾期率");
  EXPECT_EQ(label(RateKind::attendance), "出席率");
  EXPECT_EQ(key(RateKind::execution), "execution");
}

}  // namespace
}  // namespace zhibu

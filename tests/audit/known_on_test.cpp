// SPDX-License-Identifier: BSL-1.0
//
// The audit as the books stood on a day; and why a record does not count.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

class Known : public QuarterlyMeeting {
 protected:
  Standing known(Date on, Date as_of = long_after) {
    findings.push_back(audit(owed, held, as_of, on));
    return findings.back()[ObligationId{0}].standing;
  }

  RecordId enter(Date held_on, std::optional<Date> entered_on, std::optional<Date> voided_on = {}) {
    Record record = a_record(branch, members_meeting, held_on);
    record.entered_on = entered_on;
    record.voided = voided_on.has_value();
    record.voided_on = voided_on;
    return zhibu::hold(held, record);
  }
};

TEST_F(Known, FromTheDayItWasEnteredOn) {
  enter(Date{2017, 3, 10}, Date{2017, 5, 2});
  EXPECT_EQ(known(Date{2017, 5, 1}), Standing::overdue);
  EXPECT_EQ(known(Date{2017, 5, 2}), Standing::satisfied);
}

TEST_F(Known, FromTheDayItWasHeldOnWhereNobodySaysWhenItWasEntered) {
  enter(Date{2017, 3, 10}, {});
  EXPECT_EQ(known(Date{2017, 3, 9}), Standing::overdue);
  EXPECT_EQ(known(Date{2017, 3, 10}), Standing::satisfied);
}

TEST_F(Known, UntilTheDayItWasVoidedOn) {
  enter(Date{2017, 3, 10}, Date{2017, 3, 11}, Date{2017, 6, 1});
  EXPECT_EQ(known(Date{2017, 5, 31}), Standing::satisfied);
  EXPECT_EQ(known(Date{2017, 6, 1}), Standing::overdue);
  EXPECT_EQ(standing(), Standing::overdue) << "as the books are now";
}

TEST_F(Known, TheWaiverFromTheDayOfItsApproval) {
  held.add(release(branch, q1, Date{2017, 4, 10}));
  EXPECT_EQ(known(Date{2017, 4, 9}), Standing::overdue);
  EXPECT_EQ(known(Date{2017, 4, 10}), Standing::waived);
}

TEST_F(Known, AndAsOfAreTwoQuestions) {
  enter(Date{2017, 3, 10}, Date{2017, 5, 2});
  EXPECT_EQ(known(Date{2017, 5, 2}, Date{2017, 3, 9}), Standing::due) << "not yet held";
  EXPECT_EQ(known(Date{2017, 5, 2}, Date{2017, 3, 10}), Standing::satisfied);
}

class WhyNot : public Known {
 protected:
  std::optional<Discount> why(RecordId record, Date as_of = long_after) {
    findings.push_back(audit(owed, held, as_of, known_on));
    const auto found = why_not(findings.back(), held, record, ObligationId{0});
    return found ? std::optional{found->why} : std::nullopt;
  }

  std::optional<Date> known_on;
};

TEST_F(WhyNot, IsNothingWhereItCounts) { EXPECT_EQ(why(hold(Date{2017, 3, 10})), std::nullopt); }

TEST_F(WhyNot, NamesWhatStandsAgainstIt) {
  EXPECT_EQ(why(hold(Date{2017, 4, 1})), Discount::other_period);
  EXPECT_EQ(why(hold(Date{2017, 3, 10}, Activity::study_day)), Discount::other_activity);
  EXPECT_EQ(why(zhibu::hold(held, a_record(UnitId{1}, members_meeting, Date{2017, 3, 10}))),
            Discount::other_bearer);
  EXPECT_EQ(why(enter(Date{2017, 3, 10}, {}, Date{2017, 3, 11})), Discount::voided);
}

TEST_F(WhyNot, IsThatItWasHeldOnTheDayAfterTheAudit) {
  const RecordId record = hold(Date{2017, 3, 10});
  EXPECT_EQ(why(record, Date{2017, 3, 9}), Discount::held_later);
  EXPECT_EQ(why(record, Date{2017, 3, 10}), std::nullopt);
}

TEST_F(WhyNot, IsThatItWasNotYetEntered) {
  const RecordId record = enter(Date{2017, 3, 10}, Date{2017, 5, 2});
  known_on = Date{2017, 5, 1};
  EXPECT_EQ(why(record), Discount::not_yet_known);
  known_on = Date{2017, 5, 2};
  EXPECT_EQ(why(record), std::nullopt);
}

TEST_F(WhyNot, RefusesARecordAndAnObligationThatThereAreNot) {
  hold(Date{2017, 3, 10});
  const Findings found = audit(owed, held, long_after);
  EXPECT_THROW(why_not(found, held, RecordId{1}, ObligationId{0}), std::invalid_argument);
  EXPECT_THROW(why_not(found, held, RecordId{0}, ObligationId{1}), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

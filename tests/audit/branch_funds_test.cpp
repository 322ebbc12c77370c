// SPDX-License-Identifier: BSL-1.0

#include <cstdint>
#include <limits>
#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

// Ten to twenty thousand yuan a year.
class BranchFunds : public AuditOf {
 protected:
  BranchFunds()
      : AuditOf{owing(Activity::branch_funds, Funding{1000000, 2000000, Span::year}, branch,
                      year_2017)} {}

  RecordId pay(std::int64_t fen, Date day = Date{2017, 6, 1},
               std::optional<Period> for_period = {}) {
    Record record = a_record(branch, Activity::branch_funds, day);
    record.amount_fen = fen;
    record.for_period = for_period;
    return zhibu::hold(held, record);
  }
};

TEST_F(BranchFunds, OneFenTooLittleIsMissingAndTheLeastIsEnough) {
  pay(999999);
  const Finding little = found();
  EXPECT_EQ(little.standing, Standing::overdue);
  EXPECT_EQ(little.missing_fen, 1);
  EXPECT_EQ(little.paid_fen, 999999);
  EXPECT_EQ(little.missing, 0) << "money is owed, not times";
  pay(1);
  const Finding enough = found();
  EXPECT_EQ(enough.standing, Standing::satisfied);
  EXPECT_EQ(enough.missing_fen, 0);
  EXPECT_EQ(enough.evidence.size(), 2U);
}

TEST_F(BranchFunds, MoreThanTheMostIsMetAndShownByWhatWasPaid) {
  pay(2000001);
  EXPECT_EQ(standing(), Standing::satisfied);
  EXPECT_EQ(found().missing_fen, 0);
  EXPECT_GT(found().paid_fen, found().obligation.most_fen);
}

TEST_F(BranchFunds, NothingPaidIsAllMissing) {
  EXPECT_EQ(standing(Date{2017, 12, 31}), Standing::due);
  EXPECT_EQ(found().missing_fen, 1000000);
  EXPECT_EQ(found().paid_fen, 0);
}

TEST_F(BranchFunds, ThePartPaidAfterTheYearForItMakesItLate) {
  pay(500000, Date{2017, 12, 31});
  pay(500000, Date{2018, 1, 1}, year_2017);
  EXPECT_EQ(found(Date{2017, 12, 31}).missing_fen, 500000);
  EXPECT_EQ(standing(Date{2018, 1, 1}), Standing::satisfied_late);
}

TEST_F(BranchFunds, WhatWasPaidAfterTheYearForNoPeriodIsOfTheNext) {
  pay(1000000, Date{2018, 1, 1});
  EXPECT_EQ(standing(), Standing::overdue);
  EXPECT_EQ(found().paid_fen, 0);
}

TEST_F(BranchFunds, WhatWasVoidedWasNotPaid) {
  Record record = a_record(branch, Activity::branch_funds, Date{2017, 6, 1});
  record.amount_fen = 1000000;
  record.voided = true;
  const RecordId voided = zhibu::hold(held, record);
  EXPECT_EQ(found().missing_fen, 1000000);
  EXPECT_THAT(found().discounted, ElementsAre(Discounted{voided, Discount::voided}));
}

TEST_F(BranchFunds, WhenWaivedAreOwedNoMore) {
  pay(999999);
  held.add(release(branch, year_2017, Date{2017, 12, 1}));
  EXPECT_EQ(standing(), Standing::waived);
  EXPECT_EQ(found().missing_fen, 0);
  EXPECT_EQ(found().paid_fen, 999999);
}

TEST_F(BranchFunds, SumsBeyondEveryNumberStopAtTheLargest) {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  pay(most);
  pay(most);
  EXPECT_EQ(found().paid_fen, most);
  EXPECT_EQ(standing(), Standing::satisfied);
}

}  // namespace
}  // namespace zhibu

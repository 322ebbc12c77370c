// SPDX-License-Identifier: BSL-1.0
//
// Funds, in and out.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

constexpr auto funds = LedgerKind::funds;

struct WithFunds : TwoBranches {
  FundId of_one = fund("F1", "专项经费", one);
  FundId of_all = fund("F2", "启动资金", std::nullopt);

  FundId fund(std::string_view code, std::string_view name, std::optional<UnitId> unit) {
    return records.add(
        Fund{.code = code, .name = name, .purpose = "经费", .unit = unit, .period = since(begin)});
  }
  void in(std::string_view code, FundId fund, Date on, std::int64_t fen) {
    records.add(Appropriation{
        .code = code, .fund = fund, .on = on, .amount_fen = fen, .granted_by = "县财政"});
  }
  void out(std::string_view code, FundId fund, Date on, std::int64_t fen, bool voided = false) {
    records.add(Payment{.code = code,
                        .fund = fund,
                        .on = on,
                        .amount_fen = fen,
                        .payee = Bearer{one},
                        .purpose = "订阅学习资料",
                        .voided = voided});
  }
};

TEST(FundsLedger, ClosesWithWhatWasBroughtForwardAndCameInWithoutWhatWentOut) {
  WithFunds county;
  county.in("A0", county.of_one, {2016, 12, 31}, 100000);
  county.in("A1", county.of_one, {2017, 1, 1}, 1000000);
  county.out("Z1", county.of_one, {2017, 12, 31}, 250050);
  county.out("Z2", county.of_one, {2018, 1, 1}, 1);
  county.out("Z3", county.of_one, {2017, 6, 1}, 99, true);
  const Ledger ledger = county.of_unit(funds, county.one);
  EXPECT_THAT(column(ledger, "凭证号"), ElementsAre("", "A1", "Z1"));
  EXPECT_THAT(column(ledger, "上期结转"), ElementsAre("1000.00", "", ""));
  EXPECT_THAT(column(ledger, "收入"), ElementsAre("10000.00", "10000.00", ""));
  EXPECT_THAT(column(ledger, "支出"), ElementsAre("2500.50", "", "2500.50"));
  EXPECT_THAT(column(ledger, "结余"), ElementsAre("8499.50", "11000.00", "8499.50"));
  EXPECT_THAT(column(ledger, "对方"), ElementsAre("", "县财政", "一支部"));
  EXPECT_EQ(total(ledger, "结余"), "8499.50");
}

TEST(FundsLedger, OfNextYearBringsForwardWhatWasLeft) {
  WithFunds county;
  county.in("A1", county.of_one, {2017, 5, 1}, 100000);
  county.out("Z1", county.of_one, {2017, 6, 1}, 30000);
  const Ledger next = county.of(
      funds,
      {.extent = OneUnit{county.one}, .period = parse_period("2018"), .language = Language::en});
  EXPECT_THAT(column(next, "brought forward"), ElementsAre("700.00"));
  EXPECT_EQ(total(next, "left"), "700.00");
  EXPECT_EQ(total(next, "in"), "0.00");
}

TEST(FundsLedger, ShowsAFundThatIsOverdrawnWithItsShortfall) {
  WithFunds county;
  county.in("A1", county.of_one, {2017, 5, 1}, 100);
  county.out("Z1", county.of_one, {2017, 6, 1}, 150);
  EXPECT_EQ(total(county.of_unit(funds, county.one), "结余"), "-0.50");
  county.out("Z2", county.of_one, {2017, 6, 2}, 10155);
  EXPECT_EQ(total(county.of_unit(funds, county.one), "结余"), "-102.05");
}

TEST(FundsLedger, HasAFundOfNoUnitInALedgerOfEverythingAlone) {
  WithFunds county;
  county.in("A1", county.of_all, {2017, 5, 1}, 15000000);
  EXPECT_EQ(total(county.of(funds), "收入"), "150000.00");
  EXPECT_EQ(total(county.of_unit(funds, county.one), "收入"), "0.00");
}

TEST(FundsLedger, HasTheFundOfABranchThatEndedWithinTheYear) {
  WithFunds county;
  county.in("A1", county.of_one, {2017, 2, 1}, 100);
  county.roster.dissolve(county.one, {2017, 6, 1});
  const auto subtree = [&](Period period) {
    return county.of(funds, {.extent = Subtree{county.top}, .period = period});
  };
  EXPECT_EQ(total(subtree(parse_period("2017")), "收入"), "1.00");
}

}  // namespace
}  // namespace zhibu

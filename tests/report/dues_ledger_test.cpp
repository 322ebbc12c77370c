// SPDX-License-Identifier: BSL-1.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto dues = LedgerKind::dues;

struct WithDues : TwoBranches {
  void base(PersonId person, std::int64_t fen) {
    records.add(DuesBase{.person = person, .monthly_fen = fen, .period = since(begin)});
  }
  void paid(PersonId person, std::string_view period, Date on, std::int64_t fen) {
    records.add(DuesPayment{
        .person = person, .period = parse_period(period), .paid_on = on, .amount_fen = fen});
  }
};

TEST(DuesLedger, SaysWhatEachMemberOwesExactlyAndWhatIsPaid) {
  WithDues county;
  county.base(county.pine, 500000);
  county.base(county.plum, 500001);
  county.paid(county.pine, "2017", {2017, 12, 31}, 30000);
  const Ledger ledger = county.of(dues);
  EXPECT_THAT(column(ledger, "姓名"), ElementsAre("松一", "梅二")) << "who is no member pays none";
  EXPECT_THAT(column(ledger, "计算基数"), ElementsAre("5000.00", "5000.01"));
  EXPECT_THAT(column(ledger, "比例"), ElementsAre("0.5%", "1%"));
  EXPECT_THAT(column(ledger, "应交"), ElementsAre("300.00", "600.0012"));
  EXPECT_THAT(column(ledger, "欠交"), ElementsAre("0.00", "600.0012"));
  EXPECT_THAT(column(ledger, "超期补交月数"), ElementsAre("5", "0"))
      << "January to May were caught up later than in the sixth month after";
  EXPECT_THAT(column(ledger, "连续未交月数"), ElementsAre("0", "12"));
  EXPECT_EQ(total(ledger, "应交"), "900.0012");
  EXPECT_EQ(total(ledger, "实交"), "300.00");
  EXPECT_EQ(ledger.totals[3].kind, CellKind::exact_yuan);
}

TEST(DuesLedger, SaysThatABaseIsNotKnownAndNotThatItIsNothing) {
  const WithDues county;
  const Ledger ledger = county.of_unit(dues, county.one);
  EXPECT_THAT(column(ledger, "计算基数"), ElementsAre(""));
  EXPECT_THAT(column(ledger, "应交"), ElementsAre(""));
  EXPECT_THAT(column(ledger, "说明"), ElementsAre("基数不详12个月"));
  EXPECT_EQ(total(ledger, "基数不详人数"), "1");
  EXPECT_THAT(column(county.in_english(dues), "remark")[0], "base not known: 12 months");
}

TEST(DuesLedger, SaysWhereSixMonthsRunningAreUnpaidAndAsksForTheReason) {
  WithDues county;
  county.base(county.pine, 500000);
  const auto half = [&](std::string_view period) {
    return column(county.of(dues, {.extent = OneUnit{county.one}, .period = parse_period(period)}),
                  "说明")[0];
  };
  EXPECT_EQ(half("2017-01-01..2017-05-31"), "");
  EXPECT_THAT(half("2017-H1"), HasSubstr("DUES-13"));
  EXPECT_THAT(half("2017-H1"), HasSubstr("正当理由待核实"));
}

TEST(DuesLedger, OfABranchHasTheMonthsThatAMemberSpentThere) {
  WithDues county;
  county.base(county.pine, 500000);
  county.paid(county.pine, "2017-Q1", {2017, 1, 10}, 7500);
  county.roster.transfer(county.pine, county.two, {2017, 4, 1});
  const Ledger from = county.of_unit(dues, county.one), to = county.of_unit(dues, county.two);
  EXPECT_EQ(total(from, "应交"), "75.00");
  EXPECT_EQ(total(from, "欠交"), "0.00");
  EXPECT_EQ(total(to, "应交"), "225.00");
  EXPECT_EQ(total(county.of(dues), "应交"), "300.00");
  EXPECT_EQ(total(county.of(dues), "人数"), "2");
}

}  // namespace
}  // namespace zhibu

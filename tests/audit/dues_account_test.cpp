// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/dues_account.hpp"

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fen.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

const Period year_2017 = parse_period("2017");
const Date end_of_2017{2017, 12, 31};

// One branch and one retired member of it, with what they are said to receive and to have paid.
struct Case {
  Roster roster = {};
  Rulebook rules = Rulebook::national();
  Records records = {};
  UnitId branch =
      roster.add(Unit{.code = "B", .name = "某党支部", .standing = since(Date{2010, 1, 1})});
  PersonId person = {};

  explicit Case(Person like = retired()) {
    person = roster.add(like);
    roster.add(Membership{.person = person,
                          .unit = branch,
                          .period = since(like.admitted_on.value_or(Date{2010, 1, 1}))});
  }

  static Person retired() {
    return {.code = "P1",
            .name = "某某",
            .born_on = Date{1940, 1, 1},
            .retirement = Retirement::retired,
            .retired_on = Date{2000, 1, 1},
            .admitted_on = Date{2011, 5, 1},
            .full_member_on = Date{2012, 5, 1}};
  }

  Case& base(std::int64_t fen, Period period = since(Date{2010, 1, 1})) {
    records.add(DuesBase{.person = person, .monthly_fen = fen, .period = period});
    return *this;
  }
  Case& paid(std::int64_t fen, std::string_view period, Date on, bool voided = false) {
    records.add(DuesPayment{.person = person,
                            .period = parse_period(period),
                            .paid_on = on,
                            .amount_fen = fen,
                            .voided = voided});
    return *this;
  }
  DuesAccount account(Period period = year_2017, Date as_of = end_of_2017) const {
    return dues_account(roster, records, rules, person, period, as_of);
  }
};

TEST(DuesAccount, OfAYearUnpaidOwesTwelveMonthsAndReachesTheThreshold) {
  const DuesAccount account = Case{}.base(500000).account();
  EXPECT_EQ(account.months.size(), 12u);
  EXPECT_EQ(exact_yuan_of(account.owed), "300.00");
  EXPECT_EQ(account.arrears, account.owed);
  EXPECT_EQ(account.unpaid_in_a_row, 12);
  ASSERT_TRUE(account.unpaid_too_long);
  EXPECT_EQ(Rulebook::national()[*account.unpaid_too_long].code, "DUES-13");
}

TEST(DuesAccount, ReachesTheThresholdAtSixMonthsRunningAndNotAtFive) {
  const Case owing = Case{}.base(500000);
  EXPECT_EQ(owing.account(year_2017, Date{2017, 5, 31}).unpaid_too_long, std::nullopt);
  EXPECT_EQ(owing.account(year_2017, Date{2017, 6, 29}).unpaid_in_a_row, 5)
      << "June is not over before its last day";
  EXPECT_TRUE(owing.account(year_2017, Date{2017, 6, 30}).unpaid_too_long);
  const Case paid_in_march = Case{}.base(500000).paid(2500, "2017-03", Date{2017, 3, 9});
  EXPECT_EQ(paid_in_march.account(year_2017, Date{2017, 8, 31}).unpaid_in_a_row, 5);
  EXPECT_EQ(paid_in_march.account(year_2017, Date{2017, 9, 30}).unpaid_in_a_row, 6);
}

TEST(DuesAccount, ByPaymentsForQuartersIsSettled) {
  Case quarterly;
  quarterly.base(500000);
  for (const int month : {1, 4, 7, 10})
    quarterly.paid(7500, "2017-Q" + std::to_string(month / 3 + 1), Date{2017, month, 10});
  const DuesAccount account = quarterly.account();
  EXPECT_EQ(account.arrears, 0);
  EXPECT_EQ(account.paid, account.owed);
  EXPECT_EQ(account.unpaid_in_a_row, 0);
  EXPECT_EQ(account.months_caught_up_late, 0);
}

TEST(DuesAccount, TakesAPaymentTooSmallFromTheFirstMonthOn) {
  const DuesAccount account =
      Case{}.base(500000).paid(6000, "2017-Q1", Date{2017, 1, 10}).account(parse_period("2017-Q1"));
  EXPECT_EQ(account.months[0].paid, 2500000);
  EXPECT_EQ(account.months[1].paid, 2500000);
  EXPECT_EQ(account.months[2].paid, 1000000);
  EXPECT_EQ(exact_yuan_of(account.arrears), "15.00");
  EXPECT_EQ(account.unpaid_in_a_row, 0) << "too little is not nothing";
}

TEST(DuesAccount, IsTheSameForAMonthWhateverPeriodIsAskedFor) {
  const Case one = Case{}.base(500000).paid(6000, "2017-Q1", Date{2017, 1, 10});
  const DuesAccount march = one.account(parse_period("2017-03"));
  ASSERT_EQ(march.months.size(), 1u);
  EXPECT_EQ(march.months[0].paid, one.account().months[2].paid);
}

TEST(DuesAccount, HoldsLessThanAFenForNoArrears) {
  const DuesAccount account =
      Case{}.base(500001).paid(5000, "2017-01", Date{2017, 1, 10}).account(parse_period("2017-01"));
  EXPECT_EQ(exact_yuan_of(account.owed), "50.0001");
  EXPECT_EQ(account.arrears, 0);
  const DuesAccount short_of_a_fen =
      Case{}.base(500001).paid(4999, "2017-01", Date{2017, 1, 10}).account(parse_period("2017-01"));
  EXPECT_EQ(exact_yuan_of(short_of_a_fen.arrears), "0.0101");
}

TEST(DuesAccount, BeginsWithTheMonthOfAdmission) {
  Person admitted = Case::retired();
  admitted.admitted_on = Date{2017, 3, 31};
  admitted.full_member_on = {};
  const DuesAccount account = Case{admitted}.base(500000).account();
  ASSERT_EQ(account.months.size(), 10u);
  EXPECT_EQ(account.months[0].month, parse_period("2017-03"));
}

TEST(DuesAccount, GoesByTheRateOfTheRetiredFromTheMonthOfRetirementOn) {
  Person retiring = Case::retired();
  retiring.retired_on = Date{2017, 6, 30};
  const DuesAccount account = Case{retiring}.base(400000).account(parse_period("2017-H1"));
  EXPECT_EQ(account.months[4].per_mille, 10) << "May, on pay";
  EXPECT_EQ(account.months[5].per_mille, 5) << "June, retired";
}

TEST(DuesAccount, TakesANewBaseFromTheMonthOnThatHoldsItsFirstDay) {
  const DuesAccount account = Case{}
                                  .base(500000, {Date{2010, 1, 1}, Date{2017, 7, 15}})
                                  .base(500001, since(Date{2017, 7, 15}))
                                  .account();
  EXPECT_EQ(exact_yuan_of(account.months[5].owed), "25.00");
  EXPECT_EQ(exact_yuan_of(account.months[6].owed), "50.0001");
}

TEST(DuesAccount, WithoutAKnownBaseSaysSoAndOwesNoKnownAmount) {
  const DuesAccount account = Case{}.account();
  EXPECT_EQ(account.months_owed, 12);
  EXPECT_EQ(account.months_unknown, 12);
  EXPECT_EQ(account.months[0].base_fen, std::nullopt);
  EXPECT_EQ(account.owed, 0);
  EXPECT_EQ(account.unpaid_in_a_row, 0) << "nobody knows what it would be";
}

TEST(DuesAccount, OfWhoIsNoMemberOrHasNoHomeBranchHasNoMonths) {
  Person no_member = Case::retired();
  no_member.admitted_on = no_member.full_member_on = {};
  EXPECT_EQ(Case{no_member}.base(500000).account().months.size(), 0u);
  Case left;
  left.base(500000);
  left.roster.leave(left.person, left.branch, MembershipKind::home, Date{2017, 4, 30});
  EXPECT_EQ(left.account().months.size(), 3u) << "on the last day of April there is none";
}

TEST(DuesAccount, EndsWithTheMonthBeforeThatOfDeath) {
  Person died = Case::retired();
  died.died_on = Date{2017, 3, 31};
  EXPECT_EQ(Case{died}.base(500000).account().months.size(), 2u);
}

TEST(DuesAccount, CatchesUpWithinSixMonthsAndNotInTheSeventh) {
  const auto late = [](Date on) {
    return Case{}
        .base(500000)
        .paid(2500, "2017-01", on)
        .account(parse_period("2017-01"), Date{2017, 12, 31});
  };
  EXPECT_EQ(late(Date{2017, 7, 31}).months_caught_up_late, 0);
  EXPECT_EQ(late(Date{2017, 8, 1}).months_caught_up_late, 1);
  EXPECT_EQ(late(Date{2017, 8, 1}).arrears, 0) << "late, and paid all the same";
}

TEST(DuesAccount, KnowsNoPaymentThatWasVoidedOrMadeLaterThanTheDay) {
  const Case one = Case{}
                       .base(500000)
                       .paid(2500, "2017-01", Date{2017, 1, 10}, true)
                       .paid(2500, "2017-02", Date{2017, 3, 1});
  EXPECT_EQ(one.account(year_2017, Date{2017, 2, 28}).paid, 0);
  EXPECT_EQ(one.account(year_2017, Date{2017, 3, 1}).paid, 2500000);
}

TEST(DuesAccount, IsOfNobodyWhoWasNotIssued) {
  const Case one;
  EXPECT_THROW(
      dues_account(one.roster, one.records, one.rules, PersonId{9}, year_2017, end_of_2017),
      std::invalid_argument);
}

TEST(DuesAccount, WithoutRulesKnowsNoRateAndOwesNoKnownAmount) {
  Case one;
  one.base(500000).rules = Rulebook{};
  EXPECT_EQ(one.account().months_unknown, 12);
  EXPECT_EQ(one.account(parse_period("2008-03"), Date{2008, 3, 31}).months.size(), 0u);
}

}  // namespace
}  // namespace zhibu

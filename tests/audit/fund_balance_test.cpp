// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/fund_balance.hpp"

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// A fund of the year 2017, with 1,000 yuan granted on 1 March.
struct Case {
  Records records = {};
  FundId fund = records.add(
      Fund{.code = "F", .name = "某经费", .purpose = "帮扶资金", .period = parse_period("2017")});
  int count = 0;

  Case() { granted(100000, Date{2017, 3, 1}); }

  Case& granted(std::int64_t fen, Date on, bool voided = false) {
    const std::string code = "A" + std::to_string(++count);
    records.add(
        Appropriation{.code = code, .fund = fund, .on = on, .amount_fen = fen, .voided = voided});
    return *this;
  }
  Case& paid(std::int64_t fen, Date on, std::optional<Bearer> payee = {},
             std::string_view survivor = {}, bool voided = false) {
    const std::string code = "P" + std::to_string(++count);
    records.add(Payment{.code = code,
                        .fund = fund,
                        .on = on,
                        .amount_fen = fen,
                        .payee = payee,
                        .survivor = survivor,
                        .voided = voided});
    return *this;
  }
  FundFault fault(FundFaultKind kind, std::string_view code, Date on, std::int64_t fen) const {
    return {kind, fund, std::string{code}, on, fen};
  }
};

const Date end_of_2017{2017, 12, 31};
constexpr auto overdrawn = FundFaultKind::overdrawn;

TEST(Fund, HoldsWhatCameInWithoutWhatWasPaidByTheEndOfTheDay) {
  const Case one = Case{}.paid(30000, Date{2017, 4, 1});
  EXPECT_EQ(balance(one.records, one.fund, Date{2017, 2, 28}), (FundBalance{0, 0}));
  EXPECT_EQ(balance(one.records, one.fund, Date{2017, 3, 31}), (FundBalance{100000, 0}));
  EXPECT_EQ(balance(one.records, one.fund, Date{2017, 4, 1}), (FundBalance{100000, 30000}));
  EXPECT_EQ(balance(one.records, one.fund, Date{2017, 4, 1}).left_fen(), 70000);
}

TEST(Fund, CountsNothingOfWhatWasVoided) {
  const Case one =
      Case{}.granted(500, Date{2017, 3, 2}, true).paid(700, Date{2017, 3, 2}, {}, {}, true);
  EXPECT_EQ(balance(one.records, one.fund, end_of_2017), (FundBalance{100000, 0}));
  EXPECT_THAT(check_funds(one.records, end_of_2017), IsEmpty());
}

TEST(Fund, MayBePaidOutToTheLastFenAndIsOverdrawnByOneMore) {
  EXPECT_THAT(check_funds(Case{}.paid(100000, Date{2017, 3, 1}).records, end_of_2017), IsEmpty())
      << "what came in on a day was there before what was paid on it";
  const Case over = Case{}.paid(60000, Date{2017, 4, 1}).paid(40001, Date{2017, 5, 1});
  EXPECT_THAT(check_funds(over.records, end_of_2017),
              ElementsAre(over.fault(overdrawn, "P3", Date{2017, 5, 1}, 1)));
  EXPECT_THAT(check_funds(over.records, Date{2017, 4, 30}), IsEmpty());
}

TEST(Fund, IsOverdrawnAgainOnlyAfterMoreHasComeIn) {
  const Case over = Case{}
                        .paid(100100, Date{2017, 4, 1})
                        .paid(100, Date{2017, 4, 2})
                        .granted(1000, Date{2017, 5, 1})
                        .paid(900, Date{2017, 6, 1});
  EXPECT_THAT(check_funds(over.records, end_of_2017),
              ElementsAre(over.fault(overdrawn, "P2", Date{2017, 4, 1}, 100),
                          over.fault(overdrawn, "P5", Date{2017, 6, 1}, 100)));
}

TEST(Fund, IsPaidFromWithinItsPeriodAndNotOnTheDayAfter) {
  const Case one =
      Case{}.paid(100, end_of_2017).paid(200, Date{2018, 1, 1}).granted(300, Date{2016, 12, 31});
  EXPECT_THAT(
      check_funds(one.records, Date{2018, 12, 31}),
      ElementsAre(one.fault(FundFaultKind::appropriated_outside, "A4", Date{2016, 12, 31}, 300),
                  one.fault(FundFaultKind::paid_outside, "P3", Date{2018, 1, 1}, 200)));
}

TEST(Fund, PaidToSomebodyWhoHadDiedIsAFaultUnlessASurvivorIsNamed) {
  Roster roster;
  const PersonId person = roster.add(Person{
      .code = "P", .name = "某某", .born_on = Date{1930, 1, 1}, .died_on = Date{2017, 5, 1}});
  const Case one = Case{}
                       .paid(100, Date{2017, 5, 1}, person)
                       .paid(200, Date{2017, 5, 2}, person)
                       .paid(300, Date{2017, 5, 2}, person, "配偶");
  EXPECT_THAT(check_funds(one.records, roster, end_of_2017),
              ElementsAre(one.fault(FundFaultKind::payee_gone, "P3", Date{2017, 5, 2}, 200)));
  EXPECT_THAT(check_funds(one.records, end_of_2017), IsEmpty());
}

TEST(Fund, ThatThereIsNotHasNoBalance) {
  EXPECT_THROW(balance(Records{}, FundId{0}, end_of_2017), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Visits, paired assistance and hardship aid.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto visits = LedgerKind::visits;
constexpr auto pairings = LedgerKind::pairings;
constexpr auto aid = LedgerKind::hardship_aid;

LedgerRequest with_reasons() {
  return {.period = parse_period("2017"), .disclosure = {.shown = {Sensitive::reasons}}};
}

TEST(VisitsLedger, ShowsAFestivalVisitOfWhichNothingMoreIsKnownAsSuch) {
  TwoBranches county;
  county.held("R1", county.one, Activity::festival_visit, {2017, 1, 20}, {county.pine, county.reed},
              60000);
  const Ledger ledger = county.of(visits);
  EXPECT_THAT(column(ledger, "类别"), ElementsAre("节日慰问", "节日慰问"));
  EXPECT_THAT(column(ledger, "走访对象"), ElementsAre("松一", "苇三"));
  EXPECT_THAT(column(ledger, "慰问金"), ElementsAre("600.00", ""));
  EXPECT_EQ(total(ledger, "次数"), "1");
  EXPECT_EQ(total(ledger, "人次"), "2");
  EXPECT_EQ(total(ledger, "金额"), "600.00");
}

TEST(VisitsLedger, TellsEachKindAndGivesTheMoneyToWhoGotItByName) {
  TwoBranches county;
  const RecordId visit = county.held("R1", county.one, Activity::care_visit, {2017, 3, 1},
                                     {county.pine, county.reed}, 100000);
  county.records.add(Visit{.record = visit,
                           .person = county.pine,
                           .kind = VisitKind::hospital,
                           .by = "局领导",
                           .gifts = "水果",
                           .reason = "骨折住院",
                           .feedback = "已出院"});
  county.records.add(Visit{
      .record = visit, .person = county.reed, .kind = VisitKind::survivor, .survivor = "配偶"});
  const FundId fund = county.records.add(
      Fund{.code = "F", .name = "慰问经费", .purpose = "慰问", .period = parse_period("2017")});
  county.records.add(Payment{.code = "Z1",
                             .fund = fund,
                             .on = {2017, 3, 1},
                             .amount_fen = 40000,
                             .payee = Bearer{county.reed},
                             .survivor = "配偶",
                             .record = visit});
  const Ledger ledger = county.of(visits);
  EXPECT_THAT(column(ledger, "类别"), ElementsAre("住院看望", "遗属慰问"));
  EXPECT_THAT(column(ledger, "与本人关系"), ElementsAre("", "配偶"));
  EXPECT_THAT(column(ledger, "慰问金"), ElementsAre("600.00", "400.00"));
  EXPECT_THAT(column(ledger, "反馈信息"), ElementsAre("已出院", ""));
  EXPECT_EQ(total(ledger, "金额"), "1000.00");
  EXPECT_FALSE(says(ledger, "骨折"));
  EXPECT_THAT(column(county.of(visits, with_reasons()), "原因"), ElementsAre("骨折住院", ""));
  EXPECT_THAT(column(county.in_english(visits), "visited"), ElementsAre("松一", "苇三"));
}

TEST(VisitsLedger, HasTheFirstAndTheLastDayOfThePeriodAndNothingThatWasVoided) {
  TwoBranches county;
  const std::vector<PersonId> who{county.pine};
  county.held("R0", county.one, Activity::care_visit, {2016, 12, 31}, who);
  county.held("R1", county.one, Activity::care_visit, {2017, 1, 1}, who);
  county.held("R2", county.two, Activity::care_visit, {2017, 12, 31}, who);
  county.held("R3", county.one, Activity::care_visit, {2018, 1, 1}, who);
  county.held("R4", county.one, Activity::care_visit, {2017, 5, 1}, who, 0, true);
  const Ledger ledger = county.of(visits);
  EXPECT_THAT(column(ledger, "记录编号"), ElementsAre("R1", "R2"));
  EXPECT_EQ(total(ledger, "人次"), "2");
  EXPECT_EQ(total(ledger, "人数"), "1");
}

TEST(PairingsLedger, CountsTheContactsWhileThePairingLasted) {
  TwoBranches county;
  county.roster.add(Pairing{.helper = county.plum,
                            .helped = county.reed,
                            .reasons = "生活困难;独居",
                            .period = {{2017, 3, 1}, {2017, 10, 1}}});
  int n = 0;
  for (const Date day : {Date{2017, 2, 28}, Date{2017, 3, 1}, Date{2017, 9, 30}, Date{2017, 10, 1}})
    county.held("R" + std::to_string(++n), county.top, Activity::assistance, day, {county.reed});
  const Ledger ledger = county.of(pairings);
  EXPECT_THAT(column(ledger, "帮扶人"), ElementsAre("梅二"));
  EXPECT_THAT(column(ledger, "帮扶对象"), ElementsAre("苇三"));
  EXPECT_THAT(column(ledger, "联系次数"), ElementsAre("2"));
  EXPECT_THAT(column(ledger, "最近联系"), ElementsAre("2017-09-30"));
  EXPECT_THAT(column(ledger, "结束日期"), ElementsAre("2017-09-30"));
  EXPECT_THAT(column(ledger, "困难情况"), ElementsAre(""));
  EXPECT_THAT(column(county.of(pairings, with_reasons()), "困难情况"),
              ElementsAre("生活困难、独居"));
  EXPECT_EQ(total(county.in_english(pairings), "contacts"), "2");
}

TEST(PairingsLedger, CountsWhoIsHelpedByTwoOnceAndAContactOnce) {
  TwoBranches county;
  for (const PersonId helper : {county.plum, county.pine})
    county.roster.add(
        Pairing{.helper = helper, .helped = county.reed, .period = since({2017, 1, 1})});
  county.held("R1", county.top, Activity::assistance, {2017, 5, 1}, {county.reed});
  const Ledger ledger = county.of(pairings);
  EXPECT_EQ(total(ledger, "结对数"), "2");
  EXPECT_EQ(total(ledger, "帮扶对象人数"), "1");
  EXPECT_EQ(total(ledger, "联系次数"), "1");
}

TEST(PairingsLedger, IsOfTheBranchOfWhoIsHelped) {
  TwoBranches county;
  county.roster.add(
      Pairing{.helper = county.plum, .helped = county.reed, .period = since({2017, 1, 1})});
  EXPECT_EQ(county.of_unit(pairings, county.one).rows.size(), 1u);
  EXPECT_EQ(county.of_unit(pairings, county.two).rows.size(), 0u);
}

struct WithAid : TwoBranches {
  FundId fund = records.add(
      Fund{.code = "F", .name = "帮扶资金", .purpose = "帮扶资金", .period = parse_period("2017")});

  void paid(std::string_view code, PersonId person, Date on, std::int64_t fen,
            std::string_view survivor = {}, std::optional<RecordId> record = {}) {
    records.add(Payment{.code = code,
                        .fund = fund,
                        .on = on,
                        .amount_fen = fen,
                        .payee = Bearer{person},
                        .survivor = survivor,
                        .reason = "重病",
                        .record = record});
  }
};

TEST(AidLedger, NamesWhoWasPaidOrWhoseSurvivorsAndFromWhichFund) {
  WithAid county;
  const PersonId gone =
      county.person("P4", "柏四", county.two, MembershipKind::care, Date{2017, 1, 5});
  county.paid("Z2", gone, {2017, 1, 18}, 200000, "配偶");
  county.paid("Z1", county.reed, {2017, 1, 17}, 150000);
  county.paid("Z3", county.pine, {2018, 1, 1}, 1);
  const Ledger ledger = county.of(aid);
  EXPECT_THAT(column(ledger, "发放对象"), ElementsAre("苇三", "柏四"));
  EXPECT_THAT(column(ledger, "与本人关系"), ElementsAre("", "配偶"));
  EXPECT_THAT(column(ledger, "所在党支部"), ElementsAre("一支部", "二支部"));
  EXPECT_THAT(column(ledger, "金额"), ElementsAre("1500.00", "2000.00"));
  EXPECT_EQ(total(ledger, "金额"), "3500.00");
  EXPECT_EQ(total(ledger, "人数"), "2");
  EXPECT_FALSE(says(ledger, "重病"));
  EXPECT_THAT(column(county.of(aid, with_reasons()), "困难原因"), ElementsAre("重病", "重病"));
  EXPECT_THAT(column(county.in_english(aid), "survivor"), ElementsAre("", "配偶"));
}

TEST(AidLedger, HasOfARecordWhatNobodyWasPaidByName) {
  WithAid county;
  const RecordId record =
      county.held("R1", county.top, Activity::hardship_aid, {2017, 1, 18}, {}, 500000);
  county.paid("Z1", county.reed, {2017, 1, 18}, 150000, "", record);
  const Ledger ledger = county.of(aid);
  EXPECT_THAT(column(ledger, "金额"), ElementsAre("1500.00", "3500.00"));
  EXPECT_THAT(column(ledger, "发放对象"), ElementsAre("苇三", ""));
  EXPECT_EQ(total(ledger, "金额"), "5000.00");
  EXPECT_EQ(total(county.of_unit(aid, county.one), "金额"), "1500.00");
  EXPECT_EQ(total(county.of_unit(aid, county.top), "金额"), "3500.00");
  EXPECT_THAT(county.of_unit(aid, county.two).rows, IsEmpty());
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Clusters, opinions and contact branches.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

constexpr auto clusters = LedgerKind::cluster_meetings;
constexpr auto opinions = LedgerKind::opinions;
constexpr auto contacts = LedgerKind::contact_visits;

TEST(ClusterLedger, HasTheMeetingsWithTheUnitThatConvenedThemAndHowManyCame) {
  TwoBranches county;
  const RecordId meeting = county.records.add(Record{.code = "R1",
                                                     .unit = county.one,
                                                     .activities = Activity::cluster_meeting,
                                                     .held_on = {2017, 3, 20},
                                                     .due = 12,
                                                     .present = 10});
  county.records.add(Minutes{.record = meeting, .topic = "交流党建工作"});
  county.held("R2", county.two, Activity::joint_activity, {2017, 3, 1});
  const Ledger ledger = county.of(clusters);
  EXPECT_THAT(column(ledger, "类别"), ElementsAre("联建活动", "片组会议"));
  EXPECT_THAT(column(ledger, "片组"), ElementsAre("第一片组", "第一片组"));
  EXPECT_THAT(column(ledger, "召集或责任单位"), ElementsAre("二支部", "一支部"));
  EXPECT_THAT(column(ledger, "内容"), ElementsAre("", "交流党建工作"));
  EXPECT_THAT(column(ledger, "实到"), ElementsAre("", "10"));
  EXPECT_EQ(total(ledger, "片组会议次数"), "1");
  EXPECT_EQ(total(ledger, "联建活动次数"), "1");
  EXPECT_EQ(total(ledger, "到会人次"), "10");
}

TEST(ClusterLedger, SaysHowFarEachTaskHasComeByTheLastDay) {
  TwoBranches county;
  int n = 0;
  const auto task = [&](std::optional<Date> due, std::optional<Date> done,
                        Date passed_on = {2017, 2, 1}) {
    county.records.add(Task{.code = "T" + std::to_string(++n),
                            .cluster = county.cluster,
                            .unit = county.two,
                            .text = "落实",
                            .passed_on = passed_on,
                            .due_on = due,
                            .done_on = done});
  };
  task(Date{2017, 12, 31}, std::nullopt);
  task(Date{2017, 12, 30}, std::nullopt);
  task(Date{2017, 6, 1}, Date{2017, 6, 1});
  task(Date{2017, 6, 1}, Date{2017, 6, 2});
  task(std::nullopt, Date{2018, 1, 1});
  task(std::nullopt, Date{2016, 12, 31}, Date{2016, 5, 1});
  task(std::nullopt, Date{2017, 1, 1}, Date{2016, 5, 1});
  const Ledger ledger = county.of(clusters);
  EXPECT_THAT(column(ledger, "编号"), ElementsAre("T7", "T1", "T2", "T3", "T4", "T5"));
  EXPECT_THAT(column(ledger, "状态"),
              ElementsAre("已完成", "办理中", "逾期未完成", "已完成", "逾期完成", "办理中"));
  EXPECT_EQ(total(ledger, "任务数"), "6");
  EXPECT_EQ(total(county.in_english(clusters), "tasks done"), "3");
}

struct WithOpinion : TwoBranches {
  void opinion(std::string_view code, Date collected, std::optional<Date> reported,
               std::optional<Date> answered) {
    records.add(Opinion{.code = code,
                        .unit = one,
                        .person = pine,
                        .text = "修缮活动室",
                        .collected_on = collected,
                        .reported_on = reported,
                        .reported_to = reported ? "老干部局" : "",
                        .answered_on = answered,
                        .answered_by = answered ? "老干部局" : "",
                        .answer = answered ? "已列入计划" : ""});
  }
};

TEST(OpinionsLedger, SaysHowFarEachHadComeByTheLastDayAndHowLongItWaited) {
  WithOpinion county;
  county.opinion("Y1", {2017, 12, 1}, Date{2017, 12, 10}, Date{2018, 1, 5});
  county.opinion("Y2", {2016, 12, 22}, Date{2016, 12, 23}, Date{2017, 1, 1});
  county.opinion("Y3", {2016, 12, 1}, std::nullopt, Date{2016, 12, 31});
  const Ledger ledger = county.of(opinions);
  EXPECT_THAT(column(ledger, "编号"), ElementsAre("Y2", "Y1"));
  EXPECT_THAT(column(ledger, "状态"), ElementsAre("已反馈", "已上报"));
  EXPECT_THAT(column(ledger, "反馈日期"), ElementsAre("2017-01-01", ""));
  EXPECT_THAT(column(ledger, "答复"), ElementsAre("已列入计划", "")) << "not known before its day";
  EXPECT_THAT(column(ledger, "等待天数"), ElementsAre("10", "30"));
  EXPECT_EQ(total(ledger, "未反馈"), "1");
  EXPECT_EQ(total(ledger, "提出人数"), "1");
  EXPECT_THAT(column(county.in_english(opinions), "state"), ElementsAre("answered", "reported"));
}

struct WithContact : TwoBranches {
  explicit WithContact(std::string_view county_rules = "") {
    const PostId post = roster.add(Post{.code = "S", .unit = top, .kind = PostKind::member});
    roster.add(Appointment{.post = post, .person = plum, .period = since(begin)});
    roster.add(Contact{plum, one, since(begin)});
    if (!county_rules.empty()) rules = rules + Rulebook::parse(county_rules, "rules.toml");
  }
  void visited(int times) {
    for (int i = 1; i <= times; ++i)
      held("R" + std::to_string(i), one, Activity::contact_visit, {2017, i, 8}, {plum});
  }
};

constexpr std::string_view four_times = R"(
[[document]]
key = "Y"
layer = "county"
title = "某县做法"

[[provision]]
code = "SR-03"
name = "到联系点指导"
activity = "contact_visit"
force = "practice"
scope.holders_of = { units.these_units = { codes = ["GW"] } }
cadence.at_least = { times = 4, per = "year" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"
)";

TEST(ContactLedger, HoldsTheVisitsAgainstWhatTheRulebookDemands) {
  WithContact county{four_times};
  county.visited(3);
  Ledger ledger = county.of(contacts);
  EXPECT_THAT(column(ledger, "联系人"), ElementsAre("梅二"));
  EXPECT_THAT(column(ledger, "联系点"), ElementsAre("一支部"));
  EXPECT_THAT(column(ledger, "应到次数"), ElementsAre("4"));
  EXPECT_THAT(column(ledger, "实到次数"), ElementsAre("3"));
  EXPECT_THAT(column(ledger, "尚缺"), ElementsAre("1"));
  EXPECT_THAT(column(ledger, "到点日期"), ElementsAre("2017-01-08、2017-02-08、2017-03-08"));
  EXPECT_THAT(column(ledger, "依据"), ElementsAre("SR-03 《某县做法》"));
  county.held("R9", county.one, Activity::contact_visit, {2017, 12, 31}, {county.plum});
  ledger = county.in_english(contacts);
  EXPECT_EQ(total(ledger, "missing"), "0");
}

TEST(ContactLedger, OwesNothingWithoutARuleAndInPartOfAYear) {
  WithContact without;
  without.visited(1);
  EXPECT_THAT(column(without.of(contacts), "应到次数"), ElementsAre(""));
  EXPECT_EQ(total(without.of(contacts), "实到次数"), "1");
  const WithContact county{four_times};
  EXPECT_THAT(column(county.of(contacts, {.period = parse_period("2017-H1")}), "应到次数"),
              ElementsAre(""));
}

TEST(ContactLedger, OwesNothingByARuleThatNamesAUnitOutsideTheRoster) {
  std::string elsewhere{four_times};
  elsewhere.replace(elsewhere.find("\"GW\""), 4, "\"XX\"");
  const WithContact county{elsewhere};
  EXPECT_THAT(column(county.of(contacts), "应到次数"), ElementsAre(""));
}

TEST(ContactLedger, CountsNoVisitOfAnotherAndNoneAtAnotherBranch) {
  WithContact county{four_times};
  county.held("R1", county.two, Activity::contact_visit, {2017, 5, 1}, {county.plum});
  county.held("R2", county.one, Activity::contact_visit, {2017, 5, 1}, {county.pine});
  EXPECT_EQ(total(county.of(contacts), "实到次数"), "0");
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/explain.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::Not;

template <class T>
struct Said {
  T what;
  const char* zh;
  const char* en;
};

template <class T>
void expect(const std::vector<Said<T>>& cases) {
  for (const Said<T>& c : cases) {
    EXPECT_EQ(describe(c.what), c.zh);
    EXPECT_EQ(describe(c.what, Language::en), c.en);
  }
}

TEST(Describe, SaysWhomEveryKindOfScopeMeans) {
  using enum UnitKind;
  const EveryUnit lasting{.kinds = {branch}, .temporary = false};
  expect<Scope>({
      {lasting, "每个党支部（非临时）", "every Party branch (not temporary)"},
      {EveryUnit{.kinds = {branch, general_branch}}, "每个党支部、党总支",
       "every Party branch or general Party branch"},
      {EveryUnit{.kinds = {branch},
                 .fields = {BranchField::village, BranchField::community},
                 .retired_cadres = true,
                 .has_groups = false},
       "每个党支部（村、社区，离退休干部的，未分设党小组）",
       "every Party branch (village or community, of retired cadres, without Party groups)"},
      {TheseUnits{{"YS-B01"}}, "单位YS-B01", "the unit YS-B01"},
      {TheseUnits{{"A", "B", "C"}}, "单位A、B、C", "the units A, B and C"},
      {LeadsOfClusters{}, "每个片组的组长单位", "the lead unit of every cluster"},
      {HoldersOf{EveryUnit{.kinds = {committee}}, {PostKind::secretary}},
       "在每个党委任书记的每个人", "whoever holds the post of secretary in every Party committee"},
      {HoldersOf{TheseUnits{{"GW"}}, {}}, "在单位GW任职的每个人",
       "whoever holds a post in the unit GW"},
      {EveryPerson{.member = true}, "每名党员", "every member"},
      {EveryPerson{}, "每名人员", "every person"},
      {EveryPerson{.standing = {PartyStanding::activist}}, "每名入党积极分子", "every activist"},
      {EveryPerson{.member = true,
                   .retirement = {Retirement::retired_with_honours, Retirement::retired},
                   .circumstances = {CircumstanceKind::abroad},
                   .needs_home_visits = true},
       "每名党员（离休、退休，出国（境），行动不便）",
       "every member (retired with honours or retired, abroad, in need of home visits)"},
  });
}

TEST(Describe, SaysHowOftenEveryKindOfCadenceDemandsIt) {
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}};
  const Recurrence first_of_july{"FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=1", Date{2017, 1, 1}};
  const Recurrence mondays{"FREQ=WEEKLY;BYDAY=MO", Date{2017, 1, 1}};
  expect<Cadence>({
      {AtLeast{1, Span::quarter}, "每季度至少1次", "at least once a quarter"},
      {AtLeast{1, Span::year, {{10, 12}}}, "每年至少1次，一般安排在10月至12月",
       "at least once a year, preferably in October to December"},
      {AtLeast{4, Span::year, {{7, 7}}, 30}, "每年至少4次，间隔不少于30天，一般安排在7月",
       "at least 4 times a year, at least 30 days apart, preferably in July"},
      {OnDays{tenth, {}}, "每月10日", "on day 10 of every month"},
      {OnDays{tenth, {ShiftPolicy::nearest_workday, 7}},
       "每月10日，逢非工作日调整至最近工作日（最多7天）",
       "on day 10 of every month, moved to the nearest workday (by at most 7 days)"},
      {OnDays{first_of_july, {ShiftPolicy::next_workday, 1, true}},
       "每年7月1日，逢非工作日顺延至下一工作日（最多1天，不出当月）",
       "on 1 July of every year, moved to the next workday (by at most 1 day and within the "
       "month)"},
      {OnDays{mondays, {}}, "按规则“FREQ=WEEKLY;BYDAY=MO”所定的日子",
       "on the days of the rule \"FREQ=WEEKLY;BYDAY=MO\""},
      {AtFestivals{{"春节"}, 10, 0}, "春节前10天起，1次",
       "once about Spring Festival, from 10 days before"},
      {AtFestivals{{"春节", "重阳节"}, 10, 1}, "春节、重阳节前10天起至节后1天，各1次",
       "once about each of Spring Festival and Double Ninth, from 10 days before to 1 day "
       "after"},
      {OnAnniversary{Milestone::admitted, Span::month}, "接收为预备党员周年日所在的月内1次",
       "once in the month of the anniversary of admission"},
      {Deadline{Milestone::applied, 1, 0}, "自递交入党申请书之日起1个月内1次",
       "once within 1 month of application"},
      {Deadline{Milestone::applied, 0, 10}, "自递交入党申请书之日起10天内1次",
       "once within 10 days of application"},
      {Deadline{Milestone::took_post, 6, 1}, "自任职之日起6个月零1天内1次",
       "once within 6 months and 1 day of taking the post"},
      {EveryMonthsSince{Milestone::activist, 6}, "自确定为入党积极分子之日起每6个月1次",
       "once in every 6 months counted from becoming an activist"},
      {ClassHours{32, Span::year}, "每年不少于32学时", "at least 32 class hours a year"},
      {Funding{1'000'000, 2'000'000, Span::year}, "每年10000至20000元",
       "from 10000 to 20000 yuan a year"},
      {Funding{1'050, 1'050, Span::month}, "每月10.50元", "10.50 yuan a month"},
      {AtTermEnd{3, 6}, "每届任期3年，期满换届，提前6个月提醒",
       "at the end of every term of 3 years, with a reminder 6 months before"},
      {AtTermEnd{1, 0}, "每届任期1年，期满换届", "at the end of every term of 1 year"},
      {OnSchedule{AtLeast{1, Span::quarter}}, "按期（未规定次数，建议每季度至少1次）",
       "on schedule, without a number (suggested: at least once a quarter)"},
  });
}

TEST(Describe, SaysWhatEveryKindOfDemandOnUnitsAsksFor) {
  using enum Measure;
  const Within seven{full_members, 7, {}};
  expect<Demand>({
      {Bounds{.within = {members, {}, 50}}, "党员不超过50人", "at most 50 members"},
      {Bounds{.within = {groups, 1, {}}}, "党小组不少于1个", "at least 1 Party group"},
      {Bounds{.within = {committee_size, 3, 5}, .utmost = 7, .when = seven},
       "在正式党员不少于7人时，委员不少于3人、不超过5人（最多不得超过7人）",
       "where there are at least 7 full members, at least 3 and at most 5 committee members (in no "
       "case more than 7)"},
      {Bounds{.within = {workplaces, 2, 2}}, "覆盖单位为2个", "exactly 2 workplaces"},
      {OwnCommittee{true, seven}, "在正式党员不少于7人时，设立支部委员会",
       "where there are at least 7 full members, the branch has a committee of its own"},
      {OwnCommittee{false, {full_members, {}, 6}}, "在正式党员不超过6人时，不设支部委员会",
       "where there are at most 6 full members, the branch has no committee of its own"},
      {Placements{{{UnitKind::group, {UnitKind::branch}, false},
                   {UnitKind::branch, {UnitKind::general_branch, UnitKind::committee}, true}}},
       "党小组隶属于党支部；党支部隶属于党总支、党委或者居于最上级",
       "a Party group stands under a Party branch; a Party branch stands under a general Party "
       "branch "
       "or Party committee or at the top"},
      {LapsesWithWorkplace{}, "所服务的单位全部撤销时，党组织随之撤销",
       "the unit ends with the last of the workplaces that it serves"},
      {Noted{}, "不作要求，仅作提示",
       "nothing is demanded; that there is such a unit is worth a note"},
      {MeetingQuorum{Activity::members_meeting, {1, 2, true}},
       "党员大会到会人数不少于应到会人数的1/2，方为有效",
       "a members meeting counts only with at least 1/2 of those due present"},
  });
}

TEST(Describe, SaysWhatEveryKindOfDemandOnPostsAndTermsAsksFor) {
  using enum PostKind;
  expect<Demand>({
      {PostsKept{{{secretary, 1, 1}, {deputy_secretary, 0, 1}, {member, 1, {}}, {group_leader}}},
       "设书记为1名，副书记不超过1名，委员不少于1名，党小组组长人数不限",
       "secretary: exactly 1 seat, deputy secretary: at most 1 seat, committee member: at least 1 "
       "seat, leader of a Party group: any number of seats"},
      {SeatsTaken{}, "各职务均不空缺", "no seat of any post is vacant"},
      {HolderStanding{{secretary, deputy_secretary}, 1}, "任书记、副书记的为党龄满1年的正式党员",
       "whoever holds the post of secretary or deputy secretary has been a full member for 1 year"},
      {HolderStanding{{secretary}, 0}, "任书记的为正式党员",
       "whoever holds the post of secretary is a full member"},
      {HolderElectable{}, "当选的为正式党员，党员权利未被停止",
       "whoever is elected is a full member whose rights are not suspended"},
      {HoldersAppointed{}, "职务由批准成立的党组织指派，不经选举",
       "posts are filled by whoever approved the unit, not by election"},
      {NoElection{}, "不选举委员会", "no committee is elected"},
      {ResultApproved{{secretary}, Approval::approved}, "书记的选举结果报上级党组织批准",
       "who is elected as secretary is approved by the higher organization"},
      {TermLength{2, 3}, "每届任期2至3年", "a term lasts from 2 to 3 years"},
      {TermLength{5, 5}, "每届任期5年", "a term lasts 5 years"},
      {TermReminder{6}, "上级党组织在任期届满前6个月提醒换届",
       "the higher organization reminds 6 months before the term ends"},
      {ElectedWhenDue{}, "任期届满按期换届，延期须经上级党组织批准",
       "an election is held when the term ends; a later day is approved by the higher "
       "organization"},
      {TermShift{1}, "提前或者延期换届不超过1年",
       "an election is held at most 1 year earlier or later than due"},
      {TermShift{0}, "换届不提前也不延期",
       "an election is held neither earlier nor later than due"},
  });
}

TEST(Describe, SaysWhatEveryKindOfDemandOnElectionsAndPersonsAsksFor) {
  expect<Demand>({
      {CandidateSurplus{{1, 5, true}}, "候选人的差额不少于应选人数的1/5",
       "there are more candidates than seats, by at least 1/5 of the seats"},
      {ElectionQuorum{{4, 5, true}}, "选举大会到会人数不少于应到会人数的4/5",
       "an election is held with at least 4/5 of those due present"},
      {ElectionMajority{{1, 2, false}, Base::due, {}}, "当选，赞成票超过应到会人数的1/2",
       "who is elected has the votes of more than 1/2 of those due"},
      {ElectionMajority{{1, 2, false}, Base::present, {PostKind::secretary}},
       "书记当选，赞成票超过实到会人数的1/2",
       "who is elected as secretary has the votes of more than 1/2 of those present"},
      {HomeBranch{}, "每天都编入一个党支部", "on every day there is a home branch"},
      {JoinedRevolutionBy{Date{1949, 9, 30}}, "参加革命工作不晚于1949年9月30日",
       "joining the revolution was no later than 30 September 1949"},
      {MonthsBetween{Milestone::admitted, Milestone::full_member, 12, 24},
       "从接收为预备党员到转为正式党员不少于12个月、不超过24个月",
       "from admission to full membership: at least 12 and at most 24 months"},
  });
}

Provision committee_meeting() {
  return {.code = "MTG-06",
          .name = "支委会一般每月召开1次",
          .name_en = "The branch committee meets once a month, as a rule",
          .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
          .activity = Activity::committee_meeting,
          .cadence = AtLeast{1, Span::month},
          .force = Force::as_a_rule,
          .layer = Layer::central,
          .in_force_from = Date{2018, 10, 28},
          .exemptions = {{Condition::without_committee, "COM-04", {"支部工作条例", "20"}}},
          .source = {"支部工作条例", "12"},
          .quote = "一般每月召开1次",
          .confidence = Confidence::verified};
}

TEST(Explain, SaysOfAProvisionAllThatABranchAsksForInOneParagraph) {
  EXPECT_EQ(explain(committee_meeting()),
            "MTG-06 支委会一般每月召开1次。对每个党支部（非临时），“一般”：支委会，每月至少1次。"
            "自2018年10月28日起施行。未设支部委员会的除外（COM-04，《支部工作条例》第20条）。"
            "依据：《支部工作条例》第12条（中央）。原文：“一般每月召开1次”。");
  EXPECT_EQ(
      explain(committee_meeting(), Language::en),
      "MTG-06 The branch committee meets once a month, as a rule. For every Party branch (not "
      "temporary), \"as a rule\": branch committee meeting, at least once a month. In force "
      "since 28 October 2018. It does not bind who is without a committee (COM-04, "
      "《支部工作条例》第20条). Written in 《支部工作条例》第12条 (central). Its words: "
      "“一般每月召开1次”.");
}

TEST(Explain, NamesTheLastDayOnWhichItWasInForce) {
  Provision p = committee_meeting();
  p.in_force_until = Date{2024, 1, 1};
  EXPECT_THAT(explain(p), HasSubstr("自2018年10月28日起施行，至2023年12月31日止。"));
  EXPECT_THAT(explain(p, Language::en),
              HasSubstr("In force from 28 October 2018 to 31 December 2023."));
}

TEST(Explain, SaysThatAnArticleWasNotVerifiedAndWhatARowSettles) {
  Provision p = committee_meeting();
  p.source.article_verified = false;
  p.settles = "MTG-11";
  EXPECT_THAT(explain(p), HasSubstr("《支部工作条例》第12条（条号待核）（中央）"));
  EXPECT_THAT(explain(p), HasSubstr("本条确定MTG-11的次数。"));
  EXPECT_THAT(explain(p, Language::en), HasSubstr("It settles MTG-11, which gives no number."));
}

TEST(Explain, PutsInQuotesOnlyWhatWasReadOrIsTheSourceItself) {
  const struct {
    Confidence confidence;
    bool quoted;
    const char* zh;
    const char* en;
  } cases[] = {
      {Confidence::verified, true, "原文：“一般每月召开1次”。", "Its words: “一般每月召开1次”."},
      {Confidence::local, true, "原文：“一般每月召开1次”。", "Its words: “一般每月召开1次”."},
      {Confidence::secondhand, false, "转引，文字未核。", "its wording has not been checked."},
      {Confidence::remembered, false, "凭记忆，文字未核。", "its wording has not been checked."},
  };
  for (const auto& c : cases) {
    Provision p = committee_meeting();
    p.confidence = c.confidence;  // a rulebook would refuse the quote of what was not read
    EXPECT_TRUE(explain(p).ends_with(c.zh)) << explain(p);
    EXPECT_TRUE(explain(p, Language::en).ends_with(c.en)) << explain(p, Language::en);
    EXPECT_EQ(explain(p).find("“一般每月召开1次”") != std::string::npos, c.quoted);
    p.quote = "";
    EXPECT_THAT(explain(p), Not(HasSubstr("原文：")));
  }
}

TEST(Explain, SaysOfARequirementWhatIsDemandedOfWhom) {
  const Requirement r{.code = "ORG-02",
                      .name = "党支部党员一般不超过50人",
                      .scope = EveryUnit{.kinds = {UnitKind::branch}},
                      .demand = Bounds{.within = {.measure = Measure::members, .most = 50}},
                      .force = Force::as_a_rule,
                      .layer = Layer::central,
                      .in_force_from = Date{2018, 10, 28},
                      .source = {"支部工作条例", "4"}};
  EXPECT_EQ(
      explain(r),
      "ORG-02 党支部党员一般不超过50人。对每个党支部，“一般”：党员不超过50人。自2018年10月28日"
      "起施行。依据：《支部工作条例》第4条（中央）。已核原文。");
  EXPECT_EQ(
      explain(r, Language::en),
      "ORG-02 党支部党员一般不超过50人. For every Party branch, \"as a rule\": at most 50 members. "
      "In force since 28 October 2018. Written in 《支部工作条例》第4条 (central). The clause "
      "itself was read.");
}

TEST(Explain, SaysOfAnUndecidedRuleWhyNothingCanDecideIt) {
  const Undecided u{.code = "ORG-24",
                    .name = "党支部有八项基本任务",
                    .name_en = "A branch has eight basic tasks",
                    .layer = Layer::central,
                    .in_force_from = Date{2018, 10, 28},
                    .source = {"支部工作条例", "9-10", false},
                    .confidence = Confidence::secondhand,
                    .because = "没有可以计数的数据",
                    .because_en = "nobody records it as a number"};
  EXPECT_EQ(
      explain(u),
      "ORG-24 党支部有八项基本任务。“应当”，但无法由数据判定：没有可以计数的数据。自2018年10月28日"
      "起施行。依据：《支部工作条例》第9-10条（条号待核）（中央）。转引，文字未核。");
  EXPECT_THAT(
      explain(u, Language::en),
      HasSubstr("It is put as \"shall\", and cannot be decided from data: nobody records it "
                "as a number."));
}

// Nothing was left out in the middle of a sentence.
void expect_whole(const std::string& text) {
  EXPECT_GT(text.size(), 40u) << text;
  for (const char* leftover : {"{", "}", "  ", "（）", "()", "“”", "\"\"", " .", " ,", "，，",
                               "。。", "，。", "：。", ", .", ": .", "..", ",,"})
    EXPECT_THAT(text, Not(HasSubstr(leftover)));
}

TEST(Explain, EveryRowOfTheNationAndOfTheCountyIsSaidInBothLanguages) {
  const Rulebook rules =
      Rulebook::national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  ASSERT_GT(rules.size(), 0u);
  for (const Language language : {Language::zh, Language::en}) {
    for (const Provision& row : rules.provisions()) expect_whole(explain(row, language));
    for (const Requirement& row : rules.requirements()) expect_whole(explain(row, language));
    for (const Undecided& row : rules.undecided()) expect_whole(explain(row, language));
  }
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "two_branches_of_a_county.hpp"

namespace zhibu {
namespace {

using MeetingLedger = SmallCounty;
using StudyLedger = SmallCounty;

TEST_F(MeetingLedger, TheLastDayOfThePeriodCountsAndTheNextDoesNot) {
  hold("R1", first, Activity::members_meeting, Date{2017, 12, 31}, 28, 25);
  hold("R2", first, Activity::members_meeting, Date{2018, 1, 1}, 28, 25);
  const Ledger ledger = draw(LedgerKind::meetings);
  EXPECT_EQ(ledger.title, "三会一课记录 2017");
  ASSERT_EQ(ledger.rows.size(), 1U);
  EXPECT_EQ(cell(ledger, 0, "日期"), "2017-12-31");
  EXPECT_EQ(cell(ledger, 0, "应到"), "28");
  EXPECT_EQ(cell(ledger, 0, "实到"), "25");
  EXPECT_EQ(cell(ledger, 0, "缺席"), "3");
  EXPECT_EQ(total(ledger, "次数"), 1);
  EXPECT_EQ(total(ledger, "实到人次"), 25);
  EXPECT_EQ(total(ledger, "党员大会"), 1);
}

TEST_F(MeetingLedger, WhatIsVoidedIsAbsent) {
  Record row;
  row.code = "R1";
  row.unit = first;
  row.activities = Activity::party_lecture;
  row.held_on = Date{2017, 5, 1};
  row.voided = true;
  records.add(row);
  EXPECT_TRUE(draw(LedgerKind::meetings).rows.empty());
}

TEST_F(MeetingLedger, AUnitStandsUnderItsNameOfTheDay) {
  roster.rename(first, "新一支部", Date{2017, 7, 1});
  hold("R1", first, Activity::committee_meeting, Date{2017, 6, 30});
  hold("R2", first, Activity::committee_meeting, Date{2017, 7, 1});
  const Ledger ledger = draw(LedgerKind::meetings);
  EXPECT_EQ(cell(ledger, 0, "党组织"), "一支部");
  EXPECT_EQ(cell(ledger, 1, "党组织"), "新一支部");
  EXPECT_EQ(ledger.rows[1].summary, "支委会：新一支部");
}

TEST_F(MeetingLedger, WhatIsHeldForAnEarlierPeriodIsMadeUpFor) {
  Record row;
  row.code = "R1";
  row.unit = first;
  row.activities = Activity::organizational_life_meeting;
  row.held_on = Date{2017, 3, 1};
  row.for_period = parse_period("2016");
  records.add(row);
  hold("R2", first, Activity::democratic_appraisal, Date{2017, 12, 1});
  const Ledger ledger = draw(LedgerKind::life_meetings);
  EXPECT_EQ(cell(ledger, 0, "所属期间"), "2016");
  EXPECT_EQ(cell(ledger, 0, "办理情况"), "补开");
  EXPECT_EQ(cell(ledger, 1, "办理情况"), "按期");
  EXPECT_EQ(total(ledger, "组织生活会"), 1);
  EXPECT_EQ(total(ledger, "民主评议党员"), 1);
}

TEST_F(MeetingLedger, TheReasonOfWhoIsAbsentIsShownOnlyWhereItIsAskedFor) {
  const RecordId held = hold("R1", first, Activity::members_meeting, Date{2017, 5, 1});
  records.attend(
      held, std::vector{liu, zhu, song},
      std::vector{Attendee{zhu, Presence::excused, "住院"}, Attendee{song, Presence::absent, ""}});
  EXPECT_EQ(cell(draw(LedgerKind::meetings), 0, "缺席人员及原因"), "竹二（请假）、松三（缺席）");
  const Ledger shown = draw_shown(LedgerKind::meetings, Sensitive::reasons);
  EXPECT_EQ(cell(shown, 0, "缺席人员及原因"), "竹二（请假：住院）、松三（缺席，原因未记）");
  EXPECT_EQ(total(shown, "有名单次数"), 1);
  EXPECT_EQ(total(shown, "人数"), 1);
}

TEST_F(MeetingLedger, AThemedPartyDayThatHoldsTheMembersMeetingStandsInBoth) {
  const RecordId held =
      hold("R1", first, {Activity::themed_party_day, Activity::members_meeting}, Date{2017, 7, 1});
  records.add(Minutes{.record = held, .topic = "学习党章", .places = "塔卧;洪家关", .oath = true});
  EXPECT_EQ(draw(LedgerKind::meetings).rows.size(), 1U);
  const Ledger ledger = draw(LedgerKind::themed_party_days);
  EXPECT_EQ(cell(ledger, 0, "活动"), "党员大会、主题党日");
  EXPECT_EQ(cell(ledger, 0, "主题"), "学习党章");
  EXPECT_EQ(cell(ledger, 0, "地点"), "塔卧、洪家关");
  EXPECT_EQ(cell(ledger, 0, "重温入党誓词"), "是");
}

TEST_F(MeetingLedger, SpeaksEnglishWhereAsked) {
  hold("R1", first, Activity::members_meeting, Date{2017, 5, 1});
  const Ledger ledger = draw(LedgerKind::meetings, Everything{}, year_2017, Language::en);
  EXPECT_EQ(ledger.title, "Three meetings and one lecture, 2017");
  EXPECT_EQ(cell(ledger, 0, "activity"), "members meeting");
  EXPECT_EQ(cell(ledger, 0, "timeliness"), "on time");
  EXPECT_EQ(total(ledger, "times"), 1);
}

TEST_F(StudyLedger, ASessionIsARecordWithAForm) {
  const RecordId report = hold("R1", first, Activity::study_day, Date{2017, 5, 1}, 30, 26);
  hold("R2", first, Activity::study_day, Date{2017, 6, 1}, 30, 26);
  records.add(Minutes{.record = report,
                      .topic = "形势",
                      .form = StudyForm::special_report,
                      .audience = "党员代表",
                      .host = "党校",
                      .speaker = "王某"});
  const Ledger ledger = draw(LedgerKind::training);
  ASSERT_EQ(ledger.rows.size(), 1U);
  EXPECT_EQ(cell(ledger, 0, "学习形式"), "专题报告");
  EXPECT_EQ(cell(ledger, 0, "参加对象"), "党员代表");
  EXPECT_EQ(cell(ledger, 0, "主办"), "党校");
  EXPECT_EQ(cell(ledger, 0, "人次"), "26");
  EXPECT_EQ(total(ledger, "期次"), 1);
  EXPECT_EQ(total(ledger, "人次"), 26);
  EXPECT_EQ(total(ledger, "人数"), 0);  // nobody is known by name
  EXPECT_EQ(total(ledger, "专题报告期次"), 1);
}

TEST_F(StudyLedger, WhoAttendsTwoSessionsIsTwoPersonTimesAndOnePerson) {
  for (const std::string_view code : {"R1", "R2"}) {
    const RecordId held =
        hold(code, code == "R1" ? first : temporary, Activity::study_day, Date{2017, 5, 1});
    records.attend(held, std::vector{liu, zhu}, std::vector{Attendee{zhu, Presence::absent, ""}});
    records.add(Minutes{.record = held, .form = StudyForm::discussion});
  }
  const Ledger ledger = draw(LedgerKind::training);
  EXPECT_EQ(total(ledger, "人次"), 2);
  EXPECT_EQ(total(ledger, "人数"), 1);
}

TEST_F(StudyLedger, TheFileHasARowForEachPersonAndStudy) {
  const RecordId held = hold("R1", first, Activity::study_day, Date{2017, 12, 31});
  records.attend(held, std::vector{liu, zhu},
                 std::vector{Attendee{zhu, Presence::served_at_home, "卧床"}});
  records.add(StudyNote{.record = held, .person = liu, .note = true, .insight = true});
  records.add(StudyNote{.record = held, .person = song, .reflection = true});
  const Ledger ledger = draw(LedgerKind::study_files);
  ASSERT_EQ(ledger.rows.size(), 3U);
  EXPECT_EQ(cell(ledger, 0, "参加情况"), label(Presence::present));
  EXPECT_EQ(cell(ledger, 0, "笔记"), "有");
  EXPECT_EQ(cell(ledger, 0, "心得"), "无");
  EXPECT_EQ(cell(ledger, 0, "感悟"), "有");
  EXPECT_EQ(cell(ledger, 1, "参加情况"), label(Presence::served_at_home));
  EXPECT_EQ(cell(ledger, 1, "笔记"), "");
  EXPECT_EQ(cell(ledger, 2, "姓名"), "松三");
  EXPECT_EQ(cell(ledger, 2, "参加情况"), "");
  EXPECT_EQ(total(ledger, "笔记"), 1);
  EXPECT_EQ(total(ledger, "人数"), 3);
  EXPECT_EQ(all_of(ledger).find("卧床"), std::string::npos);
  EXPECT_EQ(cell(draw_shown(LedgerKind::study_files, Sensitive::reasons), 1, "原因"), "卧床");
}

TEST_F(StudyLedger, AStudyBroughtHomeNamesThoseItWasBroughtTo) {
  Record row;
  const std::vector persons{song};
  row.code = "R1";
  row.unit = second;
  row.activities = Activity::home_study;
  row.held_on = Date{2017, 4, 1};
  row.persons = persons;
  records.add(row);
  const Ledger ledger = draw(LedgerKind::study_files);
  ASSERT_EQ(ledger.rows.size(), 1U);
  EXPECT_EQ(cell(ledger, 0, "参加情况"), label(Presence::served_at_home));
  EXPECT_EQ(cell(ledger, 0, "所在党支部"), "二支部");
}

TEST_F(StudyLedger, ACampaignGathersWhatWasHeldForIt) {
  const CampaignId campaign =
      records.add(Campaign{.code = "C1", .name = "点赞新变化", .period = year_2017});
  const RecordId held = hold("R1", first, Activity::joint_activity, Date{2017, 9, 1}, 20, 18);
  records.add(Minutes{.record = held,
                      .campaign = campaign,
                      .beneficiaries = 1000,
                      .at_least = true,
                      .beneficiaries_who = "农民"});
  records.add(Opinion{.code = "O1",
                      .unit = first,
                      .record = held,
                      .text = "修路",
                      .collected_on = Date{2017, 9, 1}});
  const Ledger ledger = draw(LedgerKind::campaigns);
  ASSERT_EQ(ledger.rows.size(), 1U);
  EXPECT_EQ(cell(ledger, 0, "主题活动"), "点赞新变化");
  EXPECT_EQ(cell(ledger, 0, "意见建议条数"), "1");
  EXPECT_EQ(total(ledger, "受益人次"), 1000);
  EXPECT_EQ(total(ledger, "参加人次"), 18);
}

TEST_F(StudyLedger, WhatIsPublishedHasNoFigureUnderFive) {
  const RecordId few = hold("R1", first, Activity::study_day, Date{2017, 5, 1}, 5, 4);
  records.add(Minutes{.record = few, .form = StudyForm::discussion});
  const Ledger ledger =
      draw(LedgerKind::training, Everything{}, year_2017, Language::zh, {.published = true});
  EXPECT_EQ(cell(ledger, 0, "应到"), "5");
  EXPECT_EQ(cell(ledger, 0, "人次"), "<5");
}

TEST_F(StudyLedger, WhatWasDoneForOthersStandsBesideTheRoles) {
  roster.add(VolunteerRole{.person = liu, .role = "辅导员", .period = since(Date{2016, 1, 1})});
  const RecordId held = hold("R1", first, Activity::service, Date{2017, 4, 1});
  records.add(Minutes{.record = held,
                      .topic = "柑橘栽培",
                      .beneficiaries = 1000,
                      .at_least = true,
                      .beneficiaries_who = "农民"});
  const Ledger ledger = draw(LedgerKind::volunteer_roles);
  ASSERT_EQ(ledger.rows.size(), 2U);
  EXPECT_EQ(cell(ledger, 0, "类别"), "志愿角色");
  EXPECT_EQ(cell(ledger, 1, "角色或内容"), "柑橘栽培");
  EXPECT_EQ(cell(ledger, 1, "受益人次"), "1000");
  EXPECT_EQ(cell(ledger, 1, "余"), "是");
  EXPECT_EQ(total(ledger, "受益人次"), 1000);
}

}  // namespace
}  // namespace zhibu

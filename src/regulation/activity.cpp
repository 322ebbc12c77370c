// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/activity.hpp"

#include <iterator>

namespace zhibu {

template <>
std::span<const Name<Activity>> names() {
  static constexpr Name<Activity> all[] = {
      {Activity::members_meeting, "members_meeting", "党员大会", "members meeting"},
      {Activity::committee_meeting, "committee_meeting", "支委会", "branch committee meeting"},
      {Activity::group_meeting, "group_meeting", "党小组会", "Party group meeting"},
      {Activity::party_lecture, "party_lecture", "党课", "Party lecture"},
      {Activity::themed_party_day, "themed_party_day", "主题党日", "themed Party day"},
      {Activity::organizational_life_meeting, "organizational_life_meeting", "组织生活会",
       "organizational life meeting"},
      {Activity::democratic_appraisal, "democratic_appraisal", "民主评议党员",
       "democratic appraisal of members"},
      {Activity::heart_to_heart_talk, "heart_to_heart_talk", "谈心谈话", "heart-to-heart talk"},
      {Activity::democratic_life_meeting, "democratic_life_meeting", "民主生活会",
       "democratic life meeting"},
      {Activity::study_day, "study_day", "集中学习", "study day"},
      {Activity::situation_report, "situation_report", "形势报告会", "situation-report meeting"},
      {Activity::contact_visit, "contact_visit", "联系点到点指导", "contact visit"},
      {Activity::cluster_meeting, "cluster_meeting", "片组会议", "cluster meeting"},
      {Activity::festival_visit, "festival_visit", "节日走访慰问", "festival visit"},
      {Activity::political_birthday, "political_birthday", "政治生日", "political birthday"},
      {Activity::hardship_aid, "hardship_aid", "困难帮扶资金发放", "hardship aid"},
      {Activity::branch_funds, "branch_funds", "党支部专项经费", "branch funds"},
      {Activity::election, "election", "换届选举", "re-election at end of term"},
      {Activity::applicant_talk, "applicant_talk", "同入党申请人谈话", "talk with an applicant"},
      {Activity::activist_examination, "activist_examination", "入党积极分子考察",
       "examination of an activist"},
      {Activity::membership_approval, "membership_approval", "预备党员审批",
       "approval of an admission"},
      {Activity::confirmation_approval, "confirmation_approval", "预备党员转正审批",
       "approval of a confirmation"},
      {Activity::concentrated_training, "concentrated_training", "集中培训", "training course"},
      {Activity::rotation_training, "rotation_training", "集中轮训", "rotation training"},
      {Activity::induction_training, "induction_training", "任职培训", "induction training"},
      {Activity::contact_abroad, "contact_abroad", "联系出国（境）党员",
       "contact with a member abroad"},
      {Activity::home_study, "home_study", "送学上门", "study brought to the door"},
      {Activity::care_visit, "care_visit", "走访看望", "care visit"},
      {Activity::assistance, "assistance", "结对帮扶", "paired assistance"},
      {Activity::red_education, "red_education", "红色教育", "red education"},
      {Activity::service, "service", "发挥作用", "service to others"},
      {Activity::joint_activity, "joint_activity", "联建活动", "joint activity"},
  };
  static_assert(std::size(all) <= 32, "Activities has a bit for each");
  return all;
}

std::string to_string(Activities activities) {
  std::string text;
  for (const Name<Activity>& name : names<Activity>()) {
    if (!activities.contains(name.value)) continue;
    if (!text.empty()) text += ';';
    text += name.key;
  }
  return text;
}

Activities parse_activities(std::string_view text) {
  Activities activities;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = text.find(';', begin);
    activities = activities | parse<Activity>(text.substr(begin, end - begin), "activity");
    if (end == std::string_view::npos) return activities;
    begin = end + 1;
  }
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// What is demanded and held. The first four are the three meetings and one lecture (三会一课).
enum class Activity : std::uint8_t {
  members_meeting,              // 党员大会
  committee_meeting,            // 支委会
  group_meeting,                // 党小组会
  party_lecture,                // 党课
  themed_party_day,             // 主题党日
  organizational_life_meeting,  // 组织生活会
  democratic_appraisal,         // 民主评议党员
  heart_to_heart_talk,          // 谈心谈话
  democratic_life_meeting,      // 民主生活会: of leading bodies, not of branches
  study_day,                    // 集中学习
  situation_report,             // 形势报告会
  contact_visit,                // 联系点到点指导
  cluster_meeting,              // 片组会议
  festival_visit,               // 节日走访慰问
  political_birthday,           // 政治生日
  hardship_aid,                 // 困难帮扶资金发放
  branch_funds,                 // 党支部专项经费
  election,                     // 换届选举
  applicant_talk,               // 同入党申请人谈话
  activist_examination,         // 入党积极分子考察
  membership_approval,          // 预备党员审批
  confirmation_approval,        // 预备党员转正审批
  concentrated_training,        // 集中培训
  rotation_training,            // 集中轮训
  induction_training,           // 任职培训
  contact_abroad,               // 联系出国（境）党员
  home_study,                   // 送学上门
  care_visit,                   // 走访看望: other than on festivals
  assistance,                   // 结对帮扶: a helper with the one helped
  red_education,                // 红色教育
  service,                      // 发挥作用: what retired cadres do for others
  joint_activity,               // 联建活动: of several branches
};

template <>
ZHIBU_EXPORT std::span<const Name<Activity>> names();

// A few activities: one afternoon can be a themed Party day that holds the members meeting.
//
//   Activities held{Activity::themed_party_day, Activity::members_meeting};
//   held.contains(Activity::members_meeting);  // true
//   to_string(held);                           // "members_meeting;themed_party_day"
class Activities {
 public:
  constexpr Activities() = default;
  constexpr Activities(Activity activity) : bits_{bit(activity)} {}
  constexpr Activities(std::initializer_list<Activity> activities) {
    for (const Activity activity : activities) bits_ |= bit(activity);
  }

  constexpr bool contains(Activity activity) const { return (bits_ & bit(activity)) != 0; }
  constexpr bool overlaps(Activities others) const { return (bits_ & others.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }

  // All that are in either.
  friend constexpr Activities operator|(Activities a, Activities b) {
    a.bits_ |= b.bits_;
    return a;
  }
  friend constexpr bool operator==(Activities, Activities) = default;

 private:
  static constexpr std::uint32_t bit(Activity activity) {
    return std::uint32_t{1} << static_cast<unsigned>(activity);
  }

  std::uint32_t bits_ = 0;
};

// The keys joined by ';', in the order of the enumeration, and back. parse_activities also takes
// Chinese labels; it throws std::invalid_argument if the text names none, or one that there is not.
ZHIBU_EXPORT std::string to_string(Activities activities);
ZHIBU_EXPORT Activities parse_activities(std::string_view text);

}  // namespace zhibu

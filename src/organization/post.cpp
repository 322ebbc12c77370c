// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/post.hpp"

namespace zhibu {

template <>
std::span<const Name<PostKind>> names() {
  static constexpr Name<PostKind> table[] = {
      {PostKind::secretary, "secretary", "书记", "secretary"},
      {PostKind::deputy_secretary, "deputy_secretary", "副书记", "deputy secretary"},
      {PostKind::organization_member, "organization_member", "组织委员",
       "committee member for organization"},
      {PostKind::publicity_member, "publicity_member", "宣传委员",
       "committee member for publicity"},
      {PostKind::discipline_member, "discipline_member", "纪检委员",
       "committee member for discipline inspection"},
      {PostKind::member, "member", "委员", "committee member"},
      {PostKind::group_leader, "group_leader", "党小组组长", "leader of a Party group"},
      {PostKind::youth_member, "youth_member", "青年委员", "committee member for youth"},
      {PostKind::union_member, "union_member", "工会委员", "committee member for trade unions"},
      {PostKind::secrecy_member, "secrecy_member", "保密委员", "committee member for secrecy"},
      {PostKind::women_member, "women_member", "妇女委员", "committee member for women"},
      {PostKind::united_front_member, "united_front_member", "统战委员",
       "committee member for the united front"},
  };
  return table;
}

template <>
std::span<const Name<Assumption>> names() {
  static constexpr Name<Assumption> table[] = {
      {Assumption::unrecorded, "unrecorded", "未记载", "not recorded"},
      {Assumption::elected, "elected", "选举", "elected"},
      {Assumption::by_election, "by_election", "补选", "elected in a by-election"},
      {Assumption::appointed, "appointed", "上级指定", "appointed"},
      {Assumption::recommended, "recommended", "推荐", "recommended"},
  };
  return table;
}

template <>
std::span<const Name<Approval>> names() {
  static constexpr Name<Approval> table[] = {
      {Approval::unrecorded, "unrecorded", "未记载", "not recorded"},
      {Approval::requested, "requested", "已请示", "requested"},
      {Approval::filed, "filed", "已备案", "filed"},
      {Approval::approved, "approved", "已批准", "approved"},
  };
  return table;
}

}  // namespace zhibu

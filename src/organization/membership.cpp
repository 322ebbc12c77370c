// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/membership.hpp"

namespace zhibu {

template <>
std::span<const Name<MembershipKind>> names() {
  static constexpr Name<MembershipKind> table[] = {
      {MembershipKind::home, "home", "组织关系所在支部", "home branch"},
      {MembershipKind::activity, "activity", "参加活动", "takes part in activities"},
      {MembershipKind::care, "care", "联系服务", "in the care of"},
  };
  return table;
}

template <>
std::span<const Name<CircumstanceKind>> names() {
  static constexpr Name<CircumstanceKind> table[] = {
      {CircumstanceKind::mobile, "mobile", "流动党员", "mobile"},
      {CircumstanceKind::abroad, "abroad", "出国（境）", "abroad"},
      {CircumstanceKind::out_of_contact, "out_of_contact", "失联", "out of contact"},
      {CircumstanceKind::transferred_out, "transferred_out", "组织关系转出", "transferred out"},
      {CircumstanceKind::rights_suspended, "rights_suspended", "暂停行使党员权利",
       "rights suspended"},
      {CircumstanceKind::under_probation, "under_probation", "留党察看",
       "on probation within the Party"},
      {CircumstanceKind::membership_suspended, "membership_suspended", "停止党籍",
       "membership suspended"},
  };
  return table;
}

bool takes_the_vote(CircumstanceKind kind) {
  return kind == CircumstanceKind::rights_suspended || kind == CircumstanceKind::under_probation ||
         kind == CircumstanceKind::membership_suspended;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/person.hpp"

namespace zhibu {

template <>
std::span<const Name<Sex>> names() {
  static constexpr Name<Sex> table[] = {
      {Sex::male, "male", "男", "male"},
      {Sex::female, "female", "女", "female"},
  };
  return table;
}

template <>
std::span<const Name<Retirement>> names() {
  static constexpr Name<Retirement> table[] = {
      {Retirement::in_service, "in_service", "在职", "in service"},
      {Retirement::retired_with_honours, "retired_with_honours", "离休", "retired with honours"},
      {Retirement::retired, "retired", "退休", "retired"},
  };
  return table;
}

template <>
std::span<const Name<PartyStanding>> names() {
  static constexpr Name<PartyStanding> table[] = {
      {PartyStanding::not_a_member, "not_a_member", "群众", "not a member"},
      {PartyStanding::probationary, "probationary", "预备党员", "probationary member"},
      {PartyStanding::full, "full", "正式党员", "full member"},
  };
  return table;
}

template <>
std::span<const Name<MembershipKind>> names() {
  static constexpr Name<MembershipKind> table[] = {
      {MembershipKind::home, "home", "组织关系所在支部", "home branch"},
      {MembershipKind::activity, "activity", "参加活动", "takes part in activities"},
      {MembershipKind::care, "care", "联系服务", "in the care of"},
  };
  return table;
}

PartyStanding standing_on(const Person& person, Date day) {
  const auto by_then = [day](std::optional<Date> date) { return date && *date <= day; };
  if (by_then(person.full_member_on)) return PartyStanding::full;
  if (by_then(person.admitted_on)) return PartyStanding::probationary;
  return PartyStanding::not_a_member;
}

}  // namespace zhibu

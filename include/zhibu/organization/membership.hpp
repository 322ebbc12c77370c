// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// In what way a person belongs to a unit.
enum class MembershipKind : std::uint8_t {
  home,      // 组织关系所在支部: votes, dues, admission and appraisal; one at any time
  activity,  // 参加活动的党组织: a temporary branch; never counted a second time in statistics
  care,      // 联系服务: a retired cadre who is not a member, looked after by the branch
};

template <>
ZHIBU_EXPORT std::span<const Name<MembershipKind>> names();

// A person belonging to a unit, for as long as that lasts. Whatever its period says, it lasts no
// longer than the unit stands and the person lives.
struct Membership {
  PersonId person;
  UnitId unit;
  MembershipKind kind = MembershipKind::home;
  Period period;
};

// In what a member differs from others for a time.
enum class CircumstanceKind : std::uint8_t {
  mobile,                // 流动党员
  abroad,                // 出国（境）
  out_of_contact,        // 失联
  transferred_out,       // 组织关系转出: the home branch is outside this roster
  rights_suspended,      // 暂停行使党员权利, as of who is detained
  under_probation,       // 留党察看: neither votes nor is elected
  membership_suspended,  // 停止党籍
};

template <>
ZHIBU_EXPORT std::span<const Name<CircumstanceKind>> names();

// Whether a member in it neither votes nor elects nor is elected
// (中国共产党基层组织选举工作条例, article 5).
ZHIBU_EXPORT bool takes_the_vote(CircumstanceKind kind);

// A member being in such a circumstance, for as long as that lasts.
struct Circumstance {
  PersonId person;
  CircumstanceKind kind = CircumstanceKind::mobile;
  Period period;
  std::string_view remark = {};  // 外出流向, the reason, the decision
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/unit.hpp"

#include "zhibu/organization/event.hpp"

namespace zhibu {

template <>
std::span<const Name<UnitKind>> names() {
  static constexpr Name<UnitKind> table[] = {
      {UnitKind::committee, "committee", "党委", "Party committee"},
      {UnitKind::working_committee, "working_committee", "党工委", "Party working committee"},
      {UnitKind::leading_group, "leading_group", "党组", "leading Party members group"},
      {UnitKind::general_branch, "general_branch", "党总支", "general Party branch"},
      {UnitKind::branch, "branch", "党支部", "Party branch"},
      {UnitKind::group, "group", "党小组", "Party group"},
  };
  return table;
}

template <>
std::span<const Name<BranchField>> names() {
  static constexpr Name<BranchField> table[] = {
      {BranchField::unspecified, "unspecified", "未注明", "not specified"},
      {BranchField::village, "village", "村", "village"},
      {BranchField::community, "community", "社区", "community"},
      {BranchField::enterprise, "enterprise", "国有企业和集体企业",
       "state-owned or collective enterprise"},
      {BranchField::university, "university", "高校", "university"},
      {BranchField::private_enterprise, "private_enterprise", "非公有制经济组织",
       "non-public enterprise"},
      {BranchField::social_organization, "social_organization", "社会组织", "social organization"},
      {BranchField::public_institution, "public_institution", "事业单位", "public institution"},
      {BranchField::organ, "organ", "党政机关", "Party or state organ"},
      {BranchField::mobile_members, "mobile_members", "流动党员", "mobile members"},
      {BranchField::retired, "retired", "离退休干部职工", "retired cadres and workers"},
  };
  return table;
}

template <>
std::span<const Name<EventKind>> names() {
  static constexpr Name<EventKind> table[] = {
      {EventKind::found, "found", "成立", "founded"},
      {EventKind::rename, "rename", "更名", "renamed"},
      {EventKind::move, "move", "调整隶属关系", "moved"},
      {EventKind::merge, "merge", "合并", "merged"},
      {EventKind::split, "split", "分设", "split"},
      {EventKind::upgrade, "upgrade", "升格", "upgraded"},
      {EventKind::adjust, "adjust", "调整", "adjusted"},
      {EventKind::dissolve, "dissolve", "撤销", "dissolved"},
      {EventKind::lapse, "lapse", "自然撤销", "lapsed"},
  };
  return table;
}

}  // namespace zhibu

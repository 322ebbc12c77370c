// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/change.hpp"

namespace zhibu {

template <>
std::span<const Name<ChangeKind>> names() {
  static constexpr Name<ChangeKind> table[] = {
      {ChangeKind::unit_began, "unit_began", "党组织成立", "an organization began"},
      {ChangeKind::unit_ended, "unit_ended", "党组织终止", "an organization ended"},
      {ChangeKind::unit_name, "unit_name", "名称", "name"},
      {ChangeKind::unit_kind, "unit_kind", "类别", "kind"},
      {ChangeKind::unit_parent, "unit_parent", "隶属关系", "parent"},
      {ChangeKind::unit_other, "unit_other", "其他情况", "other particulars"},
      {ChangeKind::home_membership, "home_membership", "组织关系", "home membership"},
      {ChangeKind::other_membership, "other_membership", "参加活动或联系服务",
       "activity or care membership"},
      {ChangeKind::appointment, "appointment", "任职", "appointment"},
      {ChangeKind::cluster_membership, "cluster_membership", "所在片组", "cluster membership"},
  };
  return table;
}

}  // namespace zhibu

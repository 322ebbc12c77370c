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
  };
  return table;
}

}  // namespace zhibu

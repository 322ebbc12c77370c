// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/unit.hpp"

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

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// The kinds of organization of the Party, as the Constitution and the regulations name them. Being
// temporary, joint, or of retired cadres, is not a kind; see Unit. A cluster is no organization at
// all; see Cluster.
enum class UnitKind : std::uint8_t {
  committee,          // 党委
  working_committee,  // 党工委: dispatched by a committee and appointed, not elected
  leading_group,      // 党组: the leading Party members group of a body that is not the Party's
  general_branch,     // 党总支
  branch,             // 党支部
  group,              // 党小组: a part of a branch, without approval or term of its own
};

template <>
ZHIBU_EXPORT std::span<const Name<UnitKind>> names();

// The field that a branch works in: the ten kinds of branch with key tasks of their own
// (中国共产党支部工作条例（试行）, article 10), which also decides the length of its term.
enum class BranchField : std::uint8_t {
  unspecified,
  village,              // 村
  community,            // 社区
  enterprise,           // 国有企业和集体企业
  university,           // 高校
  private_enterprise,   // 非公有制经济组织
  social_organization,  // 社会组织
  public_institution,   // 事业单位
  organ,                // 党政机关
  mobile_members,       // 流动党员
  retired,              // 离退休干部职工
};

template <>
ZHIBU_EXPORT std::span<const Name<BranchField>> names();

// One organization of the Party, as it stands on some day. Whatever of it may change is
// effective-dated: Roster::history() has all it ever was.
//
// A unit is not the body it is formed in: the branch of a bureau is a Unit, the bureau is its
// Workplace (所在单位), two branches may share one, and a joint branch has several.
//
// Here as in all rows, a field without a default is one that every row needs: g++ -Wextra warns
// where it is forgotten.
struct Unit {
  UnitId id = {};         // issued by the roster
  std::string_view code;  // "YS-B01", unique in the roster, and never changed
  std::string_view name;  // 党组织全称: "县政府办离退休干部党支部"
  UnitKind kind = UnitKind::branch;
  std::optional<UnitId> parent = {};  // 上级党组织: the organization it stands under
  Period standing;                    // from its founding to its end, whatever it was in between
  bool temporary = false;             // 临时: its members keep their home branch elsewhere
  bool joint = false;                 // 联合: of several workplaces
  bool mobile = false;                // 流动党员党组织
  bool retired_cadres = false;        // 离退休干部党组织
  bool has_committee = false;         // a branch with a committee of its own (支部委员会)
  BranchField field = BranchField::unspecified;
};

}  // namespace zhibu

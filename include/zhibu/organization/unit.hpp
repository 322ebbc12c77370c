// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// The kinds of organization of the Party, as the Constitution and the regulations name them. Being
// temporary, or of retired cadres, is not a kind; see Unit. A cluster is no organization at all;
// see Cluster.
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

// One organization of the Party, for as long as it stands.
//
// A unit is not the body it is formed in: the branch of a bureau is a Unit, the bureau is its
// workplace (所在单位), and two branches may share one.
//
// Here as in all rows, a field without a default is one that every row needs: g++ -Wextra warns
// where it is forgotten.
struct Unit {
  UnitId id = {};         // issued by the roster
  std::string_view code;  // "YS-B01", unique in the roster
  std::string_view name;  // "县政府办离退休干部党支部"
  UnitKind kind = UnitKind::branch;
  std::optional<UnitId> parent = {};    // the organization it stands under
  Period standing;                      // from its founding to its dissolution
  bool temporary = false;               // 临时: its members keep their home branch elsewhere
  bool retired_cadres = false;          // 离退休干部党组织
  bool has_committee = false;           // a branch with a committee of its own (支部委员会)
  std::optional<Date> elected_on = {};  // when its present committee or secretary was elected
  std::string_view workplace = {};      // "县政府办", or "" where none is recorded
};

}  // namespace zhibu

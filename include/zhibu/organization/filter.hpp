// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "zhibu/organization/person.hpp"
#include "zhibu/organization/unit.hpp"

namespace zhibu {

// Which members are counted; what is left open counts all. Ages and Party standing (党龄) are full
// years on the day of the view, from the first to the last, both included.
struct MemberFilter {
  std::vector<PartyStanding> standing = {};  // empty: probationary and full members
  std::vector<Retirement> retirement = {};   // empty: any
  std::optional<Sex> sex = {};
  std::optional<std::pair<int, int>> age = {};
  std::optional<std::pair<int, int>> years_of_standing = {};
};

// Which units are counted; what is left open counts all.
struct UnitFilter {
  std::vector<UnitKind> kinds = {};  // empty: any
  std::optional<bool> temporary = {};
  std::optional<bool> retired_cadres = {};
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>
#include <variant>

#include "zhibu/id.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// Who bears an obligation or an honour: an organization, or a person.
using Bearer = std::variant<UnitId, PersonId>;

// A committee member's contact branch (联系点): the unit that `person` visits and guides.
struct Contact {
  PersonId person;
  UnitId unit;
  Period period;
};

// A helper and the one helped (结对帮扶).
struct Pairing {
  PersonId helper;
  PersonId helped;
  std::string_view reasons = {};  // joined by ';': "生活困难;独居"
  Period period;
};

// A role taken by expertise and inclination (监督员, 辅导员, 宣传员), which is no post.
struct VolunteerRole {
  PersonId person;
  std::string_view role;  // "社会风气监督员"
  Period period;
  std::string_view because = {};  // the expertise or the hobby (特长, 爱好): "教育工作经验"
};

// A place that a unit has for its activities (活动场所).
struct Venue {
  UnitId unit;
  std::string_view name;          // "党员活动室"
  std::string_view purpose = {};  // "办公", "活动"
  Period period;
  std::string_view inventory = {};  // 办公物品, joined by ';': "电脑1台;书柜2个"
};

// An honour awarded to a unit or to a person. Its period begins on the day of the award; most last.
struct Honour {
  Bearer bearer;
  std::string_view title;            // "学习型先进党组织"
  std::string_view level = {};       // "县级", "省级"
  std::string_view awarded_by = {};  // who awarded it
  Period period;
  std::string_view document = {};  // 文号
};

}  // namespace zhibu

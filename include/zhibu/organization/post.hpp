// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/term.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// The posts of a committee or a branch.
enum class PostKind : std::uint8_t {
  secretary,            // 书记
  deputy_secretary,     // 副书记
  organization_member,  // 组织委员
  publicity_member,     // 宣传委员
  discipline_member,    // 纪检委员
  member,               // 委员
  group_leader,         // 党小组组长
  youth_member,         // 青年委员
  union_member,         // 工会委员
  secrecy_member,       // 保密委员
  women_member,         // 妇女委员
  united_front_member,  // 统战委员
};

template <>
ZHIBU_EXPORT std::span<const Name<PostKind>> names();

// A post of a unit. It exists apart from whoever holds it: a vacant post is a post.
struct Post {
  PostId id = {};         // issued by the roster
  std::string_view code;  // "YS-GW-S", unique in the roster
  UnitId unit;
  PostKind kind = PostKind::member;
  std::string_view title = {};  // as the unit says it, "书记", or "" for the label of the kind
  bool ex_officio = false;      // 兼任: held by virtue of another office
  int seats = 1;                // how many hold it together when none is vacant
};

// How a person came to hold a post.
enum class Assumption : std::uint8_t {
  unrecorded,
  elected,      // 选举
  by_election,  // 补选
  appointed,    // 上级指定、任命
  recommended,  // 推荐, as of the leader of a group
};

template <>
ZHIBU_EXPORT std::span<const Name<Assumption>> names();

// A person holding a post, for as long as that lasts, and no longer than the unit stands and the
// person lives. A person may hold several posts, and several persons one.
struct Appointment {
  PostId post;
  PersonId person;
  Period period;
  std::string_view titles = {};  // offices held besides: "县委组织部副部长、老干部局局长", or ""
  Assumption by = Assumption::unrecorded;
  std::optional<int> votes = {};             // 得票数
  Approval approval = Approval::unrecorded;  // committee members are filed, secretaries approved
  std::string_view document = {};            // 任职文号
};

}  // namespace zhibu

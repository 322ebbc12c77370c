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

// The posts of a committee or a branch.
enum class PostKind : std::uint8_t {
  secretary,            // 书记
  deputy_secretary,     // 副书记
  organization_member,  // 组织委员
  publicity_member,     // 宣传委员
  discipline_member,    // 纪检委员
  member,               // 委员
  group_leader,         // 党小组组长
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
};

// A person holding a post, for as long as that lasts.
struct Appointment {
  PostId post;
  PersonId person;
  Period period;
  std::string_view titles = {};  // offices held besides: "县委组织部副部长、老干部局局长", or ""
};

}  // namespace zhibu

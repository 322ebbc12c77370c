// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A day in a person's life that a demand counts from.
enum class Milestone : std::uint8_t {
  born,                // 出生
  joined_revolution,   // 参加革命工作
  applied,             // 递交入党申请书
  activist,            // 确定为入党积极分子
  development_target,  // 确定为发展对象
  admitted,            // 支部大会接收为预备党员
  full_member,         // 转正
  retired,             // 离退休
  took_post,           // 任职: of whoever holds a post of the scope
};

template <>
ZHIBU_EXPORT std::span<const Name<Milestone>> names();

// The day on which `person` came to it; nothing where there is none, and of took_post, which is not
// the person's alone.
ZHIBU_EXPORT std::optional<Date> day_of(Milestone milestone, const Person& person);

}  // namespace zhibu

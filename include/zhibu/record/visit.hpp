// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"

namespace zhibu {

// On what occasion somebody was visited: the six of the offices for retired cadres.
enum class VisitKind : std::uint8_t {
  birthday,   // 生日看望
  hospital,   // 住院看望
  festival,   // 节日慰问
  everyday,   // 日常走访
  resettled,  // 易地安置人员慰问
  survivor,   // 遗属慰问: those whom the person left behind were visited
};

template <>
ZHIBU_EXPORT std::span<const Name<VisitKind>> names();

// What is known of the visit to one of the persons of a record. Once for a record and a person. A
// festival visit of which nothing more is known needs none.
struct Visit {
  RecordId record;
  PersonId person;  // who was visited, or whose survivors were
  VisitKind kind = VisitKind::everyday;
  std::string_view survivor =
      {};  // 与本人关系: "配偶", where survivors were visited, and only there
  std::string_view by = {};        // 看望领导, 陪同人员
  std::string_view gifts = {};     // 慰问品
  std::string_view reason = {};    // of health or hardship; no output has it unless it is asked for
  std::string_view feedback = {};  // 反馈信息
};

}  // namespace zhibu

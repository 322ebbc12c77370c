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

namespace zhibu {

// How far the higher organization has dealt with a matter. 备案 is not 批准.
enum class Approval : std::uint8_t {
  unrecorded,
  requested,  // 已请示
  filed,      // 已备案
  approved,   // 已批准
};

template <>
ZHIBU_EXPORT std::span<const Name<Approval>> names();

// A term of office (届) of a unit's committee, or of the secretary of a branch without one. How
// long it lasts is not written here: the rule in force at the election says so (regulation/check).
// The numbers of the election are there where the minutes have them.
struct Term {
  TermId id = {};  // issued by the roster
  UnitId unit;
  int nth = 0;                               // 第几届; 0 where it is not known
  Date elected_on;                           // 选举日期: the first day of the term
  std::optional<Date> ended_on = {};         // the day on which it ended otherwise than by the next
  std::optional<Date> extended_to = {};      // 延期换届: the last day that was approved
  std::string_view extension_document = {};  // and by what document
  std::optional<int> seats = {};             // 应选名额
  std::optional<int> candidates = {};        // 候选人数
  std::optional<int> due = {};               // 应到会有选举权人数
  std::optional<int> present = {};           // 实到会有选举权人数
  Approval approval = Approval::unrecorded;  // of the result, by the higher organization
  std::string_view document = {};            // 批复文号
};

}  // namespace zhibu

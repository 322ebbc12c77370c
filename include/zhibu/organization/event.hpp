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

// What may happen to an organization.
enum class EventKind : std::uint8_t {
  found,     // 成立
  rename,    // 更名
  move,      // 调整隶属关系: it stands under another organization
  merge,     // 合并: it ends, and another goes on with its members
  split,     // 分设: another comes out of it
  upgrade,   // 升格 or 改建: a branch becomes a general branch, a general branch a committee
  adjust,    // 调整: whatever else changes, such as a committee that is set up
  dissolve,  // 撤销
  lapse,     // 自然撤销: of a temporary organization, with the body that it served
};

template <>
ZHIBU_EXPORT std::span<const Name<EventKind>> names();

// What happened to an organization, on what day and by what document. Where several are merged or
// one is split there is an event for each pair of them, so that either side knows of the other.
struct Event {
  EventId id = {};  // issued by the roster
  EventKind kind = EventKind::found;
  UnitId unit;                       // the one it happened to
  std::optional<UnitId> other = {};  // the one that goes on, or that came out of it
  Date on;                           // the first day on which it is so
  std::string_view document = {};  // 文号: "永组发〔2017〕3号", or "" where none is recorded
  std::optional<Date> entered_on = {};  // when it came into the books
};

}  // namespace zhibu

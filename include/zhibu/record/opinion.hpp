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

// What kind of words were collected.
enum class OpinionKind : std::uint8_t {
  opinion,     // 意见建议: on the work of branches and clusters, collected by the lead unit
  suggestion,  // 建言献策: on the county's development
};

template <>
ZHIBU_EXPORT std::span<const Name<OpinionKind>> names();

// How far an opinion has come.
enum class OpinionState : std::uint8_t {
  collected,  // 已收集
  reported,   // 已上报
  answered,   // 已反馈: those who raised it have the answer
};

template <>
ZHIBU_EXPORT std::span<const Name<OpinionState>> names();

// An opinion or a suggestion, from the day on which it was collected to its answer.
struct Opinion {
  OpinionId id = {};      // issued by the records
  std::string_view code;  // unique among the opinions
  OpinionKind kind = OpinionKind::opinion;
  UnitId unit;                          // whose members raised it
  std::optional<PersonId> person = {};  // who did, where they gave their name
  std::optional<RecordId> record = {};  // where it was raised: the meeting, the outing
  std::string_view text;
  Date collected_on;
  std::optional<Date> reported_on = {};
  std::string_view reported_to = {};
  std::optional<Date> answered_on = {};
  std::string_view answered_by = {};
  std::string_view answer = {};
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

// How far it had come at the end of `day`; nothing before it was collected.
ZHIBU_EXPORT std::optional<OpinionState> state_on(const Opinion& opinion, Date day);

// For how many days it had waited for its answer at the end of `day`: 0 on the day on which it was
// collected; up to the answer where it has one by then.
ZHIBU_EXPORT int waited_days(const Opinion& opinion, Date day);

// A task that the lead unit of a cluster passes on to a unit (推动任务落实).
struct Task {
  TaskId id = {};         // issued by the records
  std::string_view code;  // unique among the tasks
  ClusterId cluster;
  UnitId unit;  // who is to do it
  std::string_view text;
  Date passed_on;
  std::optional<Date> due_on = {};
  std::optional<Date> done_on = {};
  std::optional<RecordId> record = {};  // the meeting at which it was passed on
  std::optional<Date> entered_on = {};
  std::string_view entered_by = {};
  std::string_view source = {};
};

}  // namespace zhibu

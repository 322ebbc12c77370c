// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include "report/draw.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

// The meetings of clusters with the lead unit that convened them, what branches did together, and
// the tasks that were passed on; a task that was still open when the period began is among them.
constexpr std::array<Heading, 11> columns{{{{"日期", "day"}, CellKind::day},
                                           {{"类别", "kind"}},
                                           {{"片组", "cluster"}},
                                           {{"召集或责任单位", "convened or done by"}},
                                           {{"内容", "about"}},
                                           {{"应到", "due"}, CellKind::number},
                                           {{"实到", "present"}, CellKind::number},
                                           {{"期限", "to be done by"}, CellKind::day},
                                           {{"完成日期", "done on"}, CellKind::day},
                                           {{"状态", "state"}},
                                           {{"编号", "code"}}}};

std::string cluster_name(const LedgerSource& source, std::optional<ClusterId> cluster) {
  return cluster ? std::string{source.roster()[*cluster].name} : "";
}

// What the minutes name as its subject, or else the record itself.
std::string about(const LedgerSource& source, const Record& record) {
  const std::optional<Minutes> minutes = source.records().minutes(record.id);
  return remark(source, minutes && !minutes->topic.empty() ? minutes->topic : record.remark);
}

std::string number(const LedgerSource& source, std::optional<int> n) {
  return n ? source.count(*n) : "";
}

LedgerRow held(const LedgerSource& source, const Record& record, Activity as) {
  const std::string kind = source.speak().label(as);
  const std::string by = source.speak().name(record.unit, record.held_on);
  const auto cluster = source.roster().cluster_of(record.unit, record.held_on);
  return {{to_string(record.held_on), kind, cluster_name(source, cluster), by,
           about(source, record), number(source, record.due), number(source, record.present), "",
           "", "", std::string{record.code}},
          record.held_on,
          kind + source.say({"：", ": "}) + by};
}

bool is_done(const LedgerSource& source, const Task& task) {
  return task.done_on && *task.done_on <= source.as_of();
}

std::string state(const LedgerSource& source, const Task& task) {
  if (is_done(source, task)) {
    const bool late = task.due_on && *task.due_on < *task.done_on;
    return late ? source.say({"逾期完成", "done late"}) : source.say({"已完成", "done"});
  }
  const bool overdue = task.due_on && *task.due_on < source.as_of();
  return overdue ? source.say({"逾期未完成", "overdue"}) : source.say({"办理中", "under way"});
}

bool is_shown(const LedgerSource& source, const Task& task) {
  return task.passed_on <= source.as_of() &&
         (!task.done_on || source.period().begin <= *task.done_on) &&
         source.covers(task.unit, task.passed_on);
}

LedgerRow passed_on(const LedgerSource& source, const Task& task) {
  const std::string unit = source.speak().name(task.unit, task.passed_on);
  return {
      {to_string(task.passed_on), source.say({"任务", "task"}), cluster_name(source, task.cluster),
       unit, remark(source, task.text), "", "", task.due_on ? to_string(*task.due_on) : "",
       day_by(source, task.done_on), state(source, task), std::string{task.code}},
      task.passed_on,
      source.say({"任务：", "task: "}) + unit + source.say({"，", ", "}) + std::string{task.code}};
}

struct Counts {
  std::int64_t meetings = 0;
  std::int64_t together = 0;
  std::int64_t present = 0;
  std::int64_t tasks = 0;
  std::int64_t done = 0;
};

std::vector<LedgerTotal> totals(const LedgerSource& source, const Counts& counts) {
  return {{source.say({"片组会议次数", "cluster meetings"}), counts.meetings},
          {source.say({"联建活动次数", "joint activities"}), counts.together},
          {source.say({"到会人次", "person-times present"}), counts.present},
          {source.say({"任务数", "tasks"}), counts.tasks},
          {source.say({"已完成任务数", "tasks done"}), counts.done}};
}

}  // namespace

Ledger draw_cluster_meetings(const LedgerSource& source) {
  Ledger ledger = source.headed({"片组会议和任务台账", "Cluster meetings and tasks,"}, columns);
  Counts counts;
  for (const Record& record : source.held({Activity::cluster_meeting, Activity::joint_activity})) {
    const bool meeting = record.activities.contains(Activity::cluster_meeting);
    ledger.rows.push_back(
        held(source, record, meeting ? Activity::cluster_meeting : Activity::joint_activity));
    ++(meeting ? counts.meetings : counts.together);
    counts.present += record.present.value_or(0);
  }
  for (const Task& task : source.records().all<Task>()) {
    if (!is_shown(source, task)) continue;
    ledger.rows.push_back(passed_on(source, task));
    ++counts.tasks;
    counts.done += is_done(source, task);
  }
  std::ranges::stable_sort(ledger.rows, {}, &LedgerRow::day);
  ledger.totals = totals(source, counts);
  return ledger;
}

}  // namespace zhibu

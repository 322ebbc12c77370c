// SPDX-License-Identifier: BSL-1.0
//
// 三会一课, 主题党日, 组织生活会和民主评议: what was held, as the record book of a branch has it.

#include <array>
#include <map>

#include "report/meeting.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;
using MeetingColumn = Column<Meeting>;

constexpr MeetingColumn book[]{
    {{{"日期", "day"}, CellKind::day},
     [](const Source&, const Meeting& m) { return to_string(m.record.held_on); }},
    {{{"活动", "activity"}}, activities_cell},
    {{{"党组织", "organization"}}, unit_cell},
    {{{"主题", "topic"}},
     [](const Source&, const Meeting& m) { return std::string{m.minutes.topic}; }},
    {{{"地点", "place"}},
     [](const Source& s, const Meeting& m) { return list_cell(s, m.minutes.places); }},
    {{{"主持人", "host"}},
     [](const Source& s, const Meeting& m) { return remark(s, m.minutes.host); }},
    {{{"授课人", "speaker"}},
     [](const Source& s, const Meeting& m) { return remark(s, m.minutes.speaker); }},
    {{{"应到", "due"}, CellKind::number},
     [](const Source& s, const Meeting& m) { return count_cell(s, m.record.due); }},
    {{{"实到", "present"}, CellKind::number},
     [](const Source& s, const Meeting& m) { return count_cell(s, m.record.present); }},
    {{{"其中线上", "of them online"}, CellKind::number},
     [](const Source& s, const Meeting& m) { return presence_cell(s, m, Presence::online); }},
    {{{"送学上门", "served at home"}, CellKind::number},
     [](const Source& s, const Meeting& m) {
       return presence_cell(s, m, Presence::served_at_home);
     }},
    {{{"缺席", "absent"}, CellKind::number}, absent_count_cell},
    {{{"缺席人员及原因", "who was absent, and why"}}, absent_cell},
    {{{"决议", "decisions"}},
     [](const Source&, const Meeting& m) { return std::string{m.minutes.decisions}; }},
    {{{"重温入党誓词", "oath renewed"}},
     [](const Source& s, const Meeting& m) { return yes_cell(s, m.minutes.oath); }},
    {{{"所属期间", "held for"}},
     [](const Source&, const Meeting& m) {
       return m.record.for_period ? title(*m.record.for_period) : "";
     }},
    {{{"办理情况", "timeliness"}}, timeliness_cell},
    {{{"录入日期", "entered on"}, CellKind::day},
     [](const Source&, const Meeting& m) { return day_cell(m.record.entered_on); }},
    {{{"录入人", "entered by"}},
     [](const Source&, const Meeting& m) { return std::string{m.record.entered_by}; }},
    {{{"记录编号", "record"}},
     [](const Source&, const Meeting& m) { return std::string{m.record.code}; }},
};

Ledger draw_book(const LedgerSource& source, Text title, std::span<const Activity> kinds) {
  Activities any;
  for (const Activity kind : kinds) any = any | kind;

  Table<Meeting> table{source, title, book};
  MeetingTotals totals;
  std::map<Activity, std::int64_t> held_of;
  for (const Meeting& held : meetings(source, any)) {
    table.add(held, held.record.held_on, summary(source, held));
    totals.add(held);
    for (const Activity kind : kinds) held_of[kind] += held.record.activities.contains(kind);
  }
  totals.put(table, {"次数", "times"}, {"应到人次", "due, person-times"},
             {"实到人次", "present, person-times"});
  if (kinds.size() > 1)
    for (const Activity kind : kinds) table.named_total(source.speak().label(kind), held_of[kind]);
  return std::move(table).take();
}

}  // namespace

Ledger draw_meetings(const LedgerSource& source) {
  static constexpr std::array kinds{Activity::members_meeting, Activity::committee_meeting,
                                    Activity::group_meeting, Activity::party_lecture};
  return draw_book(source, {"三会一课记录", "Three meetings and one lecture,"}, kinds);
}

Ledger draw_themed_party_days(const LedgerSource& source) {
  static constexpr std::array kinds{Activity::themed_party_day};
  return draw_book(source, {"主题党日台账", "Themed Party days,"}, kinds);
}

Ledger draw_life_meetings(const LedgerSource& source) {
  static constexpr std::array kinds{Activity::organizational_life_meeting,
                                    Activity::democratic_appraisal,
                                    Activity::democratic_life_meeting};
  return draw_book(source,
                   {"组织生活会和民主评议党员台账", "Organizational life meetings and appraisals,"},
                   kinds);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// 主题活动台账: what was held in the period as a part of a themed activity.

#include <algorithm>
#include <map>
#include <tuple>

#include "report/meeting.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Part {
  Campaign campaign;
  Meeting held;
  int opinions = 0;  // that were raised there
};

constexpr Column<Part> columns[]{
    {{{"主题活动", "campaign"}},
     [](const Source&, const Part& p) { return std::string{p.campaign.name}; }},
    {{{"起止日期", "runs"}},
     [](const Source&, const Part& p) { return to_string(p.campaign.period); }},
    {{{"日期", "day"}, CellKind::day},
     [](const Source&, const Part& p) { return to_string(p.held.record.held_on); }},
    {{{"党组织", "organization"}},
     [](const Source& s, const Part& p) { return unit_cell(s, p.held); }},
    {{{"活动", "activity"}},
     [](const Source& s, const Part& p) { return activities_cell(s, p.held); }},
    {{{"主题", "topic"}},
     [](const Source&, const Part& p) { return std::string{p.held.minutes.topic}; }},
    {{{"地点", "place"}},
     [](const Source& s, const Part& p) { return list_cell(s, p.held.minutes.places); }},
    {{{"应到", "due"}, CellKind::number},
     [](const Source& s, const Part& p) { return count_cell(s, p.held.record.due); }},
    {{{"实到", "present"}, CellKind::number},
     [](const Source& s, const Part& p) { return count_cell(s, p.held.record.present); }},
    {{{"受益对象", "for whom"}},
     [](const Source&, const Part& p) { return std::string{p.held.minutes.beneficiaries_who}; }},
    {{{"受益人次", "person-times served"}, CellKind::number},
     [](const Source& s, const Part& p) { return count_cell(s, p.held.minutes.beneficiaries); }},
    {{{"意见建议条数", "opinions and suggestions"}, CellKind::number},
     [](const Source& s, const Part& p) { return s.count(p.opinions); }},
    {{{"记录编号", "record"}},
     [](const Source&, const Part& p) { return std::string{p.held.record.code}; }},
};

// How many opinions were raised at each record, up to the day of the ledger.
std::map<RecordId, int> opinions_at(const Source& source) {
  std::map<RecordId, int> found;
  for (const Opinion& opinion : source.records().all<Opinion>())
    if (opinion.record && opinion.collected_on <= source.as_of()) ++found[*opinion.record];
  return found;
}

std::vector<Part> parts(const Source& source) {
  const std::map<RecordId, int> opinions = opinions_at(source);
  std::vector<Part> found;
  for (const Minutes& minutes : source.records().all<Minutes>()) {
    if (!minutes.campaign) continue;
    const Record record = source.records()[minutes.record];
    if (!source.covers(record)) continue;
    const auto raised = opinions.find(record.id);
    found.push_back({source.records()[*minutes.campaign],
                     {record, minutes, source.records().attendance(record.id)},
                     raised == opinions.end() ? 0 : raised->second});
  }
  std::ranges::sort(found, {}, [](const Part& p) {
    return std::tuple{p.held.record.held_on, p.held.record.id};
  });
  return found;
}

}  // namespace

Ledger draw_campaigns(const LedgerSource& source) {
  Table<Part> table{source, {"主题活动台账", "Campaigns,"}, columns};
  MeetingTotals totals;
  std::map<std::string, std::int64_t> times_of;
  std::int64_t served = 0;
  std::int64_t opinions = 0;
  for (const Part& p : parts(source)) {
    const std::string name{p.campaign.name};
    table.add(p, p.held.record.held_on,
              name + source.say({"：", ": "}) + unit_cell(source, p.held));
    totals.add(p.held);
    ++times_of[name];
    served += p.held.minutes.beneficiaries.value_or(0);
    opinions += p.opinions;
  }
  totals.put(table, {"活动次数", "activities"}, {"参加人次", "person-times"});
  table.total({"受益人次", "person-times served"}, served);
  table.total({"意见建议条数", "opinions and suggestions"}, opinions);
  for (const auto& [name, times] : times_of) table.named_total(name, times);
  return std::move(table).take();
}

}  // namespace zhibu

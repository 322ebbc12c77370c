// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include "report/draw.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

// Each opinion and suggestion as it stood at the end of the period: those collected within it, and
// those that still waited for their answer when it began.
constexpr std::array<Heading, 13> columns{{{{"收集日期", "collected on"}, CellKind::day},
                                           {{"编号", "code"}},
                                           {{"类别", "kind"}},
                                           {{"党组织", "unit"}},
                                           {{"提出人", "raised by"}},
                                           {{"内容", "text"}},
                                           {{"状态", "state"}},
                                           {{"上报日期", "reported on"}, CellKind::day},
                                           {{"上报对象", "reported to"}},
                                           {{"反馈日期", "answered on"}, CellKind::day},
                                           {{"答复单位", "answered by"}},
                                           {{"答复", "answer"}},
                                           {{"等待天数", "days waited"}, CellKind::number}}};

bool is_shown(const LedgerSource& source, const Opinion& opinion) {
  return opinion.collected_on <= source.as_of() &&
         (!opinion.answered_on || source.period().begin <= *opinion.answered_on) &&
         source.covers(opinion.unit, opinion.collected_on);
}

// A text that came with the day, where it had come by the end of the period.
std::string by_then(const LedgerSource& source, std::optional<Date> day, std::string_view text) {
  return day_by(source, day).empty() ? "" : remark(source, text);
}

LedgerRow row(const LedgerSource& source, const Opinion& o) {
  const std::optional<OpinionState> state = state_on(o, source.as_of());
  const std::string kind = source.speak().label(o.kind);
  return {
      {to_string(o.collected_on), std::string{o.code}, kind,
       source.speak().name(o.unit, o.collected_on), o.person ? source.name(*o.person) : "",
       remark(source, o.text), state ? source.speak().label(*state) : "",
       day_by(source, o.reported_on), by_then(source, o.reported_on, o.reported_to),
       day_by(source, o.answered_on), by_then(source, o.answered_on, o.answered_by),
       by_then(source, o.answered_on, o.answer), std::to_string(waited_days(o, source.as_of()))},
      o.collected_on,
      kind + source.say({"：", ": "}) + std::string{o.code}};
}

}  // namespace

Ledger draw_opinions(const LedgerSource& source) {
  Ledger ledger = source.headed({"意见建议台账", "Opinions and suggestions,"}, columns);
  Heads heads;
  std::int64_t reported = 0, answered = 0;
  for (const Opinion& opinion : source.records().all<Opinion>()) {
    if (!is_shown(source, opinion)) continue;
    ledger.rows.push_back(row(source, opinion));
    if (opinion.person) heads.add(*opinion.person);
    const auto state = state_on(opinion, source.as_of());
    answered += state == OpinionState::answered;
    reported += state == OpinionState::answered || state == OpinionState::reported;
  }
  std::ranges::stable_sort(ledger.rows, {}, &LedgerRow::day);
  const auto all = static_cast<std::int64_t>(ledger.rows.size());
  ledger.totals = {{source.say({"件数", "opinions"}), all},
                   {source.say({"提出人数", "persons who raised them"}), heads.count()},
                   {source.say({"已上报", "reported"}), reported},
                   {source.say({"已反馈", "answered"}), answered},
                   {source.say({"未反馈", "not answered"}), all - answered}};
  return ledger;
}

}  // namespace zhibu

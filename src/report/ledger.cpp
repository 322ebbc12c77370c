// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/ledger.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "report/speaker.hpp"

namespace zhibu {
namespace {

constexpr std::array<Heading, 9> plan_columns{{{{"日期", "day"}, CellKind::day},
                                               {{"时段", "half-day"}},
                                               {{"责任主体", "bearer"}},
                                               {{"地点", "place"}},
                                               {{"活动", "activity"}},
                                               {{"次数", "time"}},
                                               {{"条款", "rule"}},
                                               {{"依据", "source"}},
                                               {{"说明", "remark"}}}};

constexpr std::array<Heading, 12> standing_columns{{{{"责任主体", "bearer"}},
                                                    {{"地点", "place"}},
                                                    {{"活动", "activity"}},
                                                    {{"期限", "window"}},
                                                    {{"应办", "owed"}},
                                                    {{"尚缺", "missing"}},
                                                    {{"状态", "standing"}},
                                                    {{"程度", "severity"}},
                                                    {{"佐证", "evidence"}},
                                                    {{"条款", "rule"}},
                                                    {{"依据", "source"}},
                                                    {{"说明", "remark"}}}};

// --- plan ---

std::string moved(const Speaker& speaker, const Obligation& o) {
  if (!o.fixed || o.fixed->actual == o.fixed->nominal) return "";
  return speaker.say({"原定", "moved from "}) + to_string(o.fixed->nominal) +
         speaker.say({"，逢非工作日调整", ", not a workday"});
}

std::string certain(const Speaker& speaker, Certainty certainty) {
  if (certainty == Certainty::decreed) return "";
  return speaker.say({"放假安排尚未公布", "holiday arrangement not yet announced"});
}

std::string how_many_th(const Speaker& speaker, int nth, int times) {
  if (times <= 1) return "";
  return speaker.say({"第", ""}) + std::to_string(nth) + "/" + std::to_string(times) +
         speaker.say({"次", ""});
}

LedgerRow planned(const Speaker& speaker, const Occurrence& occurrence, const Obligation& o) {
  const std::array<std::string, 3> remarks{
      moved(speaker, o), certain(speaker, occurrence.certainty), speaker.by_rules_of(o)};
  return {
      {to_string(occurrence.day), speaker.label(occurrence.half), speaker.name(o), speaker.place(o),
       speaker.label(o.activity), how_many_th(speaker, occurrence.nth, o.times),
       std::string{o.rule}, to_string(o.source), joined(remarks, speaker.say({"；", "; "}))},
      occurrence.day,
      speaker.activity(o)};
}

LedgerRow not_placed(const Speaker& speaker, const Obligation& o) {
  const std::array<std::string, 2> remarks{
      speaker.say({"未能排定，期限", "not placed, due "}) + speaker.days(o.window),
      speaker.by_rules_of(o)};
  return {{"", "", speaker.name(o), speaker.place(o), speaker.label(o.activity), "",
           std::string{o.rule}, to_string(o.source), joined(remarks, speaker.say({"；", "; "}))},
          std::nullopt,
          speaker.activity(o)};
}

// --- standing ---

std::string owed(const Speaker& speaker, const Obligation& o) {
  return o.most_fen > 0 ? speaker.yuan(o.least_fen, o.most_fen) : speaker.times(o.times);
}

std::string missing(const Speaker& speaker, const Finding& f) {
  if (f.missing_fen > 0) return speaker.yuan(f.missing_fen);
  return f.missing > 0 ? speaker.times(f.missing) : "";
}

std::string how_grave(const Speaker& speaker, const Finding& f) {
  return f.standing == Standing::overdue ? speaker.label(severity(f.obligation.force)) : "";
}

std::string named(const Speaker& speaker, const Record& record) {
  return std::string{record.code} + speaker.say({"（", " ("}) + to_string(record.held_on) +
         speaker.say({"）", ")"});
}

std::string evidence(const Speaker& speaker, const Finding& f, const Records& records) {
  std::vector<std::string> names;
  for (const RecordId id : f.evidence) names.push_back(named(speaker, records[id]));
  return joined(names, speaker.say({"、", ", "}));
}

std::string discounted(const Speaker& speaker, const Finding& f, const Records& records) {
  std::vector<std::string> names;
  for (const Discounted& d : f.discounted)
    names.push_back(named(speaker, records[d.record]) + speaker.say({"：", ": "}) +
                    speaker.label(d.why));
  if (names.empty()) return "";
  return speaker.say({"不计：", "not counted: "}) + joined(names, speaker.say({"、", ", "}));
}

// Why a person was released may be a matter of health: only a unit's reason is told.
std::string lifted(const Speaker& speaker, const Finding& f) {
  const std::string_view reason =
      f.waiver && std::holds_alternative<UnitId>(f.obligation.bearer) ? f.waiver->reason : "";
  if (f.standing == Standing::waived && f.waiver)
    return std::string{reason} + speaker.say({"（", " ("}) + std::string{f.waiver->approved_by} +
           speaker.say({"，", ", approved "}) + to_string(f.waiver->approved_on) +
           speaker.say({"批准）", ")"});
  if (f.standing == Standing::not_applicable && f.obligation.exempted)
    return std::string{f.obligation.exempted->rule} + speaker.say({"，", ", "}) +
           to_string(f.obligation.exempted->source);
  if (f.obligation.partial)
    return speaker.say({"仅适用", "binds only "}) + speaker.days(f.obligation.bound) +
           speaker.say({"，", ", "}) + speaker.label(*f.obligation.partial);
  return "";
}

std::string too_much(const Speaker& speaker, const Finding& f) {
  if (f.obligation.most_fen == 0 || f.paid_fen <= f.obligation.most_fen) return "";
  return speaker.say({"已付", "paid "}) + speaker.yuan(f.paid_fen) +
         speaker.say({"，超过上限", ", above the limit"});
}

LedgerRow found(const Speaker& speaker, const Finding& f, const Records& records) {
  const Obligation& o = f.obligation;
  const std::array<std::string, 4> remarks{lifted(speaker, f), too_much(speaker, f),
                                           discounted(speaker, f, records), speaker.by_rules_of(o)};
  return {{speaker.name(o), speaker.place(o), speaker.label(o.activity), speaker.days(o.window),
           owed(speaker, o), missing(speaker, f), speaker.label(f.standing), how_grave(speaker, f),
           evidence(speaker, f, records), std::string{o.rule}, to_string(o.source),
           joined(remarks, speaker.say({"；", "; "}))},
          is_open(f.standing) ? std::optional{o.bound.last()} : std::nullopt,
          speaker.say({"期限截止：", "due: "}) + speaker.activity(o)};
}

}  // namespace

template <>
std::span<const Name<CellKind>> names() {
  static constexpr Name<CellKind> all[] = {
      {CellKind::text, "text", "文字", "text"},
      {CellKind::number, "number", "整数", "whole number"},
      {CellKind::day, "day", "日期", "day"},
      {CellKind::yuan, "yuan", "金额", "yuan"},
      {CellKind::exact_yuan, "exact_yuan", "精确金额", "exact yuan"},
  };
  return all;
}

std::string to_string(const LedgerTotal& total) {
  if (total.suppressed) return "<5";
  if (total.kind == CellKind::yuan) return yuan_of(total.value);
  if (total.kind == CellKind::exact_yuan) return exact_yuan_of(total.value);
  return std::to_string(total.value);
}

Ledger plan_ledger(const Plan& plan, const Roster& roster, Language language) {
  const Speaker speaker{roster, language};
  const Period period = plan.obligations.period();
  Ledger ledger = headed(speaker, speaker.say({"年度计划台账 ", "Plan, "}) + title(period),
                         period.begin, plan_columns);
  for (const Occurrence& o : plan.occurrences)
    ledger.rows.push_back(planned(speaker, o, plan.obligations[o.obligation]));
  for (const ObligationId id : plan.unplaced)
    ledger.rows.push_back(not_placed(speaker, plan.obligations[id]));
  return ledger;
}

Ledger standing_ledger(const Findings& findings, const Records& records, const Roster& roster,
                       Language language) {
  const Speaker speaker{roster, language};
  Ledger ledger = headed(
      speaker,
      speaker.say({"履职核查台账 ", "How it stands, "}) + title(findings.obligations().period()),
      findings.as_of(), standing_columns);
  for (const Finding& f : findings) ledger.rows.push_back(found(speaker, f, records));
  return ledger;
}

}  // namespace zhibu

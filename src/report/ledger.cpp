// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/ledger.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <variant>

#include "fen.hpp"
#include "organization/name_on.hpp"

namespace zhibu {
namespace {

// What a ledger says, in both languages.
struct Text {
  std::string_view zh;
  std::string_view en;
};

constexpr std::array<Text, 9> plan_columns{{{"日期", "day"},
                                            {"时段", "half-day"},
                                            {"责任主体", "bearer"},
                                            {"地点", "place"},
                                            {"活动", "activity"},
                                            {"次数", "time"},
                                            {"条款", "rule"},
                                            {"依据", "source"},
                                            {"说明", "remark"}}};

constexpr std::array<Text, 12> standing_columns{{{"责任主体", "bearer"},
                                                 {"地点", "place"},
                                                 {"活动", "activity"},
                                                 {"期限", "window"},
                                                 {"应办", "owed"},
                                                 {"尚缺", "missing"},
                                                 {"状态", "standing"},
                                                 {"程度", "severity"},
                                                 {"佐证", "evidence"},
                                                 {"条款", "rule"},
                                                 {"依据", "source"},
                                                 {"说明", "remark"}}};

constexpr std::array<Text, 6> birthday_columns{{{"政治生日", "political birthday"},
                                                {"姓名", "name"},
                                                {"编号", "code"},
                                                {"所在党支部", "home branch"},
                                                {"入党日期", "admitted on"},
                                                {"入党年数", "years since admission"}}};

// Speaks one language, of the things of one roster.
class Speaker {
 public:
  Speaker(const Roster& roster, Language language) : roster_{&roster}, language_{language} {}

  std::string say(Text text) const {
    return std::string{language_ == Language::zh ? text.zh : text.en};
  }

  template <class E>
  std::string label(E value) const {
    return std::string{zhibu::label(value, language_)};
  }

  std::string name(PersonId person, Date) const { return std::string{(*roster_)[person].name}; }

  std::string name(UnitId unit, Date day) const { return name_on(*roster_, unit, day); }

  std::string name(const Obligation& o) const {
    return std::visit([&](auto id) { return name(id, o.window.last()); }, o.bearer);
  }

  std::string place(const Obligation& o) const { return o.at ? name(*o.at, o.window.last()) : ""; }

  std::string days(Period period) const {
    return to_string(period.begin) + say({"至", " to "}) + to_string(period.last());
  }

  std::string times(int n) const { return std::to_string(n) + say({"次", ""}); }

  std::string yuan(std::int64_t fen) const { return yuan_of(fen) + say({"元", " yuan"}); }

  std::string yuan(std::int64_t least_fen, std::int64_t most_fen) const {
    return yuan_of(least_fen) + say({"至", " to "}) + yuan(most_fen);
  }

  std::string activity(const Obligation& o) const {
    const std::string where = o.at && o.bearer != Bearer{*o.at} ? " → " + place(o) : "";
    return label(o.activity) + say({"：", ": "}) + name(o) + where;
  }

  std::string by_rules_of(const Obligation& o) const {
    if (!o.rules_of) return "";
    return say({"按", "by the rules of "}) + to_string(*o.rules_of) + say({"时有效的规定", ""});
  }

 private:
  const Roster* roster_;
  Language language_;
};

std::string joined(std::span<const std::string> parts, std::string_view with) {
  std::string text;
  for (const std::string& part : parts)
    if (!part.empty()) text += (text.empty() ? "" : std::string{with}) + part;
  return text;
}

Ledger headed(const Speaker& speaker, std::string title, Date as_of,
              std::span<const Text> columns) {
  Ledger ledger{std::move(title), as_of, {}, {}};
  for (const Text text : columns) ledger.columns.push_back(speaker.say(text));
  return ledger;
}

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

std::string lifted(const Speaker& speaker, const Finding& f) {
  if (f.standing == Standing::waived && f.waiver)
    return std::string{f.waiver->reason} + speaker.say({"（", " ("}) +
           std::string{f.waiver->approved_by} + speaker.say({"，", ", approved "}) +
           to_string(f.waiver->approved_on) + speaker.say({"批准）", ")"});
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

// --- birthdays ---

std::optional<UnitId> home_branch(const Roster& roster, PersonId person, Date day) {
  for (const Membership& m : roster.memberships(person))
    if (m.kind == MembershipKind::home && m.period.contains(day)) return m.unit;
  return std::nullopt;
}

LedgerRow birthday(const Speaker& speaker, const Person& person, UnitId home, Date day, int years) {
  const std::string name{person.name};
  const std::string count = std::to_string(years);
  return {{to_string(day), name, std::string{person.code}, speaker.name(home, day),
           to_string(*person.admitted_on), count},
          day,
          speaker.say({"政治生日：", "political birthday: "}) + name +
              speaker.say({"（入党", " ("}) + count + speaker.say({"年）", " years)"})};
}

void add_birthdays(Ledger& ledger, const Speaker& speaker, const Roster& roster,
                   const Person& person, Period period) {
  const int admitted = person.admitted_on->year();
  const int first = std::max(period.begin.year(), admitted + 1);
  for (int year = first; year <= period.last().year(); ++year) {
    const Date day = add_years(*person.admitted_on, year - admitted);
    if (!period.contains(day) || !is_member_on(person, day)) continue;
    if (const std::optional<UnitId> home = home_branch(roster, person.id, day))
      ledger.rows.push_back(birthday(speaker, person, *home, day, year - admitted));
  }
}

}  // namespace

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

Ledger birthday_ledger(const Roster& roster, Period period, Language language) {
  const Speaker speaker{roster, language};
  Ledger ledger =
      headed(speaker, speaker.say({"政治生日台账 ", "Political birthdays, "}) + title(period),
             period.begin, birthday_columns);
  for (const Person& person : roster.persons())
    if (person.admitted_on) add_birthdays(ledger, speaker, roster, person, period);
  std::ranges::stable_sort(ledger.rows, {}, &LedgerRow::day);
  return ledger;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/explanation.hpp"

#include <algorithm>
#include <variant>

#include "facts.hpp"
#include "fen.hpp"
#include "organization/name_on.hpp"
#include "zhibu/time/quota.hpp"

namespace zhibu {

template <>
std::span<const Name<Remedy>> names() {
  static constexpr Name<Remedy> all[] = {
      {Remedy::none, "none", "无须再办", "nothing more"},
      {Remedy::wait, "wait", "期限未到", "wait"},
      {Remedy::act, "act", "应在期限内办理", "act"},
      {Remedy::make_up, "make_up", "应予补办", "make up for it"},
  };
  return all;
}

namespace {

Statement with_code(std::string name, std::string_view code) {
  return {name + "（" + std::string{code} + "）", name + " (" + std::string{code} + ")"};
}

Statement bearer_of(const Roster& roster, const Obligation& o) {
  if (const UnitId* unit = std::get_if<UnitId>(&o.bearer))
    return with_code(name_on(roster, *unit, o.bound.last()), roster[*unit].code);
  const Person person = roster[std::get<PersonId>(o.bearer)];
  return with_code(std::string{person.name}, person.code);
}

Statement place_of(const Roster& roster, const Obligation& o) {
  if (!o.at || o.bearer == Bearer{*o.at}) return {};
  return with_code(name_on(roster, *o.at, o.bound.last()), roster[*o.at].code);
}

// So much is owed, so much was done, so much is missing; each as "1次", "32学时", "10000.00元".
Statement amounts(const std::string& owed, const std::string& done, const std::string& missing,
                  Statement unit) {
  Statement said{"应办" + owed + unit.zh + "，已办" + done + unit.zh,
                 "owed " + owed + unit.en + ", done " + done};
  if (missing.empty()) return said;
  said.zh += "，还差" + missing + unit.zh;
  said.en += ", missing " + missing;
  return said;
}

std::string unless_zero(std::int64_t n, std::string text) { return n > 0 ? text : ""; }

Statement owed_of(const Finding& f) {
  const Obligation& o = f.obligation;
  if (o.class_hours > 0)
    return amounts(std::to_string(o.class_hours), std::to_string(f.hours),
                   unless_zero(f.missing_hours, std::to_string(f.missing_hours)),
                   {"学时", " class hours"});
  if (o.times > 0)
    return amounts(std::to_string(o.times), std::to_string(f.evidence.size()),
                   unless_zero(f.missing, std::to_string(f.missing)), {"次", ""});
  return amounts(yuan_of(o.least_fen) + (o.least_fen < o.most_fen ? "–" + yuan_of(o.most_fen) : ""),
                 yuan_of(f.paid_fen), unless_zero(f.missing_fen, yuan_of(f.missing_fen)),
                 {"元", " yuan"});
}

// The last day for the next one: where several must lie apart, days enough must be left for them.
Date last_day_for_the_next(const Finding& f, const Provision& provision) {
  const auto* quota = std::get_if<AtLeast>(&provision.cadence);
  const Date last = f.obligation.bound.last();
  return quota ? last - (f.missing - 1) * quota->days_apart : last;
}

void find_remedy(const Finding& f, const Provision& provision, Explanation& why) {
  if (!is_open(f.standing)) return;
  if (f.standing == Standing::overdue) {
    why.remedy = Remedy::make_up;
  } else if (f.standing == Standing::upcoming) {
    why.remedy = Remedy::wait;
    why.remedy_by = f.obligation.bound.begin;
  } else {
    why.remedy = Remedy::act;
    why.remedy_by = last_day_for_the_next(f, provision);
  }
}

}  // namespace

Explanation explain(const Findings& findings, ObligationId obligation, const Roster& roster,
                    const Calendar& calendar) {
  const Finding f = findings[obligation];
  const Obligation& o = f.obligation;
  const Provision& provision = findings.obligations().rulebook()[o.provision];
  Explanation why{.obligation = obligation,
                  .standing = f.standing,
                  .bearer = bearer_of(roster, o),
                  .place = place_of(roster, o),
                  .owed = owed_of(f),
                  .rules = {o.provision},
                  .facts = facts_of(roster, provision, o),
                  .window = o.window,
                  .bound = o.bound,
                  .fixed = o.fixed,
                  .evidence = {f.evidence.begin(), f.evidence.end()},
                  .discounted = {f.discounted.begin(), f.discounted.end()},
                  .waiver = f.waiver};
  if (f.standing == Standing::overdue) why.severity = severity(o.force);
  why.rules.insert(why.rules.end(), o.also.begin(), o.also.end());
  if (o.fixed) why.nominal = calendar.day(o.fixed->nominal);
  find_remedy(f, provision, why);
  return why;
}

}  // namespace zhibu

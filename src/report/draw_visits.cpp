// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "report/draw.hpp"
#include "report/whose.hpp"

namespace zhibu {

namespace {

// A row for each who was visited; the money of a record that was not paid to one of them by name
// stands in the first of its rows.
constexpr std::array<Heading, 13> visit_columns{{{{"日期", "day"}, CellKind::day},
                                                 {{"类别", "kind"}},
                                                 {{"走访对象", "visited"}},
                                                 {{"编号", "code"}},
                                                 {{"与本人关系", "survivor"}},
                                                 {{"所在党支部", "branch"}},
                                                 {{"看望人员", "by"}},
                                                 {{"慰问品", "gifts"}},
                                                 {{"慰问金", "amount"}, CellKind::yuan},
                                                 {{"原因", "reason"}},
                                                 {{"反馈信息", "feedback"}},
                                                 {{"备注", "remark"}},
                                                 {{"记录编号", "record"}}}};

// One who was visited; or nobody of whom it is known.
struct Visited {
  std::optional<Visit> visit = {};
  std::optional<PersonId> person = {};
  std::int64_t fen = 0;
};

constexpr Activities visiting{Activity::festival_visit, Activity::care_visit};

std::vector<Visited> visited(const LedgerSource& source, const Record& record) {
  std::vector<Visited> all;
  for (const Visit& visit : source.records().of<Visit>(record.id))
    all.push_back({visit, visit.person});
  if (!record.activities.overlaps(visiting)) return all;
  for (const PersonId person : record.persons)
    if (std::ranges::find(all, person, &Visited::person) == all.end())
      all.push_back({std::nullopt, person});
  if (all.empty()) all.emplace_back();
  return all;
}

std::vector<Visited> with_money(const LedgerSource& source, const Record& record) {
  std::vector<Visited> all = visited(source, record);
  if (all.empty()) return all;
  std::int64_t by_name = 0;
  for (const Payment& payment : source.records().of<Payment>(record.id)) {
    if (payment.voided || !payment.payee) continue;
    const PersonId* payee = std::get_if<PersonId>(&*payment.payee);
    const auto one = payee == nullptr
                         ? all.end()
                         : std::ranges::find(all, std::optional{*payee}, &Visited::person);
    if (one == all.end()) continue;
    one->fen += payment.amount_fen;
    by_name += payment.amount_fen;
  }
  all.front().fen += std::max<std::int64_t>(0, record.amount_fen - by_name);
  return all;
}

std::string kind_of(const LedgerSource& source, const Record& record, const Visited& one) {
  if (one.visit) return source.speak().label(one.visit->kind);
  const bool festival = record.activities.contains(Activity::festival_visit);
  return festival ? source.speak().label(VisitKind::festival) : "";
}

LedgerRow row(const LedgerSource& source, const Record& record, const Visited& one) {
  const Visit none{};
  const Visit& visit = one.visit ? *one.visit : none;
  const std::string kind = kind_of(source, record, one);
  const std::string name = one.person ? source.name(*one.person) : "";
  return {{to_string(record.held_on), kind, name, one.person ? source.code(*one.person) : "",
           std::string{visit.survivor}, source.speak().name(record.unit, record.held_on),
           remark(source, visit.by), remark(source, visit.gifts), amount(one.fen),
           source.reason(visit.reason), remark(source, visit.feedback),
           remark(source, record.remark), std::string{record.code}},
          record.held_on,
          source.say({"走访慰问：", "visit: "}) +
              (name.empty() ? source.speak().name(record.unit, record.held_on) : name)};
}

Activities all_activities() {
  Activities all;
  for (const Name<Activity>& name : names<Activity>()) all = all | name.value;
  return all;
}

constexpr std::array<Heading, 9> pairing_columns{{{{"帮扶人", "helper"}},
                                                  {{"帮扶对象", "helped"}},
                                                  {{"编号", "code"}},
                                                  {{"所在党支部", "branch"}},
                                                  {{"困难情况", "hardship"}},
                                                  {{"结对日期", "since"}, CellKind::day},
                                                  {{"结束日期", "until"}, CellKind::day},
                                                  {{"联系次数", "contacts"}, CellKind::number},
                                                  {{"最近联系", "last contact"}, CellKind::day}}};

// A contact that is logged, and by which record.
struct Contacted {
  Date on;
  RecordId record;
};

// The contacts of each who was helped, up to the end of the ledger's period.
using Contacts = std::map<PersonId, std::vector<Contacted>>;

Contacts contacts(const LedgerSource& source) {
  Contacts found;
  for (const Record& record : source.records())
    if (!record.voided && record.activities.contains(Activity::assistance) &&
        record.held_on <= source.as_of())
      for (const PersonId person : record.persons)
        found[person].push_back({record.held_on, record.id});
  return found;
}

// Those of them while the pairing lasted.
std::vector<Contacted> contacts_of(const Pairing& pairing, const Contacts& all) {
  const auto found = all.find(pairing.helped);
  if (found == all.end()) return {};
  std::vector<Contacted> logged = found->second;
  std::erase_if(logged, [&](const Contacted& one) { return !pairing.period.contains(one.on); });
  std::ranges::stable_sort(logged, {}, &Contacted::on);
  return logged;
}

std::string tags(const LedgerSource& source, std::string_view reasons) {
  std::string text = source.reason(reasons);
  std::string told;
  for (const char c : text) told += c == ';' ? source.say({"、", ", "}) : std::string{c};
  return told;
}

LedgerRow row(const LedgerSource& source, const Pairing& pairing, const std::string& branch,
              const std::vector<Contacted>& logged) {
  const auto times = std::ranges::count_if(
      logged, [&](const Contacted& one) { return source.period().contains(one.on); });
  const Period days = pairing.period;
  return {{source.name(pairing.helper), source.name(pairing.helped), source.code(pairing.helped),
           branch, tags(source, pairing.reasons), to_string(days.begin),
           lasts(days) ? "" : day_by(source, days.last()), source.count(times),
           logged.empty() ? "" : to_string(logged.back().on)},
          std::nullopt,
          ""};
}

}  // namespace

Ledger draw_visits(const LedgerSource& source) {
  Ledger ledger = source.headed({"走访慰问台账", "Visits,"}, visit_columns);
  Heads heads;
  std::int64_t records = 0, persons = 0, fen = 0;
  for (const Record& record : source.held(all_activities())) {
    const std::vector<Visited> all = with_money(source, record);
    records += !all.empty();
    for (const Visited& one : all) {
      ledger.rows.push_back(row(source, record, one));
      fen += one.fen;
      if (!one.person) continue;
      ++persons;
      heads.add(*one.person);
    }
  }
  ledger.totals = {{source.say({"次数", "visits"}), records},
                   {source.say({"人次", "person-times"}), persons},
                   {source.say({"人数", "persons"}), heads.count()},
                   {source.say({"金额", "amount"}), fen, CellKind::yuan}};
  return ledger;
}

Ledger draw_pairings(const LedgerSource& source) {
  Ledger ledger = source.headed({"结对帮扶台账", "Paired assistance,"}, pairing_columns);
  const Contacts all = contacts(source);
  Heads heads;
  std::set<std::pair<PersonId, RecordId>> counted;
  for (const Pairing& pairing : source.roster().all<Pairing>()) {
    if (!pairing.period.overlaps(source.period())) continue;
    const Date day = std::min(source.as_of(), pairing.period.last());
    const std::optional<UnitId> home = last_home(source.roster(), pairing.helped, day);
    if (!home || !source.covers(*home, day)) continue;
    const std::vector<Contacted> logged = contacts_of(pairing, all);
    ledger.rows.push_back(row(source, pairing, source.speak().name(*home, day), logged));
    heads.add(pairing.helped);
    for (const Contacted& one : logged)
      if (source.period().contains(one.on)) counted.emplace(pairing.helped, one.record);
  }
  ledger.totals = {
      {source.say({"结对数", "pairs"}), static_cast<std::int64_t>(ledger.rows.size())},
      {source.say({"帮扶对象人数", "persons helped"}), heads.count()},
      {source.say({"联系次数", "contacts"}), static_cast<std::int64_t>(counted.size())}};
  return ledger;
}

}  // namespace zhibu

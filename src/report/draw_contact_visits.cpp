// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "report/draw.hpp"
#include "report/whose.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

namespace {

// Each committee member with each contact branch: on which days they went there, against how often
// the rules in force say they must. Where the rulebook demands nothing in whole spans of the
// period, nothing is owed.
constexpr std::array<Heading, 9> columns{{{{"联系人", "member"}},
                                          {{"编号", "code"}},
                                          {{"联系点", "contact branch"}},
                                          {{"联系期间", "since and until"}},
                                          {{"应到次数", "visits owed"}, CellKind::number},
                                          {{"实到次数", "visits"}, CellKind::number},
                                          {{"尚缺", "missing"}, CellKind::number},
                                          {{"到点日期", "days"}},
                                          {{"依据", "rule"}}}};

using Pair = std::pair<PersonId, UnitId>;

std::map<Pair, std::vector<Date>> visits(const LedgerSource& source) {
  std::map<Pair, std::vector<Date>> days;
  for (const Record& record : source.held(Activity::contact_visit))
    for (const PersonId person : record.persons)
      days[{person, record.unit}].push_back(record.held_on);
  return days;
}

struct Owed {
  int times = 0;
  std::string rules;
};

// Whether the roster has all units that a scope names: one that is a part of a county's has not.
bool knows_all(const Roster& roster, const Scope& scope) {
  const auto* holders = std::get_if<HoldersOf>(&scope);
  const auto* these = holders == nullptr ? std::get_if<TheseUnits>(&scope)
                                         : std::get_if<TheseUnits>(&holders->units);
  if (these == nullptr) return true;
  std::set<std::string, std::less<>> codes;
  for (const Unit& unit : roster.units()) codes.emplace(unit.code);
  return std::ranges::all_of(these->codes,
                             [&](const std::string& code) { return codes.contains(code); });
}

// What the rulebook demands of visits to contact branches in so many times a span, and nothing else
// of it.
std::map<Pair, Owed> owed(const LedgerSource& source) {
  Rulebook rules;
  for (const Provision& p : source.rules().provisions())
    if (p.activity == Activity::contact_visit && std::holds_alternative<AtLeast>(p.cadence) &&
        knows_all(source.roster(), p.scope))
      rules.add(p);
  std::map<Pair, Owed> all;
  if (rules.size() == 0) return all;
  for (const Obligation& o :
       obligations(source.roster(), rules, Calendar::china(), source.period())) {
    const PersonId* person = std::get_if<PersonId>(&o.bearer);
    if (person == nullptr || !o.at || !applies(o)) continue;
    Owed& one = all[{*person, *o.at}];
    one.times += o.times;
    const std::string source_of_it = std::string{o.rule} + " " + to_string(o.source);
    if (one.rules.find(source_of_it) == std::string::npos)
      one.rules += (one.rules.empty() ? "" : "；") + source_of_it;
  }
  return all;
}

std::string listed(const LedgerSource& source, const std::vector<Date>& days) {
  std::vector<std::string> texts;
  for (const Date day : days) texts.push_back(to_string(day));
  return joined(texts, source.say({"、", ", "}));
}

struct Counts {
  std::int64_t owed = 0;
  std::int64_t visits = 0;
  std::int64_t missing = 0;
};

}  // namespace

Ledger draw_contact_visits(const LedgerSource& source) {
  Ledger ledger = source.headed({"联系点到点指导台账", "Contact visits,"}, columns);
  const auto visited = visits(source);
  const auto demanded = owed(source);
  Counts counts;
  Heads heads;
  std::map<Pair, int> told;
  for (const Contact& contact : source.roster().all<Contact>()) {
    if (!contact.period.overlaps(source.period()) ||
        !covers_last(source, contact.unit, contact.period))
      continue;
    const Pair pair{contact.person, contact.unit};
    std::vector<Date> days;
    if (const auto found = visited.find(pair); found != visited.end()) days = found->second;
    std::erase_if(days, [&](Date day) { return !contact.period.contains(day); });
    const auto found = demanded.find(pair);
    const bool first = told[pair]++ == 0;
    const int times = found == demanded.end() || !first ? 0 : found->second.times;
    const int held = static_cast<int>(days.size());
    const int missing = std::max(0, times - held);
    ledger.rows.push_back({{source.name(contact.person), source.code(contact.person),
                            source.speak().name(contact.unit, source.as_of()),
                            to_string(contact.period), times > 0 ? std::to_string(times) : "",
                            std::to_string(held), times > 0 ? std::to_string(missing) : "",
                            listed(source, days), times > 0 ? found->second.rules : ""},
                           std::nullopt,
                           ""});
    counts.owed += times;
    counts.visits += held;
    counts.missing += missing;
    heads.add(contact.person);
  }
  ledger.totals = {{source.say({"联系人数", "members"}), heads.count()},
                   {source.say({"应到次数", "visits owed"}), counts.owed},
                   {source.say({"实到次数", "visits"}), counts.visits},
                   {source.say({"尚缺次数", "missing"}), counts.missing}};
  return ledger;
}

}  // namespace zhibu

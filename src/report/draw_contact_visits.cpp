// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
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

// What the rulebook demands of visits to contact branches in so many times a span, and nothing else
// of it.
std::map<Pair, Owed> owed(const LedgerSource& source) {
  Rulebook rules;
  for (const Provision& p : source.rules().provisions())
    if (p.activity == Activity::contact_visit && std::holds_alternative<AtLeast>(p.cadence))
      rules.add(p);
  std::map<Pair, Owed> all;
  if (rules.size() == 0) return all;
  for (const Obligation& o : obligations(source.roster(), within(rules, source.roster()),
                                         Calendar::china(), source.period())) {
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

// One contact branch of one member, in the period.
struct Contacted {
  Contact contact;
  std::vector<Date> days;
  Owed owed;  // nothing where the same branch was theirs before: it is owed once

  int visits() const { return static_cast<int>(days.size()); }
  int missing() const { return std::max(0, owed.times - visits()); }
};

std::vector<Contacted> contacted(const LedgerSource& source) {
  const auto visited = visits(source);
  auto demanded = owed(source);
  std::vector<Contacted> all;
  for (const Contact& contact : source.roster().all<Contact>()) {
    if (!contact.period.overlaps(source.period()) ||
        !covers_last(source, contact.unit, contact.period))
      continue;
    const Pair pair{contact.person, contact.unit};
    Contacted one{contact, {}, std::exchange(demanded[pair], {})};
    if (const auto found = visited.find(pair); found != visited.end())
      std::ranges::copy_if(found->second, std::back_inserter(one.days),
                           [&](Date day) { return contact.period.contains(day); });
    all.push_back(std::move(one));
  }
  return all;
}

LedgerRow row(const LedgerSource& source, const Contacted& one) {
  const bool is_owed = one.owed.times > 0;
  return {{source.name(one.contact.person), source.code(one.contact.person),
           source.speak().name(one.contact.unit, source.as_of()), to_string(one.contact.period),
           is_owed ? std::to_string(one.owed.times) : "", std::to_string(one.visits()),
           is_owed ? std::to_string(one.missing()) : "", listed(source, one.days), one.owed.rules},
          std::nullopt,
          ""};
}

}  // namespace

Ledger draw_contact_visits(const LedgerSource& source) {
  Ledger ledger = source.headed({"联系点到点指导台账", "Contact visits,"}, columns);
  std::int64_t owed = 0, visits = 0, missing = 0;
  Heads heads;
  for (const Contacted& one : contacted(source)) {
    ledger.rows.push_back(row(source, one));
    heads.add(one.contact.person);
    owed += one.owed.times;
    visits += one.visits();
    missing += one.missing();
  }
  ledger.totals = {{source.say({"联系人数", "members"}), heads.count()},
                   {source.say({"应到次数", "visits owed"}), owed},
                   {source.say({"实到次数", "visits"}), visits},
                   {source.say({"尚缺次数", "missing"}), missing}};
  return ledger;
}

}  // namespace zhibu

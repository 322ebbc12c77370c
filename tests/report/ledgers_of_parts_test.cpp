// SPDX-License-Identifier: BSL-1.0
//
// The totals of the parts of an area, and those of the whole, over any roster and any records.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/report/ledger_kind.hpp"

namespace zhibu {
namespace {

const Period of_2017{Date{2017, 1, 1}, Date{2018, 1, 1}};
const Period always = since(Date{2010, 1, 1});

constexpr LedgerKind kinds[]{LedgerKind::members,
                             LedgerKind::meetings,
                             LedgerKind::themed_party_days,
                             LedgerKind::life_meetings,
                             LedgerKind::study_files,
                             LedgerKind::training,
                             LedgerKind::political_birthdays,
                             LedgerKind::birthdays,
                             LedgerKind::terms,
                             LedgerKind::honours,
                             LedgerKind::venues,
                             LedgerKind::volunteer_roles,
                             LedgerKind::campaigns,
                             LedgerKind::veterans_two_years,
                             LedgerKind::veterans_in_offices,
                             LedgerKind::veterans_in_institutions,
                             LedgerKind::veterans_in_enterprises,
                             LedgerKind::retired_two_years,
                             LedgerKind::retired};

std::size_t below(std::size_t n) { return *rc::gen::inRange<std::size_t>(0, n); }
bool maybe() { return below(2) == 0; }
Date any_day() { return Date{2016, 11, 1} + static_cast<int>(below(500)); }

template <class T>
T one_of(const std::vector<T>& all) {
  return all[below(all.size())];
}

struct County {
  Roster roster;
  Records records;
  std::vector<UnitId> units;
  std::vector<ClusterId> clusters;
  std::vector<PersonId> persons;
};

void add_units(County& county) {
  const std::size_t count = 4 + below(6);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string code = "U" + std::to_string(i);
    Unit unit;
    unit.code = code;
    unit.name = code;
    unit.kind = i == 0 ? UnitKind::working_committee : UnitKind::branch;
    if (i > 0) unit.parent = county.units[below(i)];
    unit.standing = always;
    unit.temporary = i + 1 == count;
    county.units.push_back(county.roster.add(unit));
    if (maybe())
      county.roster.add(Venue{.unit = county.units.back(), .name = "室", .period = always});
    county.roster.add(Term{.unit = county.units.back(), .elected_on = any_day()});
    if (maybe())
      county.roster.add(
          Honour{.bearer = county.units.back(), .title = "先进", .period = since(any_day())});
  }
}

void add_clusters(County& county) {
  for (const std::string code : {"Z1", "Z2"}) {
    Cluster cluster;
    cluster.code = code;
    cluster.name = code;
    cluster.lead = cluster.deputy = county.units.front();
    cluster.standing = always;
    county.clusters.push_back(county.roster.add(cluster));
  }
  for (const UnitId unit : county.units)
    if (const std::size_t which = below(3); which < 2)
      county.roster.add(ClusterMembership{county.clusters[which], unit, always});
}

void add_persons(County& county) {
  const std::vector<UnitId> homes(county.units.begin(), county.units.end() - 1);
  for (std::size_t i = 0; i < 12; ++i) {
    const std::string code = "P" + std::to_string(i);
    Person person;
    person.code = code;
    person.name = code;
    person.born_on = Date{1925, 1, 1} + static_cast<int>(below(9000));
    person.retirement = static_cast<Retirement>(below(3));
    person.admitted_on = Date{1960, 1, 1} + static_cast<int>(below(9000));
    if (maybe()) person.retired_on = any_day();
    if (below(4) == 0) person.died_on = any_day();
    const PersonId id = county.roster.add(person);
    const MembershipKind kind = maybe() ? MembershipKind::home : MembershipKind::care;
    const UnitId home = one_of(homes);
    const UnitId next = one_of(homes);
    county.roster.add(Membership{id, home, kind, always});
    if (kind == MembershipKind::home && next != home && !person.died_on)
      county.roster.transfer(id, next, any_day());
    county.roster.add(Membership{id, county.units.back(), MembershipKind::activity, always});
    if (maybe()) county.roster.add(VolunteerRole{.person = id, .role = "员", .period = always});
    if (maybe())
      county.roster.add(Honour{.bearer = id, .title = "优秀", .period = since(any_day())});
    county.roster.add(Particulars{.person = id, .lunar_birthday = maybe()});
    county.persons.push_back(id);
  }
}

void attend(County& county, RecordId record) {
  std::vector<PersonId> due;
  std::vector<Attendee> exceptions;
  for (const PersonId person : county.persons) {
    if (!maybe()) continue;
    due.push_back(person);
    if (maybe()) exceptions.push_back({person, static_cast<Presence>(below(5)), ""});
  }
  if (!due.empty()) county.records.attend(record, due, exceptions);
}

void add_record(County& county, std::size_t nth, CampaignId campaign) {
  const std::string code = "R" + std::to_string(nth);
  const std::vector<PersonId> persons{one_of(county.persons)};
  Record record;
  record.code = code;
  record.unit = one_of(county.units);
  record.activities = Activities{names<Activity>()[below(names<Activity>().size())].value} |
                      Activities{names<Activity>()[below(10)].value};
  record.held_on = any_day();
  record.persons = persons;
  record.voided = below(5) == 0;
  const RecordId id = county.records.add(record);
  if (maybe()) attend(county, id);
  Minutes minutes{.record = id};
  if (maybe()) minutes.form = static_cast<StudyForm>(below(names<StudyForm>().size()));
  if (maybe()) minutes.campaign = campaign;
  if (maybe()) minutes.beneficiaries = 1 + static_cast<int>(below(50));
  county.records.add(minutes);
  if (maybe())
    county.records.add(StudyNote{
        .record = id, .person = one_of(county.persons), .note = maybe(), .insight = true});
  if (maybe())
    county.records.add(Visit{.record = id, .person = persons.front(), .kind = VisitKind::birthday});
}

County any_county() {
  County county;
  add_units(county);
  add_clusters(county);
  add_persons(county);
  const CampaignId campaign =
      county.records.add(Campaign{.code = "C", .name = "活动", .period = always});
  for (std::size_t n = below(40); n > 0; --n) add_record(county, n, campaign);
  return county;
}

// The whole as parts: each unit; the top alone, and what stands under each unit below it; and the
// clusters, with the units that are in none.
std::vector<std::vector<Extent>> partitions(const County& county) {
  std::vector<std::vector<Extent>> all(3);
  const UnitId top = county.units.front();
  all[1].push_back(OneUnit{top});
  for (const UnitId child : county.roster.children(top, of_2017.begin))
    all[1].push_back(Subtree{child});
  for (const ClusterId cluster : county.clusters) all[2].push_back(cluster);
  for (const UnitId unit : county.units) {
    all[0].push_back(OneUnit{unit});
    if (!county.roster.cluster_of(unit, of_2017.begin)) all[2].push_back(OneUnit{unit});
  }
  return all;
}

std::map<std::string, std::int64_t> totals(const County& county, LedgerKind kind, Extent extent) {
  static const Rulebook rules = Rulebook::national();
  std::map<std::string, std::int64_t> found;
  const LedgerRequest request{.extent = extent, .period = of_2017};
  for (const LedgerTotal& total :
       ledger(kind, county.roster, county.records, rules, request).totals)
    found[total.name] = total.value;
  return found;
}

bool is_whole_number(const std::string& text) {
  const std::size_t sign = text.starts_with('-') ? 1 : 0;
  return text.size() > sign && text.find_first_not_of("0123456789", sign) == std::string::npos;
}

bool is_ascii(const std::string& text) {
  return std::ranges::all_of(text, [](unsigned char c) { return c < 128; });
}

RC_GTEST_PROP(LedgersOfParts, HaveCellsAsTheirColumnsSayInEitherLanguage, ()) {
  const County county = any_county();
  const Rulebook rules = Rulebook::national();
  for (const LedgerKind kind : kinds)
    for (const Language language : {Language::zh, Language::en}) {
      const Ledger drawn =
          ledger(kind, county.roster, county.records, rules,
                 {.extent = Everything{}, .period = of_2017, .language = language});
      if (language == Language::en)
        for (const LedgerColumn& column : drawn.columns) RC_ASSERT(is_ascii(column.name));
      for (const LedgerRow& row : drawn.rows) {
        RC_ASSERT(row.cells.size() == drawn.columns.size());
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (row.cells[i].empty()) continue;
          if (drawn.columns[i].kind == CellKind::number) RC_ASSERT(is_whole_number(row.cells[i]));
          if (drawn.columns[i].kind == CellKind::day)
            RC_ASSERT(to_string(parse_date(row.cells[i])) == row.cells[i]);
        }
      }
    }
}

RC_GTEST_PROP(LedgersOfParts, SumToThoseOfTheWholeAndCountEachPersonOnce, ()) {
  const County county = any_county();
  for (const LedgerKind kind : kinds) {
    const auto whole = totals(county, kind, Everything{});
    for (const std::vector<Extent>& parts : partitions(county)) {
      std::map<std::string, std::int64_t> sum;
      for (const Extent& part : parts)
        for (const auto& [name, value] : totals(county, kind, part)) sum[name] += value;
      for (const auto& [name, value] : whole) {
        RC_LOG() << key(kind) << ' ' << name << '\n';
        if (name == "人数")
          RC_ASSERT(value <= sum[name]);
        else
          RC_ASSERT(value == sum[name]);
      }
    }
  }
}

RC_GTEST_PROP(LedgersOfParts, ThePersonsOfMeetingsAreThoseWhoWereThere, ()) {
  const County county = any_county();
  std::set<PersonId> there;
  for (const Record& record : county.records)
    if (record.activities.contains(Activity::themed_party_day) && !record.voided &&
        of_2017.contains(record.held_on))
      for (const Attendee& who : county.records.attendance(record.id))
        if (who.presence == Presence::present || who.presence == Presence::online)
          there.insert(who.person);
  RC_ASSERT(totals(county, LedgerKind::themed_party_days, Everything{}).at("人数") ==
            static_cast<std::int64_t>(there.size()));
}

}  // namespace
}  // namespace zhibu

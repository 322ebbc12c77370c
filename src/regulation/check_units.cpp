// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

int committee_size(const UnitOnDay& at) {
  std::vector<PersonId> persons;
  for (const Office& office : at.offices)
    if (office.post.kind != PostKind::group_leader)
      for (const Appointment& holder : at.holders(office)) persons.push_back(holder.person);
  std::ranges::sort(persons);
  return static_cast<int>(std::unique(persons.begin(), persons.end()) - persons.begin());
}

int groups(const UnitOnDay& at) {
  const std::vector<UnitId> children = at.view.children(at.unit.id);
  return static_cast<int>(std::ranges::count_if(
      children, [&](UnitId child) { return at.view[child].kind == UnitKind::group; }));
}

int count(Measure measure, const UnitOnDay& at) {
  switch (measure) {
    case Measure::members:
      return at.members;
    case Measure::full_members:
      return at.full_members;
    case Measure::workplaces:
      return static_cast<int>(at.view.workplaces(at.unit.id).size());
    case Measure::committee_size:
      return committee_size(at);
    case Measure::groups:
      return groups(at);
  }
  return 0;
}

bool holds(const Within& within, int number) {
  return within.least.value_or(number) <= number && number <= within.most.value_or(number);
}

std::string counted(Measure measure, int number) {
  const bool of_persons = measure != Measure::workplaces && measure != Measure::groups;
  return std::string{label(measure)} + std::to_string(number) + (of_persons ? "人" : "个");
}

std::string counted_en(Measure measure, int number) {
  return std::string{label(measure, Language::en)} + ": " + std::to_string(number);
}

}  // namespace

void look(const Bounds& demand, const UnitOnDay& at, const UnitReport& report) {
  if (demand.when && !holds(*demand.when, count(demand.when->measure, at))) return;
  const Within& within = demand.within;
  const int found = count(within.measure, at);
  if (holds(within, found)) return;
  const bool past_utmost = demand.utmost && found > *demand.utmost;
  const std::optional<int> most = past_utmost ? demand.utmost : within.most;
  Observation seen = report.observation();
  seen.found = found;
  seen.least = within.least;
  seen.most = most;
  seen.facts = counted(within.measure, found) + "；应为" + in_chinese(within.least, most);
  seen.facts_en =
      counted_en(within.measure, found) + "; accepted: " + in_english(within.least, most);
  report.add(std::move(seen));
}

void look(const OwnCommittee& demand, const UnitOnDay& at, const UnitReport& report) {
  const int found = count(demand.when.measure, at);
  if (demand.wanted == at.unit.has_committee || !holds(demand.when, found)) return;
  Observation seen = report.observation();
  seen.found = found;
  seen.facts = counted(demand.when.measure, found) +
               (demand.wanted ? "；未设支部委员会" : "；设有支部委员会");
  seen.facts_en = counted_en(demand.when.measure, found) +
                  (demand.wanted ? "; it has no committee" : "; it has a committee");
  report.add(std::move(seen));
}

void look(const Placements& demand, const UnitOnDay& at, const UnitReport& report) {
  const auto row = std::ranges::find(demand.table, at.unit.kind, &Placement::kind);
  if (row == demand.table.end()) return;
  std::optional<UnitKind> above;
  if (at.unit.parent) {
    const std::optional<Unit> parent = at.roster.at(*at.unit.parent, at.day());
    if (!parent) return;  // a fault of the books, and not of this kind
    above = parent->kind;
  }
  if (above ? std::ranges::count(row->under, *above) > 0 : row->top) return;
  Observation seen = report.observation();
  seen.at = at.unit.parent;
  seen.facts = std::string{label(at.unit.kind)} +
               (above ? "设在" + std::string{label(*above)} + "之下" : "没有上级党组织");
  seen.facts_en = std::string{label(at.unit.kind, Language::en)} + " under " +
                  (above ? std::string{label(*above, Language::en)} : "nothing");
  report.add(std::move(seen));
}

void look(const LapsesWithWorkplace&, const UnitOnDay& at, const UnitReport& report) {
  Date last = Date::first();
  for (const UnitWorkplace& row : at.roster.of<UnitWorkplace>(at.unit.id)) {
    if (row.period.end > at.day()) return;
    last = std::max(last, row.period.end);
  }
  if (last == Date::first()) return;
  Observation seen = report.observation();
  seen.days = Period{last, at.day() + 1};
  seen.facts = "所服务的机构自" + to_string(last) + "起已不存在";
  seen.facts_en = "the body that it served is gone from " + to_string(last) + " on";
  report.add(std::move(seen));
}

void look(const HasVenue& demand, const UnitOnDay& at, const UnitReport& report) {
  std::optional<Date> last;
  for (const Venue& venue : at.roster.of<Venue>(at.unit.id)) {
    if (!demand.purpose.empty() && venue.purpose != demand.purpose) continue;
    if (venue.period.contains(at.day())) return;
    if (venue.period.end <= at.day())
      last = std::max(last.value_or(venue.period.end), venue.period.end);
  }
  Observation seen = report.observation();
  if (last) seen.days = Period{*last, at.day() + 1};
  seen.facts = last ? "自" + to_string(*last) + "起没有活动场所" : "没有活动场所";
  seen.facts_en = last ? "it has had no venue from " + to_string(*last) + " on" : "it has no venue";
  report.add(std::move(seen));
}

void look(const Noted&, const UnitOnDay& at, const UnitReport& report) {
  Observation seen = report.observation();
  seen.facts = std::string{at.unit.temporary ? "临时" : ""} + std::string{label(at.unit.kind)};
  seen.facts_en = std::string{at.unit.temporary ? "temporary " : ""} +
                  std::string{label(at.unit.kind, Language::en)};
  report.add(std::move(seen));
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "held.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

#include "zhibu/regulation/election.hpp"

namespace zhibu {
namespace {

bool is_at_its_place(const Record& record, const Obligation& obligation) {
  return !obligation.at || record.unit == *obligation.at;
}

bool takes_part(Presence presence) {
  return presence != Presence::excused && presence != Presence::absent;
}

bool is_void(const Record& record, std::optional<Date> known_on) {
  return known_on ? is_voided_on(record, *known_on) : record.voided;
}

bool is_in_force(const Requirement& rule, const Record& record, const Obligation& o) {
  return in_force(rule, o.rules_of.value_or(record.held_on));
}

bool falls_short(const MeetingQuorum& quorum, const Record& record) {
  return record.due && record.present && *record.present < least_of(quorum.ratio, *record.due);
}

std::uint32_t index_of(Bearer bearer) {
  return std::visit([](auto id) { return id.index; }, bearer);
}

}  // namespace

bool has_what_is_asked(Activities activities, bool has_hours, const Obligation& obligation) {
  return obligation.class_hours > 0 ? has_hours : activities.contains(obligation.activity);
}

bool has_what_is_asked(const Record& record, const Obligation& obligation) {
  return has_what_is_asked(record.activities, record.class_hours.value_or(0) > 0, obligation);
}

Period nearby(Period window) {
  const int days = std::min(window.days(), Date::last() - window.end);
  return {window.begin, window.end + days};
}

bool is_for(const Record& record, Period window) {
  return record.for_period ? window.contains(*record.for_period) : window.contains(record.held_on);
}

Held::Held(const Obligations& obligations, const Records& records, Date as_of,
           std::optional<Date> known_on, Steps& steps)
    : obligations_{&obligations}, books_{&records}, known_on_{known_on} {
  take(records, as_of, steps);
  for (const Requirement& rule : obligations.rulebook().requirements())
    if (std::holds_alternative<MeetingQuorum>(rule.demand)) quorums_.push_back(&rule);
  units_ = by_bearer(units(steps), steps);
  persons_ = by_bearer(persons(obligations, steps), steps);
}

void Held::take(const Records& records, Date as_of, Steps& steps) {
  std::vector<std::pair<Date, RecordId>> order;
  for (const Record& record : records) {
    if (record.held_on <= as_of && (!known_on_ || is_known_on(record, *known_on_)))
      order.emplace_back(record.held_on, record.id);
    steps();
  }
  std::ranges::sort(order, steps.pausing(std::less{}));
  records_.reserve(order.size());
  for (const auto& [day, record] : order) {
    records_.push_back(records[record]);
    steps.pause();
  }
}

std::vector<Held::Due> Held::units(Steps& steps) const {
  std::vector<Due> due;
  due.reserve(records_.size());
  for (std::uint32_t place = 0; place < records_.size(); ++place) {
    due.push_back({records_[place].unit.index, entry(place, {})});
    steps();
  }
  return due;
}

// Who attended is looked up only for what some person owes.
std::vector<Held::Due> Held::persons(const Obligations& obligations, Steps& steps) const {
  std::vector<Due> due;
  Activities owed;
  bool hours = false;
  for (const Obligation& o : obligations) {
    steps();
    if (!std::holds_alternative<PersonId>(o.bearer)) continue;
    owed = owed | o.activity;
    hours = hours || o.class_hours > 0;
  }
  for (std::uint32_t place = 0; place < records_.size(); ++place) {
    steps();
    const Record& record = records_[place];
    for (const PersonId person : record.persons) due.push_back({person.index, entry(place, {})});
    if (!record.activities.overlaps(owed) && !(hours && record.class_hours)) continue;
    for (const Attendee& a : books_->attendance(record.id))
      if (std::ranges::find(record.persons, a.person) == record.persons.end())
        due.push_back({a.person.index, entry(place, a.presence)});
  }
  return due;
}

Held::Entry Held::entry(std::uint32_t place, std::optional<Presence> present) const {
  const Record& record = records_[place];
  return {.place = place,
          .held_on = record.held_on,
          .activities = record.activities,
          .has_hours = record.class_hours.value_or(0) > 0,
          .for_period = record.for_period.has_value(),
          .present = present};
}

// Counts, and then puts each entry behind those of its bearer that came before it.
Held::ByBearer Held::by_bearer(const std::vector<Due>& due, Steps& steps) {
  std::uint32_t bearers = 0;
  for (const Due& one : due) bearers = std::max(bearers, one.bearer + 1);
  ByBearer sorted{std::vector<Entry>(due.size()), std::vector<std::uint32_t>(bearers + 1)};
  for (const Due& one : due) {
    ++sorted.ends[one.bearer + 1];
    steps.pause();
  }
  for (std::uint32_t i = 0; i < bearers; ++i) sorted.ends[i + 1] += sorted.ends[i];
  for (const Due& one : due) {
    sorted.entries[sorted.ends[one.bearer]++] = one.entry;
    steps.pause();
  }
  return sorted;
}

std::span<const Held::Entry> Held::ByBearer::of(std::uint32_t index) const {
  if (index >= ends.size()) return {};
  const std::uint32_t begin = index == 0 ? 0 : ends[index - 1];
  return std::span{entries}.subspan(begin, ends[index] - begin);
}

std::vector<Judged> Held::judge(const Obligation& obligation, bool all) const {
  const ByBearer& held = std::holds_alternative<UnitId>(obligation.bearer) ? units_ : persons_;
  all = all || is_open_ended(obligations_->rulebook()[obligation.provision].cadence);
  const Period near = nearby(obligation.window);
  std::vector<Judged> judged;
  for (const Entry& entry : held.of(index_of(obligation.bearer))) {
    if (has_what_is_asked(entry.activities, entry.has_hours, obligation) &&
        (all || entry.for_period || near.contains(entry.held_on)))
      judged.push_back(judge(entry, obligation));
  }
  return judged;
}

Judged Held::judge(const Entry& entry, const Obligation& o) const {
  const Record& record = records_[entry.place];
  const bool in_time = is_for(record, o.window);
  const bool after = !record.for_period && o.window.end <= record.held_on &&
                     is_open_ended(obligations_->rulebook()[o.provision].cadence);
  if (is_void(record, known_on_)) return {entry.place, Discount::voided, {}};
  if (!in_time && !after) return {entry.place, Discount::other_period, {}};
  if (!is_at_its_place(record, o)) return {entry.place, Discount::other_place, {}};
  if (const auto rule = missed_quorum(record, o)) return {entry.place, Discount::no_quorum, rule};
  if (entry.present && !takes_part(*entry.present)) return {entry.place, Discount::not_present, {}};
  return {entry.place, {}, {}};
}

std::optional<RequirementId> Held::missed_quorum(const Record& record, const Obligation& o) const {
  for (const Requirement* rule : quorums_) {
    const auto& quorum = std::get<MeetingQuorum>(rule->demand);
    if (quorum.activity == o.activity && is_in_force(*rule, record, o) &&
        falls_short(quorum, record))
      return rule->id;
  }
  return {};
}

}  // namespace zhibu

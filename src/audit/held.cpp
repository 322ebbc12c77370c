// SPDX-License-Identifier: BSL-1.0

#include "held.hpp"

#include <algorithm>

namespace zhibu {

namespace {

std::uint64_t key_of(Bearer bearer, Activity activity) {
  const std::uint64_t index = std::visit([](auto id) { return id.index; }, bearer);
  return index << 16 | static_cast<std::uint64_t>(bearer.index()) << 8 |
         static_cast<std::uint64_t>(activity);
}

bool is_for(const Record& record, Period window) {
  return record.for_period ? window.contains(*record.for_period) : window.contains(record.held_on);
}

bool is_at_its_place(const Record& record, const Obligation& obligation) {
  return !obligation.at || record.unit == *obligation.at;
}

bool counts(const Record& record, const Obligation& obligation) {
  return !record.voided && is_for(record, obligation.window) && is_at_its_place(record, obligation);
}

// The window, and as many days again after it.
Period nearby(Period window) {
  const int days = std::min(window.days(), Date::last() - window.end);
  return {window.begin, window.end + days};
}

Discount why(const Record& record, Period window) {
  if (record.voided) return Discount::voided;
  return is_for(record, window) ? Discount::other_place : Discount::other_period;
}

}  // namespace

Held::Held(const Records& records, Date as_of) {
  for (const Record& record : records)
    if (record.held_on <= as_of) records_.push_back(record);
  std::stable_sort(records_.begin(), records_.end(),
                   [](const Record& a, const Record& b) { return a.held_on < b.held_on; });

  for (std::uint32_t place = 0; place < records_.size(); ++place) {
    enter(records_[place].unit, place);
    for (const PersonId person : records_[place].persons) enter(person, place);
  }
  std::sort(by_day_held_.begin(), by_day_held_.end());
  std::sort(by_day_held_for_.begin(), by_day_held_for_.end());
}

void Held::enter(Bearer bearer, std::uint32_t place) {
  const Record& record = records_[place];
  const Date held_for = record.for_period ? record.for_period->begin : record.held_on;
  for (const Name<Activity>& activity : names<Activity>()) {
    if (!record.activities.contains(activity.value)) continue;
    const std::uint64_t key = key_of(bearer, activity.value);
    by_day_held_.push_back({key, record.held_on, place});
    by_day_held_for_.push_back({key, held_for, place});
  }
}

std::span<const Held::Entry> Held::find(const Entries& entries, const Obligation& obligation,
                                        Period days) {
  const std::uint64_t key = key_of(obligation.bearer, obligation.activity);
  const auto first = std::lower_bound(entries.begin(), entries.end(), Entry{key, days.begin, 0});
  const auto last = std::lower_bound(first, entries.end(), Entry{key, days.end, 0});
  return {first, last};
}

std::vector<const Record*> Held::counting(const Obligation& obligation) const {
  std::vector<const Record*> found;
  for (const Entry& entry : find(by_day_held_for_, obligation, obligation.window))
    if (const Record& record = records_[entry.place]; counts(record, obligation))
      found.push_back(&record);
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<Discounted> Held::discounted(const Obligation& obligation) const {
  const Period window = obligation.window;
  std::vector<std::uint32_t> places;
  for (const Entry& entry : find(by_day_held_for_, obligation, window))
    if (const Record& record = records_[entry.place];
        is_for(record, window) && !counts(record, obligation))
      places.push_back(entry.place);
  for (const Entry& entry : find(by_day_held_, obligation, nearby(window)))
    if (!is_for(records_[entry.place], window)) places.push_back(entry.place);
  std::sort(places.begin(), places.end());

  std::vector<Discounted> found;
  for (const std::uint32_t place : places)
    found.push_back({records_[place].id, why(records_[place], window)});
  return found;
}

}  // namespace zhibu

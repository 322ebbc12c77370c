// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/coverage.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>
#include <string>

#include "organization/columns.hpp"
#include "organization/spans.hpp"
#include "steps.hpp"

namespace zhibu {

namespace {

// The days on which anything about any unit changes.
std::vector<Date> days_of_change(const Roster& roster, Steps& steps) {
  std::vector<Date> days;
  const RosterColumns& columns = roster.columns();
  for (std::uint32_t unit = 0; unit < columns.units.size(); ++unit) {
    columns.units.each(unit, [&](Period standing, Timelines::Number) {
      days.push_back(standing.begin);
      days.push_back(standing.end);
    });
    steps();
  }
  std::ranges::sort(days, steps.pausing(std::less{}));
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

// Who belongs to the units that are asked for, and when.
class Belonging {
 public:
  Belonging(const Roster& roster, const CoverageRequest& request, Steps& steps)
      : roster_{roster}, request_{request}, changes_{days_of_change(roster, steps)} {}

  // The days of the request on which the person belongs to such a unit.
  std::vector<Period> days(PersonId person) const {
    Period alive = request_.period;
    if (const auto died = roster_[person].died_on) alive.end = std::min(alive.end, *died);
    std::vector<Period> found;
    for (const Membership& m : roster_.memberships(person))
      add(found, m.unit, common(alive, m.period));
    return found;
  }

 private:
  // Between two changes the unit is inside on all days or on none.
  void add(std::vector<Period>& found, UnitId unit, Period days) const {
    while (!days.empty()) {
      const auto next = std::ranges::upper_bound(changes_, days.begin);
      const Date end = next == changes_.end() ? days.end : std::min(*next, days.end);
      if (is_inside(unit, days.begin)) found.push_back({days.begin, end});
      days.begin = end;
    }
  }

  bool is_inside(UnitId unit, Date day) const {
    return request_.within ? roster_.is_within(unit, *request_.within, day)
                           : roster_.columns().stands(unit, day);
  }

  const Roster& roster_;
  const CoverageRequest& request_;
  std::vector<Date> changes_;
};

// Fills in how each of the persons was reached.
class Reaching {
 public:
  // Each unit is a step, and each person.
  Reaching(const Roster& roster, const CoverageRequest& request, Steps& steps)
      : request_{request}, place_(roster.persons().size(), none) {
    const Belonging belonging{roster, request, steps};
    for (const Person& person : roster.persons()) {
      steps();
      std::vector<Period> days = belonging.days(person.id);
      if (days.empty()) continue;
      const Date last = std::ranges::max(days, {}, &Period::end).last();
      if (!fits(request.persons, person, roster, last)) continue;
      place_[person.id.index] = persons_.size();
      persons_.push_back({.person = person.id});
      days_.push_back(std::move(days));
    }
  }

  void add(const Record& record, const Attendance& attendance) {
    if (record.voided || !request_.period.contains(record.held_on) ||
        !record.activities.overlaps(request_.activities))
      return;
    for (const Attendee& who : attendance)
      if (Reach* reach = of(who.person, record))
        ++reach->times[static_cast<std::size_t>(who.presence)];
    for (const PersonId person : record.persons) {
      Reach* const reach = of(person, record, true);
      if (reach == nullptr) continue;
      if (record.activities.contains(Activity::home_study))
        ++reach->times[static_cast<std::size_t>(Presence::served_at_home)];
      else
        ++reach->named;
    }
  }

  Coverage take() { return {request_.period, std::move(persons_)}; }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  // Where the record counts for the person, who is then said to have it.
  Reach* of(PersonId person, const Record& record, bool once = false) {
    const std::size_t place = person.index < place_.size() ? place_[person.index] : none;
    if (place == none) return nullptr;
    Reach& reach = persons_[place];
    if (once && !reach.records.empty() && reach.records.back() == record.id) return nullptr;
    const auto holds = [&](Period days) { return days.contains(record.held_on); };
    if (std::ranges::none_of(days_[place], holds)) return nullptr;
    reach.records.push_back(record.id);
    return &reach;
  }

  const CoverageRequest& request_;
  std::vector<std::size_t> place_;  // of each person of the roster, among those that follow
  std::vector<Reach> persons_;
  std::vector<std::vector<Period>> days_;
};

void require_sound(const Roster& roster, const CoverageRequest& request) {
  if (request.activities.empty())
    throw std::invalid_argument("a coverage by no activity; accepted: one at least");
  if (request.period.empty())
    throw std::invalid_argument("a coverage of a period that ends before it begins: from " +
                                to_string(request.period.begin) + " up to, not including, " +
                                to_string(request.period.end) + "; accepted: one day at least");
  if (request.within) roster[*request.within];
}

}  // namespace

bool Reach::reached() const {
  return count(Presence::present) + count(Presence::online) + count(Presence::served_at_home) +
             named >
         0;
}

Rate Coverage::rate() const {
  return {std::ranges::count_if(persons, &Reach::reached),
          static_cast<std::int64_t>(persons.size())};
}

std::vector<PersonId> Coverage::left_out() const {
  std::vector<PersonId> found;
  for (const Reach& reach : persons)
    if (!reach.reached()) found.push_back(reach.person);
  return found;
}

Coverage coverage(const Roster& roster, const Records& records, const CoverageRequest& request,
                  const Watch& watch) {
  require_sound(roster, request);
  Steps steps{watch, roster.units().size() + roster.persons().size() + records.size()};
  Reaching reaching{roster, request, steps};
  for (const Record& record : records) {
    reaching.add(record, records.attendance(record.id));
    steps();
  }
  steps.finish();
  return reaching.take();
}

std::vector<Coverage> coverage_by_month(const Roster& roster, const Records& records,
                                        const CoverageRequest& request, const Watch& watch) {
  require_sound(roster, request);
  Steps steps{watch, static_cast<std::size_t>(request.period.days())};
  std::vector<Coverage> months;
  CoverageRequest part = request;
  for (Date day = request.period.begin; day < request.period.end; day = part.period.end) {
    const Date next = add_months(Date{day.year(), day.month(), 1}, 1);
    part.period = {day, std::min(next, request.period.end)};
    const auto days = static_cast<std::size_t>(part.period.days());
    months.push_back(coverage(roster, records, part, steps.share(days)));
  }
  steps.finish();
  return months;
}

}  // namespace zhibu

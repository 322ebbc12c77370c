// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/plan.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <functional>
#include <tuple>
#include <utility>
#include <variant>

#include "steps.hpp"

namespace zhibu {

template <>
std::span<const Name<HalfDay>> names() {
  static constexpr Name<HalfDay> all[] = {
      {HalfDay::morning, "morning", "上午", "morning"},
      {HalfDay::afternoon, "afternoon", "下午", "afternoon"},
  };
  return all;
}

namespace {

struct Slot {
  Date day;
  HalfDay half = HalfDay::morning;
  friend constexpr auto operator<=>(Slot, Slot) = default;
};

// A set of numbers, in one piece of memory: what many small pieces take to be given back would show
// when a plan is stopped.
class NumberSet {
 public:
  NumberSet(std::size_t most, Steps& steps) {
    const std::size_t size = std::bit_ceil(2 * most + 1);
    shift_ = 64 - std::countr_zero(size);
    slots_.reserve(size);
    while (slots_.size() < size) {
      slots_.resize(std::min(size, slots_.size() + 1024), empty);
      steps.pause();
    }
  }

  bool contains(std::uint64_t number) const { return slots_[place(number)] == number; }
  void insert(std::uint64_t number) { slots_[place(number)] = number; }

 private:
  static constexpr std::uint64_t empty = ~std::uint64_t{0};

  // Where it is, or would be.
  std::size_t place(std::uint64_t number) const {
    std::size_t at = (number * 0x9E3779B97F4A7C15) >> shift_;
    while (slots_[at] != empty && slots_[at] != number) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<std::uint64_t> slots_;  // half of them at least are empty
  int shift_ = 0;
};

// Which units and persons are already on something, and when.
class Engagements {
 public:
  // Room for so many.
  Engagements(std::size_t most, Steps& steps) : taken_{2 * most, steps} {}

  // Takes the half-day for the bearer and the place of `o`, if both are free.
  bool take(const Obligation& o, Slot slot) {
    const std::uint64_t bearer = key(o.bearer, slot);
    const std::uint64_t place = o.at ? key(*o.at, slot) : bearer;
    if (taken_.contains(bearer) || taken_.contains(place)) return false;
    taken_.insert(bearer);
    taken_.insert(place);
    return true;
  }

 private:
  static std::uint64_t key(Bearer who, Slot slot) {
    const std::uint64_t index = std::visit([](auto id) { return id.index; }, who);
    const std::uint64_t whose = 2 * index + who.index();
    const auto half_day = 2 * slot.day.serial() + static_cast<std::int32_t>(slot.half);
    return whose << 32 | static_cast<std::uint32_t>(half_day);
  }

  NumberSet taken_;
};

using Workdays = std::span<const Date>;

// The workdays of all these periods, each once, in order.
std::vector<Date> workdays_of(std::vector<Period> periods, const Calendar& calendar, Steps& steps) {
  std::ranges::sort(periods, steps.pausing(std::less{}), &Period::begin);
  std::vector<Date> workdays;
  Date next;
  if (!periods.empty()) next = periods.front().begin;
  for (const Period period : periods) {
    steps.pause();
    next = std::max(next, period.begin);
    for (; next < period.end; next = next + 1)
      if (calendar.is_workday(next)) workdays.push_back(next);
  }
  return workdays;
}

Workdays within(Workdays workdays, Period period) {
  const auto begin = std::ranges::lower_bound(workdays, period.begin);
  return {begin, std::ranges::lower_bound(begin, workdays.end(), period.end)};
}

// The part of a window in the months that the provision prefers; all of it if it prefers none.
Period preferred(const Provision& provision, Period window) {
  const AtLeast* cadence = std::get_if<AtLeast>(&provision.cadence);
  if (!cadence || !cadence->preferred_months) return window;
  const auto [first, last] = *cadence->preferred_months;
  const int year = window.begin.year();
  const Period months{Date{year, first, 1}, add_months(Date{year, last, 1}, 1)};
  if (!months.overlaps(window)) return window;
  return {std::max(months.begin, window.begin), std::min(months.end, window.end)};
}

// Money has no number of times; it is paid once.
std::size_t occurrences_of(const Obligation& o) {
  return static_cast<std::size_t>(std::max(1, o.times));
}

// What has the least choice comes first: fixed days, then the day of the month that a branch keeps
// to (相对固定1天), then short windows.
auto urgency(const Obligation& o) {
  const int rank = o.fixed ? 0 : o.activity == Activity::themed_party_day ? 1 : 2;
  return std::tuple{rank, o.window.days(), o.id};
}

std::vector<ObligationId> by_urgency(const Obligations& obligations, Steps& steps) {
  std::vector<decltype(urgency(*obligations.begin()))> order;
  for (const Obligation& o : obligations) {
    if (applies(o)) order.push_back(urgency(o));
    steps();
  }
  std::ranges::sort(order, steps.pausing(std::less{}));

  std::vector<ObligationId> ids;
  for (const auto& [rank, days, id] : order) ids.push_back(id);
  return ids;
}

class Planner {
 public:
  Planner(const Obligations& obligations, const Calendar& calendar, Steps& steps)
      : obligations_{&obligations}, stretch_(obligations.rulebook().size(), 0) {
    std::vector<Period> periods;
    std::size_t occurrences = 0;
    for (const Obligation& o : obligations) {
      steps();
      if (!applies(o)) continue;
      periods.push_back(o.fixed ? Period{o.fixed->actual, o.fixed->actual + 1} : o.bound);
      occurrences += occurrences_of(o);
    }
    workdays_ = workdays_of(std::move(periods), calendar, steps);
    engagements_.emplace(occurrences, steps);
    for (const Obligation& o : obligations) {
      measure(o);
      steps();
    }
  }

  // The half-days of `o`, in order; fewer than it asks for where there are too few.
  std::vector<Slot> place(const Obligation& o) {
    if (o.fixed) return place_on(*o.fixed, o);
    const Workdays all = within(workdays_, o.bound);
    const Workdays first_choice = within(all, preferred(provision_of(o), o.bound));
    const auto skipped = static_cast<std::size_t>(first_choice.data() - all.data());
    const std::size_t times = occurrences_of(o);

    std::vector<Slot> slots;
    for (std::size_t i = 0; i < times; ++i) {
      const std::size_t start = first_choice.size() * i / times + offset(o);
      std::optional<Slot> slot = near(first_choice, start, o);
      if (!slot) slot = near(all, start + skipped, o);
      if (slot) slots.push_back(*slot);
    }
    std::ranges::sort(slots);
    return slots;
  }

 private:
  const Provision& provision_of(const Obligation& o) const {
    return obligations_->rulebook()[o.provision];
  }

  // Notes over how many workdays the bearers of a provision can be spread, so that each of them
  // keeps its place in every window, the shortest included.
  void measure(const Obligation& o) {
    if (!applies(o) || o.fixed) return;
    const Workdays days = within(workdays_, preferred(provision_of(o), o.bound));
    const std::size_t length = days.size() / occurrences_of(o);
    std::size_t& stretch = stretch_[o.provision.index];
    if (length > 0) stretch = stretch == 0 ? length : std::min(stretch, length);
  }

  // How many workdays after the beginning of its stretch the bearer's turn comes.
  std::size_t offset(const Obligation& o) const {
    const std::size_t bearer = std::visit([](auto id) { return id.index; }, o.bearer);
    const std::size_t stretch = std::max<std::size_t>(1, stretch_[o.provision.index]);
    return (bearer + 3 * o.provision.index) % stretch;
  }

  std::vector<Slot> place_on(const Shifted& fixed, const Obligation& o) {
    if (!fixed.within_limit) return {};
    const std::optional<Slot> slot = on(fixed.actual, o);
    return slot ? std::vector{*slot} : std::vector<Slot>{};
  }

  std::optional<Slot> on(Date day, const Obligation& o) {
    for (const HalfDay half : {HalfDay::morning, HalfDay::afternoon})
      if (engagements_->take(o, {day, half})) return Slot{day, half};
    return {};
  }

  // The first free half-day from `start` on, or else the last before it.
  std::optional<Slot> near(Workdays days, std::size_t start, const Obligation& o) {
    start = std::min(start, days.size());
    for (const Date day : days.subspan(start))
      if (const std::optional<Slot> slot = on(day, o)) return slot;
    for (std::size_t i = start; i-- > 0;)
      if (const std::optional<Slot> slot = on(days[i], o)) return slot;
    return {};
  }

  const Obligations* obligations_;
  std::vector<Date> workdays_;
  std::vector<std::size_t> stretch_;  // by provision; 0 where none of its windows has a workday
  std::optional<Engagements> engagements_;
};

}  // namespace

Plan plan(const Obligations& obligations, const Calendar& calendar, const Watch& watch) {
  Steps steps{watch, 4 * obligations.size()};  // two passes to learn of the days, and two to place
  Plan plan{obligations, {}, {}};
  Planner planner{obligations, calendar, steps};
  for (const ObligationId id : by_urgency(obligations, steps)) {
    const Obligation o = obligations[id];
    const std::vector<Slot> slots = planner.place(o);
    for (std::size_t i = 0; i < slots.size(); ++i)
      plan.occurrences.push_back({slots[i].day, slots[i].half, id, static_cast<int>(i + 1),
                                  calendar.day(slots[i].day).certainty});
    if (slots.size() < occurrences_of(o)) plan.unplaced.push_back(id);
    steps();
  }
  const auto when = [](const Occurrence& occurrence) {
    return std::tuple{occurrence.day, occurrence.half, occurrence.obligation};
  };
  std::ranges::sort(plan.occurrences, steps.pausing(std::less{}), when);
  std::ranges::sort(plan.unplaced, steps.pausing(std::less{}));
  steps.finish();
  return plan;
}

}  // namespace zhibu

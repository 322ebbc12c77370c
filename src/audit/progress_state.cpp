// SPDX-License-Identifier: BSL-1.0

#include "audit/progress_state.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "organization/columns.hpp"
#include "schedule/bearers.hpp"
#include "schedule/stricter.hpp"

namespace zhibu {
namespace {

// Whether something is asked of units so many times in every span, on whatever days: were they to
// lie apart, the earliest ones would not say when it was met.
bool is_frequency(const Provision& provision) {
  const bool of_units = std::holds_alternative<EveryUnit>(provision.scope) ||
                        std::holds_alternative<TheseUnits>(provision.scope);
  const AtLeast* const cadence = std::get_if<AtLeast>(&provision.cadence);
  return of_units && cadence != nullptr && provision.force != Force::may &&
         (cadence->times == 1 || cadence->days_apart == 0);
}

// The same, and no rule of another kind may take its place.
bool is_covered(const Provision& provision, const Rulebook& rulebook) {
  const auto takes_it = [&](const Provision& other) {
    const bool is_option = other.force == Force::may;
    return !is_option && !is_frequency(other) && takes_the_place(other, provision);
  };
  const auto all = rulebook.provisions();
  return is_frequency(provision) && std::none_of(all.begin(), all.end(), takes_it);
}

// What a provision asks for, wherever it is in force throughout.
std::optional<Frequency> frequency_of(const Provision& provision, Period period) {
  const AtLeast& cadence = std::get<AtLeast>(provision.cadence);
  Frequency frequency{
      provision.id, provision.activity, static_cast<std::uint32_t>(cadence.times), {}, {}};
  frequency.window_of_day.assign(static_cast<std::size_t>(period.days()), Frequency::none);
  for (const Period window : spans(cadence.per, period)) {
    if (!in_force_throughout(provision, window)) continue;
    const auto number = static_cast<std::int16_t>(frequency.windows.size());
    const auto first = frequency.window_of_day.begin() + (window.begin - period.begin);
    std::fill(first, first + window.days(), number);
    frequency.windows.push_back(window);
  }
  return frequency.windows.empty() ? std::nullopt : std::optional{frequency};
}

// Whom one provision binds, unit by unit, as bearers() does it provision by provision: a nation's
// units are looked at once each.
class Binding {
 public:
  Binding(const Roster& roster, const Provision& provision, Steps& steps) try
      : provision_{&provision}, every_{std::get_if<EveryUnit>(&provision.scope)} {
    if (is_of_unit_alone())
      steps(steps_of(provision, roster));
    else if (every_ == nullptr)
      meant_ = units_of(roster, std::get<TheseUnits>(provision.scope), steps);
    else
      meant_ = units_of(roster, *every_, steps);
  } catch (const std::invalid_argument& error) {
    if (steps.stopped()) throw;
    throw std::invalid_argument{"provision '" + std::string{provision.code} + "': " + error.what()};
  }

  // Whether it looks at nothing but what a unit itself is.
  bool is_of_unit_alone() const { return every_ != nullptr && !every_->has_groups; }

  // What such a one means to a unit that is the same throughout.
  Cohort::State state(const Timeline<Unit>& unchanging, Period period) const {
    if (!fits(*every_, unchanging.history().front().value)) return Cohort::not_bound;
    return exemption_of(*provision_, unchanging, period) ? Cohort::lifted : Cohort::bound;
  }

  // The days on which it binds a unit, and what it means to it in a window.
  Stretches days(UnitId unit, const Timeline<Unit>& history) const {
    if (is_of_unit_alone()) return days_of(*every_, history);
    const auto found = std::ranges::lower_bound(meant_, unit, {}, &MeantUnit::unit);
    return found != meant_.end() && found->unit == unit ? found->days : Stretches{};
  }
  Cohort::State state(const Timeline<Unit>& history, const Stretches& days, Period window) const {
    if (days.part_of(window) != window) return Cohort::not_bound;
    return exemption_of(*provision_, history, window) ? Cohort::lifted : Cohort::bound;
  }

 private:
  const Provision* provision_;
  const EveryUnit* every_;
  std::vector<MeantUnit> meant_;
};

// Sorts the units of a view into cohorts.
class Mustering {
 public:
  Mustering(ProgressState& state, const Roster& roster, const Rulebook& rulebook, Steps& steps)
      : state_{&state}, roster_{&roster}, states_(state.frequencies.size()) {
    for (const Frequency& frequency : state.frequencies)
      bindings_.emplace_back(roster, rulebook[frequency.provision], steps);
    for (std::uint32_t laxer = 0; laxer < states_.size(); ++laxer)
      for (std::uint32_t stricter = 0; stricter < states_.size(); ++stricter)
        if (takes_the_place(rulebook[state.provisions[stricter]],
                            rulebook[state.provisions[laxer]]))
          replaced_.push_back({laxer, stricter});
  }

  void add(UnitId id, std::uint32_t place) {
    const std::optional<Unit> unit = unchanging(id);
    const Timeline<Unit> history =
        unit ? Timeline<Unit>{state_->period, *unit} : roster_->history(id);
    if (unit && replaced_.empty()) {
      for (std::uint32_t i = 0; i < bindings_.size(); ++i)
        states_[i] = bindings_[i].is_of_unit_alone() ? bindings_[i].state(history, state_->period)
                                                     : in_all(id, i, over_time(id, history, i));
    } else {
      std::vector<States> all;
      for (std::uint32_t i = 0; i < bindings_.size(); ++i) all.push_back(over_time(id, history, i));
      for (std::uint32_t i = 0; i < all.size(); ++i)
        states_[i] = in_all(id, i, without_replaced(all, i));
    }
    enter(id, place);
  }

  void make_room(Steps& steps) {
    for (Cohort& cohort : state_->cohorts) cohort.make_room(steps);
    for (const Mark& mark : marks_) {
      const ProgressState::Row at = state_->rows[mark.unit.index];
      Cohort& cohort = state_->cohorts[at.cohort];
      for (const Share& share : cohort.shares())
        if (share.frequency == mark.frequency)
          cohort.mark(at.row, share, state_->frequencies[mark.frequency].times, mark.window,
                      mark.as);
      steps.pause();
    }
  }

 private:
  using States = std::vector<Cohort::State>;  // what a provision means to a unit, by window

  // A rule of a lower layer, and one above it that it takes the place of.
  struct Replaced {
    std::uint32_t laxer;
    std::uint32_t stricter;
  };

  // A unit that is not bound in a window in which others of its cohort are.
  struct Mark {
    UnitId unit;
    std::uint32_t frequency;
    std::uint32_t window;
    MetOn as;
  };

  // The unit, if it is the same on every day of the period.
  std::optional<Unit> unchanging(UnitId id) const {
    const Timelines& units = roster_->columns().units;
    if (units.changes(id.index, state_->period)) return std::nullopt;
    return roster_->at(id, state_->period.begin);
  }

  States over_time(UnitId id, const Timeline<Unit>& history, std::uint32_t frequency) const {
    const Stretches days = bindings_[frequency].days(id, history);
    States states;
    for (const Period window : state_->frequencies[frequency].windows)
      states.push_back(bindings_[frequency].state(history, days, window));
    return states;
  }

  // The same, but for windows in all of which a stricter rule binds the unit: that stands for it.
  States without_replaced(const std::vector<States>& all, std::uint32_t frequency) const {
    States states = all[frequency];
    for (const Replaced& rule : replaced_) {
      if (rule.laxer != frequency) continue;
      const std::vector<Period>& windows = state_->frequencies[rule.stricter].windows;
      for (std::size_t i = 0; i < states.size(); ++i) {
        const Period window = state_->frequencies[frequency].windows[i];
        int days = 0;
        for (std::size_t j = 0; j < windows.size(); ++j)
          if (all[rule.stricter][j] == Cohort::bound && window.contains(windows[j]))
            days += windows[j].days();
        if (days == window.days() && all[frequency][i] == Cohort::bound)
          states[i] = Cohort::not_bound;
      }
    }
    return states;
  }

  // What it means in all windows; if it is not the same, the unit is bound with others, and marked
  // where it is not.
  Cohort::State in_all(UnitId id, std::uint32_t frequency, const States& states) {
    const auto differs = [&](Cohort::State state) { return state != states.front(); };
    if (std::ranges::none_of(states, differs)) return states.front();
    for (std::uint32_t i = 0; i < states.size(); ++i)
      if (states[i] != Cohort::bound)
        marks_.push_back({id, frequency, i, states[i] == Cohort::lifted ? exempted : unbound});
    return Cohort::bound;
  }

  void enter(UnitId id, std::uint32_t place) {
    const auto next = static_cast<std::uint32_t>(state_->cohorts.size());
    const auto [found, is_new] = cohort_of_.emplace(states_, next);
    if (is_new) state_->cohorts.emplace_back(state_->frequencies, states_, state_->period.days());
    state_->rows[id.index] = {found->second, state_->cohorts[found->second].add(place)};
  }

  ProgressState* state_;
  const Roster* roster_;
  std::vector<Binding> bindings_;
  std::vector<Replaced> replaced_;
  std::vector<Cohort::State> states_;  // of the unit at hand
  std::map<std::vector<Cohort::State>, std::uint32_t> cohort_of_;
  std::vector<Mark> marks_;
};

void require_sound(Period period) {
  if (!period.empty() && period.days() <= farthest_day) return;
  throw std::invalid_argument{"found a period of " + std::to_string(period.days()) +
                              " days, from " + to_string(period.begin) + " to " +
                              to_string(period.end) + "; accepted: one of 1 to " +
                              std::to_string(farthest_day)};
}

}  // namespace

ProgressState::ProgressState(const RosterView& view, const Rulebook& rulebook, Period days,
                             const Watch& watch)
    : period{days}, units{view.size()} {
  require_sound(period);
  for (const Provision& provision : rulebook.provisions()) {
    if (!is_covered(provision, rulebook)) continue;
    std::optional<Frequency> frequency = frequency_of(provision, period);
    if (!frequency) continue;
    provisions.push_back(provision.id);
    frequencies.push_back(std::move(*frequency));
  }

  const Roster& roster = view.roster();
  rows.resize(roster.units().size());
  ranges.resize(rows.size());
  std::size_t bindings = 0;
  for (const ProvisionId provision : provisions) bindings += steps_of(rulebook[provision], roster);
  Steps steps{watch, bindings + 2 * units};  // each unit is mustered, and given room
  Mustering mustering{*this, roster, rulebook, steps};
  std::uint32_t place = 0;
  for (const UnitId unit : view.units()) {
    const auto size = static_cast<std::uint32_t>(view.subtree(unit).size());
    ranges[unit.index] = {place, place + size};
    mustering.add(unit, place++);
    steps();
  }
  mustering.make_room(steps);
  steps.finish();
}

ProgressState::ProgressState(const ProgressState& other, Steps& steps)
    : period{other.period},
      units{other.units},
      frequencies{other.frequencies},
      provisions{other.provisions},
      rows{other.rows},
      ranges{other.ranges} {
  cohorts.reserve(other.cohorts.size());
  for (const Cohort& cohort : other.cohorts) cohorts.emplace_back(cohort, steps);
}

void ProgressState::hold_for_several(Row at, Activity activity, std::size_t day) {
  Cohort& cohort = cohorts[at.cohort];
  if (day >= static_cast<std::size_t>(period.days())) return;
  for (const Share& share : cohort.shares_of(activity)) {
    const Frequency& frequency = frequencies[share.frequency];
    const std::int16_t window = frequency.window_of_day[day];
    if (window == Frequency::none) continue;
    cohort.hold(at.row, share, frequency.times, static_cast<std::uint32_t>(window),
                static_cast<MetOn>(day));
  }
}

void ProgressState::hold_for(UnitId unit, Activity activity, Date held_on, Period for_period) {
  const int day = held_on - period.begin;
  if (for_period.empty() || day < -farthest_day || day > farthest_day)
    throw std::invalid_argument{
        "found what was held on " + to_string(held_on) + " for " + to_string(for_period) +
        "; accepted: for one day or more, and on one that is not more than " +
        std::to_string(farthest_day) + " days away from " + to_string(period.begin)};
  if (!period.contains(for_period)) return;

  const auto first = static_cast<std::size_t>(for_period.begin - period.begin);
  const Row at = rows[unit.index];
  Cohort& cohort = cohorts[at.cohort];
  for (const Share& share : cohort.shares_of(activity)) {
    const Frequency& frequency = frequencies[share.frequency];
    const std::int16_t window = frequency.window_of_day[first];
    if (window == Frequency::none) continue;
    const auto number = static_cast<std::uint32_t>(window);
    if (frequency.windows[number].contains(for_period))
      cohort.hold(at.row, share, frequency.times, number, static_cast<MetOn>(day));
  }
}

}  // namespace zhibu

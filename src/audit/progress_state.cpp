// SPDX-License-Identifier: BSL-1.0

#include "audit/progress_state.hpp"

#include <map>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "organization/columns.hpp"
#include "schedule/bearers.hpp"

namespace zhibu {
namespace {

// What is asked of units so many times in every span, and where in force throughout.
std::optional<Quota> quota_of(const Provision& provision, Period period) {
  const bool of_units = std::holds_alternative<EveryUnit>(provision.scope) ||
                        std::holds_alternative<TheseUnits>(provision.scope);
  const AtLeast* const cadence = std::get_if<AtLeast>(&provision.cadence);
  if (!of_units || cadence == nullptr || provision.force == Force::may) return std::nullopt;

  Quota quota{provision.id, provision.activity, static_cast<std::uint32_t>(cadence->times), {}, {}};
  quota.window_of_day.assign(static_cast<std::size_t>(period.days()), Quota::none);
  for (const Period window : spans(cadence->per, period)) {
    if (!in_force_throughout(provision, window)) continue;
    const auto number = static_cast<std::int16_t>(quota.windows.size());
    const auto first = quota.window_of_day.begin() + (window.begin - period.begin);
    std::fill(first, first + window.days(), number);
    quota.windows.push_back(window);
  }
  return quota.windows.empty() ? std::nullopt : std::optional{quota};
}

// Whom one provision binds, unit by unit, as bearers() does it provision by provision.
class Binding {
 public:
  Binding(const Roster& roster, const Provision& provision) try : provision_{&provision} {
    if (const auto* const these = std::get_if<TheseUnits>(&provision.scope))
      these_ = units_of(roster, *these);
  } catch (const std::invalid_argument& error) {
    throw std::invalid_argument{"provision '" + std::string{provision.code} + "': " + error.what()};
  }

  // What it means to a unit that is `first` where a window begins and `last` where it ends.
  Cohort::State state(const Unit& first, const Unit& last) const {
    if (!means(first) || !means(last)) return Cohort::not_bound;
    const bool is_lifted = exemption_of(*provision_, first) || exemption_of(*provision_, last);
    return is_lifted ? Cohort::lifted : Cohort::bound;
  }

 private:
  bool means(const Unit& unit) const {
    if (const auto* const every = std::get_if<EveryUnit>(&provision_->scope))
      return zhibu::means(*every, unit);
    return std::binary_search(these_.begin(), these_.end(), unit.id);
  }

  const Provision* provision_;
  std::vector<UnitId> these_;
};

// Sorts the units of a view into cohorts.
class Mustering {
 public:
  Mustering(ProgressState& state, const Roster& roster, const Rulebook& rulebook)
      : state_{&state}, roster_{&roster}, states_(state.quotas.size()) {
    for (const Quota& quota : state.quotas)
      bindings_.emplace_back(roster, rulebook[quota.provision]);
  }

  void add(UnitId id, std::uint32_t place) {
    if (const std::optional<Unit> unit = unchanging(id)) {
      for (std::size_t i = 0; i < bindings_.size(); ++i)
        states_[i] = bindings_[i].state(*unit, *unit);
      enter(id, place);
      return;
    }
    const Timeline<Unit> history = roster_->history(id);
    std::vector<Mark> marks;
    for (std::size_t i = 0; i < bindings_.size(); ++i) states_[i] = over_time(history, i, marks);
    enter(id, place);
    for (Mark& mark : marks) {
      mark.unit = id;
      marks_.push_back(mark);
    }
  }

  void make_room() {
    for (Cohort& cohort : state_->cohorts) cohort.make_room();
    for (const Mark& mark : marks_) {
      const ProgressState::Row at = state_->rows[mark.unit.index];
      Cohort& cohort = state_->cohorts[at.cohort];
      for (const Share& share : cohort.shares())
        if (share.quota == mark.quota)
          cohort.mark(at.row, share, state_->quotas[mark.quota].times, mark.window, mark.as);
    }
  }

 private:
  // A unit that is not bound in a window in which others of its cohort are.
  struct Mark {
    UnitId unit;
    std::uint32_t quota;
    std::uint32_t window;
    MetOn as;
  };

  // The unit, if it is the same on every day of the period.
  std::optional<Unit> unchanging(UnitId id) const {
    const Timelines& units = roster_->columns().units;
    if (units.changes(id.index, state_->period)) return std::nullopt;
    return roster_->at(id, state_->period.begin);
  }

  // What a provision means to a unit that changes, window by window; and if not the same in all of
  // them, what is to be marked.
  Cohort::State over_time(const Timeline<Unit>& history, std::size_t quota,
                          std::vector<Mark>& marks) const {
    std::vector<Cohort::State> found;
    for (const Period window : state_->quotas[quota].windows) {
      const std::optional<Unit> first = history.at(window.begin);
      const std::optional<Unit> last = history.at(window.last());
      found.push_back(first && last ? bindings_[quota].state(*first, *last) : Cohort::not_bound);
    }
    if (std::count(found.begin(), found.end(), found.front()) ==
        static_cast<std::ptrdiff_t>(found.size()))
      return found.front();
    for (std::uint32_t i = 0; i < found.size(); ++i)
      if (found[i] != Cohort::bound)
        marks.push_back({{},
                         static_cast<std::uint32_t>(quota),
                         i,
                         found[i] == Cohort::lifted ? exempted : unbound});
    return Cohort::bound;
  }

  void enter(UnitId id, std::uint32_t place) {
    const auto next = static_cast<std::uint32_t>(state_->cohorts.size());
    const auto [found, is_new] = cohort_of_.emplace(states_, next);
    if (is_new) state_->cohorts.emplace_back(state_->quotas, states_);
    state_->rows[id.index] = {found->second, state_->cohorts[found->second].add(place)};
  }

  ProgressState* state_;
  const Roster* roster_;
  std::vector<Binding> bindings_;
  std::vector<std::uint8_t> states_;  // of the unit at hand
  std::map<std::vector<std::uint8_t>, std::uint32_t> cohort_of_;
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

ProgressState::ProgressState(const RosterView& view, const Rulebook& rulebook, Period days)
    : period{days}, units{view.size()} {
  require_sound(period);
  for (const Provision& provision : rulebook.provisions())
    if (std::optional<Quota> quota = quota_of(provision, period)) {
      provisions.push_back(provision.id);
      quotas.push_back(std::move(*quota));
    }

  const Roster& roster = view.roster();
  rows.resize(roster.units().size());
  ranges.resize(rows.size());
  Mustering mustering{*this, roster, rulebook};
  std::uint32_t place = 0;
  for (const UnitId unit : view.units()) {
    const auto size = static_cast<std::uint32_t>(view.subtree(unit).size());
    ranges[unit.index] = {place, place + size};
    mustering.add(unit, place++);
  }
  mustering.make_room();
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
    const Quota& quota = quotas[share.quota];
    const std::int16_t window = quota.window_of_day[first];
    if (window == Quota::none) continue;
    const auto number = static_cast<std::uint32_t>(window);
    if (quota.windows[number].contains(for_period))
      cohort.hold(at.row, share, quota.times, number, static_cast<MetOn>(day));
  }
}

}  // namespace zhibu

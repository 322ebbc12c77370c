// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/progress.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

#include "audit/progress_state.hpp"

namespace zhibu {
namespace {

constexpr std::size_t rows_at_once = std::size_t{1} << 23;
constexpr std::size_t no_column = std::numeric_limits<std::size_t>::max();

void require_threads(int threads) {
  if (threads < 1)
    throw std::invalid_argument{"found " + std::to_string(threads) +
                                " threads; accepted: 1 or more"};
}

}  // namespace

std::int64_t ProgressTally::owed() const {
  return std::accumulate(standing.begin(), standing.end(), std::int64_t{0}) -
         count(Standing::not_applicable);
}

Progress::Progress(const RosterView& view, const Rulebook& rulebook, Period period,
                   const Watch& watch)
    : state_{std::make_unique<ProgressState>(view, rulebook, period, watch)} {}

Progress::Progress(const Progress& other)
    : state_{std::make_unique<ProgressState>(*other.state_)} {}
Progress::Progress(Progress&& other) noexcept = default;
Progress& Progress::operator=(const Progress& other) {
  if (state_)
    *state_ = *other.state_;  // into the memory that it has
  else
    state_ = std::make_unique<ProgressState>(*other.state_);
  return *this;
}
Progress& Progress::operator=(Progress&& other) noexcept = default;
Progress::~Progress() = default;

std::span<const ProvisionId> Progress::provisions() const { return state_->provisions; }

void Progress::hold(UnitId unit, Activity activity, Date held_on,
                    std::optional<Period> for_period) {
  state_->require(unit, no_column);
  if (for_period) return state_->hold_for(unit, activity, held_on, *for_period);
  state_->hold(unit.index, activity, state_->day_of(held_on));
}

void Progress::hold_all(const HeldColumns& held, int threads, const Watch& watch) {
  require_threads(threads);
  Steps steps{watch, ProgressState::passes * held.units.size() + state_->units};
  state_->require(held, threads, steps);
  if (!watch || held.units.size() <= rows_at_once) {
    steps.finish();  // what follows takes no time, and cannot be stopped
    Steps unwatched;
    return state_->hold(held, threads, unwatched);
  }
  auto copy = std::make_unique<ProgressState>(*state_, steps);
  copy->hold(held, threads, steps);
  steps.finish();
  state_ = std::move(copy);
}

void Progress::clear(UnitId unit) {
  state_->require(unit, no_column);
  const ProgressState::Row at = state_->rows[unit.index];
  state_->cohorts[at.cohort].clear(at.row);
}

std::vector<ProgressTally> Progress::roll_up(std::span<const UnitId> tops, Date as_of, int threads,
                                             const Watch& watch) const {
  require_threads(threads);
  for (std::size_t i = 0; i < tops.size(); ++i) state_->require(tops[i], i);
  return state_->roll_up(tops, as_of, threads, watch);
}

std::vector<std::int64_t> Progress::count(ProvisionId provision, Standing standing,
                                          Date as_of) const {
  const auto found = std::ranges::find(state_->provisions, provision);
  if (found == state_->provisions.end())
    throw std::invalid_argument{"found the provision number " + std::to_string(provision.index) +
                                "; accepted: one of the " +
                                std::to_string(state_->provisions.size()) +
                                " that provisions() names"};
  return state_->count(static_cast<std::size_t>(found - state_->provisions.begin()), standing,
                       as_of);
}

}  // namespace zhibu

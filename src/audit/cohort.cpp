// SPDX-License-Identifier: BSL-1.0

#include "audit/cohort.hpp"

namespace zhibu {

Cohort::Cohort(std::span<const Frequency> frequencies, std::span<const State> states, int days)
    : days_of_period_{static_cast<std::size_t>(days)} {
  for (std::uint32_t i = 0; i < frequencies.size(); ++i) {
    if (states[i] == not_bound) continue;
    const auto windows = static_cast<std::uint32_t>(frequencies[i].windows.size());
    const auto first = static_cast<std::uint32_t>(columns_);
    shares_.push_back({i, states[i] == lifted, first, first + windows});
    if (states[i] == bound) columns_ += std::size_t{windows} * frequencies[i].times;
  }

  for (std::size_t activity = 0; activity < activities; ++activity) {
    for (const Share& share : shares_)
      if (!share.lifted && frequencies[share.frequency].activity == static_cast<Activity>(activity))
        by_activity_.push_back(share);
    first_[activity + 1] = static_cast<std::uint16_t>(by_activity_.size());
  }
  ++columns_;  // for what nobody asks for
  make_table(frequencies);
}

Cohort::Cohort(const Cohort& other, Steps& steps)
    : shares_{other.shares_},
      by_activity_{other.by_activity_},
      first_{other.first_},
      column_{other.column_},
      days_of_period_{other.days_of_period_},
      columns_{other.columns_},
      places_{other.places_},
      mixed_{other.mixed_} {
  days_.reserve(other.days_.size());
  const auto of_a_block = static_cast<std::ptrdiff_t>(columns_ * block);
  for (auto at = other.days_.begin(); at != other.days_.end(); at += of_a_block) {
    days_.insert(days_.end(), at, at + of_a_block);
    steps(block);
  }
}

void Cohort::make_table(std::span<const Frequency> frequencies) {
  column_.assign(activities * (days_of_period_ + 1), columns_ > several ? several : unasked());
  for (std::size_t activity = 0; activity < activities; ++activity) {
    const std::span<const Share> shares = shares_of(static_cast<Activity>(activity));
    const auto first =
        column_.begin() + static_cast<std::ptrdiff_t>(activity * (days_of_period_ + 1));
    if (shares.size() > 1 || columns_ > several) std::fill_n(first, days_of_period_, several);
    if (shares.size() != 1 || columns_ > several) continue;
    const Frequency& frequency = frequencies[shares.front().frequency];
    for (std::size_t day = 0; day < days_of_period_; ++day)
      if (const std::int16_t window = frequency.window_of_day[day]; window != Frequency::none)
        first[static_cast<std::ptrdiff_t>(day)] =
            frequency.times > 1 ? several
                                : static_cast<std::uint16_t>(shares.front().last_times +
                                                             static_cast<std::uint32_t>(window));
  }
}

std::uint32_t Cohort::add(std::uint32_t place) {
  places_.push_back(place);
  return static_cast<std::uint32_t>(places_.size() - 1);
}

void Cohort::make_room(Steps& steps) {
  const std::size_t blocks = (rows() + block - 1) / block;
  mixed_.assign(blocks, 0);
  days_.reserve(blocks * columns_ * block);
  for (std::size_t i = 0; i < blocks; ++i) {
    days_.resize(days_.size() + columns_ * block, unmet);
    steps(std::min(block, rows() - i * block));
  }
}

std::pair<std::size_t, std::size_t> Cohort::rows_of(std::uint32_t begin, std::uint32_t end) const {
  const auto first = std::lower_bound(places_.begin(), places_.end(), begin);
  const auto last = std::lower_bound(first, places_.end(), end);
  return {static_cast<std::size_t>(first - places_.begin()),
          static_cast<std::size_t>(last - places_.begin())};
}

void Cohort::mark(std::uint32_t row, const Share& share, std::uint32_t times, std::uint32_t window,
                  MetOn as) {
  MetOn* const days = days_.data() + row / block * columns_ * block + row % block;
  days[(share.last_times + window) * block] = as;
  for (std::uint32_t i = 0; i + 1 < times; ++i)
    days[(share.earlier_times + window * (times - 1) + i) * block] = as;
  mixed_[row / block] = 1;
}

void Cohort::clear(std::uint32_t row) {
  MetOn* const days = days_.data() + row / block * columns_ * block + row % block;
  for (std::size_t column = 0; column < columns_; ++column) {
    MetOn& day = days[column * block];
    if (day > exempted) day = unmet;
  }
}

}  // namespace zhibu

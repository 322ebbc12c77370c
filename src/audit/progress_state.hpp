// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "audit/cohort.hpp"
#include "steps.hpp"
#include "zhibu/audit/progress.hpp"

namespace zhibu {

// What a Progress knows, and who reads and changes it.
struct ProgressState {
  // Where a unit of the roster has its days. `nowhere` if it did not stand in the view.
  struct Row {
    std::uint32_t cohort = nowhere;
    std::uint32_t row = 0;
  };
  // From the place of a unit to the end of its subtree.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  static constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

  ProgressState(const RosterView& view, const Rulebook& rulebook, Period period,
                const Watch& watch);

  // A copy; each of the units is a step.
  ProgressState(const ProgressState& other, Steps& steps);

  // Throws std::invalid_argument, with `what` and the number, if the unit did not stand in the
  // view.
  void require(UnitId unit, std::size_t row_of_column) const;
  bool stands(UnitId unit) const {
    return unit.index < rows.size() && rows[unit.index].cohort != nowhere;
  }

  // It was held once more, for the window of its day. A day is counted from the first one of the
  // period; whatever is not of the period, from its end on, counts for nothing.
  void hold(std::uint32_t unit, Activity activity, std::uint32_t day) {
    const Row at = rows[unit];
    Cohort& cohort = cohorts[at.cohort];
    const std::uint16_t column = cohort.column(activity, day);
    if (column == Cohort::several)
      hold_for_several(at, activity, day);
    else
      cohort.hold(at.row, column, static_cast<MetOn>(day));
  }
  void hold_for_several(Row at, Activity activity, std::size_t day);
  std::uint32_t day_of(Date held_on) const {  // what is before the first one is beyond the last
    const auto first = static_cast<std::uint32_t>(period.begin.serial());
    return std::min(static_cast<std::uint32_t>(held_on.serial()) - first,
                    static_cast<std::uint32_t>(period.days()));
  }
  void hold_for(UnitId unit, Activity activity, Date held_on, Period for_period);

  // Throws std::invalid_argument where the columns are not what hold() takes.
  void require(const HeldColumns& held, int threads, Steps& steps) const;
  void hold(const HeldColumns& held, int threads, Steps& steps);
  static constexpr std::size_t passes = 6;  // of both together over the rows, at most

  std::vector<ProgressTally> roll_up(std::span<const UnitId> tops, Date as_of, int threads,
                                     const Watch& watch) const;
  std::vector<std::int64_t> count(std::size_t frequency, Standing standing, Date as_of) const;

  Period period;
  std::size_t units = 0;  // that stand in the view
  std::vector<Frequency> frequencies;
  std::vector<ProvisionId> provisions;  // of the frequencies
  std::vector<Cohort> cohorts;
  Values<Row> rows;      // of each unit of the roster
  Values<Range> ranges;  // the same
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "organization/columns.hpp"
#include "organization/event_rows.hpp"

namespace zhibu {

// The events of a roster as lines of events.csv. What an event changed is told as it came to stand
// on that day, so that entered by day, whatever the order in which they were, they come to the
// same.
class EventLines {
 public:
  using Line = std::array<std::string, std::size(event_columns)>;

  explicit EventLines(const Roster& roster);

  // Whether it is an event that ends the unit, and not a day that was known at its founding.
  bool tell_the_end_of(UnitId unit) const { return ending_[unit.index].has_value(); }

  // What of `days` the unit stands, where an event tells that it ends.
  Period days_of(UnitId unit, Period days) const;

  // Calls `act` with each line.
  template <class Act>
  void each(Act act) const {
    for (const Event& event : roster_->events()) {
      if (!happens(event)) continue;
      act(line(event));
      if (event.kind == EventKind::split && event.other && !ends(event))
        act(line_of_the_unit(event));
    }
  }

 private:
  bool happens(const Event& event) const;
  bool ends(const Event& event) const;
  Line line(const Event& event) const;
  Line line_of_the_unit(const Event& split) const;

  const Roster* roster_;
  std::vector<std::optional<EventId>> ending_;  // of each unit: the event that ended it
};

}  // namespace zhibu

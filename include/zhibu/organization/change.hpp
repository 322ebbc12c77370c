// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// In what the organizations and persons of a roster may differ from one day to another.
enum class ChangeKind : std::uint8_t {
  unit_began,
  unit_ended,
  unit_name,
  unit_kind,
  unit_parent,
  unit_other,        // a flag, the committee, the field
  home_membership,   // of a person: from one unit to another, or from or to none
  other_membership,  // of a person in a unit: an activity or a care began or ended
  appointment,       // of a person to a post: it began or ended
  cluster_membership,
};

template <>
ZHIBU_EXPORT std::span<const Name<ChangeKind>> names();

// One difference: on what day, in what, of whom, from what to what, and the event that made it.
struct Change {
  Date on;
  ChangeKind kind = ChangeKind::unit_name;
  Bearer subject;
  std::string before;  // names, kinds or codes as people read them; "" where there was none
  std::string after;
  std::optional<EventId> event;
  friend bool operator==(const Change&, const Change&) = default;
};

// What changed from the end of the day before `days` to the end of its last day, by day and then by
// kind and subject; every step of it, also one that a later step took back.
ZHIBU_EXPORT std::vector<Change> changes(const Roster& roster, Period days,
                                         const Watch& watch = {});

}  // namespace zhibu

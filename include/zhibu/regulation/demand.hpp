// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/unit.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/dues.hpp"
#include "zhibu/regulation/milestone.hpp"
#include "zhibu/regulation/office.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// What a requirement demands of units and of persons; what it demands of offices stands in
// office.hpp, and of dues in dues.hpp. Data and not a predicate, so that it can be stored, printed
// and compared; check() is what reads it.

// What is counted of a unit. The members of its groups are its own; so are those of the branches
// under a general branch or a committee.
enum class Measure : std::uint8_t {
  members,         // 党员: home members, probationary ones included
  full_members,    // 正式党员
  workplaces,      // 覆盖单位
  committee_size,  // 委员: persons who hold a post there, other than leading a group
  groups,          // 党小组
};

template <>
ZHIBU_EXPORT std::span<const Name<Measure>> names();

// A count within bounds, both included, of which at least one is there.
struct Within {
  Measure measure = Measure::members;
  std::optional<int> least = {};
  std::optional<int> most = {};
  friend bool operator==(const Within&, const Within&) = default;
};

// The count lies within bounds, wherever `when` holds. Beyond `most` some texts name the number
// that is not to be passed either: 由3至5人组成，一般不超过7人.
struct Bounds {
  Within within;
  std::optional<int> utmost = {};
  std::optional<Within> when = {};
  friend bool operator==(const Bounds&, const Bounds&) = default;
};

// The branch has a committee of its own, or has none, wherever `when` holds.
struct OwnCommittee {
  bool wanted = true;
  Within when;
  friend bool operator==(const OwnCommittee&, const OwnCommittee&) = default;
};

// A unit of `kind` stands under one of these, or at the top of the roster.
struct Placement {
  UnitKind kind = UnitKind::branch;
  std::vector<UnitKind> under;
  bool top = true;
  friend bool operator==(const Placement&, const Placement&) = default;
};
struct Placements {
  std::vector<Placement> table;  // kinds that are not in it may stand anywhere
  friend bool operator==(const Placements&, const Placements&) = default;
};

// The unit ends with the body that it served: with the last of its workplaces.
struct LapsesWithWorkplace {
  friend bool operator==(const LapsesWithWorkplace&, const LapsesWithWorkplace&) = default;
};

// The unit has a venue (阵地) of its own for that purpose, or for any where none is named.
struct HasVenue {
  std::string purpose = {};  // "活动", as the roster has it
  friend bool operator==(const HasVenue&, const HasVenue&) = default;
};

// Nothing is demanded: that there is such a unit is worth a note.
struct Noted {
  friend bool operator==(const Noted&, const Noted&) = default;
};

// Of persons: a member has a home branch on every day; and a cadre joined the revolution by a day.
struct HomeBranch {
  friend bool operator==(const HomeBranch&, const HomeBranch&) = default;
};
struct JoinedRevolutionBy {
  Date day;
  friend bool operator==(const JoinedRevolutionBy&, const JoinedRevolutionBy&) = default;
};

// Of persons: from one milestone to a later one pass at least, or at most, so many months.
struct MonthsBetween {
  Milestone from = Milestone::admitted;
  Milestone to = Milestone::full_member;
  std::optional<int> least = {};
  std::optional<int> most = {};
  friend bool operator==(const MonthsBetween&, const MonthsBetween&) = default;
};

// Of meetings: one of this kind counts only where such a share of those due was present. audit() is
// what reads it, and not check().
struct MeetingQuorum {
  Activity activity = Activity::members_meeting;
  Ratio ratio;
  friend bool operator==(const MeetingQuorum&, const MeetingQuorum&) = default;
};

using Demand = std::variant<Bounds, OwnCommittee, Placements, LapsesWithWorkplace, Noted, PostsKept,
                            SeatsTaken, HolderStanding, HolderElectable, HoldersAppointed,
                            NoElection, ResultApproved, TermLength, TermReminder, ElectedWhenDue,
                            TermShift, CandidateSurplus, ElectionQuorum, ElectionMajority,
                            MeetingQuorum, HomeBranch, JoinedRevolutionBy, MonthsBetween, HasVenue,
                            DuesRate, DuesBegin, DuesEvery, DuesCatchUp, DuesUnpaid>;

}  // namespace zhibu

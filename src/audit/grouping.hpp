// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "zhibu/audit/rollup.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

// A group that findings fall into: its number in its collection, or the number of its month or
// quarter; or none.
using Group = std::optional<std::uint32_t>;

// What stands over a tally: see Tally.
struct Heading {
  std::string code;
  std::string name;
};

// How the findings of one audit fall into groups.
class Grouping {
 public:
  Grouping(const Findings& findings, const Roster& roster, By by);

  // Obligations of the same key fall into the same groups.
  std::uint64_t key(const Obligation& obligation) const;

  // The groups that it counts in: one, or by tree the unit and all above it.
  std::vector<Group> groups(const Obligation& obligation) const;

  // A tally of nothing, with the code and the name of the group.
  Tally tally(Group group) const;

  // What the tallies are in the order of.
  std::uint64_t rank(Group group) const;

 private:
  bool is_by_place() const;
  Group number(const Obligation& obligation) const;
  Group place(std::optional<UnitId> unit, Date day) const;
  std::vector<Group> line_of(UnitId unit, Date day) const;
  Group cluster(std::optional<UnitId> unit, Date day) const;
  Group workplace(std::optional<UnitId> unit, Date day) const;
  Date day_of(const Obligation& obligation) const;
  Heading heading(std::uint32_t group) const;
  template <class Id>
  Heading that_day(Id id) const;
  Heading heading_of_none() const;

  const Findings* findings_;
  const Roster* roster_;
  By by_;
  std::vector<std::uint32_t> place_in_order_;  // of each unit of the roster, in that order
};

}  // namespace zhibu

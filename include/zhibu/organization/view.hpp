// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/organization/filter.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The organizations of a roster as they stand on one day, in depth-first order: every unit before
// those under it, so that a subtree is a range.
//
//   const RosterView view = roster.as_of(Date{2017, 9, 30});
//   const UnitId top = view.unit("YS-GW").id;
//   view.subtree(top).size();
//   view.roll_up(view.count_members({}))[view.place(top)];  // members of all its branches, each
//   once
//
// A view is immutable. It looks into its roster, which must outlive it; once that is changed,
// every question but is_within() throws std::invalid_argument, and the view is to be taken anew.
// Where it covers only what stands under one unit, all others do not stand in it. A unit that does
// not is refused, with its code.
class ZHIBU_EXPORT RosterView {
 public:
  RosterView(const Roster& roster, Date day, std::optional<UnitId> top);

  Date day() const { return day_; }
  const Roster& roster() const { return *roster_; }

  // All units, depth first; those without a parent, and the children of each, in the order in which
  // they came there.
  std::span<const UnitId> units() const;
  std::size_t size() const { return units().size(); }

  // Whether `unit` stands in this view, and where in units().
  bool contains(UnitId unit) const;
  std::size_t place(UnitId unit) const;

  // The unit as it stands on the day, by handle or by code; and a person, as the roster has them.
  Unit operator[](UnitId unit) const;
  Person operator[](PersonId person) const;
  Unit unit(std::string_view code) const;

  // The tree: those directly under `unit`, those above it from its parent up, and `unit` with all
  // under it. is_within takes two comparisons, and does not look into the roster.
  std::vector<UnitId> children(UnitId unit) const;
  std::vector<UnitId> ancestors(UnitId unit) const;
  std::span<const UnitId> subtree(UnitId unit) const;
  bool is_within(UnitId unit, UnitId top) const {
    if (!stands(unit) || !stands(top)) refuse(stands(unit) ? top : unit);
    return ranges_[top.index].begin <= ranges_[unit.index].begin &&
           ranges_[unit.index].begin < ranges_[top.index].end;
  }

  // Persons who belong to `unit` in that way; and the home members of `top` and all under it, each
  // once.
  std::vector<PersonId> members(UnitId unit, MembershipKind kind = MembershipKind::home) const;
  std::vector<PersonId> members_within(UnitId top) const;

  // The home members of `unit` who may vote and be elected: full members whose rights are not
  // suspended (中国共产党基层组织选举工作条例, article 5).
  std::vector<PersonId> voters(UnitId unit) const;

  // Who holds a post; the posts of `unit` with a free seat; the posts of a person.
  std::vector<Appointment> holders(PostId post) const;
  std::vector<PostId> vacancies(UnitId unit) const;
  std::vector<Appointment> posts_of(PersonId person) const;

  std::optional<ClusterId> cluster_of(UnitId unit) const;
  std::optional<Cluster> cluster(std::string_view code) const;
  std::vector<WorkplaceId> workplaces(UnitId unit) const;

  // The rows of a relation that last on the day.
  template <class Relation>
  std::vector<Relation> all() const;

  // For each unit, in the order of units(): 1 if the filter takes it, else 0; and how many of its
  // home members the filter takes. An activity membership counts nowhere.
  std::vector<std::int64_t> count_units(const UnitFilter& filter) const;
  std::vector<std::int64_t> count_members(const MemberFilter& filter,
                                          const Watch& watch = {}) const;

  // Adds up over the tree: for each unit, in the order of units(), the sum of `own` over it and all
  // under it. Throws std::invalid_argument unless there is a number for each unit.
  std::vector<std::int64_t> roll_up(std::span<const std::int64_t> own) const;

 private:
  // From the place of a unit to the end of its subtree; empty where it does not stand.
  struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  bool stands(UnitId unit) const {
    return unit.index < ranges_.size() && ranges_[unit.index].begin < ranges_[unit.index].end;
  }
  [[noreturn]] void refuse(UnitId unit) const;
  void require_current() const;
  Range require(UnitId unit) const;

  const Roster* roster_;
  std::uint64_t version_;
  Date day_;
  std::vector<UnitId> units_;
  std::vector<std::uint32_t> parent_;  // of each place: the place of its parent, or none
  std::vector<Range> ranges_;          // of each unit of the roster
};

}  // namespace zhibu

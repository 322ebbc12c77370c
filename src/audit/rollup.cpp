// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/rollup.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <optional>
#include <string_view>
#include <utility>

namespace zhibu {

template <>
std::span<const Name<By>> names() {
  static constexpr Name<By> all[] = {
      {By::cluster, "cluster", "片组", "cluster"},
      {By::unit, "unit", "党组织", "unit"},
      {By::rule, "rule", "条款", "rule"},
      {By::activity, "activity", "活动", "activity"},
  };
  return all;
}

int Tally::owed() const {
  return std::accumulate(standing.begin(), standing.end(), 0) - count(Standing::not_applicable);
}

namespace {

using Group = std::uint32_t;  // its number in its collection
using Counts = decltype(Tally::standing);

std::optional<UnitId> where(const Obligation& o) {
  const UnitId* unit = std::get_if<UnitId>(&o.bearer);
  return unit ? std::optional{*unit} : o.at;
}

template <class I>
std::optional<Group> number(std::optional<I> id) {
  return id ? std::optional{id->index} : std::nullopt;
}

// The groups that findings fall into.
class Grouping {
 public:
  Grouping(const Findings& findings, const Roster& roster, By by)
      : findings_{&findings}, roster_{&roster}, by_{by} {}

  std::optional<Group> of(const Obligation& o) const {
    switch (by_) {
      case By::cluster:
        return cluster(where(o), std::min(o.window.last(), findings_->as_of()));
      case By::unit:
        return number(where(o));
      case By::rule:
        return o.provision.index;
      case By::activity:
        break;
    }
    return static_cast<Group>(o.activity);
  }

  Tally tally(std::optional<Group> group, const Counts& standing) const {
    const auto [code, name] = group ? heading(*group) : no_group();
    return {.code = std::string{code}, .name = std::string{name}, .standing = standing};
  }

 private:
  using Heading = std::pair<std::string_view, std::string_view>;

  template <class Thing>
  static Heading of_thing(const Thing& thing) {
    return {thing.code, thing.name};
  }

  // Of the unit, or of the nearest above it that is in one: a Party group has its branch's.
  // All as it stood when the window closed, or as of the findings: what was moved since keeps its
  // place.
  std::optional<Group> cluster(std::optional<UnitId> unit, Date day) const {
    while (unit) {
      if (const auto found = roster_->cluster_of(*unit, day)) return found->index;
      const std::optional<Unit> stands = roster_->at(*unit, day);
      unit = stands ? stands->parent : std::nullopt;
    }
    return std::nullopt;
  }

  Heading heading(Group group) const {
    switch (by_) {
      case By::cluster:
        return of_thing((*roster_)[ClusterId{group}]);
      case By::unit:
        return of_thing((*roster_)[UnitId{group}]);
      case By::rule:
        return of_thing(findings_->obligations().rulebook()[ProvisionId{group}]);
      case By::activity:
        break;
    }
    const auto activity = static_cast<Activity>(group);
    return {key(activity), label(activity)};
  }

  Heading no_group() const { return {"", by_ == By::cluster ? "不在片组" : "无所属党组织"}; }

  const Findings* findings_;
  const Roster* roster_;
  By by_;
};

struct NoneLast {
  bool operator()(std::optional<Group> a, std::optional<Group> b) const {
    return a && (!b || *a < *b);
  }
};

}  // namespace

std::vector<Tally> rollup(const Findings& findings, const Roster& roster, By by) {
  const Grouping grouping{findings, roster, by};
  std::map<std::optional<Group>, Counts, NoneLast> counts;
  for (const Finding& f : findings)
    ++counts[grouping.of(f.obligation)][static_cast<std::size_t>(f.standing)];

  std::vector<Tally> tallies;
  for (const auto& [group, standing] : counts) tallies.push_back(grouping.tally(group, standing));
  return tallies;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/rollup.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <unordered_map>

#include "grouping.hpp"

namespace zhibu {

template <>
std::span<const Name<By>> names() {
  static constexpr Name<By> all[] = {
      {By::tree, "tree", "党组织及下级", "unit with all under it"},
      {By::cluster, "cluster", "片组", "cluster"},
      {By::workplace, "workplace", "所在单位", "workplace"},
      {By::unit, "unit", "党组织", "unit"},
      {By::rule, "rule", "条款", "rule"},
      {By::activity, "activity", "活动", "activity"},
      {By::month, "month", "月份", "month"},
      {By::quarter, "quarter", "季度", "quarter"},
  };
  return all;
}

int Tally::owed() const {
  return std::accumulate(standing.begin(), standing.end(), 0) - count(Standing::not_applicable);
}

namespace {

// Counts, and asks once only where obligations of one key belong.
class Counting {
 public:
  explicit Counting(const Grouping& grouping) : grouping_{&grouping} {}

  void add(const Finding& finding) {
    const auto [found, is_new] = places_of_.try_emplace(grouping_->key(finding.obligation));
    if (is_new)
      for (const Group group : grouping_->groups(finding.obligation))
        found->second.push_back(place(group));
    for (const std::size_t at : found->second)
      ++counts_[at][static_cast<std::size_t>(finding.standing)];
  }

  std::vector<Tally> tallies() const {
    std::vector<std::pair<Group, std::size_t>> order{place_of_.begin(), place_of_.end()};
    std::ranges::sort(order, {}, [&](const auto& one) { return grouping_->rank(one.first); });
    std::vector<Tally> tallies;
    for (const auto& [group, at] : order) {
      tallies.push_back(grouping_->tally(group));
      tallies.back().standing = counts_[at];
    }
    return tallies;
  }

 private:
  std::size_t place(Group group) {
    const auto [found, is_new] = place_of_.try_emplace(group, counts_.size());
    if (is_new) counts_.emplace_back();
    return found->second;
  }

  const Grouping* grouping_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> places_of_;  // of a key
  std::map<Group, std::size_t> place_of_;                                  // in counts_
  std::vector<decltype(Tally::standing)> counts_;
};

}  // namespace

std::vector<Tally> rollup(const Findings& findings, const Roster& roster, By by) {
  const Grouping grouping{findings, roster, by};
  Counting counting{grouping};
  for (const Finding& f : findings) counting.add(f);
  return counting.tallies();
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "organization/table_rows.hpp"

#include <cstdint>

namespace zhibu {

Founded<UnitState> TableRows::unit(UnitId unit) const {
  const Timeline<Timelines::Number> timeline = columns_->units[unit.index];
  Period standing = columns_->standing(unit);
  if (events_.tell_the_end_of(unit)) standing.end = Date::last();
  return {columns_->code(unit),
          columns_->unit_states.row(timeline.history()[0].value, columns_->texts), standing};
}

std::vector<Founded<UnitState>> TableRows::units() const {
  std::vector<Founded<UnitState>> units;
  each_unit([&](const Founded<UnitState>& unit) { units.push_back(unit); });
  return units;
}

std::vector<Founded<ClusterState>> TableRows::clusters() const {
  std::vector<Founded<ClusterState>> clusters;
  for (std::uint32_t i = 0; i < columns_->clusters.size(); ++i) {
    const Timeline<Timelines::Number> timeline = columns_->clusters[i];
    clusters.push_back({columns_->code(ClusterId{i}),
                        columns_->cluster_states.row(timeline.history()[0].value, columns_->texts),
                        columns_->standing(ClusterId{i})});
  }
  return clusters;
}

std::vector<ClusterLead> TableRows::leads() const {
  std::vector<ClusterLead> leads;
  for (std::uint32_t i = 0; i < columns_->clusters.size(); ++i) {
    const Timeline<Timelines::Number> timeline = columns_->clusters[i];
    for (const auto& [period, row] : timeline.history()) {
      if (period.begin == timeline.history()[0].period.begin) continue;
      const ClusterState state = columns_->cluster_states.row(row, columns_->texts);
      leads.push_back({ClusterId{i}, state.lead, state.deputy, period.begin});
    }
  }
  return leads;
}

}  // namespace zhibu

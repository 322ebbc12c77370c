// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/view_arrow.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "organization/roster_table.hpp"

namespace zhibu {

namespace {

struct UnitOfView {
  std::string_view code;
  UnitState state;
  std::optional<ClusterId> cluster;
  std::int32_t depth = 0;
  std::int64_t members = 0;
  std::int64_t members_within = 0;
};

// A unit stands behind all above it.
void set_depths(std::vector<UnitOfView>& rows, const RosterView& view) {
  for (UnitOfView& row : rows) {
    const std::optional<UnitId> parent = row.state.parent;
    if (parent && view.contains(*parent)) row.depth = rows[view.place(*parent)].depth + 1;
  }
}

std::vector<UnitOfView> rows_of(const RosterView& view) {
  const RosterColumns& columns = view.roster().columns();
  const std::vector<std::int64_t> members = view.count_members({});
  const std::vector<std::int64_t> within = view.roll_up(members);
  std::vector<UnitOfView> rows;
  rows.reserve(view.size());
  for (const UnitId unit : view.units()) {
    const std::size_t place = rows.size();
    const Timelines::Number state = *columns.units.at(unit.index, view.day());
    rows.push_back({.code = columns.code(unit),
                    .state = columns.unit_states.row(state, columns.texts),
                    .cluster = view.cluster_of(unit),
                    .members = members[place],
                    .members_within = within[place]});
  }
  set_depths(rows, view);
  return rows;
}

}  // namespace

ArrowArrayStream to_arrow(const RosterView& view, std::any owner) {
  RosterTable table{view.roster()};
  const ArrowFields fields = table.of(view.size());
  const auto row = kept_rows(rows_of(view));
  fields.add("code", [row](std::size_t i) { return row(i).code; });
  fields.add_fields<UnitState>([row](std::size_t i) -> const UnitState& { return row(i).state; });
  fields.add("cluster", [row](std::size_t i) { return row(i).cluster; });
  fields.add("depth", [row](std::size_t i) { return row(i).depth; });
  fields.add("members", [row](std::size_t i) { return row(i).members; });
  fields.add("members_within", [row](std::size_t i) { return row(i).members_within; });
  return stream_of(view.roster(), table.finish(), std::move(owner));
}

}  // namespace zhibu

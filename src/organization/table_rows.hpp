// SPDX-License-Identifier: BSL-1.0
//
// The rows by which tables tell a roster, whatever the tables are written in: units and clusters as
// they were founded, then what happened since.

#pragma once

#include <string_view>
#include <vector>

#include "organization/columns.hpp"
#include "organization/event_lines.hpp"

namespace zhibu {

// A unit or a cluster as it was founded.
template <class State>
struct Founded {
  std::string_view code;
  State state;
  Period standing;  // without an end that an event tells
};

// By whom a cluster is led from a day on.
struct ClusterLead {
  ClusterId cluster;
  UnitId lead;
  UnitId deputy;
  Date on;
};

// The roster must outlive it.
class TableRows {
 public:
  explicit TableRows(const Roster& roster)
      : roster_{&roster}, columns_{&roster.columns()}, events_{roster} {}

  std::vector<Founded<UnitState>> units() const;
  std::vector<Founded<ClusterState>> clusters() const;
  std::vector<ClusterLead> leads() const;
  const EventLines& events() const { return events_; }

  // The rows of any other table. Where an event tells the end of a unit, it is their end too; who
  // was nothing on a day on which the unit stood is left out.
  template <class Row>
  std::vector<Row> all() const {
    std::vector<Row> rows;
    if constexpr (requires(Row row) { row.id; }) {
      for (std::uint32_t i = 0; i < columns_->relation<Row>().rows.size(); ++i)
        rows.push_back(columns_->row<Row>(i));
    } else {
      for (Row row : roster_->all<Row>())
        if (limit(row)) rows.push_back(row);
    }
    return rows;
  }

 private:
  template <class Row>
  bool limit(Row& row) const {
    if constexpr (requires { row.period; }) {
      if constexpr (requires { row.unit; }) row.period = events_.days_of(row.unit, row.period);
      if constexpr (requires { row.post; })
        row.period = events_.days_of((*roster_)[row.post].unit, row.period);
      return !row.period.empty();
    }
    return true;
  }

  const Roster* roster_;
  const RosterColumns* columns_;
  EventLines events_;
};

}  // namespace zhibu

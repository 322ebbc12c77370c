// SPDX-License-Identifier: BSL-1.0
//
// The rows by which tables tell a roster, whatever the tables are written in: units and clusters as
// they were founded, then what happened since.

#pragma once

#include <cstdint>
#include <string_view>
#include <type_traits>
#include <vector>

#include "organization/columns.hpp"
#include "organization/event_lines.hpp"
#include "steps.hpp"

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

  template <class Act>
  void each_unit(Act act) const {
    for (std::uint32_t i = 0; i < columns_->units.size(); ++i) act(unit(UnitId{i}));
  }
  std::vector<Founded<UnitState>> units() const;
  std::vector<Founded<ClusterState>> clusters() const;
  std::vector<ClusterLead> leads() const;
  const EventLines& events() const { return events_; }

  // Calls `act` with each row of any other table, and tells `steps` of those that were looked at.
  // Where an event tells the end of a unit, it is their end too; who was nothing on a day on which
  // the unit stood is left out.
  template <class Row, class Act>
  void each(Act act, Steps& steps) const {
    const auto limited = [&](Row row) {
      if (limit(row)) act(row);
    };
    if constexpr (std::is_same_v<Row, Membership>)
      for (std::uint32_t person = 0; person < columns_->persons.size(); ++person) {
        columns_->homes.each(person, [&](Period period, Timelines::Number unit) {
          limited({PersonId{person}, UnitId{unit}, MembershipKind::home, period});
        });
        steps();
      }
    for (std::uint32_t i = 0; i < columns_->relation<Row>().rows.size(); ++i) {
      limited(columns_->row<Row>(i));
      steps();
    }
  }

  template <class Row>
  std::vector<Row> all() const {
    std::vector<Row> rows;
    Steps steps;
    each<Row>([&](const Row& row) { rows.push_back(row); }, steps);
    return rows;
  }

 private:
  Founded<UnitState> unit(UnitId unit) const;

  // Whether anything of the row is left.
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

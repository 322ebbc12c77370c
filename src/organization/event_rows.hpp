// SPDX-License-Identifier: BSL-1.0
//
// What happened to units and clusters, as text files tell it.

#pragma once

#include "organization/row_reader.hpp"
#include "table.hpp"

namespace zhibu {

// events.csv: a line for each event. What is changed stands in the columns that its kind calls for:
//
//   found, dissolve, lapse   nothing more
//   rename                   name
//   move                     parent, a unit's code; empty: none
//   upgrade                  unit_kind
//   merge                    other: the unit that goes on
//   split                    other: the unit that comes out; all lines of one unit, day and
//   document
//                            belong together, and the unit ends unless one of them names it again
//   adjust                   those of the columns from `temporary` on that are not empty
inline constexpr Column event_columns[] = {
    {"kind", true},      // EventKind
    {"unit", true},      // a unit's code
    {"on", true},        // the first day on which it is so
    {"document"},        // 文号
    {"other"},           // a unit's code
    {"name"},            //
    {"parent"},          // a unit's code
    {"unit_kind"},       // UnitKind
    {"temporary"},       // yes or no, as the next four
    {"joint"},           //
    {"mobile"},          //
    {"retired_cadres"},  //
    {"committee"},       //
    {"field"},           // BranchField
};

// cluster_leads.csv: by whom a cluster is led from a day on.
inline constexpr Column lead_columns[] = {
    {"cluster", true},  // a cluster's code
    {"lead", true},     // a unit's code
    {"deputy", true},   // a unit's code
    {"on", true},
};

// Let it happen, by day whatever the order of the lines.
void apply_events(Roster& roster, const Lost& lost, const Table& table, const Watch& watch);
void apply_leads(Roster& roster, const Lost& lost, const Table& table, const Watch& watch);

}  // namespace zhibu

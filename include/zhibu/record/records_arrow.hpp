// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>
#include <span>
#include <string_view>

#include "zhibu/arrow.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The names of the tables of what is kept: those of a folder, as Records::load reads it.
ZHIBU_EXPORT std::span<const std::string_view> record_tables();

// A table of what is kept as an Arrow stream, of records whose handles are those of `roster`. See
// organization/roster_arrow.hpp for how its columns are written and how long its stream lives: both
// must, or `owner` keep them alive. In "records", activities and persons are lists, and what a
// record was held for is the name of the period, "2017-Q1"; "attendance" has a row for each who was
// due.
//
//   ArrowArrayStream held = to_arrow(records, roster, "records");
//
// Throws std::invalid_argument for a table that there is not.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Records& records, const Roster& roster,
                                       std::string_view table, std::any owner = {});

// Reads what is kept from its tables, as from those of a folder: "records" and whichever
// others are there; see roster_from_arrow() for what is accepted. Throws std::invalid_argument that
// lists every fault as
//
//   records[3]: unit: no such unit: 'YS-B99' (did you mean 'YS-B09'?); accepted: …
//
// of the row of number 3, counted from 0.
ZHIBU_EXPORT Records records_from_arrow(std::span<const ArrowInput> tables, const Roster& roster,
                                        const Watch& watch = {});

}  // namespace zhibu

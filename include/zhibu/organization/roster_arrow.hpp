// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>
#include <span>
#include <string_view>

#include "zhibu/arrow.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/particulars.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The names of a roster's tables: those of a folder, as Roster::load reads it, and of them all that
// Roster::load knows; and "unit_states", which tells them apart by day: a row for each unit and
// each time from one change to the next.
ZHIBU_EXPORT std::span<const std::string_view> roster_tables();

// A table of a roster as an Arrow stream, for pyarrow, polars, DuckDB and whatever else reads that.
//
//   ArrowArrayStream persons = to_arrow(roster, "persons");
//
// Columns have the names that they have in a folder: days are date32, truths booleans, what has a
// key a dictionary of the keys, handles the codes of what they stand for, money a whole number of
// fen under a name that says so; what is not known is null. `to` is the last day, and null while
// something lasts. What identifies a person, the number of the identity card and the phone, is
// masked unless it is asked for.
//
// The stream reads from the roster as it is asked for its batches, of 65,536 rows: the roster must
// live as long, or `owner` keep it alive, which the stream and each of its batches hold until they
// are released. A stream of a roster that was changed meanwhile gives an error. Each call makes a
// stream of its own. Throws std::invalid_argument for a table that there is not.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Roster& roster, std::string_view table,
                                       PersonalData personal = PersonalData::masked,
                                       std::any owner = {});

// Reads a roster from its tables, as from those of a folder: "units" and "persons" and
// whichever others are there. What to_arrow() gives is read, and what other libraries make of such
// tables: columns may stand in any order; a text may be a dictionary or a view; a day may be a text
// or a time at midnight, a truth "yes" and "no", a whole number of any width or a float without a
// fraction (NaN is null), a list a text joined by ';'; money is in fen or, under the name that it
// has in a folder, in yuan. Throws std::invalid_argument that lists every fault as
//
//   units[3]: parent: no such unit: 'YS-GX' (did you mean 'YS-GW'?)
//
// of the row of number 3, counted from 0.
ZHIBU_EXPORT Roster roster_from_arrow(std::span<const ArrowInput> tables, const Watch& watch = {});

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>

#include "organization/arrow_in.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The records of a table of another library that is as plain as its like may be: days are days,
// numbers are numbers, and nothing is wrong with any row. They are read by columns and in two
// threads, in a fraction of the time that cell by cell takes.
//
// Nothing where the table is not so plain, or has a fault: it must then be read again, row by row,
// to say which.
std::optional<Records> read_plain_records(ArrowReader& reader, const Roster& roster,
                                          const Watch& watch);

}  // namespace zhibu

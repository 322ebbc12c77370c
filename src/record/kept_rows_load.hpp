// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string_view>
#include <vector>

#include "attendance_load.hpp"
#include "organization/table_source.hpp"

namespace zhibu {

// The names of the tables of what is kept besides records, waivers and attendance.
std::vector<std::string_view> kept_tables();

// Reads those of them that are there. Where some of the records could not be read, and nobody
// knows which, `records_whole` is false.
void read_kept_rows(TableSource& source, const Roster& roster, const LostRecords& lost,
                    bool records_whole, Records& records, Faults& faults);

}  // namespace zhibu

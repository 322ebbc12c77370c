// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "attendance_load.hpp"
#include "table.hpp"

namespace zhibu {

// The names of the tables of what is kept besides records, waivers and attendance.
std::vector<std::string_view> kept_tables();

// Reads those of them that are in `folder`. Where some of the records could not be read, and nobody
// knows which, `records_whole` is false.
void read_kept_rows(const std::filesystem::path& folder, const Roster& roster,
                    const LostRecords& lost, bool records_whole, Records& records, Faults& faults);

}  // namespace zhibu

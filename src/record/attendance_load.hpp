// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <functional>
#include <set>
#include <string>

#include "organization/table_source.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

// The codes of records that could not be read. What names one of them is no fault of its own.
using LostRecords = std::set<std::string, std::less<>>;

// Takes the attendances that stand in their table.
void read_attendances(TableSource& source, const Roster& roster, const LostRecords& lost,
                      Records& records, Faults& faults);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// To whom of those that a ledger covers things belong, and how they are told.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "report/draw.hpp"

namespace zhibu {

// Whether the ledger covers the unit on the last day of its period on which it stood and `within`
// lasted.
bool covers_last(const LedgerSource& source, UnitId unit, Period within);

// Where the person was at home or in care on `day`, or on the day before they died, covered or not.
std::optional<UnitId> last_home(const Roster& roster, PersonId person, Date day);

// What somebody wrote, which may name anybody: nothing of it is published.
std::string remark(const LedgerSource& source, std::string_view text);

// A day, where it had come by the end of the ledger's period.
std::string day_by(const LedgerSource& source, std::optional<Date> day);

// An amount, "" where there is none.
std::string amount(std::int64_t fen);

}  // namespace zhibu

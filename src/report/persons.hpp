// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>

#include "report/draw.hpp"

namespace zhibu {

// The branch where the person has their home membership on `day`, and not merely their care, where
// the ledger covers it.
std::optional<UnitId> home_branch(const LedgerSource& source, PersonId person, Date day);

// What is kept of the person besides; of nothing recorded, texts of "".
Particulars particulars(const Roster& roster, PersonId person);

// The units that the ledger covers and that stand on `day`, in the order of the roster.
std::vector<UnitId> standing_units(const LedgerSource& source, Date day);

}  // namespace zhibu

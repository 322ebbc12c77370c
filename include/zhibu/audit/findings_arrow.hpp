// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>

#include "zhibu/arrow.hpp"
#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

// The findings of an audit as an Arrow stream: a row for each obligation, with its columns (see
// schedule/plan_arrow.hpp). In front of them stand `standing`, a dictionary of keys, and `missing`;
// behind them missing_hours, missing_fen, hours and paid_fen, `evidence`, the codes of the records
// that count (a list; null where no records are given), and waived_by. `standing` and `rule` are
// views into the findings and take no memory.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Findings& findings, const Roster* roster,
                                       const Records* records, std::any owner = {});

}  // namespace zhibu

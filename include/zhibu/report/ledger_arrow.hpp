// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>

#include "zhibu/arrow.hpp"
#include "zhibu/export.hpp"
#include "zhibu/report/ledger.hpp"

namespace zhibu {

// A ledger as an Arrow stream, with its rows and without its totals. A column of numbers is of
// whole numbers (int64), one of days date32, one of yuan a decimal of two places, or of five where
// it is exact; all else is text, and so is a column in which a cell is anything but that, such as
// "<5" in a ledger that is published. An empty cell is null. See organization/roster_arrow.hpp for
// how long the stream lives.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Ledger& ledger, std::any owner = {});

}  // namespace zhibu

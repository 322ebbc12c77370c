// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/schedule/plan.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What the cells of a column hold, all of them as text: a spreadsheet is told by it.
enum class CellKind : std::uint8_t {
  text,        // 文字; also codes of 18 digits
  number,      // 整数: "28"
  day,         // 日期: "2017-09-30"
  yuan,        // 金额: "10000.00"
  exact_yuan,  // 精确金额: "50.0001", as many decimals as it takes
};

template <>
ZHIBU_EXPORT std::span<const Name<CellKind>> names();

// A column of a ledger.
struct LedgerColumn {
  std::string name;
  CellKind kind = CellKind::text;
  friend bool operator==(const LedgerColumn&, const LedgerColumn&) = default;
};

// One line of a ledger. Where it concerns a day, it has one, and can stand in people's calendars
// under its summary.
struct LedgerRow {
  std::vector<std::string> cells;  // as many as the ledger has columns; "" where nothing is known
  std::optional<Date> day;
  std::string summary;

  friend bool operator==(const LedgerRow&, const LedgerRow&) = default;
};

// A figure below a ledger (合计): "期次" 25, "人次" 1097, "人数" 612. Whoever stands in several
// rows is counted once where it says persons, and each time where it says person-times.
struct LedgerTotal {
  std::string name;
  std::int64_t value = 0;  // of yuan, in fen; of exact yuan, in thousandths of a fen
  CellKind kind = CellKind::number;
  bool suppressed = false;  // published, and 1 to 4: the value is not there
  friend bool operator==(const LedgerTotal&, const LedgerTotal&) = default;
};

// The figure as it is printed: "25", "150000.00", "50.0001"; "<5" where it is suppressed.
ZHIBU_EXPORT std::string to_string(const LedgerTotal& total);

// A ledger (台账): a table for people, generated from what is kept and never typed.
struct Ledger {
  std::string title;
  Date as_of;  // the day it speaks of
  std::vector<LedgerColumn> columns;
  std::vector<LedgerRow> rows;
  std::vector<LedgerTotal> totals = {};

  friend bool operator==(const Ledger&, const Ledger&) = default;
};

// The columns stand in src/report/ledger.cpp. Titles, columns and labels are in `language`; names
// and citations stay as they are written.

// 年度计划台账: each occurrence with its day, half-day, bearer, place, activity and the article
// that it serves, by day; what could not be placed stands at the end, without a day. It says where
// a day was moved, or may still be. It speaks of the first day of the plan's period.
ZHIBU_EXPORT Ledger plan_ledger(const Plan& plan, const Roster& roster,
                                Language language = Language::zh);

// 履职核查台账: each finding with bearer, activity, window, standing, severity where it is overdue,
// the records it rests on and the article that demands it; a finding by the rules of another day
// says so. What is still open has a day, the last of its window. It speaks of the day of the audit.
ZHIBU_EXPORT Ledger standing_ledger(const Findings& findings, const Records& records,
                                    const Roster& roster, Language language = Language::zh);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/schedule/plan.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// One line of a ledger. Where it concerns a day, it has one, and can stand in people's calendars
// under its summary.
struct LedgerRow {
  std::vector<std::string> cells;  // as many as the ledger has columns
  std::optional<Date> day;
  std::string summary;

  friend bool operator==(const LedgerRow&, const LedgerRow&) = default;
};

// A ledger (台账): a table for people, generated from what is kept and never typed.
struct Ledger {
  std::string title;
  Date as_of;  // the day it speaks of
  std::vector<std::string> columns;
  std::vector<LedgerRow> rows;

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

// 政治生日台账: the anniversaries of admission that fall in `period`, by day, of all members who
// then belong to a home branch, with the branch and the years since admission. Whoever was admitted
// on 29 February keeps the 28th in a common year. It speaks of the first day of the period.
ZHIBU_EXPORT Ledger birthday_ledger(const Roster& roster, Period period,
                                    Language language = Language::zh);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>

#include "zhibu/export.hpp"
#include "zhibu/report/ledger.hpp"

namespace zhibu {

// A ledger as a Markdown document: its title as a heading, the day it speaks of, and a table, with
// the totals below. A cell shows as it is, whatever characters it has.
//
// This and all that follow throw std::invalid_argument if a row has more or fewer cells than the
// ledger has columns.
ZHIBU_EXPORT std::string to_markdown(const Ledger& ledger);

// A ledger as CSV (RFC 4180: CRLF, quoted where needed), the columns' names first, in UTF-8; with a
// byte order mark where `with_bom`, which old spreadsheets need. No cell can start a formula: one
// that begins with = + - @, their full-width forms, a tab or a line break is preceded by an
// apostrophe, unless it is a plain number ("-5", "+0.50"). Totals are not among the rows.
ZHIBU_EXPORT std::string to_csv(const Ledger& ledger, bool with_bom = false);

// The rows that have a day as an iCalendar object (RFC 5545): an all-day event each, lines folded
// at 75 octets, the same for the same ledger on whatever day it is written. An event is known by
// the ledger's title and the row's summary (the first row of that summary, the second, …), so that
// one that was moved to another day is moved in people's calendars too. Without such rows the
// object is empty, which some programs refuse.
ZHIBU_EXPORT std::string to_icalendar(const Ledger& ledger);

// Writes a ledger to a file, in the form that its name ends in: .md, .csv or .ics. A .csv file has
// the byte order mark. Makes the folder where it is missing. Throws std::invalid_argument for
// another ending, or if the file cannot be written.
ZHIBU_EXPORT void write(const Ledger& ledger, const std::filesystem::path& file);

}  // namespace zhibu

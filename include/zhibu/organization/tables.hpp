// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>

#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// Writes the tables of `roster` into a new folder, as Roster::load reads them: units and clusters
// as they were founded, events.csv and cluster_leads.csv with what happened since, in the order in
// which it was entered, and each other table that has rows. CSV as RFC 4180 has it, in UTF-8 with a
// heading row.
//
//   write_tables(roster, "backup/2017-12-31");
//   Roster::load("backup/2017-12-31");  // day for day the same
//
// An event that came to nothing, because the unit turned out to end before it, is left out, and so
// are days of a membership or a post on which the unit did not stand. A cell is written as it is,
// also one that begins with '=': a spreadsheet may take it for a formula.
//
// Nothing is overwritten: the folder must be empty or not be there, and it is there only once all
// is written and has been read again. Throws std::invalid_argument where it is not, where a file
// cannot be written, and where the tables cannot tell what the roster knows, such as a text that is
// not UTF-8 or a unit without a name.
ZHIBU_EXPORT void write_tables(const Roster& roster, const std::filesystem::path& folder,
                               const Watch& watch = {});

}  // namespace zhibu

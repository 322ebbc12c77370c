// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// An archive keeps a roster in one file, with all that it was, is and is known to become, and is
// read in a fraction of the time that its tables take.
//
//   save("yongshun.zhibu", roster);
//   load("yongshun.zhibu").version() == roster.version();  // true
//
// Every later version of zhibu reads what this one writes: a column that an archive does not have
// is filled with the default of its field, one that zhibu does not know is passed over. A file of a
// newer major format is refused. What the bytes are is written in src/container.hpp.
//
// An archive is not trusted: a checksum of all its bytes is verified before anything is read, and
// then whatever is read must be sound: handles, texts, days, periods, kinds, and no circle of units
// on any day. Reading never takes more memory than the roster and 64 MiB. It is not verified anew
// what only Roster::add() refuses, as memberships that overlap; see check().

// Writes `roster` to `file`. What stood there stays until the new file is whole and on the disk.
// Throws std::invalid_argument with the path and the reason where it cannot be written, and then
// nothing has changed.
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Roster& roster,
                       const Watch& watch = {});

// Reads the roster of an archive. Throws std::invalid_argument with the path and what is wrong.
ZHIBU_EXPORT Roster load(const std::filesystem::path& file, const Watch& watch = {});

// The bytes of an archive, as a file holds them; pickle in Python carries these.
ZHIBU_EXPORT std::string to_bytes(const Roster& roster, const Watch& watch = {});
ZHIBU_EXPORT Roster from_bytes(std::string_view bytes, const Watch& watch = {});

}  // namespace zhibu

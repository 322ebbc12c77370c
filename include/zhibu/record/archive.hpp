// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// Records in one file, as a roster is kept in one (see organization/archive.hpp, also for what is
// promised of later versions and of files that are not trusted).
//
//   save("2017.zhibu", held);
//   load_records("2017.zhibu") == held;  // true
//
// Units, persons, clusters and workplaces are handles of a roster, which is kept apart: records
// mean something only beside it. All else is verified as by Records::add() and attend().

// Writes `records` to `file`. What stood there stays until the new file is whole and on the disk.
// Throws std::invalid_argument with the path and the reason where it cannot be written, and then
// nothing has changed.
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Records& records,
                       const Watch& watch = {});

// Reads the records of an archive. Throws std::invalid_argument with the path and what is wrong:
// also where it is an archive of something else.
ZHIBU_EXPORT Records load_records(const std::filesystem::path& file, const Watch& watch = {});

// The bytes of such an archive. Equal records have equal bytes.
ZHIBU_EXPORT std::string to_bytes(const Records& records, const Watch& watch = {});
ZHIBU_EXPORT Records records_from_bytes(std::string_view bytes, const Watch& watch = {});

}  // namespace zhibu

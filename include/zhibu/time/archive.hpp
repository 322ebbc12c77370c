// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {

// A calendar in one file, as a roster is kept in one (see organization/archive.hpp, also for what
// is promised of later versions and of files that are not trusted): the arrangements and the local
// days that it has, whatever files they were read from.
//
//   save("2027.zhibu", Calendar::china().with_arrangement("2027.json"));
//   load_calendar("2027.zhibu").decreed_through();  // 2027-12-31
//
// That of Calendar::china() says so and no more: it is read as what china() is to who reads it. Any
// other has all that is decreed in it. What is only projected follows from the law.

// Writes `calendar` to `file`. What stood there stays until the new file is whole and on the disk.
// Throws std::invalid_argument with the path and the reason where it cannot be written, and then
// nothing has changed.
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Calendar& calendar);

// Reads the calendar of an archive. Throws std::invalid_argument with the path and what is wrong:
// also where it is an archive of something else.
ZHIBU_EXPORT Calendar load_calendar(const std::filesystem::path& file);

// The bytes of such an archive.
ZHIBU_EXPORT std::string to_bytes(const Calendar& calendar);
ZHIBU_EXPORT Calendar calendar_from_bytes(std::string_view bytes);

}  // namespace zhibu

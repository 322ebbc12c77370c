// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The findings of an audit in one file, with the obligations, the rulebook and the waivers, as a
// roster is kept in one (see organization/archive.hpp, also for what is promised of later versions
// and of files that are not trusted).
//
//   save("2017-09-30.zhibu", found);
//   load_findings("2017-09-30.zhibu") == found;  // true
//
// Records and bearers are handles of records and of a roster, which are kept apart: findings mean
// something only beside them. That the findings are what audit() would find is not verified anew.

// Writes `findings` to `file`. What stood there stays until the new file is whole and on the disk.
// Throws std::invalid_argument with the path and the reason where it cannot be written, and then
// nothing has changed.
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Findings& findings,
                       const Watch& watch = {});

// Reads the findings of an archive. Throws std::invalid_argument with the path and what is wrong:
// also where it is an archive of something else.
ZHIBU_EXPORT Findings load_findings(const std::filesystem::path& file, const Watch& watch = {});

// The bytes of such an archive. Equal findings have equal bytes.
ZHIBU_EXPORT std::string to_bytes(const Findings& findings, const Watch& watch = {});
ZHIBU_EXPORT Findings findings_from_bytes(std::string_view bytes, const Watch& watch = {});

}  // namespace zhibu

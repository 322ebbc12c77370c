// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/schedule/plan.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// Obligations and plans in one file, each with the rulebook that they were drawn up from, as a
// roster is kept in one (see organization/archive.hpp, also for what is promised of later versions
// and of files that are not trusted).
//
//   save("owed-2026.zhibu", owed);
//   load_obligations("owed-2026.zhibu") == owed;  // true
//
// Bearers and places are handles of a roster, which is kept apart: obligations mean something only
// beside it. All else is verified as by Obligations::add(), and the rulebook as by
// Rulebook::parse().

// Write to `file`. What stood there stays until the new file is whole and on the disk. Throw
// std::invalid_argument with the path and the reason where it cannot be written, and then nothing
// has changed.
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Obligations& obligations,
                       const Watch& watch = {});
ZHIBU_EXPORT void save(const std::filesystem::path& file, const Plan& plan,
                       const Watch& watch = {});

// Read an archive. Throw std::invalid_argument with the path and what is wrong: also where it is an
// archive of something else.
ZHIBU_EXPORT Obligations load_obligations(const std::filesystem::path& file,
                                          const Watch& watch = {});
ZHIBU_EXPORT Plan load_plan(const std::filesystem::path& file, const Watch& watch = {});

// The bytes of such an archive. What is equal has equal bytes.
ZHIBU_EXPORT std::string to_bytes(const Obligations& obligations, const Watch& watch = {});
ZHIBU_EXPORT Obligations obligations_from_bytes(std::string_view bytes, const Watch& watch = {});
ZHIBU_EXPORT std::string to_bytes(const Plan& plan, const Watch& watch = {});
ZHIBU_EXPORT Plan plan_from_bytes(std::string_view bytes, const Watch& watch = {});

}  // namespace zhibu

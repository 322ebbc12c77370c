// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <optional>

#include "zhibu/organization/roster.hpp"

namespace organization_benchmark {

// Saves a roster and loads it again; and writes and reads the same bytes raw, in turn. The roster
// is given up in between, so that a nation has room.
void measure_archive(std::optional<zhibu::Roster> roster, const std::filesystem::path& folder);

}  // namespace organization_benchmark

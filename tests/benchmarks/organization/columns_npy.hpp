// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>

#include "nation.hpp"

namespace organization_benchmark {

// Writes the columns of a nation as files of NumPy, for pandas: of the states of units, of persons
// and of memberships; and what is asked for.
void write_columns(const Nation& nation, const std::filesystem::path& folder);

}  // namespace organization_benchmark

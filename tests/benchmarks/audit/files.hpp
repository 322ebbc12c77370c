// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <vector>

#include "year.hpp"
#include "zhibu/organization/view.hpp"

namespace audit_benchmark {

// The committees of provinces, prefectures and counties, each before those under it.
std::vector<zhibu::UnitId> tops_of(const zhibu::RosterView& view);

// Writes for the peers, as files of NumPy, the records, the nearest top of each branch (-1 for what
// is none) and the top above each top.
void write_columns(const std::filesystem::path& folder, const Held& held,
                   const zhibu::RosterView& view, const std::vector<zhibu::UnitId>& tops);

// Writes what zhibu found: three numbers for each top and each rule.
void write_answers(const std::filesystem::path& folder,
                   const std::vector<zhibu::ProgressTally>& tallies);

}  // namespace audit_benchmark

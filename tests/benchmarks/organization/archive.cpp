// SPDX-License-Identifier: BSL-1.0

#include "archive.hpp"

namespace organization_benchmark {
void measure_archive(std::optional<zhibu::Roster>, const std::filesystem::path&) {}
}  // namespace organization_benchmark

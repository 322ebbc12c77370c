// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <string>

namespace zhibu {

// The bytes of a file. Throws std::invalid_argument that names it where there is none, where it is
// a folder, or where it cannot be read.
std::string read_file(const std::filesystem::path& file);

}  // namespace zhibu

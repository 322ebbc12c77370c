// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "zhibu/watch.hpp"

namespace zhibu {

// The bytes of a file. Throws std::invalid_argument that names it where there is none, where it is
// a folder, or where it cannot be read.
std::string read_file(const std::filesystem::path& file, const Watch& watch = {});

// What stands for it in messages: its path, or '' where that is empty.
std::string shown(const std::filesystem::path& path);

// How many bytes a file seems to have; 0 where that cannot be told.
std::size_t expected_bytes(const std::filesystem::path& file);

}  // namespace zhibu

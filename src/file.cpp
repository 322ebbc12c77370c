// SPDX-License-Identifier: BSL-1.0

#include "file.hpp"

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <system_error>

namespace zhibu {

std::string read_file(const std::filesystem::path& file) {
  const auto refuse = [&](const char* found) {
    throw std::invalid_argument(file.string() + ": " + found);
  };
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown)) refuse("no such file");
  if (std::filesystem::is_directory(file, unknown)) refuse("a folder; accepted: a file");
  std::ifstream stream(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream) refuse("a file that cannot be read");
  return bytes;
}

}  // namespace zhibu

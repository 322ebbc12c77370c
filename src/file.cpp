// SPDX-License-Identifier: BSL-1.0

#include "file.hpp"

#include <cstddef>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "steps.hpp"

namespace zhibu {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 20;

std::string read_all(std::ifstream& stream, std::size_t expected, const Watch& watch) {
  Steps steps{watch, expected};
  std::string bytes;
  bytes.reserve(expected + piece_bytes);  // also for the piece that finds the end
  while (stream) {
    const std::size_t before = bytes.size();
    bytes.resize(before + piece_bytes);
    stream.read(bytes.data() + before, piece_bytes);
    bytes.resize(before + static_cast<std::size_t>(stream.gcount()));
    steps(bytes.size() - before);
  }
  steps.finish();
  return bytes;
}

}  // namespace

std::string shown(const std::filesystem::path& path) { return path.empty() ? "''" : path.string(); }

std::size_t expected_bytes(const std::filesystem::path& file) {
  std::error_code unknown;
  const std::uintmax_t bytes = std::filesystem::file_size(file, unknown);
  return unknown ? 0 : static_cast<std::size_t>(bytes);
}

std::string read_file(const std::filesystem::path& file, const Watch& watch) {
  const auto refuse = [&](const char* found) {
    throw std::invalid_argument(shown(file) + ": " + found);
  };
  std::error_code unknown;
  if (!std::filesystem::exists(file, unknown)) refuse("no such file");
  if (std::filesystem::is_directory(file, unknown)) refuse("a folder; accepted: a file");
  std::ifstream stream(file, std::ios::binary);
  const std::size_t expected = expected_bytes(file);
  if (!stream) refuse("a file that cannot be read");
  std::string bytes = read_all(stream, expected, watch);
  if (stream.bad()) refuse("a file that cannot be read");
  return bytes;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "archive.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "measure.hpp"
#include "zhibu/organization/archive.hpp"

namespace organization_benchmark {

namespace {

constexpr int passes = 2;

// As much of a file as one call moves.
constexpr std::size_t most_at_once = std::size_t{1} << 30U;

struct Bytes {
  std::unique_ptr<char[]> data;
  std::size_t size;
};

void require(bool well, const std::filesystem::path& file) {
  if (!well) throw std::invalid_argument{"cannot read or write " + file.string()};
}

Bytes read_raw(const std::filesystem::path& file) {
  const std::size_t size = std::filesystem::file_size(file);
  Bytes bytes{std::unique_ptr<char[]>{new char[size]}, size};
  const int handle = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  require(handle >= 0, file);
  for (std::size_t at = 0; at < size;) {
    const ssize_t got = read(handle, &bytes.data[at], std::min(size - at, most_at_once));
    require(got > 0, file);
    at += static_cast<std::size_t>(got);
  }
  close(handle);
  return bytes;
}

// Up to where the bytes are on the disk.
void write_raw(const std::filesystem::path& file, const Bytes& bytes) {
  const int handle = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  require(handle >= 0, file);
  for (std::size_t at = 0; at < bytes.size;) {
    const ssize_t put = write(handle, &bytes.data[at], std::min(bytes.size - at, most_at_once));
    require(put > 0, file);
    at += static_cast<std::size_t>(put);
  }
  require(fsync(handle) == 0, file);
  close(handle);
}

}  // namespace

void measure_archive(std::optional<zhibu::Roster> roster, const std::filesystem::path& folder) {
  const std::filesystem::path file = folder / "nation.zhibu";
  const std::filesystem::path raw = folder / "nation.raw";
  const auto persons = static_cast<std::int64_t>(roster->persons().size());
  report("zhibu", "save", fastest_of(passes, [&] { zhibu::save(file, *roster); }), persons);
  roster.reset();

  const auto size = static_cast<std::int64_t>(std::filesystem::file_size(file));
  report("raw", "read", fastest_of(passes, [&] { read_raw(file); }), size);
  {
    const Bytes bytes = read_raw(file);
    report("raw", "write", fastest_of(passes, [&] { write_raw(raw, bytes); }), size);
  }
  const Seconds took = fastest_of(passes, [&] {
    roster.reset();
    roster.emplace(zhibu::load(file));
  });
  report("zhibu", "load", took, static_cast<std::int64_t>(roster->persons().size()));
  std::filesystem::remove(file);
  std::filesystem::remove(raw);
}

}  // namespace organization_benchmark

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace zhibu {

// A file that is read here and there. Throws std::invalid_argument, with the reason but not the
// name, where there is none, where it is a folder or a device, where it cannot be read, or has
// become shorter meanwhile.
class SourceFile {
 public:
  explicit SourceFile(const std::filesystem::path& file);
  SourceFile(const SourceFile&) = delete;
  SourceFile& operator=(const SourceFile&) = delete;
  ~SourceFile();

  std::uint64_t size() const { return size_; }
  void read(std::uint64_t from, std::span<char> into) const;

 private:
  int descriptor_;
  std::uint64_t size_ = 0;
};

// A file that comes to stand in place of what it is named for once all of it is on the disk, and
// until then, or where that fails, has changed nothing. Throws std::invalid_argument, with the
// reason but not the name, where it cannot be written, or is a device.
class NewFile {
 public:
  // What comes is kept beside it: "name.tmp.", the process and a number.
  explicit NewFile(std::filesystem::path file);
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  ~NewFile();

  void append(std::string_view bytes);
  void overwrite_begin(std::string_view bytes);
  void commit();

 private:
  void write(std::string_view bytes, std::uint64_t at);

  std::filesystem::path file_;
  std::filesystem::path meanwhile_;  // empty once it has its name
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace zhibu

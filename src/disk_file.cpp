// SPDX-License-Identifier: BSL-1.0

#include "disk_file.hpp"

#include <algorithm>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace zhibu {

namespace {

constexpr std::size_t most_at_once = std::size_t{1} << 30;  // no system takes or gives more

std::string reason(int error) { return std::generic_category().message(error); }

[[noreturn]] void refuse(const std::string& found) {
  throw std::invalid_argument("cannot be written: " + found +
                              "; accepted: a file in a folder that has room for it");
}
[[noreturn]] void refuse(int error) { refuse(reason(error)); }

// A device would be lost to whatever takes its name: /dev/null would be a file from then on.
void require_no_device(const struct stat& before) {
  if (!S_ISREG(before.st_mode) && !S_ISDIR(before.st_mode)) refuse("it is a device");
}

// Whatever `call` returns, once no signal interrupts it.
template <class Call>
auto uninterrupted(Call call) {
  for (;;)
    if (const auto result = call(); result >= 0 || errno != EINTR) return result;
}

// That the folder has the file under its name is on the disk too, where the file system can say so.
bool flush_folder(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool done = fsync(descriptor) == 0 || errno == EINVAL;
  close(descriptor);
  return done;
}

}  // namespace

SourceFile::SourceFile(const std::filesystem::path& file)
    : descriptor_{open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)} {
  const auto refuse = [this](const std::string& found) {
    if (descriptor_ >= 0) close(descriptor_);
    throw std::invalid_argument(found + "; accepted: a file to read");
  };
  if (descriptor_ < 0) refuse(reason(errno));
  struct stat about {};
  if (fstat(descriptor_, &about) != 0) refuse(reason(errno));
  if (!S_ISREG(about.st_mode)) refuse("a folder or a device");
  size_ = static_cast<std::uint64_t>(about.st_size);
}

SourceFile::~SourceFile() { close(descriptor_); }

void SourceFile::read(std::uint64_t from, std::span<char> into) const {
  while (!into.empty()) {
    const ssize_t done = uninterrupted([&] {
      return pread(descriptor_, into.data(), std::min(into.size(), most_at_once),
                   static_cast<off_t>(from));
    });
    if (done <= 0)
      throw std::invalid_argument(
          "cannot be read: " + (done < 0 ? reason(errno) : "it became shorter") +
          "; accepted: a file that stays as it is");
    from += static_cast<std::uint64_t>(done);
    into = into.subspan(static_cast<std::size_t>(done));
  }
}

NewFile::NewFile(std::filesystem::path file) : file_{std::move(file)} {
  struct stat before {};
  const bool known = stat(file_.c_str(), &before) == 0;
  if (known) require_no_device(before);
  for (int number = 0; descriptor_ < 0; ++number) {
    meanwhile_ = file_;
    meanwhile_ += ".tmp." + std::to_string(getpid()) + "." + std::to_string(number);
    descriptor_ = open(meanwhile_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (descriptor_ < 0 && errno != EEXIST) refuse(errno);
  }
  if (known && fchmod(descriptor_, before.st_mode & 07777) != 0) {
    const int error = errno;
    close(descriptor_);
    unlink(meanwhile_.c_str());
    refuse(error);
  }
}

NewFile::~NewFile() {
  if (descriptor_ >= 0) close(descriptor_);
  if (!meanwhile_.empty()) unlink(meanwhile_.c_str());
}

void NewFile::write(std::string_view bytes, std::uint64_t at) {
  while (!bytes.empty()) {
    const ssize_t done = uninterrupted([&] {
      return pwrite(descriptor_, bytes.data(), std::min(bytes.size(), most_at_once),
                    static_cast<off_t>(at));
    });
    if (done < 0) refuse(errno);
    at += static_cast<std::uint64_t>(done);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

void NewFile::append(std::string_view bytes) {
  write(bytes, size_);
  size_ += bytes.size();
}

void NewFile::overwrite_begin(std::string_view bytes) { write(bytes, 0); }

void NewFile::commit() {
  if (fsync(descriptor_) != 0) refuse(errno);
  if (close(std::exchange(descriptor_, -1)) != 0) refuse(errno);
  if (rename(meanwhile_.c_str(), file_.c_str()) != 0) refuse(errno);
  meanwhile_.clear();
  if (!flush_folder(file_)) refuse(errno);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// The container that an archive is. All numbers are little-endian, of a fixed width.
//
//   0    8  "ZHIBU" 0D 0A 1A, which a transfer as text would change
//   8    2  the major format, 1: another one is not read
//   10   2  the minor format, 0: of those that only add columns
//   12   4  0
//   16   8  how many bytes there are behind the 40 of this head
//   24   8  how many columns there are
//   32   8  the checksum of what is behind the head, and then of the 32 bytes before this one
//
// and then columns one after another: 2 bytes for the length of its name, 2 for the width of one of
// its numbers, 4 of zero, 8 for how many rows it tells of, 8 for how many numbers it has; its name
// and its numbers, each with zeros behind it up to a multiple of 8 bytes.
//
// A column is known by its name, and means for ever what it meant first; who reads passes over
// those that it does not know.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "checksum.hpp"

namespace zhibu {

inline constexpr std::size_t container_head_bytes = 40;

// One column, without its numbers.
struct ContainerColumn {
  std::string name;
  std::uint16_t width = 1;
  std::uint64_t rows = 0;
  std::uint64_t count = 0;
  std::uint64_t at = 0;  // where in the container its numbers are
};

template <class T>
std::string_view as_bytes(std::span<const T> numbers) {
  return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

// Writes a container through `put`, from its first byte to its last; what stands in place of the
// head is to be overwritten by head(), once all columns are there. Without `put` it writes nothing,
// and only says how many bytes there would be.
class ContainerWriter {
 public:
  using Put = std::function<void(std::string_view)>;  // of a mebibyte at most

  // Throws std::invalid_argument on a machine whose numbers are big-endian.
  explicit ContainerWriter(Put put = {});

  // A column; its numbers are all of them, or the pieces that add() is then called with.
  template <class T>
  void column(std::string_view name, std::uint64_t rows, std::span<const T> numbers) {
    begin(name, sizeof(T), rows, numbers.size());
    add(as_bytes(numbers));
  }
  void begin(std::string_view name, std::uint16_t width, std::uint64_t rows, std::uint64_t count);
  void add(std::string_view bytes);

  std::array<char, container_head_bytes> head();

  // How many bytes there are as yet.
  std::uint64_t size() const { return container_head_bytes + size_; }

 private:
  void pad();

  Put put_;
  Checksum checksum_;
  std::uint64_t size_ = 0;  // behind the head
  std::uint64_t columns_ = 0;
};

// Reads a container of untrusted bytes, through `fetch`, which fills a span with the bytes from a
// place on.
class ContainerReader {
 public:
  using Fetch = std::function<void(std::uint64_t from, std::span<char> into)>;

  // Reads all of its `size` bytes once for the checksum, and then the heads of the columns. Throws
  // std::invalid_argument where they are damaged, cut off or no container.
  ContainerReader(std::uint64_t size, Fetch fetch);

  std::uint64_t size() const { return size_; }
  std::span<const ContainerColumn> columns() const { return columns_; }  // by name
  const ContainerColumn* find(std::string_view name) const;              // or nullptr

  // Its numbers, or so many of its bytes from one of them on. Throws std::invalid_argument where
  // they are of another width.
  template <class Numbers>
  Numbers numbers(const ContainerColumn& column) const {
    require_width(column, sizeof(typename Numbers::value_type));
    Numbers read;
    read.reserve(static_cast<std::size_t>(column.count));
    while (read.size() < column.count) {
      const std::size_t from = read.size();
      read.resize(std::min<std::size_t>(column.count, from + numbers_at_once));
      bytes(column, from * column.width,
            {reinterpret_cast<char*>(read.data() + from), (read.size() - from) * column.width});
    }
    return read;
  }
  void bytes(const ContainerColumn& column, std::uint64_t from, std::span<char> into) const;

 private:
  static constexpr std::size_t numbers_at_once = std::size_t{1} << 17;

  void require_checksum(std::string_view head) const;
  std::uint64_t read_column(std::uint64_t at);
  static void require_width(const ContainerColumn& column, std::size_t width);

  std::uint64_t size_;
  Fetch fetch_;
  std::vector<ContainerColumn> columns_;  // by name
};

}  // namespace zhibu

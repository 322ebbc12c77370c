// SPDX-License-Identifier: BSL-1.0

#include "container.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <stdexcept>
#include <utility>

namespace zhibu {

namespace {

constexpr std::string_view magic{"ZHIBU\r\n\x1A", 8};
constexpr std::uint16_t major_format = 1;
constexpr std::uint16_t minor_format = 0;

constexpr std::size_t checksum_at = 32;
constexpr std::size_t column_head_bytes = 24;
constexpr std::size_t most_columns = 4096;
constexpr std::size_t longest_name = 255;
constexpr std::size_t piece_bytes = std::size_t{1} << 20;

std::uint64_t padding(std::uint64_t bytes) { return (8 - bytes % 8) % 8; }

[[noreturn]] void refuse(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

void require_little_endian() {
  if constexpr (std::endian::native != std::endian::little)
    refuse("a machine whose numbers are big-endian", "one that is little-endian");
}

template <class T>
void append(std::string& to, T number) {
  to += as_bytes(std::span<const T>{&number, 1});
}

template <class T>
T number_at(std::string_view bytes, std::size_t at) {
  T number;
  std::memcpy(&number, bytes.data() + at, sizeof number);
  return number;
}

void require_format(std::string_view head, std::uint64_t size) {
  if (head.substr(0, magic.size()) != magic)
    refuse("no archive: it begins otherwise", "a file that save() wrote");
  if (const auto major = number_at<std::uint16_t>(head, 8); major != major_format)
    refuse("an archive of format " + std::to_string(major),
           std::to_string(major_format) + "; a newer zhibu reads newer formats");
  if (number_at<std::uint32_t>(head, 12) != 0) refuse("an archive with unknown flags", "none");
  const auto behind = number_at<std::uint64_t>(head, 16);
  if (behind != size - container_head_bytes)
    refuse("an archive cut off, or with something behind it: it has " + std::to_string(size) +
               " bytes",
           "as many as it says, " + std::to_string(behind) + " and " +
               std::to_string(container_head_bytes));
}

}  // namespace

ContainerWriter::ContainerWriter(Put put) : put_{std::move(put)} {
  require_little_endian();
  if (put_) put_(std::string(container_head_bytes, '\0'));
}

void ContainerWriter::begin(std::string_view name, std::uint16_t width, std::uint64_t rows,
                            std::uint64_t count) {
  pad();
  std::string head;
  append(head, static_cast<std::uint16_t>(name.size()));
  append(head, width);
  append(head, std::uint32_t{0});
  append(head, rows);
  append(head, count);
  add(head.append(name));
  pad();
  ++columns_;
}

void ContainerWriter::add(std::string_view bytes) {
  size_ += bytes.size();
  if (!put_) return;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), piece_bytes))) {
    const std::string_view piece = bytes.substr(0, piece_bytes);
    put_(piece);
    checksum_.add(piece);
  }
}

void ContainerWriter::pad() { add(std::string(padding(size_), '\0')); }

std::array<char, container_head_bytes> ContainerWriter::head() {
  pad();
  std::string head{magic};
  append(head, major_format);
  append(head, minor_format);
  append(head, std::uint32_t{0});
  append(head, size_);
  append(head, columns_);
  Checksum checksum = checksum_;
  checksum.add(head);
  append(head, checksum.value());
  std::array<char, container_head_bytes> made{};
  std::ranges::copy(head, made.begin());
  return made;
}

ContainerReader::ContainerReader(std::uint64_t size, Fetch fetch)
    : size_{size}, fetch_{std::move(fetch)} {
  require_little_endian();
  if (size < container_head_bytes)
    refuse("no archive: it is too short", "a file that save() wrote");
  std::string head(container_head_bytes, '\0');
  fetch_(0, head);
  require_format(head, size);
  require_checksum(head);

  const auto columns = number_at<std::uint64_t>(head, 24);
  if (columns > most_columns)
    refuse("an archive of " + std::to_string(columns) + " columns",
           std::to_string(most_columns) + " at most");
  std::uint64_t at = container_head_bytes;
  for (std::uint64_t i = 0; i < columns; ++i) at = read_column(at);
  if (at != size) refuse("an archive with bytes behind its last column", "none");
  std::ranges::sort(columns_, {}, &ContainerColumn::name);
  const auto twice = std::ranges::adjacent_find(columns_, {}, &ContainerColumn::name);
  if (twice != columns_.end()) refuse("an archive with two columns of one name", "one");
}

void ContainerReader::require_checksum(std::string_view head) const {
  Checksum checksum;
  std::string piece(static_cast<std::size_t>(std::min<std::uint64_t>(size_, piece_bytes)), '\0');
  for (std::uint64_t at = container_head_bytes; at < size_;) {
    const std::uint64_t bytes = std::min<std::uint64_t>(piece.size(), size_ - at);
    fetch_(at, std::span{piece}.first(static_cast<std::size_t>(bytes)));
    checksum.add(std::string_view{piece}.substr(0, static_cast<std::size_t>(bytes)));
    at += bytes;
  }
  checksum.add(head.substr(0, checksum_at));
  if (checksum.value() != number_at<std::uint64_t>(head, checksum_at))
    refuse("a damaged archive: its bytes do not have its checksum", "an archive as it was written");
}

std::uint64_t ContainerReader::read_column(std::uint64_t at) {
  const auto require_left = [&](std::uint64_t bytes) {
    if (bytes > size_ - at) refuse("a column of an archive that is cut off", "all of it");
  };
  std::string head(column_head_bytes, '\0');
  require_left(head.size());
  fetch_(at, head);
  at += head.size();
  ContainerColumn column{.name = std::string(number_at<std::uint16_t>(head, 0), '\0'),
                         .width = number_at<std::uint16_t>(head, 2),
                         .rows = number_at<std::uint64_t>(head, 8),
                         .count = number_at<std::uint64_t>(head, 16)};
  if (column.name.empty() || column.name.size() > longest_name || column.width == 0)
    refuse("a column of an archive without name or width, or with too long a name",
           "names of up to " + std::to_string(longest_name) + " bytes");
  require_left(column.name.size() + padding(column.name.size()));
  fetch_(at, column.name);
  at += column.name.size() + padding(column.name.size());
  if (column.count > (size_ - at) / column.width)
    refuse("a column of an archive that is cut off", "all of it");
  column.at = at;
  const std::uint64_t bytes = column.count * column.width;
  require_left(bytes + padding(bytes));
  columns_.push_back(std::move(column));
  return at + bytes + padding(bytes);
}

const ContainerColumn* ContainerReader::find(std::string_view name) const {
  const auto at = std::ranges::lower_bound(columns_, name, {}, &ContainerColumn::name);
  return at == columns_.end() || at->name != name ? nullptr : &*at;
}

void ContainerReader::bytes(const ContainerColumn& column, std::uint64_t from,
                            std::span<char> into) const {
  if (!into.empty()) fetch_(column.at + from, into);
}

void ContainerReader::require_width(const ContainerColumn& column, std::size_t width) {
  if (column.width != width)
    refuse("a column of an archive whose numbers have " + std::to_string(column.width) + " bytes",
           std::to_string(width));
}

}  // namespace zhibu

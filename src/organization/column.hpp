// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace zhibu {

// Asks for large pages where there is much to hold: a row of a nation is then found without a
// second walk through the page tables.
template <class T>
struct LargePages {
  using value_type = T;
  static constexpr std::size_t page = std::size_t{1} << 21;

  LargePages() = default;
  template <class U>
  explicit LargePages(const LargePages<U>&) {}

  T* allocate(std::size_t n) {
    const std::size_t bytes = n * sizeof(T);
    if (bytes < page) return static_cast<T*>(::operator new(bytes));
    void* const memory = ::operator new (bytes, std::align_val_t{page});
    ask(memory, bytes);
    return static_cast<T*>(memory);
  }

  // Where the system knows of large pages: memory that begins at one is to be made of them.
  static void ask([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t bytes) {
#ifdef __linux__
    madvise(memory, bytes / page * page, MADV_HUGEPAGE);
#endif
  }

  // The same of those pages that lie wholly in the memory of `n` values.
  static void ask_inside(T* memory, std::size_t n) {
    void* begin = memory;
    std::size_t bytes = n * sizeof(T);
    if (std::align(page, page, begin, bytes) != nullptr) ask(begin, bytes);
  }

  void deallocate(T* memory, std::size_t n) {
    const std::size_t bytes = n * sizeof(T);
    if (bytes < page)
      ::operator delete(memory);
    else
      ::operator delete (memory, std::align_val_t{page});
  }

  template <class U>
  friend bool operator==(const LargePages&, const LargePages<U>&) {
    return true;
  }
};

// One value for each row.
template <class T>
using Values = std::vector<T, LargePages<T>>;

// A value for few of the rows: a bit says whether, and how many bits stand before it says where.
template <class T>
class RareColumn {
 public:
  std::size_t size() const { return size_; }

  void push_back(std::optional<T> value) {
    if (size_ % 64 == 0) {
      if (size_ % 512 == 0) before_.push_back(static_cast<std::uint32_t>(values_.size()));
      bits_.push_back(0);
    }
    if (value) {
      bits_.back() |= std::uint64_t{1} << (size_ % 64);
      values_.push_back(*value);
    }
    ++size_;
  }

  std::optional<T> operator[](std::size_t row) const {
    if (values_.empty()) return std::nullopt;
    const std::size_t word = row / 64;
    const std::uint64_t below = (std::uint64_t{1} << (row % 64)) - 1;
    if ((bits_[word] & ~below & (below + 1)) == 0) return std::nullopt;
    std::size_t place = before_[row / 512];
    for (std::size_t w = row / 512 * 8; w < word; ++w)
      place += static_cast<std::size_t>(std::popcount(bits_[w]));
    return values_[place + static_cast<std::size_t>(std::popcount(bits_[word] & below))];
  }

  // As an archive keeps it; restored() throws std::invalid_argument unless there is a value for
  // each bit that is set, and none behind the last row.
  const Values<std::uint64_t>& bits() const { return bits_; }
  const Values<T>& values() const { return values_; }
  static RareColumn restored(std::size_t rows, Values<std::uint64_t> bits, Values<T> values) {
    RareColumn column;
    const bool sound = bits.size() == rows / 64 + (rows % 64 != 0) &&
                       (rows % 64 == 0 || bits.back() >> (rows % 64) == 0);
    std::size_t set = 0;
    for (std::size_t word = 0; word < bits.size(); ++word) {
      if (word % 8 == 0) column.before_.push_back(static_cast<std::uint32_t>(set));
      set += static_cast<std::size_t>(std::popcount(bits[word]));
    }
    if (!sound || set != values.size())
      throw std::invalid_argument("a column of few values, " + std::to_string(values.size()) +
                                  " for " + std::to_string(set) +
                                  " rows; accepted: one for each row that has any");
    column.size_ = rows;
    column.bits_ = std::move(bits);
    column.values_ = std::move(values);
    return column;
  }
  std::size_t bytes() const {
    return bits_.size() * 8 + before_.size() * 4 + values_.size() * sizeof(T);
  }

 private:
  std::size_t size_ = 0;
  Values<std::uint64_t> bits_;
  Values<std::uint32_t> before_;  // how many values stand before each 512 rows
  Values<T> values_;
};

}  // namespace zhibu

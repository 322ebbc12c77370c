// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "organization/column.hpp"
#include "steps.hpp"

namespace zhibu {

// Finds the row of a key by the key's hash, in five bytes a row. Rows are numbered from 0 in the
// order in which they come. Each slot holds a row and, in the bits that are left over, a part of
// the hash, so that a row which is not meant is seldom looked at.
class HashIndex {
 public:
  std::size_t size() const { return size_; }

  // The row with this hash for which `same` holds.
  template <class Same>
  std::optional<std::uint32_t> find(std::uint64_t hash, Same same) const {
    if (slots_.empty()) return std::nullopt;
    const std::uint32_t tag = tag_of(hash);
    std::size_t at = home_of(hash);
    for (std::size_t n = slots_.size(); n > 0 && slots_[at] != 0; --n) {
      const std::uint32_t row = (slots_[at] & row_mask()) - 1;
      if ((slots_[at] & ~row_mask()) == tag && same(row)) return row;
      if (++at == slots_.size()) at = 0;
    }
    return std::nullopt;
  }

  // Adds the next row, with its hash. `hash_of` gives the hash of any row, for when the index
  // grows.
  template <class HashOf>
  void add(std::uint64_t hash, HashOf hash_of) {
    if ((size_ + 1) * 5 > slots_.size() * 4) grow(slots_.size() * 2 + 16, hash_of);
    place(static_cast<std::uint32_t>(size_), hash);
    ++size_;
  }

  // Asks for the memory where that hash is looked for.
  void prefetch([[maybe_unused]] std::uint64_t hash) const {
#ifdef __GNUC__
    if (!slots_.empty()) __builtin_prefetch(&slots_[home_of(hash)]);
#endif
  }

  // Makes room for so many rows.
  template <class HashOf>
  void reserve(std::size_t rows, HashOf hash_of) {
    if (const std::size_t slots = rows + rows / 4 + 16; slots > slots_.size()) grow(slots, hash_of);
  }

  // As an archive keeps it; restored() throws std::invalid_argument unless each slot holds a row
  // there is, every row is there once at most, and slots are free.
  const Values<std::uint32_t>& slots() const { return slots_; }
  static HashIndex restored(Values<std::uint32_t> slots, std::size_t size, Steps& steps) {
    HashIndex index;
    index.slots_ = std::move(slots);
    index.size_ = size;
    std::size_t used = 0;
    bool sound = true;
    for (const std::uint32_t slot : index.slots_) {
      steps.pause();
      used += slot != 0;
      sound =
          sound && (slot & index.row_mask()) <= size && (slot == 0 || (slot & index.row_mask()));
    }
    if (!sound || used != size || used * 5 > index.slots_.size() * 4)
      throw std::invalid_argument("an index that does not fit its " + std::to_string(size) +
                                  " rows; accepted: each row once, and free slots");
    return index;
  }

 private:
  int row_bits() const { return static_cast<int>(std::bit_width(slots_.size())); }
  std::uint32_t row_mask() const {
    return static_cast<std::uint32_t>((std::uint64_t{1} << row_bits()) - 1);
  }
  std::uint32_t tag_of(std::uint64_t hash) const {
    return static_cast<std::uint32_t>(hash << row_bits());
  }
  std::size_t home_of(std::uint64_t hash) const { return (hash >> 32) * slots_.size() >> 32; }

  template <class HashOf>
  void grow(std::size_t slots, HashOf hash_of) {
    constexpr std::uint32_t ahead = 16;  // so many are asked for before the first is placed
    slots_ = Values<std::uint32_t>(slots);
    std::array<std::uint64_t, ahead> hashes{};
    for (std::uint32_t first = 0; first < size_; first += ahead) {
      const auto rows = static_cast<std::uint32_t>(std::min<std::size_t>(ahead, size_ - first));
      for (std::uint32_t i = 0; i < rows; ++i) prefetch(hashes[i] = hash_of(first + i));
      for (std::uint32_t i = 0; i < rows; ++i) place(first + i, hashes[i]);
    }
  }

  void place(std::uint32_t row, std::uint64_t hash) {
    std::size_t at = home_of(hash);
    while (slots_[at] != 0)
      if (++at == slots_.size()) at = 0;
    slots_[at] = tag_of(hash) | (row + 1);
  }

  Values<std::uint32_t> slots_;  // 0 where free; a fifth of them always is
  std::size_t size_ = 0;
};

}  // namespace zhibu

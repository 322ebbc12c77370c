// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace zhibu {

// A set of some of the whole numbers below a limit, which does not change. It looks at one word to
// say whether it holds a number, or how many it holds below it; and searches the words for its
// n-th.
class CountedSet {
 public:
  CountedSet() = default;

  // The numbers below `limit` for which `holds` is true.
  template <class Holds>
  CountedSet(std::uint32_t limit, Holds holds) : words_(limit / 64 + 1) {
    for (std::uint32_t i = 0; i < limit; ++i)
      if (holds(i)) words_[i / 64].bits |= std::uint64_t{1} << (i % 64);
    for (Word& word : words_) {
      word.below = size_;
      size_ += std::popcount(word.bits);
    }
  }

  // Both of a number below the limit; the second of the limit too.
  bool contains(std::uint32_t i) const { return (words_[i / 64].bits >> (i % 64) & 1) != 0; }
  int count_below(std::uint32_t i) const {
    const Word& word = words_[i / 64];
    return word.below + std::popcount(word.bits & ((std::uint64_t{1} << (i % 64)) - 1));
  }

  int size() const { return size_; }

  // The n-th, counted from 0, of as many as there are.
  std::uint32_t nth(int n) const {
    const auto word = std::ranges::upper_bound(words_, n, {}, &Word::below) - 1;
    std::uint64_t bits = word->bits;
    for (int i = word->below; i < n; ++i) bits &= bits - 1;  // takes the lowest away
    return static_cast<std::uint32_t>((word - words_.begin()) * 64 + std::countr_zero(bits));
  }

 private:
  struct Word {
    std::uint64_t bits = 0;
    int below = 0;  // how many there are in the words before
  };
  std::vector<Word> words_;
  int size_ = 0;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "organization/column.hpp"
#include "organization/hash_index.hpp"
#include "steps.hpp"

namespace zhibu {

using TextId = std::uint32_t;

// Memory for texts, which never moves. Pages that nothing was written to yet take no room.
class TextChunk {
 public:
  static constexpr std::size_t bytes = std::size_t{1} << 21;

  explicit TextChunk(bool large_pages);
  TextChunk(const TextChunk& other);
  TextChunk(TextChunk&& other) noexcept;
  TextChunk& operator=(TextChunk other) noexcept;
  ~TextChunk();

  char* data() { return memory_; }
  const char* data() const { return memory_; }

  std::size_t used = 0;

 private:
  char* memory_;
  bool large_pages_;
};

// Texts, each kept once and numbered in the order in which they came. A view of a kept text lives
// as long as the Texts, whatever is added.
//
// A text takes its bytes, three for its place and five to eight for finding it again.
class Texts {
 public:
  static constexpr std::size_t longest = 32000;  // bytes

  // Throws std::invalid_argument where `text` is longer than that.
  TextId keep(std::string_view text);

  // Keeps many texts at once in less time. False, and some of them are kept, where one is known
  // already.
  bool keep_new(std::span<const std::string_view> texts);

  std::optional<TextId> find(std::string_view text) const;

  // Finds many at once in less time.
  std::vector<std::optional<TextId>> find_all(std::span<const std::string_view> texts) const;

  std::string_view operator[](TextId id) const {
    const Group& group = groups_[id / Group::size];
    const std::size_t i = id % Group::size;
    if (group.base >= scattered) return of_scattered(group, i);
    const std::size_t begin = i == 0 ? 0 : group.end[i - 1];
    return {at(group.base + begin), group.end[i] - begin};
  }
  std::size_t size() const { return index_.size(); }

  // Makes room for so many in all.
  void reserve(std::size_t texts);

  // What it takes for the texts themselves, and for finding them.
  std::size_t bytes_of_texts() const;
  std::size_t bytes_of_index() const;

  // As an archive keeps them: their lengths, and all their bytes, which `fill` puts into one span
  // after another. restored() throws std::invalid_argument unless all are UTF-8 and the index finds
  // each of them.
  Values<std::uint16_t> lengths() const;
  std::span<const char> chunk(std::size_t number) const;
  std::size_t chunks() const { return chunks_.size(); }
  const HashIndex& index() const { return index_; }
  static Texts restored(std::span<const std::uint16_t> lengths,
                        const std::function<void(std::span<char>)>& fill, HashIndex index,
                        Steps& steps);

 private:
  // Twelve texts that follow on one another in one chunk, found with one look at the memory. Where
  // they do not, each has its address in scattered_, and `end` holds its length.
  struct Group {
    static constexpr std::size_t size = 12;
    std::uint64_t base = 0;
    std::array<std::uint16_t, size> end{};
  };
  static constexpr std::uint64_t scattered = std::uint64_t{1} << 63;

  const char* at(std::uint64_t address) const {
    return chunks_[address / TextChunk::bytes].data() + address % TextChunk::bytes;
  }
  std::string_view of_scattered(const Group& group, std::size_t i) const;

  // The number of a text that may have this hash.
  std::optional<TextId> candidate(std::uint64_t hash) const {
    return index_.find(hash, [](TextId) { return true; });
  }
  void scatter(Group& group, std::size_t count);

  TextId keep(std::string_view text, std::uint64_t hash);

  // A place for the text of the next number, which is in a chunk of its own where the last is full.
  char* place(std::size_t id, std::size_t bytes);
  void require_sound(Steps& steps) const;

  std::vector<TextChunk> chunks_;
  Values<Group> groups_;
  std::vector<std::array<std::uint64_t, Group::size>> scattered_;
  HashIndex index_;
};

}  // namespace zhibu

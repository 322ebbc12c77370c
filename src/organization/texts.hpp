// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "organization/column.hpp"
#include "organization/hash_index.hpp"

namespace zhibu {

using TextId = std::uint32_t;

// Texts, each kept once and numbered in the order in which they came. A view of a kept text lives
// as long as the Texts, whatever is added.
//
// A text takes its bytes, one or two for its length and five for finding it again.
class Texts {
 public:
  static constexpr std::size_t longest = 32000;  // bytes

  // Throws std::invalid_argument where `text` is longer than that.
  TextId keep(std::string_view text);

  std::optional<TextId> find(std::string_view text) const;
  std::string_view operator[](TextId id) const;
  std::size_t size() const { return index_.size(); }

  // Makes room for so many in all.
  void reserve(std::size_t texts);

  // What it takes for the texts themselves, and for finding them.
  std::size_t bytes_of_texts() const { return next_; }
  std::size_t bytes_of_index() const { return starts_.size() * 8 + index_.slots().size() * 4; }

  // As an archive keeps them: in chunks, of which all but the last are full. restored() throws
  // std::invalid_argument unless there are `size` texts of UTF-8 in the `bytes` that the chunks
  // hold, and the index finds each of them.
  using Chunk = std::vector<char>;
  static constexpr std::size_t chunk_bytes = 1 << 16;
  const HashIndex& index() const { return index_; }
  std::span<const char> chunk(std::size_t number) const;
  std::size_t chunks() const { return chunks_.size(); }
  static Texts restored(std::vector<Chunk> chunks, std::uint64_t bytes, std::size_t size,
                        HashIndex index);

 private:
  static constexpr std::size_t block = 16;  // texts that share one entry of starts_

  const char* at(std::uint64_t address) const {
    return chunks_[address / chunk_bytes].data() + address % chunk_bytes;
  }
  std::uint64_t place(std::size_t bytes);  // where so many bytes have room

  // The text that begins at next_, or behind a rest that is free; next_ goes behind it.
  std::string_view next_text(std::uint64_t end);

  // Throws std::invalid_argument where the index does not find a text, or finds another of that
  // wording.
  void require_found() const;

  std::vector<Chunk> chunks_;     // full size from the beginning: what they hold stays
  std::uint64_t next_ = 0;        // the address of the next text
  Values<std::uint64_t> starts_;  // the address of every sixteenth text
  HashIndex index_;
};

}  // namespace zhibu

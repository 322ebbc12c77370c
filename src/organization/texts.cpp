// SPDX-License-Identifier: BSL-1.0

#include "organization/texts.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#include "encoding.hpp"

namespace zhibu {

namespace {

// Before each text stands its length: below 128 in one byte, above in two, of which the first has
// the highest bit. This byte says that the rest of the chunk is free.
constexpr unsigned char rest_is_free = 0xFF;

unsigned char byte(const char* at) { return static_cast<unsigned char>(*at); }

std::size_t length_bytes(std::size_t length) { return length < 0x80 ? 1 : 2; }

std::string_view text_at(const char* at) {
  const unsigned char first = byte(at);
  if (first < 0x80) return {at + 1, first};
  return {at + 2, (std::size_t{first} & 0x7F) << 8 | byte(at + 1)};
}

// The same on every machine: an archive keeps the index. Eight bytes at a time, each step a
// multiplication and a fold of its upper half.
std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = text.size() * factor;
  for (; !text.empty(); text.remove_prefix(std::min<std::size_t>(8, text.size()))) {
    std::uint64_t word = 0;
    for (std::size_t i = std::min<std::size_t>(8, text.size()); i > 0; --i)
      word = word << 8 | byte(text.data() + i - 1);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29;
  }
  hash *= 0xBF58476D1CE4E5B9;
  return hash ^ hash >> 32;
}

}  // namespace

std::uint64_t Texts::place(std::size_t bytes) {
  const std::size_t used = next_ % chunk_bytes;
  if (used + bytes > chunk_bytes) {
    chunks_.back()[used] = static_cast<char>(rest_is_free);
    next_ += chunk_bytes - used;
  }
  if (next_ / chunk_bytes == chunks_.size()) chunks_.emplace_back(chunk_bytes);
  return next_;
}

TextId Texts::keep(std::string_view text) {
  if (const std::optional<TextId> id = find(text)) return *id;
  if (text.size() > longest)
    throw std::invalid_argument("a text of " + std::to_string(text.size()) +
                                " bytes; accepted: at most " + std::to_string(longest));
  const auto id = static_cast<TextId>(size());
  const std::size_t prefix = length_bytes(text.size());
  const std::uint64_t address = place(prefix + text.size());
  char* const to = chunks_[address / chunk_bytes].data() + address % chunk_bytes;
  if (prefix == 2) to[0] = static_cast<char>(0x80 | text.size() >> 8);
  to[prefix - 1] = static_cast<char>(text.size() & 0xFF);
  std::ranges::copy(text, to + prefix);
  if (id % block == 0) starts_.push_back(address);
  next_ += prefix + text.size();
  index_.add([this](TextId row) { return hash_of((*this)[row]); });
  return id;
}

std::optional<TextId> Texts::find(std::string_view text) const {
  return index_.find(hash_of(text), [&](TextId id) { return (*this)[id] == text; });
}

std::string_view Texts::operator[](TextId id) const {
  std::uint64_t address = starts_[id / block];
  for (std::size_t skip = id % block;; --skip) {
    if (byte(at(address)) == rest_is_free) address = (address / chunk_bytes + 1) * chunk_bytes;
    const std::string_view text = text_at(at(address));
    if (skip == 0) return text;
    address += length_bytes(text.size()) + text.size();
  }
}

void Texts::reserve(std::size_t texts) {
  starts_.reserve(texts / block + 1);
  index_.reserve(texts, [this](TextId row) { return hash_of((*this)[row]); });
}

std::span<const char> Texts::chunk(std::size_t number) const {
  const bool last = number + 1 == chunks_.size();
  const std::size_t used = last ? next_ - number * chunk_bytes : chunk_bytes;
  return {chunks_[number].data(), used};
}

std::string_view Texts::next_text(std::uint64_t end) {
  const auto refuse = [](const char* found) {
    throw std::invalid_argument(std::string{found} +
                                "; accepted: texts of UTF-8, each with its length before it");
  };
  if (next_ < end && byte(at(next_)) == rest_is_free)
    next_ = (next_ / chunk_bytes + 1) * chunk_bytes;
  const std::uint64_t left =
      next_ < end ? std::min(end - next_, chunk_bytes - next_ % chunk_bytes) : 0;
  if (left < 1 || left < (byte(at(next_)) < 0x80 ? 1u : 2u)) refuse("a text that is not there");
  const std::string_view text = text_at(at(next_));
  const std::size_t prefix = byte(at(next_)) < 0x80 ? 1 : 2;
  if (prefix != length_bytes(text.size()) || text.size() > longest || prefix + text.size() > left)
    refuse("a text of a wrong length");
  if (!is_utf8(text)) refuse("a text that is not UTF-8");
  next_ += prefix + text.size();
  return text;
}

void Texts::require_found() const {
  std::uint64_t address = 0;
  for (std::size_t id = 0; id < size(); ++id) {
    if (byte(at(address)) == rest_is_free) address = (address / chunk_bytes + 1) * chunk_bytes;
    const std::string_view text = text_at(at(address));
    const auto same = [&](TextId row) { return row == id || (*this)[row] == text; };
    if (index_.find(hash_of(text), same) != static_cast<TextId>(id))
      throw std::invalid_argument(
          "a text that its index does not find, or that stands twice; "
          "accepted: each once");
    address += length_bytes(text.size()) + text.size();
  }
}

Texts Texts::restored(std::vector<Chunk> chunks, std::uint64_t bytes, std::size_t size,
                      HashIndex index) {
  Texts texts;
  texts.chunks_ = std::move(chunks);
  for (std::size_t id = 0; id < size; ++id) {
    const std::size_t length = texts.next_text(bytes).size();
    if (id % block == 0) texts.starts_.push_back(texts.next_ - length_bytes(length) - length);
  }
  if (texts.next_ != bytes)
    throw std::invalid_argument("bytes behind the last text; accepted: none");
  texts.index_ = std::move(index);
  if (texts.size() != size)
    throw std::invalid_argument("an index of " + std::to_string(texts.size()) + " for " +
                                std::to_string(size) + " texts; accepted: one of the same size");
  texts.require_found();
  return texts;
}

}  // namespace zhibu

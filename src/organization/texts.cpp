// SPDX-License-Identifier: BSL-1.0

#include "organization/texts.hpp"

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

#include "encoding.hpp"

namespace zhibu {

namespace {

std::uint64_t eight_bytes(const char* at, std::size_t n) {
  std::uint64_t word = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&word, at, n);
  } else {
    for (std::size_t i = n; i > 0; --i) word = word << 8 | static_cast<unsigned char>(at[i - 1]);
  }
  return word;
}

// The same on every machine: an archive keeps the index. Eight bytes at a time, each step a
// multiplication and a fold of its upper half.
std::uint64_t hash_of(std::string_view text) {
  constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
  std::uint64_t hash = text.size() * factor;
  const auto take = [&](std::uint64_t word) {
    hash = (hash ^ word) * factor;
    hash ^= hash >> 29;
  };
  for (; text.size() >= 8; text.remove_prefix(8)) take(eight_bytes(text.data(), 8));
  if (!text.empty()) take(eight_bytes(text.data(), text.size()));
  hash *= 0xBF58476D1CE4E5B9;
  return hash ^ hash >> 32;
}

// So many texts are asked for before the first of them is looked at.
constexpr TextId ahead = 16;

void prefetch([[maybe_unused]] const void* memory) {
#ifdef __GNUC__
  __builtin_prefetch(memory);
#endif
}

}  // namespace

TextChunk::TextChunk(bool large_pages)
    : memory_{static_cast<char*>(::operator new (bytes, std::align_val_t{LargePages<char>::page}))},
      large_pages_{large_pages} {
  if (large_pages) LargePages<char>::ask(memory_, bytes);
}

TextChunk::TextChunk(const TextChunk& other) : TextChunk{other.large_pages_} {
  used = other.used;
  std::memcpy(memory_, other.memory_, used);
}

TextChunk::TextChunk(TextChunk&& other) noexcept
    : used{other.used},
      memory_{std::exchange(other.memory_, nullptr)},
      large_pages_{other.large_pages_} {}

TextChunk& TextChunk::operator=(TextChunk other) noexcept {
  std::swap(used, other.used);
  std::swap(memory_, other.memory_);
  std::swap(large_pages_, other.large_pages_);
  return *this;
}

TextChunk::~TextChunk() { ::operator delete (memory_, std::align_val_t{LargePages<char>::page}); }

std::string_view Texts::of_scattered(const Group& group, std::size_t i) const {
  return {at(scattered_[group.base - scattered][i]), group.end[i]};
}

void Texts::scatter(Group& group, std::size_t count) {
  std::array<std::uint64_t, Group::size> addresses{};
  std::size_t begin = 0;
  for (std::size_t i = 0; i < count; ++i) {
    addresses[i] = group.base + begin;
    begin = std::exchange(group.end[i], static_cast<std::uint16_t>(group.end[i] - begin));
  }
  group.base = scattered + scattered_.size();
  scattered_.push_back(addresses);
}

char* Texts::place(std::size_t id, std::size_t bytes) {
  if (chunks_.empty() || chunks_.back().used + bytes > TextChunk::bytes)
    chunks_.emplace_back(!chunks_.empty());  // large pages where there is more than one
  TextChunk& chunk = chunks_.back();
  const std::uint64_t address = (chunks_.size() - 1) * TextChunk::bytes + chunk.used;
  const std::size_t i = id % Group::size;
  if (i == 0) groups_.push_back({address, {}});
  Group& group = groups_.back();
  const bool follows =
      i == 0 || (group.base < scattered && group.base + group.end[i - 1] == address);
  const std::size_t end = follows ? address - group.base + bytes : 0;
  if (group.base < scattered && (!follows || end > std::numeric_limits<std::uint16_t>::max()))
    scatter(group, i);
  if (group.base >= scattered) scattered_[group.base - scattered][i] = address;
  group.end[i] = static_cast<std::uint16_t>(group.base >= scattered ? bytes : end);
  chunk.used += bytes;
  return chunk.data() + (chunk.used - bytes);
}

TextId Texts::keep(std::string_view text) { return keep(text, hash_of(text)); }

TextId Texts::keep(std::string_view text, std::uint64_t hash) {
  if (const auto id = index_.find(hash, [&](TextId row) { return (*this)[row] == text; }))
    return *id;
  if (text.size() > longest)
    throw std::invalid_argument("a text of " + std::to_string(text.size()) +
                                " bytes; accepted: at most " + std::to_string(longest));
  const auto id = static_cast<TextId>(size());
  std::ranges::copy(text, place(id, text.size()));
  index_.add(hash, [this](TextId row) { return hash_of((*this)[row]); });
  return id;
}

bool Texts::keep_new(std::span<const std::string_view> texts) {
  std::array<std::uint64_t, ahead> hashes{};
  for (std::size_t first = 0; first < texts.size(); first += ahead) {
    const std::size_t end = std::min(texts.size(), first + ahead);
    for (std::size_t i = first; i < end; ++i)
      index_.prefetch(hashes[i - first] = hash_of(texts[i]));
    for (std::size_t i = first; i < end; ++i) {
      const std::size_t known = size();
      if (keep(texts[i], hashes[i - first]) < known) return false;
    }
  }
  return true;
}

// In three steps, each of which asks for the memory that the next looks at: the slots of the index,
// the places of the texts, the texts.
std::vector<std::optional<TextId>> Texts::find_all(std::span<const std::string_view> texts) const {
  constexpr std::size_t many = 64;
  std::vector<std::optional<TextId>> found(texts.size());
  std::array<std::uint64_t, many> hashes{};
  for (std::size_t first = 0; first < texts.size(); first += many) {
    const std::size_t end = std::min(texts.size(), first + many);
    for (std::size_t i = first; i < end; ++i)
      index_.prefetch(hashes[i - first] = hash_of(texts[i]));
    for (std::size_t i = first; i < end; ++i)
      if ((found[i] = candidate(hashes[i - first]))) prefetch(&groups_[*found[i] / Group::size]);
    for (std::size_t i = first; i < end; ++i)
      if (found[i]) prefetch((*this)[*found[i]].data());
    for (std::size_t i = first; i < end; ++i)
      if (found[i] && (*this)[*found[i]] != texts[i]) found[i] = find(texts[i]);
  }
  return found;
}

std::optional<TextId> Texts::find(std::string_view text) const {
  return index_.find(hash_of(text), [&](TextId id) { return (*this)[id] == text; });
}

void Texts::reserve(std::size_t texts) {
  groups_.reserve(texts / Group::size + 1);
  index_.reserve(texts, [this](TextId row) { return hash_of((*this)[row]); });
}

std::size_t Texts::bytes_of_texts() const {
  std::size_t bytes = 0;
  for (const TextChunk& chunk : chunks_) bytes += chunk.used;
  return bytes;
}

std::size_t Texts::bytes_of_index() const {
  return groups_.size() * sizeof(Group) + scattered_.size() * sizeof(scattered_[0]) +
         index_.slots().size() * 4;
}

Values<std::uint16_t> Texts::lengths() const {
  Values<std::uint16_t> lengths(size());
  for (TextId id = 0; id < size(); ++id)
    lengths[id] = static_cast<std::uint16_t>((*this)[id].size());
  return lengths;
}

std::span<const char> Texts::chunk(std::size_t number) const {
  return {chunks_[number].data(), chunks_[number].used};
}

Texts Texts::restored(std::span<const std::uint16_t> lengths,
                      const std::function<void(std::span<char>)>& fill, HashIndex index,
                      Steps& steps) {
  if (index.size() != lengths.size())
    throw std::invalid_argument("an index of " + std::to_string(index.size()) + " for " +
                                std::to_string(lengths.size()) +
                                " texts; accepted: one of the same size");
  Texts texts;
  texts.groups_.reserve(lengths.size() / Group::size + 1);
  const auto fill_chunk = [&] {
    if (!texts.chunks_.empty()) fill({texts.chunks_.back().data(), texts.chunks_.back().used});
  };
  for (std::size_t id = 0; id < lengths.size(); ++id) {
    if (lengths[id] > longest)
      throw std::invalid_argument("a text of " + std::to_string(lengths[id]) +
                                  " bytes; accepted: at most " + std::to_string(longest));
    if (!texts.chunks_.empty() && texts.chunks_.back().used + lengths[id] > TextChunk::bytes)
      fill_chunk();
    texts.place(id, lengths[id]);
    steps.pause();
  }
  fill_chunk();
  texts.index_ = std::move(index);
  texts.require_sound(steps);
  return texts;
}

void Texts::require_sound(Steps& steps) const {
  std::array<std::uint64_t, ahead> hashes{};
  for (TextId first = 0; first < size(); first += ahead) {
    steps.pause();
    const auto end = static_cast<TextId>(std::min<std::size_t>(size(), first + std::size_t{ahead}));
    for (TextId id = first; id < end; ++id) {
      if (!is_utf8((*this)[id]))
        throw std::invalid_argument("a text that is not UTF-8; accepted: texts of UTF-8");
      hashes[id - first] = hash_of((*this)[id]);
      index_.prefetch(hashes[id - first]);
    }
    for (TextId id = first; id < end; ++id) {
      const auto same = [&](TextId row) { return row == id || (*this)[row] == (*this)[id]; };
      if (index_.find(hashes[id - first], same) != id)
        throw std::invalid_argument(
            "a text that its index does not find, or that stands twice; accepted: each once");
    }
  }
}

}  // namespace zhibu

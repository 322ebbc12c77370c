// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace zhibu {

using TextId = std::uint32_t;

// Texts, each kept once. A view of a kept text lives as long as the Texts, whatever is added.
class Texts {
 public:
  Texts() = default;
  Texts(const Texts& other) : texts_{other.texts_} {
    for (const std::string& text : texts_) ids_.emplace(text, ids_.size());
  }
  Texts& operator=(const Texts&) = delete;

  TextId keep(std::string_view text) {
    if (const std::optional<TextId> id = find(text)) return *id;
    texts_.emplace_back(text);
    return ids_.emplace(texts_.back(), ids_.size()).first->second;
  }

  std::optional<TextId> find(std::string_view text) const {
    const auto found = ids_.find(text);
    return found == ids_.end() ? std::nullopt : std::optional{found->second};
  }

  std::string_view operator[](TextId id) const { return texts_[id]; }

 private:
  std::deque<std::string> texts_;  // a deque never moves what it holds
  std::unordered_map<std::string_view, TextId> ids_;
};

}  // namespace zhibu

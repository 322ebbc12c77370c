// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "organization/column.hpp"
#include "organization/hash_index.hpp"

namespace zhibu {

// A list of items for each owner, linked from the newest back: eight bytes an item and owner.
// Owners and items are numbered from 0; an item is in one list at most.
class Chains {
 public:
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

  void add(std::uint32_t owner, std::uint32_t item) {
    if (owner >= newest_.size()) newest_.resize(owner + std::size_t{1}, none);
    if (item >= before_.size()) before_.resize(item + std::size_t{1}, in_no_list);
    before_[item] = newest_[owner];
    newest_[owner] = item;
  }

  // Whether the item is in a list.
  bool holds(std::uint32_t item) const {
    return item < before_.size() && before_[item] != in_no_list;
  }

  // Calls `act` with each item of `owner`, the newest first.
  template <class Act>
  void each(std::uint32_t owner, Act act) const {
    if (owner >= newest_.size()) return;
    for (std::uint32_t item = newest_[owner]; item != none; item = before_[item]) act(item);
  }

  // The items of `owner` in the order in which they came.
  std::vector<std::uint32_t> of(std::uint32_t owner) const {
    std::vector<std::uint32_t> items;
    each(owner, [&](std::uint32_t item) { items.push_back(item); });
    std::ranges::reverse(items);
    return items;
  }

  std::size_t bytes() const { return (newest_.size() + before_.size()) * 4; }

 private:
  static constexpr std::uint32_t in_no_list = none - 1;

  Values<std::uint32_t> newest_;  // of each owner
  Values<std::uint32_t> before_;  // of each item
};

// The same where few of the owners have a list.
class RareChains {
 public:
  void add(std::uint32_t owner, std::uint32_t item) {
    std::optional<std::uint32_t> place = find(owner);
    if (!place) {
      place = static_cast<std::uint32_t>(owners_.size());
      owners_.push_back(owner);
      index_.add(hash_of(owner), [this](std::uint32_t row) { return hash_of(owners_[row]); });
    }
    chains_.add(*place, item);
  }

  std::vector<std::uint32_t> of(std::uint32_t owner) const {
    const std::optional<std::uint32_t> place = find(owner);
    return place ? chains_.of(*place) : std::vector<std::uint32_t>{};
  }

  template <class Act>
  void each(std::uint32_t owner, Act act) const {
    if (const std::optional<std::uint32_t> place = find(owner)) chains_.each(*place, act);
  }

  std::size_t bytes() const {
    return chains_.bytes() + owners_.size() * 4 + index_.slots().size() * 4;
  }

 private:
  static std::uint64_t hash_of(std::uint32_t owner) {
    const std::uint64_t hash = (owner + std::uint64_t{1}) * 0x9E3779B97F4A7C15;
    return hash ^ hash >> 32;
  }

  std::optional<std::uint32_t> find(std::uint32_t owner) const {
    return index_.find(hash_of(owner), [&](std::uint32_t row) { return owners_[row] == owner; });
  }

  Values<std::uint32_t> owners_;
  HashIndex index_;
  Chains chains_;
};

}  // namespace zhibu

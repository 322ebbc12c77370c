// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "organization/column.hpp"
#include "zhibu/id.hpp"

namespace zhibu {

// Lists of persons, one behind the other, numbered in the order in which they came. A view of one
// lives as long as the lists, whatever is added. An empty one takes the four bytes of its end.
class PersonLists {
 public:
  std::size_t size() const { return ends_.size(); }
  void reserve(std::size_t lists) { ends_.reserve(lists); }

  void push_back(std::span<const PersonId> list) {
    std::size_t begin = end_of(size());
    if (!list.empty() && !has_room(begin, list.size())) {
      begin = pages_.size() * page;
      const std::size_t pages = (list.size() + page - 1) / page;
      pages_.emplace_back(pages * page);
      pages_.resize(pages_.size() + pages - 1);  // empty: the first has the room of all of them
    }
    if (!list.empty()) std::ranges::copy(list, &pages_[begin / page][begin % page]);
    ends_.push_back(static_cast<std::uint32_t>(begin + list.size()));
  }

  std::span<const PersonId> operator[](std::size_t number) const {
    const std::size_t before = end_of(number);
    const std::size_t end = end_of(number + 1);
    if (before == end) return {};
    const bool goes_on = before / page == (end - 1) / page;
    const std::size_t begin = goes_on ? before : (before + page - 1) / page * page;
    return {&pages_[begin / page][begin % page], end - begin};
  }

 private:
  static constexpr std::size_t page = 4096;  // persons; a list begins on a new one where it must

  std::size_t end_of(std::size_t lists) const { return lists == 0 ? 0 : ends_[lists - 1]; }
  bool has_room(std::size_t begin, std::size_t persons) const {
    if (pages_.empty()) return false;
    return begin - (pages_.size() - 1) * page + persons <= pages_.back().size();
  }

  std::vector<std::vector<PersonId>> pages_;
  Values<std::uint32_t> ends_;  // of each list, counted over the pages
};

}  // namespace zhibu

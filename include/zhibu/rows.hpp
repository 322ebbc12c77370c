// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <type_traits>

namespace zhibu {

// The rows of a collection, in the order in which they were added. A row is made when it is asked
// for; its texts are views into the collection, which must outlive it.
//
//   for (const Unit& unit : roster.units()) std::cout << unit.name << '\n';
//
// Collection is indexed by the handle I and gives a Row: `collection[I{3}]` is its fourth.
template <class Collection, class I, class Row>
class Rows {
 public:
  using reference = Row;
  using value_type = std::remove_cvref_t<Row>;

  class Iterator {
   public:
    using iterator_category = std::input_iterator_tag;
    using value_type = Rows::value_type;
    using reference = Rows::reference;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    Iterator(const Collection* collection, std::uint32_t index)
        : collection_{collection}, index_{index} {}

    reference operator*() const { return (*collection_)[I{index_}]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    Iterator operator++(int) {
      const Iterator before = *this;
      ++index_;
      return before;
    }
    friend bool operator==(Iterator a, Iterator b) { return a.index_ == b.index_; }

   private:
    const Collection* collection_ = nullptr;
    std::uint32_t index_ = 0;
  };

  Rows(const Collection& collection, std::size_t size)
      : collection_{&collection}, size_{static_cast<std::uint32_t>(size)} {}

  Iterator begin() const { return {collection_, 0}; }
  Iterator end() const { return {collection_, size_}; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

 private:
  const Collection* collection_;
  std::uint32_t size_;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// What the arrays of a batch consist of: buffers, and a bit for each row that has a value. See "The
// Arrow columnar format".

#pragma once

#include <any>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "zhibu/arrow.hpp"

namespace zhibu {

// A buffer of an array, and what keeps it alive.
struct ArrowBuffer {
  const void* data = nullptr;
  std::any owner = {};
};

template <class T>
ArrowBuffer buffer_of(std::vector<T> values) {
  const auto kept = std::make_shared<const std::vector<T>>(std::move(values));
  static constexpr std::int64_t nothing = 0;  // a buffer of no bytes is still not null
  return {kept->empty() ? static_cast<const void*>(&nothing) : kept->data(), kept};
}

// The first of the buffers tells which values are there, and is null where all are.
ArrowArray array_of(std::size_t length, std::size_t nulls, std::vector<ArrowBuffer> buffers,
                    std::vector<ArrowArray> children = {});

// Holds what keeps alive what a buffer points to; and gives an array of numbers what they stand
// for.
void hold(ArrowArray& array, std::any owner);
void set_dictionary(ArrowArray& array, ArrowArray dictionary);

// Children that a consumer has not moved away are released with what they belong to.
template <class T>
void release_all(std::vector<T>& children) {
  for (T& child : children)
    if (child.release != nullptr) child.release(&child);
}

template <class T>
std::vector<T*> pointers_to(std::vector<T>& children) {
  std::vector<T*> pointers;
  for (T& child : children) pointers.push_back(&child);
  return pointers;
}

// A bit for each row, from the lowest on.
class ArrowBits {
 public:
  void push_back(bool bit) {
    if (size_ % 8 == 0) bytes_.push_back(0);
    if (bit) bytes_.back() = static_cast<std::uint8_t>(bytes_.back() | 1U << (size_ % 8));
    ++size_;
  }
  ArrowBuffer finish() { return buffer_of(std::move(bytes_)); }

 private:
  std::size_t size_ = 0;
  std::vector<std::uint8_t> bytes_;
};

// Which of the rows have a value.
class ArrowValidity {
 public:
  void push_back(bool there) {
    if (!there && nulls_++ == 0)
      for (std::size_t row = 0; row < size_; ++row) bits_.push_back(true);
    if (nulls_ > 0) bits_.push_back(there);
    ++size_;
  }
  std::size_t nulls() const { return nulls_; }
  std::size_t size() const { return size_; }
  ArrowBuffer finish();

 private:
  std::size_t size_ = 0;
  std::size_t nulls_ = 0;
  ArrowBits bits_;  // from the first null on
};

}  // namespace zhibu

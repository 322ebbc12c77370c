// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace organization_benchmark {

// Texts one behind another, as a column has them.
class Texts {
 public:
  void push_back(std::string_view text) {
    bytes_ += text;
    ends_.push_back(bytes_.size());
  }
  std::string_view operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::string_view{bytes_}.substr(begin, ends_[i] - begin);
  }
  std::size_t size() const { return ends_.size(); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
  std::vector<std::uint64_t> ends_;
};

// Codes of one length, one behind another.
class Codes {
 public:
  explicit Codes(std::size_t width) : width_{width} {}
  void reserve(std::size_t size) { bytes_.reserve(size * width_); }
  void push_back(std::string_view code) { bytes_ += code; }
  std::string_view operator[](std::size_t i) const {
    return std::string_view{bytes_}.substr(i * width_, width_);
  }
  std::size_t size() const { return bytes_.size() / width_; }
  std::size_t width() const { return width_; }
  const std::string& bytes() const { return bytes_; }

 private:
  std::size_t width_;
  std::string bytes_;
};

}  // namespace organization_benchmark

// SPDX-License-Identifier: BSL-1.0
//
// The arrays of a batch of rows, made value by value: push_back(value), push_null(), finish().

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "organization/arrow_buffers.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

template <class Number>
class ArrowNumbers {
 public:
  using Value = Number;
  static constexpr std::string_view format = sizeof(Number) == 1   ? "c"
                                             : sizeof(Number) == 2 ? "s"
                                             : sizeof(Number) == 4 ? "i"
                                                                   : "l";
  explicit ArrowNumbers(std::size_t rows) { numbers_.reserve(rows); }
  template <class Given>
  void push_back(Given number) {
    numbers_.push_back(static_cast<Number>(number));
    validity_.push_back(true);
  }
  void push_null() {
    numbers_.push_back(0);
    validity_.push_back(false);
  }
  ArrowArray finish() {
    const std::size_t rows = numbers_.size();
    return array_of(rows, validity_.nulls(), {validity_.finish(), buffer_of(std::move(numbers_))});
  }

 private:
  std::vector<Number> numbers_;
  ArrowValidity validity_;
};

class ArrowDays : public ArrowNumbers<std::int32_t> {
 public:
  using Value = Date;
  static constexpr std::string_view format = "tdD";
  using ArrowNumbers::ArrowNumbers;
  void push_back(Date day) { ArrowNumbers::push_back(day.serial()); }
};

// Of `digits` behind the point, each value as a whole number of the smallest part.
class ArrowDecimals {
 public:
  using Value = std::int64_t;
  explicit ArrowDecimals(std::size_t rows) { words_.reserve(2 * rows); }
  void push_back(std::int64_t number);
  void push_null();
  ArrowArray finish();

 private:
  std::vector<std::int64_t> words_;  // the lower and the upper half of each
  ArrowValidity validity_;
};

class ArrowTruths {
 public:
  using Value = bool;
  static constexpr std::string_view format = "b";
  explicit ArrowTruths(std::size_t) {}
  void push_back(bool value);
  void push_null();
  ArrowArray finish();

 private:
  ArrowBits bits_;
  ArrowValidity validity_;
};

// A text that is empty is one that is not there.
class ArrowTexts {
 public:
  using Value = std::string_view;
  static constexpr std::string_view format = "u";
  explicit ArrowTexts(std::size_t rows);
  void push_back(std::string_view text) {
    if (!text.empty()) bytes_.insert(bytes_.end(), text.begin(), text.end());
    ends_.push_back(static_cast<std::int32_t>(bytes_.size()));
    validity_.push_back(!text.empty());
  }
  void push_null() { push_back({}); }
  ArrowArray finish();

 private:
  std::vector<std::int32_t> ends_{0};
  std::vector<char> bytes_;
  ArrowValidity validity_;
};

class ArrowTextLists {
 public:
  using Value = std::vector<std::string_view>;
  static constexpr std::string_view format = "+l";
  static constexpr std::string_view item_format = "u";
  explicit ArrowTextLists(std::size_t rows) : items_{rows} { ends_.reserve(rows + 1); }
  void push_back(const std::vector<std::string_view>& texts);
  template <class Texts>
  requires requires(const Texts& texts) {
    texts.each([](std::string_view) {});
  }
  void push_back(const Texts& texts) {
    std::int32_t end = ends_.back();
    texts.each([&](std::string_view text) {
      items_.push_back(text);
      ++end;
    });
    ends_.push_back(end);
  }
  void push_null() { ends_.push_back(ends_.back()); }
  ArrowArray finish();

 private:
  std::vector<std::int32_t> ends_{0};
  ArrowTexts items_;
};

// The builder of a type of value.
template <class V>
struct ArrowBuilderOf {
  using Type = ArrowNumbers<V>;
};
template <>
struct ArrowBuilderOf<Date> {
  using Type = ArrowDays;
};
template <>
struct ArrowBuilderOf<bool> {
  using Type = ArrowTruths;
};
template <>
struct ArrowBuilderOf<std::string_view> {
  using Type = ArrowTexts;
};
template <>
struct ArrowBuilderOf<std::string> {
  using Type = ArrowTexts;
};
template <>
struct ArrowBuilderOf<std::vector<std::string_view>> {
  using Type = ArrowTextLists;
};

}  // namespace zhibu

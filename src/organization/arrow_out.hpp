// SPDX-License-Identifier: BSL-1.0
//
// Tables that go out by the Arrow C stream interface: columns that are made, or pointed to, a batch
// of rows at a time, when they are asked for.

#pragma once

#include <any>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "zhibu/arrow.hpp"
#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// So few that the texts of a batch, of 32,000 bytes at most, fit into offsets of 32 bits.
inline constexpr std::size_t arrow_batch_rows = 65536;

using ArrowLabels = std::shared_ptr<const std::vector<std::string>>;

// One column. Where it has labels its values are numbers of them; where it has an item format it is
// a list.
struct ArrowColumn {
  std::string name;
  std::string format;
  bool nullable = false;
  std::function<ArrowArray(std::size_t begin, std::size_t count)> rows;
  ArrowLabels labels = {};
  std::string item_format = {};
};

// A table. `owner` is whatever keeps alive what the columns read from: the stream and each of its
// batches hold it. `require_same` throws where that has changed since.
struct ArrowTable {
  std::vector<ArrowColumn> columns;
  std::size_t rows = 0;
  std::any owner = {};
  std::function<void()> require_same = {};
};

ArrowArrayStream stream_of(ArrowTable table);

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

// A bit for each row, from the lowest on.
class ArrowBits {
 public:
  void push_back(bool bit);
  ArrowBuffer finish() { return buffer_of(std::move(bytes_)); }

 private:
  std::size_t size_ = 0;
  std::vector<std::uint8_t> bytes_;
};

// Which of the rows have a value.
class ArrowValidity {
 public:
  void push_back(bool there);
  std::size_t nulls() const { return nulls_; }
  std::size_t size() const { return size_; }
  ArrowBuffer finish();

 private:
  std::size_t size_ = 0;
  std::size_t nulls_ = 0;
  ArrowBits bits_;  // from the first null on
};

// Builders of the arrays of one batch: push_back(value), push_null(), finish().
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
  void push_back(std::string_view text);
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
  void push_null() { push_back({}); }
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

template <class V>
struct ArrowGiven {
  using Value = V;
  static constexpr bool nullable =
      std::is_same_v<V, std::string_view> || std::is_same_v<V, std::string>;
};
template <class V>
struct ArrowGiven<std::optional<V>> {
  using Value = V;
  static constexpr bool nullable = true;
};

template <class Builder, class Given>
void push_given(Builder& builder, const Given& given) {
  builder.push_back(given);
}
template <class Builder, class V>
void push_given(Builder& builder, const std::optional<V>& given) {
  if (given)
    builder.push_back(*given);
  else
    builder.push_null();
}

// A column of what get(row) gives for each row, a value or perhaps one.
template <class Builder, class Get>
ArrowColumn built_column(std::string name, std::string format, Get get) {
  using Given = ArrowGiven<std::remove_cvref_t<std::invoke_result_t<Get, std::size_t>>>;
  return {std::move(name), std::move(format), Given::nullable,
          [get = std::move(get)](std::size_t begin, std::size_t count) {
            Builder builder{count};
            for (std::size_t row = begin; row < begin + count; ++row) push_given(builder, get(row));
            return builder.finish();
          }};
}

template <class Get>
ArrowColumn arrow_column(std::string name, Get get) {
  using Given = ArrowGiven<std::remove_cvref_t<std::invoke_result_t<Get, std::size_t>>>;
  using Builder = typename ArrowBuilderOf<typename Given::Value>::Type;
  ArrowColumn column =
      built_column<Builder>(std::move(name), std::string{Builder::format}, std::move(get));
  if constexpr (requires { Builder::item_format; }) column.item_format = Builder::item_format;
  return column;
}

// A column whose values are those numbers, kept by whoever owns the table: no copy is made. Number
// is as wide as its format says.
template <class Number>
ArrowColumn viewed_column(std::string name, std::string format, std::span<const Number> numbers,
                          ArrowLabels labels = {}) {
  static_assert(std::is_trivially_copyable_v<Number>);
  return {std::move(name), std::move(format), false,
          [numbers](std::size_t begin, std::size_t count) {
            static constexpr std::int64_t nothing = 0;
            const void* const first =
                count == 0 ? static_cast<const void*>(&nothing) : &numbers[begin];
            return array_of(count, 0, {ArrowBuffer{}, ArrowBuffer{first}});
          },
          std::move(labels)};
}

// The keys of an enumeration, by their numbers.
template <class E>
ArrowLabels labels_of() {
  static const ArrowLabels labels = [] {
    std::vector<std::string> keys;
    for (const auto& name : names<E>()) keys.emplace_back(name.key);
    return std::make_shared<const std::vector<std::string>>(std::move(keys));
  }();
  return labels;
}

// A column of numbers that stand for labels: what get(row) gives for each row.
template <class Get>
ArrowColumn labelled_column(std::string name, ArrowLabels labels, Get get) {
  ArrowColumn column;
  if (labels->size() <= std::numeric_limits<std::int8_t>::max())
    column = built_column<ArrowNumbers<std::int8_t>>(std::move(name), "c", std::move(get));
  else
    column = built_column<ArrowNumbers<std::int32_t>>(std::move(name), "i", std::move(get));
  column.labels = std::move(labels);
  return column;
}

}  // namespace zhibu

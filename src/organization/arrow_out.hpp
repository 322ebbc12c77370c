// SPDX-License-Identifier: BSL-1.0
//
// Tables that go out by the Arrow C stream interface: columns that are made, or pointed to, a batch
// of rows at a time, when they are asked for.

#pragma once

#include <any>
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

#include "organization/arrow_builders.hpp"
#include "zhibu/arrow.hpp"
#include "zhibu/names.hpp"

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

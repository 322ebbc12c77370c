// SPDX-License-Identifier: BSL-1.0
//
// Tables that come in by the Arrow C stream interface, from whatever library.

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "organization/arrow_type.hpp"
#include "zhibu/arrow.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The values of a column in one batch. They are views into the batch, which must outlive them.
class ArrowCells {
 public:
  // `first` is where the batch begins in the array.
  ArrowCells(const ArrowType& type, const ArrowArray& array, std::size_t first);

  bool is_null(std::size_t row) const;

  // The value as a text file writes it, which may be put into `scratch`: "" where it is null, a
  // list joined by ';', a day as 2017-09-30, a truth as yes or no, a whole number by its digits.
  std::string_view text(std::size_t row, std::string& scratch) const;

  // The value where the column is of that kind, and the row not null.
  std::optional<Date> day(std::size_t row) const;
  std::optional<std::int64_t> whole(std::size_t row) const;
  std::optional<bool> truth(std::size_t row) const;

  const ArrowType& type() const { return *type_; }

  // Of a dictionary: the number that stands in a row, and how many there are.
  std::optional<std::size_t> label(std::size_t row) const;
  std::size_t labels() const {
    return labels_ ? static_cast<std::size_t>(labels_->array_->length) : 0;
  }

  // Of a list: where the items of a row begin and end.
  struct Items {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  Items items(std::size_t row) const;
  const ArrowCells& item_cells() const { return *items_; }

 private:
  template <class T>
  const T* buffer(std::size_t number) const {
    return static_cast<const T*>(array_->buffers[number]);
  }
  std::size_t at(std::size_t row) const { return first_ + row; }
  std::int64_t integer(std::size_t row) const;
  double fraction(std::size_t row) const;
  std::string_view view(std::size_t row) const;
  std::string_view words(std::size_t row) const;
  std::string& write_decimal(std::size_t row, std::string& scratch) const;
  std::string_view write_number(std::size_t row, std::string& scratch) const;
  std::string_view write_list(std::size_t row, std::string& scratch) const;
  std::string_view written_label(std::size_t row, std::string& scratch) const;
  std::string& write_moment(std::size_t row, std::string& scratch) const;

  const ArrowType* type_;
  const ArrowArray* array_;
  std::size_t first_;
  std::shared_ptr<const ArrowCells> labels_;
  std::shared_ptr<const ArrowCells> items_;
};

// A stream that is read batch after batch, and again where that is wanted: it keeps the batches.
// Takes the stream over, and releases it.
class ArrowReader {
 public:
  struct Column {
    std::string name;
    ArrowType type;
  };

  // Throws std::invalid_argument where the stream fails or is no table.
  explicit ArrowReader(ArrowArrayStream stream);
  ArrowReader(const ArrowReader&) = delete;
  ArrowReader& operator=(const ArrowReader&) = delete;
  ~ArrowReader();

  const std::vector<Column>& columns() const { return columns_; }

  // The next batch, which lives as long as this, or nullptr at the end. Throws
  // std::invalid_argument where the stream fails.
  const ArrowArray* next();

  // From the first batch on.
  void begin_again() { at_ = 0; }

  // The cells of a column in a batch.
  ArrowCells cells(const ArrowArray& batch, std::size_t column) const;

 private:
  [[noreturn]] void fail(const char* what);
  void end();

  ArrowArrayStream stream_;
  std::string fault_;  // why it failed
  std::vector<Column> columns_;
  std::deque<ArrowArray> batches_;
  std::size_t at_ = 0;
};

}  // namespace zhibu

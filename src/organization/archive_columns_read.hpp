// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "archive.hpp"
#include "organization/archive_columns_write.hpp"
#include "organization/archive_sound.hpp"
#include "quote.hpp"
#include "steps.hpp"

namespace zhibu {

// Takes texts and rows out of an archive that is not trusted. `Things` has the texts, and says how
// many there are of what a handle may be of.
template <class Things>
class ColumnsReader {
 public:
  ColumnsReader(const ContainerReader& from, Things& things, Steps& steps)
      : from_{&from}, steps_{&steps}, things_{&things}, room_{from.size() + room_for_defaults} {}

  void operator()(const std::string& name, Texts& texts) {
    const ContainerColumn* const column = from_->find(name);
    if (column == nullptr) return;
    const auto lengths = numbers<std::uint16_t>(name + ".length");
    const std::uint64_t bytes = std::reduce(lengths.begin(), lengths.end(), std::uint64_t{0});
    if (column->count * column->width != bytes || column->rows != lengths.size())
      refuse_archive("texts of other lengths in " + quote(name),
                     "bytes as many as the lengths say");
    std::uint64_t at = 0;
    const auto fill = [&](std::span<char> into) {
      from_->bytes(*column, at, into);
      at += into.size();
    };
    texts = Texts::restored(
        lengths, fill,
        HashIndex::restored(numbers<std::uint32_t>(name + ".index"), lengths.size(), *steps_),
        *steps_);
  }

  // The first column says how many rows there are.
  template <class Row>
  void operator()(const std::string& part, RowColumns<Row>& rows) {
    const std::string first = column_name(part, std::get<0>(rows.fields).name);
    const std::uint64_t size = from_->find(first) == nullptr ? 0 : from_->find(first)->rows;
    rows.each([&](const auto& field, auto& column) {
      read(column_name(part, field.name), size, field, column);
    });
  }

  template <class T>
  void operator()(const std::string& name, Values<T>& values) {
    values = numbers<T>(name);
  }

 protected:
  template <class T>
  Values<T> numbers(const std::string& name) const {
    return from_->numbers<Values<T>>(column_of(*from_, name));
  }

  const ContainerReader* from_;
  Steps* steps_;

 private:
  static constexpr std::size_t at_once = std::size_t{1} << 14;  // looked at between two pauses

  // What fills the columns that an archive lacks takes no more than its size and this.
  static constexpr std::uint64_t room_for_defaults = std::uint64_t{64} << 20;

  template <class Row, class V>
  void read(const std::string& name, std::uint64_t rows, const Field<Row, V>& field,
            Values<typename Kept<V>::Number>& column) {
    if (from_->find(name) == nullptr) {
      require_optional(name, rows, field.required);
      take_room(rows * sizeof column[0]);
      column.assign(rows, Kept<V>::number(Row{}.*field.member, things_->texts));
    } else {
      column = numbers<typename Kept<V>::Number>(name);
    }
    if (column.size() != rows) refuse_rows(name, column.size(), rows);
    require_sound<V>(name, column);
  }

  template <class Row, class V>
  void read(const std::string& name, std::uint64_t rows,
            const RareField<Row, std::optional<V>>& field,
            RareColumn<typename Kept<V>::Number>& column) {
    using Number = typename Kept<V>::Number;
    const ContainerColumn* const values = from_->find(name);
    if (values == nullptr) {
      require_optional(name, rows, field.required);
      const std::uint64_t words = rows / 64 + (rows % 64 != 0);
      take_room(words * sizeof(std::uint64_t));
      column = RareColumn<Number>::restored(rows, Values<std::uint64_t>(words), {});
      return;
    }
    if (values->rows != rows) refuse_rows(name, values->rows, rows);
    column = RareColumn<Number>::restored(rows, numbers<std::uint64_t>(name + ".rows"),
                                          numbers<Number>(name));
    require_sound<V>(name, column.values());
  }

  static void require_optional(const std::string& name, std::uint64_t rows, bool always) {
    if (rows > 0 && always) refuse_archive("no column " + quote(name), "one with all rows");
  }

  template <class V, class T>
  void require_sound(const std::string& name, const Values<T>& values) const {
    const auto is_sound = sound<V>(*things_);
    bool all = true;
    for (std::size_t first = 0; first < values.size(); first += at_once) {
      const std::size_t end = std::min(values.size(), first + at_once);
      for (std::size_t i = first; i < end; ++i) all &= is_sound(values[i]);
      steps_->pause(at_once);
    }
    if (!all)
      refuse_archive("a number that stands for nothing in " + quote(name), "a value of its field");
  }

  static void refuse_rows(const std::string& name, std::uint64_t found, std::uint64_t rows) {
    refuse_archive("a column " + quote(name) + " of " + std::to_string(found) + " rows",
                   "as many as the table has, " + std::to_string(rows));
  }

  void take_room(std::uint64_t bytes) {
    if (bytes > room_) refuse_archive("an archive that lacks most of its columns", "all of them");
    room_ -= bytes;
  }

  Things* things_;
  std::uint64_t room_;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <numeric>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "container.hpp"
#include "disk_file.hpp"
#include "file.hpp"
#include "organization/archive_parts.hpp"
#include "organization/archive_sound.hpp"
#include "organization/columns.hpp"
#include "quote.hpp"
#include "steps.hpp"
#include "zhibu/organization/archive.hpp"

namespace zhibu {

namespace {

// What fills the columns that an archive lacks takes no more than its size and this.
constexpr std::uint64_t room_for_defaults = std::uint64_t{64} << 20;

[[noreturn]] void refuse(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

class RosterReader {
 public:
  RosterReader(const ContainerReader& from, RosterColumns& to, Steps& steps)
      : from_{&from}, to_{&to}, steps_{&steps}, room_{from.size() + room_for_defaults} {}

  void operator()(const std::string& name, Texts& texts) {
    const ContainerColumn* const column = from_->find(name);
    if (column == nullptr) return;
    const Values<std::uint16_t> lengths = numbers<std::uint16_t>(name + ".length");
    const std::uint64_t bytes = std::reduce(lengths.begin(), lengths.end(), std::uint64_t{0});
    if (column->count * column->width != bytes || column->rows != lengths.size())
      refuse("texts of other lengths in " + quote(name), "bytes as many as the lengths say");
    std::uint64_t at = 0;
    const auto fill = [&](std::span<char> into) {
      from_->bytes(*column, at, into);
      at += into.size();
    };
    texts = Texts::restored(
        lengths, fill, HashIndex::restored(numbers<std::uint32_t>(name + ".index"), lengths.size()),
        *steps_);
  }

  void operator()(const std::string& name, Timelines& timelines) {
    if (from_->find(name + ".from") == nullptr) return;
    const std::size_t below = &timelines == &to_->units      ? to_->unit_states.size()
                              : &timelines == &to_->clusters ? to_->cluster_states.size()
                                                             : to_->units.size();
    timelines = Timelines::restored(numbers<std::int32_t>(name + ".from"),
                                    numbers<Timelines::Number>(name + ".number"),
                                    numbers<Timelines::Entry>(name + ".entries"), below);
  }

  // The first column says how many rows there are.
  template <class Row>
  void operator()(const std::string& part, RowColumns<Row>& rows) {
    const std::string first = column_name(part, std::get<0>(rows.fields).name);
    const std::uint64_t size = from_->find(first) == nullptr ? 0 : from_->find(first)->rows;
    rows.each([&]<class F>(const F& field, auto& column) {
      read(column_name(part, field.name), size, field, column);
    });
  }

 private:
  template <class T>
  Values<T> numbers(const std::string& name) const {
    const ContainerColumn* const column = from_->find(name);
    if (column == nullptr) refuse("no column " + quote(name), "an archive that save() wrote");
    return from_->numbers<Values<T>>(*column);
  }

  template <class Row, class V>
  void read(const std::string& name, std::uint64_t rows, const Field<Row, V>& field,
            Values<typename Kept<V>::Number>& column) {
    if (from_->find(name) == nullptr) {
      if (rows > 0 && field.required) refuse("no column " + quote(name), "one with all rows");
      take_room(rows * sizeof column[0]);
      column.assign(rows, Kept<V>::number(Row{}.*field.member, to_->texts));
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
      if (rows > 0 && field.required) refuse("no column " + quote(name), "one with all rows");
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

  template <class V, class T>
  void require_sound(const std::string& name, const Values<T>& values) const {
    const auto is_sound = sound<V>(*to_);
    bool all = true;
    for (const T number : values) all &= is_sound(number);
    if (!all) refuse("a number that stands for nothing in " + quote(name), "a value of its field");
  }

  static void refuse_rows(const std::string& name, std::uint64_t found, std::uint64_t rows) {
    refuse("a column " + quote(name) + " of " + std::to_string(found) + " rows",
           "as many as the table has, " + std::to_string(rows));
  }

  void take_room(std::uint64_t bytes) {
    if (bytes > room_) refuse("an archive that lacks most of its columns", "all of them");
    room_ -= bytes;
  }

  const ContainerReader* from_;
  RosterColumns* to_;
  Steps* steps_;
  std::uint64_t room_;
};

// Each byte is a step twice: in the order in which they stand, and then column by column.
using Fetch = ContainerReader::Fetch;

Fetch watched(Fetch fetch, Steps& steps) {
  return [&steps, fetch = std::move(fetch)](std::uint64_t from, std::span<char> into) {
    constexpr std::size_t piece_bytes = std::size_t{1} << 20;
    while (!into.empty()) {
      const std::span<char> piece = into.first(std::min(into.size(), piece_bytes));
      fetch(from, piece);
      from += piece.size();
      into = into.subspan(piece.size());
      steps(piece.size());
    }
  };
}

Roster read(std::uint64_t size, Fetch fetch, Steps& steps) {
  const ContainerReader from{size, watched(std::move(fetch), steps)};
  const ContainerColumn* const version = from.find(roster_version);
  if (version == nullptr || version->count != 1)
    refuse("an archive without a roster", "one that save() wrote");
  auto columns = std::make_unique<RosterColumns>();
  columns->version = from.numbers<Values<std::uint64_t>>(*version)[0];
  each_part(*columns, RosterReader{from, *columns, steps});
  require_whole(*columns);
  columns->link(steps);
  steps.finish();
  return Roster{std::move(columns)};
}

}  // namespace

Roster load(const std::filesystem::path& file, const Watch& watch) {
  Steps steps{watch, 2 * expected_bytes(file)};
  try {
    const SourceFile from{file};
    return read(
        from.size(), [&](std::uint64_t at, std::span<char> into) { from.read(at, into); }, steps);
  } catch (const std::invalid_argument& fault) {
    if (steps.stopped()) throw;
    throw std::invalid_argument(file.string() + ": " + fault.what());
  }
}

Roster from_bytes(std::string_view bytes, const Watch& watch) {
  Steps steps{watch, 2 * bytes.size()};
  const auto fetch = [&](std::uint64_t at, std::span<char> into) {
    std::memcpy(into.data(), bytes.data() + at, into.size());
  };
  return read(bytes.size(), fetch, steps);
}

}  // namespace zhibu

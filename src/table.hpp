// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "cell.hpp"
#include "csv.hpp"
#include "steps.hpp"
#include "zhibu/arrow.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// All that is wrong with the files that are being read, to be thrown together.
class Faults {
 public:
  // What a fault names besides the file: its line, as "units.csv:4", or the row of a table that is
  // no file, counted from 0, as "units[3]".
  enum class Of : bool { lines, rows };
  Faults() = default;
  explicit Faults(Of of) : of_{of} {}

  // A fault of a line of a file, or of the whole file where `line` is 0.
  void add(std::string_view file, std::size_t line, std::string_view found);

  // Throws std::invalid_argument with a line for each fault, those of a file in the order of its
  // lines, and from the 51st on only how many more there are. Does nothing where there are none.
  void throw_if_any() const;

  // How many there are, so that what reads a row knows whether it had any.
  std::size_t size() const { return faults_.size() + more_; }

 private:
  struct Fault {
    std::string file;
    std::size_t line;
    std::string found;
  };
  Of of_ = Of::lines;
  std::vector<Fault> faults_;
  std::size_t more_ = 0;
};

class ArrowReader;
class Table;

// One row of a table. What is wrong with a cell becomes a fault with file, line and column.
//
//   std::optional<Date> born = row.read("born", parse_date);
//   bool voided = row.read("voided", parse_yes_no).value_or(false);
//   std::optional<UnitKind> kind = row.read_required("kind", named<UnitKind>("kind of unit"));
//   row.attempt([&] { roster.add(unit); });
class Row {
 public:
  Row(const Table& table, std::size_t line, std::span<const std::string_view> cells, bool broken);

  // The cell of `column`, or "" where the file has no such column.
  std::string_view text(std::string_view column) const;

  // The same, and a fault where it is empty.
  std::string_view required(std::string_view column) const;

  // What `parse` makes of the cell: nothing where the cell is empty, and nothing but a fault where
  // `parse` throws std::invalid_argument.
  template <class Parse>
  auto read(std::string_view column, Parse parse) const {
    std::optional<std::invoke_result_t<Parse, std::string_view>> value;
    const std::string_view cell = text(column);
    if (cell.empty()) return value;
    try {
      value = parse(cell);
    } catch (const std::invalid_argument& e) {
      fault(column, e.what());
    }
    return value;
  }

  // The same, and a fault where the cell is empty.
  template <class Parse>
  auto read_required(std::string_view column, Parse parse) const {
    required(column);
    return read(column, parse);
  }

  // Does what may throw std::invalid_argument, which becomes a fault of this row. Returns whether
  // it went well.
  template <class Act>
  bool attempt(Act act) const {
    try {
      act();
      return true;
    } catch (const std::invalid_argument& e) {
      fault(e.what());
      return false;
    }
  }

  // A row with a wrong number of cells already has its fault and gets no other.
  void fault(std::string_view found) const;
  void fault(std::string_view column, std::string_view found) const;

 private:
  const Table* table_;
  std::size_t line_;
  std::span<const std::string_view> cells_;
  bool broken_;
};

struct Column {
  std::string_view name;
  bool required = false;  // the file must have it; a cell of it may still be empty
};

// A CSV file, read whole: one heading row that names the columns in any order, then the rows. How
// it may be written stands in csv.hpp and encoding.hpp. The texts of its rows live as long as it
// does.
//
//   constexpr Column columns[] = {{"code", true}, {"name", true}, {"parent"}};
//   for (const Row& row : Table{"county/units.csv", columns, faults}) …
class Table {
 public:
  // Reads `file`, which is named in the faults as it is given here.
  Table(const std::filesystem::path& file, std::span<const Column> columns, Faults& faults,
        const Watch& watch = {});

  // The same of a text that is at hand, with `name` for the faults.
  Table(std::string name, std::string_view bytes, std::span<const Column> columns, Faults& faults);

  // The same of a table of another library, of which each row is a line; see arrow_in.hpp.
  // Money may stand in fen, "amount_fen" for "amount_yuan".
  Table(std::string name, std::shared_ptr<ArrowReader> reader, std::span<const Column> columns,
        Faults& faults, const Watch& watch);

  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;

  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }
  std::size_t size() const { return rows_.size(); }

  // Whether every line could be read; where not, what other files name may stand in a lost line.
  bool whole() const { return whole_; }

 private:
  friend class Row;

  void fail(std::size_t line, std::string_view found);
  void read(std::string bytes, std::span<const Column> columns, Steps& steps);
  void read_rows(std::span<const CsvRow> rows, const Watch& watch);
  void read_row(const CsvRow& row);
  bool heading_is_sound(std::size_t line, std::span<const std::string_view> heading,
                        std::span<const Column> columns);
  void read(std::span<const Column> columns, Steps& steps);
  void read_batch(const ArrowArray& batch, Steps& steps);
  std::size_t line_of(std::size_t at) const;

  std::string name_;
  Faults* faults_;
  std::string text_;                     // of a file,
  std::shared_ptr<ArrowReader> reader_;  // or of another library,
  std::deque<std::string> written_;      // and what in it is no text
  std::vector<std::string_view> heading_;
  Cells cells_;
  std::vector<Row> rows_;
  bool whole_ = true;
};

// Calls `act` with each row of `table`.
template <class Act>
void for_each_row(const Table& table, const Watch& watch, Act act) {
  Steps steps{watch, table.size()};
  for (const Row& row : table) {
    act(row);
    steps();
  }
  steps.finish();
}

}  // namespace zhibu

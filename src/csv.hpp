// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/watch.hpp"

namespace zhibu {

// The cells of many rows, in few pieces of memory.
class Cells {
 public:
  Cells() = default;
  Cells(Cells&&) noexcept = default;
  Cells& operator=(Cells&&) noexcept = default;

  // Keeps the cells of one more row, side by side.
  std::span<const std::string_view> keep(std::span<const std::string_view> row);

 private:
  std::vector<std::vector<std::string_view>> blocks_;
};

// One row of a CSV file and the line that it begins on.
struct CsvRow {
  std::size_t line = 1;
  std::span<const std::string_view> cells;  // in Csv::cells
};

// All rows of a CSV file, and the first fault where it could not be read to its end.
struct Csv {
  struct Fault {
    std::size_t line = 1;
    std::string found;
  };
  std::vector<CsvRow> rows;
  Cells cells;
  std::optional<Fault> fault;
};

// Splits `text` into rows and cells as RFC 4180 says: a cell may stand in double quotes, and may
// then hold commas, line breaks and, doubled, quotes. Lines end in LF or CRLF. Blank lines, and
// lines that begin with '#', are no rows but are counted.
//
// Quotes are taken off in place: the cells are views into `text`, which must outlive them.
Csv split_csv(std::string& text, const Watch& watch = {});

}  // namespace zhibu

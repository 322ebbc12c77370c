// SPDX-License-Identifier: BSL-1.0
//
// Tables of other libraries, cell by cell as a text file would have them.

#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "encoding.hpp"
#include "fen.hpp"
#include "organization/arrow_in.hpp"
#include "quote.hpp"
#include "table.hpp"

namespace zhibu {

namespace {

constexpr std::string_view yuan = "_yuan", fen = "_fen";

// The name of the column of yuan that one of fen stands for, or "".
std::string_view in_yuan(std::string_view name, std::span<const Column> columns) {
  if (!name.ends_with(fen)) return {};
  const std::string_view amount = name.substr(0, name.size() - fen.size());
  for (const Column& column : columns)
    if (column.name.ends_with(yuan) &&
        column.name.substr(0, column.name.size() - yuan.size()) == amount)
      return column.name;
  return {};
}

bool is_text(std::string_view text) {
  return is_utf8(text) && text.find('\0') == std::string_view::npos;
}

}  // namespace

Table::Table(std::string name, std::shared_ptr<ArrowReader> reader, std::span<const Column> columns,
             Faults& faults, const Watch& watch)
    : name_{std::move(name)}, faults_{&faults}, reader_{std::move(reader)} {
  whole_ = reader_ != nullptr;
  if (!whole_) return;    // which is a fault already
  Steps steps{watch, 1};  // nobody knows how many rows there are
  try {
    read(columns, steps);
  } catch (const std::invalid_argument& e) {
    if (steps.stopped()) throw;
    fail(0, e.what());
  }
  steps.finish();
}

void Table::read(std::span<const Column> columns, Steps& steps) {
  for (const ArrowReader::Column& column : reader_->columns()) {
    const std::string_view money = in_yuan(column.name, columns);
    const bool whole =
        column.type.kind == ArrowKind::integer || column.type.kind == ArrowKind::nothing;
    if (column.type.kind == ArrowKind::unknown || (!money.empty() && !whole))
      fail(0, "column " + quote(column.name) + " is of the Arrow type '" + column.type.format +
                  "'; accepted: " +
                  (money.empty() ? "texts, numbers, truths, days, times at midnight, lists of texts"
                                 : "whole numbers of fen"));
    written_.emplace_back(money.empty() ? column.name : std::string{money});
    heading_.push_back(written_.back());
  }
  if (!heading_is_sound(0, heading_, columns) || !whole_) return;
  while (const ArrowArray* const batch = reader_->next()) read_batch(*batch, steps);
}

void Table::read_batch(const ArrowArray& batch, Steps& steps) {
  std::vector<ArrowCells> columns;
  for (std::size_t i = 0; i < heading_.size(); ++i) columns.push_back(reader_->cells(batch, i));
  std::string scratch;
  std::vector<std::string_view> cells;
  for (std::size_t row = 0; row < static_cast<std::size_t>(batch.length); ++row) {
    const std::size_t line = rows_.size() + 1;
    cells.clear();
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const bool money = reader_->columns()[i].name != heading_[i];
      std::string_view cell = columns[i].text(row, scratch);
      if (const auto amount = columns[i].whole(row); money && amount)
        cell = scratch = yuan_of(*amount);
      if (cell.data() == scratch.data()) cell = written_.emplace_back(cell);
      if (!is_text(cell)) {
        fail(line,
             std::string{heading_[i]} + ": bytes that are no text; accepted: UTF-8 without NUL");
        cell = {};
      }
      cells.push_back(cell);
    }
    rows_.emplace_back(*this, line, cells_.keep(cells), false);
    steps.pause();
  }
}

}  // namespace zhibu

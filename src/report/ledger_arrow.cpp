// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/ledger_arrow.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "organization/arrow_out.hpp"

namespace zhibu {

namespace {

std::optional<std::int64_t> whole(std::string_view cell) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

// The cell in units of its last place: "50.0001" of five places is 5000010.
std::optional<std::int64_t> decimal(std::string_view cell, std::size_t places) {
  const std::size_t point = std::min(cell.find('.'), cell.size());
  std::string digits{cell.substr(0, point)};
  if (point < cell.size()) digits += cell.substr(point + 1);
  const std::size_t given = point < cell.size() ? cell.size() - point - 1 : 0;
  if (given > places) return std::nullopt;
  return whole(digits.append(places - given, '0'));
}

std::optional<Date> day(std::string_view cell) {
  try {
    return parse_date(cell);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

// The values of a column, or nothing where a cell is none.
template <class V, class Parse>
std::optional<std::vector<std::optional<V>>> values(const Ledger& ledger, std::size_t column,
                                                    Parse parse) {
  std::vector<std::optional<V>> found;
  for (const LedgerRow& row : ledger.rows) {
    const std::string& cell = row.cells[column];
    found.push_back(cell.empty() ? std::nullopt : parse(cell));
    if (!found.back() && !cell.empty()) return std::nullopt;
  }
  return found;
}

template <class V>
auto value_of(std::vector<std::optional<V>> values) {
  return [values = std::move(values)](std::size_t row) { return values[row]; };
}

ArrowColumn column_of_texts(const Ledger& ledger, std::size_t column) {
  return arrow_column(ledger.columns[column].name, [&ledger, column](std::size_t row) {
    return std::string_view{ledger.rows[row].cells[column]};
  });
}

std::optional<ArrowColumn> column_of_yuan(const Ledger& ledger, std::size_t column,
                                          std::size_t places) {
  auto found = values<std::int64_t>(
      ledger, column, [places](std::string_view cell) { return decimal(cell, places); });
  if (!found) return std::nullopt;
  return built_column<ArrowDecimals>(ledger.columns[column].name, places == 2 ? "d:18,2" : "d:20,5",
                                     value_of(*std::move(found)));
}

std::optional<ArrowColumn> typed_column(const Ledger& ledger, std::size_t column) {
  const LedgerColumn& of = ledger.columns[column];
  if (of.kind == CellKind::yuan) return column_of_yuan(ledger, column, 2);
  if (of.kind == CellKind::exact_yuan) return column_of_yuan(ledger, column, 5);
  if (of.kind == CellKind::number)
    if (auto found = values<std::int64_t>(ledger, column, whole))
      return arrow_column(of.name, value_of(*std::move(found)));
  if (of.kind == CellKind::day)
    if (auto found = values<Date>(ledger, column, day))
      return arrow_column(of.name, value_of(*std::move(found)));
  return std::nullopt;
}

}  // namespace

ArrowArrayStream to_arrow(const Ledger& ledger, std::any owner) {
  ArrowTable table{{}, ledger.rows.size(), std::move(owner)};
  for (std::size_t column = 0; column < ledger.columns.size(); ++column) {
    std::optional<ArrowColumn> typed = typed_column(ledger, column);
    table.columns.push_back(typed ? *std::move(typed) : column_of_texts(ledger, column));
  }
  return stream_of(std::move(table));
}

}  // namespace zhibu

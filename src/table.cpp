// SPDX-License-Identifier: BSL-1.0

#include "table.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "csv.hpp"
#include "encoding.hpp"
#include "file.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::size_t most_faults = 50;

// Of the time that it takes to read a table, about as much for each: the bytes, their encoding, the
// cells, the rows.
constexpr std::size_t quarter = 1000;

std::string count(std::size_t n, std::string_view thing) {
  return std::to_string(n) + " " + std::string{thing} + (n == 1 ? "" : "s");
}

std::string join(std::span<const std::string_view> texts) {
  std::string joined;
  for (const std::string_view text : texts) {
    if (!joined.empty()) joined += ", ";
    joined += text;
  }
  return joined;
}

bool has(std::span<const std::string_view> texts, std::string_view text) {
  return std::find(texts.begin(), texts.end(), text) != texts.end();
}

std::string unknown_column(std::string_view found, std::span<const std::string_view> accepted) {
  try {
    throw_unknown("column", found, accepted);
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
}

}  // namespace

void Faults::add(std::string_view file, std::size_t line, std::string_view found) {
  if (faults_.size() == most_faults) {
    ++more_;
    return;
  }
  auto at = faults_.end();
  while (at != faults_.begin() && std::prev(at)->file == file && std::prev(at)->line > line) --at;
  faults_.insert(at, Fault{std::string{file}, line, std::string{found}});
}

void Faults::throw_if_any() const {
  if (faults_.empty()) return;
  std::string message;
  for (const Fault& fault : faults_) {
    const std::string line = fault.line == 0    ? ""
                             : of_ == Of::lines ? ":" + std::to_string(fault.line)
                                                : "[" + std::to_string(fault.line - 1) + "]";
    message += (message.empty() ? "" : "\n") + fault.file + line + ": " + fault.found;
  }
  if (more_ > 0) message += "\nand " + count(more_, "more fault");
  throw std::invalid_argument(message);
}

Row::Row(const Table& table, std::size_t line, std::span<const std::string_view> cells, bool broken)
    : table_{&table}, line_{line}, cells_{cells}, broken_{broken} {}

std::string_view Row::text(std::string_view column) const {
  const auto found = std::find(table_->heading_.begin(), table_->heading_.end(), column);
  if (found == table_->heading_.end()) return {};
  return cells_[static_cast<std::size_t>(found - table_->heading_.begin())];
}

std::string_view Row::required(std::string_view column) const {
  const std::string_view cell = text(column);
  if (cell.empty()) fault(column, "empty, but every row needs one");
  return cell;
}

void Row::fault(std::string_view found) const {
  if (!broken_) table_->faults_->add(table_->name_, line_, found);
}

void Row::fault(std::string_view column, std::string_view found) const {
  fault(std::string{column} + ": " + std::string{found});
}

Table::Table(const std::filesystem::path& file, std::span<const Column> columns, Faults& faults,
             const Watch& watch)
    : name_{shown(file)}, faults_{&faults} {
  Steps steps{watch, 4 * quarter};
  try {
    read(read_file(file, steps.share(quarter)), columns, steps);
  } catch (const std::invalid_argument& e) {
    if (steps.stopped()) throw;
    fail(0, std::string_view{e.what()}.substr(name_.size() + 2));  // it begins with the name
  }
}

Table::Table(std::string name, std::string_view bytes, std::span<const Column> columns,
             Faults& faults)
    : name_{std::move(name)}, faults_{&faults} {
  Steps steps;
  read(std::string{bytes}, columns, steps);
}

void Table::fail(std::size_t line, std::string_view found) {
  faults_->add(name_, line, found);
  whole_ = false;
}

void Table::read(std::string bytes, std::span<const Column> columns, Steps& steps) {
  auto decoded = to_utf8(std::move(bytes), steps.share(quarter));
  if (const auto* bad = std::get_if<Undecodable>(&decoded)) return fail(bad->line, bad->reason);
  text_ = std::get<std::string>(std::move(decoded));
  if (const std::size_t nul = text_.find('\0'); nul != std::string::npos)
    return fail(line_of(nul), "a NUL byte; accepted: text in UTF-8 or GB18030");

  Csv csv = split_csv(text_, steps.share(quarter));
  if (csv.fault) fail(csv.fault->line, csv.fault->found);
  if (csv.rows.empty() && !csv.fault)
    fail(0, "empty; accepted: a heading row of column names, then the rows");
  if (csv.rows.empty() || !heading_is_sound(csv.rows[0].line, csv.rows[0].cells, columns)) return;

  cells_ = std::move(csv.cells);
  heading_.assign(csv.rows[0].cells.begin(), csv.rows[0].cells.end());
  read_rows(std::span{csv.rows}.subspan(1), steps.share(quarter));
}

std::size_t Table::line_of(std::size_t at) const {
  const auto here = text_.begin() + static_cast<std::ptrdiff_t>(at);
  return static_cast<std::size_t>(std::count(text_.begin(), here, '\n')) + 1;
}

bool Table::heading_is_sound(std::size_t line, std::span<const std::string_view> heading,
                             std::span<const Column> columns) {
  std::vector<std::string_view> accepted;
  for (const Column& column : columns) accepted.push_back(column.name);

  std::vector<std::string> found;
  for (std::size_t i = 0; i < heading.size(); ++i) {
    if (has(heading.first(i), heading[i]))
      found.push_back("column " + quote(heading[i]) + " stands here twice");
    if (!has(accepted, heading[i])) found.push_back(unknown_column(heading[i], accepted));
  }
  for (const Column& column : columns)
    if (column.required && !has(heading, column.name))
      found.push_back("no column " + quote(column.name) + "; accepted: " + join(accepted));

  for (const std::string& what : found) fail(line, what);
  return found.empty();
}

void Table::read_rows(std::span<const CsvRow> rows, const Watch& watch) {
  Steps steps{watch, rows.size()};
  rows_.reserve(rows.size());
  for (const CsvRow& row : rows) {
    read_row(row);
    steps();
  }
  steps.finish();
}

void Table::read_row(const CsvRow& row) {
  if (row.cells.size() == heading_.size()) {
    rows_.emplace_back(*this, row.line, row.cells, false);
    return;
  }
  faults_->add(name_, row.line,
               count(row.cells.size(), "cell") + " where the heading has " +
                   count(heading_.size(), "column"));
  std::vector<std::string_view> cells{row.cells.begin(), row.cells.end()};
  cells.resize(heading_.size());
  rows_.emplace_back(*this, row.line, cells_.keep(cells), true);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "report/draw.hpp"

namespace zhibu {

// A column of a ledger: its heading, and what stands there of one of the things in its rows.
template <class Thing>
struct Column {
  Heading heading;
  std::string (*cell)(const LedgerSource&, const Thing&);
};

// A ledger that grows by a row for each thing.
template <class Thing>
class Table {
 public:
  Table(const LedgerSource& source, Text title, std::span<const Column<Thing>> columns)
      : source_{&source}, columns_(columns.begin(), columns.end()) {
    std::vector<Heading> headings;
    for (const Column<Thing>& column : columns_) headings.push_back(column.heading);
    ledger_ = source.headed(title, headings);
  }

  void add(const Thing& thing, std::optional<Date> day, std::string summary) {
    LedgerRow row{{}, day, std::move(summary)};
    row.cells.reserve(columns_.size());
    for (const Column<Thing>& column : columns_) row.cells.push_back(column.cell(*source_, thing));
    ledger_.rows.push_back(std::move(row));
  }

  void total(Text name, std::int64_t value) { named_total(source_->say(name), value); }
  void named_total(std::string name, std::int64_t value) {
    ledger_.totals.push_back({std::move(name), value, CellKind::number});
  }

  Ledger& ledger() { return ledger_; }
  Ledger take() && { return std::move(ledger_); }

 private:
  const LedgerSource* source_;
  std::vector<Column<Thing>> columns_;
  Ledger ledger_;
};

// Cells. What is not known is "".
inline std::string day_cell(std::optional<Date> day) { return day ? to_string(*day) : ""; }

inline std::string number_cell(std::optional<int> number) {
  return number ? std::to_string(*number) : "";
}

// How many persons, as far as it may be told.
inline std::string count_cell(const LedgerSource& source, std::optional<int> persons) {
  return persons ? source.count(*persons) : "";
}

inline std::string yes_cell(const LedgerSource& source, bool yes) {
  return yes ? source.say({"是", "yes"}) : "";
}

// What a table joins by ';', as people write it.
inline std::string list_cell(const LedgerSource& source, std::string_view joined_by_semicolons) {
  std::string text;
  for (const char c : joined_by_semicolons)
    text += c == ';' ? source.say({"、", ", "}) : std::string(1, c);
  return text;
}

}  // namespace zhibu

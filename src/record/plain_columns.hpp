// SPDX-License-Identifier: BSL-1.0
//
// The columns of a plain table of records, and how each is read.

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "organization/arrow_in.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

// Thrown where a table is not plain; caught by who reads one.
class NotPlain {};

inline void require_plain(bool plain) {
  if (!plain) throw NotPlain{};
}

// What units the labels of a batch stand for, as far as they were looked up.
using UnitsOfLabels = std::vector<std::optional<UnitId>>;

// The cells of one column for some rows of a batch, and the records that they are put into.
struct Piece {
  const ArrowCells& cells;
  std::size_t begin;
  const Roster& roster;
  UnitsOfLabels& units_of_labels;
  std::span<Record> rows;
  std::span<std::vector<PersonId>> persons;

  // Calls put(record, row) for each row that is not null.
  template <class Put>
  void each(Put put) const {
    for (std::size_t i = 0; i < rows.size(); ++i)
      if (!cells.is_null(begin + i)) put(rows[i], begin + i);
  }

  void require_all() const {
    for (std::size_t i = 0; i < rows.size(); ++i) require_plain(!cells.is_null(begin + i));
  }
};

struct PlainColumn {
  std::string_view name;
  std::vector<ArrowKind> kinds;  // that are read
  void (*read)(const Piece&);    // throws NotPlain, or std::invalid_argument, where one is not
};

// How each column of a table is read. Throws NotPlain where one is not.
std::vector<const PlainColumn*> readers_of(const ArrowReader& table);

}  // namespace zhibu

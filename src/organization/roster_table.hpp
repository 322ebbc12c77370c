// SPDX-License-Identifier: BSL-1.0
//
// Arrow tables of a roster: its handles are told by their codes, and a stream of one ends with an
// error where the roster was changed meanwhile.

#pragma once

#include <any>
#include <cstddef>
#include <stdexcept>
#include <utility>

#include "organization/arrow_fields.hpp"
#include "organization/columns.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

// The codes of the things of a roster.
struct RosterCodes {
  const RosterColumns* columns;
  template <class Tag>
  auto code(Id<Tag> id) const -> decltype(columns->code(id)) {
    return columns->code(id);
  }
};

// A table that is being made.
class RosterTable {
 public:
  explicit RosterTable(const Roster& roster) : roster_{&roster} {}

  ArrowFields<RosterCodes> of(std::size_t rows) {
    table_.rows = rows;
    return {RosterCodes{&roster_->columns()}, table_.columns};
  }
  ArrowTable finish() { return std::move(table_); }

 private:
  const Roster* roster_;
  ArrowTable table_;
};

inline ArrowArrayStream stream_of(const Roster& roster, ArrowTable table, std::any owner) {
  table.owner = std::move(owner);
  table.require_same = [&roster, version = roster.version()] {
    if (roster.version() != version)
      throw std::invalid_argument("the roster was changed since; accepted: a stream made anew");
  };
  return stream_of(std::move(table));
}

}  // namespace zhibu

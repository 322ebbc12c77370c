// SPDX-License-Identifier: BSL-1.0
//
// The types of columns that come in, as far as zhibu reads them.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "zhibu/arrow.hpp"

namespace zhibu {

// What the values of a column are.
enum class ArrowKind : std::uint8_t {
  nothing,  // null throughout
  truth,
  integer,
  fraction,
  text,
  decimal,
  day,
  moment,
  list,
  unknown,  // whatever zhibu does not read
};

// The type of a column, as its format string tells it.
struct ArrowType {
  ArrowKind kind = ArrowKind::unknown;
  std::string format;
  int scale = 0;                                 // of decimals
  std::shared_ptr<const ArrowType> inner = {};   // of a list: its items
  std::shared_ptr<const ArrowType> labels = {};  // of a dictionary: what its numbers stand for
};

ArrowType arrow_type(const ArrowSchema& schema);

}  // namespace zhibu

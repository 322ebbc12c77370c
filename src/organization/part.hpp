// SPDX-License-Identifier: BSL-1.0
//
// What a part of a roster, or of its records, has in common with the other.

#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "organization/fields.hpp"

namespace zhibu {

// Of each thing of one kind: its handle in the part, or nothing where it stays outside.
template <class Id>
using Handles = std::vector<std::optional<Id>>;

// The row with the handles that part.inside() gives for its own; nothing where it needs one that
// stays outside. What may be missing is left out of it.
template <class Row, class Part>
std::optional<Row> translated(Row row, const Part& part) {
  const auto field = [&](auto& value) {
    if constexpr (requires { part.inside(value); }) {
      const auto found = part.inside(value);
      if (found) value = *found;
      return found.has_value();
    } else if constexpr (requires { part.inside(*value); }) {
      if (value) value = part.inside(*value);
    }
    return true;
  };
  const bool whole = std::apply(
      [&](const auto&... each) { return (field(row.*each.member) && ...); }, Fields<Row>::fields);
  return whole ? std::optional{row} : std::nullopt;
}

}  // namespace zhibu

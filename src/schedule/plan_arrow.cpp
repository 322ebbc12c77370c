// SPDX-License-Identifier: BSL-1.0

#include "zhibu/schedule/plan_arrow.hpp"

#include <cstdint>
#include <optional>
#include <utility>

#include "organization/arrow_out.hpp"
#include "schedule/obligation_columns.hpp"

namespace zhibu {

ArrowArrayStream to_arrow(const Obligations& obligations, const Roster* roster, std::any owner) {
  ArrowTable table{{}, obligations.size(), std::move(owner)};
  add_columns_of(
      obligations, roster, [](std::size_t row) { return row; }, Lasting::no, table.columns);
  return stream_of(std::move(table));
}

namespace {

// The occurrence of a row; of what could not be placed there is none.
auto occurrence_of(const Plan& plan) {
  return [&plan](std::size_t row) -> const Occurrence* {
    return row < plan.occurrences.size() ? &plan.occurrences[row] : nullptr;
  };
}

template <class Get>
auto if_placed(const Plan& plan, Get get) {
  return [occurrence = occurrence_of(plan), get](std::size_t row) {
    const Occurrence* const placed = occurrence(row);
    return placed != nullptr ? std::optional{get(*placed)} : std::nullopt;
  };
}

std::size_t obligation_of(const Plan& plan, std::size_t row) {
  const std::size_t placed = plan.occurrences.size();
  return (row < placed ? plan.occurrences[row].obligation : plan.unplaced[row - placed]).index;
}

}  // namespace

ArrowArrayStream to_arrow(const Plan& plan, const Roster* roster, std::any owner) {
  ArrowTable table{{}, plan.occurrences.size() + plan.unplaced.size(), std::move(owner)};
  std::vector<ArrowColumn>& to = table.columns;
  to.push_back(arrow_column("day", if_placed(plan, [](const Occurrence& o) { return o.day; })));
  to.push_back(labelled_column(
      "half", labels_of<HalfDay>(),
      if_placed(plan, [](const Occurrence& o) { return static_cast<std::int8_t>(o.half); })));
  to.push_back(arrow_column("nth", if_placed(plan, [](const Occurrence& o) { return o.nth; })));
  to.push_back(labelled_column(
      "certainty", labels_of<Certainty>(),
      if_placed(plan, [](const Occurrence& o) { return static_cast<std::int8_t>(o.certainty); })));
  add_columns_of(
      plan.obligations, roster, [&plan](std::size_t row) { return obligation_of(plan, row); },
      Lasting::no, to);
  return stream_of(std::move(table));
}

}  // namespace zhibu

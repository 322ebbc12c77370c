// SPDX-License-Identifier: BSL-1.0

#include "organization/same_history.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace zhibu {

namespace {

// Whether `same` holds of what the timelines of two rosters have, each on each day on which either
// changes.
template <class Same>
bool all_of_days(const Timelines& a, const Timelines& b, Steps& steps, Same same) {
  const auto same_of_row = [&](std::size_t row) {
    const Timeline<Timelines::Number> one = a[row];
    const Timeline<Timelines::Number> other = b[row];
    std::vector<Date> days;
    for (const auto* timeline : {&one, &other})
      for (const auto& [period, number] : timeline->history())
        for (const Date day : {period.begin, period.end}) days.push_back(day);
    return std::ranges::all_of(days,
                               [&](Date day) { return same(day, one.at(day), other.at(day)); });
  };
  for (std::size_t row = 0; row < a.size(); ++row) {
    if (row >= b.size() || !same_of_row(row)) return false;
    steps.pause();
  }
  return a.size() == b.size();
}

// Compares states of two rosters field by field: their handles are the same.
template <class Row>
auto same_states(const RowColumns<Row>& a, const Texts& texts_of_a, const RowColumns<Row>& b,
                 const Texts& texts_of_b) {
  using State = std::optional<Timelines::Number>;
  return [&](Date, State x, State y) {
    if (!x || !y) return !x && !y;
    const Row one = a.row(*x, texts_of_a);
    const Row other = b.row(*y, texts_of_b);
    return std::apply(
        [&](const auto&... field) { return ((one.*field.member == other.*field.member) && ...); },
        Fields<Row>::fields);
  };
}

}  // namespace

bool same_history(const Roster& one, const Roster& other, Steps& steps) {
  const RosterColumns& a = one.columns();
  const RosterColumns& b = other.columns();
  using Home = std::optional<Timelines::Number>;
  const auto same_homes = [&](Date day, Home x, Home y) {
    const bool in_a = x && a.stands({*x}, day);
    const bool in_b = y && b.stands({*y}, day);
    return in_a == in_b && (!in_a || *x == *y);
  };
  return all_of_days(a.units, b.units, steps,
                     same_states(a.unit_states, a.texts, b.unit_states, b.texts)) &&
         all_of_days(a.clusters, b.clusters, steps,
                     same_states(a.cluster_states, a.texts, b.cluster_states, b.texts)) &&
         all_of_days(a.homes, b.homes, steps, same_homes);
}

}  // namespace zhibu

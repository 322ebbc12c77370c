// SPDX-License-Identifier: BSL-1.0

#include "organization/same_history.hpp"

#include <algorithm>
#include <vector>

namespace zhibu {

namespace {

// Calls `same` with what two timelines have on each day on which either changes.
template <class Same>
bool all_of_days(const Timeline<Timelines::Number>& a, const Timeline<Timelines::Number>& b,
                 Same same) {
  std::vector<Date> days;
  for (const auto* timeline : {&a, &b})
    for (const auto& [period, number] : timeline->history())
      for (const Date day : {period.begin, period.end}) days.push_back(day);
  return std::ranges::all_of(days, [&](Date day) { return same(day, a.at(day), b.at(day)); });
}

// Whether a row of one roster is that of the other, field by field: their handles are the same.
template <class Row>
bool same_row(const RowColumns<Row>& a, std::uint32_t row_of_a, const Texts& texts_of_a,
              const RowColumns<Row>& b, std::uint32_t row_of_b, const Texts& texts_of_b) {
  const Row one = a.row(row_of_a, texts_of_a);
  const Row other = b.row(row_of_b, texts_of_b);
  return std::apply(
      [&](const auto&... field) { return ((one.*field.member == other.*field.member) && ...); },
      Fields<Row>::fields);
}

}  // namespace

bool same_history(const Roster& one, const Roster& other) {
  const RosterColumns& a = one.columns();
  const RosterColumns& b = other.columns();
  if (a.units.size() != b.units.size() || a.homes.size() != b.homes.size() ||
      a.clusters.size() != b.clusters.size())
    return false;

  const auto states = [&](Date, auto x, auto y) {
    return x.has_value() == y.has_value() &&
           (!x || same_row(a.unit_states, *x, a.texts, b.unit_states, *y, b.texts));
  };
  for (std::size_t i = 0; i < a.units.size(); ++i)
    if (!all_of_days(a.units[i], b.units[i], states)) return false;

  const auto leads = [&](Date, auto x, auto y) {
    return x.has_value() == y.has_value() &&
           (!x || same_row(a.cluster_states, *x, a.texts, b.cluster_states, *y, b.texts));
  };
  for (std::size_t i = 0; i < a.clusters.size(); ++i)
    if (!all_of_days(a.clusters[i], b.clusters[i], leads)) return false;

  const auto homes = [&](Date day, auto x, auto y) {
    if (x && !a.stands({*x}, day)) x.reset();
    if (y && !b.stands({*y}, day)) y.reset();
    return x == y;
  };
  for (std::size_t i = 0; i < a.homes.size(); ++i)
    if (!all_of_days(a.homes[i], b.homes[i], homes)) return false;
  return true;
}

}  // namespace zhibu

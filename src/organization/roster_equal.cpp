// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstddef>
#include <functional>
#include <tuple>

#include "organization/columns.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

// The columns of two rosters, which need not have kept the same texts by the same numbers.
struct Both {
  const RosterColumns& a;
  const RosterColumns& b;
};

bool same_texts(const Texts& a, const Texts& b) {
  if (a.size() != b.size()) return false;
  for (TextId i = 0; i < a.size(); ++i)
    if (a[i] != b[i]) return false;
  return true;
}

template <class Row>
bool same_row(Both both, const RowColumns<Row>& a, std::size_t of_a, const RowColumns<Row>& b,
              std::size_t of_b) {
  const Row one = a.row(of_a, both.a.texts);
  const Row other = b.row(of_b, both.b.texts);
  return std::apply(
      [&](const auto&... field) { return ((one.*field.member == other.*field.member) && ...); },
      Fields<Row>::fields);
}

template <class Row>
bool same_rows(Both both, const RowColumns<Row>& a, const RowColumns<Row>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (!same_row(both, a, i, b, i)) return false;
  return true;
}

// Whether the timelines hold what is the same, as `same` has it, on the same days.
template <class Same>
bool same_timelines(const Timelines& a, const Timelines& b, Same same) {
  if (a.size() != b.size()) return false;
  for (std::size_t row = 0; row < a.size(); ++row) {
    const Timeline<Timelines::Number> of_a = a[row], of_b = b[row];
    if (!std::ranges::equal(of_a.history(), of_b.history(), [&](const auto& x, const auto& y) {
          return x.period == y.period && same(x.value, y.value);
        }))
      return false;
  }
  return true;
}

template <class Row>
bool same_states(Both both, const Timelines& of_a, const RowColumns<Row>& a, const Timelines& of_b,
                 const RowColumns<Row>& b) {
  return same_timelines(of_a, of_b, [&](std::size_t one, std::size_t other) {
    return same_row(both, a, one, b, other);
  });
}

bool same_codes(Both both) {
  return same_texts(both.a.unit_codes, both.b.unit_codes) &&
         same_texts(both.a.person_codes, both.b.person_codes) &&
         same_texts(both.a.post_codes, both.b.post_codes) &&
         same_texts(both.a.cluster_codes, both.b.cluster_codes) &&
         same_texts(both.a.workplace_codes, both.b.workplace_codes);
}

template <class... Row>
bool same_relations(Both both, const std::tuple<Relation<Row>...>&) {
  return (same_rows(both, both.a.relation<Row>().rows, both.b.relation<Row>().rows) && ...);
}

}  // namespace

bool operator==(const Roster& one, const Roster& other) {
  const Both both{one.columns(), other.columns()};
  return &both.a == &both.b ||
         (same_codes(both) &&
          same_states(both, both.a.units, both.a.unit_states, both.b.units, both.b.unit_states) &&
          same_rows(both, both.a.persons, both.b.persons) &&
          same_timelines(both.a.homes, both.b.homes, std::equal_to{}) &&
          same_states(both, both.a.clusters, both.a.cluster_states, both.b.clusters,
                      both.b.cluster_states) &&
          same_relations(both, both.a.relations));
}

}  // namespace zhibu

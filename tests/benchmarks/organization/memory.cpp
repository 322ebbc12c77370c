// SPDX-License-Identifier: BSL-1.0

#include "memory.hpp"

#include "organization/columns.hpp"

namespace organization_benchmark {

using namespace zhibu;

namespace {

template <class T>
std::size_t bytes(const Values<T>& column) {
  return column.size() * sizeof(T);
}

template <class T>
std::size_t bytes(const RareColumn<T>& column) {
  return column.bytes();
}

std::size_t bytes(const Texts& texts) { return texts.bytes_of_texts() + texts.bytes_of_index(); }

template <class Row>
std::size_t bytes(const RowColumns<Row>& rows) {
  std::size_t sum = 0;
  rows.each([&](const auto&, const auto& column) { sum += bytes(column); });
  return sum;
}

template <class Row>
std::size_t bytes(const Relation<Row>& relation) {
  std::size_t sum = bytes(relation.rows);
  for (const RareChains& chains : relation.by) sum += chains.bytes();
  return sum;
}

}  // namespace

Memory memory(const Roster& roster) {
  const RosterColumns& columns = roster.columns();
  return {.units = bytes(columns.unit_states) + columns.units.bytes() + columns.children.bytes() +
                   bytes(columns.relation<Event>()),
          .posts = bytes(columns.relation<Post>()) + bytes(columns.relation<Appointment>()),
          .members = bytes(columns.persons) + columns.homes.bytes() + columns.home_members.bytes() +
                     bytes(columns.moved) + columns.moved_members.bytes(),
          .unit_codes = bytes(columns.unit_codes),
          .post_codes = bytes(columns.post_codes),
          .person_codes = bytes(columns.person_codes),
          .names = bytes(columns.texts)};
}

}  // namespace organization_benchmark

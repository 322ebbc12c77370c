// SPDX-License-Identifier: BSL-1.0
//
// Archives as someone writes them who means harm: changed, and with the right checksum.

#pragma once

#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "checksum.hpp"
#include "container.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {

inline void set_checksum(std::string& bytes) {
  if (bytes.size() < container_head_bytes) return;
  Checksum checksum;
  checksum.add(std::string_view{bytes}.substr(container_head_bytes));
  checksum.add(std::string_view{bytes}.substr(0, 32));
  const std::uint64_t value = checksum.value();
  std::memcpy(bytes.data() + 32, &value, sizeof value);
}

// A head that is right for whatever is behind it, so that what is read next is what is tried.
inline void set_head(std::string& bytes) {
  if (bytes.size() < container_head_bytes) return;
  bytes.replace(0, 12, std::string_view{"ZHIBU\r\n\x1A\1\0\0\0", 12});
  std::memset(bytes.data() + 12, 0, 4);
  const std::uint64_t behind = bytes.size() - container_head_bytes;
  std::memcpy(bytes.data() + 16, &behind, sizeof behind);
  set_checksum(bytes);
}

struct EditedColumn {
  std::string name;
  std::uint64_t rows = 0;
  std::uint16_t width = 1;
  std::string bytes;
  friend bool operator==(const EditedColumn&, const EditedColumn&) = default;
};

inline EditedColumn& column_named(std::vector<EditedColumn>& columns, std::string_view name) {
  for (EditedColumn& column : columns)
    if (column.name == name) return column;
  throw std::logic_error("no column " + std::string{name});
}

// The archive with its columns as `edit`, which takes a vector of them, leaves them.
template <class Edit>
std::string edited(const std::string& bytes, Edit edit) {
  const ContainerReader from{bytes.size(), [&](std::uint64_t at, std::span<char> into) {
                               std::memcpy(into.data(), bytes.data() + at, into.size());
                             }};
  std::vector<EditedColumn> columns;
  for (const ContainerColumn& column : from.columns()) {
    std::string read(column.count * column.width, '\0');
    from.bytes(column, 0, read);
    columns.push_back({column.name, column.rows, column.width, std::move(read)});
  }
  edit(columns);
  std::string made;
  ContainerWriter to{[&](std::string_view piece) { made += piece; }};
  for (const EditedColumn& column : columns) {
    to.begin(column.name, column.width, column.rows, column.bytes.size() / column.width);
    to.add(column.bytes);
  }
  const auto head = to.head();
  return made.replace(0, head.size(), head.data(), head.size());
}

// Asks a roster for all that it has, so that whatever is unsound in it comes to light.
inline void walk(const Roster& roster) {
  std::size_t seen = 0;
  for (const Date day : {Date{1400, 1, 1}, Date{2017, 9, 30}, Date::last()}) {
    const RosterView view = roster.as_of(day);
    for (const UnitId unit : view.units()) {
      seen += view.members(unit).size() + view.ancestors(unit).size() + view.vacancies(unit).size();
      seen += view.workplaces(unit).size() + view[unit].name.size();
      seen += roster.as_of(day, unit).size() + roster.is_within(unit, view.units()[0], day);
    }
  }
  for (const Unit& unit : roster.units()) {
    const Timeline<Unit> history = roster.history(unit.id);
    seen += roster.unit(unit.code).code.size() + history.history().size();
    seen += roster.of<Term>(unit.id).size() + roster.of<Event>(unit.id).size() +
            roster.of<Membership>(unit.id).size() + roster.of<Honour>(unit.id).size();
  }
  for (const Person& person : roster.persons())
    seen += roster.person(person.code).name.size() + roster.memberships(person.id).size() +
            roster.of<Appointment>(person.id).size() + roster.of<Honour>(person.id).size();
  for (const Cluster& cluster : roster.clusters()) {
    const Timeline<Cluster> history = roster.history(cluster.id);
    seen += history.history().size() + cluster.principles.size();
  }
  for (const Event& event : roster.events()) seen += event.document.size();
  if (seen == static_cast<std::size_t>(-1)) throw std::logic_error("more than there can be");
}

}  // namespace zhibu

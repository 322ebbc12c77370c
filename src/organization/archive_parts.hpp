// SPDX-License-Identifier: BSL-1.0
//
// What an archive keeps of a roster, and by what names.
//
// A column of the container is named by the table and the field that it holds: "roster/units/name".
// To a field that few rows have there belongs "roster/persons/died.rows", the bits of the rows. A
// field added later is filled with its default where an archive lacks it; it must not be `required`
// in fields.hpp. Enumerators are kept by their numbers: new ones are added behind the others.

#pragma once

#include <string>
#include <string_view>
#include <tuple>

#include "organization/columns.hpp"

namespace zhibu {

inline constexpr std::string_view roster_version = "roster/version";

// Calls `act` with each part of `columns` and its name: Texts, Timelines, or RowColumns, whose
// columns are named below it. What tells how many there are of something comes before what refers
// to it.
template <class Columns, class Act>
void each_part(Columns& columns, Act act) {
  act("roster/texts", columns.texts);
  act("roster/units/code", columns.unit_codes);
  act("roster/persons/code", columns.person_codes);
  act("roster/posts/code", columns.post_codes);
  act("roster/clusters/code", columns.cluster_codes);
  act("roster/workplaces/code", columns.workplace_codes);
  act("roster/units", columns.unit_states);
  act("roster/units/history", columns.units);
  act("roster/persons", columns.persons);
  act("roster/persons/home", columns.homes);
  act("roster/clusters", columns.cluster_states);
  act("roster/clusters/history", columns.clusters);
  std::apply(
      [&](auto&... relation) {
        const auto name = [](const auto& rows) {
          using Row = decltype(rows.row(0, Texts{}));
          return "roster/" + std::string{Fields<Row>::table};
        };
        (act(name(relation.rows), relation.rows), ...);
      },
      columns.relations);
}

}  // namespace zhibu

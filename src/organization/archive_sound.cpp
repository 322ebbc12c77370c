// SPDX-License-Identifier: BSL-1.0

#include "organization/archive_sound.hpp"

#include <string>

#include "archive.hpp"
#include "organization/circles.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

void require_as_many(std::string_view what, const Texts& codes, std::size_t rows) {
  if (codes.size() != rows)
    refuse_archive(std::to_string(rows) + " rows of " + std::string{what} + " and " +
                       std::to_string(codes.size()) + " codes of them",
                   "as many");
  if (codes.find(""))
    refuse_archive("one of the " + std::string{what} + " without a code", "any text");
}

// The states that a thing has over time are those that say that they are of it.
template <class Owners>
void require_own_states(std::string_view what, const Timelines& timelines, const Owners& owners) {
  for (std::uint32_t thing = 0; thing < timelines.size(); ++thing) {
    bool own = !timelines.period(thing).empty() && timelines.ever(thing);
    timelines.each(thing,
                   [&](Period, Timelines::Number state) { own = own && owners[state] == thing; });
    if (!own)
      refuse_archive("one of the " + std::string{what} + " that never is, or is as another",
                     "states of its own on one day at least");
  }
}

}  // namespace

void require_whole(const RosterColumns& columns) {
  require_as_many("units", columns.unit_codes, columns.units.size());
  require_as_many("persons", columns.person_codes, columns.persons.size());
  require_as_many("persons", columns.person_codes, columns.homes.size());
  require_as_many("posts", columns.post_codes, columns.relation<Post>().rows.size());
  require_as_many("clusters", columns.cluster_codes, columns.clusters.size());
  require_as_many("workplaces", columns.workplace_codes, columns.relation<Workplace>().rows.size());
  require_own_states("units", columns.units, columns.unit_states.column<&UnitState::unit>());
  require_own_states("clusters", columns.clusters,
                     columns.cluster_states.column<&ClusterState::cluster>());
  if (const auto unit = unit_in_a_circle(columns))
    refuse_archive("a circle of units, each standing under the next, with " +
                       quote(columns.code(*unit)) + " among them",
                   "none on any day");
}

}  // namespace zhibu

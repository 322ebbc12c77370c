// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "organization/unit_change.hpp"
#include "organization/unit_events.hpp"
#include "quote.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

EventId Roster::found(UnitId unit, std::string_view document) {
  columns_->require(unit);
  require_short(document);
  for (const Event& event : of<Event>(unit))
    if (event.kind == EventKind::found && event.unit == unit)
      refuse(named(*columns_, unit) + " was founded already, by " + quote(event.document),
             "one founding a unit");
  return enter(*columns_, EventKind::found, unit, columns_->standing(unit).begin, document);
}

EventId Roster::rename(UnitId unit, std::string_view name, Date on, std::string_view document) {
  require_standing(*columns_, unit, on);
  require_short(name);
  require_short(document);
  if (name.empty()) refuse(named(*columns_, unit) + " without a name", "any text");
  ChangeOfUnit change{*columns_, unit, on};
  change.after().name = name;
  change.apply();
  return enter(*columns_, EventKind::rename, unit, on, document);
}

EventId Roster::move(UnitId unit, std::optional<UnitId> parent, Date on,
                     std::string_view document) {
  require_standing(*columns_, unit, on);
  require_short(document);
  ChangeOfUnit change{*columns_, unit, on};
  if (parent) {
    require_standing(*columns_, *parent, on);
    require_under(*columns_, unit, *parent, change.days_of_parent());
  }
  change.after().parent = parent;
  change.apply();
  return enter(*columns_, EventKind::move, unit, on, document);
}

EventId Roster::upgrade(UnitId unit, UnitKind kind, Date on, std::string_view document) {
  require_standing(*columns_, unit, on);
  require_short(document);
  ChangeOfUnit change{*columns_, unit, on};
  change.after().kind = kind;
  change.apply();
  return enter(*columns_, EventKind::upgrade, unit, on, document);
}

EventId Roster::adjust(UnitId unit, const Unit& as, Date on, std::string_view document) {
  require_standing(*columns_, unit, on);
  require_short(document);
  ChangeOfUnit change{*columns_, unit, on};
  UnitState& after = change.after();
  if (as.name != after.name || as.kind != after.kind || as.parent != after.parent)
    refuse("another name, kind or parent of " + named(*columns_, unit),
           "the same; rename(), upgrade() and move() change those");
  after.temporary = as.temporary;
  after.joint = as.joint;
  after.mobile = as.mobile;
  after.retired_cadres = as.retired_cadres;
  after.has_committee = as.has_committee;
  after.field = as.field;
  change.apply();
  return enter(*columns_, EventKind::adjust, unit, on, document);
}

void Roster::transfer(PersonId person, UnitId to, Date on) {
  columns_->require(person);
  require_standing(*columns_, to, on);
  Timeline<Timelines::Number> homes = columns_->homes[person.index];
  if (homes.at(on) == to.index)
    refuse(quote(columns_->code(person)) + " is at home in " + quote(columns_->code(to)) + " on " +
               to_string(on) + " already",
           "another unit, or another day");
  homes.change(on, to.index);
  columns_->set_home(person, homes, to);
  ++columns_->version;
}

void Roster::change_lead(ClusterId cluster, UnitId lead, UnitId deputy, Date on) {
  columns_->require(cluster);
  columns_->require(lead);
  columns_->require(deputy);
  Timeline<Timelines::Number> timeline = columns_->clusters[cluster.index];
  const auto now = timeline.at(on);
  if (!now)
    refuse("the cluster " + quote(columns_->code(cluster)) + " does not stand on " + to_string(on),
           "a day of " + to_string(columns_->standing(cluster)));
  ClusterState state = columns_->cluster_states.row(*now, columns_->texts);
  state.lead = lead;
  state.deputy = deputy;
  const auto row = static_cast<std::uint32_t>(columns_->cluster_states.size());
  columns_->cluster_states.push(state, columns_->texts);
  timeline.change(on, row);
  columns_->clusters.set(cluster.index, timeline);
  ++columns_->version;
}

}  // namespace zhibu

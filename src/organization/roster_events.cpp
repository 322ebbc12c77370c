// SPDX-License-Identifier: BSL-1.0

#include <algorithm>

#include "organization/unit_change.hpp"
#include "organization/unit_events.hpp"
#include "quote.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

// Whether a period that began before `on` would go on from there.
bool lasts_into(Period period, Date on) { return period.begin < on && on < period.end; }

template <class Row>
void end_row(RosterColumns& columns, std::uint32_t row, Date on) {
  RowColumns<Row>& rows = columns.relation<Row>().rows;
  const Period period = rows.template value<&Row::period>(row, columns.texts);
  rows.template set<&Row::period>(row, Period{period.begin, on}, columns.texts);
  ++columns.version;
}

}  // namespace

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

void Roster::vacate(PostId post, PersonId person, Date on) {
  columns_->require(post);
  columns_->require(person);
  for (const std::uint32_t i : columns_->relation<Appointment>().of(post))
    if (const Appointment held = columns_->row<Appointment>(i);
        held.person == person && lasts_into(held.period, on)) {
      end_row<Appointment>(*columns_, i, on);
      return;
    }
  refuse(quote(columns_->code(person)) + " did not hold " + quote(columns_->code(post)) +
             " on the day before " + to_string(on),
         "who held it, and a later day than the first");
}

void Roster::leave(PersonId person, UnitId unit, MembershipKind kind, Date on) {
  columns_->require(person);
  columns_->require(unit);
  if (kind == MembershipKind::home) {
    Timeline<Timelines::Number> homes = columns_->homes[person.index];
    const Timeline<Timelines::Number> known = homes;
    for (const auto& [period, home] : known.history())
      if (home == unit.index && lasts_into(period, on)) {
        homes.clear({on, period.end});
        columns_->homes.set(person.index, homes);
        ++columns_->version;
        return;
      }
  }
  for (const std::uint32_t i : columns_->relation<Membership>().of(person))
    if (const Membership m = columns_->row<Membership>(i);
        m.unit == unit && m.kind == kind && lasts_into(m.period, on)) {
      end_row<Membership>(*columns_, i, on);
      return;
    }
  refuse(quote(columns_->code(person)) + " did not belong to " + quote(columns_->code(unit)) +
             " (" + std::string{key(kind)} + ") on the day before " + to_string(on),
         "a unit that the person belonged to, and a later day than the first");
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

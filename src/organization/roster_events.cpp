// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>

#include "organization/columns.hpp"
#include "quote.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

constexpr std::size_t fields_of_a_unit = RowColumns<UnitState>::count;

// In which of its fields a unit is changed.
using Changed = std::array<bool, fields_of_a_unit>;

// Calls `act` with each field and its number.
template <class Act>
void each_field(Act act) {
  std::size_t number = 0;
  std::apply([&](const auto&... field) { (act(field.member, number++), ...); },
             Fields<UnitState>::fields);
}

Changed difference(const UnitState& a, const UnitState& b) {
  Changed changed{};
  each_field([&](auto member, std::size_t i) { changed[i] = a.*member != b.*member; });
  return changed;
}

[[noreturn]] void refuse(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

std::string named(const RosterColumns& columns, UnitId unit) {
  return "the unit " + quote(columns.code(unit));
}

void require_standing(const RosterColumns& columns, UnitId unit, Date on) {
  columns.require(unit);
  if (!columns.stands(unit, on))
    refuse(named(columns, unit) + " does not stand on " + to_string(on),
           "a day of " + to_string(columns.standing(unit)));
}

// Changes a unit in some of its fields from a day on; each stays changed until it was known to
// change again.
class ChangeOfUnit {
 public:
  ChangeOfUnit(RosterColumns& columns, UnitId unit, Date on)
      : columns_{&columns}, unit_{unit}, on_{on}, timeline_{columns.units[unit.index]} {
    before_ = state(*timeline_.at(on));
    after_ = before_;
  }

  UnitState& after() { return after_; }

  // From that day on up to the next on which it was known to come under another parent.
  Period days_of_parent() const {
    Date end = Date::last();
    for (const auto& [period, row] : timeline_.history())
      if (period.begin > on_ && state(row).parent != before_.parent)
        end = std::min(end, period.begin);
    return {on_, end};
  }

  void apply() {
    const Timeline<Timelines::Number> known = timeline_;
    Changed goes_on = difference(before_, after_);
    UnitState previous = before_;
    timeline_.change(on_, push(after_));
    for (const auto& [period, row] : known.history()) {
      if (period.begin <= on_) continue;
      const UnitState later = state(row);
      const Changed anew = difference(previous, later);
      for (std::size_t i = 0; i < goes_on.size(); ++i) goes_on[i] = goes_on[i] && !anew[i];
      previous = later;
      if (const UnitState changed = with_changes(later, goes_on);
          difference(changed, later) != Changed{})
        timeline_.change(period.begin, push(changed));
    }
    columns_->units.set(unit_.index, timeline_);
    ++columns_->version;
  }

 private:
  UnitState state(Timelines::Number row) const {
    return columns_->unit_states.row(row, columns_->texts);
  }

  UnitState with_changes(UnitState state, const Changed& changed) const {
    each_field([&](auto member, std::size_t i) {
      if (changed[i]) state.*member = after_.*member;
    });
    return state;
  }

  Timelines::Number push(const UnitState& state) {
    const auto row = static_cast<std::uint32_t>(columns_->unit_states.size());
    columns_->unit_states.push(state, columns_->texts);
    if (state.parent) columns_->children.add(state.parent->index, row);
    return row;
  }

  RosterColumns* columns_;
  UnitId unit_;
  Date on_;
  Timeline<Timelines::Number> timeline_;
  UnitState before_;
  UnitState after_;
};

EventId enter(RosterColumns& columns, EventKind kind, UnitId unit, Date on,
              std::string_view document, std::optional<UnitId> other = std::nullopt) {
  ++columns.version;
  return {columns.relation<Event>().push(
      {.id = {}, .kind = kind, .unit = unit, .other = other, .on = on, .document = document},
      columns.texts)};
}

void require_short(std::string_view text) {
  if (text.size() > Texts::longest)
    refuse("a text of " + std::to_string(text.size()) + " bytes",
           "at most " + std::to_string(Texts::longest));
}

// The units that stand under `unit` on `on` or later.
std::vector<UnitId> under(const RosterColumns& columns, UnitId unit, Date on) {
  std::vector<UnitId> found;
  for (const std::uint32_t state : columns.children.of(unit.index)) {
    const UnitId child = columns.unit_states.value<&UnitState::unit>(state, columns.texts);
    const auto history = columns.units[child.index];
    const bool is_so = std::ranges::any_of(history.history(), [&](const auto& entry) {
      return entry.value == state && entry.period.end > on;
    });
    if (is_so && std::ranges::find(found, child) == found.end()) found.push_back(child);
  }
  return found;
}

void require_none_under(const RosterColumns& columns, UnitId unit, Date on) {
  std::string codes;
  for (const UnitId child : under(columns, unit, on))
    codes += (codes.empty() ? "" : ", ") + quote(columns.code(child));
  if (!codes.empty())
    refuse("under " + named(columns, unit) + " there still stand, on " + to_string(on) +
               " or later, " + codes,
           "a unit with none under it; move or dissolve those first");
}

// Ends all rows of a relation that name `owner` and last beyond `on`.
template <class Row, class Owner>
void end_rows(RosterColumns& columns, Owner owner, Date on) {
  Relation<Row>& relation = columns.relation<Row>();
  for (const std::uint32_t i : relation.of(owner)) {
    const Period period = relation.rows.template value<&Row::period>(i, columns.texts);
    if (period.begin < on && on < period.end)
      relation.rows.template set<&Row::period>(i, Period{period.begin, on}, columns.texts);
  }
}

// Those at home in `unit` on `on` or later are, from then on, at home in `into`, or nowhere.
void end_homes(RosterColumns& columns, UnitId unit, Date on, std::optional<UnitId> into) {
  std::vector<std::uint32_t> persons = columns.home_members.of(unit.index);
  for (const std::uint32_t place : columns.moved_members.of(unit.index))
    persons.push_back(columns.moved[place]);
  for (const std::uint32_t person : persons) {
    Timeline<Timelines::Number> homes = columns.homes[person];
    bool changed = false;
    const Timeline<Timelines::Number> known = homes;
    for (const auto& [period, home] : known.history()) {
      const Period rest{std::max(period.begin, on), period.end};
      if (home != unit.index || rest.empty()) continue;
      homes.clear(rest);
      if (into) homes.put(rest, into->index);
      changed = true;
    }
    if (!changed) continue;
    if (into)
      columns.set_home({person}, homes, *into);
    else
      columns.homes.set(person, homes);
  }
}

// Ends a unit and all that depends on it.
void close(RosterColumns& columns, UnitId unit, Date on, std::optional<UnitId> into = {}) {
  Timeline<Timelines::Number> timeline = columns.units[unit.index];
  timeline.end(on);
  columns.units.set(unit.index, timeline);
  end_homes(columns, unit, on, into);
  end_rows<Membership>(columns, unit, on);
  for (const std::uint32_t post : columns.relation<Post>().of(unit))
    end_rows<Appointment>(columns, PostId{post}, on);
  end_rows<ClusterMembership>(columns, unit, on);
  end_rows<Contact>(columns, unit, on);
  end_rows<Venue>(columns, unit, on);
  end_rows<UnitWorkplace>(columns, unit, on);
  ++columns.version;
}

// Whenever `child` stands under `unit` on `on` or later, it stands under `into`.
void bring_under(RosterColumns& columns, UnitId child, UnitId unit, UnitId into, Date on) {
  const Timeline<Timelines::Number> known = columns.units[child.index];
  for (const auto& [period, state] : known.history()) {
    if (period.end <= on) continue;
    ChangeOfUnit change{columns, child, std::max(on, period.begin)};
    if (change.after().parent != unit) continue;
    change.after().parent = into;
    change.apply();
  }
}

// A unit that ends on `on` must have stood before.
void require_can_end(const RosterColumns& columns, UnitId unit, Date on) {
  require_standing(columns, unit, on);
  if (columns.standing(unit).begin == on)
    refuse(named(columns, unit) + " would end on " + to_string(on) + ", the day it begins",
           "a later day");
}

void require_can_merge(const RosterColumns& columns, UnitId unit, UnitId into, Date on) {
  require_can_end(columns, unit, on);
  const auto kind = [&](UnitId id) {
    return columns.unit_states.value<&UnitState::kind>(*columns.units.at(id.index, on),
                                                       columns.texts);
  };
  if (kind(unit) != kind(into))
    refuse(named(columns, unit) + " is a " + std::string{key(kind(unit))} + " and " +
               quote(columns.code(into)) + " a " + std::string{key(kind(into))},
           "units of one kind; upgrade first");
  for (const UnitId child : under(columns, unit, on))
    columns.require_no_circle(child, into, since(on));
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
    columns_->require_no_circle(unit, *parent, change.days_of_parent());
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

EventId Roster::dissolve(UnitId unit, Date on, std::string_view document) {
  require_can_end(*columns_, unit, on);
  require_short(document);
  require_none_under(*columns_, unit, on);
  close(*columns_, unit, on);
  return enter(*columns_, EventKind::dissolve, unit, on, document);
}

EventId Roster::lapse(UnitId unit, Date on, std::string_view document) {
  require_can_end(*columns_, unit, on);
  require_short(document);
  if (!at(unit, on)->temporary)
    refuse(named(*columns_, unit) + " is not temporary", "a temporary one; others are dissolved");
  require_none_under(*columns_, unit, on);
  close(*columns_, unit, on);
  return enter(*columns_, EventKind::lapse, unit, on, document);
}

std::vector<EventId> Roster::merge(std::span<const UnitId> units, UnitId into, Date on,
                                   std::string_view document) {
  require_standing(*columns_, into, on);
  require_short(document);
  std::vector<UnitId> ending;
  for (const UnitId unit : units)
    if (unit != into && std::ranges::find(ending, unit) == ending.end()) ending.push_back(unit);
  if (ending.empty())
    refuse("nothing to merge into " + named(*columns_, into), "another unit at least");
  for (const UnitId unit : ending) require_can_merge(*columns_, unit, into, on);

  std::vector<EventId> events;
  for (const UnitId unit : ending) {
    for (const UnitId child : under(*columns_, unit, on))
      bring_under(*columns_, child, unit, into, on);
    close(*columns_, unit, on, into);
    events.push_back(enter(*columns_, EventKind::merge, unit, on, document, into));
  }
  return events;
}

std::vector<EventId> Roster::split(UnitId unit, std::span<const UnitId> into, Date on,
                                   std::string_view document) {
  require_short(document);
  const bool goes_on = std::ranges::find(into, unit) != into.end();
  if (into.size() < (goes_on ? 2u : 1u))
    refuse("nothing that comes out of " + named(*columns_, unit), "another unit at least");
  for (const UnitId other : into) require_standing(*columns_, other, on);
  require_can_end(*columns_, unit, on);
  if (!goes_on) require_none_under(*columns_, unit, on);

  if (!goes_on) close(*columns_, unit, on);
  std::vector<EventId> events;
  for (const UnitId other : into)
    if (other != unit)
      events.push_back(enter(*columns_, EventKind::split, unit, on, document, other));
  return events;
}

void Roster::transfer(PersonId person, UnitId to, Date on) {
  columns_->require(person);
  require_standing(*columns_, to, on);
  Timeline<Timelines::Number> homes = columns_->homes[person.index];
  if (homes.at(on) == to.index)
    refuse(quote(columns_->code(person)) + " is at home in " + quote(columns_->code(to)) + " on " +
               to_string(on) + " already",
           "another unit, or another day");
  Date end = Date::last();
  for (const auto& [period, home] : homes.history())
    if (period.begin > on) end = std::min(end, period.begin);
  homes.put({on, end}, to.index);
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

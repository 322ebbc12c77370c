// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/view.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>

#include "organization/columns.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::uint32_t nowhere = std::numeric_limits<std::uint32_t>::max();

// The units that stand on a day under no other that does, in the order they were added.
std::vector<std::uint32_t> roots(const RosterColumns& columns, Date day) {
  const auto& parent = columns.unit_states.column<&UnitState::parent>();
  std::vector<std::uint32_t> found;
  for (std::uint32_t unit = 0; unit < columns.units.size(); ++unit) {
    const auto state = columns.units.at(unit, day);
    if (!state) continue;
    const std::uint32_t above = parent[*state];
    if (above == Kept<std::optional<UnitId>>::none || !columns.stands({above}, day))
      found.push_back(unit);
  }
  return found;
}

}  // namespace

RosterView::RosterView(const Roster& roster, Date day, std::optional<UnitId> top)
    : roster_{&roster}, version_{roster.version()}, day_{day} {
  const RosterColumns& columns = roster.columns();
  std::vector<std::uint32_t> open;  // units to be placed, the next one last
  if (top) {
    columns.require(*top);
    if (columns.stands(*top, day)) open.push_back(top->index);
  } else {
    open = roots(columns, day);
    std::ranges::reverse(open);
    units_.reserve(columns.units.size());
  }

  const auto& unit_of = columns.unit_states.column<&UnitState::unit>();
  const auto& parent_of = columns.unit_states.column<&UnitState::parent>();
  ranges_.reserve(columns.units.size());
  LargePages<Range>::ask_inside(ranges_.data(), ranges_.capacity());
  ranges_.resize(columns.units.size());
  while (!open.empty()) {
    const std::uint32_t unit = open.back();
    open.pop_back();
    if (stands({unit})) continue;  // it came under the same parent several times
    const std::uint32_t parent = parent_of[*columns.units.at(unit, day)];
    const auto place = static_cast<std::uint32_t>(units_.size());
    parent_.push_back(stands({parent}) ? ranges_[parent].begin : nowhere);
    units_.push_back({unit});
    ranges_[unit] = {place, place + 1};
    columns.children.each(unit, [&](std::uint32_t state) {
      const auto now = columns.units.at(unit_of[state], day);
      if (now && parent_of[*now] == unit) open.push_back(unit_of[state]);
    });
  }

  for (std::size_t i = units_.size(); i-- > 0;) {
    if (parent_[i] == nowhere) continue;
    Range& above = ranges_[units_[parent_[i]].index];
    above.end = std::max(above.end, ranges_[units_[i].index].end);
  }
}

void RosterView::require_current() const {
  if (roster_->version() == version_) return;
  throw std::invalid_argument("the roster has changed since this view of " + to_string(day_) +
                              " was taken; accepted: a view that is taken anew, by as_of()");
}

void RosterView::refuse(UnitId unit) const {
  require_current();
  roster_->columns().require(unit);
  throw std::invalid_argument(
      "the unit " + quote(roster_->columns().code(unit)) + " does not stand on " + to_string(day_) +
      " in this view; accepted: one of its " + std::to_string(units_.size()) + " units");
}

RosterView::Range RosterView::require(UnitId unit) const {
  require_current();
  if (!stands(unit)) refuse(unit);
  return ranges_[unit.index];
}

std::span<const UnitId> RosterView::units() const {
  require_current();
  return units_;
}

bool RosterView::contains(UnitId unit) const {
  require_current();
  return stands(unit);
}

std::size_t RosterView::place(UnitId unit) const { return require(unit).begin; }

Unit RosterView::operator[](UnitId unit) const {
  require(unit);
  return *roster_->at(unit, day_);
}

Person RosterView::operator[](PersonId person) const {
  require_current();
  return (*roster_)[person];
}

Unit RosterView::unit(std::string_view code) const { return (*this)[roster_->unit(code).id]; }

std::vector<UnitId> RosterView::children(UnitId unit) const {
  const Range range = require(unit);
  std::vector<UnitId> found;
  for (std::uint32_t at = range.begin + 1; at < range.end; at = ranges_[units_[at].index].end)
    found.push_back(units_[at]);
  return found;
}

std::vector<UnitId> RosterView::ancestors(UnitId unit) const {
  std::vector<UnitId> found;
  for (std::uint32_t at = parent_[require(unit).begin]; at != nowhere; at = parent_[at])
    found.push_back(units_[at]);
  return found;
}

std::span<const UnitId> RosterView::subtree(UnitId unit) const {
  const Range range = require(unit);
  return std::span{units_}.subspan(range.begin, range.end - range.begin);
}

std::vector<PersonId> RosterView::members(UnitId unit, MembershipKind kind) const {
  require(unit);
  return roster_->members(unit, kind, day_);
}

std::vector<PersonId> RosterView::members_within(UnitId top) const {
  std::vector<PersonId> found;
  for (const UnitId unit : subtree(top))
    for (const PersonId person : members(unit)) found.push_back(person);
  return found;
}

std::vector<PersonId> RosterView::voters(UnitId unit) const {
  std::vector<PersonId> found = members(unit);
  std::erase_if(found, [this](PersonId person) {
    if (standing_on((*roster_)[person], day_) != PartyStanding::full) return true;
    return std::ranges::any_of(roster_->of<Circumstance>(person), [this](const Circumstance& c) {
      return takes_the_vote(c.kind) && c.period.contains(day_);
    });
  });
  return found;
}

std::vector<Appointment> RosterView::holders(PostId post) const {
  require_current();
  std::vector<Appointment> found = roster_->of<Appointment>(post);
  const bool stands = contains((*roster_)[post].unit);
  std::erase_if(found, [&](const Appointment& appointment) {
    return !stands || !appointment.period.contains(day_) ||
           !roster_->columns().lives(appointment.person, day_);
  });
  return found;
}

std::vector<PostId> RosterView::vacancies(UnitId unit) const {
  require(unit);
  std::vector<PostId> found;
  for (const PostId post : roster_->posts(unit))
    if (holders(post).size() < static_cast<std::size_t>((*roster_)[post].seats))
      found.push_back(post);
  return found;
}

std::vector<Appointment> RosterView::posts_of(PersonId person) const {
  require_current();
  std::vector<Appointment> found = roster_->of<Appointment>(person);
  if (!roster_->columns().lives(person, day_)) return {};
  std::erase_if(found, [this](const Appointment& appointment) {
    return !appointment.period.contains(day_) || !contains((*roster_)[appointment.post].unit);
  });
  return found;
}

std::optional<ClusterId> RosterView::cluster_of(UnitId unit) const {
  require(unit);
  return roster_->cluster_of(unit, day_);
}

std::optional<Cluster> RosterView::cluster(std::string_view code) const {
  require_current();
  return roster_->at(roster_->cluster(code).id, day_);
}

std::vector<WorkplaceId> RosterView::workplaces(UnitId unit) const {
  require(unit);
  std::vector<WorkplaceId> found;
  for (const UnitWorkplace& row : roster_->of<UnitWorkplace>(unit))
    if (row.period.contains(day_)) found.push_back(row.workplace);
  return found;
}

template <class Relation>
std::vector<Relation> RosterView::all() const {
  require_current();
  std::vector<Relation> found = roster_->all<Relation>();
  std::erase_if(found, [this](const Relation& row) {
    if (!row.period.contains(day_)) return true;
    if constexpr (requires { row.person; })
      if (!roster_->columns().lives(row.person, day_)) return true;
    if constexpr (requires { row.unit; }) return !contains(row.unit);
    if constexpr (requires { row.post; }) return !contains((*roster_)[row.post].unit);
    return false;
  });
  return found;
}

template ZHIBU_EXPORT std::vector<Membership> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Circumstance> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Appointment> RosterView::all() const;
template ZHIBU_EXPORT std::vector<ClusterMembership> RosterView::all() const;
template ZHIBU_EXPORT std::vector<UnitWorkplace> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Contact> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Pairing> RosterView::all() const;
template ZHIBU_EXPORT std::vector<VolunteerRole> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Venue> RosterView::all() const;
template ZHIBU_EXPORT std::vector<Honour> RosterView::all() const;

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "grouping.hpp"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

#include "organization/columns.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {
namespace {

std::optional<UnitId> where(const Obligation& o) {
  const UnitId* const unit = std::get_if<UnitId>(&o.bearer);
  return unit ? std::optional{*unit} : o.at;
}

template <class Id>
Group number_of(std::optional<Id> id) {
  return id ? std::optional{id->index} : std::nullopt;
}

// Months are counted from the year 0, and quarters.
std::uint32_t number_of(Span span, Date day) {
  const int month = 12 * day.year() + day.month() - 1;
  return static_cast<std::uint32_t>(span == Span::month ? month : month / 3);
}

Period period_of(Span span, std::uint32_t number) {
  const auto month = static_cast<int>(span == Span::month ? number : 3 * number);
  return span_of(span, Date{month / 12, month % 12 + 1, 1});
}

Heading heading_of(Span span, std::uint32_t number) {
  const Period period = period_of(span, number);
  const int month = period.begin.month();
  return {title(period), std::to_string(period.begin.year()) + "年" +
                             (span == Span::month ? std::to_string(month) + "月"
                                                  : "第" + std::to_string(month / 3 + 1) + "季度")};
}

template <class Row>
Heading heading_of(const Row& row) {
  return {std::string{row.code}, std::string{row.name}};
}

Heading heading_of(const Name<Activity>& name) {
  return {std::string{name.key}, std::string{name.zh}};
}

bool is_group(const Roster& roster, UnitId unit, Date day) {
  const std::optional<Unit> stands = roster.at(unit, day);
  return stands && stands->kind == UnitKind::group;
}

}  // namespace

Grouping::Grouping(const Findings& findings, const Roster& roster, By by)
    : findings_{&findings}, roster_{&roster}, by_{by} {
  if (by != By::tree) return;
  const RosterView view = roster.as_of(findings.as_of());
  place_in_order_.assign(roster.units().size(), std::numeric_limits<std::uint32_t>::max());
  std::uint32_t place = 0;
  for (const UnitId unit : view.units()) place_in_order_[unit.index] = place++;
}

bool Grouping::is_by_place() const {
  return by_ == By::tree || by_ == By::cluster || by_ == By::workplace;
}

// Where the unit is asked for: while the rule binds it, it stands.
Date Grouping::day_of(const Obligation& o) const {
  return std::clamp(findings_->as_of(), o.bound.begin, o.bound.last());
}

std::uint64_t Grouping::key(const Obligation& o) const {
  constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();
  if (!is_by_place()) return number(o).value_or(std::numeric_limits<std::uint32_t>::max());
  const std::optional<UnitId> unit = where(o);
  if (!unit) return none;
  return std::uint64_t{unit->index} << 32 | static_cast<std::uint32_t>(day_of(o).serial());
}

std::vector<Group> Grouping::groups(const Obligation& o) const {
  if (!is_by_place()) return {number(o)};
  const std::optional<UnitId> unit = where(o);
  if (by_ == By::tree && unit) return line_of(*unit, day_of(o));
  return {place(unit, day_of(o))};
}

// The group, where it is no matter of where a unit belongs.
Group Grouping::number(const Obligation& o) const {
  switch (by_) {
    case By::rule:
      return o.provision.index;
    case By::activity:
      return static_cast<std::uint32_t>(o.activity);
    case By::month:
      return number_of(Span::month, o.bound.last());
    case By::quarter:
      return number_of(Span::quarter, o.bound.last());
    default:
      return number_of(where(o));
  }
}

Group Grouping::place(std::optional<UnitId> unit, Date day) const {
  if (by_ == By::cluster) return cluster(unit, day);
  return by_ == By::workplace ? workplace(unit, day) : std::nullopt;
}

std::vector<Group> Grouping::line_of(UnitId unit, Date day) const {
  roster_->columns().require(unit);
  std::vector<Group> line;
  for (std::optional<UnitId> above = unit; above; above = roster_->columns().parent(*above, day))
    line.push_back(above->index);
  return line;
}

Group Grouping::cluster(std::optional<UnitId> unit, Date day) const {
  while (unit) {
    if (const auto found = roster_->cluster_of(*unit, day)) return found->index;
    unit = roster_->columns().parent(*unit, day);
  }
  return std::nullopt;
}

Group Grouping::workplace(std::optional<UnitId> unit, Date day) const {
  while (unit) {
    for (const UnitWorkplace& row : roster_->of<UnitWorkplace>(*unit))
      if (row.period.contains(day)) return row.workplace.index;
    if (!is_group(*roster_, *unit, day)) break;
    unit = roster_->columns().parent(*unit, day);
  }
  return std::nullopt;
}

Tally Grouping::tally(Group group) const {
  Heading of = group ? heading(*group) : heading_of_none();
  return {.code = std::move(of.code), .name = std::move(of.name)};
}

std::uint64_t Grouping::rank(Group group) const {
  if (!group) return std::numeric_limits<std::uint64_t>::max();
  return by_ == By::tree ? std::uint64_t{place_in_order_[*group]} << 32 | *group : *group;
}

Heading Grouping::heading(std::uint32_t group) const {
  switch (by_) {
    case By::workplace:
      return heading_of((*roster_)[WorkplaceId{group}]);
    case By::rule:
      return heading_of(findings_->obligations().rulebook()[ProvisionId{group}]);
    case By::activity:
      return heading_of(names<Activity>()[group]);
    case By::month:
      return heading_of(Span::month, group);
    case By::quarter:
      return heading_of(Span::quarter, group);
    case By::cluster:
      return that_day(ClusterId{group});
    default:
      return that_day(UnitId{group});
  }
}

// The unit or the cluster as it was on the day of the audit, or else as it was last.
template <class Id>
Heading Grouping::that_day(Id id) const {
  const auto stands = roster_->at(id, findings_->as_of());
  return heading_of(stands ? *stands : (*roster_)[id]);
}

Heading Grouping::heading_of_none() const {
  if (by_ == By::cluster) return {"", "不在片组"};
  return {"", by_ == By::workplace ? "未记所在单位" : "无所属党组织"};
}

}  // namespace zhibu

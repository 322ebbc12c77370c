// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/change.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <tuple>
#include <utility>

#include "organization/columns.hpp"
#include "organization/spans.hpp"
#include "organization/unit_events.hpp"
#include "steps.hpp"

namespace zhibu {

namespace {

// Collects the changes of a roster.
class Finder {
 public:
  Finder(const Roster& roster, Period days, const Watch& watch)
      : roster_{&roster},
        columns_{&roster.columns()},
        days_{days},
        steps_{watch, steps_of(roster.columns())} {}

  std::vector<Change> find() {
    for (std::uint32_t i = 0; i < columns_->units.size(); ++i) {
      look_at_unit({i});
      steps_();
    }
    look_at_homes();
    look_at<Membership>([this](PersonId person) { look_at_memberships(person); });
    look_at<Appointment>([this](PersonId person) { look_at_appointments(person); });
    look_at<ClusterMembership>([this](UnitId unit) { look_at_clusters(unit); });
    std::vector<Change> sorted = in_order();
    steps_.finish();
    return sorted;
  }

 private:
  // Units, persons as to their homes, and the rows of what else may change.
  static std::size_t steps_of(const RosterColumns& columns) {
    return columns.units.size() + columns.persons.size() +
           columns.relation<Membership>().rows.size() +
           columns.relation<Appointment>().rows.size() +
           columns.relation<ClusterMembership>().rows.size();
  }

  // By day, kind and subject; those of one in the order in which they were found.
  std::vector<Change> in_order() {
    std::vector<std::tuple<Date, ChangeKind, Bearer, std::size_t>> order;
    order.reserve(found_.size());
    for (std::size_t i = 0; i < found_.size(); ++i) {
      order.emplace_back(found_[i].on, found_[i].kind, found_[i].subject, i);
      steps_.pause();
    }
    std::ranges::sort(order, steps_.pausing(std::less{}));
    std::vector<Change> sorted;
    sorted.reserve(order.size());
    for (const auto& [on, kind, subject, place] : order) {
      sorted.push_back(std::move(found_[place]));
      steps_.pause();
    }
    for (; !found_.empty(); found_.pop_back()) steps_.pause();
    return sorted;
  }

  void add(Date on, ChangeKind kind, Bearer subject, std::string before, std::string after,
           std::optional<EventId> event) {
    if (before == after) return;
    found_.push_back({on, kind, subject, std::move(before), std::move(after), event});
  }

  std::string code(std::optional<UnitId> unit) const {
    return unit ? std::string{columns_->code(*unit)} : "";
  }

  // The last event of `unit` on that day that `fits`.
  template <class Fits>
  std::optional<EventId> event(UnitId unit, Date on, Fits fits) const {
    std::optional<EventId> last;
    for (const Event& e : roster_->of<Event>(unit))
      if (e.on == on && fits(e)) last = e.id;
    return last;
  }
  std::optional<EventId> event(UnitId unit, Date on, EventKind kind) const {
    return event(unit, on, [&](const Event& e) { return e.kind == kind && e.unit == unit; });
  }

  // The event by which `unit` ended on that day, if it did.
  std::optional<EventId> ending(UnitId unit, Date on) const {
    if (columns_->standing(unit).end != on) return std::nullopt;
    return event(unit, on, [&](const Event& e) { return e.unit == unit && may_end(e.kind); });
  }

  std::optional<EventId> beginning(UnitId unit, Date on) const {
    if (const auto founding = event(unit, on, EventKind::found)) return founding;
    return event(unit, on,
                 [&](const Event& e) { return e.kind == EventKind::split && e.other == unit; });
  }

  std::optional<EventId> merger(std::optional<UnitId> from, UnitId into, Date on) const {
    if (!from) return std::nullopt;
    return event(*from, on, [&](const Event& e) {
      return e.kind == EventKind::merge && e.unit == *from && e.other == into;
    });
  }

  void look_at_unit(UnitId unit) {
    if (!columns_->units.changes(unit.index, days_)) return;
    Spans<Timelines::Number> states;
    const Timeline<Timelines::Number> timeline = columns_->units[unit.index];
    for (const auto& [period, state] : timeline.history()) states.emplace_back(period, state);
    each_step(states, days_, [&](Date on, auto before, auto after) {
      if (before && after) return compare(on, unit, *before, *after);
      const std::string name{
          columns_->unit_states.row(before ? *before : *after, columns_->texts).name};
      if (after)
        add(on, ChangeKind::unit_began, unit, "", name, beginning(unit, on));
      else
        add(on, ChangeKind::unit_ended, unit, name, "", ending(unit, on));
    });
  }

  void compare(Date on, UnitId unit, Timelines::Number before, Timelines::Number after) {
    const UnitState was = columns_->unit_states.row(before, columns_->texts);
    const UnitState is = columns_->unit_states.row(after, columns_->texts);
    add(on, ChangeKind::unit_name, unit, std::string{was.name}, std::string{is.name},
        event(unit, on, EventKind::rename));
    add(on, ChangeKind::unit_kind, unit, std::string{label(was.kind)}, std::string{label(is.kind)},
        event(unit, on, EventKind::upgrade));
    std::optional<EventId> moved = event(unit, on, EventKind::move);
    if (!moved && is.parent) moved = merger(was.parent, *is.parent, on);
    add(on, ChangeKind::unit_parent, unit, code(was.parent), code(is.parent), moved);

    const auto adjusted = event(unit, on, EventKind::adjust);
    const auto flag = [&](bool UnitState::*member, const char* name) {
      add(on, ChangeKind::unit_other, unit, was.*member ? name : "", is.*member ? name : "",
          adjusted);
    };
    flag(&UnitState::temporary, "临时");
    flag(&UnitState::joint, "联合");
    flag(&UnitState::mobile, "流动党员党组织");
    flag(&UnitState::retired_cadres, "离退休干部党组织");
    flag(&UnitState::has_committee, "支部委员会");
    add(on, ChangeKind::unit_other, unit, std::string{label(was.field)},
        std::string{label(is.field)}, adjusted);
  }

  // For as long as the unit stands and the person lives.
  Period effective(Period period, UnitId unit, PersonId person) const {
    const auto died = columns_->persons.value<&Person::died_on>(person.index, columns_->texts);
    return common(common(period, columns_->standing(unit)),
                  {Date::first(), died.value_or(Date::last())});
  }
  bool touched(Period period) const {
    return days_.contains(period.begin) || days_.contains(period.end);
  }
  bool touched(UnitId unit, PersonId person) const {
    const auto died = columns_->persons.value<&Person::died_on>(person.index, columns_->texts);
    return touched(columns_->standing(unit)) || (died && days_.contains(*died));
  }

  void look_at_homes() {
    std::vector<bool> unit_touched;
    for (std::uint32_t i = 0; i < columns_->units.size(); ++i)
      unit_touched.push_back(touched(columns_->standing(UnitId{i})));
    for (std::uint32_t i = 0; i < columns_->persons.size(); ++i) {
      const auto died = columns_->persons.value<&Person::died_on>(i, columns_->texts);
      bool look = columns_->homes.changes(i, days_) || (died && days_.contains(*died));
      columns_->homes.each(
          i, [&](Period, Timelines::Number unit) { look = look || unit_touched[unit]; });
      if (look) look_at_home({i});
      steps_();
    }
  }

  void look_at_home(PersonId person) {
    Spans<UnitId> homes;
    const Timeline<Timelines::Number> timeline = columns_->homes[person.index];
    for (const auto& [period, unit] : timeline.history())
      homes.emplace_back(effective(period, {unit}, person), UnitId{unit});
    each_step(homes, days_, [&](Date on, auto before, auto after) {
      std::optional<EventId> by = before && after ? merger(before, *after, on) : std::nullopt;
      if (!by && before) by = ending(*before, on);
      add(on, ChangeKind::home_membership, person, code(before), code(after), by);
    });
  }

  // Calls `look` once with each person or unit of whom a row begins or ends within the days.
  template <class Row, class Look>
  void look_at(Look look) {
    using Owner = std::conditional_t<std::is_same_v<Row, ClusterMembership>, UnitId, PersonId>;
    std::vector<Owner> owners;
    for (std::uint32_t i = 0; i < columns_->relation<Row>().rows.size(); ++i) {
      const Row row = columns_->row<Row>(i);
      if constexpr (std::is_same_v<Row, ClusterMembership>) {
        if (touched(row.period) || touched(columns_->standing(row.unit)))
          owners.push_back(row.unit);
      } else {
        if (touched(row.period) || touched(unit_of(row), row.person)) owners.push_back(row.person);
      }
      steps_();
    }
    std::ranges::sort(owners, steps_.pausing(std::less{}));
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    for (const Owner owner : owners) {
      look(owner);
      steps_.pause();
    }
  }

  UnitId unit_of(const Membership& membership) const { return membership.unit; }
  UnitId unit_of(const Appointment& appointment) const {
    return columns_->relation<Post>().rows.value<&Post::unit>(appointment.post.index,
                                                              columns_->texts);
  }

  // Rows of a person that are about one thing, as that person's kind of membership in a unit.
  template <class Row, class Same>
  Spans<bool> spans_of(PersonId person, Same same) const {
    Spans<bool> spans;
    for (const std::uint32_t i : columns_->relation<Row>().of(person))
      if (const Row row = columns_->row<Row>(i); same(row))
        spans.emplace_back(effective(row.period, unit_of(row), person), true);
    return spans;
  }

  void look_at_memberships(PersonId person) {
    std::vector<std::pair<UnitId, MembershipKind>> seen;
    for (const std::uint32_t i : columns_->relation<Membership>().of(person)) {
      const Membership m = columns_->row<Membership>(i);
      const std::pair about{m.unit, m.kind};
      if (std::ranges::find(seen, about) != seen.end()) continue;
      seen.push_back(about);
      const std::string text = code(m.unit) + " " + std::string{label(m.kind)};
      const auto spans = spans_of<Membership>(
          person, [&](const Membership& row) { return row.unit == m.unit && row.kind == m.kind; });
      each_step(spans, days_, [&](Date on, auto before, auto after) {
        add(on, ChangeKind::other_membership, person, before ? text : "", after ? text : "",
            after ? brought(m, on) : ending(m.unit, on));
      });
    }
  }

  // The merger that brought a membership, which had been in the unit that ended.
  std::optional<EventId> brought(const Membership& into, Date on) const {
    return event(into.unit, on, [&](const Event& e) {
      if (e.kind != EventKind::merge || e.other != into.unit) return false;
      const auto spans = spans_of<Membership>(into.person, [&](const Membership& row) {
        return row.unit == e.unit && row.kind == into.kind;
      });
      return held_before(spans, on).has_value();
    });
  }

  void look_at_appointments(PersonId person) {
    std::vector<PostId> seen;
    for (const std::uint32_t i : columns_->relation<Appointment>().of(person)) {
      const Appointment held = columns_->row<Appointment>(i);
      if (std::ranges::find(seen, held.post) != seen.end()) continue;
      seen.push_back(held.post);
      const std::string text{columns_->code(held.post)};
      const auto spans = spans_of<Appointment>(
          person, [&](const Appointment& row) { return row.post == held.post; });
      each_step(spans, days_, [&](Date on, auto before, auto after) {
        add(on, ChangeKind::appointment, person, before ? text : "", after ? text : "",
            after ? std::nullopt : ending(unit_of(held), on));
      });
    }
  }

  void look_at_clusters(UnitId unit) {
    Spans<ClusterId> clusters;
    for (const ClusterMembership& row : roster_->of<ClusterMembership>(unit))
      clusters.emplace_back(common(row.period, columns_->standing(unit)), row.cluster);
    const auto text = [&](std::optional<ClusterId> cluster) {
      return cluster ? std::string{columns_->code(*cluster)} : "";
    };
    each_step(clusters, days_, [&](Date on, auto before, auto after) {
      add(on, ChangeKind::cluster_membership, unit, text(before), text(after),
          after ? std::nullopt : ending(unit, on));
    });
  }

  const Roster* roster_;
  const RosterColumns* columns_;
  Period days_;
  Steps steps_;
  std::deque<Change> found_;
};

}  // namespace

std::vector<Change> changes(const Roster& roster, Period days, const Watch& watch) {
  return Finder{roster, days, watch}.find();
}

}  // namespace zhibu

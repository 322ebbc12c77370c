// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <memory>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "organization/columns.hpp"
#include "organization/part.hpp"
#include "zhibu/organization/roster.hpp"

namespace zhibu {

namespace {

template <class Row>
bool are_same(const Row& a, const Row& b) {
  return std::apply(
      [&](const auto&... field) { return ((a.*field.member == b.*field.member) && ...); },
      Fields<Row>::fields);
}

// Copies a part of a roster row by row. What is copied first says which of the rest is inside.
class PartWriter {
 public:
  PartWriter(const RosterColumns& whole, UnitId top) : whole_{whole} {
    std::get<Handles<UnitId>>(inside_) = units_within(top);
    std::get<Handles<PersonId>>(inside_).resize(whole.persons.size());
    std::get<Handles<PostId>>(inside_).resize(whole.count(PostId{}));
    std::get<Handles<ClusterId>>(inside_).resize(whole.count(ClusterId{}));
    std::get<Handles<WorkplaceId>>(inside_).resize(whole.count(WorkplaceId{}));
    copy_units();
    copy_all<Post>();
    copy_persons();
    copy_clusters();
    copy_workplaces();
    copy_relations();
    part_->version = part_->units.size() + part_->persons.size();
  }

  std::unique_ptr<RosterColumns> take() { return std::move(part_); }

  // The handle in the part, where it is inside.
  template <class Tag>
  std::optional<Id<Tag>> inside(Id<Tag> id) const {
    return std::get<Handles<Id<Tag>>>(inside_)[id.index];
  }
  std::optional<Bearer> inside(const Bearer& bearer) const {
    return std::visit([this](auto id) { return std::optional<Bearer>{inside(id)}; }, bearer);
  }

 private:
  // --- which are inside ---

  Handles<UnitId> units_within(UnitId top) const {
    std::vector<bool> inside(whole_.units.size());
    std::vector<UnitId> found{top};
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (inside[found[i].index]) continue;
      inside[found[i].index] = true;
      for (const std::uint32_t state : whole_.children.of(found[i].index)) {
        const UnitId child = whole_.unit_states.value<&UnitState::unit>(state, whole_.texts);
        if (whole_.units.last(child.index) == state) found.push_back(child);
      }
    }
    Handles<UnitId> handles(inside.size());
    std::uint32_t next = 0;
    for (std::size_t i = 0; i < inside.size(); ++i)
      if (inside[i]) handles[i] = UnitId{next++};
    return handles;
  }

  bool belongs_inside(PersonId person) const {
    bool found = false;
    whole_.homes.each(person.index, [&](Period, Timelines::Number unit) {
      found = found || inside(UnitId{unit});
    });
    for (const std::uint32_t i : whole_.relation<Membership>().of(person))
      found = found || inside(whole_.row<Membership>(i).unit);
    for (const std::uint32_t i : whole_.relation<Appointment>().of(person))
      found = found || inside(whole_.row<Appointment>(i).post);
    return found;
  }

  bool always_led_inside(ClusterId cluster) const {
    bool all = true;
    whole_.clusters.each(cluster.index, [&](Period, Timelines::Number state) {
      const ClusterState led = whole_.cluster_states.row(state, whole_.texts);
      all = all && inside(led.lead) && inside(led.deputy);
    });
    return all;
  }

  // --- copying ---

  // A timeline of states, each of which is copied; a change that is none in the part is not there.
  template <class State>
  Timeline<Timelines::Number> copied(const Timelines& timelines, std::uint32_t row,
                                     const RowColumns<State>& from, RowColumns<State>& to) {
    Timeline<Timelines::Number> timeline;
    std::optional<std::pair<State, Period>> last;
    timelines.each(row, [&](Period days, Timelines::Number number) {
      const State state = *translated(from.row(number, whole_.texts), *this);
      const bool goes_on = last && last->second.end == days.begin && are_same(last->first, state);
      if (goes_on) days.begin = last->second.begin;
      if (!goes_on) to.push(state, part_->texts);
      timeline.put(days, static_cast<std::uint32_t>(to.size() - 1));
      last = {state, days};
    });
    return timeline;
  }

  void copy_units() {
    for (std::uint32_t i = 0; i < whole_.units.size(); ++i) {
      if (!inside(UnitId{i})) continue;
      part_->unit_codes.keep(whole_.code(UnitId{i}));
      part_->units.push_back(copied(whole_.units, i, whole_.unit_states, part_->unit_states));
    }
    for (std::uint32_t i = 0; i < whole_.units.size(); ++i)
      if (inside(UnitId{i})) copy_moves(UnitId{i});
  }

  // Where a unit came to stand under another because of what happened to one outside, the part has
  // nothing that tells it but a move.
  void copy_moves(UnitId unit) {
    std::optional<Timelines::Number> before;
    whole_.units.each(unit.index, [&](Period days, Timelines::Number state) {
      const auto from = before ? parent_in(*before) : std::nullopt;
      const auto to = parent_in(state);
      const bool moved =
          before && (from ? inside(*from) : std::nullopt) != (to ? inside(*to) : std::nullopt);
      before = state;
      if (!moved || is_told(unit, from, to, days.begin)) return;
      Event move{};
      move.kind = EventKind::move;
      move.unit = *inside(unit);
      move.on = days.begin;
      moves_.push_back(move);
    });
  }

  std::optional<UnitId> parent_in(Timelines::Number state) const {
    return whole_.unit_states.value<&UnitState::parent>(state, whole_.texts);
  }

  // Whether an event that is inside tells that `unit` came from one parent to another.
  bool is_told(UnitId unit, std::optional<UnitId> from, std::optional<UnitId> to, Date on) const {
    const auto any = [&](UnitId of, EventKind kind, std::optional<UnitId> other) {
      const std::vector<std::uint32_t> events = whole_.relation<Event>().of(of);
      return std::ranges::any_of(events, [&](std::uint32_t i) {
        const Event event = whole_.row<Event>(i);
        return event.kind == kind && event.unit == of && event.on == on &&
               (kind == EventKind::move || event.other == other);
      });
    };
    if (any(unit, EventKind::move, {})) return true;
    return from && to && inside(*from) && inside(*to) && any(*from, EventKind::merge, to);
  }

  void copy_persons() {
    auto& handles = std::get<Handles<PersonId>>(inside_);
    for (std::uint32_t i = 0; i < whole_.persons.size(); ++i) {
      if (!belongs_inside(PersonId{i})) continue;
      handles[i] = PersonId{static_cast<std::uint32_t>(part_->persons.size())};
      part_->person_codes.keep(whole_.code(PersonId{i}));
      part_->persons.push(whole_.persons.row(i, whole_.texts), part_->texts);
      Timeline<Timelines::Number> homes;
      whole_.homes.each(i, [&](Period days, Timelines::Number unit) {
        if (const auto home = inside(UnitId{unit})) homes.put(days, home->index);
      });
      part_->homes.push_back(homes);
    }
  }

  void copy_clusters() {
    auto& handles = std::get<Handles<ClusterId>>(inside_);
    for (std::uint32_t i = 0; i < whole_.clusters.size(); ++i) {
      if (!always_led_inside(ClusterId{i})) continue;
      const ClusterId id{part_->cluster_codes.keep(whole_.code(ClusterId{i}))};
      handles[i] = id;
      part_->clusters.push_back(
          copied(whole_.clusters, i, whole_.cluster_states, part_->cluster_states));
    }
  }

  // Those in which a unit inside was ever formed.
  void copy_workplaces() {
    auto& handles = std::get<Handles<WorkplaceId>>(inside_);
    for (std::uint32_t i = 0; i < handles.size(); ++i) {
      bool found = false;
      for (const std::uint32_t row : whole_.relation<UnitWorkplace>().of(WorkplaceId{i}))
        found = found || inside(whole_.row<UnitWorkplace>(row).unit);
      if (found) handles[i] = copy(whole_.row<Workplace>(i));
    }
  }

  auto& codes(PostId) { return part_->post_codes; }
  auto& codes(WorkplaceId) { return part_->workplace_codes; }

  // Copies a row with a handle, and returns the one that it has in the part.
  template <class Row>
  auto copy(const Row& row) -> decltype(Row{}.id) {
    if constexpr (requires { row.code; }) codes(row.id).keep(row.code);
    return {part_->relation<Row>().push(row, part_->texts)};
  }

  template <class Row>
  void copy_all() {
    if constexpr (std::is_same_v<Row, Event>)
      for (const Event& move : moves_) part_->relation<Event>().push(move, part_->texts);
    for (std::uint32_t i = 0; i < whole_.relation<Row>().rows.size(); ++i) {
      const auto row = translated(whole_.row<Row>(i), *this);
      if (!row) continue;
      if constexpr (std::is_same_v<Row, Post>)
        std::get<Handles<PostId>>(inside_)[i] = copy(*row);
      else
        part_->relation<Row>().push(*row, part_->texts);
    }
  }

  template <class Row>
  void copy_rest() {
    if constexpr (!std::is_same_v<Row, Post> && !std::is_same_v<Row, Workplace>) copy_all<Row>();
  }
  void copy_relations() {
    std::apply(
        [this]<class... Row>(const Relation<Row>&...) { (this->template copy_rest<Row>(), ...); },
        whole_.relations);
  }

  const RosterColumns& whole_;
  std::unique_ptr<RosterColumns> part_ = std::make_unique<RosterColumns>();
  std::tuple<Handles<UnitId>, Handles<PersonId>, Handles<PostId>, Handles<ClusterId>,
             Handles<WorkplaceId>>
      inside_;
  std::vector<Event> moves_;
};

}  // namespace

Roster Roster::within(UnitId top) const {
  columns_->require(top);
  std::unique_ptr<RosterColumns> part = PartWriter{*columns_, top}.take();
  Steps unwatched;
  part->link(unwatched);
  return Roster{std::move(part)};
}

}  // namespace zhibu

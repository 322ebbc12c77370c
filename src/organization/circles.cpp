// SPDX-License-Identifier: BSL-1.0

#include "organization/circles.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace zhibu {

namespace {

constexpr std::uint32_t no_parent = Kept<std::optional<UnitId>>::none;

// For as long as `days`, the unit stands under the parent.
struct Link {
  Period days;
  std::uint32_t unit;
  std::uint32_t parent;
};

// How many states of other units name each as the parent, where those that are nobody's parent have
// been taken away, again and again: what is left has a parent and a child, whatever the days, and
// only there can be a circle.
std::vector<std::uint32_t> times_a_parent(const RosterColumns& columns) {
  const auto& parent = columns.unit_states.column<&UnitState::parent>();
  std::vector<std::uint32_t> times(columns.units.size());
  const auto each_parent = [&](std::uint32_t unit, auto act) {
    columns.units.each(unit, [&](Period, Timelines::Number state) {
      if (parent[state] != no_parent) act(parent[state]);
    });
  };
  for (std::uint32_t unit = 0; unit < times.size(); ++unit)
    each_parent(unit, [&](std::uint32_t above) { ++times[above]; });
  std::vector<std::uint32_t> open;
  for (std::uint32_t unit = 0; unit < times.size(); ++unit)
    if (times[unit] == 0) open.push_back(unit);
  while (!open.empty()) {
    const std::uint32_t unit = open.back();
    open.pop_back();
    each_parent(unit, [&](std::uint32_t above) {
      if (--times[above] == 0) open.push_back(above);
    });
  }
  return times;
}

std::vector<Link> links(const RosterColumns& columns) {
  const auto& parent = columns.unit_states.column<&UnitState::parent>();
  const std::vector<std::uint32_t> times = times_a_parent(columns);
  std::vector<Link> found;
  for (std::uint32_t unit = 0; unit < times.size(); ++unit) {
    if (times[unit] == 0) continue;
    columns.units.each(unit, [&](Period days, Timelines::Number state) {
      if (parent[state] != no_parent && times[parent[state]] != 0)
        found.push_back({days, unit, parent[state]});
    });
  }
  return found;
}

// Sets of units that are linked; what was joined last can be parted again.
class Joined {
 public:
  explicit Joined(std::size_t units) : above_(units), size_(units, 1) {
    std::iota(above_.begin(), above_.end(), 0u);
  }

  // False where they are in one set already.
  bool join(std::uint32_t a, std::uint32_t b) {
    a = set_of(a);
    b = set_of(b);
    if (a == b) return false;
    if (size_[a] > size_[b]) std::swap(a, b);
    above_[a] = b;
    size_[b] += size_[a];
    done_.push_back(a);
    return true;
  }

  std::size_t joins() const { return done_.size(); }
  void part_down_to(std::size_t joins) {
    for (; done_.size() > joins; done_.pop_back()) {
      const std::uint32_t a = done_.back();
      size_[above_[a]] -= size_[a];
      above_[a] = a;
    }
  }

 private:
  std::uint32_t set_of(std::uint32_t unit) const {
    while (above_[unit] != unit) unit = above_[unit];
    return unit;
  }

  std::vector<std::uint32_t> above_;
  std::vector<std::uint32_t> size_;
  std::vector<std::uint32_t> done_;  // those that were put under another, in order
};

// As a unit has one parent on a day, the links of a day make a circle just where one of them joins
// what is joined already. Those that hold on all of `days` are joined once for all; the others are
// looked at for either half of the days.
std::optional<UnitId> closing_unit(std::span<Link> links, Period days, Joined& joined) {
  if (links.empty()) return std::nullopt;
  const std::size_t joins = joined.joins();
  const auto part = std::partition(links.begin(), links.end(),
                                   [&](const Link& l) { return !l.days.contains(days); });
  for (auto link = part; link != links.end(); ++link)
    if (!joined.join(link->unit, link->parent)) return UnitId{link->unit};
  const std::span<Link> rest(links.begin(), part);
  const Date middle = days.begin + days.days() / 2;
  for (const Period half : {Period{days.begin, middle}, Period{middle, days.end}}) {
    const auto end = std::partition(rest.begin(), rest.end(),
                                    [&](const Link& l) { return l.days.overlaps(half); });
    if (const auto found = closing_unit({rest.begin(), end}, half, joined)) return found;
  }
  joined.part_down_to(joins);
  return std::nullopt;
}

}  // namespace

std::optional<UnitId> unit_in_a_circle(const RosterColumns& columns) {
  std::vector<Link> all = links(columns);
  if (all.empty()) return std::nullopt;
  Joined joined{columns.units.size()};
  return closing_unit(all, {Date::first(), Date::last()}, joined);
}

}  // namespace zhibu

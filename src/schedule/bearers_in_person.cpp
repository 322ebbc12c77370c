// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <map>
#include <utility>

#include "schedule/bearers.hpp"

namespace zhibu {
namespace {

// The windows of a person, and those that come of having taken a post on some of these days.
std::vector<Window> windows_of(const Windows& windows, const Person& person,
                               const Stretches& in_post) {
  const std::optional<Milestone> from = windows.milestone();
  if (!from) return windows.common();
  if (*from != Milestone::took_post) {
    const std::optional<Date> day = day_of(*from, person);
    return day ? windows.since(*day) : std::vector<Window>{};
  }
  std::vector<Window> found;
  for (const Period tenure : in_post.periods())
    for (const Window& window : windows.since(tenure.begin)) found.push_back(window);
  return found;
}

// The posts of a scope that a person has held: all of them, and those that nothing exempts.
struct Tenure {
  std::vector<std::pair<Period, std::optional<std::size_t>>> all;

  Stretches days(bool with_exempted) const {
    std::vector<Period> found;
    for (const auto& [period, exemption] : all)
      if (with_exempted || !exemption) found.push_back(period);
    return Stretches{std::move(found)};
  }

  // Of the first post held on these days that is exempted.
  std::optional<std::size_t> exemption_on(Period days) const {
    for (const auto& [period, exemption] : all)
      if (exemption && period.overlaps(days)) return exemption;
    return {};
  }
};

// Who has held which posts of a scope, and when.
class Tenures {
 public:
  Tenures(const Roster& roster, const Provision& provision, const HoldersOf& scope, Steps& steps)
      : roster_{&roster}, provision_{&provision}, scope_{&scope} {
    const std::vector<MeantUnit> units =
        std::visit([&](const auto& named) { return units_of(roster, named, steps); }, scope.units);
    for (const MeantUnit& meant : units) {
      for (const PostId post : roster.posts(meant.unit))
        if (is_bound(roster[post].kind)) add(meant, post);
      steps.pause();
    }
  }

  const std::map<PersonId, Tenure>& by_person() const { return by_person_; }

 private:
  bool is_bound(PostKind kind) const {
    return scope_->posts.empty() || std::ranges::find(scope_->posts, kind) != scope_->posts.end();
  }

  void add(const MeantUnit& meant, PostId post) {
    for (const Appointment& held : roster_->of<Appointment>(post))
      for (const Period days : meant.days.within(held.period).periods())
        by_person_[held.person].all.emplace_back(days,
                                                 exemption_of(*provision_, meant.history, days));
  }

  const Roster* roster_;
  const Provision* provision_;
  const HoldersOf* scope_;
  std::map<PersonId, Tenure> by_person_;
};

// The one branch that `person` is assigned to through all of `days`.
std::optional<UnitId> contact_branch(const Roster& roster, PersonId person, Period days) {
  std::optional<UnitId> branch;
  for (const Contact& contact : roster.contacts(person, days.begin)) {
    if (contact.period.end < days.end) continue;
    if (branch) return {};
    branch = contact.unit;
  }
  return branch;
}

// The days of `hull` on which something about a person may have changed, its first among them.
std::vector<Date> turning_points(const Roster& roster, const Person& p, const EveryPerson& scope,
                                 Period hull) {
  std::vector<Date> days{hull.begin};
  const auto add = [&](std::optional<Date> day) {
    if (day && hull.contains(*day)) days.push_back(*day);
  };
  for (const auto& day : {p.applied_on, p.activist_on, p.development_target_on, p.admitted_on,
                          p.full_member_on, p.left_party_on, p.died_on, p.retired_on})
    add(day);
  if (!scope.circumstances.empty())
    for (const Circumstance& c : roster.of<Circumstance>(p.id)) {
      add(c.period.begin);
      add(c.period.end);
    }
  std::ranges::sort(days);
  days.push_back(hull.end);
  return days;
}

// The days of `hull` on which the scope means a person.
Stretches days_as(const EveryPerson& scope, const Roster& roster, const Person& person,
                  Period hull) {
  const std::vector<Date> days = turning_points(roster, person, scope, hull);
  std::vector<Period> found;
  for (std::size_t i = 0; i + 1 < days.size(); ++i)
    if (days[i] < days[i + 1] && fits(scope, person, roster, days[i]))
      found.push_back({days[i], days[i + 1]});
  return Stretches{std::move(found)};
}

// The days on which a person is one of the roster's: care makes one where it need not be a member.
Stretches days_belonging(const Roster& roster, const Person& person, const EveryPerson& scope) {
  std::vector<Period> days;
  for (const Membership& membership : roster.memberships(person.id))
    if (membership.kind == MembershipKind::home ||
        (membership.kind == MembershipKind::care && !scope.member.value_or(false)))
      days.push_back(membership.period);
  return Stretches{std::move(days)};
}

// What lifts a rule from whoever has their home there on these days.
std::optional<std::size_t> exemption_at(const Roster& roster, const Provision& provision,
                                        std::optional<UnitId> home, Period days) {
  if (!home || provision.exemptions.empty()) return {};
  return exemption_of(provision, roster.history(*home), days);
}

Period hull_of(const std::vector<Window>& windows) {
  Period hull = windows.front().period;
  for (const Window& window : windows)
    hull = {std::min(hull.begin, window.period.begin), std::max(hull.end, window.period.end)};
  return hull;
}

// What of a window binds; where it binds at once, all of it if its first day does.
std::optional<Period> bound_part(const Stretches& days, const Window& window, bool at_once) {
  if (!at_once) return days.part_of(window.period);
  const Date first = window.period.begin;
  return days.part_of({first, first + 1}) ? std::optional{window.period} : std::nullopt;
}

}  // namespace

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const HoldersOf& scope, Steps& steps) {
  const bool visits = provision.activity == Activity::contact_visit;
  const Tenures tenures{roster, provision, scope, steps};
  std::vector<Owing> all;
  for (const auto& [person, tenure] : tenures.by_person()) {
    const Stretches held = tenure.days(true);
    const Stretches unexempted = tenure.days(false);
    for (const Window& window : windows_of(windows, roster[person], held)) {
      const std::optional<Period> bound = held.part_of(window.period);
      if (!bound) continue;
      const bool free = unexempted.part_of(window.period) == bound;
      all.push_back({person, window, *bound,
                     visits ? contact_branch(roster, person, *bound) : std::nullopt,
                     free ? std::nullopt : tenure.exemption_on(*bound)});
    }
    steps.pause();
  }
  return all;
}

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const EveryPerson& scope, Steps& steps) {
  std::vector<Owing> all;
  if (!windows.milestone() && windows.common().empty()) {
    steps(roster.persons().size());
    return all;
  }
  for (const Person& person : roster.persons()) {
    steps();
    const std::vector<Window> own =
        windows.milestone() ? windows_of(windows, person, {}) : std::vector<Window>{};
    const std::vector<Window>& asked = windows.milestone() ? own : windows.common();
    if (asked.empty()) continue;
    const Stretches days = days_as(scope, roster, person, hull_of(asked))
                               .within(days_belonging(roster, person, scope));
    for (const Window& window : asked) {
      const auto bound = bound_part(days, window, windows.bind_at_once());
      if (!bound) continue;
      const std::optional<UnitId> home = roster.home(person.id, bound->last());
      all.push_back({person.id, window, *bound, home,
                     exemption_at(roster, provision, home, {bound->last(), bound->end})});
    }
  }
  return all;
}

}  // namespace zhibu

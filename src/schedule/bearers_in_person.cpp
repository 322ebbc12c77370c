// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <utility>

#include "schedule/bearers.hpp"

namespace zhibu {
namespace {

// Whether something goes on through all of `window`, without a gap. `until` gives the day up to
// which it lasts that goes on on a given day, or nothing.
template <class Until>
bool throughout(Period window, Until until) {
  for (Date day = window.begin; day < window.end;) {
    const std::optional<Date> end = until(day);
    if (!end) return false;
    day = *end;
  }
  return true;
}

// A person who holds a post in a scope, and the exemption of the unit.
struct Holder {
  PersonId person;
  std::optional<std::size_t> exemption;
  friend auto operator<=>(const Holder&, const Holder&) = default;
};

// The posts of a scope: who holds them, and who holds on to them.
class Posts {
 public:
  Posts(const Roster& roster, const Provision& provision, const HoldersOf& scope)
      : roster_{&roster}, provision_{&provision}, scope_{&scope} {
    units_ = std::visit([&](const auto& units) { return units_of(roster, units); }, scope.units);
  }

  // Whoever holds a post on every day of `window`, each once, by person.
  std::vector<Holder> holders(Period window) const {
    std::vector<Holder> found;
    for (const Unit& unit : units_on(window.begin))
      for (const Appointment& appointment : roster_->appointments(unit.id, window.begin))
        if (is_bound(appointment) && is_held(appointment, window))
          found.push_back({appointment.person, exemption_of(*provision_, unit)});

    // A person who holds several posts comes out with one, and with one that is not exempted.
    std::ranges::sort(found);
    const auto same = [](Holder a, Holder b) { return a.person == b.person; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
  }

 private:
  // Those that the scope means as they stand on `day`.
  std::vector<Unit> units_on(Date day) const {
    std::vector<Unit> found;
    for (const UnitId id : units_)
      if (const std::optional<Unit> unit = roster_->at(id, day))
        if (std::visit([&](const auto& units) { return means(units, *unit); }, scope_->units))
          found.push_back(*unit);
    return found;
  }

  bool is_bound(const Appointment& appointment) const {
    if (scope_->posts.empty()) return true;
    const PostKind kind = (*roster_)[appointment.post].kind;
    return std::ranges::find(scope_->posts, kind) != scope_->posts.end();
  }

  // A new appointment may follow on the old one.
  bool is_held(const Appointment& appointment, Period window) const {
    return throughout(Period{appointment.period.end, window.end},
                      [&](Date day) { return held_until(appointment.person, day); });
  }

  std::optional<Date> held_until(PersonId person, Date day) const {
    for (const Unit& unit : units_on(day))
      for (const Appointment& next : roster_->appointments(unit.id, day))
        if (next.person == person && is_bound(next)) return next.period.end;
    return {};
  }

  const Roster* roster_;
  const Provision* provision_;
  const HoldersOf* scope_;
  std::vector<UnitId> units_;
};

// The one branch that `person` is assigned to through all of `window`.
std::optional<UnitId> contact_branch(const Roster& roster, PersonId person, Period window) {
  std::optional<UnitId> branch;
  for (const Contact& contact : roster.contacts(person, window.begin)) {
    if (contact.period.end < window.end) continue;
    if (branch) return {};
    branch = contact.unit;
  }
  return branch;
}

bool is_one(const EveryPerson& scope, const Person& person, Date day) {
  const bool member = is_member_on(person, day);
  return scope.member.value_or(member) == member &&
         (scope.retirement.empty() ||
          std::ranges::find(scope.retirement, retirement_on(person, day)) !=
              scope.retirement.end());
}

// The day up to which one of the memberships lasts that make a person one of the roster's; care
// makes one where it need not be a member.
std::optional<Date> belongs_until(const std::vector<Membership>& memberships,
                                  const EveryPerson& scope, Date day) {
  for (const Membership& membership : memberships) {
    const bool counts = membership.kind == MembershipKind::home ||
                        (membership.kind == MembershipKind::care && !scope.member.value_or(false));
    if (counts && membership.period.contains(day)) return membership.period.end;
  }
  return {};
}

}  // namespace

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const HoldersOf& scope) {
  const Posts posts{roster, provision, scope};
  const bool visits = provision.activity == Activity::contact_visit;

  std::vector<std::pair<PersonId, Owing>> all;
  for (const Window& window : windows.common()) {
    for (const Holder& holder : posts.holders(window.period)) {
      const std::optional<UnitId> at =
          visits ? contact_branch(roster, holder.person, window.period) : std::nullopt;
      all.push_back({holder.person, {holder.person, window, at, holder.exemption}});
    }
  }
  std::ranges::stable_sort(all, {}, &std::pair<PersonId, Owing>::first);

  std::vector<Owing> by_person;
  for (const auto& [person, owed] : all) by_person.push_back(owed);
  return by_person;
}

std::vector<Owing> owing(const Roster& roster, const Provision& provision, const Windows& windows,
                         const EveryPerson& scope) {
  std::vector<Owing> all;
  for (const Person& person : roster.persons()) {
    const std::vector<Membership> memberships = roster.memberships(person.id);
    for (const Window& window : windows.of(person)) {
      const Period days = window.period;
      const bool bound =
          is_one(scope, person, days.begin) && is_one(scope, person, days.last()) &&
          throughout(days, [&](Date day) { return belongs_until(memberships, scope, day); });
      if (!bound) continue;
      const std::optional<UnitId> home = roster.home(person.id, days.last());
      all.push_back(
          {person.id, window, home,
           home ? exemption_of(provision, *roster.at(*home, days.last())) : std::nullopt});
    }
  }
  return all;
}

}  // namespace zhibu

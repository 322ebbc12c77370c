// SPDX-License-Identifier: BSL-1.0

#include <array>
#include <utility>
#include <variant>

#include "report/figure_counter.hpp"

namespace zhibu {

// What there is on a day.

void Counter::titles() {
  if (!unit_) return;
  for (const Appointment& a : roster_.appointments(*unit_, as_of_)) {
    if (!roster_[a.post].ex_officio) continue;
    made_.text += (made_.text.empty() ? "" : "、") + std::string{a.titles};
    add(roster_[a.post].code, static_cast<std::int64_t>(parts_of(a.titles, "、").size()));
  }
}

void Counter::persons() {
  for (const Person& person : roster_.persons()) {
    if (!takes(filter_.retirement, retirement_on(person, as_of_))) continue;
    if (filter_.member && *filter_.member != is_member_on(person, as_of_)) continue;
    const std::optional<UnitId> home = roster_.home(person.id, as_of_);
    if (home && is_wanted(*home, as_of_)) add(person.code);
  }
}

void Counter::clusters() {
  for (const Cluster& cluster : roster_.clusters())
    if (roster_.at(cluster.id, as_of_)) add(cluster.code);
}

void Counter::lead_units() {
  for (const Cluster& cluster : roster_.clusters())
    if (const std::optional<Cluster> then = roster_.at(cluster.id, as_of_))
      for (const UnitId unit : {then->lead, then->deputy}) add_once(roster_[unit].code);
}

void Counter::contact_branches() {
  for (const Contact& contact : then_.all<Contact>())
    if (is_wanted(contact.unit, as_of_)) add_once(roster_[contact.unit].code);
}

void Counter::venues() {
  for (const Venue& venue : then_.all<Venue>()) {
    const std::optional<Unit> unit = roster_.at(venue.unit, as_of_);
    if (unit && is_wanted(*unit) && (filter_.purpose.empty() || venue.purpose == filter_.purpose))
      add(unit->code);
  }
}

void Counter::units_with_venue() {
  venues();
  std::vector<std::string> each;
  for (const std::string& unit : made_.rows)
    if (seen_.insert(unit).second) each.push_back(unit);
  made_.rows = std::move(each);
  made_.number = static_cast<std::int64_t>(made_.rows.size());
}

void Counter::pairings() {
  for (const Pairing& pairing : then_.all<Pairing>()) add_once(roster_[pairing.helped].code);
}

void Counter::volunteer_roles() {
  for (const VolunteerRole& role : then_.all<VolunteerRole>()) add_once(role.role);
}

void Counter::volunteers() {
  for (const VolunteerRole& role : then_.all<VolunteerRole>()) add_once(roster_[role.person].code);
}

void Counter::honours() {
  for (const Honour& honour : then_.all<Honour>()) {
    const auto* unit = std::get_if<UnitId>(&honour.bearer);
    if ((unit_ || under_) && (unit == nullptr || !is_wanted(*unit, as_of_))) continue;
    const std::string_view code =
        std::visit([&](auto id) { return roster_[id].code; }, honour.bearer);
    add(std::string{code} + " " + std::string{honour.title});
  }
}

}  // namespace zhibu

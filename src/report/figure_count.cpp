// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <set>
#include <utility>

#include "zhibu/organization/view.hpp"
#include "zhibu/report/figure.hpp"

namespace zhibu {

namespace {

template <class T>
bool takes(const std::vector<T>& wanted, T value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// The parts of a text that are joined by `between`.
std::vector<std::string> parts_of(std::string_view text, std::string_view between) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(between), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + between.size(), text.size()));
  }
  return parts;
}

// Counts one figure.
class Counter {
 public:
  Counter(const Figure& figure, const Roster& roster, const Records& records,
          const Obligations& owed, Date as_of)
      : filter_{figure.filter},
        roster_{roster},
        records_{records},
        owed_{owed},
        as_of_{as_of},
        then_{roster.as_of(as_of)} {
    made_ = {.code = figure.code,
             .name = figure.name,
             .name_en = figure.name_en,
             .counted = figure.counted};
    if (!filter_.unit.empty()) unit_ = roster.unit(filter_.unit).id;
    if (!filter_.under.empty()) under_ = roster.unit(filter_.under).id;
    if (!filter_.campaign.empty()) campaign_ = records.campaign(filter_.campaign).id;
    if (!filter_.rule.empty()) owed.rulebook().provision(filter_.rule);
  }

  CountedFigure count();

 private:
  using Act = void (Counter::*)();

  // --- what narrows ---

  bool is_wanted(UnitId unit, Date day) const {
    if (unit_ && unit != *unit_) return false;
    return !under_ || (unit != *under_ && roster_.is_within(unit, *under_, day));
  }

  bool is_wanted(const Unit& unit) const {
    return takes(filter_.kinds, unit.kind) &&
           (!filter_.temporary || unit.temporary == *filter_.temporary) &&
           is_wanted(unit.id, as_of_);
  }

  bool is_wanted(const Record& record) const {
    const auto holds = [&](Activity activity) { return record.activities.contains(activity); };
    if (record.voided || !owed_.period().contains(record.held_on)) return false;
    if (!filter_.activities.empty() && std::ranges::none_of(filter_.activities, holds))
      return false;
    return is_wanted(record.unit, record.held_on) && has_wanted_minutes(record.id);
  }

  bool has_wanted_minutes(RecordId record) const {
    if (filter_.forms.empty() && !campaign_) return true;
    const std::optional<Minutes> minutes = records_.minutes(record);
    if (!minutes) return false;
    if (!filter_.forms.empty() && (!minutes->form || !takes(filter_.forms, *minutes->form)))
      return false;
    return !campaign_ || minutes->campaign == campaign_;
  }

  // --- what is counted ---

  void add(std::string_view row, std::int64_t n = 1) {
    made_.rows.emplace_back(row);
    made_.number += n;
  }
  void add_once(std::string_view row) {
    if (seen_.emplace(row).second) add(row);
  }

  template <class Take>
  void each_unit(Take take) {
    for (const UnitId id : then_.units())
      if (const std::optional<Unit> unit = roster_.at(id, as_of_); unit && is_wanted(*unit))
        take(*unit);
  }

  template <class Take>
  void each_record(Take take) {
    for (const Record& record : records_)
      if (is_wanted(record)) take(record);
  }

  void units() {
    each_unit([&](const Unit& unit) { add(unit.code); });
  }
  void holders() {
    if (unit_)
      for (const Appointment& a : roster_.appointments(*unit_, as_of_))
        add_once(roster_[a.person].code);
  }
  void titles();
  void persons();
  void clusters();
  void lead_units();
  void contact_branches();
  void venues();
  void units_with_venue();
  void pairings();
  void volunteer_roles();
  void volunteers();
  void honours();
  void campaigns();
  void sessions() {
    each_record([&](const Record& record) { add(record.code); });
  }
  void person_times() {
    each_record([&](const Record& record) {
      if (record.present) add(record.code, *record.present);
    });
  }
  void beneficiaries();
  void persons_named() {
    each_record([&](const Record& record) {
      for (const PersonId person : record.persons) add_once(roster_[person].code);
    });
  }
  void places();
  void study_notes();
  void opinions();
  void appropriated();
  void paid();
  void owed();
  void owed_money();

  template <class Money>
  void money();

  const FigureFilter& filter_;
  const Roster& roster_;
  const Records& records_;
  const Obligations& owed_;
  Date as_of_;
  RosterView then_;
  std::optional<UnitId> unit_;
  std::optional<UnitId> under_;
  std::optional<CampaignId> campaign_;
  std::set<std::string, std::less<>> seen_;
  CountedFigure made_;
};

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

void Counter::campaigns() {
  for (const Campaign& campaign : records_.all<Campaign>())
    if (campaign.period.begin < owed_.period().end && owed_.period().begin < campaign.period.end)
      add(campaign.code);
}

void Counter::beneficiaries() {
  each_record([&](const Record& record) {
    const std::optional<Minutes> minutes = records_.minutes(record.id);
    if (!minutes || !minutes->beneficiaries) return;
    made_.at_least = made_.at_least || minutes->at_least;
    add(record.code, *minutes->beneficiaries);
  });
}

void Counter::places() {
  each_record([&](const Record& record) {
    const std::optional<Minutes> minutes = records_.minutes(record.id);
    if (!minutes) return;
    for (const std::string& place : parts_of(minutes->places, ";")) add_once(place);
  });
}

void Counter::study_notes() {
  each_record([&](const Record& record) {
    for (const StudyNote& note : records_.of<StudyNote>(record.id))
      add(std::string{record.code} + " " + std::string{roster_[note.person].code});
  });
}

void Counter::opinions() {
  for (const Opinion& opinion : records_.all<Opinion>()) {
    const std::optional<OpinionState> state = state_on(opinion, as_of_);
    if (!state || !owed_.period().contains(opinion.collected_on)) continue;
    if (takes(filter_.opinions, opinion.kind) && takes(filter_.states, *state) &&
        is_wanted(opinion.unit, opinion.collected_on))
      add(opinion.code);
  }
}

template <class Money>
void Counter::money() {
  for (const Money& entry : records_.all<Money>()) {
    const Fund fund = records_[entry.fund];
    if (entry.voided || !owed_.period().contains(entry.on)) continue;
    if (!filter_.purpose.empty() && fund.purpose != filter_.purpose) continue;
    if (!unit_ || fund.unit == unit_) add(entry.code, entry.amount_fen);
  }
}

void Counter::appropriated() { money<Appropriation>(); }
void Counter::paid() { money<Payment>(); }

void Counter::owed() {
  for (const Obligation& o : owed_)
    if (o.rule == filter_.rule && applies(o)) {
      const std::string_view code = std::visit([&](auto id) { return roster_[id].code; }, o.bearer);
      add(std::string{code} + " " + title(o.window), o.times);
    }
}

void Counter::owed_money() {
  made_.most = 0;
  for (const Obligation& o : owed_)
    if (o.rule == filter_.rule && applies(o)) {
      add(std::visit([&](auto id) { return roster_[id].code; }, o.bearer), o.least_fen);
      *made_.most += o.most_fen;
    }
}

CountedFigure Counter::count() {
  // In the order of Counted.
  constexpr std::array<Act, 25> acts{&Counter::units,
                                     &Counter::holders,
                                     &Counter::titles,
                                     &Counter::persons,
                                     &Counter::clusters,
                                     &Counter::lead_units,
                                     &Counter::contact_branches,
                                     &Counter::venues,
                                     &Counter::units_with_venue,
                                     &Counter::pairings,
                                     &Counter::volunteer_roles,
                                     &Counter::volunteers,
                                     &Counter::honours,
                                     &Counter::campaigns,
                                     &Counter::sessions,
                                     &Counter::person_times,
                                     &Counter::beneficiaries,
                                     &Counter::persons_named,
                                     &Counter::places,
                                     &Counter::study_notes,
                                     &Counter::opinions,
                                     &Counter::appropriated,
                                     &Counter::paid,
                                     &Counter::owed,
                                     &Counter::owed_money};
  (this->*acts[static_cast<std::size_t>(made_.counted)])();
  return std::move(made_);
}

}  // namespace

CountedFigure count(const Figure& figure, const Roster& roster, const Records& records,
                    const Obligations& owed, Date as_of) {
  return Counter{figure, roster, records, owed, as_of}.count();
}

}  // namespace zhibu

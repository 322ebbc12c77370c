// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/organization/view.hpp"
#include "zhibu/report/figure.hpp"

namespace zhibu {

template <class T>
bool takes(const std::vector<T>& wanted, T value) {
  return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

// The parts of a text that are joined by `between`.
inline std::vector<std::string> parts_of(std::string_view text, std::string_view between) {
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

}  // namespace zhibu

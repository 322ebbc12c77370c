// SPDX-License-Identifier: BSL-1.0

#include <variant>

#include "report/figure_counter.hpp"

namespace zhibu {

// What happened in a period, and what is owed in it.

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

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <utility>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

// Whether the rule was in force on `day`, for the unit as it was then.
bool bound(const UnitOnDay& at, const UnitReport& report, Date day) {
  return binds(report.rule(), at.roster.at(at.unit.id, day).value_or(at.unit), day);
}

// The last election up to the day, if the rule was in force then. It may be of a unit that has no
// terms.
std::optional<Term> election(const UnitOnDay& at, const UnitReport& report) {
  const std::optional<Term> term = at.roster.term(at.unit.id, at.day());
  return term && bound(at, report, term->elected_on) ? term : std::nullopt;
}

bool is_elected(const Appointment& appointment) {
  return appointment.by == Assumption::elected || appointment.by == Assumption::by_election;
}

// Does `look` with each office and holder elected while the rule was in force.
template <class Look>
void for_each_elected(const UnitOnDay& at, const UnitReport& report, const Look& look) {
  for (const Office& office : at.offices)
    for (const Appointment& holder : at.holders(office))
      if (is_elected(holder) && bound(at, report, holder.period.begin)) look(office, holder);
}

// Of a person who holds `office`.
Observation holder_of(const Office& office, const Appointment& holder, const UnitOnDay& at,
                      const UnitReport& report) {
  Observation seen = report.observation();
  seen.subject = holder.person;
  seen.at = at.unit.id;
  seen.post = office.post.id;
  seen.days = Period{holder.period.begin, holder.period.begin + 1};
  return seen;
}

std::string elected_to(const Office& office, const Appointment& holder) {
  return to_string(holder.period.begin) + "当选" + std::string{label(office.post.kind)};
}

std::string elected_to_en(const Office& office, const Appointment& holder) {
  return "elected " + std::string{label(office.post.kind, Language::en)} + " on " +
         to_string(holder.period.begin);
}

bool has_vote(const Roster& roster, PersonId person, Date day) {
  if (standing_on(roster[person], day) != PartyStanding::full) return false;
  return std::ranges::none_of(roster.of<Circumstance>(person), [day](const Circumstance& c) {
    return takes_the_vote(c.kind) && c.period.contains(day);
  });
}

// Adds that an election on `term.elected_on` had `found` where `least` were needed.
void add_short(const Term& term, const UnitReport& report, int found, int least,
               const std::string& zh, const std::string& en) {
  Observation seen = report.observation();
  seen.days = Period{term.elected_on, term.elected_on + 1};
  seen.found = found;
  seen.least = least;
  seen.facts = to_string(term.elected_on) + "选举，" + zh + std::to_string(found) + "人；应为" +
               std::to_string(least) + "人以上";
  seen.facts_en = "election of " + to_string(term.elected_on) + ", " + en + ": " +
                  std::to_string(found) + "; accepted: at least " + std::to_string(least);
  report.add(std::move(seen));
}

// An observation of a holder whose votes were not enough, of so many who are counted as `base`.
Observation short_of_votes(Observation seen, int votes, int least, Base base, int persons) {
  seen.found = votes;
  seen.least = least;
  seen.facts = "得票" + std::to_string(votes) + "；" + std::string{label(base)} +
               std::to_string(persons) + "人，应得" + std::to_string(least) + "票以上";
  seen.facts_en = "votes: " + std::to_string(votes) + "; accepted: at least " +
                  std::to_string(least) + ", of " + std::to_string(persons) + " " +
                  std::string{label(base, Language::en)};
  return seen;
}

}  // namespace

void look(const HolderElectable&, const UnitOnDay& at, const UnitReport& report) {
  for_each_elected(at, report, [&](const Office& office, const Appointment& holder) {
    if (has_vote(at.roster, holder.person, holder.period.begin)) return;
    Observation seen = holder_of(office, holder, at, report);
    seen.facts = elected_to(office, holder) + "，当日没有被选举权";
    seen.facts_en = elected_to_en(office, holder) + ", without the right to be elected";
    report.add(std::move(seen));
  });
}

void look(const HoldersAppointed&, const UnitOnDay& at, const UnitReport& report) {
  for_each_elected(at, report, [&](const Office& office, const Appointment& holder) {
    Observation seen = holder_of(office, holder, at, report);
    seen.facts = elected_to(office, holder) + "；应为上级指定";
    seen.facts_en = elected_to_en(office, holder) + "; accepted: appointed";
    report.add(std::move(seen));
  });
}

void look(const NoElection&, const UnitOnDay& at, const UnitReport& report) {
  const std::optional<Term> term = election(at, report);
  if (!term) return;
  Observation seen = report.observation();
  seen.days = Period{term->elected_on, term->elected_on + 1};
  seen.facts = to_string(term->elected_on) + "选举";
  seen.facts_en = "election of " + to_string(term->elected_on);
  report.add(std::move(seen));
}

void look(const ResultApproved& demand, const UnitOnDay& at, const UnitReport& report) {
  for_each_elected(at, report, [&](const Office& office, const Appointment& holder) {
    const bool asked = std::ranges::find(demand.posts, office.post.kind) != demand.posts.end();
    if (!asked || holder.approval >= demand.least) return;
    Observation seen = holder_of(office, holder, at, report);
    seen.facts = elected_to(office, holder) + "，" + std::string{label(holder.approval)} + "；应" +
                 std::string{label(demand.least)};
    seen.facts_en = elected_to_en(office, holder) + ", " +
                    std::string{label(holder.approval, Language::en)} +
                    "; accepted: " + std::string{label(demand.least, Language::en)};
    report.add(std::move(seen));
  });
}

void look(const CandidateSurplus& demand, const UnitOnDay& at, const UnitReport& report) {
  const std::optional<Term> term = election(at, report);
  if (!term || !term->seats || !term->candidates || *term->seats < 0) return;
  const int least = candidates(*term->seats, demand.surplus);
  if (*term->candidates < least)
    add_short(*term, report, *term->candidates, least, "候选人", "candidates");
}

void look(const ElectionQuorum& demand, const UnitOnDay& at, const UnitReport& report) {
  const std::optional<Term> term = election(at, report);
  if (!term || !term->due || !term->present || *term->due < 0) return;
  const int least = quorum(Due{*term->due}, demand.ratio);
  if (*term->present < least) add_short(*term, report, *term->present, least, "实到会", "present");
}

// The votes of a by-election are of another meeting than the numbers of the term.
void look(const ElectionMajority& demand, const UnitOnDay& at, const UnitReport& report) {
  const std::optional<Term> term = election(at, report);
  if (!term) return;
  const std::optional<int> base = demand.base == Base::due ? term->due : term->present;
  if (!base || *base < 0) return;
  const int least = demand.base == Base::due ? majority(Due{*base}, demand.ratio)
                                             : majority(Present{*base}, demand.ratio);
  for (const Office& office : at.offices) {
    if (!demand.posts.empty() && std::ranges::count(demand.posts, office.post.kind) == 0) continue;
    for (const Appointment& holder : at.holders(office))
      if (holder.by == Assumption::elected && term->elected_on <= holder.period.begin &&
          holder.votes.value_or(least) < least)
        report.add(short_of_votes(holder_of(office, holder, at, report), *holder.votes, least,
                                  demand.base, *base));
  }
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "cause.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

namespace zhibu {
namespace {

bool same_demand(const Provision& a, const Provision& b) {
  const auto demand = [](const Provision& p) {
    return std::tie(p.scope, p.activity, p.cadence, p.force, p.layer, p.in_force_from,
                    p.in_force_until, p.exemptions, p.settles);
  };
  return demand(a) == demand(b);
}

using ByCode = std::map<std::string_view, const Provision*>;

ByCode by_code(const Rulebook& rules) {
  ByCode found;
  for (const Provision& p : rules.provisions()) found.emplace(p.code, &p);
  return found;
}

struct Quorum {
  Ratio ratio;
  Date from;
  std::optional<Date> until;
  friend bool operator==(const Quorum&, const Quorum&) = default;
};

std::vector<Quorum> quorums(const Rulebook& rules, Activity activity) {
  std::vector<Quorum> found;
  for (const Requirement& r : rules.requirements())
    if (const auto* const quorum = std::get_if<MeetingQuorum>(&r.demand))
      if (quorum->activity == activity)
        found.push_back({quorum->ratio, r.in_force_from, r.in_force_until});
  return found;
}

bool same_records(const Finding& a, const Finding& b) {
  return std::ranges::equal(a.evidence, b.evidence) && a.missing == b.missing &&
         a.missing_hours == b.missing_hours && a.hours == b.hours &&
         a.missing_fen == b.missing_fen && a.paid_fen == b.paid_fen;
}

bool same_discounts(const Finding& a, const Finding& b) {
  return std::ranges::equal(a.discounted, b.discounted);
}

bool same_waiver(const Finding& a, const Finding& b) {
  if (!a.waiver || !b.waiver) return !a.waiver && !b.waiver;
  const auto text = [](const Waiver& w) {
    return std::tie(w.period, w.reason, w.approved_by, w.approved_on);
  };
  return text(*a.waiver) == text(*b.waiver);
}

bool is_met(Standing s) { return s == Standing::satisfied || s == Standing::satisfied_late; }

// On what days it binds its bearer, if at all.
bool binds_alike(const Obligation& a, const Obligation& b) {
  return a.bound == b.bound && a.exempted == b.exempted && a.partial == b.partial;
}

}  // namespace

bool differ(const Finding& a, const Finding& b) {
  return a.standing != b.standing || !same_records(a, b) || !same_discounts(a, b) ||
         !same_waiver(a, b);
}

Causes::Causes(const Findings& before, const Findings& after) : before_{&before}, after_{&after} {
  find_changed_rules();
  superseded_before_ = superseded(before.obligations());
  superseded_after_ = superseded(after.obligations());
}

void Causes::find_changed_rules() {
  const ByCode before = by_code(before_->obligations().rulebook());
  const ByCode after = by_code(after_->obligations().rulebook());
  for (const auto& [code, row] : before) {
    const auto found = after.find(code);
    if (found == after.end() || !same_demand(*row, *found->second)) changed_rules_.insert(code);
  }
  for (const auto& [code, row] : after)
    if (!before.contains(code)) changed_rules_.insert(code);
}

Causes::Superseded Causes::superseded(const Obligations& obligations) const {
  Superseded found;
  for (const Obligation& o : obligations)
    if (changed_rules_.contains(o.rule))
      for (const ProvisionId laxer : o.also)
        found.emplace(obligations.rulebook()[laxer].code, o.bearer);
  return found;
}

Cause Causes::of_vanished(const Obligation& o) const {
  return of_unmatched(o, superseded_after_, after_->obligations());
}

Cause Causes::of_appeared(const Obligation& o) const {
  return of_unmatched(o, superseded_before_, before_->obligations());
}

Cause Causes::of_unmatched(const Obligation& o, const Superseded& in_other,
                           const Obligations& other) const {
  if (changed_rules_.contains(o.rule) || in_other.contains({o.rule, o.bearer})) return Cause::rule;
  const bool other_period = before_->obligations().period() != after_->obligations().period() &&
                            !other.period().contains(o.window);
  return other_period || !same_basis_but_period() ? Cause::basis : Cause::organization;
}

bool Causes::same_basis_but_period() const {
  const Obligations& a = before_->obligations();
  const Obligations& b = after_->obligations();
  return a.rules_of() == b.rules_of() && a.partial() == b.partial();
}

// Whether the rule asks for something else, or the quorum where other records count.
bool Causes::asks_otherwise(const Finding& a, const Finding& b) const {
  const Rulebook& before = before_->obligations().rulebook();
  const Rulebook& after = after_->obligations().rulebook();
  const Provision& was = before[a.obligation.provision];
  const Provision& is = after[b.obligation.provision];
  if (was.activity != is.activity || was.cadence != is.cadence) return true;
  return !(same_records(a, b) && same_discounts(a, b)) &&
         quorums(before, was.activity) != quorums(after, is.activity);
}

Cause Causes::of_changed(const Finding& a, const Finding& b) const {
  if (asks_otherwise(a, b)) return Cause::rule;
  if (!binds_alike(a.obligation, b.obligation)) {
    if (changed_rules_.contains(a.obligation.rule)) return Cause::rule;
    return same_basis_but_period() ? Cause::organization : Cause::basis;
  }
  if (!same_waiver(a, b) && !is_met(a.standing) && !is_met(b.standing)) return Cause::waiver;
  if (!same_records(a, b)) return Cause::record;
  const bool by_day = a.standing != b.standing && before_->as_of() != after_->as_of();
  return by_day ? Cause::day : Cause::record;
}

}  // namespace zhibu

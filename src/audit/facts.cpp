// SPDX-License-Identifier: BSL-1.0

#include "facts.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "organization/name_on.hpp"
#include "zhibu/regulation/term_end.hpp"

namespace zhibu {
namespace {

// What one asks of a unit in a scope, and how it is said that it is so, or is not.
struct Flag {
  std::optional<bool> EveryUnit::*asked;
  bool Unit::*is;
  Statement so;
  Statement not_so;
};

const std::vector<Flag>& flags() {
  static const std::vector<Flag> all{
      {&EveryUnit::temporary, &Unit::temporary, {"临时", "temporary"}, {"非临时", "not temporary"}},
      {&EveryUnit::joint, &Unit::joint, {"联合", "joint"}, {"非联合", "not joint"}},
      {&EveryUnit::mobile,
       &Unit::mobile,
       {"流动党员", "of mobile members"},
       {"非流动党员", "not of mobile members"}},
      {&EveryUnit::retired_cadres,
       &Unit::retired_cadres,
       {"离退休干部", "of retired cadres"},
       {"非离退休干部", "not of retired cadres"}},
      {&EveryUnit::has_committee,
       &Unit::has_committee,
       {"设支部委员会", "with a committee"},
       {"未设支部委员会", "without a committee"}},
  };
  return all;
}

template <class E>
Statement labelled(E value) {
  return {std::string{label(value)}, std::string{label(value, Language::en)}};
}

void append(Statement& to, const Statement& more) {
  to.zh += "，" + more.zh;
  to.en += ", " + more.en;
}

Statement before(std::string_view zh, std::string_view en, std::string_view name) {
  return {std::string{zh} + std::string{name}, std::string{en} + std::string{name}};
}

Statement described(const EveryUnit& scope, const Unit& unit) {
  Statement what = labelled(unit.kind);
  if (!scope.fields.empty()) append(what, labelled(unit.field));
  for (const Flag& flag : flags())
    if (scope.*(flag.asked)) append(what, unit.*(flag.is) ? flag.so : flag.not_so);
  if (scope.has_groups)
    append(what, *scope.has_groups ? Statement{"设党小组", "with Party groups"}
                                   : Statement{"未设党小组", "without Party groups"});
  return what;
}

// The facts about one bearer on the days on which a rule binds it.
class Facts {
 public:
  Facts(const Roster& roster, const Provision& provision, const Obligation& o)
      : roster_{&roster}, provision_{&provision}, o_{&o} {}

  std::vector<Fact> all() {
    if (const UnitId* unit = std::get_if<UnitId>(&o_->bearer))
      add_unit(*unit);
    else
      add_person(std::get<PersonId>(o_->bearer));
    std::ranges::stable_sort(facts_, {}, [](const Fact& f) { return f.days.begin; });
    return std::move(facts_);
  }

 private:
  void add(Statement what, Period days) { facts_.push_back({std::move(what), days}); }

  std::string name(UnitId unit) const { return name_on(*roster_, unit, o_->bound.last()); }

  void add_unit(UnitId unit) {
    const Timeline<Unit> history = roster_->history(unit);
    add({"存续", "stands"}, (*roster_)[unit].standing);
    for (const auto& [days, state] : history.history()) {
      if (!days.overlaps(o_->bound)) continue;
      if (const auto* scope = std::get_if<EveryUnit>(&provision_->scope))
        add(described(*scope, state), days);
      add_exemption(state, days);
    }
    if (std::holds_alternative<TheseUnits>(provision_->scope))
      add({"为条款所列的党组织", "named by the rule"}, o_->bound);
    if (std::holds_alternative<LeadsOfClusters>(provision_->scope)) add_clusters(unit);
    if (const auto* cadence = std::get_if<AtTermEnd>(&provision_->cadence))
      add_term(unit, *cadence);
  }

  // The conditions of exemptions that speak of what is no part of the scope.
  void add_exemption(const Unit& state, Period days) {
    if (!o_->exempted) return;
    for (const Exemption& exemption : provision_->exemptions)
      if (exemption.rule == o_->exempted->rule && holds(exemption.when, state))
        add(labelled(exemption.when), days);
  }

  void add_clusters(UnitId unit) {
    for (const Cluster& cluster : roster_->clusters()) {
      const Timeline<Cluster> history = roster_->history(cluster.id);
      for (const auto& [days, state] : history.history())
        if (state.lead == unit && days.overlaps(o_->bound))
          add(before("片组长单位：", "lead unit of ", state.name), days);
    }
  }

  // Of the election from which the term that ends is counted.
  void add_term(UnitId unit, const AtTermEnd& cadence) {
    for (const Term& term : roster_->of<Term>(unit))
      if (term_due(term.elected_on, cadence.years) == o_->bound.last())
        add({"本届选举", "elected"}, {term.elected_on, term.elected_on + 1});
  }

  void add_person(PersonId id) {
    const Person person = (*roster_)[id];
    if (const auto* scope = std::get_if<HoldersOf>(&provision_->scope)) add_posts(id, *scope);
    if (const auto* scope = std::get_if<EveryPerson>(&provision_->scope))
      add_what_they_are(person, *scope);
    add_milestone(person);
    for (const Contact& contact : roster_->of<Contact>(id))
      if (contact.unit == o_->at && contact.period.overlaps(o_->bound))
        add(before("联系点：", "contact branch: ", name(contact.unit)), contact.period);
  }

  bool means(const std::variant<EveryUnit, TheseUnits>& units, UnitId unit) const {
    if (const auto* named = std::get_if<TheseUnits>(&units))
      return std::ranges::find(named->codes, (*roster_)[unit].code) != named->codes.end();
    const std::optional<Unit> then = roster_->at(unit, o_->bound.begin);
    return then && fits(std::get<EveryUnit>(units), *then, *roster_, o_->bound.begin);
  }

  void add_posts(PersonId person, const HoldersOf& scope) {
    for (const Appointment& held : roster_->of<Appointment>(person)) {
      const Post post = (*roster_)[held.post];
      const bool bound =
          scope.posts.empty() || std::ranges::find(scope.posts, post.kind) != scope.posts.end();
      if (!bound || !held.period.overlaps(o_->bound) || !means(scope.units, post.unit)) continue;
      Statement what = labelled(post.kind);
      append(what, {name(post.unit), name(post.unit)});
      add(std::move(what), held.period);
    }
  }

  void add_what_they_are(const Person& person, const EveryPerson& scope) {
    for (const Membership& m : roster_->memberships(person.id))
      if (m.kind != MembershipKind::activity && m.period.overlaps(o_->bound)) {
        Statement what = labelled(m.kind);
        append(what, {name(m.unit), name(m.unit)});
        add(std::move(what), m.period);
      }
    const Date day = o_->bound.begin;
    if (scope.member || !scope.standing.empty()) add_standing(person, day);
    if (!scope.retirement.empty())
      add(labelled(retirement_on(person, day)), since(person.retired_on.value_or(day)));
    if (scope.needs_home_visits)
      add(*scope.needs_home_visits ? Statement{"行动不便", "needs home visits"}
                                   : Statement{"非行动不便", "needs no home visits"},
          o_->bound);
    if (!scope.circumstances.empty())
      for (const Circumstance& c : roster_->of<Circumstance>(person.id))
        if (c.period.overlaps(o_->bound)) add(labelled(c.kind), c.period);
  }

  void add_standing(const Person& person, Date day) {
    const PartyStanding standing = standing_on(person, day);
    Date since_when = day;
    for (const Milestone milestone :
         {Milestone::applied, Milestone::activist, Milestone::development_target,
          Milestone::admitted, Milestone::full_member})
      if (const std::optional<Date> reached = day_of(milestone, person); reached && *reached <= day)
        since_when = *reached;
    add(labelled(standing), since(since_when));
  }

  void add_milestone(const Person& person) {
    const std::optional<Milestone> milestone = milestone_of(provision_->cadence);
    if (!milestone) return;
    if (const std::optional<Date> day = day_of(*milestone, person))
      add(labelled(*milestone), {*day, *day + 1});
  }

  const Roster* roster_;
  const Provision* provision_;
  const Obligation* o_;
  std::vector<Fact> facts_;
};

}  // namespace

std::vector<Fact> facts_of(const Roster& roster, const Provision& provision, const Obligation& o) {
  return Facts{roster, provision, o}.all();
}

}  // namespace zhibu

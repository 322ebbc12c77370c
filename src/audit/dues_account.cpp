// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/dues_account.hpp"

#include <algorithm>
#include <variant>

namespace zhibu {
namespace {

template <class... D>
bool is_one_of(const Demand& demand) {
  return (std::holds_alternative<D>(demand) || ...);
}

// Every such demand is put to persons; see require_sound().
bool is_of_dues(const Demand& demand) {
  return is_one_of<DuesRate, DuesBegin, DuesEvery, DuesCatchUp, DuesUnpaid>(demand);
}

// The demands on dues that bind one person.
class DuesRules {
 public:
  DuesRules(const Roster& roster, const Rulebook& rules, const Person& person)
      : roster_{&roster}, person_{&person} {
    for (const Requirement& rule : rules.requirements())
      if (is_of_dues(rule.demand)) rules_.push_back(&rule);
    std::ranges::stable_sort(rules_, [](auto* a, auto* b) { return a->layer > b->layer; });
  }

  // The row of that kind that binds on `day`, or null.
  template <class D>
  const Requirement* binding(Date day) const {
    for (const Requirement* rule : rules_)
      if (std::holds_alternative<D>(rule->demand) && in_force(*rule, day) &&
          fits(std::get<EveryPerson>(rule->scope), *person_, *roster_, day))
        return rule;
    return nullptr;
  }

  template <class D>
  const D* demand(Date day) const {
    const Requirement* rule = binding<D>(day);
    return rule == nullptr ? nullptr : &std::get<D>(rule->demand);
  }

 private:
  const Roster* roster_;
  const Person* person_;
  std::vector<const Requirement*> rules_;
};

std::optional<UnitId> home_branch(const Roster& roster, const std::vector<Membership>& memberships,
                                  Date day) {
  for (const Membership& m : memberships)
    if (m.kind == MembershipKind::home && m.period.contains(day) && roster.at(m.unit, day))
      return m.unit;
  return std::nullopt;
}

int months_between(Date from, Date to) {
  return 12 * (to.year() - from.year()) + to.month() - from.month();
}

// All that is needed to reckon the dues of one person.
struct Member {
  const Roster& roster;
  Person person;
  DuesRules rules;
  std::vector<Membership> memberships;
  std::vector<DuesBase> bases;

  bool owes(Date last) const {
    if (!is_member_on(person, last)) return false;
    const DuesBegin* begin = rules.demand<DuesBegin>(last);
    if (begin == nullptr) return true;
    const std::optional<Date> day = day_of(begin->in_month_of, person);
    return day && *day <= last;
  }

  DuesMonth reckoned(Period month) const {
    DuesMonth made{.month = month};
    const Date last = month.last();
    if (!owes(last)) return made;
    made.branch = home_branch(roster, memberships, last);
    if (!made.branch) return made;
    for (const DuesBase& base : bases)
      if (base.period.contains(last)) made.base_fen = base.monthly_fen;
    const Requirement* rule = rules.binding<DuesRate>(last);
    if (rule == nullptr) return made;
    made.rate = rule->id;
    if (!made.base_fen) return made;
    made.per_mille = per_mille_of(std::get<DuesRate>(rule->demand), *made.base_fen);
    made.owed = dues(std::get<DuesRate>(rule->demand), *made.base_fen);
    return made;
  }

  // Whether the dues of the month are to be paid by the end of `day`.
  bool is_over(const DuesMonth& month, Date day) const {
    const DuesEvery* every = rules.demand<DuesEvery>(month.month.last());
    return span_of(every == nullptr ? Span::month : every->per, month.month.begin).last() <= day;
  }
};

std::vector<DuesPayment> payments_by(const Records& records, PersonId person, Date as_of) {
  std::vector<DuesPayment> made = records.of<DuesPayment>(person);
  std::erase_if(made, [=](const DuesPayment& p) { return p.voided || as_of < p.paid_on; });
  std::ranges::stable_sort(made, {}, &DuesPayment::paid_on);
  return made;
}

// The months that end within `period` and by `as_of`, and those before them from the first payment
// on.
std::vector<DuesMonth> all_months(const Member& member, const std::vector<DuesPayment>& payments,
                                  Period period, Date as_of) {
  const Date last = std::min(period.last(), as_of);
  Date day = period.begin;
  for (const DuesPayment& payment : payments) day = std::min(day, payment.period.begin);
  std::vector<DuesMonth> months;
  for (Period month = span_of(Span::month, day); month.last() <= last;
       month = span_of(Span::month, month.end))
    months.push_back(member.reckoned(month));
  return months;
}

void spread(const DuesPayment& payment, const Member& member, std::vector<DuesMonth>& months) {
  std::int64_t left = 1000 * payment.amount_fen;
  for (DuesMonth& month : months) {
    if (!payment.period.contains(month.month.last())) continue;
    const bool is_last = payment.period.last() == month.month.last();
    const std::int64_t part =
        is_last ? left : std::clamp<std::int64_t>(month.owed - month.paid, 0, left);
    month.paid += part;
    left -= part;
    month.paid_on = payment.paid_on;
    const DuesCatchUp* within = member.rules.demand<DuesCatchUp>(month.month.last());
    if (within != nullptr && months_between(month.month.begin, payment.paid_on) > within->months)
      month.caught_up_late = true;
  }
}

void add_up(DuesAccount& account, const Member& member) {
  int running = 0;
  const DuesMonth* before = nullptr;
  for (const DuesMonth& month : account.months) {
    account.owed += month.owed;
    account.paid += month.paid;
    account.arrears += month.arrears();
    account.months_owed += month.branch.has_value();
    account.months_unknown += month.branch && !month.is_known();
    account.months_caught_up_late += month.caught_up_late;
    const bool unpaid = month.owed > 0 && !month.paid_on;
    if (before != nullptr && before->month.end != month.month.begin) running = 0;
    running = unpaid ? running + 1 : 0;
    before = &month;
    account.unpaid_in_a_row = std::max(account.unpaid_in_a_row, running);
  }
  const Requirement* rule = member.rules.binding<DuesUnpaid>(account.as_of);
  if (rule != nullptr && account.unpaid_in_a_row >= std::get<DuesUnpaid>(rule->demand).months)
    account.unpaid_too_long = rule->id;
}

}  // namespace

DuesAccount dues_account(const Roster& roster, const Records& records, const Rulebook& rules,
                         PersonId person, Period period, Date as_of) {
  const Person one = roster[person];
  const Member member{roster, one, DuesRules{roster, rules, one}, roster.memberships(person),
                      records.of<DuesBase>(person)};
  const std::vector<DuesPayment> payments = payments_by(records, person, as_of);
  std::vector<DuesMonth> months = all_months(member, payments, period, as_of);
  for (const DuesPayment& payment : payments) spread(payment, member, months);
  DuesAccount account{.person = person, .as_of = as_of};
  for (const DuesMonth& month : months)
    if (period.contains(month.month.last()) && member.is_over(month, as_of) &&
        (month.branch || month.paid_on))
      account.months.push_back(month);
  add_up(account, member);
  return account;
}

}  // namespace zhibu

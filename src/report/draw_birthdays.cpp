// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>

#include "report/draw.hpp"

namespace zhibu {

namespace {

// The anniversaries of admission that fall in the period, of all members who then belong to a home
// branch. Whoever was admitted on 29 February keeps the 28th in a common year.
constexpr std::array<Heading, 6> political_columns{
    {{{"政治生日", "political birthday"}, CellKind::day},
     {{"姓名", "name"}},
     {{"编号", "code"}},
     {{"所在党支部", "home branch"}},
     {{"入党日期", "admitted on"}, CellKind::day},
     {{"入党年数", "years since admission"}, CellKind::number}}};

std::optional<UnitId> home_branch(const Roster& roster, PersonId person, Date day) {
  for (const Membership& m : roster.memberships(person))
    if (m.kind == MembershipKind::home && m.period.contains(day)) return m.unit;
  return std::nullopt;
}

LedgerRow kept(const LedgerSource& source, const Person& person, UnitId home, Date day, int years) {
  const std::string name = source.name(person.id);
  const std::string count = std::to_string(years);
  return {{to_string(day), name, source.code(person.id), source.speak().name(home, day),
           to_string(*person.admitted_on), count},
          day,
          source.say({"政治生日：", "political birthday: "}) + name + source.say({"（入党", " ("}) +
              count + source.say({"年）", " years)"})};
}

void add_anniversaries(Ledger& ledger, const LedgerSource& source, const Person& person) {
  const Period period = source.period();
  const int admitted = person.admitted_on->year();
  const int first = std::max(period.begin.year(), admitted + 1);
  for (int year = first; year <= period.last().year(); ++year) {
    const Date day = add_years(*person.admitted_on, year - admitted);
    if (!period.contains(day) || !is_member_on(person, day)) continue;
    const std::optional<UnitId> home = home_branch(source.roster(), person.id, day);
    if (home && source.covers(*home, day))
      ledger.rows.push_back(kept(source, person, *home, day, year - admitted));
  }
}

}  // namespace

Ledger draw_political_birthdays(const LedgerSource& source) {
  Ledger ledger = source.headed({"政治生日台账", "Political birthdays,"}, political_columns);
  for (const Person& person : source.roster().persons())
    if (person.admitted_on) add_anniversaries(ledger, source, person);
  std::ranges::stable_sort(ledger.rows, {}, &LedgerRow::day);
  return ledger;
}

}  // namespace zhibu

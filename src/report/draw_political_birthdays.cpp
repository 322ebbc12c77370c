// SPDX-License-Identifier: BSL-1.0
//
// 政治生日: the anniversaries of admission that fall in the period, of all members who then belong
// to a home branch. Whoever was admitted on 29 February keeps the 28th in a common year.

#include <algorithm>
#include <map>

#include "report/persons.hpp"
#include "report/table.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

struct Anniversary {
  Person person;
  UnitId home;
  Date day;
  int years = 0;
  std::optional<Record> kept = {};
  std::optional<Minutes> minutes = {};
};

constexpr Column<Anniversary> columns[]{
    {{{"政治生日", "political birthday"}, CellKind::day},
     [](const Source&, const Anniversary& a) { return to_string(a.day); }},
    {{{"姓名", "name"}}, [](const Source& s, const Anniversary& a) { return s.name(a.person.id); }},
    {{{"编号", "code"}}, [](const Source& s, const Anniversary& a) { return s.code(a.person.id); }},
    {{{"所在党支部", "home branch"}},
     [](const Source& s, const Anniversary& a) { return s.speak().name(a.home, a.day); }},
    {{{"入党日期", "admitted on"}, CellKind::day},
     [](const Source&, const Anniversary& a) { return day_cell(a.person.admitted_on); }},
    {{{"入党年数", "years since admission"}, CellKind::number},
     [](const Source&, const Anniversary& a) { return std::to_string(a.years); }},
    {{{"过生日日期", "kept on"}, CellKind::day},
     [](const Source&, const Anniversary& a) { return a.kept ? to_string(a.kept->held_on) : ""; }},
    {{{"红色礼物", "gifts"}},
     [](const Source& s, const Anniversary& a) {
       return a.minutes ? list_cell(s, a.minutes->gifts) : "";
     }},
    {{{"重温入党誓词", "oath renewed"}},
     [](const Source& s, const Anniversary& a) {
       return yes_cell(s, a.minutes && a.minutes->oath);
     }},
};

// When a political birthday was kept for a person, up to the day that the ledger speaks of. It is a
// matter of the person, whichever unit kept it.
using Kept = std::map<PersonId, std::vector<Record>>;

Kept all_kept(const Source& source) {
  Kept found;
  for (const Record& record : source.records())
    if (record.activities.contains(Activity::political_birthday) && !record.voided &&
        record.held_on <= source.as_of())
      for (const PersonId person : record.persons) found[person].push_back(record);
  return found;
}

// The first that was kept in the month of the day.
std::optional<Record> kept_in_month_of(const Kept& kept, PersonId person, Date day) {
  const auto known = kept.find(person);
  if (known == kept.end()) return std::nullopt;
  const Period month = span_of(Span::month, day);
  std::optional<Record> first;
  for (const Record& record : known->second)
    if (month.contains(record.held_on) && (!first || record.held_on < first->held_on))
      first = record;
  return first;
}

std::vector<Anniversary> anniversaries(const Source& source, const Person& person) {
  std::vector<Anniversary> found;
  const int admitted = person.admitted_on->year();
  const int first = std::max(source.period().begin.year(), admitted + 1);
  for (int year = first; year <= source.as_of().year(); ++year) {
    const Date day = add_years(*person.admitted_on, year - admitted);
    if (!source.period().contains(day) || !is_member_on(person, day)) continue;
    if (const std::optional<UnitId> home = home_branch(source, person.id, day))
      found.push_back({person, *home, day, year - admitted});
  }
  return found;
}

std::string summary(const Source& source, const Anniversary& a) {
  return source.say({"政治生日：", "political birthday: "}) + source.name(a.person.id) +
         source.say({"（入党", " ("}) + std::to_string(a.years) + source.say({"年）", " years)"});
}

}  // namespace

Ledger draw_political_birthdays(const LedgerSource& source) {
  Table<Anniversary> table{source, {"政治生日台账", "Political birthdays,"}, columns};
  const Kept kept = all_kept(source);
  Heads persons;
  std::int64_t times_kept = 0;
  for (const Person& person : source.roster().persons()) {
    if (!person.admitted_on) continue;
    for (Anniversary& a : anniversaries(source, person)) {
      a.kept = kept_in_month_of(kept, person.id, a.day);
      if (a.kept) a.minutes = source.records().minutes(a.kept->id);
      times_kept += a.kept.has_value();
      persons.add(person.id);
      table.add(a, a.day, summary(source, a));
    }
  }
  std::ranges::stable_sort(table.ledger().rows, {}, &LedgerRow::day);
  table.total({"次数", "anniversaries"}, static_cast<std::int64_t>(table.ledger().rows.size()));
  table.total({"已过次数", "anniversaries that were kept"}, times_kept);
  table.total({"人数", "persons"}, persons.count());
  return std::move(table).take();
}

}  // namespace zhibu

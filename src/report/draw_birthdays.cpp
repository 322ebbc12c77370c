// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <cstdlib>
#include <map>

#include "report/persons.hpp"
#include "report/table.hpp"
#include "zhibu/time/lunar.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

// A birthday as the person keeps it: by the civil date of birth, or by the lunar one.
struct Birthday {
  Person person;
  UnitId home;
  Date day;
  int age = 0;
  bool lunar = false;
  std::optional<Date> visited_on = {};
};

// "三月初二", of a day of birth.
std::string lunar_date(const Source& source, const Birthday& b) {
  if (!b.lunar || source.published()) return "";
  const std::string text = to_string(LunarDate::of(b.person.born_on));
  constexpr std::string_view year = "年";
  return text.substr(text.find(year) + year.size());
}

constexpr Column<Birthday> columns[]{
    {{{"生日", "birthday"}, CellKind::day},
     [](const Source& s, const Birthday& b) { return s.day_of(b.day); }},
    {{{"姓名", "name"}}, [](const Source& s, const Birthday& b) { return s.name(b.person.id); }},
    {{{"编号", "code"}}, [](const Source& s, const Birthday& b) { return s.code(b.person.id); }},
    {{{"性别", "sex"}},
     [](const Source& s, const Birthday& b) { return s.speak().label(b.person.sex); }},
    {{{"所在党支部", "branch"}},
     [](const Source& s, const Birthday& b) { return s.speak().name(b.home, b.day); }},
    {{{"离退休类别", "retirement"}},
     [](const Source& s, const Birthday& b) {
       return s.speak().label(retirement_on(b.person, b.day));
     }},
    {{{"出生日期", "born on"}, CellKind::day},
     [](const Source& s, const Birthday& b) { return s.born(b.person.id); }},
    {{{"历法", "calendar"}},
     [](const Source& s, const Birthday& b) {
       return b.lunar ? s.say({"农历", "lunar"}) : s.say({"公历", "civil"});
     }},
    {{{"农历生日", "lunar date of birth"}}, lunar_date},
    {{{"年龄", "age"}, CellKind::number},
     [](const Source&, const Birthday& b) { return std::to_string(b.age); }},
    {{{"生日看望", "visited on"}, CellKind::day},
     [](const Source& s, const Birthday& b) {
       return b.visited_on ? s.day_of(*b.visited_on) : "";
     }},
};

// When a person was visited for a birthday, up to the day that the ledger speaks of. It is a matter
// of the person, whoever made the visit.
using Visits = std::map<PersonId, std::vector<Date>>;

Visits birthday_visits(const Source& source) {
  Visits found;
  for (const Visit& visit : source.records().all<Visit>()) {
    if (visit.kind != VisitKind::birthday) continue;
    const Record record = source.records()[visit.record];
    if (!record.voided && record.held_on <= source.as_of())
      found[visit.person].push_back(record.held_on);
  }
  return found;
}

// The visit nearest to the birthday, within a month of it.
std::optional<Date> visit_for(const Visits& visits, PersonId person, Date birthday) {
  const auto known = visits.find(person);
  if (known == visits.end()) return std::nullopt;
  const auto distance = [=](Date day) { return std::abs(day - birthday); };
  const Date nearest = *std::ranges::min_element(known->second, {}, distance);
  return distance(nearest) <= 31 ? std::optional{nearest} : std::nullopt;
}

// The day of the birthday of that age. In a common year 29 February is kept on the 28th; in a lunar
// year that lacks it, day 30 on the 29th, and a leap month in the month of its number.
Date birthday(Date born_on, int age, bool lunar) {
  if (!lunar) return add_years(born_on, age);
  const LunarDate born = LunarDate::of(born_on);
  return *lunar_day(born.year() + age, born.month(), born.day(), born.leap(), Skip::backward);
}

std::vector<Birthday> birthdays_of(const Source& source, const Person& person, bool lunar) {
  std::vector<Birthday> found;
  const int first = source.period().begin.year() - person.born_on.year() - 1;
  for (int age = std::max(1, first);; ++age) {
    const Date day = birthday(person.born_on, age, lunar);
    if (source.as_of() < day) return found;
    if (!source.period().contains(day)) continue;
    if (const std::optional<UnitId> home = source.home(person.id, day))
      found.push_back({person, *home, day, age, lunar});
  }
}

std::string summary(const Source& source, const Birthday& b) {
  return source.say({"生日：", "birthday: "}) + source.name(b.person.id) +
         source.say({"（", " ("}) + std::to_string(b.age) + source.say({"岁）", ")"});
}

}  // namespace

Ledger draw_birthdays(const LedgerSource& source) {
  Table<Birthday> table{source, {"生日台账", "Birthdays,"}, columns};
  const Visits visits = birthday_visits(source);
  Heads persons;
  std::int64_t visited = 0;
  for (const Person& person : source.roster().persons()) {
    const bool lunar = particulars(source.roster(), person.id).lunar_birthday;
    for (Birthday& b : birthdays_of(source, person, lunar)) {
      b.visited_on = visit_for(visits, person.id, b.day);
      visited += b.visited_on.has_value();
      persons.add(person.id);
      table.add(b, source.event_day(b.day), summary(source, b));
    }
  }
  std::ranges::stable_sort(table.ledger().rows, {}, &LedgerRow::day);
  table.total({"次数", "birthdays"}, static_cast<std::int64_t>(table.ledger().rows.size()));
  table.total({"已看望次数", "birthdays with a visit"}, visited);
  table.total({"人数", "persons"}, persons.count());
  return std::move(table).take();
}

}  // namespace zhibu

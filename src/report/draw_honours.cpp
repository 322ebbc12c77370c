// SPDX-License-Identifier: BSL-1.0
//
// 荣誉台账: what was awarded in the period, and what was awarded before and is still borne on the
// day of the ledger.

#include <algorithm>
#include <variant>

#include "report/table.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

// An honour, and the unit that bears it or whose person does.
struct Award {
  Honour honour;
  UnitId unit;
  Date day;  // by which it is covered, and the unit named
};

const PersonId* person_of(const Award& a) { return std::get_if<PersonId>(&a.honour.bearer); }

std::string bearer(const Source& source, const Award& a) {
  const PersonId* const person = person_of(a);
  return person != nullptr ? source.name(*person) : source.speak().name(a.unit, a.day);
}

bool is_new(const Source& source, const Award& a) {
  return source.period().contains(a.honour.period.begin);
}

constexpr Column<Award> columns[]{
    {{{"授予日期", "awarded on"}, CellKind::day},
     [](const Source&, const Award& a) { return to_string(a.honour.period.begin); }},
    {{{"荣誉名称", "honour"}},
     [](const Source&, const Award& a) { return std::string{a.honour.title}; }},
    {{{"级别", "level"}},
     [](const Source&, const Award& a) { return std::string{a.honour.level}; }},
    {{{"类别", "borne by"}},
     [](const Source& s, const Award& a) {
       return person_of(a) != nullptr ? s.say({"个人", "a person"})
                                      : s.say({"集体", "an organization"});
     }},
    {{{"获得者", "bearer"}}, bearer},
    {{{"编号", "code"}},
     [](const Source& s, const Award& a) {
       return person_of(a) != nullptr ? s.code(*person_of(a))
                                      : std::string{s.roster()[a.unit].code};
     }},
    {{{"所在党组织", "organization"}},
     [](const Source& s, const Award& a) { return s.speak().name(a.unit, a.day); }},
    {{{"授予单位", "awarded by"}},
     [](const Source&, const Award& a) { return std::string{a.honour.awarded_by}; }},
    {{{"文号", "document"}},
     [](const Source&, const Award& a) { return std::string{a.honour.document}; }},
    {{{"本期授予", "awarded in the period"}},
     [](const Source& s, const Award& a) { return yes_cell(s, is_new(s, a)); }},
};

// Nothing where the bearer was not covered on that day.
std::optional<UnitId> unit_of(const Source& source, const Bearer& bearer, Date day) {
  if (const PersonId* const person = std::get_if<PersonId>(&bearer))
    return source.home(*person, day);
  const UnitId unit = std::get<UnitId>(bearer);
  const bool covered = source.covers(unit, day) && source.roster().at(unit, day);
  return covered ? std::optional{unit} : std::nullopt;
}

std::vector<Award> awards(const Source& source) {
  std::vector<Award> found;
  for (const Honour& honour : source.roster().all<Honour>()) {
    const bool in_period = source.period().contains(honour.period.begin);
    if (!in_period && !honour.period.contains(source.as_of())) continue;
    const Date day = in_period ? honour.period.begin : source.as_of();
    if (const auto unit = unit_of(source, honour.bearer, day))
      found.push_back({honour, *unit, day});
  }
  std::ranges::stable_sort(found, {}, [](const Award& a) { return a.honour.period.begin; });
  return found;
}

}  // namespace

Ledger draw_honours(const LedgerSource& source) {
  Table<Award> table{source, {"荣誉台账", "Honours,"}, columns};
  std::int64_t of_persons = 0;
  std::int64_t of_period = 0;
  Heads persons;
  const std::vector<Award> all = awards(source);
  for (const Award& a : all) {
    table.add(a, a.honour.period.begin,
              std::string{a.honour.title} + source.say({"：", ": "}) + bearer(source, a));
    of_period += is_new(source, a);
    if (person_of(a) == nullptr) continue;
    ++of_persons;
    persons.add(*person_of(a));
  }
  const auto count = static_cast<std::int64_t>(all.size());
  table.total({"荣誉", "honours"}, count);
  table.total({"集体荣誉", "of organizations"}, count - of_persons);
  table.total({"个人荣誉", "of persons"}, of_persons);
  table.total({"本期授予", "awarded in the period"}, of_period);
  table.total({"人数", "persons"}, persons.count());
  return std::move(table).take();
}

}  // namespace zhibu

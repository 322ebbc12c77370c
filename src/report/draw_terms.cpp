// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <tuple>

#include "report/persons.hpp"
#include "report/table.hpp"
#include "zhibu/regulation/term_end.hpp"

namespace zhibu {

namespace {

using Source = LedgerSource;

// A unit and its term, as it stands on the day of the ledger.
struct UnitTerm {
  Unit unit;
  TermEnd end;
};

// A cell about the term that runs; "" where none is recorded.
template <class Cell>
std::string of_term(const UnitTerm& t, Cell cell) {
  return t.end.term ? cell(*t.end.term) : "";
}

constexpr Column<UnitTerm> columns[]{
    {{{"党组织", "organization"}},
     [](const Source&, const UnitTerm& t) { return std::string{t.unit.name}; }},
    {{{"编号", "code"}}, [](const Source&, const UnitTerm& t) { return std::string{t.unit.code}; }},
    {{{"类别", "kind"}},
     [](const Source& s, const UnitTerm& t) { return s.speak().label(t.unit.kind); }},
    {{{"届次", "nth term"}, CellKind::number},
     [](const Source&, const UnitTerm& t) {
       return of_term(
           t, [](const Term& term) { return term.nth == 0 ? "" : std::to_string(term.nth); });
     }},
    {{{"选举日期", "elected on"}, CellKind::day},
     [](const Source&, const UnitTerm& t) {
       return of_term(t, [](const Term& term) { return to_string(term.elected_on); });
     }},
    {{{"任期届满日期", "due"}, CellKind::day},
     [](const Source&, const UnitTerm& t) { return day_cell(t.end.due); }},
    {{{"提醒起始日期", "reminder from"}, CellKind::day},
     [](const Source&, const UnitTerm& t) { return day_cell(t.end.reminder); }},
    {{{"换届情况", "state"}},
     [](const Source& s, const UnitTerm& t) { return s.speak().label(t.end.state); }},
    {{{"批准延期至", "extended to"}, CellKind::day},
     [](const Source&, const UnitTerm& t) {
       return of_term(t, [](const Term& term) { return day_cell(term.extended_to); });
     }},
    {{{"延期文号", "document of the extension"}},
     [](const Source&, const UnitTerm& t) {
       return of_term(t, [](const Term& term) { return std::string{term.extension_document}; });
     }},
    {{{"延期一般不超过", "extended at most, as a rule, to"}, CellKind::day},
     [](const Source&, const UnitTerm& t) { return day_cell(t.end.latest); }},
    {{{"应选名额", "seats"}, CellKind::number},
     [](const Source&, const UnitTerm& t) {
       return of_term(t, [](const Term& term) { return number_cell(term.seats); });
     }},
    {{{"候选人数", "candidates"}, CellKind::number},
     [](const Source& s, const UnitTerm& t) {
       return of_term(t, [&](const Term& term) { return count_cell(s, term.candidates); });
     }},
    {{{"选举应到", "due at the election"}, CellKind::number},
     [](const Source& s, const UnitTerm& t) {
       return of_term(t, [&](const Term& term) { return count_cell(s, term.due); });
     }},
    {{{"选举实到", "present at the election"}, CellKind::number},
     [](const Source& s, const UnitTerm& t) {
       return of_term(t, [&](const Term& term) { return count_cell(s, term.present); });
     }},
    {{{"批复情况", "approval"}},
     [](const Source& s, const UnitTerm& t) {
       return of_term(t, [&](const Term& term) {
         return term.approval == Approval::unrecorded ? "" : s.speak().label(term.approval);
       });
     }},
    {{{"批复文号", "document"}},
     [](const Source&, const UnitTerm& t) {
       return of_term(t, [](const Term& term) { return std::string{term.document}; });
     }},
    {{{"条款", "rule"}},
     [](const Source& s, const UnitTerm& t) {
       return t.end.length ? std::string{s.rules()[*t.end.length].code} : "";
     }},
};

// The elections in the period, each of a unit that the ledger covered on that day.
std::int64_t elections(const Source& source) {
  std::int64_t count = 0;
  for (const Term& term : source.roster().terms())
    count += source.period().contains(term.elected_on) && source.covers(term.unit, term.elected_on);
  return count;
}

}  // namespace

Ledger draw_terms(const LedgerSource& source) {
  const Date day = source.as_of();
  std::vector<UnitTerm> found;
  for (const UnitId unit : standing_units(source, day))
    if (const TermEnd end = term_end(source.roster(), source.rules(), unit, day);
        end.state != TermState::not_applicable)
      found.push_back({*source.roster().at(unit, day), end});
  std::ranges::stable_sort(found, {}, [](const UnitTerm& t) {
    return std::tuple{!t.end.due, t.end.due};
  });

  Table<UnitTerm> table{source, {"换届台账", "Terms of office,"}, columns};
  std::vector<std::int64_t> in_state(names<TermState>().size());
  for (const UnitTerm& t : found) {
    ++in_state[static_cast<std::size_t>(t.end.state)];
    table.add(t, t.end.due, source.say({"任期届满：", "end of term: "}) + std::string{t.unit.name});
  }
  table.total({"党组织", "organizations"}, static_cast<std::int64_t>(found.size()));
  for (const Name<TermState>& state : names<TermState>())
    if (state.value != TermState::not_applicable)
      table.named_total(source.speak().label(state.value),
                        in_state[static_cast<std::size_t>(state.value)]);
  table.total({"期内选举", "elections in the period"}, elections(source));
  return std::move(table).take();
}

}  // namespace zhibu

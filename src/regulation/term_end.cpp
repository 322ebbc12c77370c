// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/term_end.hpp"

#include <variant>

namespace zhibu {
namespace {

bool fits(const Requirement& rule, const Unit& unit) {
  const EveryUnit* scope = std::get_if<EveryUnit>(&rule.scope);
  return scope != nullptr && zhibu::fits(*scope, unit);
}

// The shortest length that binds a term of `unit`, as it is on the day of its election.
const Requirement* length_of(const Rulebook& rulebook, const Unit& unit, Date elected_on) {
  const Requirement* found = nullptr;
  for (const Requirement& rule : rulebook.requirements()) {
    const TermLength* length = std::get_if<TermLength>(&rule.demand);
    if (length == nullptr || !in_force(rule, elected_on) || !fits(rule, unit)) continue;
    if (found == nullptr || length->most_years < std::get<TermLength>(found->demand).most_years)
      found = &rule;
  }
  return found;
}

// The first requirement in force on `day` that demands a D of `unit`.
template <class D>
const Requirement* first(const Rulebook& rulebook, const Unit& unit, Date day) {
  for (const Requirement& rule : rulebook.requirements())
    if (std::holds_alternative<D>(rule.demand) && in_force(rule, day) && fits(rule, unit))
      return &rule;
  return nullptr;
}

bool has_terms(const Rulebook& rulebook, const Unit& unit) {
  for (const Requirement& rule : rulebook.requirements())
    if (std::holds_alternative<TermLength>(rule.demand) && fits(rule, unit)) return true;
  return false;
}

TermState state_on(Date day, const TermEnd& end) {
  if (day < *end.due)
    return end.reminder && *end.reminder <= day ? TermState::reminder : TermState::running;
  if (day == *end.due) return TermState::due;
  if (!end.term->extended_to || *end.term->extended_to < day) return TermState::late;
  return end.latest && *end.latest < day ? TermState::beyond_extension : TermState::extended;
}

// What the rules in force on `day` say about the end of the term.
void add_rules_of(Date day, const Rulebook& rulebook, const Unit& unit, TermEnd& end) {
  if (const Requirement* rule = first<TermReminder>(rulebook, unit, day)) {
    end.reminded_by = rule->id;
    end.reminder = reminder_day(*end.due, std::get<TermReminder>(rule->demand).months);
  }
  if (const Requirement* rule = first<TermShift>(rulebook, unit, day)) {
    end.shifted_by = rule->id;
    end.latest = term_due(*end.due, std::get<TermShift>(rule->demand).years);
  }
  if (const Requirement* rule = first<ElectedWhenDue>(rulebook, unit, day))
    end.on_time_by = rule->id;
}

}  // namespace

template <>
std::span<const Name<TermState>> names() {
  static constexpr Name<TermState> all[] = {
      {TermState::not_applicable, "not_applicable", "不适用", "not applicable"},
      {TermState::unknown, "unknown", "不详", "unknown"},
      {TermState::running, "running", "任期内", "running"},
      {TermState::reminder, "reminder", "临近届满", "ends soon"},
      {TermState::due, "due", "届满", "due"},
      {TermState::extended, "extended", "延期", "extended"},
      {TermState::beyond_extension, "beyond_extension", "延期超限", "extended too far"},
      {TermState::late, "late", "逾期未换届", "late"},
  };
  return all;
}

TermEnd term_end(const Roster& roster, const Rulebook& rulebook, UnitId unit, Date day) {
  TermEnd end;
  const std::optional<Unit> now = roster.at(unit, day);
  if (!now || !has_terms(rulebook, *now)) return end;
  end.state = TermState::unknown;
  end.term = roster.term(unit, day);
  if (!end.term) return end;
  const Date elected_on = end.term->elected_on;
  const Requirement* length =
      length_of(rulebook, roster.at(unit, elected_on).value_or(*now), elected_on);
  if (length == nullptr) return end;
  end.length = length->id;
  end.due = term_due(elected_on, std::get<TermLength>(length->demand).most_years);
  add_rules_of(day, rulebook, *now, end);
  end.state = state_on(day, end);
  return end;
}

Date term_due(Date elected_on, int years) {
  const bool beyond = years > Date::last().year() - elected_on.year();
  return beyond ? Date::last() : add_years(elected_on, years);
}

Date reminder_day(Date due, int months) {
  const int since_first = (due.year() - Date::first().year()) * 12 + due.month() - 1;
  return months > since_first ? Date::first() : add_months(due, -months);
}

}  // namespace zhibu

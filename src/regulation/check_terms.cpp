// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <utility>
#include <variant>

#include "regulation/checks.hpp"

namespace zhibu {
namespace {

void report_late(const UnitOnDay& at, const UnitReport& report) {
  if (at.term_end.state != TermState::late) return;
  const TermEnd& end = at.term_end;
  const Date last = end.term->extended_to.value_or(*end.due);
  Observation seen = report.observation();
  seen.days = Period{std::max(last, *end.due) + 1, at.day() + 1};
  seen.facts = to_string(end.term->elected_on) + "选举，" + to_string(*end.due) + "届满" +
               (end.term->extended_to ? "，延期至" + to_string(last) : "") + "，至今未换届";
  seen.facts_en =
      "elected on " + to_string(end.term->elected_on) + ", over on " + to_string(*end.due) +
      (end.term->extended_to ? ", extended to " + to_string(last) : "") + ", not re-elected since";
  report.add(std::move(seen));
}

// An extension that was approved for longer than the rules allow.
void report_extension(const UnitOnDay& at, const UnitReport& report) {
  const TermEnd& end = at.term_end;
  if (!end.term || !end.latest || !end.term->extended_to) return;
  const Date extended_to = *end.term->extended_to;
  if (extended_to <= *end.latest) return;
  Observation seen = report.observation();
  seen.days = Period{*end.latest + 1, extended_to + 1};
  seen.facts = to_string(*end.due) + "届满，延期至" + to_string(extended_to) + "；最迟" +
               to_string(*end.latest);
  seen.facts_en = "over on " + to_string(*end.due) + ", extended to " + to_string(extended_to) +
                  "; accepted: " + to_string(*end.latest) + " or earlier";
  report.add(std::move(seen));
}

// A term that began earlier than the one before it was to end, by more than the rules allow.
void report_early(const TermShift& demand, const UnitOnDay& at, const UnitReport& report) {
  const TermEnd& before = at.term_before;
  if (!before.length || !at.term_end.term) return;
  const Date elected_on = at.term_end.term->elected_on;
  const int years = std::get<TermLength>(at.rulebook[*before.length].demand).least_years;
  const Date due = term_due(before.term->elected_on, years);
  const Date earliest = reminder_day(due, 12 * demand.years);
  if (earliest <= elected_on) return;
  Observation seen = report.observation();
  seen.days = Period{elected_on, earliest};
  seen.facts = "上届" + to_string(due) + "届满，" + to_string(elected_on) + "提前换届；最早" +
               to_string(earliest);
  seen.facts_en = "the term before was to end on " + to_string(due) + ", elected on " +
                  to_string(elected_on) + "; accepted: " + to_string(earliest) + " or later";
  report.add(std::move(seen));
}

}  // namespace

// Late is what is not on time; only where no such rule was in force does the length itself say so.
void look(const TermLength&, const UnitOnDay& at, const UnitReport& report) {
  if (at.term_end.length == report.rule().id && !at.term_end.on_time_by) report_late(at, report);
}

void look(const TermReminder&, const UnitOnDay&, const UnitReport&) {}

void look(const ElectedWhenDue&, const UnitOnDay& at, const UnitReport& report) {
  if (at.term_end.on_time_by == report.rule().id) report_late(at, report);
}

void look(const TermShift& demand, const UnitOnDay& at, const UnitReport& report) {
  if (at.term_end.shifted_by == report.rule().id) report_extension(at, report);
  if (at.term_before.shifted_by == report.rule().id) report_early(demand, at, report);
}

}  // namespace zhibu

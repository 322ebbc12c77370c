// SPDX-License-Identifier: BSL-1.0

#include "record/kept_rows_sound.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

#include "quote.hpp"

namespace zhibu {

namespace {

void require_text(std::string_view text, const char* what) {
  if (text.empty()) refuse(std::string{what} + " is empty", "any text");
}

void require_days(Period period) {
  if (period.empty())
    refuse("a period that ends before it begins: from " + to_string(period.begin) +
               " up to, not including, " + to_string(period.end),
           "one day at least");
}

void require_amount(std::int64_t fen) {
  if (fen <= 0) refuse("an amount of " + std::to_string(fen) + " fen", "more than 0");
}

void require_order(const char* first, Date day, const char* then, std::optional<Date> later) {
  if (later && *later < day)
    refuse(std::string{then} + " on " + to_string(*later) + ", before it was " + first + " on " +
               to_string(day),
           "that day or a later one");
}

}  // namespace

void require_sound(const Campaign& c) {
  require_text(c.name, "the name of a campaign");
  require_days(c.period);
}

void require_sound(const Minutes& m) {
  if (m.beneficiaries && *m.beneficiaries <= 0)
    refuse(std::to_string(*m.beneficiaries) + " beneficiaries", "more than 0, or none at all");
  if (m.at_least && !m.beneficiaries)
    refuse("at least how many benefited is not said", "a number of beneficiaries");
}

void require_sound(const StudyNote& n) {
  if (!n.note && !n.reflection && !n.insight)
    refuse("a study record without note, reflection and insight", "one of them at least");
}

void require_sound(const Visit& v) {
  if ((v.kind == VisitKind::survivor) == v.survivor.empty())
    refuse(v.survivor.empty() ? "a visit to survivors that does not say who they are"
                              : "survivors, " + quote(v.survivor) + ", at a visit of another kind",
           "survivors where the kind is survivor, and only there");
}

void require_sound(const Fund& f) {
  require_text(f.name, "the name of a fund");
  require_text(f.purpose, "the purpose of a fund");
  require_days(f.period);
  if (f.unit && f.workplace)
    refuse("a fund of a unit and of a workplace", "one of them, or neither");
}

void require_sound(const Appropriation& a) { require_amount(a.amount_fen); }

void require_sound(const Payment& p) {
  require_amount(p.amount_fen);
  if (!p.survivor.empty() && !(p.payee && std::holds_alternative<PersonId>(*p.payee)))
    refuse("survivors, " + quote(p.survivor) + ", of nobody",
           "the person whose survivors they are");
}

void require_sound(const Opinion& o) {
  require_text(o.text, "the text of an opinion");
  require_order("collected", o.collected_on, "reported", o.reported_on);
  require_order("collected", o.collected_on, "answered", o.answered_on);
  if (o.reported_on) require_order("reported", *o.reported_on, "answered", o.answered_on);
}

void require_sound(const Task& t) {
  require_text(t.text, "the text of a task");
  require_order("passed on", t.passed_on, "due", t.due_on);
  require_order("passed on", t.passed_on, "done", t.done_on);
}

void require_sound(const DuesBase& b) {
  require_amount(b.monthly_fen);
  require_days(b.period);
}

void require_sound(const DuesPayment& p) {
  require_amount(p.amount_fen);
  require_days(p.period);
  if (p.period.begin.day() != 1 || p.period.end.day() != 1)
    refuse("dues from " + to_string(p.period.begin) + " to " + to_string(p.period.last()),
           "whole months");
}

}  // namespace zhibu

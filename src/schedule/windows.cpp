// SPDX-License-Identifier: BSL-1.0

#include "schedule/windows.hpp"

#include <algorithm>
#include <variant>

#include "zhibu/regulation/term_end.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/day_rule.hpp"

namespace zhibu {
namespace {

Period only(Date day) { return {day, day + 1}; }

// From so many days before `day` to so many after it, both included.
Period about(Date day, int before, int after) { return {day - before, day + after + 1}; }

// How far a fixed day may be moved: to either side, but not out of a month that it is to stay in.
Period reach_of(const Shift& shift, Date day) {
  const Period reach = about(day, shift.max_days, shift.max_days);
  if (!shift.within_month) return reach;
  const Period month = span_of(Span::month, day);
  return {std::max(reach.begin, month.begin), std::min(reach.end, month.end)};
}

// From the month of one day to the month of another.
int months_between(Date from, Date to) {
  return 12 * (to.year() - from.year()) + to.month() - from.month();
}

}  // namespace

Windows::Windows(const Provision& provision, const Calendar& calendar, Period period,
                 std::optional<Date> rules_of)
    : provision_{&provision}, period_{period}, rules_of_{rules_of} {
  common_ =
      std::visit([&](const auto& cadence) { return find(cadence, calendar); }, provision.cadence);
}

std::vector<Window> Windows::of(const Roster& roster, UnitId unit, bool exempted) const {
  const AtTermEnd* cadence = std::get_if<AtTermEnd>(&provision_->cadence);
  if (!cadence) return common_;
  if (!exempted) return term_ends(*cadence, roster.of<Term>(unit));
  if (!in_force(period_)) return {};
  return {{period_, {}}};
}

std::optional<Milestone> Windows::milestone() const { return milestone_of(provision_->cadence); }

std::vector<Window> Windows::since(Date day) const {
  if (const auto* cadence = std::get_if<OnAnniversary>(&provision_->cadence))
    return anniversaries(cadence->within, day);
  if (const auto* cadence = std::get_if<Deadline>(&provision_->cadence))
    return deadline(*cadence, day);
  if (const auto* cadence = std::get_if<EveryMonthsSince>(&provision_->cadence))
    return every_months(cadence->months, day);
  return {};
}

bool Windows::bind_at_once() const { return std::holds_alternative<Deadline>(provision_->cadence); }

bool Windows::in_force(Period days) const {
  return in_force_throughout(*provision_, rules_of_ ? only(*rules_of_) : days);
}

std::vector<Window> Windows::find(const AtLeast& cadence, const Calendar&) const {
  return whole(cadence.per);
}

std::vector<Window> Windows::find(const ClassHours& cadence, const Calendar&) const {
  return whole(cadence.per);
}

std::vector<Window> Windows::find(const Funding& cadence, const Calendar&) const {
  return whole(cadence.per);
}

std::vector<Window> Windows::find(const OnDays& cadence, const Calendar& calendar) const {
  std::vector<Window> found;
  for (const Date day : cadence.days.between(period_.begin, period_.end)) {
    if (!in_force(only(day))) continue;
    found.push_back({reach_of(cadence.shift, day), calendar.shift(day, cadence.shift)});
  }
  return found;
}

std::vector<Window> Windows::find(const AtFestivals& cadence, const Calendar&) const {
  std::vector<Window> found;
  for (const std::string& name : cadence.festivals)
    for (const Period window :
         festival_windows({name, -cadence.days_before, cadence.days_after}, period_))
      if (in_force(window)) found.push_back({window, {}});
  std::ranges::stable_sort(found, {}, [](const Window& w) { return w.period.begin; });
  return found;
}

std::vector<Window> Windows::whole(Span span) const {
  std::vector<Window> found;
  for (const Period window : spans(span, period_))
    if (in_force(window)) found.push_back({window, {}});
  return found;
}

std::vector<Window> Windows::term_ends(const AtTermEnd& cadence, std::vector<Term> terms) const {
  std::ranges::stable_sort(terms, {}, &Term::elected_on);
  std::vector<Window> found;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    const Date due = term_due(terms[i].elected_on, cadence.years);
    const Window window{{reminder_day(due, cadence.reminder_months), due + 1}, {}};
    if (!period_.contains(due) || !in_force(only(terms[i].elected_on))) continue;
    const bool over =  // an early election, or an end, before there was anything to remind of
        (i + 1 < terms.size() && terms[i + 1].elected_on < window.period.begin) ||
        (terms[i].ended_on && *terms[i].ended_on <= window.period.begin);
    if (!over) found.push_back(window);
  }
  return found;
}

std::vector<Window> Windows::anniversaries(Span within, Date day) const {
  std::vector<Window> found;
  const int first = std::max(period_.begin.year(), day.year() + 1);
  for (int year = first; year <= period_.last().year(); ++year) {
    const Period window = span_of(within, add_years(day, year - day.year()));
    if (period_.contains(window) && in_force(window)) found.push_back({window, {}});
  }
  return found;
}

std::vector<Window> Windows::deadline(const Deadline& cadence, Date day) const {
  if (period_.end <= day || day + (31 * cadence.months + cadence.days) < period_.begin) return {};
  const Date due = add_months(day, cadence.months) + cadence.days;
  const Window window{{day, due + 1}, {}};
  if (!period_.contains(due) || !in_force(only(day))) return {};
  return {window};
}

std::vector<Window> Windows::every_months(int months, Date day) const {
  std::vector<Window> found;
  const int before = std::max(0, months_between(day, period_.begin) / months - 1) * months;
  Date begin = before == 0 ? day : add_months(day, before) + 1;
  for (int passed = before + months; begin < period_.end; passed += months) {
    const Date due = add_months(day, passed);
    const Window window{{begin, due + 1}, {}};
    if (period_.contains(due) && in_force(only(begin))) found.push_back(window);
    begin = due + 1;
  }
  return found;
}

}  // namespace zhibu

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

std::vector<Window> Windows::of(const Person& person) const {
  const auto* cadence = std::get_if<OnAnniversary>(&provision_->cadence);
  if (!cadence) return common_;
  const std::optional<Date> day = day_of(cadence->of, person);
  return day ? anniversaries(cadence->within, *day) : std::vector<Window>{};
}

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
    const int reach = cadence.shift.max_days;
    found.push_back({about(day, reach, reach), calendar.shift(day, cadence.shift)});
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
    if (!period_.contains(due) || !in_force(window.period)) continue;
    const bool over =  // an early election, or an end, before there was anything to remind of
        (i + 1 < terms.size() && terms[i + 1].elected_on < window.period.begin) ||
        (terms[i].ended_on && *terms[i].ended_on <= window.period.begin);
    if (!over) found.push_back(window);
  }
  return found;
}

std::vector<Window> Windows::anniversaries(Span within, Date admitted_on) const {
  std::vector<Window> found;
  const int admission = admitted_on.year();
  const int first = std::max(period_.begin.year(), admission + 1);
  for (int year = first; year <= period_.last().year(); ++year) {
    const Period window = span_of(within, add_years(admitted_on, year - admission));
    if (period_.contains(window) && in_force(window)) found.push_back({window, {}});
  }
  return found;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/recurrence.hpp"

#include <algorithm>
#include <cstdlib>

#include "time/lunar_month.hpp"
#include "zhibu/time/lunar.hpp"

namespace zhibu {

namespace {

constexpr int last_year = 9998;  // whose every month has a month after it

// The Gregorian calendar repeats itself after so many months: a rule that gives no day in so many
// intervals gives none at all.
constexpr int months_of_era = 4800;

Period month_of(int year, int month) { return span_of(Span::month, Date{year, month, 1}); }

// The lunar month that SKIP puts in the place of a leap month that the year lacks.
std::optional<Period> instead(int year, int month, Skip skip) {
  if (skip == Skip::omit) return std::nullopt;
  if (skip == Skip::backward) return lunar_month(year, month, false);
  return month < 12 ? lunar_month(year, month + 1, false) : lunar_month(year + 1, 1, false);
}

}  // namespace

// The intervals of a rule are the months or the years that it steps through, counted from the one
// that holds the start.
int Recurrence::interval_of(Date day) const {
  if (chinese_) return (LunarDate::of(day).year() - LunarDate::of(start_).year()) / interval_;
  const int years = day.year() - start_.year();
  if (yearly_) return years / interval_;
  return (years * 12 + day.month() - start_.month()) / interval_;
}

int Recurrence::last_interval() const {
  const int years = last_year - start_.year();
  return (yearly_ ? years : years * 12 + 12 - start_.month()) / interval_;
}

std::vector<std::optional<Period>> Recurrence::months_of(int nth) const {
  std::vector<std::optional<Period>> months;
  if (chinese_) {
    const LunarDate start = LunarDate::of(start_);
    const int year = start.year() + nth * interval_;
    const int month_of_start = start.leap() ? -start.month() : start.month();
    for (const int m : months_.empty() ? std::vector{month_of_start} : months_) {
      const std::optional<Period> month = lunar_month(year, std::abs(m), m < 0);
      months.push_back(month || m > 0 ? month : instead(year, -m, *skip_));
    }
  } else if (yearly_) {
    const int year = start_.year() + nth * interval_;
    for (const int m : months_.empty() ? std::vector{start_.month()} : months_)
      months.push_back(month_of(year, m));
  } else {
    const int month = start_.year() * 12 + start_.month() - 1 + nth * interval_;
    if (months_.empty() || std::ranges::count(months_, month % 12 + 1) > 0)
      months.push_back(month_of(month / 12, month % 12 + 1));
  }
  return months;
}

std::optional<Date> Recurrence::day_of(Period month, int month_day) const {
  const int day = month_day > 0 ? month_day : month.days() + month_day + 1;
  if (1 <= day && day <= month.days()) return month.begin + (day - 1);
  const Skip skip = skip_.value_or(Skip::omit);
  if (skip == Skip::omit) return std::nullopt;
  const Date next = day < 1 ? month.begin : month.end;
  return skip == Skip::forward ? next : next - 1;
}

std::vector<Date> Recurrence::in_interval(int nth) const {
  const int day_of_start = chinese_ ? LunarDate::of(start_).day() : start_.day();
  std::vector<Date> days;
  for (const std::optional<Period>& month : months_of(nth)) {
    if (!month) continue;
    for (const int d : month_days_.empty() ? std::vector{day_of_start} : month_days_)
      if (const auto day = day_of(*month, d); day && *day >= start_) days.push_back(*day);
  }
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

std::optional<Date> Recurrence::first_from(Date day) const {
  // SKIP may have moved a day out of the interval before.
  const int first = day <= start_ ? 0 : std::max(0, interval_of(day) - 1);
  int barren = 0;
  for (int nth = first; nth <= last_interval() && barren <= months_of_era; ++nth, ++barren) {
    for (const Date found : in_interval(nth)) {
      if (found >= day) return found;
      barren = 0;
    }
  }
  return std::nullopt;
}

std::vector<Date> Recurrence::between(Date begin, Date end) const {
  std::vector<Date> days;
  for (Date from = begin; from < end; from = days.back() + 1) {
    const std::optional<Date> day = first_from(from);
    if (!day || *day >= end) break;
    days.push_back(*day);
  }
  return days;
}

std::vector<Date> Recurrence::take(std::size_t n) const {
  std::vector<Date> days;
  while (days.size() < n) {
    const std::optional<Date> day = days.empty() ? first_from(start_) : next(days.back());
    if (!day) break;
    days.push_back(*day);
  }
  return days;
}

std::optional<Date> Recurrence::next(Date after) const {
  return after == Date::last() ? std::nullopt : first_from(after + 1);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/day_rule.hpp"

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "quote.hpp"
#include "zhibu/time/festival.hpp"

namespace zhibu {

namespace {

int longest_days(Span span) {
  constexpr int days[] = {31, 92, 184, 366};
  return days[static_cast<std::size_t>(span)];
}

void check(const NthWorkday& rule) {
  const int most = longest_days(rule.per);
  if (rule.nth != 0 && -most <= rule.nth && rule.nth <= most) return;
  const std::string bound = std::to_string(most);
  throw std::invalid_argument("no such workday of a " + std::string{label(rule.per, Language::en)} +
                              ": " + std::to_string(rule.nth) + "; accepted: 1 to " + bound +
                              " from the first on, -1 to -" + bound + " from the last back");
}

void check(const FestivalWindow& rule) {
  if (rule.first_day <= rule.last_day) return;
  throw std::invalid_argument(
      "a window about " + quote(rule.festival) + " that ends before it begins: from day " +
      std::to_string(rule.first_day) + " to day " + std::to_string(rule.last_day) +
      "; accepted: a last day not before the first");
}

}  // namespace

std::vector<Shifted> shifted_days(const ShiftedDays& rule, const Calendar& calendar,
                                  Period period) {
  std::vector<Shifted> shifted;
  for (const Date day : rule.days.between(period.begin, period.end))
    shifted.push_back(calendar.shift(day, rule.shift));
  return shifted;
}

std::vector<Date> nth_workdays(const NthWorkday& rule, const Calendar& calendar, Period period) {
  check(rule);
  std::vector<Date> days;
  for (const Period within : spans(rule.per, period))
    if (const std::optional<Date> day = calendar.nth_workday(within, rule.nth))
      days.push_back(*day);
  return days;
}

std::vector<Period> festival_windows(const FestivalWindow& rule, Period period) {
  check(rule);
  std::vector<Period> windows;
  if (period.empty()) return windows;
  for (int year = period.begin.year(); year <= period.last().year(); ++year) {
    const std::optional<Date> day = festival(year, rule.festival);
    if (day && period.contains(*day))
      windows.push_back({*day + rule.first_day, *day + rule.last_day + 1});
  }
  return windows;
}

Recurrence anniversary(Date origin, Skip leap_day) {
  return {"RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=" + std::string{key(leap_day)}, origin};
}

Recurrence lunar_anniversary(const LunarDate& origin, Skip missing) {
  const std::string month = std::to_string(origin.month()) + (origin.leap() ? "L" : "");
  return {"RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=" + month +
              ";BYMONTHDAY=" + std::to_string(origin.day()) + ";SKIP=" + std::string{key(missing)},
          origin.to_date()};
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "time/rrule.hpp"

#include <cstdlib>

#include "time/content_line.hpp"
#include "zhibu/time/lunar.hpp"

namespace zhibu {

namespace {

std::string joined(const std::vector<int>& list) {
  std::string text;
  for (const int n : list) text += (text.empty() ? "" : ",") + std::to_string(n);
  return text;
}

std::string joined_months(const std::vector<int>& months) {
  std::string text;
  for (const int m : months)
    text += (text.empty() ? "" : ",") + std::to_string(std::abs(m)) + (m < 0 ? "L" : "");
  return text;
}

std::string joined_days(const std::vector<NthWeekday>& days) {
  std::string text;
  for (const NthWeekday& d : days) {
    text += (text.empty() ? "" : ",") + (d.nth == 0 ? "" : std::to_string(d.nth));
    text += rrule_weekdays[static_cast<std::size_t>(d.day)];
  }
  return text;
}

}  // namespace

std::string to_string(const RRule& r) {
  std::string text;
  if (r.skip) text += r.chinese ? "RSCALE=CHINESE;" : "RSCALE=GREGORIAN;";
  text += "FREQ=" + std::string{rrule_frequencies[static_cast<std::size_t>(r.frequency)]};
  if (r.until) text += ";UNTIL=" + basic(*r.until);
  if (r.count) text += ";COUNT=" + std::to_string(*r.count);
  if (r.interval != 1) text += ";INTERVAL=" + std::to_string(r.interval);
  if (!r.months.empty()) text += ";BYMONTH=" + joined_months(r.months);
  if (!r.weeks.empty()) text += ";BYWEEKNO=" + joined(r.weeks);
  if (!r.year_days.empty()) text += ";BYYEARDAY=" + joined(r.year_days);
  if (!r.month_days.empty()) text += ";BYMONTHDAY=" + joined(r.month_days);
  if (!r.days.empty()) text += ";BYDAY=" + joined_days(r.days);
  if (!r.positions.empty()) text += ";BYSETPOS=" + joined(r.positions);
  if (r.week_start != Weekday::monday)
    text += ";WKST=" + std::string{rrule_weekdays[static_cast<std::size_t>(r.week_start)]};
  if (r.skip.value_or(Skip::omit) != Skip::omit) text += ";SKIP=" + std::string{key(*r.skip)};
  return text;
}

RRule completed(RRule r, Date start) {
  const bool named = !r.month_days.empty() || !r.days.empty() || !r.year_days.empty();
  if (named || r.frequency == Frequency::daily) return r;
  if (r.frequency == Frequency::weekly || !r.weeks.empty()) {
    r.days = {{0, weekday(start)}};
    return r;
  }
  int month = start.month();
  int day = start.day();
  if (r.chinese) {
    const LunarDate lunar = LunarDate::of(start);
    month = lunar.leap() ? -lunar.month() : lunar.month();
    day = lunar.day();
  }
  r.month_days = {day};
  if (r.frequency == Frequency::yearly && r.months.empty()) r.months = {month};
  return r;
}

}  // namespace zhibu

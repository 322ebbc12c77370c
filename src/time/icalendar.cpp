// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/icalendar.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include "time/content_line.hpp"
#include "time/rrule.hpp"

namespace zhibu {

namespace {

// "EXDATE;VALUE=DATE:20170210,20170310", or nothing where there are no days.
std::string days_line(std::string_view property, std::span<const Date> days) {
  std::string line;
  for (const Date day : days) line += (line.empty() ? "" : ",") + basic(day);
  return line.empty() ? "" : content_line(std::string{property} + ";VALUE=DATE:" + line);
}

std::string listed(std::span<const Date> days) {
  if (days.empty()) return "";
  return days_line("DTSTART", days.first(1)) + days_line("RDATE", days.subspan(1));
}

bool is_of_rfc_5545(const RRule& rule) {
  return !rule.chinese && rule.skip.value_or(Skip::omit) == Skip::omit;
}

// The rule with what readers of RFC 5545 would fill in differently written out.
RRule unmistakable(const Recurrence& days) {
  RRule rule = completed(parse_rrule(to_string(days)), days.start());
  rule.skip.reset();
  const bool every_month = rule.frequency == Frequency::yearly && !rule.month_days.empty() &&
                           rule.months.empty() && rule.weeks.empty() && rule.year_days.empty();
  const bool nth = std::ranges::any_of(rule.days, [](NthWeekday d) { return d.nth != 0; });
  if (every_month && !nth) {
    rule.months.resize(12);
    std::iota(rule.months.begin(), rule.months.end(), 1);
  }
  return rule;
}

std::string as_rule(const Recurrence& days) {
  const RRule rule = unmistakable(days);
  const std::vector<Date> first = Recurrence{to_string(rule), days.start()}.take(1);
  if (first.empty()) return listed(days.between(Date::first(), Date::last()));
  return days_line("DTSTART", first) + content_line("RRULE:" + to_string(rule)) +
         days_line("EXDATE", days.exdates()) + days_line("RDATE", days.rdates());
}

// "nearest_workday;7", and ";within_month" where it is.
std::string written(const Shift& shift) {
  return std::string{key(shift.policy)} + ';' + std::to_string(shift.max_days) +
         (shift.within_month ? ";within_month" : "");
}

}  // namespace

std::string icalendar_properties(const Recurrence& days, Period period) {
  if (is_of_rfc_5545(parse_rrule(to_string(days)))) return as_rule(days);
  const std::string lines = listed(days.between(period.begin, period.end));
  return lines.empty() ? lines : lines + content_line("X-ZHIBU-RRULE:" + to_string(days));
}

std::string shifted_icalendar_properties(const ShiftedDays& rule, const Calendar& calendar,
                                         Period period) {
  std::vector<Date> days;
  for (const Shifted& day : shifted_days(rule, calendar, period)) days.push_back(day.actual);
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  const std::string lines = listed(days);
  if (lines.empty()) return lines;
  return lines + content_line("X-ZHIBU-RRULE:" + to_string(rule.days)) +
         content_line("X-ZHIBU-SHIFT:" + written(rule.shift));
}

}  // namespace zhibu

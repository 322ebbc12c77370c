// SPDX-License-Identifier: BSL-1.0

#include "time/month_mask.hpp"

#include <algorithm>
#include <bit>

namespace zhibu {

namespace {

// The day that `n` names among `length` days, counted from 1, or from -1 at their end; where there
// is none, the one that SKIP takes instead: 0 is the day before the first, length + 1 the day after
// the last. -1 where there is none at all.
int nth_of(int n, int length, Skip skip) {
  const int day = n > 0 ? n : length + n + 1;
  if (1 <= day && day <= length) return day;
  if (skip == Skip::omit) return -1;
  const bool forward = skip == Skip::forward;
  return day < 1 ? (forward ? 1 : 0) : (forward ? length + 1 : length);
}

// Whether a day is one that BYDAY names: the n-th, or the last but n, of its weekday in a stretch
// of `length` days of which it is the `day`-th.
bool is_named(const std::vector<NthWeekday>& named, int weekday, int day, int length) {
  return std::ranges::any_of(named, [=](NthWeekday d) {
    if (static_cast<int>(d.day) != weekday) return false;
    if (d.nth == 0) return true;
    if (day < 1) return d.nth == -1;
    if (day > length) return d.nth == 1;
    return d.nth == (day - 1) / 7 + 1 || d.nth == -((length - day) / 7 + 1);
  });
}

// The days at these positions of a month's days, counted from 1, or from -1 at their end.
MonthMask picked(MonthMask days, const std::vector<int>& positions) {
  const int size = std::popcount(days);
  MonthMask chosen = 0;
  for (const int position : positions) {
    const int before = position > 0 ? position - 1 : size + position;
    if (before < 0 || before >= size) continue;
    MonthMask left = days;
    for (int i = 0; i < before; ++i) left &= left - 1;
    chosen |= left & -left;
  }
  return chosen;
}

bool contains(const std::vector<int>& list, int n) { return std::ranges::count(list, n) > 0; }

// One year, as a rule of years goes through it.
class Year {
 public:
  Year(const RRule& rule, const Months& months, int year)
      : rule_{&rule},
        months_{&months},
        visited_{months_of_year(rule, months, year)},
        begin_{first_day(year)},
        length_{end_of(year) - begin_} {}

  std::vector<std::int32_t> days() const {
    std::vector<std::int32_t> found = candidates();
    std::erase_if(found, [this](std::int32_t day) { return !fits(day); });
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    found = at_positions(found, rule_->positions);
    std::erase_if(found, [this](std::int32_t day) { return !is_known(day); });
    return found;
  }

 private:
  bool is_known(std::int32_t day) const {
    return months_->first_day() <= day && day <= months_->last_day();
  }
  std::int32_t first_day(int year) const { return (*months_)[months_->first_of(year)].day_0 + 1; }
  std::int32_t end_of(int year) const {
    const int last = months_->first_of(year + 1) - 1;
    return (*months_)[last].day_0 + months_->length(last) + 1;
  }
  Skip skip() const { return rule_->skip.value_or(Skip::omit); }
  int month_of(std::int32_t day) const {  // -1 outside the lunar table
    return is_known(day) ? months_->of(Date::from_serial(day)) : -1;
  }

  std::vector<std::int32_t> candidates() const {
    std::vector<std::int32_t> days;
    if (rule_->month_days.empty() && !rule_->year_days.empty()) {
      for (const int n : rule_->year_days)
        if (const int day = nth_of(n, length_, skip()); day >= 0) days.push_back(begin_ - 1 + day);
      return days;
    }
    for (const int month : visited_) {
      const std::int32_t day_0 = (*months_)[month].day_0;
      const int length = months_->length(month);
      for (int n = 1; rule_->month_days.empty() && n <= length; ++n) days.push_back(day_0 + n);
      for (const int n : rule_->month_days)
        if (const int day = nth_of(n, length, skip()); day >= 0) days.push_back(day_0 + day);
    }
    return days;
  }

  bool fits(std::int32_t day) const {
    return fits_month(day) && fits_year_days(day) && fits_weeks(day) && fits_weekday(day);
  }

  bool fits_month(std::int32_t day) const {
    const bool chosen_by_month = !rule_->month_days.empty() || rule_->year_days.empty();
    return chosen_by_month || rule_->months.empty() || contains(visited_, month_of(day));
  }

  bool fits_year_days(std::int32_t day) const {
    if (rule_->year_days.empty() || rule_->month_days.empty()) return true;
    const int nth = day - begin_ + 1;
    return contains(rule_->year_days, nth) || contains(rule_->year_days, nth - length_ - 1);
  }

  // A week belongs to the year that holds its fourth day, and has its number in that year.
  bool fits_weeks(std::int32_t day) const {
    if (rule_->weeks.empty()) return true;
    const int into_week = days_into_week(weekday(Date::from_serial(day)), rule_->week_start);
    const std::int32_t fourth = day - into_week + 3;
    const int year = months_->year(month_of(fourth));
    const int number = (fourth - first_day(year)) / 7 + 1;
    const int after = (end_of(year) - 1 - fourth) / 7;
    return contains(rule_->weeks, number) || contains(rule_->weeks, -1 - after);
  }

  // A number in BYDAY counts within the month where BYMONTH is written, else within the year.
  bool fits_weekday(std::int32_t day) const {
    if (rule_->days.empty()) return true;
    const int month = rule_->months.empty() ? -1 : month_of(day);
    if (month < 0) return is_named(rule_->days, weekday_of(day), day - begin_ + 1, length_);
    return is_named(rule_->days, weekday_of(day), day - (*months_)[month].day_0,
                    months_->length(month));
  }

  static int weekday_of(std::int32_t day) {
    return static_cast<int>(weekday(Date::from_serial(day)));
  }

  const RRule* rule_;
  const Months* months_;
  std::vector<int> visited_;
  std::int32_t begin_;
  int length_;
};

// The month that takes the place of a leap month that a year lacks, or -1.
int instead(int number, const Months& months, int year, Skip skip) {
  if (skip == Skip::omit) return -1;
  if (skip == Skip::backward) return months.find(year, number);
  return number < 12 ? months.find(year, number + 1) : months.first_of(year + 1);
}

}  // namespace

bool follows_from_month(const RRule& r) {
  if (r.frequency != Frequency::yearly) return true;
  const bool nth = std::ranges::any_of(r.days, [](NthWeekday d) { return d.nth != 0; });
  return r.weeks.empty() && r.year_days.empty() && r.positions.empty() &&
         (!nth || !r.months.empty());
}

MonthMask month_mask(const RRule& r, int length, int first_weekday) {
  const bool moves = r.frequency == Frequency::yearly || r.frequency == Frequency::monthly;
  const Skip skip = moves ? r.skip.value_or(Skip::omit) : Skip::omit;
  MonthMask days = 0;
  for (const int n : r.month_days)
    if (const int day = nth_of(n, length, skip); day >= 0) days |= bit(day);
  if (r.month_days.empty()) days = bit(length + 1) - bit(1);
  if (!r.days.empty())
    for (int day = 0; day <= length + 1; ++day)
      if (!is_named(r.days, (first_weekday + day + 6) % 7, day, length)) days &= ~bit(day);
  if (r.frequency == Frequency::monthly && !r.positions.empty()) return picked(days, r.positions);
  // The set of a day is that day: its first, and its last.
  const bool single = r.frequency == Frequency::daily && !r.positions.empty();
  return single && !contains(r.positions, 1) && !contains(r.positions, -1) ? 0 : days;
}

std::vector<std::int32_t> days_of_year(const RRule& rule, const Months& months, int year) {
  return Year{rule, months, year}.days();
}

std::vector<int> months_of_year(const RRule& rule, const Months& months, int year) {
  std::vector<int> found;
  if (rule.months.empty()) {
    for (int month = months.first_of(year); month < months.first_of(year + 1); ++month)
      found.push_back(month);
    return found;
  }
  for (const int number : rule.months) {
    int month = months.find(year, number);
    if (month < 0 && number < 0)
      month = instead(-number, months, year, rule.skip.value_or(Skip::omit));
    if (month >= 0 && month <= months.last()) found.push_back(month);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace zhibu

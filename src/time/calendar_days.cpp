// SPDX-License-Identifier: BSL-1.0

#include "time/calendar_days.hpp"

#include <stdexcept>

#include "time/statute.hpp"

namespace zhibu {

CalendarDays::CalendarDays()
    : first_{statute().known.begin}, kinds_(static_cast<std::size_t>(statute().known.days())) {
  for (std::uint32_t place = 0; place < kinds_.size(); ++place)
    set(at(place), is_weekend(at(place)) ? DayKind::weekend : DayKind::workday, false);
  for (const auto& [day, name] : statute().off) set(day, DayKind::statutory_holiday, false);
}

const CalendarDays& CalendarDays::china() {
  static const CalendarDays days = CalendarDays{}.with(known_arrangements(), {});
  return days;
}

CalendarDays CalendarDays::with(std::span<const Arrangement> arrangements,
                                std::span<const ArrangedDay> days) const {
  CalendarDays further = *this;
  for (const Arrangement& arrangement : arrangements) further.decree(arrangement);
  for (const ArrangedDay& day : days) further.decree(day, nullptr);
  further.count_workdays();
  return further;
}

CalendarDays CalendarDays::restored(
    std::map<int, std::string> notices,
    std::span<const std::pair<ArrangedDay, std::optional<int>>> days) {
  CalendarDays made;
  made.notices_ = std::move(notices);
  for (const auto& [year, notice] : made.notices_) {
    const Period all = span_of(Span::year, Date{year, 1, 1});
    if (!statute().known.contains(all))
      throw std::invalid_argument("the arrangement of " + std::to_string(year) +
                                  "; accepted: of a year within the days from " + made.known());
    for (Date day = all.begin; day < all.end; day = day + 1) made.fall_back(day);
  }
  for (const auto& [day, year] : days) {
    refuse_impossible(day.date, day.kind);
    if (year && !made.notices_.contains(*year))
      throw std::invalid_argument("a day of the arrangement of " + std::to_string(*year) +
                                  ", which there is not; accepted: one that there is");
    made.set(day.date, day.kind, true);
    if (!made.rows_.emplace(day.date, Row{day.name, day.notice, year}).second)
      throw std::invalid_argument(to_string(day.date) + " stands twice; accepted: a day once");
  }
  made.count_workdays();
  return made;
}

// The year as the statute and its weekdays have it, then the days that the notice names.
void CalendarDays::decree(const Arrangement& arrangement) {
  forget(arrangement.year);
  notices_[arrangement.year] = arrangement.notice;
  const Period year = span_of(Span::year, Date{arrangement.year, 1, 1});
  for (Date day = year.begin; day < year.end; day = day + 1)
    if (!rows_.contains(day)) fall_back(day);
  for (const ArrangedDay& day : arrangement.days) decree(day, &arrangement);
}

void CalendarDays::decree(const ArrangedDay& day, const Arrangement* arrangement) {
  set(day.date, day.kind, true);
  Row row{day.name, day.notice, std::nullopt};
  if (arrangement != nullptr) {
    row.year = arrangement->year;
    if (row.notice.empty()) row.notice = arrangement->notice;
  }
  rows_[day.date] = std::move(row);
}

// Takes back what an arrangement of that year decreed, on days of the year before and after too.
void CalendarDays::forget(int year) {
  notices_.erase(year);
  std::erase_if(rows_, [&](const auto& entry) {
    if (entry.second.year != year) return false;
    fall_back(entry.first);
    return true;
  });
}

// To what a day is where no notice names it.
void CalendarDays::fall_back(Date day) {
  set(day, statute().kind(day), notices_.contains(day.year()));
}

void CalendarDays::set(Date day, DayKind kind, bool by_decree) {
  kinds_[offset(day)] =
      static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) | (by_decree ? decreed : 0));
}

void CalendarDays::count_workdays() {
  workdays_ = CountedSet{static_cast<std::uint32_t>(kinds_.size()),
                         [&](std::uint32_t place) { return is_worked(kind(place)); }};
}

Day CalendarDays::day(Date date) const {
  const std::uint32_t place = offset(date);
  if (place >= kinds_.size()) return {date, {}, {}, {}, Certainty::unknown};
  Day day{date, kind(place), {}, {}, certainty(place)};
  if (const auto row = rows_.find(date); row != rows_.end()) {
    day.name = row->second.name;
    day.notice = row->second.notice;
    day.arrangement_year = row->second.year;
    return day;
  }
  if (const auto off = statute().off.find(date); off != statute().off.end()) day.name = off->second;
  if (const auto year = notices_.find(date.year()); year != notices_.end()) {
    day.notice = year->second;
    day.arrangement_year = year->first;
  }
  return day;
}

Date CalendarDays::decreed_through() const {
  int year = notices_.begin()->first;
  while (notices_.contains(year + 1)) ++year;
  return Date{year, 12, 31};
}

std::string CalendarDays::known() const {
  return to_string(first_) + " to " + to_string(at(static_cast<std::uint32_t>(kinds_.size() - 1)));
}

void CalendarDays::throw_unknown(Date day) const {
  throw std::invalid_argument("whether " + to_string(day) +
                              " is a workday is not known; accepted: the days from " + known());
}

}  // namespace zhibu

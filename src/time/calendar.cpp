// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/calendar.hpp"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <utility>

#include "time/calendar_days.hpp"

namespace zhibu {

Calendar::Calendar(const CalendarDays& china) : days_{&china} {}

Calendar::Calendar(CalendarDays&& own)
    : own_{std::make_unique<const CalendarDays>(std::move(own))}, days_{own_.get()} {}

Calendar::Calendar(const Calendar& other)
    : own_{other.own_ ? std::make_unique<const CalendarDays>(*other.own_) : nullptr},
      days_{own_ ? own_.get() : other.days_} {}

// What was moved from is the calendar of china().
Calendar::Calendar(Calendar&& other) noexcept
    : own_{std::move(other.own_)}, days_{std::exchange(other.days_, &CalendarDays::china())} {}

Calendar& Calendar::operator=(const Calendar& other) { return *this = Calendar{other}; }

Calendar& Calendar::operator=(Calendar&& other) noexcept {
  std::swap(own_, other.own_);
  std::swap(days_, other.days_);
  return *this;
}

Calendar::~Calendar() = default;

bool operator==(const Calendar& a, const Calendar& b) {
  return a.days_ == b.days_ || *a.days_ == *b.days_;
}

Calendar Calendar::china() { return Calendar{CalendarDays::china()}; }

Day Calendar::day(Date date) const& { return days_->day(date); }

bool Calendar::is_workday(Date date) const {
  return days_->workdays().contains(days_->place(date));
}

Date Calendar::decreed_through() const { return days_->decreed_through(); }

namespace {

// How many workdays there are on all known days before `begin`, and before `end`.
struct Counts {
  Counts(const CalendarDays& days, Period period)
      : before{days.workdays().count_below(days.place(period.begin))},
        through{days.workdays().count_below(days.place(period.last()) + 1)} {}

  int before, through;
};

}  // namespace

int Calendar::workdays_between(Period period) const {
  if (period.empty()) return 0;
  const Counts counts{*days_, period};
  return counts.through - counts.before;
}

Date Calendar::add_workdays(Date day, int n) const {
  if (n == 0) return day;
  const CountedSet& workdays = days_->workdays();
  const std::uint32_t place = days_->place(day);
  const std::int64_t wanted = n < 0 ? std::int64_t{workdays.count_below(place)} + n
                                    : std::int64_t{workdays.count_below(place + 1)} + n - 1;
  if (wanted < 0 || wanted >= workdays.size())
    throw std::invalid_argument(std::to_string(n) + " workdays from " + to_string(day) +
                                " is beyond what is known; accepted: the days from " +
                                days_->known());
  return days_->at(workdays.nth(static_cast<int>(wanted)));
}

std::optional<Date> Calendar::nth_workday(Period period, int n) const {
  if (n == 0)
    throw std::invalid_argument(
        "the workday number 0 of a period; accepted: 1 for its first, -1 for its last, and so on");
  if (period.empty()) return std::nullopt;
  const Counts counts{*days_, period};
  const std::int64_t wanted =
      n < 0 ? std::int64_t{counts.through} + n : std::int64_t{counts.before} + n - 1;
  if (wanted < counts.before || wanted >= counts.through) return std::nullopt;
  return days_->at(days_->workdays().nth(static_cast<int>(wanted)));
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/calendar.hpp"

#include <stdexcept>
#include <utility>

#include "cell.hpp"
#include "embedded.hpp"
#include "table.hpp"
#include "time/anchor.hpp"
#include "time/days.hpp"

namespace zhibu {

namespace {

constexpr int last_year = 2200;  // of the lunar table and the solar terms

bool is_weekend(Date day) { return weekday(day) >= Weekday::saturday; }
bool is_worked(DayKind kind) { return kind == DayKind::workday || kind == DayKind::makeup_workday; }

// One row of statutory_holidays.csv.
struct Statute {
  std::string name;
  AnchorKind kind = AnchorKind::solar;
  std::string days;
  Period valid;
};

std::vector<Statute> statutes() {
  constexpr Column columns[] = {{"name", true}, {"kind", true}, {"days", true},
                                {"from", true}, {"to"},         {"source", true}};
  Faults faults;
  std::vector<Statute> read;
  for (const Row& row :
       Table{"src/time/statutory_holidays.csv", embedded::statutory_holidays, columns, faults}) {
    const Date from = *row.read_required("from", parse_date);
    const std::optional<Date> to = row.read("to", parse_date);
    read.push_back({std::string{row.required("name")},
                    *row.read_required("kind", named<AnchorKind>("kind of day")),
                    std::string{row.required("days")}, to ? Period{from, *to + 1} : since(from)});
  }
  faults.throw_if_any();
  return read;
}

}  // namespace

template <>
std::span<const Name<DayKind>> names() {
  static constexpr Name<DayKind> all[] = {
      {DayKind::workday, "workday", "工作日", "workday"},
      {DayKind::weekend, "weekend", "周末", "weekend"},
      {DayKind::statutory_holiday, "statutory_holiday", "法定节假日", "statutory holiday"},
      {DayKind::swapped_holiday, "swapped_holiday", "调休放假", "swapped holiday"},
      {DayKind::break_weekend, "break_weekend", "假期内周末", "weekend of a break"},
      {DayKind::makeup_workday, "makeup_workday", "调休上班", "make-up workday"},
  };
  return all;
}

template <>
std::span<const Name<Certainty>> names() {
  static constexpr Name<Certainty> all[] = {
      {Certainty::decreed, "decreed", "已公布", "decreed"},
      {Certainty::projected, "projected", "推定", "projected"},
      {Certainty::unknown, "unknown", "未知", "unknown"},
  };
  return all;
}

template <>
std::span<const Name<ShiftPolicy>> names() {
  static constexpr Name<ShiftPolicy> all[] = {
      {ShiftPolicy::none, "none", "不调整", "none"},
      {ShiftPolicy::previous_workday, "previous_workday", "提前至上一工作日", "previous workday"},
      {ShiftPolicy::next_workday, "next_workday", "顺延至下一工作日", "next workday"},
      {ShiftPolicy::nearest_workday, "nearest_workday", "调整至最近工作日", "nearest workday"},
  };
  return all;
}

Calendar::Days Calendar::Days::china() {
  Days days;
  days.first = statutes().front().valid.begin;
  days.kinds.resize(static_cast<std::size_t>(Date{last_year, 12, 31} - days.first + 1));
  days.project();
  days.arrange();
  return days;
}

// Every day as its weekday says, then the days off of the statute in force.
void Calendar::Days::project() {
  for (Date day = first; knows(day); day = day + 1)
    set(day, is_weekend(day) ? DayKind::weekend : DayKind::workday, false);
  for (const Statute& statute : statutes()) {
    for (int year = first.year(); year <= last_year; ++year) {
      for (const Date day : anchored_days(year, statute.kind, statute.days)) {
        if (!statute.valid.contains(day) || !knows(day)) continue;
        set(day, DayKind::statutory_holiday, false);
        std::string& name = named[day].name;
        name += (name.empty() ? "" : "、") + statute.name;
      }
    }
  }
}

// The years whose arrangement is known, then the days that the notices name.
void Calendar::Days::arrange() {
  constexpr Column of_notices[] = {
      {"year", true}, {"notice", true}, {"issued"}, {"changes"}, {"url"}};
  constexpr Column of_days[] = {{"date", true}, {"kind", true}, {"name", true}, {"notice", true}};
  Faults faults;
  for (const Row& row : Table{"src/time/arrangement_notices.csv", embedded::arrangement_notices,
                              of_notices, faults}) {
    const int year = *row.read_required("year", parse_integer);
    notices[year] = row.required("notice");
    for (Date day{year, 1, 1}; day.year() == year; day = day + 1) set(day, kind(day), true);
  }
  for (const Row& row : Table{"src/time/arrangements.csv", embedded::arrangements, of_days, faults})
    decree(*row.read_required("date", parse_date),
           *row.read_required("kind", zhibu::named<DayKind>("kind of day")),
           std::string{row.required("name")}, std::string{row.required("notice")});
  faults.throw_if_any();
}

void Calendar::Days::set(Date day, DayKind kind, bool by_decree) {
  kinds[static_cast<std::size_t>(day - first)] =
      static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) | (by_decree ? decreed : 0));
}

namespace {

// Which kinds a day may be, by its weekday.
bool suits(DayKind kind, Date day) {
  switch (kind) {
    case DayKind::workday:
    case DayKind::swapped_holiday:
      return !is_weekend(day);
    case DayKind::weekend:
    case DayKind::break_weekend:
    case DayKind::makeup_workday:
      return is_weekend(day);
    case DayKind::statutory_holiday:
      break;
  }
  return true;
}

}  // namespace

void Calendar::Days::decree(Date day, DayKind kind, std::string name, std::string notice) {
  if (!knows(day))
    throw std::invalid_argument("a day that the calendar cannot hold: " + to_string(day) +
                                "; accepted: the days from " + to_string(first) + " to " +
                                to_string(last()));
  if (!suits(kind, day))
    throw std::invalid_argument(to_string(day) + ", a " +
                                std::string{label(weekday(day), Language::en)} + ", cannot be a " +
                                std::string{key(kind)} + "; accepted: what suits its weekday");
  set(day, kind, true);
  named[day] = {std::move(name), std::move(notice)};
}

Calendar::Calendar(std::unique_ptr<Days> days) : days_{std::move(days)} {}
Calendar::Calendar(const Calendar& other) : days_{std::make_unique<Days>(*other.days_)} {}
Calendar::Calendar(Calendar&& other) noexcept = default;
Calendar& Calendar::operator=(const Calendar& other) { return *this = Calendar{other}; }
Calendar& Calendar::operator=(Calendar&& other) noexcept = default;
Calendar::~Calendar() = default;

Calendar Calendar::china() {
  static const Days days = Days::china();
  return Calendar{std::make_unique<Days>(days)};
}

Day Calendar::day(Date date) const& {
  if (!days_->knows(date)) return {date, {}, {}, {}, Certainty::unknown};
  Day day{date, days_->kind(date), {}, {}, Certainty::projected};
  if (days_->is_decreed(date)) day.certainty = Certainty::decreed;
  if (const auto year = days_->notices.find(date.year()); year != days_->notices.end())
    day.notice = year->second;
  if (const auto named = days_->named.find(date); named != days_->named.end()) {
    day.name = named->second.name;
    if (!named->second.notice.empty()) day.notice = named->second.notice;
  }
  return day;
}

bool Calendar::is_workday(Date date) const {
  if (!days_->knows(date))
    throw std::invalid_argument("whether " + to_string(date) +
                                " is a workday is not known; accepted: the days from " +
                                to_string(days_->first) + " to " + to_string(days_->last()));
  return is_worked(days_->kind(date));
}

Date Calendar::decreed_through() const { return Date{days_->notices.rbegin()->first, 12, 31}; }

Shifted Calendar::shift(Date date, Shift shift) const {
  if (shift.policy == ShiftPolicy::none || is_workday(date)) return {date, date, true};
  const bool back = shift.policy != ShiftPolicy::next_workday;
  const bool forth = shift.policy != ShiftPolicy::previous_workday;
  for (int days = 1; days <= shift.max_days; ++days) {
    if (back && is_workday(date - days)) return {date, date - days, true};
    if (forth && is_workday(date + days)) return {date, date + days, true};
  }
  return {date, date, false};
}

int Calendar::workdays_between(Period period) const {
  int workdays = 0;
  for (Date day = period.begin; day < period.end; day = day + 1)
    workdays += is_workday(day) ? 1 : 0;
  return workdays;
}

}  // namespace zhibu

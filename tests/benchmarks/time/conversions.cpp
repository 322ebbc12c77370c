// SPDX-License-Identifier: BSL-1.0
//
// Random days, to lunar dates and back, and whether they are worked.

#include <algorithm>
#include <memory>
#include <stdexcept>

#include <unicode/calendar.h>

#include "measure.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/lunar.hpp"

namespace time_benchmark {

using zhibu::Date;
using zhibu::LunarDate;

namespace {

const Date lunar_first{1901, 2, 19};
const Date lunar_last{2100, 12, 31};

std::int64_t lunar_number_of(const LunarDate& d) {
  return lunar_number(d.year(), d.month(), d.leap(), d.day());
}

// Measures `convert` from each of `from`.
template <class To, class From, class Convert, class Number>
void measure_each(benchmark::State& state, const std::vector<From>& from, To blank, Convert convert,
                  Number number, const Answers& of_zhibu = {}) {
  measure(
      state, std::vector<To>(from.size(), blank),
      [&](std::span<To> to) {
        std::ranges::transform(from, to.begin(), convert);
        return to.size();
      },
      number, of_zhibu);
}

std::vector<LunarDate> lunar_dates(const std::vector<Date>& days) {
  std::vector<LunarDate> lunar;
  for (const Date day : days) lunar.push_back(LunarDate::of(day));
  return lunar;
}

// What ICU keeps of a lunar date; its years are counted from 2637 BC.
struct IcuLunar {
  std::int32_t year;
  std::int32_t month;
  std::int32_t leap;
  std::int32_t day;
};
constexpr std::int32_t icu_epoch = 2637;

// ICU's Chinese calendar, for days that begin at midnight of UTC.
class IcuCalendar {
 public:
  IcuCalendar()
      : calendar_{icu::Calendar::createInstance(icu::TimeZone::createTimeZone("UTC"),
                                                icu::Locale{"zh@calendar=chinese"}, status_)} {
    if (U_FAILURE(status_)) throw std::runtime_error{"ICU has no Chinese calendar"};
  }

  IcuLunar lunar(Date day) {
    calendar_->setTime(day.serial() * milliseconds_a_day, status_);
    return {calendar_->get(UCAL_EXTENDED_YEAR, status_) - icu_epoch,
            calendar_->get(UCAL_MONTH, status_) + 1, calendar_->get(UCAL_IS_LEAP_MONTH, status_),
            calendar_->get(UCAL_DATE, status_)};
  }

  Date day(const IcuLunar& lunar) {
    calendar_->clear();
    calendar_->set(UCAL_EXTENDED_YEAR, lunar.year + icu_epoch);
    calendar_->set(UCAL_MONTH, lunar.month - 1);
    calendar_->set(UCAL_IS_LEAP_MONTH, lunar.leap);
    calendar_->set(UCAL_DATE, lunar.day);
    const double time = calendar_->getTime(status_);
    return Date::from_serial(static_cast<std::int64_t>(time / milliseconds_a_day));
  }

 private:
  static constexpr double milliseconds_a_day = 86400000;
  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<icu::Calendar> calendar_;
};

void zhibu_to_lunar(benchmark::State& state) {
  measure_each(
      state, random_days(lunar_first, lunar_last), LunarDate{2000, 1, 1},
      [](Date day) { return LunarDate::of(day); },
      [](const LunarDate& d) { return lunar_number_of(d); });
}

void zhibu_to_gregorian(benchmark::State& state) {
  measure_each(
      state, lunar_dates(random_days(lunar_first, lunar_last)), Date{},
      [](const LunarDate& d) { return d.to_date(); }, [](Date day) { return number_of(day); });
}

void icu_to_lunar(benchmark::State& state) {
  IcuCalendar calendar;
  const std::vector<Date> days = random_days(lunar_first, lunar_last);
  Answers of_zhibu;
  for (const LunarDate& d : lunar_dates(days)) of_zhibu.push_back(lunar_number_of(d));
  measure_each(
      state, days, IcuLunar{}, [&](Date day) { return calendar.lunar(day); },
      [](const IcuLunar& d) { return lunar_number(d.year, d.month, d.leap != 0, d.day); },
      of_zhibu);
}

void icu_to_gregorian(benchmark::State& state) {
  IcuCalendar calendar;
  const std::vector<Date> days = random_days(lunar_first, lunar_last);
  std::vector<IcuLunar> lunar;
  for (const LunarDate& d : lunar_dates(days))
    lunar.push_back({d.year(), d.month(), d.leap() ? 1 : 0, d.day()});
  Answers of_zhibu;
  for (const Date day : days) of_zhibu.push_back(day.serial());
  measure_each(
      state, lunar, Date{}, [&](const IcuLunar& d) { return calendar.day(d); },
      [](Date day) { return number_of(day); }, of_zhibu);
}

void zhibu_workday(benchmark::State& state) {
  const zhibu::Calendar calendar = zhibu::Calendar::china();
  measure_each(
      state, random_days(Date{2004, 1, 1}, Date{2026, 12, 31}), char{0},
      [&](Date day) { return static_cast<char>(calendar.is_workday(day)); },
      [](char worked) { return std::int64_t{worked}; });
}

}  // namespace

void register_lunar_conversions() {
  benchmark::RegisterBenchmark("zhibu/day to lunar", zhibu_to_lunar);
  benchmark::RegisterBenchmark("zhibu/lunar to day", zhibu_to_gregorian);
  benchmark::RegisterBenchmark("ICU/day to lunar", icu_to_lunar);
  benchmark::RegisterBenchmark("ICU/lunar to day", icu_to_gregorian);
}

void register_workdays() { benchmark::RegisterBenchmark("zhibu/is_workday", zhibu_workday); }

}  // namespace time_benchmark

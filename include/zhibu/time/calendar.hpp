// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "zhibu/export.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/day.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/shift.hpp"

namespace zhibu {

class CalendarDays;  // private to the library

// Which days are worked in China, and what is known of each.
//
//   Calendar calendar = Calendar::china();
//   calendar.is_workday(Date{2026, 10, 10});      // true: a make-up Saturday
//   calendar.day(Date{2027, 2, 6}).certainty;     // projected
//   calendar.shift(Date{2026, 1, 10}, {ShiftPolicy::nearest_workday, 7}).actual;  // 2026-01-09
//
// It holds the arrangements of the State Council for 2001 to 2026. A day that the arrangement of
// its year does not mention is decreed to be what the statute or else its weekday says. The
// arrangement of a year may reach back into the December before it, and is then known with it.
//
// Days of other years are projected from the statute in force on them, and from nothing else:
// neither the workdays on which a statutory day that falls on a weekend is made up for (article 6),
// nor the breaks of which the notice for 2025 tells the length, nor the weekends worked in return.
// Days before the law of 1999-09-18 and beyond 2200, where the lunar table ends, are unknown.
//
// A value, cheap to take from china() and to ask: no question allocates or locks, but for those
// that throw. Texts of its days live as long as it does.
class ZHIBU_EXPORT Calendar {
 public:
  Calendar(const Calendar& other);
  Calendar(Calendar&& other) noexcept;
  Calendar& operator=(const Calendar& other);
  Calendar& operator=(Calendar&& other) noexcept;
  ~Calendar();

  // The calendar of the law and the arrangements that stand in src/time/. The first call reads
  // them, in milliseconds; any later one takes nanoseconds.
  static Calendar china();

  // Reads a calendar's settings from a TOML file: `country = "china"`; `arrangements`, a list of
  // files as with_arrangement reads them, named from the folder of the settings; and local days as
  // `[[day]]` with `date`, `kind` (the keys of DayKind), `name` and `notice`, which are decreed,
  // and override what was there. Throws std::invalid_argument with file, line, what was found and
  // what would be accepted: also for a day that stands twice, or whose kind its weekday
  // contradicts.
  static Calendar load(const std::filesystem::path& file);

  // A copy in which the arrangement of a further year, or a corrected one, is decreed.
  //
  // Reads either JSON in the form in which holiday-cn and others pass arrangements on,
  //
  //   {"year": 2027, "papers": ["https://…"],
  //    "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}, …]}
  //
  // of which `papers` may be left out, and other keys are not looked at; or the list of days alone,
  // which is of the year that most of them lie in; or CSV of the columns year, date, kind, name and
  // notice (src/time/arrangements.csv). The notice of JSON is the first of `papers`.
  //
  // In JSON the kind of a day follows: off, it is a statutory holiday where the law says so, else a
  // swapped holiday on a weekday and a weekend of the break on another; worked, it is a make-up
  // workday on a weekend. In both forms Saturdays and Sundays that touch a day off belong to its
  // break, whether they are named or not. Days that are not named become what the statute or else
  // their weekday says.
  //
  // Throws std::invalid_argument that names the file and all that is wrong with it: also a day that
  // stands twice or lies outside the year, the December before and the January after it, and a day
  // off by the law that is missing or worked, as the file is then not the arrangement of its year.
  Calendar with_arrangement(const std::filesystem::path& file) const;

  // What the calendar knows of a day; where it knows nothing, that it is unknown.
  Day day(Date date) const&;
  Day day(Date date) const&& = delete;  // its texts would not outlive the calendar

  // Whether a day is worked. Throws std::invalid_argument for a day of which nothing is known, and
  // says what is.
  bool is_workday(Date date) const;

  // The last day of the last year whose arrangement is known. A year before which one is missing
  // does not count.
  Date decreed_through() const;

  // Moves a day to a workday. nearest_workday takes the earlier of two that are equally near. With
  // the policy `none` no day is looked at; otherwise throws as is_workday does.
  Shifted shift(Date date, Shift shift) const;

  // How many workdays the period has. Throws as is_workday does. As quick for years as for days.
  int workdays_between(Period period) const;

  // The n-th workday after a day, or before it where `n` is negative; 0 gives the day itself,
  // whatever it is. Throws as is_workday does, also where the n-th lies beyond what is known.
  //
  //   calendar.add_workdays(Date{2026, 9, 30}, 3);   // 2026-10-10
  //   calendar.add_workdays(Date{2026, 10, 8}, -1);  // 2026-09-30
  Date add_workdays(Date day, int n) const;

  // The n-th workday of a period, or the n-th from its end where `n` is negative; nothing where it
  // has not so many. Throws std::invalid_argument where `n` is 0, and as is_workday does.
  std::optional<Date> nth_workday(Period period, int n) const;

  // Whether both say the same of every day.
  friend ZHIBU_EXPORT bool operator==(const Calendar& a, const Calendar& b);

 private:
  friend class CalendarArchive;  // private to the library
  explicit Calendar(const CalendarDays& china);
  explicit Calendar(CalendarDays&& own);

  std::unique_ptr<const CalendarDays> own_;  // nothing for china()
  const CalendarDays* days_;                 // its own, or those of china()
};

}  // namespace zhibu

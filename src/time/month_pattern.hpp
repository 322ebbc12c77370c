// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "time/month_mask.hpp"
#include "time/months.hpp"
#include "time/rrule.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// The days of a rule that goes by months or years: which months it visits, and a mask of days for
// each kind of month. To find a day it goes to the month and looks at its mask, whatever the age of
// the start.
class MonthPattern {
 public:
  // The days of a completed rule from `start` on, to `last`; a COUNT ends them earlier.
  MonthPattern(RRule rule, Date start, std::int32_t last);

  std::int32_t last() const { return last_; }
  // Whether there is no day at all: decided by one turn of the calendar, after which all repeats,
  // or by the end of the lunar table.
  bool empty() const { return !first_; }
  // Whether their last day is known to be the last: a COUNT ended them, or no month of any kind has
  // a day.
  bool ends_of_itself() const { return counted_out_ || impossible_; }

  // Writes the days from `from` to `to`, as many as fit, and returns how many.
  std::size_t fill(std::span<Date> days, std::int32_t from, std::int32_t to) const;
  std::optional<std::int32_t> previous(std::int32_t before) const;
  // How many there are from `begin` up to, not including, `end`.
  std::size_t count(std::int32_t begin, std::int32_t end) const;
  // A number that they do not exceed, at once.
  std::size_t at_most(std::int32_t begin, std::int32_t end) const;

 private:
  // A month that the rule visits, and its place in the list.
  struct Visit {
    int month = 0;
    std::size_t nth = 0;
  };
  Visit first_visit_from(int month) const;
  Visit following(Visit v) const;
  Visit preceding(Visit v) const;  // lies before base_ where there is none
  void list_gaps();

  void visit_gregorian(int month_of_start);
  void visit_lunar(int month_of_start);
  void mask_kinds();
  void mask_years();
  void mask_lunar_years(int year_of_start);
  void find_first();
  void end_after(int count);
  bool is_named(int month_number) const;

  MonthMask mask(int month, MonthRow row) const;
  // What of it lies from `from` to `to`.
  MonthMask part(int month, MonthRow row, std::int32_t from, std::int32_t to) const;
  MonthMask on_grid(std::int32_t day_0) const;
  MonthMask picked_of_weeks(std::int32_t day_0, int length) const;
  std::vector<std::int32_t> picked_of_week(std::int32_t begin) const;

  // Calls each(day_0, mask) for the visited months with days from `from` to `to`, until it says
  // false.
  template <class Each>
  void walk(std::int32_t from, std::int32_t to, Each each) const;

  RRule rule_;
  Months months_;
  std::int32_t start_;
  std::int32_t last_;
  std::optional<std::int32_t> first_;
  bool impossible_ = false;
  bool counted_out_ = false;

  // The months that the rule visits: those of the list, counted from the base, and the same again
  // after each cycle.
  int base_ = 0;
  int cycle_ = 0;
  std::vector<int> list_;
  std::vector<int> gaps_;  // from each of them to the next

  std::vector<MonthMask> masks_;  // by MonthRow::key, or by month where the years were masked
  bool masks_by_month_ = false;
  bool plain_ = true;  // a mask is all there is to a month
  bool spills_ =
      false;      // SKIP may move days to a month beside theirs, where they may stand already
  int most_ = 0;  // days that a month has at the most

  // Every `every_`-th day or week from `origin_` on, where the rule leaves some out.
  int unit_ = 1;
  int every_ = 1;
  std::int32_t origin_ = 0;
  bool picks_of_weeks_ = false;  // BYSETPOS is to be taken of each week
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/shift.hpp"

#include <algorithm>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "zhibu/time/calendar.hpp"

namespace zhibu {
namespace {

const Calendar& china() {
  static const Calendar calendar = Calendar::china();
  return calendar;
}

TEST(Shift, MovesTheStudyDayOf2026) {
  const Shift nearest{ShiftPolicy::nearest_workday, 7};
  const struct {
    Date nominal, actual;
  } cases[] = {
      {Date{2026, 1, 10}, Date{2026, 1, 9}},     // Saturday
      {Date{2026, 5, 10}, Date{2026, 5, 9}},     // Sunday, after a make-up Saturday
      {Date{2026, 10, 10}, Date{2026, 10, 10}},  // a make-up Saturday is worked
      {Date{2026, 3, 10}, Date{2026, 3, 10}},
  };
  for (const auto& c : cases) {
    const Shifted shifted = china().shift(c.nominal, nearest);
    EXPECT_TRUE(shifted.within_limit);
    EXPECT_EQ(shifted.nominal, c.nominal);
    EXPECT_EQ(shifted.actual, c.actual);
  }
}

TEST(Shift, GoesOnlyWhereItsPolicyAllows) {
  const Date sunday{2017, 9, 10};
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::none, 7}).actual, sunday);
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::previous_workday, 7}).actual, (Date{2017, 9, 8}));
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::next_workday, 7}).actual, (Date{2017, 9, 11}));
  EXPECT_EQ(china().shift(sunday, {ShiftPolicy::nearest_workday, 7}).actual, (Date{2017, 9, 11}));
}

TEST(Shift, TakesTheEarlierOfTwoEquallyNear) {
  const Date qingming{2027, 4, 5};  // a Monday: Friday and Tuesday are 3 and 1 days away
  EXPECT_EQ(china().shift(qingming, {ShiftPolicy::nearest_workday, 7}).actual, (Date{2027, 4, 6}));
  const Date labour_day{2024, 5, 1};
  const Shifted shifted = china().shift(labour_day, {ShiftPolicy::nearest_workday, 7});
  EXPECT_EQ(shifted.actual, (Date{2024, 4, 30}));
  const Date wednesday_off{2014, 1, 1};  // 2013-12-31 and 2014-01-02 were both worked
  EXPECT_EQ(china().shift(wednesday_off, {ShiftPolicy::nearest_workday, 7}).actual,
            (Date{2013, 12, 31}));
}

TEST(Shift, SaysWhenNoWorkdayIsNearEnough) {
  const Date spring_festival{2026, 2, 17};
  const Shifted short_of = china().shift(spring_festival, {ShiftPolicy::next_workday, 6});
  EXPECT_FALSE(short_of.within_limit);
  EXPECT_EQ(short_of.actual, spring_festival);
  const Shifted enough = china().shift(spring_festival, {ShiftPolicy::next_workday, 7});
  EXPECT_TRUE(enough.within_limit);
  EXPECT_EQ(enough.actual, (Date{2026, 2, 24}));
}

static_assert(Shift{ShiftPolicy::next_workday, 7} == Shift{ShiftPolicy::next_workday, 7, false});
static_assert(Shifted{Date{}, Date{}} == Shifted{Date{}, Date{}, true, Certainty::decreed});

TEST(Shift, StaysInItsMonthWhereItMust) {
  const struct {
    Date nominal;
    ShiftPolicy policy;
    Date actual;
  } cases[] = {
      // Saturday and Sunday end the month: next would be 1 June
      {Date{2026, 5, 30}, ShiftPolicy::next_workday, Date{2026, 5, 29}},
      {Date{2026, 5, 31}, ShiftPolicy::next_workday, Date{2026, 5, 29}},
      {Date{2026, 5, 31}, ShiftPolicy::nearest_workday, Date{2026, 5, 29}},
      // The month begins with a break: previous would be 30 September
      {Date{2026, 10, 1}, ShiftPolicy::previous_workday, Date{2026, 10, 8}},
      {Date{2026, 10, 1}, ShiftPolicy::nearest_workday, Date{2026, 10, 8}},
      // Nothing leads out of the month
      {Date{2026, 10, 11}, ShiftPolicy::previous_workday, Date{2026, 10, 10}},
      {Date{2026, 10, 11}, ShiftPolicy::next_workday, Date{2026, 10, 12}},
      {Date{2026, 10, 10}, ShiftPolicy::next_workday, Date{2026, 10, 10}},
  };
  for (const auto& c : cases) {
    const Shifted shifted = china().shift(c.nominal, {c.policy, 7, true});
    EXPECT_TRUE(shifted.within_limit) << to_string(c.nominal);
    EXPECT_EQ(shifted.actual, c.actual) << to_string(c.nominal) << ' ' << key(c.policy);
  }
}

TEST(Shift, IsNotTurnedRoundByItsLimit) {
  const Date national_day{2026, 10, 1};
  const Shifted out = china().shift(national_day, {ShiftPolicy::previous_workday, 6, true});
  EXPECT_FALSE(out.within_limit);  // the 8th is 7 days away
  EXPECT_EQ(out.actual, national_day);
  const Date spring_festival{2026, 2, 17};  // the 14th is 3 days before, the 24th 7 days after
  EXPECT_FALSE(china().shift(spring_festival, {ShiftPolicy::next_workday, 6, true}).within_limit);
}

TEST(Shift, IsAsCertainAsTheLeastCertainDayThatItLookedAt) {
  const Shift next{ShiftPolicy::next_workday, 7};
  const struct {
    Date nominal;
    Shift shift;
    Certainty certainty;
  } cases[] = {
      {Date{2026, 12, 31}, next, Certainty::decreed},
      {Date{2027, 1, 1}, {ShiftPolicy::previous_workday, 7}, Certainty::projected},
      {Date{2027, 1, 4}, next, Certainty::projected},
      {Date{2000, 12, 31}, next, Certainty::decreed},  // by the arrangement of 2001
      {Date{2027, 1, 1}, {ShiftPolicy::none, 7}, Certainty::decreed},
      {Date{1990, 1, 1}, {ShiftPolicy::none, 7}, Certainty::decreed},
  };
  for (const auto& c : cases)
    EXPECT_EQ(china().shift(c.nominal, c.shift).certainty, c.certainty) << to_string(c.nominal);
}

TEST(Shift, LooksAtNoOtherMonthWhereItStaysInItsOwn) {
  const Date first_known{1999, 9, 18};  // a Saturday: the day before is unknown
  const Shift back{ShiftPolicy::previous_workday, 7};
  EXPECT_THROW(china().shift(first_known, back), std::invalid_argument);
  const Date new_year{2027, 1, 1};  // a projected day off; 31 December is decreed, and not asked
  EXPECT_EQ(china().shift(new_year, {ShiftPolicy::previous_workday, 7, true}).actual,
            (Date{2027, 1, 4}));
}

RC_GTEST_PROP(Shift, LandsOnAWorkdayOrSaysThatThereIsNone, ()) {
  const Date day =
      Date::from_serial(*rc::gen::inRange(Date(2001, 1, 10).serial(), Date(2030, 1, 1).serial()));
  const Shift shift{static_cast<ShiftPolicy>(*rc::gen::inRange(1, 4)), *rc::gen::inRange(0, 12)};
  const Shifted shifted = china().shift(day, shift);
  RC_ASSERT(china().is_workday(shifted.actual) == shifted.within_limit);
  RC_ASSERT(std::abs(shifted.actual - day) <= shift.max_days);
  RC_ASSERT(!china().is_workday(day) || shifted.actual == day);
}

// What the policies mean, by trying all days.
Shifted tried(Date day, Shift shift) {
  const Period month = span_of(Span::month, day);
  const auto first = [&](int way, int most) {
    for (int days = 0; days <= most; ++days) {
      if (shift.within_month && !month.contains(day + way * days)) return 0;
      if (china().is_workday(day + way * days)) return way * days;
    }
    return 0;
  };
  if (shift.policy == ShiftPolicy::none || china().is_workday(day)) return {day, day};
  const int most = shift.within_month ? 31 : shift.max_days;
  const int back = first(-1, most), forth = first(1, most);
  int steps = shift.policy == ShiftPolicy::next_workday ? forth : back;
  if (shift.policy == ShiftPolicy::nearest_workday)
    steps = back == 0 || (forth != 0 && forth < -back) ? forth : back;
  else if (steps == 0 && shift.within_month)
    steps = back + forth;
  if (steps == 0 || std::abs(steps) > shift.max_days) return {day, day, false};
  return {day, day + steps};
}

RC_GTEST_PROP(Shift, LandsWhereTryingAllDaysLands, ()) {
  const Date day =
      Date::from_serial(*rc::gen::inRange(Date(2001, 1, 10).serial(), Date(2026, 12, 1).serial()));
  const Shift shift{static_cast<ShiftPolicy>(*rc::gen::inRange(0, 4)), *rc::gen::inRange(0, 12),
                    *rc::gen::arbitrary<bool>()};
  RC_ASSERT(china().shift(day, shift) == tried(day, shift));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/quota.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

using Days = std::vector<Date>;

const Period year_2026{Date{2026, 1, 1}, Date{2027, 1, 1}};
const Period february{Date{2026, 2, 1}, Date{2026, 3, 1}};  // the shortest there is
const Quota lectures{.times = 1, .per = Span::quarter};
const Quota study{.times = 4, .per = Span::year, .days_apart = 30};

TEST(Quota, CountsDaysThatLieFarEnoughApart) {
  const Date first{2026, 1, 1};
  EXPECT_EQ(counting_days(study, Days{first, {2026, 1, 30}}, year_2026), Days{first});
  EXPECT_EQ(counting_days(study, Days{first, {2026, 1, 31}}, year_2026),
            (Days{first, {2026, 1, 31}}));
}

TEST(Quota, CountsTwoMeetingsOfOneDayTwiceUnlessItAsksForDifferentDays) {
  const Days twice{{2026, 3, 5}, {2026, 3, 5}};
  EXPECT_EQ(counting_days({2, Span::month, 0}, twice, year_2026), twice);
  EXPECT_EQ(counting_days({2, Span::month, 1}, twice, year_2026), (Days{{2026, 3, 5}}));
  EXPECT_EQ(counting_days({2, Span::month, 1}, Days{{2026, 3, 5}, {2026, 3, 6}}, year_2026).size(),
            2U);
}

TEST(Quota, CountsTheFirstAndTheLastDayOfTheWindowAndNotTheNext) {
  const Days held{{2025, 12, 31}, {2026, 1, 1}, {2026, 12, 31}, {2027, 1, 1}};
  EXPECT_EQ(counting_days(study, held, year_2026), (Days{{2026, 1, 1}, {2026, 12, 31}}));
}

TEST(Quota, TakesTheDaysInAnyOrder) {
  const Days held{{2026, 3, 1}, {2026, 1, 1}, {2026, 1, 30}, {2026, 1, 31}};
  EXPECT_EQ(counting_days(study, held, year_2026), (Days{{2026, 1, 1}, {2026, 1, 31}}));
}

TEST(Quota, KeepsTheDistanceWithinEachSpanAlone) {
  const Days held{{2025, 12, 31}, {2026, 1, 1}};
  const std::vector<QuotaTally> years = tally(study, held, parse_period("2025-01-01..2026-12-31"));
  ASSERT_EQ(years.size(), 2U);
  EXPECT_EQ(years[0].counted, 1);
  EXPECT_EQ(years[1].counted, 1);
}

TEST(Quota, IsTalliedSpanBySpan) {
  const Days held{{2026, 8, 20}, {2026, 3, 31}, {2026, 7, 1}, {2025, 12, 31}, {2027, 1, 1}};
  EXPECT_EQ(tally(lectures, held, year_2026),
            (std::vector<QuotaTally>{
                {parse_period("2026-Q1"), {{2026, 3, 31}}, 1, 0},
                {parse_period("2026-Q2"), {}, 0, 1},
                {parse_period("2026-Q3"), {{2026, 7, 1}, {2026, 8, 20}}, 2, 0},
                {parse_period("2026-Q4"), {}, 0, 1},
            }));
}

TEST(Quota, IsTalliedInWholeSpansOnly) {
  const Days held{{2026, 1, 15}, {2026, 5, 1}};
  const std::vector<QuotaTally> quarters =
      tally(lectures, held, parse_period("2026-01-02..2026-06-30"));
  ASSERT_EQ(quarters.size(), 1U);
  EXPECT_EQ(title(quarters[0].window), "2026-Q2");
  EXPECT_EQ(quarters[0].missing, 0);
  EXPECT_TRUE(tally(lectures, held, parse_period("2026-03")).empty());
  EXPECT_TRUE(tally(lectures, held, {}).empty());
}

TEST(Quota, IsDueEarlyEnoughForThoseThatMustFollow) {
  const Quota two{2, Span::year, 30};
  const struct {
    Quota quota;
    Days held;
    std::optional<Date> due;
  } cases[] = {
      {{1, Span::year, 0}, {}, Date{2026, 12, 31}},
      {{4, Span::year, 0}, {}, Date{2026, 12, 31}},  // all on one day
      {{4, Span::year, 1}, {}, Date{2026, 12, 28}},
      {study, {}, Date{2026, 10, 2}},
      {study, {{2026, 5, 6}}, Date{2026, 11, 1}},
      {study, {{2026, 5, 6}, {2026, 5, 7}}, Date{2026, 11, 1}},  // the second does not count
      {two, {}, Date{2026, 12, 1}},
      {two, {{2026, 5, 6}}, Date{2026, 12, 31}},
      {two, {{2026, 5, 6}, {2026, 9, 1}}, std::nullopt},
  };
  for (const auto& c : cases)
    EXPECT_EQ(due_by(c.quota, c.held, year_2026), c.due)
        << to_string(c.quota) << " with " << c.held.size();
}

TEST(Quota, WasDueBeforeTheOneThatWasHeldTooLate) {
  const Quota two{2, Span::year, 30};
  EXPECT_EQ(due_by(two, Days{{2026, 12, 1}}, year_2026), (Date{2026, 12, 31}));
  EXPECT_EQ(due_by(two, Days{{2026, 12, 2}}, year_2026), (Date{2026, 12, 1}));
  EXPECT_EQ(due_by(two, Days{{2026, 12, 20}}, year_2026), (Date{2026, 12, 1}));
}

TEST(Quota, ThatJustFitsIsDueOnTheFirstDay) {
  EXPECT_EQ(due_by({2, Span::month, 27}, {}, february), (Date{2026, 2, 1}));
  EXPECT_EQ(due_by({28, Span::month, 1}, {}, february), (Date{2026, 2, 1}));
  EXPECT_EQ(due_by({13, Span::month, 2}, {}, february), (Date{2026, 2, 4}));
}

TEST(Quota, IsDueInAWholeSpanOfItsKindOnly) {
  EXPECT_THROW(due_by(lectures, {}, year_2026), std::invalid_argument);
  EXPECT_THROW(due_by(lectures, {}, parse_period("2026-01-02..2026-03-31")), std::invalid_argument);
  EXPECT_THROW(due_by(lectures, {}, since(Date{2026, 1, 1})), std::invalid_argument);
  EXPECT_THROW(due_by(lectures, {}, Period{}), std::invalid_argument);
  EXPECT_EQ(due_by(lectures, {}, parse_period("2026-Q1")), (Date{2026, 3, 31}));
}

TEST(Quota, IsWrittenAndReadBack) {
  const struct {
    Quota quota;
    const char* text;
  } cases[] = {
      {{}, "1 per year"},
      {{1, Span::month, 0}, "1 per month"},
      {{2, Span::half_year, 1}, "2 per half_year, 1 days apart"},
      {lectures, "1 per quarter"},
      {study, "4 per year, 30 days apart"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(to_string(c.quota), c.text);
    EXPECT_EQ(parse_quota(c.text), c.quota) << c.text;
  }
  EXPECT_EQ(parse_quota("4 per 年"), (Quota{.times = 4}));
}

TEST(Quota, IsSaidInTheWordsOfTheField) {
  const struct {
    Quota quota;
    const char* zh;
    const char* en;
  } cases[] = {
      {lectures, "每季度至少1次", "at least once a quarter"},
      {{2, Span::half_year, 0}, "每半年至少2次", "at least 2 times a half-year"},
      {{2, Span::month, 1},
       "每月至少2次，不在同一天",
       "at least 2 times a month, on different days"},
      {study, "每年至少4次，间隔不少于30天", "at least 4 times a year, at least 30 days apart"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(describe(c.quota), c.zh);
    EXPECT_EQ(describe(c.quota, Language::en), c.en);
  }
}

template <class F>
std::string refusal(F asked) {
  try {
    asked();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "accepted";
}

TEST(Quota, ThatNobodyCanMeetIsRefusedWithWhatWouldBeAccepted) {
  const struct {
    Quota quota;
    const char* said;
  } cases[] = {
      {{0, Span::month, 0}, "'0 per month'; accepted: 1 time or more"},
      {{1, Span::month, -1}, "'1 per month, -1 days apart'; accepted: 0 days apart or more"},
      {{13, Span::month, 30}, "accepted: at most 2 days apart, or at most 1 time"},
      {{2, Span::month, 28}, "accepted: at most 27 days apart, or at most 1 time"},
      {{4, Span::quarter, 30}, "accepted: at most 29 days apart, or at most 3 times"},
      {{3, Span::half_year, 91}, "accepted: at most 90 days apart, or at most 2 times"},
      {{366, Span::year, 1}, "accepted: at most 0 days apart, or at most 365 times"},
      {{2, Span::year, 365}, "accepted: at most 364 days apart, or at most 1 time"},
  };
  for (const auto& c : cases) {
    for (const std::string& said :
         {refusal([&] { counting_days(c.quota, {}, february); }),
          refusal([&] { tally(c.quota, {}, february); }),
          refusal([&] { due_by(c.quota, {}, february); }), refusal([&] { to_string(c.quota); }),
          refusal([&] { describe(c.quota); })})
      EXPECT_NE(said.find(c.said), std::string::npos) << said;
  }
  EXPECT_NE(refusal([] { parse_quota("13 per month, 30 days apart"); }).find("at most 1 time"),
            std::string::npos);
}

TEST(Quota, MayAskForAnyNumberOfOneDayOrAnyDistanceOfOneTime) {
  constexpr int most = std::numeric_limits<int>::max();
  EXPECT_EQ(due_by({most, Span::month, 0}, {}, february), february.last());
  EXPECT_EQ(due_by({1, Span::month, most}, {}, february), february.last());
  EXPECT_EQ(counting_days({1, Span::month, most}, Days{{2026, 2, 1}, {2026, 2, 28}}, february),
            (Days{{2026, 2, 1}}));
}

TEST(Quota, RefusesATextThatIsNone) {
  for (const char* text :
       {"", "4", "4/year", "four per year", "4 per ", " per year", "4 per week", "4  per year",
        "4 per year,30 days apart", "4 per year, 30 days", "4 per year, days apart",
        "4 per year, x days apart", "4 per year, 30 days apart ", "99999999999 per year"})
    EXPECT_NE(refusal([&] { parse_quota(text); }).find("accepted: "), std::string::npos) << text;
}

// What the definition says, tried out: the most of `days` that can be chosen two by two far enough
// apart.
std::size_t most_of(const Days& days, int days_apart) {
  std::size_t most = 0;
  for (unsigned choice = 0; choice < 1U << days.size(); ++choice) {
    Days chosen;
    for (std::size_t i = 0; i < days.size(); ++i)
      if ((choice >> i & 1U) != 0) chosen.push_back(days[i]);
    std::ranges::sort(chosen);
    const bool far = std::ranges::adjacent_find(chosen, [=](Date a, Date b) {
                       return b - a < days_apart;
                     }) == chosen.end();
    if (far) most = std::max(most, chosen.size());
  }
  return most;
}

Days any_days(Period window, int beyond, int most) {
  Days days;
  for (int n = *rc::gen::inRange(0, most + 1); n > 0; --n)
    days.push_back(window.begin + *rc::gen::inRange(-beyond, window.days() + beyond));
  return days;
}

// A quota that there is, in a month.
Quota any_quota() {
  const int times = *rc::gen::inRange(1, 7);
  const int days_apart = *rc::gen::inRange(0, times == 1 ? 30 : 27 / (times - 1) + 1);
  return {times, Span::month, days_apart};
}

RC_GTEST_PROP(Quota, CountsAsManyDaysAsAnyChoiceOfThem, ()) {
  const Quota quota = any_quota();
  const Days held = any_days(february, 0, 9);
  RC_ASSERT(counting_days(quota, held, february).size() == most_of(held, quota.days_apart));
}

RC_GTEST_PROP(Quota, CountsDaysThatWereHeldInTheWindowAndLieApart, ()) {
  const Quota quota = any_quota();
  const Days held = any_days(february, 20, 30);
  const Days days = counting_days(quota, held, february);
  for (const Date day : days) {
    RC_ASSERT(february.contains(day));
    RC_ASSERT(std::ranges::count(days, day) <= std::ranges::count(held, day));
  }
  for (std::size_t i = 1; i < days.size(); ++i)
    RC_ASSERT(days[i] - days[i - 1] >= quota.days_apart);
}

RC_GTEST_PROP(Quota, TallyIsTheCountOfEachSpan, ()) {
  Quota quota = any_quota();
  quota.per = static_cast<Span>(*rc::gen::inRange(0, 4));
  const Days held = any_days(year_2026, 400, 40);
  const Period period{year_2026.begin - *rc::gen::inRange(0, 500),
                      year_2026.begin + *rc::gen::inRange(0, 800)};
  std::vector<QuotaTally> expected;
  for (const Period window : spans(quota.per, period)) {
    const Days days = counting_days(quota, held, window);
    const int counted = static_cast<int>(days.size());
    expected.push_back({window, days, counted, std::max(0, quota.times - counted)});
  }
  RC_ASSERT(tally(quota, held, period) == expected);
}

// As many days as there can be if from `day` on all are used, besides those held.
int most_from(Date day, const Quota& quota, const Days& held, Period window) {
  Days all = held;
  for (Date d = day; d < window.end; d = d + 1) all.insert(all.end(), std::size_t(quota.times), d);
  return static_cast<int>(counting_days(quota, all, window).size());
}

RC_GTEST_PROP(Quota, IsDueOnTheLastDayFromWhichItCanBeMet, ()) {
  const Quota quota = any_quota();
  const Days held = any_days(february, 10, 5);
  const std::optional<Date> due = due_by(quota, held, february);
  if (due) {
    RC_ASSERT(february.contains(*due));
    RC_ASSERT(most_from(*due, quota, held, february) >= quota.times);
    RC_ASSERT(most_from(*due + 1, quota, held, february) < quota.times);
  } else {
    RC_ASSERT(most_from(february.end, quota, held, february) >= quota.times);
  }
}

RC_GTEST_PROP(Quota, ReadsWhatItWrites, ()) {
  Quota quota = any_quota();
  quota.per = static_cast<Span>(*rc::gen::inRange(0, 4));
  RC_ASSERT(parse_quota(to_string(quota)) == quota);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/timeline.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Names = Timeline<std::string>;
using Entry = Names::Entry;

template <class T>
concept TellsItsHistory = requires(T timeline) {
  std::forward<T>(timeline).history();
};
static_assert(TellsItsHistory<const Names&> && !TellsItsHistory<Names>,
              "a history is not looked at when its timeline has gone");

const Date founded{2012, 3, 1};
const Date reformed{2019, 3, 1};
const Date ended{2020, 1, 1};

std::vector<Entry> entries(const Names& names) {
  return {names.history().begin(), names.history().end()};
}

TEST(Timeline, HoldsFromItsFirstDayOn) {
  const Names name{since(founded), "县卫生局党支部"};
  EXPECT_EQ(name.at(founded - 1), std::nullopt);
  EXPECT_EQ(name.at(founded), "县卫生局党支部");
  EXPECT_EQ(name.at(Date::last() - 1), "县卫生局党支部");
}

TEST(Timeline, WithoutADayHoldsNothing) {
  const Names name{Period{founded, founded}, "甲"};
  EXPECT_THAT(name.history(), IsEmpty());
  EXPECT_EQ(Names{}.at(founded), std::nullopt);
}

TEST(Timeline, AChangeEndsWhatWasBeforeOnTheDayBefore) {
  Names name{since(founded), "县卫生局党支部"};
  name.change(reformed, "县卫健局党支部");
  EXPECT_EQ(name.at(reformed - 1), "县卫生局党支部");
  EXPECT_EQ(name.at(reformed), "县卫健局党支部");
  EXPECT_EQ(name.history().size(), 2u);
}

TEST(Timeline, OfTwoChangesForOneDayTheLastEnteredHolds) {
  Names name{since(founded), "甲"};
  name.change(reformed, "乙");
  name.change(reformed, "丙");
  EXPECT_THAT(entries(name),
              ElementsAre(Entry{{founded, reformed}, "甲"}, Entry{since(reformed), "丙"}));
}

TEST(Timeline, ABackdatedChangeHoldsUpToTheNextThatIsKnown) {
  Names name{since(founded), "甲"};
  name.change(reformed, "丙");
  name.change(reformed - 10, "乙");
  EXPECT_THAT(entries(name),
              ElementsAre(Entry{{founded, reformed - 10}, "甲"},
                          Entry{{reformed - 10, reformed}, "乙"}, Entry{since(reformed), "丙"}));
}

TEST(Timeline, AChangeLastsAsLongAsWhatItChanges) {
  Names name{{founded, ended}, "甲"};
  name.change(reformed, "乙");
  EXPECT_EQ(name.at(ended - 1), "乙");
  EXPECT_EQ(name.at(ended), std::nullopt);
}

TEST(Timeline, AChangeWhereNothingHeldHasNoEndUpToTheNext) {
  Names name{{founded, reformed}, "甲"};
  name.change(ended, "丙");
  EXPECT_EQ(name.at(ended - 1), std::nullopt);
  EXPECT_EQ(name.at(Date::last() - 1), "丙");
  name.change(founded - 1, "早");
  EXPECT_THAT(entries(name),
              ElementsAre(Entry{{founded - 1, founded}, "早"}, Entry{{founded, reformed}, "甲"},
                          Entry{since(ended), "丙"}));
}

// Admidio #1456: one who comes back has two intervals, and none in between.
TEST(Timeline, WhatEndsAndBeginsAgainLeavesAGap) {
  Names name{{founded, reformed}, "甲"};
  name.put(since(ended), "甲");
  EXPECT_EQ(name.at(reformed - 1), "甲");
  EXPECT_EQ(name.at(reformed), std::nullopt);
  EXPECT_EQ(name.at(ended - 1), std::nullopt);
  EXPECT_EQ(name.at(ended), "甲");
}

TEST(Timeline, PuttingAPeriodSplitsWhatLastsOnBothSides) {
  Names name{since(founded), "甲"};
  name.put({reformed, ended}, "乙");
  EXPECT_THAT(entries(name),
              ElementsAre(Entry{{founded, reformed}, "甲"}, Entry{{reformed, ended}, "乙"},
                          Entry{since(ended), "甲"}));
}

TEST(Timeline, EndsAlsoWhatWasEnteredForLater) {
  Names name{since(founded), "甲"};
  name.change(ended, "乙");
  name.end(reformed);
  EXPECT_THAT(entries(name), ElementsAre(Entry{{founded, reformed}, "甲"}));
  name.end(founded);
  EXPECT_EQ(name, Names{});
}

// A timeline, told day by day.
constexpr std::size_t days = 60;
using Told = std::vector<std::optional<int>>;

Date day(std::size_t n) { return founded + static_cast<int>(n); }

// What is done to it: 0 change, 1 put, 2 clear, 3 end.
struct Step {
  int what;
  std::size_t from;
  std::size_t length;
  int value;
};

// The last day told stands for all that follow, as what lasts has no end among them.
void change(Told& told, std::size_t from, int value, const std::vector<std::size_t>& begins) {
  std::size_t end = days;
  if (told[from])
    for (std::size_t n = from + 1; n < days && end == days; ++n)
      if (!told[n]) end = n;
  for (const std::size_t begin : begins)
    if (begin > from && begin < end) end = begin;
  for (std::size_t n = from; n < end; ++n) told[n] = value;
}

void apply(const Step& step, Timeline<int>& line, Told& told) {
  std::vector<std::size_t> begins;
  for (const auto& entry : line.history())
    begins.push_back(static_cast<std::size_t>(entry.period.begin - founded));
  const std::size_t end = std::min(days, step.from + step.length);
  const Period period{day(step.from), end == days ? Date::last() : day(end)};
  if (step.what == 0) {
    line.change(day(step.from), step.value);
    change(told, step.from, step.value, begins);
    return;
  }
  if (step.what == 1) line.put(period, step.value);
  if (step.what == 2) line.clear(period);
  if (step.what == 3) line.end(day(step.from));
  const std::optional<int> now = step.what == 1 ? std::optional{step.value} : std::nullopt;
  for (std::size_t n = step.from; n < (step.what == 3 ? days : end); ++n) told[n] = now;
}

RC_GTEST_PROP(TimelineProperty, IsWhatItWouldBeToldDayByDay, ()) {
  const int count = *rc::gen::inRange(0, 25);
  Timeline<int> line;
  Told told(days);
  for (int i = 0; i < count; ++i) {
    apply({*rc::gen::inRange(0, 4), *rc::gen::inRange<std::size_t>(0, days),
           *rc::gen::inRange<std::size_t>(0, 30), i},
          line, told);
    for (std::size_t n = 0; n < days; ++n) RC_ASSERT(line.at(day(n)) == told[n]);
  }
  const auto history = line.history();
  for (std::size_t i = 0; i < history.size(); ++i) {
    RC_ASSERT(!history[i].period.empty());
    const Date before = i == 0 ? Date::first() : history[i - 1].period.end;
    RC_ASSERT(before <= history[i].period.begin);
  }
}

// Names by the days since when they hold: in whatever order they are entered, each holds up to the
// next.
RC_GTEST_PROP(TimelineProperty, ChangesForDifferentDaysMayBeEnteredInAnyOrder, ()) {
  const auto set =
      *rc::gen::container<std::set<std::size_t>>(rc::gen::inRange<std::size_t>(1, days));
  const std::vector<std::size_t> in_order{set.begin(), set.end()};
  std::vector<std::size_t> shuffled = in_order;
  for (std::size_t i = shuffled.size(); i > 1; --i)
    std::swap(shuffled[i - 1], shuffled[*rc::gen::inRange<std::size_t>(0, i)]);

  Timeline<std::size_t> one{since(day(0)), 0};
  Timeline<std::size_t> other{since(day(0)), 0};
  for (const std::size_t n : in_order) one.change(day(n), n);
  for (const std::size_t n : shuffled) other.change(day(n), n);
  RC_ASSERT(one == other);
  RC_ASSERT(one.history().size() == in_order.size() + 1);
}

}  // namespace
}  // namespace zhibu

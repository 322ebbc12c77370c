// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/period.hpp"

#include <stdexcept>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

const Period year_2017{Date{2017, 1, 1}, Date{2018, 1, 1}};

TEST(Period, HoldsItsFirstDayAndNotItsEnd) {
  EXPECT_FALSE(year_2017.contains(Date{2016, 12, 31}));
  EXPECT_TRUE(year_2017.contains(Date{2017, 1, 1}));
  EXPECT_TRUE(year_2017.contains(Date{2017, 12, 31}));
  EXPECT_FALSE(year_2017.contains(Date{2018, 1, 1}));
  EXPECT_EQ(year_2017.days(), 365);
}

TEST(Period, OverlapsWhatSharesADay) {
  const Period next{Date{2018, 1, 1}, Date{2019, 1, 1}};
  const Period across{Date{2017, 12, 31}, Date{2018, 1, 2}};
  EXPECT_FALSE(year_2017.overlaps(next));
  EXPECT_TRUE(year_2017.overlaps(across));
  EXPECT_TRUE(next.overlaps(across));
}

TEST(Span, IsThatOfTheCalendar) {
  const struct {
    Span span;
    Date day;
    const char* title;
  } cases[] = {
      {Span::month, Date{2017, 12, 31}, "2017-12"},
      {Span::month, Date{2018, 1, 1}, "2018-01"},
      {Span::quarter, Date{2017, 3, 31}, "2017-Q1"},
      {Span::quarter, Date{2017, 4, 1}, "2017-Q2"},
      {Span::half_year, Date{2017, 6, 30}, "2017-H1"},
      {Span::half_year, Date{2017, 7, 1}, "2017-H2"},
      {Span::year, Date{2017, 12, 31}, "2017"},
      {Span::year, Date{2018, 1, 1}, "2018"},
  };
  for (const auto& c : cases) EXPECT_EQ(title(span_of(c.span, c.day)), c.title);
}

TEST(Span, OnlyWholeOnesAreCounted) {
  EXPECT_EQ(spans(Span::month, year_2017).size(), 12U);
  EXPECT_EQ(spans(Span::quarter, year_2017).size(), 4U);
  const Period from_the_second{Date{2017, 1, 2}, Date{2018, 1, 1}};
  EXPECT_EQ(spans(Span::quarter, from_the_second).size(), 3U);
  EXPECT_TRUE(spans(Span::year, from_the_second).empty());
}

TEST(Span, OfWhatLastsGoOnToTheLastWholeOne) {
  EXPECT_EQ(spans(Span::month, since(Date{9999, 10, 2})),
            (std::vector<Period>{{Date{9999, 11, 1}, Date{9999, 12, 1}}}));
  EXPECT_EQ(spans(Span::year, since(Date{9998, 1, 1})),
            (std::vector<Period>{{Date{9998, 1, 1}, Date{9999, 1, 1}}}));
  EXPECT_TRUE(spans(Span::month, since(Date{9999, 12, 2})).empty());
}

TEST(Period, ReadsWhatItWritesAndTheNamesOfSpans) {
  const struct {
    const char* text;
    Period period;
  } cases[] = {
      {"2017", year_2017},
      {"2017-H2", {Date{2017, 7, 1}, Date{2018, 1, 1}}},
      {"2017-Q4", {Date{2017, 10, 1}, Date{2018, 1, 1}}},
      {"2017-03", {Date{2017, 3, 1}, Date{2017, 4, 1}}},
      {"2017-03-01", {Date{2017, 3, 1}, Date{2017, 3, 2}}},
      {"2017-03-01..2017-03-31", {Date{2017, 3, 1}, Date{2017, 4, 1}}},
      {"2017-03-01..", since(Date{2017, 3, 1})},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(parse_period(c.text), c.period) << c.text;
    EXPECT_EQ(parse_period(to_string(c.period)), c.period) << c.text;
    EXPECT_EQ(parse_period(title(c.period)), c.period) << c.text;
  }
}

TEST(Period, RefusesWhatIsNoPeriod) {
  for (const char* text : {"", "17", "2017-Q5", "2017-Q0", "2017-H3", "2017-13", "2017-00",
                           "2017-02-30", "2017-03-31..2017-03-01", "2017-03-01...", "2017Q1"})
    EXPECT_THROW(parse_period(text), std::invalid_argument) << text;
}

RC_GTEST_PROP(Span, TilesTheCalendar, ()) {
  const Date day = Date::from_serial(*rc::gen::inRange(-20000, 80000));
  const Span span = static_cast<Span>(*rc::gen::inRange(0, 4));
  const Period p = span_of(span, day);
  RC_ASSERT(p.contains(day));
  RC_ASSERT(span_of(span, p.last()) == p);
  RC_ASSERT(span_of(span, p.end).begin == p.end);
}

}  // namespace
}  // namespace zhibu

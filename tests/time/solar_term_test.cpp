// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/solar_term.hpp"

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

TEST(SolarTerm, FallsOnItsDay) {
  EXPECT_EQ(solar_term(2027, "清明"), (Date{2027, 4, 5}));
  EXPECT_EQ(solar_term(2100, "清明"), (Date{2100, 4, 5}));
  EXPECT_EQ(solar_term(1951, "冬至"), (Date{1951, 12, 23}));
}

TEST(SolarTerm, IsKnownFrom1850To2200) {
  EXPECT_EQ(solar_term(1850, "小寒"), (Date{1850, 1, 5}));
  EXPECT_EQ(solar_term(2200, "冬至").year(), 2200);
  EXPECT_THROW(solar_term(1849, "冬至"), std::invalid_argument);
  EXPECT_THROW(solar_term(2201, "小寒"), std::invalid_argument);
}

TEST(SolarTerm, OfNoSuchNameIsRefusedWithTheNearest) {
  try {
    solar_term(2027, "清明节");
    FAIL() << "清明节 is a festival";
  } catch (const std::invalid_argument& e) {
    EXPECT_NE(std::string_view{e.what()}.find("did you mean '清明'?"), std::string_view::npos);
  }
  EXPECT_THROW(solar_term(2027, "清名"), std::invalid_argument);
  EXPECT_THROW(solar_term(2027, ""), std::invalid_argument);
}

TEST(SolarTerm, IsOneOf24TwoInEachMonth) {
  ASSERT_EQ(solar_terms().size(), 24U);
  EXPECT_EQ(solar_terms().front(), "小寒");
  EXPECT_EQ(solar_terms().back(), "冬至");
  for (std::size_t i = 0; i < 24; ++i)
    EXPECT_EQ(solar_term(2026, solar_terms()[i]).month(), static_cast<int>(i) / 2 + 1);
}

TEST(SolarTerm, IsFoundByItsDayAndByNoOther) {
  EXPECT_EQ(solar_term_on(Date{2027, 4, 4}), std::nullopt);
  EXPECT_EQ(solar_term_on(Date{2027, 4, 5}), "清明");
  EXPECT_EQ(solar_term_on(Date{2027, 4, 6}), std::nullopt);
  EXPECT_EQ(solar_term_on(Date{1951, 12, 22}), std::nullopt);
  EXPECT_EQ(solar_term_on(Date{1951, 12, 23}), "冬至");
}

TEST(SolarTerm, OfADayOutsideTheTableIsNotSilentlyNone) {
  EXPECT_EQ(solar_term_on(Date{1850, 1, 1}), std::nullopt);
  EXPECT_EQ(solar_term_on(Date{2200, 12, 31}), std::nullopt);
  EXPECT_THROW(solar_term_on(Date{1849, 12, 31}), std::invalid_argument);
  EXPECT_THROW(solar_term_on(Date{2201, 1, 1}), std::invalid_argument);
}

TEST(SolarTerm, IsTheOneOfItsDayInEveryYear) {
  for (int year = 1850; year <= 2200; ++year)
    for (const std::string_view term : solar_terms())
      ASSERT_EQ(solar_term_on(solar_term(year, term)), term) << year;
}

RC_GTEST_PROP(SolarTermProperty, ComesAfterTheOneBeforeByHalfAMonth, ()) {
  const int year = *rc::gen::inRange(1850, 2201);
  const std::size_t nth = *rc::gen::inRange<std::size_t>(1, 24);
  const int days = solar_term(year, solar_terms()[nth]) - solar_term(year, solar_terms()[nth - 1]);
  RC_ASSERT(14 <= days && days <= 16);
}

}  // namespace
}  // namespace zhibu

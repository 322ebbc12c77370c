// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/festival.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

TEST(Festival, FallsOnItsDay) {
  const struct {
    int year;
    const char* name;
    Date day;
  } cases[] = {
      {2027, "春节", Date{2027, 2, 6}},     {2027, "元宵节", Date{2027, 2, 20}},
      {2027, "清明", Date{2027, 4, 5}},     {2027, "端午节", Date{2027, 6, 9}},
      {2027, "中秋", Date{2027, 9, 15}},    {2027, "重阳节", Date{2027, 10, 8}},
      {2017, "重阳节", Date{2017, 10, 28}}, {2033, "重阳", Date{2033, 10, 1}},
      {2017, "七一", Date{2017, 7, 1}},     {2017, "party_founding", Date{2017, 7, 1}},
      {2017, "八一", Date{2017, 8, 1}},     {2027, "laba", Date{2027, 1, 15}},
  };
  for (const auto& c : cases) EXPECT_EQ(festival(c.year, c.name), c.day) << c.year << c.name;
}

TEST(Festival, IsNotHeldBeforeItWasSetUp) {
  EXPECT_FALSE(festival(2013, "烈士纪念日").has_value());
  EXPECT_TRUE(festival(2014, "烈士纪念日").has_value());
  EXPECT_FALSE(festival(2012, "老年节").has_value());
  EXPECT_TRUE(festival(2013, "老年节").has_value());
}

TEST(Festival, EveryOneHasANameAndASource) {
  EXPECT_GE(festivals().size(), 20U);
  for (const Festival& f : festivals()) {
    EXPECT_FALSE(f.name.empty() || f.name_en.empty() || f.legal_basis.empty()) << f.id;
    EXPECT_NO_THROW(festival(2026, f.id)) << f.id;
    EXPECT_NO_THROW(festival(2026, f.name)) << f.id;
  }
  EXPECT_THROW(festival(2026, "情人节"), std::invalid_argument);
  EXPECT_THROW(festival(2026, ""), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

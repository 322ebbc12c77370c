// SPDX-License-Identifier: BSL-1.0

#include "zhibu/time/solar_term.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

TEST(SolarTerm, FallsOnItsDay) {
  EXPECT_EQ(solar_term(2027, "清明"), (Date{2027, 4, 5}));
  EXPECT_EQ(solar_term(2100, "清明"), (Date{2100, 4, 5}));
  EXPECT_EQ(solar_term(1951, "冬至"), (Date{1951, 12, 23}));
  EXPECT_THROW(solar_term(1849, "清明"), std::invalid_argument);
  EXPECT_THROW(solar_term(2027, "清明節"), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

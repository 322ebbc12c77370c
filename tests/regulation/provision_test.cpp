// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/provision.hpp"

#include <optional>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

Provision in_force(Date from, std::optional<Date> until = {}) {
  Provision p{};
  p.in_force_from = from;
  p.in_force_until = until;
  return p;
}

const Period november{Date{2018, 11, 1}, Date{2018, 12, 1}};

TEST(Provision, BindsAMonthThatBeginsOnItsFirstDayInForce) {
  EXPECT_TRUE(in_force_throughout(in_force(Date{2018, 11, 1}), november));
  EXPECT_FALSE(in_force_throughout(in_force(Date{2018, 11, 2}), november));
}

TEST(Provision, BindsAMonthThatEndsOnItsLastDayInForce) {
  const Date from{2018, 10, 28};
  EXPECT_TRUE(in_force_throughout(in_force(from, Date{2018, 12, 1}), november));
  EXPECT_FALSE(in_force_throughout(in_force(from, Date{2018, 11, 30}), november));
}

// The regulation on the work of branches was issued on 2018-10-28.
TEST(Provision, TheBranchRegulationBindsNovemberOf2018ButNotItsFourthQuarter) {
  const Provision p = in_force(Date{2018, 10, 28});
  EXPECT_TRUE(in_force_throughout(p, november));
  EXPECT_FALSE(in_force_throughout(p, span_of(Span::month, Date{2018, 10, 28})));
  EXPECT_FALSE(in_force_throughout(p, span_of(Span::quarter, Date{2018, 10, 28})));
}

TEST(Provision, WithoutAnEndStaysInForce) {
  EXPECT_TRUE(in_force_throughout(in_force(Date{2018, 10, 28}), since(Date{2018, 10, 28})));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/election.hpp"

#include <stdexcept>
#include <type_traits>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

// A number of persons says of whom: the two majorities cannot be taken one for the other.
static_assert(!std::is_convertible_v<int, Due> && !std::is_convertible_v<int, Present>);
static_assert(!std::is_convertible_v<Due, Present> && !std::is_convertible_v<Present, Due>);

TEST(Election, IsValidWithFourFifthsOfThoseDue) {
  EXPECT_EQ(quorum(Due{10}), 8);
  EXPECT_EQ(quorum(Due{28}), 23);
  EXPECT_EQ(quorum(Due{29}), 24);
}

// 1990: 超过五分之四. Where the share is a whole number, reaching it was not enough.
TEST(Election, NeededMoreThanFourFifthsBefore2020) {
  const Ratio of_1990{4, 5, false};
  EXPECT_EQ(quorum(Due{10}, of_1990), 9);
  EXPECT_EQ(quorum(Due{28}, of_1990), 23);
}

TEST(Election, HasAFifthMoreCandidatesThanSeatsRoundedUp) {
  EXPECT_EQ(candidates(3), 4);
  EXPECT_EQ(candidates(5), 6);
  EXPECT_EQ(candidates(6), 8);
  EXPECT_EQ(candidates(7), 9);
}

TEST(Majority, OfThoseDueCountsWhoStayedAway) {
  EXPECT_EQ(majority(Due{28}), 15);
  EXPECT_EQ(majority(Due{29}), 15);
}

TEST(Majority, OfThosePresentIsReachedWithFewerVotes) {
  EXPECT_EQ(majority(Present{23}), 12);
  EXPECT_EQ(majority(Present{24}), 13);
}

TEST(Meeting, IsHeldWithHalfOfTheVotersAndPassesWithMoreThanHalf) {
  EXPECT_EQ(quorum(Due{28}, meeting_quorum), 14);
  EXPECT_EQ(quorum(Due{29}, meeting_quorum), 15);
  EXPECT_EQ(majority(Due{28}), quorum(Due{28}, meeting_quorum) + 1);
}

TEST(Appraisal, CallsAtMostAThirdExcellentRoundedDown) {
  EXPECT_EQ(excellent(27), 9);
  EXPECT_EQ(excellent(28), 9);
  EXPECT_EQ(excellent(30), 10);
}

TEST(Share, OfANegativeNumberOrByNoRatioIsRefused) {
  EXPECT_THROW(quorum(Due{-1}), std::invalid_argument);
  EXPECT_THROW(candidates(-3), std::invalid_argument);
  EXPECT_THROW(least_of(Ratio{1, 0}, 5), std::invalid_argument);
  EXPECT_THROW(most_of(Ratio{-1, 2}, 5), std::invalid_argument);
}

RC_GTEST_PROP(Share, TheLeastNumberReachesItAndOneFewerDoesNot, ()) {
  const Ratio ratio{*rc::gen::inRange(1, 50), *rc::gen::inRange(1, 50),
                    *rc::gen::arbitrary<bool>()};
  const int base = *rc::gen::inRange(0, 1'000'000);
  const auto reaches = [&](std::int64_t n) {
    const std::int64_t share = std::int64_t{ratio.part} * base;
    return ratio.inclusive ? n * ratio.whole >= share : n * ratio.whole > share;
  };
  RC_ASSERT(reaches(least_of(ratio, base)));
  RC_ASSERT(!reaches(std::int64_t{least_of(ratio, base)} - 1));
}

RC_GTEST_PROP(Share, TheGreatestNumberKeepsWithinItAndOneMoreDoesNot, ()) {
  const Ratio ratio{*rc::gen::inRange(1, 50), *rc::gen::inRange(1, 50),
                    *rc::gen::arbitrary<bool>()};
  const int base = *rc::gen::inRange(1, 1'000'000);
  const auto within = [&](std::int64_t n) {
    const std::int64_t share = std::int64_t{ratio.part} * base;
    return ratio.inclusive ? n * ratio.whole <= share : n * ratio.whole < share;
  };
  RC_ASSERT(within(most_of(ratio, base)));
  RC_ASSERT(!within(std::int64_t{most_of(ratio, base)} + 1));
}

}  // namespace
}  // namespace zhibu

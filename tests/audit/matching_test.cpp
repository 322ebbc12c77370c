// SPDX-License-Identifier: BSL-1.0

#include "audit/matching.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace zhibu {
namespace {

using Place = std::uint32_t;
using Met = std::vector<std::optional<Place>>;

TEST(Matching, OneVisitBetweenTwoFestivalsMeetsTheEarlier) {
  EXPECT_EQ(match({{{0}, {}}, {{0}, {}}}), (Met{0, {}}));
}

TEST(Matching, TwoVisitsMeetBothFestivalsWhicheverOfThemFitsOnlyOne) {
  EXPECT_EQ(match({{{0, 1}, {}}, {{1}, {}}}), (Met{0, 1}));
  EXPECT_EQ(match({{{0, 1}, {}}, {{0}, {}}}), (Met{1, 0}));
}

TEST(Matching, WhatCanBeMetOnTimeIsNotLeftForALateRecord) {
  EXPECT_EQ(match({{{0}, {1}}, {{0}, {}}}), (Met{0, {}}));
  EXPECT_EQ(match({{{0}, {}}, {{0}, {1}}}), (Met{0, 1}));
}

TEST(Matching, EachIsMetByTheEarliestRecordThatLeavesTheOthersTheirs) {
  EXPECT_EQ(match({{{0, 1, 2}, {}}, {{0, 1, 2}, {}}}), (Met{0, 1}));
  EXPECT_EQ(match({{{0, 2}, {}}, {{0, 1}, {}}, {{0}, {}}}), (Met{2, 1, 0}));
}

std::vector<Place> any_places() {
  const auto places = *rc::gen::container<std::set<Place>>(rc::gen::inRange<Place>(0, 5));
  return {places.begin(), places.end()};
}

std::vector<Candidates> any_occasions() {
  std::vector<Candidates> occasions(*rc::gen::inRange<std::size_t>(0, 5));
  for (Candidates& of : occasions) {
    of.on_time = any_places();
    of.late = any_places();
    std::erase_if(of.late, [&](Place p) { return std::ranges::count(of.on_time, p) > 0; });
  }
  return occasions;
}

// How good a choice is, the less the better: how many are not met on time, which these are, how
// many are not met at all, which these are, and by which records.
using Merit = std::tuple<std::size_t, std::vector<bool>, std::size_t, std::vector<bool>, Met>;

Merit merit(const std::vector<Candidates>& occasions, const Met& met) {
  std::vector<bool> not_on_time, unmet;
  for (std::size_t i = 0; i < met.size(); ++i) {
    unmet.push_back(!met[i]);
    not_on_time.push_back(!met[i] || std::ranges::count(occasions[i].on_time, *met[i]) == 0);
  }
  const auto count = [](const std::vector<bool>& flags) {
    return static_cast<std::size_t>(std::ranges::count(flags, true));
  };
  return {count(not_on_time), not_on_time, count(unmet), unmet, met};
}

// The best of all choices that there are from the i-th occasion on.
void try_all(const std::vector<Candidates>& occasions, Met& met, std::set<Place>& used,
             std::optional<Merit>& best) {
  const std::size_t i = met.size();
  if (i == occasions.size()) {
    const Merit found = merit(occasions, met);
    if (!best || found < *best) best = found;
    return;
  }
  std::vector<std::optional<Place>> choices{std::nullopt};
  for (const Place place : occasions[i].on_time) choices.push_back(place);
  for (const Place place : occasions[i].late) choices.push_back(place);
  for (const std::optional<Place> choice : choices) {
    if (choice && !used.insert(*choice).second) continue;
    met.push_back(choice);
    try_all(occasions, met, used, best);
    met.pop_back();
    if (choice) used.erase(*choice);
  }
}

RC_GTEST_PROP(MatchingProperty, IsTheBestOfAllChoices, ()) {
  const std::vector<Candidates> occasions = any_occasions();
  Met met;
  std::set<Place> used;
  std::optional<Merit> best;
  try_all(occasions, met, used, best);
  RC_ASSERT(merit(occasions, match(occasions)) == *best);
}

RC_GTEST_PROP(MatchingProperty, AFurtherRecordMakesNoOccasionWorse, ()) {
  std::vector<Candidates> occasions = any_occasions();
  const auto before = std::get<1>(merit(occasions, match(occasions)));
  const auto unmet_before = std::get<3>(merit(occasions, match(occasions)));
  for (Candidates& of : occasions) {
    const int tier = *rc::gen::inRange(0, 3);
    if (tier == 1) of.on_time.push_back(5);
    if (tier == 2) of.late.push_back(5);
  }
  const auto after = std::get<1>(merit(occasions, match(occasions)));
  const auto unmet_after = std::get<3>(merit(occasions, match(occasions)));
  for (std::size_t i = 0; i < before.size(); ++i) {
    RC_ASSERT(before[i] || !after[i]);
    RC_ASSERT(unmet_before[i] || !unmet_after[i]);
  }
}

}  // namespace
}  // namespace zhibu

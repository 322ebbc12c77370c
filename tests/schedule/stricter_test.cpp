// SPDX-License-Identifier: BSL-1.0
//
// Rules of several layers on one matter: the strictest binds, and all are cited.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Provision meetings(std::string_view code, Layer layer, AtLeast cadence,
                   Force force = Force::as_a_rule) {
  Provision rule = demand(code, Activity::members_meeting, every_branch, cadence);
  rule.layer = layer;
  rule.force = force;
  return rule;
}

const Provision central = meetings("MTG-01", Layer::central, {1, Span::quarter});

Roster one_branch(Period standing = always) {
  Roster roster;
  roster.add(unit_row("B1", UnitKind::branch, standing));
  return roster;
}

// The codes of what is owed, each with those that it meets as well.
std::vector<std::string> under(const std::vector<Obligation>& all, const Rulebook& rules) {
  std::vector<std::string> codes;
  for (const Obligation& o : all) {
    std::string code{o.rule};
    for (const ProvisionId also : o.also) code += "+" + std::string{rules[also].code};
    codes.push_back(code);
  }
  return codes;
}

std::vector<std::string> owed_under(const std::vector<Provision>& provisions,
                                    std::string_view period = "2026-Q1",
                                    const Roster& roster = one_branch()) {
  const Rulebook rules = rulebook(provisions);
  return under(owed(roster, rules, parse_period(period)), rules);
}

TEST(StricterRules, OfTheCountyTakeThePlaceOfTheCentralOneAndCiteIt) {
  EXPECT_THAT(owed_under({central, meetings("C-1", Layer::county, {1, Span::month})}),
              ElementsAre("C-1+MTG-01", "C-1+MTG-01", "C-1+MTG-01"));
}

TEST(StricterRules, WhateverTheOrderOfTheRulebook) {
  EXPECT_THAT(owed_under({meetings("C-1", Layer::county, {2, Span::quarter}), central}),
              ElementsAre("C-1+MTG-01"));
}

TEST(StricterRules, OfTheUnitCiteAllThatTheyStandFor) {
  EXPECT_THAT(owed_under({central, meetings("C-1", Layer::county, {2, Span::quarter}),
                          meetings("U-1", Layer::unit, {3, Span::quarter})}),
              ElementsAre("U-1+MTG-01+C-1"));
}

TEST(StricterRules, ThatAreWeakerInForceStandBesideTheOther) {
  EXPECT_THAT(
      owed_under({central, meetings("C-1", Layer::county, {2, Span::quarter}, Force::practice)}),
      ElementsAre("MTG-01", "C-1"));
}

TEST(StricterRules, ThatAreAboutOtherWindowsAreAnAddition) {
  EXPECT_THAT(owed_under({central, meetings("C-1", Layer::county, {6, Span::year})}, "2026"),
              ElementsAre("MTG-01", "MTG-01", "MTG-01", "MTG-01", "C-1"));
}

TEST(StricterRules, LeaveTheLaxerWhereTheyDoNotBindInAllOfItsWindow) {
  Provision from_february = meetings("C-1", Layer::county, {1, Span::month});
  from_february.in_force_from = Date{2026, 2, 1};
  EXPECT_THAT(owed_under({central, from_february}), ElementsAre("MTG-01", "C-1", "C-1"));
  from_february.in_force_from = Date{2026, 1, 1};
  EXPECT_THAT(owed_under({central, from_february}),
              ElementsAre("C-1+MTG-01", "C-1+MTG-01", "C-1+MTG-01"));
}

TEST(StricterRules, BindOnlyWhomTheyNameAndLeaveTheOthersTheCentralOne) {
  Roster roster = one_branch();
  roster.add(unit_row("B2"));
  Provision of_one = meetings("U-1", Layer::unit, {2, Span::quarter});
  of_one.scope = TheseUnits{{"B2"}};
  EXPECT_THAT(owed_under({central, of_one}, "2026-Q1", roster),
              ElementsAre("MTG-01", "U-1+MTG-01"));
}

TEST(StricterRules, OfOneLayerStandSideBySide) {
  EXPECT_THAT(owed_under({central, meetings("MTG-X", Layer::central, {2, Span::quarter})}),
              ElementsAre("MTG-01", "MTG-X"));
}

TEST(StricterRules, ForAnotherActivityAreAnother) {
  Provision other = meetings("C-1", Layer::county, {1, Span::month});
  other.activity = Activity::study_day;
  EXPECT_EQ(owed_under({central, other}).size(), 4u);
}

}  // namespace
}  // namespace zhibu

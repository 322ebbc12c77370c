// SPDX-License-Identifier: BSL-1.0
//
// The rules that no data decide: src/regulation/undecided.toml.

#include <set>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::Not;

const Undecided& row(std::string_view code) { return national().undecided(code); }

TEST(NationalUndecided, EveryRowGivesItsReasonInBothLanguages) {
  for (const Undecided& u : national().undecided()) {
    SCOPED_TRACE(u.code);
    EXPECT_NE(u.name_en, "");
    EXPECT_NE(u.because, u.name);
    EXPECT_NE(u.because_en, u.name_en);
    EXPECT_THAT(std::string{u.because}, Not(testing::EndsWith("。"))) << "a clause, no sentence";
    EXPECT_THAT(std::string{u.because_en}, Not(testing::EndsWith(".")));
  }
}

// Whoever may do something falls short of nothing by not doing it.
TEST(NationalUndecided, EveryPowerIsUndecidedBecauseItIsNoDuty) {
  std::set<std::string_view> powers;
  for (const Undecided& u : national().undecided())
    if (u.force == Force::may) {
      powers.insert(u.code);
      EXPECT_EQ(u.because_en, "this is a power and no duty: nobody can fall short of it") << u.code;
    }
  EXPECT_EQ(powers,
            (std::set<std::string_view>{"ORG-08", "ORG-10", "ELE-02", "LIFE-10", "DUES-07"}));
  for (const Provision& p : national().provisions()) EXPECT_NE(p.force, Force::may) << p.code;
  for (const Requirement& r : national().requirements()) EXPECT_NE(r.force, Force::may) << r.code;
}

// The base of each member is entered as the branch has settled it; what they owe by it is decided.
TEST(NationalUndecided, OfTheRulesOnDuesAreThoseOnBasesAndPowersAndWhatGoesToTheCentre) {
  for (const Provision& p : national().provisions()) EXPECT_FALSE(p.code.starts_with("DUES"));
  std::set<std::string_view> rules;
  for (const Undecided& u : national().undecided())
    if (u.code.starts_with("DUES")) rules.insert(u.code);
  EXPECT_EQ(rules, (std::set<std::string_view>{"DUES-01", "DUES-03", "DUES-04", "DUES-06",
                                               "DUES-07", "DUES-10", "DUES-11", "DUES-15"}));
}

// A rule that repeats others names them, and they are decided.
TEST(NationalUndecided, WhatRepeatsOtherRulesNamesThem) {
  for (const char* code : {"LIFE-01", "LIFE-03", "LIFE-05"}) {
    EXPECT_THAT(std::string{row("RET-05").because}, HasSubstr(code));
    EXPECT_THAT(std::string{row("RET-05").because_en}, HasSubstr(code));
    EXPECT_EQ(national().provision(code).code, code);
  }
}

// Handbooks, practices and the rules of single places bind nobody elsewhere.
TEST(NationalUndecided, WhatIsNoCentralTextStandsInALayerOfItsOwn) {
  for (const char* code : {"ORG-22", "TERM-09"}) EXPECT_EQ(row(code).layer, Layer::county) << code;
  for (const char* code : {"ELE-08", "ELE-09", "ELE-10", "EDU-07", "EDU-09", "RET-05"})
    EXPECT_EQ(row(code).layer, Layer::unit) << code;
  for (const char* code : {"ORG-01", "MTG-04", "LIFE-06", "DUES-01", "RET-04"})
    EXPECT_EQ(row(code).layer, Layer::central) << code;
}

TEST(NationalUndecided, QuotesNothingThatIsSecondHandOrRemembered) {
  for (const char* code : {"ORG-16", "ORG-24", "ELE-08", "LIFE-08", "DLM-05", "EDU-12", "DEV-17"})
    EXPECT_EQ(row(code).quote, "") << code;
  EXPECT_EQ(row("ORG-01").quote, "凡是有正式党员3人以上的，都应当成立党支部");
}

TEST(NationalUndecided, RulesOnTheDevelopmentOfMembersChangeFromOneDayToTheNext) {
  for (const char* code :
       {"DEV-03", "DEV-04", "DEV-08", "DEV-09", "DEV-10", "DEV-12", "DEV-16", "DEV-19"}) {
    const Undecided& before = row(std::string{code} + "-2014");
    EXPECT_EQ(before.in_force_from, (Date{2014, 5, 28})) << code;
    EXPECT_EQ(before.in_force_until, row(code).in_force_from) << code;
  }
  for (const char* code : {"DEV-07", "DEV-11", "DEV-14"})  // new in 2026, or not known to be older
    EXPECT_THROW(row(std::string{code} + "-2014"), std::invalid_argument) << code;
}

}  // namespace
}  // namespace zhibu

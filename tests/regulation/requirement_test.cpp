// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/requirement.hpp"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Requirement at_most_fifty() {
  return {.code = "ORG-02",
          .name = "党支部党员一般不超过50人",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .demand = Bounds{.within = {.measure = Measure::members, .most = 50}},
          .force = Force::as_a_rule,
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "4"},
          .quote = "一般不超过50人"};
}

Requirement demanding(Demand demand) {
  Requirement r = at_most_fifty();
  r.demand = std::move(demand);
  return r;
}

std::string refusal(const Requirement& requirement) {
  Rulebook rules;
  try {
    rules.add(requirement);
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

Unit unit(UnitKind kind) {
  return {.code = "U", .name = "某党组织", .kind = kind, .standing = since(Date{2010, 1, 1})};
}

TEST(Scope, LeavesOpenWhatItDoesNotName) {
  const EveryUnit branches{.kinds = {UnitKind::branch}};
  Unit branch = unit(UnitKind::branch);
  EXPECT_TRUE(fits(branches, branch));
  branch.temporary = branch.joint = branch.has_committee = branch.retired_cadres = true;
  EXPECT_TRUE(fits(branches, branch));
  EXPECT_FALSE(fits(branches, unit(UnitKind::group)));
}

TEST(Scope, TakesOnlyTheFieldsAndFlagsThatItNames) {
  const Unit plain = unit(UnitKind::branch);
  Unit village = plain;
  village.field = BranchField::village;
  const EveryUnit villages{.kinds = {UnitKind::branch}, .fields = {BranchField::village}};
  EXPECT_TRUE(fits(villages, village));
  EXPECT_FALSE(fits(villages, plain));

  Unit joint = plain;
  joint.joint = true;
  EXPECT_TRUE(fits(EveryUnit{.kinds = {UnitKind::branch}, .joint = true}, joint));
  EXPECT_FALSE(fits(EveryUnit{.kinds = {UnitKind::branch}, .joint = true}, plain));
  EXPECT_FALSE(fits(EveryUnit{.kinds = {UnitKind::branch}, .joint = false}, joint));
}

TEST(Scope, OfUnitsWithACommitteeTakesGeneralBranchesByTheirKind) {
  const EveryUnit with{.kinds = {UnitKind::general_branch, UnitKind::branch},
                       .has_committee = true};
  EXPECT_TRUE(fits(with, unit(UnitKind::general_branch)));
  EXPECT_FALSE(fits(with, unit(UnitKind::branch)));
}

TEST(Requirement, IsInForceFromItsFirstDayToTheDayBeforeItsEnd) {
  Requirement r = at_most_fifty();
  r.in_force_until = Date{2026, 1, 1};
  EXPECT_FALSE(in_force(r, Date{2018, 10, 27}));
  EXPECT_TRUE(in_force(r, Date{2018, 10, 28}));
  EXPECT_TRUE(in_force(r, Date{2025, 12, 31}));
  EXPECT_FALSE(in_force(r, Date{2026, 1, 1}));
}

TEST(Requirement, IsKeptWithTextsOfItsOwn) {
  Rulebook rules;
  {
    const std::string code = "a code that is too long to be short";
    Requirement r = at_most_fifty();
    r.code = code;
    rules.add(r);
  }
  const Rulebook copy = rules;
  EXPECT_EQ(copy.requirement("a code that is too long to be short").quote, "一般不超过50人");
  EXPECT_EQ(copy.requirements().size(), 1u);
  EXPECT_TRUE(copy.provisions().empty());
}

TEST(Requirement, MayHaveTheCodeOfAProvisionAndNotOfAnother) {
  Rulebook rules;
  rules.add(at_most_fifty());
  EXPECT_THROW(rules.add(at_most_fifty()), std::invalid_argument);
  Provision p{.id = {},
              .code = "ORG-02",
              .name = "党员大会",
              .scope = EveryUnit{.kinds = {UnitKind::branch}},
              .cadence = AtLeast{1, Span::quarter, {}},
              .in_force_from = Date{2018, 10, 28},
              .source = {"支部工作条例", "11"}};
  EXPECT_NO_THROW(rules.add(p));
}

TEST(Requirement, StandsInTheSumOfTwoRulebooksUnlessBothHaveIt) {
  Rulebook a;
  a.add(at_most_fifty());
  Rulebook b;
  Requirement other = at_most_fifty();
  other.code = "ORG-03";
  b.add(other);
  EXPECT_EQ((a + b).requirement("ORG-03").code, "ORG-03");
  EXPECT_THROW(a + a, std::invalid_argument);
}

TEST(Requirement, ThatThereIsNotIsRefusedWithTheNearestCode) {
  const Rulebook rules = Rulebook::national();
  try {
    rules.requirement("ORG-20-2021");
    FAIL();
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), HasSubstr("did you mean 'ORG-20-2012'?"));
  }
  EXPECT_THROW(rules[RequirementId{9999}], std::invalid_argument);
}

TEST(Requirement, ThatSaysNothingIsRefused) {
  const struct {
    Requirement requirement;
    const char* what;
  } cases[] = {
      {demanding(Bounds{}), "no bound"},
      {demanding(Bounds{.within = {.least = 5, .most = 4}}), "bounds that hold nothing"},
      {demanding(Bounds{.within = {.most = 5}, .utmost = 5}), "most < utmost"},
      {demanding(Bounds{.within = {.least = 5}, .utmost = 7}), "most < utmost"},
      {demanding(OwnCommittee{}), "no bound"},
      {demanding(Placements{}), "no placements"},
      {demanding(PostsKept{}), "no posts"},
      {demanding(PostsKept{{{.least = 2, .most = 1}}}), "numbers of seats"},
      {demanding(HolderStanding{}), "no posts"},
      {demanding(HolderStanding{{PostKind::secretary}, -1}), "fewer than 0 years"},
      {demanding(ResultApproved{}), "no posts"},
      {demanding(TermLength{3, 2}), "no length of a term"},
      {demanding(TermReminder{0}), "no number of months"},
      {demanding(TermShift{-1}), "no number of years"},
      {demanding(ElectionQuorum{{5, 4}}), "no ratio"},
      {demanding(CandidateSurplus{{0, 5}}), "no ratio"},
      {demanding(ElectionMajority{{1, 0}}), "no ratio"},
      {demanding(HomeBranch{}), "a demand on persons with a scope of units"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal(c.requirement),
                AllOf(HasSubstr("requirement 'ORG-02'"), HasSubstr(c.what)));
}

TEST(Requirement, OfNoKindsNoCodeOrNoDaysIsRefused) {
  Requirement r = at_most_fifty();
  r.scope = EveryUnit{.kinds = {}};
  EXPECT_THAT(refusal(r), HasSubstr("no kinds of unit"));
  r = at_most_fifty();
  r.code = "";
  EXPECT_THAT(refusal(r), HasSubstr("no code"));
  r = at_most_fifty();
  r.in_force_until = r.in_force_from;
  EXPECT_THAT(refusal(r), HasSubstr("a later end"));
  r = at_most_fifty();
  r.scope = EveryPerson{};
  EXPECT_THAT(refusal(r), HasSubstr("the other way round"));
}

TEST(Requirement, QuotesOnlyWhatWasRead) {
  Requirement r = at_most_fifty();
  EXPECT_EQ(refusal(r), "(not refused)");
  r.confidence = Confidence::secondhand;
  EXPECT_THAT(refusal(r), HasSubstr("not read"));
  r.quote = "";
  EXPECT_EQ(refusal(r), "(not refused)");
}

}  // namespace
}  // namespace zhibu

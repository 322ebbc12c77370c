// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/check.hpp"

#include <optional>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Date today{2024, 6, 30};

Unit branch_with_committee() {
  Unit branch = Village::named("B", UnitKind::branch);
  branch.has_committee = true;
  return branch;
}

TEST(BranchSize, OfThreeFullMembersQualifiesAndOfTwoDoesNot) {
  Village village;
  const UnitId branch = village.branch();
  village.members(2, branch);
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_THAT(found(faults, "ORG-09"), SizeIs(1));
  const Observation seen = found(faults, "ORG-09")[0];
  EXPECT_EQ(seen.subject, Bearer{branch});
  EXPECT_EQ(seen.found, 2);
  EXPECT_EQ(seen.least, 3);
  EXPECT_EQ(seen.facts, "正式党员2人；应为3以上");
  EXPECT_EQ(seen.facts_en, "full members: 2; accepted: at least 3");
  village.members(1, branch);
  EXPECT_EQ(count(village, "ORG-09", today), 0u);
}

// 党员 are probationary members too; 正式党员 are not.
TEST(BranchSize, CountsProbationaryMembersTowardsFiftyAndNotTowardsThree) {
  Village village;
  const UnitId branch = village.branch();
  Person probationary = Village::person();
  probationary.admitted_on = Date{2024, 1, 1};
  probationary.full_member_on = std::nullopt;
  village.members(2, branch);
  village.member(branch, probationary);
  EXPECT_EQ(count(village, "ORG-09", today), 1u);
  village.members(47, branch);
  EXPECT_EQ(count(village, "ORG-02", today), 0u);
  village.member(branch, probationary);
  EXPECT_EQ(count(village, "ORG-02", today), 1u);
}

TEST(BranchSize, OfWhichARegulationWasNotYetInForceIsNoFault) {
  Village village;
  village.members(51, village.branch());
  EXPECT_EQ(count(village, "ORG-02", Date{2018, 10, 27}), 0u);
  EXPECT_EQ(count(village, "ORG-02", Date{2018, 10, 28}), 1u);
}

TEST(BranchSize, CountsTheMembersOfItsGroups) {
  Village village;
  const UnitId branch = village.branch();
  Unit group = Village::named("G", UnitKind::group);
  group.parent = branch;
  village.members(3, village.roster.add(group));
  EXPECT_EQ(count(village, "ORG-09", today), 0u);
}

TEST(JointBranch, CoversFiveWorkplacesAndAsARuleNotSix) {
  Village village;
  Unit joint = Village::named("J", UnitKind::branch);
  joint.joint = true;
  const UnitId branch = village.branch(joint);
  const auto cover = [&](const std::string& code) {
    const WorkplaceId workplace = village.roster.add(Workplace{.code = code, .name = "某单位"});
    village.roster.add(
        UnitWorkplace{.unit = branch, .workplace = workplace, .period = since(Date{2020, 1, 1})});
  };
  for (int i = 0; i < 5; ++i) cover("W" + std::to_string(i));
  EXPECT_EQ(count(village, "ORG-03", today), 0u);
  cover("W5");
  EXPECT_EQ(count(village, "ORG-03", today), 1u);
}

TEST(Organ, OfFiftyMembersHasAGeneralBranchAndOfAHundredACommittee) {
  Village village;
  Unit organ = Village::named("O", UnitKind::branch);
  organ.field = BranchField::organ;
  const UnitId branch = village.branch(organ);
  village.members(49, branch);
  EXPECT_EQ(count(village, "ORG-14", today), 0u);
  village.members(1, branch);
  EXPECT_EQ(count(village, "ORG-14", today), 1u);
  EXPECT_EQ(count(village, "ORG-15", today), 0u);
  village.roster.upgrade(branch, UnitKind::general_branch, Date{2024, 1, 1});
  EXPECT_EQ(count(village, "ORG-14", today), 0u);
  village.members(50, branch);
  EXPECT_EQ(count(village, "ORG-15", today), 1u);
}

TEST(Committee, IsOwedBySevenFullMembersAndNotBySix) {
  Village village;
  const UnitId branch = village.branch();
  village.members(6, branch);
  EXPECT_EQ(count(village, "COM-01", today), 0u);
  village.members(1, branch);
  EXPECT_EQ(count(village, "COM-01", today), 1u);
}

TEST(Committee, IsNotForABranchOfSixFullMembers) {
  Village village;
  const UnitId branch = village.branch(branch_with_committee());
  village.members(6, branch);
  EXPECT_EQ(count(village, "COM-04-committee", today), 1u);
  village.members(1, branch);
  EXPECT_EQ(count(village, "COM-04-committee", today), 0u);
}

TEST(TemporaryBranch, OwesNeitherMembersNorACommittee) {
  Village village;
  Unit temporary = Village::named("T", UnitKind::branch);
  temporary.temporary = true;
  village.branch(temporary);
  EXPECT_THAT(check(village.roster, national(), today), IsEmpty());
}

TEST(TemporaryBranch, LapsesWithTheBodyThatItServed) {
  Village village;
  Unit temporary = Village::named("T", UnitKind::branch);
  temporary.temporary = true;
  const UnitId branch = village.branch(temporary);
  const WorkplaceId task = village.roster.add(Workplace{.code = "W", .name = "某指挥部"});
  village.roster.add(UnitWorkplace{
      .unit = branch, .workplace = task, .period = {Date{2023, 1, 1}, Date{2024, 3, 1}}});
  EXPECT_EQ(count(village, "ORG-13", Date{2024, 2, 29}), 0u);
  EXPECT_EQ(count(village, "ORG-13", Date{2024, 3, 1}), 1u);
}

TEST(TemporaryGeneralBranch, IsNotedAndNoBreach) {
  Village village;
  Unit temporary = Village::named("T", UnitKind::general_branch);
  temporary.temporary = true;
  const UnitId branch = village.branch(temporary);
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_EQ(faults.size(), 1u);
  const Fault fault = *faults.begin();
  EXPECT_EQ(fault.code, "MODEL-06");
  EXPECT_EQ(fault.force, Force::practice);
  EXPECT_EQ(fault.subject, Bearer{branch});
}

TEST(Placement, OfABranchUnderABranchIsAFaultAndOfAGroupIsNot) {
  Village village;
  const UnitId branch = village.branch();
  Unit under = Village::named("U", UnitKind::branch);
  under.parent = branch;
  const UnitId lower = village.roster.add(under);
  Unit group = Village::named("G", UnitKind::group);
  group.parent = branch;
  village.roster.add(group);
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_THAT(found(faults, "ORG-20"), SizeIs(1));
  EXPECT_EQ(found(faults, "ORG-20")[0].subject, Bearer{lower});
  EXPECT_EQ(found(faults, "ORG-20")[0].at, branch);
  EXPECT_EQ(found(faults, "ORG-20")[0].facts, "党支部设在党支部之下");
}

TEST(Placement, OfAGroupNeedsABranch) {
  Village village;
  village.roster.add(Village::named("G", UnitKind::group));
  EXPECT_EQ(count(village, "ORG-20", today), 1u);
}

TEST(Fault, SaysWhatIsDemandedHowStronglyAndWhere) {
  Village village;
  village.members(51, village.branch());
  const FaultList faults = check(village.roster, national(), today);
  for (const Fault& fault : faults) {
    if (fault.code != "ORG-02") continue;
    EXPECT_EQ(fault.name, "党支部党员一般不超过50人");
    EXPECT_EQ(fault.force, Force::as_a_rule);
    ASSERT_TRUE(fault.source);
    EXPECT_EQ(to_string(*fault.source), "《中国共产党支部工作条例（试行）》第4条");
    EXPECT_EQ(fault.found, 51);
    EXPECT_EQ(fault.most, 50);
    return;
  }
  FAIL() << "no ORG-02";
}

// The rulebook and the roster of the check may be gone; a copy has texts of its own.
TEST(Faults, OutliveWhatTheyWereFoundIn) {
  std::optional<FaultList> copy;
  {
    Village village;
    village.members(2, village.branch());
    const FaultList faults = check(village.roster, Rulebook::national(), today);
    copy = faults;
  }
  ASSERT_THAT(found(*copy, "ORG-09"), SizeIs(1));
  EXPECT_EQ(found(*copy, "ORG-09")[0].facts, "正式党员2人；应为3以上");
}

TEST(Faults, RefuseAHandleThatTheyHaveNotIssuedAndARuleThatTheyDoNotKnow) {
  FaultList faults{Rulebook{}, today};
  EXPECT_THROW(faults[FaultId{0}], std::invalid_argument);
  EXPECT_THROW(faults.add({.rule = RequirementId{0}, .subject = UnitId{0}}), std::invalid_argument);
}

TEST(Option, IsNeverAFault) {
  Rulebook rules;
  rules.add(Requirement{.code = "X",
                        .name = "可以",
                        .scope = EveryUnit{.kinds = {UnitKind::branch}},
                        .demand = Noted{},
                        .force = Force::may,
                        .in_force_from = Date{2010, 1, 1},
                        .source = {"某规定", "1"}});
  Village village;
  village.branch();
  EXPECT_TRUE(check(village.roster, rules, today).empty());
}

}  // namespace
}  // namespace zhibu

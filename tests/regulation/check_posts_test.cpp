// SPDX-License-Identifier: BSL-1.0

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Date today{2024, 6, 30};

struct Seven : Village {
  Unit with_committee() {
    Unit branch = named("B", UnitKind::branch);
    branch.has_committee = true;
    return branch;
  }
  UnitId b = branch(with_committee());
  std::vector<PersonId> persons = members(8, b);
};

// With three members one person holds two portfolios.
TEST(Committee, OfThreeWithTwoPortfoliosForOneIsComplete) {
  Seven village;
  village.held(village.b, PostKind::secretary, village.persons[0]);
  village.held(village.b, PostKind::organization_member, village.persons[1]);
  village.held(village.b, PostKind::publicity_member, village.persons[1]);
  village.held(village.b, PostKind::discipline_member, village.persons[2]);
  const FaultList faults = check(village.roster, national(), today);
  EXPECT_THAT(found(faults, "COM-02"), IsEmpty());
  EXPECT_THAT(found(faults, "COM-03"), IsEmpty());
}

TEST(Committee, LacksWhatTheRosterHasNoPostOf) {
  Seven village;
  village.held(village.b, PostKind::secretary, village.persons[0]);
  village.held(village.b, PostKind::organization_member, village.persons[1]);
  village.held(village.b, PostKind::publicity_member, village.persons[2]);
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_THAT(found(faults, "COM-03"), SizeIs(1));
  EXPECT_EQ(found(faults, "COM-03")[0].facts, "名册所载职务：纪检委员0名（应为1以上）");
}

TEST(Committee, HasThreeToFiveMembersAndTheUtmostIsNamedBeyondSeven) {
  Seven village;
  const auto size = [&] { return found(check(village.roster, national(), today), "COM-02"); };
  village.held(village.b, PostKind::secretary, village.persons[0]);
  village.held(village.b, PostKind::member, village.persons[1]);
  ASSERT_THAT(size(), SizeIs(1));
  EXPECT_EQ(size()[0].found, 2);
  for (const std::size_t i : {2u, 3u, 4u})
    village.held(village.b, PostKind::member, village.persons[i]);
  EXPECT_THAT(size(), IsEmpty());
  village.held(village.b, PostKind::member, village.persons[5]);
  ASSERT_THAT(size(), SizeIs(1));
  EXPECT_EQ(size()[0].most, 5);
  village.held(village.b, PostKind::member, village.persons[6]);
  EXPECT_EQ(size()[0].most, 5);
  village.held(village.b, PostKind::member, village.persons[7]);
  EXPECT_EQ(size()[0].most, 7);
}

TEST(Branch, WithoutACommitteeHasOneSecretaryAndOneDeputyAtMost) {
  Village village;
  const UnitId branch = village.branch();
  const std::vector<PersonId> persons = village.members(4, branch);
  EXPECT_EQ(count(village, "COM-04", today), 1u);
  village.held(branch, PostKind::secretary, persons[0]);
  village.held(branch, PostKind::deputy_secretary, persons[1]);
  EXPECT_EQ(count(village, "COM-04", today), 0u);
  village.held(branch, PostKind::deputy_secretary, persons[2]);
  EXPECT_EQ(count(village, "COM-04", today), 1u);
}

TEST(Vacancy, IsSaidSinceTheDayOnWhichTheSeatCameFree) {
  Village village;
  const UnitId branch = village.branch();
  const PersonId person = village.member(branch);
  const PostId post = village.post(branch, PostKind::secretary);
  village.roster.add(
      Appointment{.post = post, .person = person, .period = {Date{2020, 1, 1}, Date{2024, 3, 1}}});
  EXPECT_EQ(count(village, "COM-09", Date{2024, 2, 29}), 0u);
  const FaultList faults = check(village.roster, national(), Date{2024, 3, 1});
  ASSERT_THAT(found(faults, "COM-09"), SizeIs(1));
  EXPECT_EQ(found(faults, "COM-09")[0].post, post);
  EXPECT_EQ(found(faults, "COM-09")[0].days, (Period{Date{2024, 3, 1}, Date{2024, 3, 2}}));
}

TEST(Vacancy, OfASeatThatAnotherTookOnTheSameDayIsNone) {
  Village village;
  const UnitId branch = village.branch();
  const PersonId before = village.member(branch);
  const PersonId after = village.member(branch);
  const PostId post = village.post(branch, PostKind::secretary);
  village.roster.add(
      Appointment{.post = post, .person = before, .period = {Date{2020, 1, 1}, Date{2024, 3, 1}}});
  village.roster.add(Appointment{.post = post, .person = after, .period = since(Date{2024, 3, 1})});
  EXPECT_EQ(count(village, "COM-09", Date{2024, 3, 1}), 0u);
}

TEST(Vacancy, OfOneOfTwoSeatsIsOne) {
  Village village;
  const UnitId branch = village.branch();
  const PostId post =
      village.roster.add(Post{.code = "S", .unit = branch, .kind = PostKind::member, .seats = 2});
  village.roster.add(Appointment{
      .post = post, .person = village.member(branch), .period = since(Date{2020, 1, 1})});
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_THAT(found(faults, "COM-09"), SizeIs(1));
  EXPECT_EQ(found(faults, "COM-09")[0].found, 1);
  EXPECT_EQ(found(faults, "COM-09")[0].least, 2);
}

// 党龄 is counted from full membership, not from admission.
TEST(Secretary, HasAYearOfPartyStandingCountedFromFullMembership) {
  Village village;
  const UnitId branch = village.branch();
  Person young = Village::person();
  young.admitted_on = Date{2022, 7, 1};
  young.full_member_on = Date{2023, 7, 1};
  village.held(branch, PostKind::secretary, village.member(branch, young));
  EXPECT_EQ(count(village, "COM-06", Date{2024, 6, 30}), 1u);
  EXPECT_EQ(count(village, "COM-06", Date{2024, 7, 1}), 0u);
}

TEST(GroupLeader, IsAFullMember) {
  Village village;
  const UnitId branch = village.branch();
  Person probationary = Village::person();
  probationary.full_member_on = Date{2024, 7, 1};
  village.held(branch, PostKind::group_leader, village.member(branch, probationary));
  const FaultList faults = check(village.roster, national(), Date{2024, 6, 30});
  ASSERT_THAT(found(faults, "ORG-19"), SizeIs(1));
  EXPECT_EQ(found(faults, "ORG-19")[0].facts, "不是正式党员");
  EXPECT_EQ(count(village, "ORG-19", Date{2024, 7, 1}), 0u);
}

}  // namespace
}  // namespace zhibu

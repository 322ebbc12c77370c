// SPDX-License-Identifier: BSL-1.0

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::SizeIs;

const Date today{2024, 6, 30};

TEST(HomeBranch, IsOwedOnEveryDaySinceAdmission) {
  Village village;
  const UnitId branch = village.branch();
  Person like = Village::person();
  like.code = "P";
  like.admitted_on = Date{2020, 5, 1};
  like.full_member_on = Date{2021, 5, 1};
  const PersonId person = village.roster.add(like);
  village.roster.add(
      Membership{.person = person, .unit = branch, .period = {Date{2020, 5, 1}, Date{2022, 1, 1}}});
  village.roster.add(
      Membership{.person = person, .unit = branch, .period = since(Date{2022, 2, 1})});
  const std::vector<Observation> gaps = found(check(village.roster, national(), today), "ORG-21");
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].subject, Bearer{person});
  EXPECT_EQ(gaps[0].days, (Period{Date{2022, 1, 1}, Date{2022, 2, 1}}));
  village.roster.add(Circumstance{.person = person,
                                  .kind = CircumstanceKind::transferred_out,
                                  .period = {Date{2022, 1, 1}, Date{2022, 2, 1}}});
  EXPECT_EQ(count(village, "ORG-21", today), 0u);
}

TEST(HomeBranch, IsOwedOnTheDayOfAdmissionAndNotTheDayBefore) {
  Village village;
  const UnitId branch = village.branch();
  Person like = Village::person();
  like.code = "P";
  like.admitted_on = Date{2020, 5, 1};
  like.full_member_on = std::nullopt;
  const PersonId person = village.roster.add(like);
  village.roster.add(
      Membership{.person = person, .unit = branch, .period = since(Date{2020, 5, 2})});
  const std::vector<Observation> gaps = found(check(village.roster, national(), today), "ORG-21");
  ASSERT_THAT(gaps, SizeIs(1));
  EXPECT_EQ(gaps[0].days, (Period{Date{2020, 5, 1}, Date{2020, 5, 2}}));
}

TEST(HomeBranch, IsNotOwedAfterLeavingOrDeath) {
  for (const bool died : {true, false}) {
    Village village;
    Person like = Village::person();
    like.code = "P";
    (died ? like.died_on : like.left_party_on) = Date{2023, 1, 1};
    const PersonId person = village.roster.add(like);
    village.roster.add(Membership{.person = person,
                                  .unit = village.branch(),
                                  .period = {Date{2011, 5, 1}, Date{2023, 1, 1}}});
    EXPECT_EQ(count(village, "ORG-21", today), 0u);
  }
}

TEST(HomeBranch, ThatHasEndedIsNone) {
  Village village;
  const UnitId branch = village.branch();
  village.member(branch);
  village.roster.dissolve(branch, Date{2024, 6, 30});
  EXPECT_EQ(count(village, "ORG-21", Date{2024, 6, 29}), 0u);
  EXPECT_EQ(count(village, "ORG-21", Date{2024, 6, 30}), 1u);
}

TEST(HomeBranch, IsNotOwedByWhoIsNoMember) {
  Village village;
  Person like = Village::person();
  like.code = "P";
  like.admitted_on = std::nullopt;
  like.full_member_on = std::nullopt;
  village.roster.add(like);
  EXPECT_TRUE(check(village.roster, national(), today).empty());
}

TEST(RetiredWithHonours, JoinedTheRevolutionByTheLastOfSeptember1949) {
  for (const auto& [joined, faults] : {std::pair{Date{1949, 9, 30}, 0u}, {Date{1949, 10, 1}, 1u}}) {
    Village village;
    Person like = Village::person();
    like.born_on = Date{1930, 1, 1};
    like.retirement = Retirement::retired_with_honours;
    like.joined_revolution_on = joined;
    village.member(village.branch(), like);
    EXPECT_EQ(count(village, "RET-01", today), faults);
  }
}

TEST(Books, HaveNoRegulationAndSaySo) {
  Village village;
  const UnitId branch = village.branch();
  village.roster.add(
      Term{.unit = branch, .elected_on = Date{2022, 1, 1}, .due = 10, .present = 11});
  const FaultList faults = check(village.roster, national(), today);
  for (const Fault& fault : faults) {
    if (fault.code != "DATA-06") continue;
    EXPECT_FALSE(fault.source);
    EXPECT_EQ(std::get<Invariant>(fault.rule), Invariant::election_numbers);
    EXPECT_EQ(fault.name, "选举人数互相矛盾");
    EXPECT_EQ(fault.facts, "2022-01-01选举，实到会11人，应到会10人");
    return;
  }
  FAIL() << "no DATA-06";
}

Unit ended(Date on) {
  Unit unit = Village::named("E", UnitKind::branch);
  unit.standing.end = on;
  return unit;
}

// What has no end of its own ends with its unit; what has one must not lie beyond it.
TEST(Membership, BeyondTheLifeOfItsUnitIsAFaultOfTheBooks) {
  const auto faults = [](Period period) {
    Village village;
    const UnitId branch = village.branch(ended(Date{2020, 1, 1}));
    Person like = Village::person();
    like.code = "P";
    village.roster.add(
        Membership{.person = village.roster.add(like), .unit = branch, .period = period});
    return count(village, "DATA-01", today);
  };
  EXPECT_EQ(faults({Date{2011, 5, 1}, Date{2020, 1, 1}}), 0u);
  EXPECT_EQ(faults({Date{2011, 5, 1}, Date{2020, 1, 2}}), 1u);
  EXPECT_EQ(faults(since(Date{2011, 5, 1})), 0u);
  EXPECT_EQ(faults(since(Date{2021, 5, 1})), 1u);
  EXPECT_EQ(faults({Date{2009, 12, 31}, Date{2015, 1, 1}}), 1u);
}

TEST(Appointment, BeforeItsUnitWasFoundedIsAFaultOfTheBooks) {
  for (const auto& [from, faults] : {std::pair{Date{2010, 1, 1}, 0u}, {Date{2009, 12, 31}, 1u}}) {
    Village village;
    const UnitId branch = village.branch();
    village.held(branch, PostKind::member, village.member(branch), from);
    EXPECT_EQ(count(village, "DATA-02", today), faults);
  }
}

TEST(Appointment, OfAnElectedTeamDoesNotPrecedeItsElection) {
  const auto faults = [](Date from, Assumption by) {
    Village village;
    const UnitId branch = village.branch();
    village.elected(branch, Date{2023, 5, 20});
    village.held(branch, PostKind::member, village.member(branch), from, by);
    return count(village, "DATA-03", today);
  };
  EXPECT_EQ(faults(Date{2023, 5, 20}, Assumption::elected), 0u);
  EXPECT_EQ(faults(Date{2023, 5, 19}, Assumption::elected), 1u);
  EXPECT_EQ(faults(Date{2023, 5, 19}, Assumption::appointed), 0u);
  EXPECT_EQ(faults(Date{2023, 5, 19}, Assumption::unrecorded), 0u);
}

TEST(Home, InATemporaryBranchIsAFaultOfTheBooksAndActivityIsNot) {
  Village village;
  Unit temporary = Village::named("T", UnitKind::branch);
  temporary.temporary = true;
  const UnitId branch = village.branch(temporary);
  const PersonId person = village.member(village.branch());
  village.roster.add(Membership{.person = person,
                                .unit = branch,
                                .kind = MembershipKind::activity,
                                .period = since(Date{2020, 1, 1})});
  EXPECT_EQ(count(village, "DATA-04", today), 0u);
  village.member(branch);
  EXPECT_EQ(count(village, "DATA-04", today), 1u);
}

TEST(Unit, UnderOneThatIsGoneIsAFaultOfTheBooks) {
  Village village;
  const UnitId above = village.roster.add(ended(Date{2020, 1, 1}));
  Unit group = Village::named("G", UnitKind::group);
  group.parent = above;
  village.roster.add(group);
  EXPECT_EQ(count(village, "DATA-05", Date{2019, 12, 31}), 0u);
  EXPECT_EQ(count(village, "DATA-05", Date{2020, 1, 1}), 1u);
}

TEST(Election, OfAUnitThatDidNotStandYetIsAFaultOfTheBooks) {
  for (const auto& [on, faults] : {std::pair{Date{2010, 1, 1}, 0u}, {Date{2009, 12, 31}, 1u}}) {
    Village village;
    village.elected(village.branch(), on);
    EXPECT_EQ(count(village, "DATA-07", today), faults);
  }
}

TEST(Person, WhoLeftBeforeBeingAdmittedIsAFaultOfTheBooks) {
  Village village;
  Person like = Village::person();
  like.left_party_on = Date{2012, 4, 30};
  village.member(village.branch(), like);
  const FaultList faults = check(village.roster, national(), today);
  ASSERT_THAT(found(faults, "DATA-08"), SizeIs(1));
  EXPECT_EQ(found(faults, "DATA-08")[0].facts, "出党2012-04-30，早于转正2012-05-01");
}

TEST(Holder, WhoHasDiedHoldsNoPost) {
  for (const auto& [died, faults] : {std::pair{Date{2024, 7, 1}, 0u}, {Date{2024, 6, 30}, 1u}}) {
    Village village;
    const UnitId branch = village.branch();
    Person like = Village::person();
    like.died_on = died;
    village.held(branch, PostKind::secretary, village.member(branch, like));
    EXPECT_EQ(count(village, "DATA-09", today), faults);
  }
}

}  // namespace
}  // namespace zhibu

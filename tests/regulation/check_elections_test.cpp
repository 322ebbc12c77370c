// SPDX-License-Identifier: BSL-1.0

#include <optional>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const Date today{2024, 6, 30};

// A branch with a committee, elected on a day with these numbers.
struct Elected : Village {
  UnitId b;
  Elected(Date on, Term numbers, bool own_committee = true, bool temporary = false) {
    Unit unit = named("B", UnitKind::branch);
    unit.has_committee = own_committee;
    unit.temporary = temporary;
    b = branch(unit);
    numbers.unit = b;
    numbers.elected_on = on;
    roster.add(numbers);
  }
  void with_votes(PostKind kind, int votes, Date on, Assumption by = Assumption::elected) {
    roster.add(Appointment{
        .post = post(b, kind), .person = member(b), .period = since(on), .by = by, .votes = votes});
  }
};

Term attended(int due, int present) {
  return {.unit = {}, .elected_on = {}, .due = due, .present = present};
}

Term stood(int seats, int candidates) {
  return {.unit = {}, .elected_on = {}, .seats = seats, .candidates = candidates};
}

TEST(Candidates, AreAFifthMoreThanSeats) {
  for (const auto& [seats, least] : {std::pair{3, 4}, {5, 6}, {7, 9}}) {
    EXPECT_EQ(count(Elected{Date{2022, 3, 1}, stood(seats, least)}, "ELE-05", today), 0u);
    EXPECT_EQ(count(Elected{Date{2022, 3, 1}, stood(seats, least - 1)}, "ELE-05", today), 1u);
  }
}

TEST(Candidates, ForASecretaryWithoutACommitteeMayBeAsManyAsSeats) {
  EXPECT_EQ(count(Elected{Date{2022, 3, 1}, stood(1, 1), false}, "ELE-05", today), 0u);
}

// 2020: 不少于; 1990: 超过.
TEST(Quorum, OfExactlyFourFifthsIsEnoughSince2020) {
  EXPECT_EQ(count(Elected{Date{2020, 7, 13}, attended(10, 8)}, "ELE-06", today), 0u);
  EXPECT_EQ(count(Elected{Date{2020, 7, 13}, attended(10, 7)}, "ELE-06", today), 1u);
  EXPECT_EQ(count(Elected{Date{2020, 7, 12}, attended(10, 8)}, "ELE-06-1990", today), 1u);
  EXPECT_EQ(count(Elected{Date{2020, 7, 12}, attended(10, 9)}, "ELE-06-1990", today), 0u);
  EXPECT_EQ(count(Elected{Date{2020, 7, 12}, attended(10, 8)}, "ELE-06", today), 0u);
}

TEST(Majority, IsOfThoseDueSince2020) {
  const Date on{2022, 3, 1};
  Elected enough{on, attended(28, 25)};
  enough.with_votes(PostKind::member, 15, on);
  EXPECT_EQ(count(enough, "ELE-07", today), 0u);
  Elected few{on, attended(28, 25)};
  few.with_votes(PostKind::member, 14, on);
  const FaultList faults = check(few.roster, national(), today);
  ASSERT_THAT(found(faults, "ELE-07"), SizeIs(1));
  EXPECT_EQ(found(faults, "ELE-07")[0].found, 14);
  EXPECT_EQ(found(faults, "ELE-07")[0].least, 15);
  EXPECT_EQ(found(faults, "ELE-07")[0].facts, "得票14；应到会28人，应得15票以上");
}

TEST(Majority, WasOfThosePresentBefore2020) {
  const Date on{2019, 3, 1};
  Elected enough{on, attended(28, 25)};
  enough.with_votes(PostKind::member, 13, on);
  EXPECT_THAT(found(check(enough.roster, national(), today), "ELE-07-1990"), IsEmpty());
  Elected few{on, attended(28, 25)};
  few.with_votes(PostKind::member, 12, on);
  EXPECT_EQ(count(few, "ELE-07-1990", today), 1u);
  EXPECT_EQ(count(few, "ELE-07", today), 0u);
}

// A post that is assumed some days after the election was won by the rule of that day.
TEST(Majority, IsThatOfTheDayOfTheElectionAndNotOfTheAppointment) {
  Elected village{Date{2020, 7, 12}, attended(28, 25)};
  village.with_votes(PostKind::member, 12, Date{2020, 7, 20});
  EXPECT_EQ(count(village, "ELE-07-1990", today), 1u);
  EXPECT_EQ(count(village, "ELE-07", today), 0u);
}

// The committee elects its secretary from its own midst; the votes there are of few.
TEST(Majority, OfTheMembersIsNotAskedOfASecretaryWhomTheCommitteeElected) {
  const Date on{2022, 3, 1};
  Elected committee{on, attended(28, 25)};
  committee.with_votes(PostKind::secretary, 5, on);
  EXPECT_EQ(count(committee, "ELE-07-secretary", today), 0u);
  Elected members{on, attended(28, 25), false};
  members.with_votes(PostKind::secretary, 5, on);
  EXPECT_EQ(count(members, "ELE-07-secretary", today), 1u);
}

TEST(Majority, OfAByElectionIsNotTakenOfTheNumbersOfTheTerm) {
  Elected village{Date{2022, 3, 1}, attended(28, 25)};
  village.with_votes(PostKind::member, 12, Date{2023, 3, 1}, Assumption::by_election);
  EXPECT_EQ(count(village, "ELE-07", today), 0u);
}

TEST(Election, OfWhichNoNumbersAreRecordedIsNoFault) {
  const Elected village{Date{2022, 3, 1}, Term{.unit = {}, .elected_on = {}}};
  for (const char* code : {"ELE-05", "ELE-06", "ELE-07"})
    EXPECT_EQ(count(village, code, today), 0u) << code;
}

TEST(TemporaryBranch, HoldsNoElectionAndItsPostsAreAppointed) {
  const Date on{2022, 3, 1};
  Elected village{on, Term{.unit = {}, .elected_on = {}}, false, true};
  village.held(village.b, PostKind::deputy_secretary, village.member(village.committee), on,
               Assumption::appointed);
  EXPECT_EQ(count(village, "ORG-11", today), 1u);
  EXPECT_EQ(count(village, "ORG-12", today), 0u);
  village.held(village.b, PostKind::secretary, village.member(village.committee), on,
               Assumption::elected);
  EXPECT_EQ(count(village, "ORG-12", today), 1u);
}

TEST(Elected, AreFullMembersWithTheirRightsOnTheDay) {
  const Date on{2022, 3, 1};
  Elected village{on, Term{.unit = {}, .elected_on = {}}};
  const PersonId person = village.member(village.b);
  village.held(village.b, PostKind::member, person, on, Assumption::elected);
  EXPECT_EQ(count(village, "ELE-01", today), 0u);
  village.roster.add(Circumstance{.person = person,
                                  .kind = CircumstanceKind::under_probation,
                                  .period = {Date{2021, 3, 2}, Date{2022, 3, 2}}});
  EXPECT_EQ(count(village, "ELE-01", today), 1u);
}

TEST(Result, OfAMemberIsFiledAndOfASecretaryApproved) {
  const Date on{2022, 3, 1};
  for (const auto& [kind, code, enough, short_of] :
       {std::tuple{PostKind::member, "COM-08-members", Approval::filed, Approval::requested},
        {PostKind::secretary, "COM-08", Approval::approved, Approval::filed}})
    for (const Approval approval : {enough, short_of}) {
      Elected village{on, Term{.unit = {}, .elected_on = {}}};
      village.roster.add(Appointment{.post = village.post(village.b, kind),
                                     .person = village.member(village.b),
                                     .period = since(on),
                                     .by = Assumption::elected,
                                     .approval = approval});
      EXPECT_EQ(count(village, code, today), approval == enough ? 0u : 1u) << code;
    }
}

TEST(Result, OfWhomTheHigherOrganizationAppointedNeedsNoApproval) {
  Elected village{Date{2022, 3, 1}, Term{.unit = {}, .elected_on = {}}};
  village.held(village.b, PostKind::secretary, village.member(village.b), Date{2022, 3, 1});
  EXPECT_EQ(count(village, "COM-08", today), 0u);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/term_end.hpp"

#include <array>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// A unit that was elected on a day.
struct Team : Village {
  UnitId unit;
  explicit Team(Date elected_on, BranchField field = BranchField::unspecified,
                UnitKind kind = UnitKind::branch, std::optional<Date> extended_to = {}) {
    Unit like = named("B", kind);
    like.field = field;
    unit = branch(like);
    roster.add(Term{.unit = unit, .elected_on = elected_on, .extended_to = extended_to});
  }
  TermEnd on(Date day) const { return term_end(roster, national(), unit, day); }
  std::string_view rule(Date day) const { return national()[*on(day).length].code; }
};

TEST(TermEnd, OfABranchElectedInMay2023) {
  const Team team{Date{2023, 5, 20}};
  const TermEnd end = team.on(Date{2023, 5, 20});
  EXPECT_EQ(end.reminder, (Date{2025, 11, 20}));
  EXPECT_EQ(end.due, (Date{2026, 5, 20}));
  EXPECT_EQ(end.latest, (Date{2027, 5, 20}));
  EXPECT_EQ(national()[*end.reminded_by].code, "TERM-05");
  EXPECT_EQ(national()[*end.shifted_by].code, "TERM-04-shift");
  EXPECT_EQ(national()[*end.on_time_by].code, "TERM-04");
}

TEST(TermEnd, OfAVillageBranchComesAfterFiveYearsAndItsReminderOnTheLastOfJuly) {
  const Team team{Date{2021, 1, 31}, BranchField::village};
  EXPECT_EQ(team.on(Date{2022, 1, 1}).due, (Date{2026, 1, 31}));
  EXPECT_EQ(team.on(Date{2022, 1, 1}).reminder, (Date{2025, 7, 31}));
  EXPECT_EQ(team.rule(Date{2022, 1, 1}), "TERM-01");
}

TEST(TermEnd, EachStateLastsFromItsFirstDayToTheDayBeforeTheNext) {
  const Team team{Date{2023, 5, 20}};
  EXPECT_EQ(team.on(Date{2023, 5, 20}).state, TermState::running);
  EXPECT_EQ(team.on(Date{2025, 11, 19}).state, TermState::running);
  EXPECT_EQ(team.on(Date{2025, 11, 20}).state, TermState::reminder);
  EXPECT_EQ(team.on(Date{2026, 5, 19}).state, TermState::reminder);
  EXPECT_EQ(team.on(Date{2026, 5, 20}).state, TermState::due);
  EXPECT_EQ(team.on(Date{2026, 5, 21}).state, TermState::late);
}

TEST(TermEnd, IsExtendedUpToTheApprovedDayAndLateAfterIt) {
  const Team team{Date{2023, 5, 20}, {}, UnitKind::branch, Date{2026, 12, 31}};
  EXPECT_EQ(team.on(Date{2026, 5, 20}).state, TermState::due);
  EXPECT_EQ(team.on(Date{2026, 5, 21}).state, TermState::extended);
  EXPECT_EQ(team.on(Date{2026, 12, 31}).state, TermState::extended);
  EXPECT_EQ(team.on(Date{2027, 1, 1}).state, TermState::late);
}

TEST(TermEnd, IsExtendedTooFarAfterTwelveMonths) {
  const Team team{Date{2023, 5, 20}, {}, UnitKind::branch, Date{2027, 12, 31}};
  EXPECT_EQ(team.on(Date{2027, 5, 20}).state, TermState::extended);
  EXPECT_EQ(team.on(Date{2027, 5, 21}).state, TermState::beyond_extension);
  EXPECT_EQ(team.on(Date{2027, 12, 31}).state, TermState::beyond_extension);
  EXPECT_EQ(team.on(Date{2028, 1, 1}).state, TermState::late);
}

TEST(TermEnd, GoesByTheRuleInForceOnTheDayOfTheElection) {
  const struct {
    Date elected_on;
    UnitKind kind;
    BranchField field;
    const char* rule;
    Date due;
  } cases[] = {
      {{2017, 10, 23}, UnitKind::branch, BranchField::village, "TERM-07", {2020, 10, 23}},
      {{2018, 7, 11}, UnitKind::branch, BranchField::village, "TERM-06", {2021, 7, 11}},
      {{2018, 7, 12}, UnitKind::branch, BranchField::village, "TERM-03-village", {2023, 7, 12}},
      {{2018, 7, 12}, UnitKind::branch, BranchField::organ, "TERM-03-branch", {2021, 7, 12}},
      {{2018, 10, 28}, UnitKind::branch, BranchField::community, "TERM-01", {2023, 10, 28}},
      {{2018, 10, 28}, UnitKind::branch, BranchField::retired, "TERM-02", {2021, 10, 28}},
      {{2019, 1, 1}, UnitKind::general_branch, BranchField::organ, "TERM-03-branch", {2022, 1, 1}},
      {{2016, 1, 1},
       UnitKind::committee,
       BranchField::unspecified,
       "TERM-07-committee",
       {2021, 1, 1}},
      {{2018, 7, 12}, UnitKind::committee, BranchField::unspecified, "TERM-03", {2023, 7, 12}},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(std::string{c.rule} + " on " + to_string(c.elected_on));
    const Team team{c.elected_on, c.field, c.kind};
    EXPECT_EQ(team.rule(c.elected_on), c.rule);
    EXPECT_EQ(team.on(c.elected_on).due, c.due);
  }
}

TEST(TermEnd, OnThe29thOfFebruaryComesOnThe28th) {
  const Team team{Date{2024, 2, 29}};
  EXPECT_EQ(team.on(Date{2024, 3, 1}).due, (Date{2027, 2, 28}));
  EXPECT_EQ(team.on(Date{2024, 3, 1}).reminder, (Date{2026, 8, 28}));
}

// From August on there is no 31st in February: the window begins on its last day and none is lost.
TEST(TermEnd, HasAReminderAlsoWhereItsMonthIsTooShort) {
  const Team team{Date{2022, 8, 31}};
  EXPECT_EQ(team.on(Date{2025, 2, 27}).state, TermState::running);
  EXPECT_EQ(team.on(Date{2025, 2, 28}).state, TermState::reminder);
  EXPECT_EQ(team.on(Date{2025, 3, 1}).state, TermState::reminder);
}

TEST(TermEnd, DoesNotConcernGroupsAppointedBodiesAndTemporaryBranches) {
  for (const UnitKind kind :
       {UnitKind::group, UnitKind::working_committee, UnitKind::leading_group})
    EXPECT_EQ((Team{Date{2023, 5, 20}, {}, kind}.on(Date{2024, 1, 1}).state),
              TermState::not_applicable);
  Village village;
  Unit temporary = Village::named("T", UnitKind::branch);
  temporary.temporary = true;
  const UnitId branch = village.branch(temporary);
  village.elected(branch, Date{2023, 5, 20});
  EXPECT_EQ(term_end(village.roster, national(), branch, Date{2030, 1, 1}).state,
            TermState::not_applicable);
}

TEST(TermEnd, IsUnknownWithoutAnElectionAndBeforeTheFirst) {
  Village village;
  const UnitId branch = village.branch();
  EXPECT_EQ(term_end(village.roster, national(), branch, Date{2024, 1, 1}).state,
            TermState::unknown);
  village.elected(branch, Date{2024, 1, 2});
  EXPECT_EQ(term_end(village.roster, national(), branch, Date{2024, 1, 1}).state,
            TermState::unknown);
  EXPECT_EQ(term_end(village.roster, national(), branch, Date{2024, 1, 2}).state,
            TermState::running);
}

TEST(TermEnd, OfAUnitThatTheRosterDoesNotKnowIsRefused) {
  Village village;
  EXPECT_THROW(term_end(village.roster, national(), UnitId{9}, Date{2024, 1, 1}),
               std::invalid_argument);
}

TEST(LateElection, IsABreachFromTheDayAfterTheTerm) {
  const Team team{Date{2021, 3, 1}};
  EXPECT_EQ(count(team, "TERM-04", Date{2024, 3, 1}), 0u);
  const FaultList faults = check(team.roster, national(), Date{2024, 3, 2});
  ASSERT_THAT(found(faults, "TERM-04"), SizeIs(1));
  EXPECT_EQ(found(faults, "TERM-04")[0].days, (Period{Date{2024, 3, 2}, Date{2024, 3, 3}}));
  EXPECT_EQ(found(faults, "TERM-04")[0].facts, "2021-03-01选举，2024-03-01届满，至今未换届");
  EXPECT_THAT(found(faults, "TERM-02"), IsEmpty());
}

// Before 2018-07-12 the length alone was known to us.
TEST(LateElection, OfThePastIsOneOfItsLength) {
  const Team team{Date{2014, 3, 1}};
  EXPECT_EQ(count(team, "TERM-07", Date{2017, 3, 1}), 0u);
  EXPECT_EQ(count(team, "TERM-07", Date{2017, 3, 2}), 1u);
}

TEST(Extension, OfMoreThanAYearIsOutsideTheNorm) {
  const Team within{Date{2023, 5, 20}, {}, UnitKind::branch, Date{2027, 5, 20}};
  EXPECT_EQ(count(within, "TERM-04-shift", Date{2026, 6, 1}), 0u);
  const Team beyond{Date{2023, 5, 20}, {}, UnitKind::branch, Date{2027, 5, 21}};
  EXPECT_EQ(count(beyond, "TERM-04-shift", Date{2026, 6, 1}), 1u);
}

TEST(EarlyElection, ByMoreThanAYearIsOutsideTheNorm) {
  Team within{Date{2021, 3, 1}};
  within.elected(within.unit, Date{2023, 3, 1});
  EXPECT_EQ(count(within, "TERM-04-shift", Date{2023, 6, 1}), 0u);
  Team beyond{Date{2021, 3, 1}};
  beyond.elected(beyond.unit, Date{2023, 2, 28});
  EXPECT_EQ(count(beyond, "TERM-04-shift", Date{2023, 6, 1}), 1u);
}

// Whatever the day of the election, no reminder falls through, and no day has another state than
// the one before it or the next in order.
RC_GTEST_PROP(TermEnd, EntersEveryStateInOrderAndLeavesNoGap, ()) {
  const Date elected_on = Date{2018, 10, 28} + *rc::gen::inRange(0, 20'000);
  const auto field = *rc::gen::element(BranchField::village, BranchField::organ);
  const int extension = *rc::gen::inRange(-1, 800);
  const Team plain{elected_on, field};
  const Date due = *plain.on(elected_on).due;
  const std::optional<Date> extended_to =
      extension < 0 ? std::nullopt : std::optional{due + extension};
  const Team team{elected_on, field, UnitKind::branch, extended_to};
  std::array<int, 8> days{};
  TermState before = TermState::running;
  for (Date day = due - 200; day < due + 810; day = day + 1) {
    const TermState now = team.on(day).state;
    RC_ASSERT(before <= now);
    before = now;
    ++days[static_cast<std::size_t>(now)];
  }
  const auto lasting = [&](TermState state) { return days[static_cast<std::size_t>(state)]; };
  RC_ASSERT(lasting(TermState::reminder) >= 181 && lasting(TermState::reminder) <= 184);
  RC_ASSERT(lasting(TermState::due) == 1);
  RC_ASSERT(lasting(TermState::extended) + lasting(TermState::beyond_extension) ==
            std::max(extension, 0));
  RC_ASSERT(lasting(TermState::extended) <= 366);
  RC_ASSERT(lasting(TermState::late) > 0);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Demands that count from a day in a person's life: deadlines, examinations every so many months,
// anniversaries; and those that ask for class hours.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Date due(const Obligation& o) { return o.bound.last(); }

// One branch, and one person who came to it in that way and to these milestones.
Roster one_person(Person person, MembershipKind kind = MembershipKind::home,
                  Period belonging = always) {
  Roster roster;
  const UnitId unit = roster.add(unit_row("B1"));
  person.code = person.name = "P1";
  person.born_on = Date{1980, 1, 1};
  belong(roster, roster.add(person), unit, kind, belonging);
  return roster;
}

Person admitted(Date day) {
  Person person;
  person.admitted_on = day;
  return person;
}

Person activist(Date day) {
  Person person;
  person.applied_on = day - 100;
  person.activist_on = day;
  return person;
}

Rulebook approval() {
  return rulebook({demand("DEV-13", Activity::heart_to_heart_talk,
                          EveryPerson{.standing = {PartyStanding::probationary}},
                          Deadline{Milestone::admitted, 3, 0})});
}

TEST(Deadlines, WhoWasAdmittedOn15MarchIsApprovedBy15June) {
  const auto all = owed(one_person(admitted({2026, 3, 15})), approval(), year(2026));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].window, (Period{Date{2026, 3, 15}, Date{2026, 6, 16}}));
  EXPECT_EQ(all[0].times, 1);
}

TEST(Deadlines, AreOwedInThePeriodThatHasTheirLastDay) {
  const Roster roster = one_person(admitted({2026, 3, 15}));
  EXPECT_EQ(owed(roster, approval(), {Date{2026, 6, 15}, Date{2026, 6, 16}}).size(), 1u);
  EXPECT_EQ(owed(roster, approval(), {Date{2026, 6, 16}, Date{2026, 6, 17}}).size(), 0u);
  EXPECT_EQ(owed(roster, approval(), {Date{2026, 3, 15}, Date{2026, 6, 15}}).size(), 0u);
}

TEST(Deadlines, OfAMonthEndOnTheLastDayOfAShorterOne) {
  const auto all = owed(one_person(admitted({2025, 11, 30})), approval(), year(2026));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(due(all[0]), (Date{2026, 2, 28}));
}

TEST(Deadlines, InDaysCountFromTheDayAfter) {
  const Rulebook rules = rulebook({demand("X", Activity::heart_to_heart_talk, EveryPerson{},
                                          Deadline{Milestone::admitted, 0, 15})});
  EXPECT_EQ(due(owed(one_person(admitted({2026, 3, 15})), rules, year(2026)).at(0)),
            (Date{2026, 3, 30}));
}

TEST(Deadlines, BindWhoeverWasSuchAOneWhenTheyBeganWhateverBecomesOfThem) {
  Person soon_full = admitted({2026, 3, 15});
  soon_full.full_member_on = Date{2026, 4, 1};
  EXPECT_EQ(owed(one_person(soon_full), approval(), year(2026)).size(), 1u);
  Person at_once_full = admitted({2026, 3, 15});
  at_once_full.full_member_on = Date{2026, 3, 15};
  EXPECT_THAT(owed(one_person(at_once_full), approval(), year(2026)), IsEmpty());
}

TEST(Deadlines, BindOnlyWhoBelongedToTheRosterWhenTheyBegan) {
  const auto approved_if_belonging_from = [](Date day) {
    return owed(one_person(admitted({2026, 3, 15}), MembershipKind::home, since(day)), approval(),
                year(2026))
        .size();
  };
  EXPECT_EQ(approved_if_belonging_from({2026, 3, 15}), 1u);
  EXPECT_EQ(approved_if_belonging_from({2026, 3, 16}), 0u);
}

Rulebook examination() {
  return rulebook({demand("DEV-05", Activity::heart_to_heart_talk,
                          EveryPerson{.standing = {PartyStanding::activist}},
                          EveryMonthsSince{Milestone::activist, 6})});
}

TEST(EveryMonths, AnActivistOf31AugustIsExaminedBy28FebruaryAndBy31August) {
  const Roster roster = one_person(activist({2024, 8, 31}), MembershipKind::care);
  const auto all = owed(roster, examination(), {Date{2024, 1, 1}, Date{2026, 1, 1}});
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].window, (Period{Date{2024, 8, 31}, Date{2025, 3, 1}}));
  EXPECT_EQ(all[1].window, (Period{Date{2025, 3, 1}, Date{2025, 9, 1}}));
}

TEST(EveryMonths, KeepToTheDayOfTheMonthHoweverLongAgoItWas) {
  const auto all =
      owed(one_person(activist({1995, 8, 31}), MembershipKind::care), examination(), year(2026));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].window, (Period{Date{2025, 9, 1}, Date{2026, 3, 1}}));
  EXPECT_EQ(all[1].window, (Period{Date{2026, 3, 1}, Date{2026, 9, 1}}));
}

TEST(EveryMonths, EndWithTheStandingThatTheyAreOf) {
  Person chosen = activist({2024, 8, 31});
  chosen.development_target_on = Date{2025, 8, 31};
  const Period both_years{Date{2024, 1, 1}, Date{2026, 1, 1}};
  EXPECT_EQ(owed(one_person(chosen, MembershipKind::care), examination(), both_years).size(), 1u)
      << "on the last day of the second half-year the person is an activist no more";
  chosen.development_target_on = Date{2025, 9, 1};
  EXPECT_EQ(owed(one_person(chosen, MembershipKind::care), examination(), both_years).size(), 2u);
}

TEST(EveryMonths, AreOfThosePersonsOnlyWhoHaveComeToTheMilestone) {
  EXPECT_THAT(owed(one_person(admitted({2020, 7, 1})), examination(), year(2026)), IsEmpty());
}

// A branch with a secretary from a day on.
class NewSecretary : public testing::Test {
 protected:
  NewSecretary() : branch_{roster.add(unit_row("B1"))}, person{add_person(roster, "P1")} {
    post = add_post(roster, "B1-S", branch_, PostKind::secretary);
  }

  std::vector<Obligation> training(Period period = year(2026)) {
    return owed(roster,
                rulebook({demand("EDU-04", Activity::study_day,
                                 HoldersOf{EveryUnit{{UnitKind::branch}}, {PostKind::secretary}},
                                 Deadline{Milestone::took_post, 6, 0})}),
                period);
  }

  Roster roster;
  UnitId branch_;
  PersonId person;
  PostId post;
};

TEST_F(NewSecretary, IsTrainedWithinHalfAYearOfTakingThePost) {
  appoint(roster, post, person, since({2026, 1, 20}));
  const auto all = training();
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].bearer, Bearer{person});
  EXPECT_EQ(all[0].window, (Period{Date{2026, 1, 20}, Date{2026, 7, 21}}));
}

TEST_F(NewSecretary, IsNoneWhoWasAppointedAnewWithoutABreak) {
  appoint(roster, post, person, {Date{2022, 1, 20}, Date{2026, 1, 20}});
  appoint(roster, post, person, since({2026, 1, 20}));
  EXPECT_THAT(training(), IsEmpty());
}

TEST_F(NewSecretary, IsOneAgainAfterABreakOfADay) {
  appoint(roster, post, person, {Date{2022, 1, 20}, Date{2026, 1, 20}});
  appoint(roster, post, person, since({2026, 1, 21}));
  EXPECT_EQ(training().size(), 1u);
}

TEST_F(NewSecretary, WhoLeavesBeforeTheHalfYearIsOverOwesNothing) {
  appoint(roster, post, person, {Date{2026, 1, 20}, Date{2026, 7, 20}});
  EXPECT_THAT(training(), IsEmpty());
}

TEST_F(NewSecretary, WhoLeavesOnTheNextDayOwesTheTraining) {
  appoint(roster, post, person, {Date{2026, 1, 20}, Date{2026, 7, 21}});
  EXPECT_EQ(training().size(), 1u);
}

TEST(ClassHours, AreOwedInEveryWholeSpanAndNotInTimes) {
  const Rulebook rules = rulebook({demand(
      "EDU-01", Activity::study_day, EveryPerson{.member = true}, ClassHours{32, Span::year})});
  const auto all = owed(one_person(admitted({2020, 7, 1})), rules, year(2026));
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].class_hours, 32);
  EXPECT_EQ(all[0].times, 0);
}

TEST(Persons, InACircumstanceAreThoseWhoAreInItOnEveryDay) {
  Roster roster = one_person(admitted({2010, 7, 1}));
  roster.add(
      Circumstance{PersonId{0}, CircumstanceKind::abroad, {Date{2026, 1, 1}, Date{2027, 1, 1}}});
  const Rulebook rules = rulebook({demand("EDU-10", Activity::heart_to_heart_talk,
                                          EveryPerson{.circumstances = {CircumstanceKind::abroad}},
                                          AtLeast{1, Span::half_year})});
  EXPECT_EQ(owed(roster, rules, year(2026)).size(), 2u);
  EXPECT_EQ(owed(roster, rules, year(2027)).size(), 0u);
}

TEST(Units, WithGroupsAreThoseThatHaveThemOnEveryDay) {
  Roster roster;
  const UnitId with = roster.add(unit_row("B1"));
  const UnitId later = roster.add(unit_row("B2"));
  roster.add(unit_row("B3"));
  Unit group = unit_row("G1", UnitKind::group);
  group.parent = with;
  roster.add(group);
  group = unit_row("G2", UnitKind::group, since({2026, 1, 2}));
  group.parent = later;
  roster.add(group);
  const auto bearers = [&](bool has_groups) {
    std::vector<Bearer> found;
    for (const Obligation& o :
         owed(roster,
              rulebook({demand("X", Activity::study_day,
                               EveryUnit{.kinds = {UnitKind::branch}, .has_groups = has_groups},
                               AtLeast{1, Span::year})}),
              year(2026)))
      found.push_back(o.bearer);
    return found;
  };
  EXPECT_THAT(bearers(true), ElementsAre(Bearer{with}));
  EXPECT_THAT(bearers(false), ElementsAre(Bearer{UnitId{2}}));
}

}  // namespace
}  // namespace zhibu

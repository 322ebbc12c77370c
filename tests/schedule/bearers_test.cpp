// SPDX-License-Identifier: BSL-1.0
//
// Who owes: units, leads of clusters, holders of posts, persons; and what lifts it from them.

#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "rosters.hpp"

namespace zhibu {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::ThrowsMessage;

const AtLeast once_a_year{1, Span::year, {}};

std::vector<Bearer> bearers_of(const std::vector<Obligation>& all) {
  std::vector<Bearer> found;
  for (const Obligation& o : all) found.push_back(o.bearer);
  return found;
}

std::vector<Bearer> bearers_of(const Roster& roster, const Scope& scope) {
  return bearers_of(
      owed(roster, rulebook({demand("R", Activity::study_day, scope, once_a_year)}), year(2026)));
}

using Bearers = std::vector<Bearer>;

TEST(Bearers, EveryUnitOfAKindMayBeNarrowedToTemporaryOnesOrThoseOfRetiredCadres) {
  Roster roster;
  const UnitId ordinary = roster.add(unit_row("B1"));
  const UnitId on_loan = roster.add(temporary(unit_row("B2")));
  Unit of_retired_cadres = unit_row("B3");
  of_retired_cadres.retired_cadres = true;
  const UnitId retired = roster.add(of_retired_cadres);
  roster.add(unit_row("W1", UnitKind::working_committee));

  EXPECT_EQ(bearers_of(roster, every_branch), (Bearers{ordinary, on_loan, retired}));
  EXPECT_EQ(bearers_of(roster, EveryUnit{.kinds = {UnitKind::branch}, .temporary = true}),
            (Bearers{on_loan}));
  EXPECT_EQ(bearers_of(
                roster,
                EveryUnit{.kinds = {UnitKind::branch}, .temporary = false, .retired_cadres = true}),
            (Bearers{retired}));
}

TEST(Bearers, AUnitIsBoundByWhatItIsThroughoutTheWindow) {
  Roster roster;
  const UnitId branch = roster.add(unit_row("B1"));
  roster.upgrade(branch, UnitKind::general_branch, Date{2026, 5, 1});
  const Rulebook rules =
      rulebook({demand("B", Activity::study_day, every_branch, AtLeast{1, Span::quarter, {}}),
                demand("G", Activity::study_day, EveryUnit{{UnitKind::general_branch}, {}, {}},
                       AtLeast{1, Span::quarter, {}})});
  std::vector<std::string> found;
  for (const Obligation& o : owed(roster, rules, year(2026)))
    found.push_back(std::string{o.rule} + " " + title(o.window));
  EXPECT_EQ(found, (std::vector<std::string>{"B 2026-Q1", "G 2026-Q3", "G 2026-Q4"}))
      << "in the second quarter it was neither from end to end";
}

TEST(Bearers, ACommitteeThatIsSetUpInTheMiddleOfAWindowIsNotBoundForAllOfIt) {
  Roster roster;
  Unit branch = unit_row("B1");
  branch.has_committee = false;
  branch.id = roster.add(branch);
  branch.has_committee = true;
  roster.adjust(branch.id, branch, Date{2026, 5, 1});
  Provision rule =
      demand("R", Activity::committee_meeting, every_branch, AtLeast{1, Span::quarter, {}});
  rule.exemptions = {{Condition::without_committee, "COM-04", {"条例", "20", true}}};
  std::vector<bool> exempted;
  for (const Obligation& o : owed(roster, rulebook({rule}), year(2026)))
    exempted.push_back(o.exempted.has_value());
  EXPECT_EQ(exempted, (std::vector{true, true, false, false}));
}

TEST(Bearers, AClusterIsOwedForByTheUnitThatLeadsItThroughoutTheWindow) {
  Roster roster;
  const UnitId first = roster.add(unit_row("B1"));
  const UnitId second = roster.add(unit_row("B2"));
  Cluster cluster;
  cluster.code = "PZ";
  cluster.name = "片组";
  cluster.lead = first;
  cluster.deputy = second;
  cluster.standing = always;
  roster.change_lead(roster.add(cluster), second, first, Date{2026, 4, 1});
  const std::vector<Obligation> all =
      owed(roster,
           rulebook({demand("R", Activity::cluster_meeting, LeadsOfClusters{},
                            AtLeast{1, Span::quarter, {}})}),
           year(2026));
  EXPECT_EQ(bearers_of(all), (Bearers{first, second, second, second}));
}

TEST(Bearers, NamedUnitsComeInTheOrderOfTheRosterEachOnce) {
  Roster roster;
  const UnitId first = roster.add(unit_row("B1"));
  const UnitId second = roster.add(unit_row("B2"));
  EXPECT_EQ(bearers_of(roster, TheseUnits{{"B2", "B1", "B2"}}), (Bearers{first, second}));
}

TEST(Bearers, AUnitThatTheRosterDoesNotHaveIsNamedWithItsProvisionAndTheNearest) {
  Roster roster;
  roster.add(unit_row("YS-B01"));
  EXPECT_THAT([&] { bearers_of(roster, TheseUnits{{"YS-B0l"}}); },
              ThrowsMessage<std::invalid_argument>(
                  AllOf(HasSubstr("provision 'R'"), HasSubstr("'YS-B0l'"), HasSubstr("'YS-B01'"))));
}

TEST(Bearers, TheLeadOfEachClusterOwesWhileTheClusterStands) {
  Roster roster;
  const UnitId lead = roster.add(unit_row("B1"));
  const UnitId deputy = roster.add(unit_row("B2"));
  roster.add(Cluster{{}, "C1", "第一片组", lead, deputy, always});
  roster.add(Cluster{{}, "C2", "第二片组", lead, deputy, always});
  roster.add(Cluster{{}, "C3", "第三片组", deputy, lead, since(Date{2026, 1, 2})});
  EXPECT_EQ(bearers_of(roster, LeadsOfClusters{}), (Bearers{lead, lead}))
      << "once for each cluster, and not for the one founded on the second day of the year";
}

TEST(Bearers, ALeadUnitThatWasDissolvedOwesNoMoreThoughItsClusterStands) {
  for (const int early : {0, 1}) {
    Roster roster;
    const Period standing{Date{2000, 1, 1}, Date{2027, 1, 1} - early};
    const UnitId lead = roster.add(unit_row("B1", UnitKind::branch, standing));
    roster.add(Cluster{{}, "C1", "第一片组", lead, roster.add(unit_row("B2")), always});
    EXPECT_EQ(bearers_of(roster, LeadsOfClusters{}).size(), early == 0 ? 1u : 0u)
        << early << " days before the end of the year";
  }
}

// A working committee with one post, two branches and one person.
struct Committee {
  Roster roster;
  UnitId committee = roster.add(unit_row("W1", UnitKind::working_committee));
  UnitId first_branch = roster.add(unit_row("B1"));
  UnitId second_branch = roster.add(unit_row("B2"));
  PostId post = add_post(roster, "W1-1", committee);
  PersonId member = add_person(roster, "P1", Date{1970, 1, 1});

  std::vector<Obligation> visits(std::vector<PostKind> posts = {}) const {
    return owed(roster,
                rulebook({demand("SR-03", Activity::contact_visit,
                                 HoldersOf{TheseUnits{{"W1"}}, std::move(posts)},
                                 AtLeast{4, Span::year, {}})}),
                year(2026));
  }
};

TEST(Bearers, AHolderOfTwoPostsOwesOnce) {
  Committee c;
  appoint(c.roster, c.post, c.member);
  appoint(c.roster, add_post(c.roster, "W1-2", c.committee, PostKind::secretary), c.member);
  ASSERT_EQ(c.visits().size(), 1u);
  EXPECT_EQ(c.visits()[0].times, 4);
  EXPECT_EQ(c.visits({PostKind::secretary}).size(), 1u);
  EXPECT_EQ(c.visits({PostKind::group_leader}).size(), 0u);
}

TEST(Bearers, WhoeverHoldsThePostOnEveryDayOfTheWindowOwes) {
  const struct {
    Period period;
    std::size_t visits;
  } cases[] = {
      {year(2026), 1},
      {{Date{2026, 1, 2}, Date{2027, 1, 1}}, 0},
      {{Date{2026, 1, 1}, Date{2026, 12, 31}}, 0},
  };
  for (const auto& [period, visits] : cases) {
    Committee c;
    appoint(c.roster, c.post, c.member, period);
    EXPECT_EQ(c.visits().size(), visits) << to_string(period);
  }
}

TEST(Bearers, ANewAppointmentFollowingOnTheOldOneKeepsTheHolder) {
  const Date half_year{2026, 7, 1};
  for (const int gap : {0, 1}) {
    Committee c;
    const PostId secretary = add_post(c.roster, "W1-2", c.committee, PostKind::secretary);
    appoint(c.roster, c.post, c.member, {Date{2020, 1, 1}, half_year});
    appoint(c.roster, secretary, c.member, since(half_year + gap));
    EXPECT_EQ(c.visits().size(), gap == 0 ? 1u : 0u) << gap << " days between the posts";
  }
}

TEST(Bearers, ASuccessorDoesNotKeepTheHolder) {
  Committee c;
  const Date half_year{2026, 7, 1};
  appoint(c.roster, c.post, c.member, {Date{2020, 1, 1}, half_year});
  appoint(c.roster, c.post, add_person(c.roster, "P2"), since(half_year));
  EXPECT_TRUE(c.visits().empty()) << "neither held the post all the year";
}

TEST(Bearers, HoldersComeInTheOrderOfTheRosterThenOfTime) {
  Committee c;
  const PersonId second = add_person(c.roster, "P2");
  appoint(c.roster, c.post, second);
  appoint(c.roster, add_post(c.roster, "W1-2", c.committee), c.member);
  const Rulebook rules =
      rulebook({demand("R", Activity::party_lecture, HoldersOf{TheseUnits{{"W1"}}, {}},
                       AtLeast{1, Span::half_year, {}})});
  EXPECT_EQ(bearers_of(owed(c.roster, rules, year(2026))),
            (Bearers{c.member, c.member, second, second}));
}

TEST(Bearers, AContactVisitIsOwedAtTheContactBranch) {
  Committee c;
  appoint(c.roster, c.post, c.member);
  c.roster.add(Contact{c.member, c.second_branch, always});
  EXPECT_EQ(c.visits().at(0).bearer, Bearer{c.member});
  EXPECT_EQ(c.visits().at(0).at, c.second_branch);
}

TEST(Bearers, AContactThatLastsToTheLastDayOfTheYearIsThePlaceAndOneThatEndsBeforeIsNot) {
  const struct {
    Date end;
    bool is_place;
  } cases[] = {{Date{2027, 1, 1}, true}, {Date{2026, 12, 31}, false}, {Date{2026, 7, 1}, false}};
  for (const auto& [end, is_place] : cases) {
    Committee c;
    appoint(c.roster, c.post, c.member);
    c.roster.add(Contact{c.member, c.first_branch, {Date{2020, 1, 1}, end}});
    ASSERT_EQ(c.visits().size(), 1u) << "the visits are owed in either case";
    EXPECT_EQ(c.visits()[0].at.has_value(), is_place) << "contact until " << to_string(end);
  }
}

TEST(Bearers, AMemberWithTwoContactBranchesMayVisitEither) {
  Committee c;
  appoint(c.roster, c.post, c.member);
  c.roster.add(Contact{c.member, c.first_branch, always});
  c.roster.add(Contact{c.member, c.second_branch, always});
  ASSERT_EQ(c.visits().size(), 1u);
  EXPECT_FALSE(c.visits()[0].at);
}

TEST(Bearers, APostInAnExemptedUnitOwesNothingUnlessThereIsAnother) {
  Provision lecture =
      demand("MTG-10", Activity::party_lecture, HoldersOf{every_branch, {}}, once_a_year);
  lecture.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  Roster roster;
  const UnitId on_loan = roster.add(temporary(unit_row("T1")));
  const UnitId branch = roster.add(unit_row("B1"));
  const PersonId both = add_person(roster, "P1");
  const PersonId one = add_person(roster, "P2");
  for (const PersonId person : {both, one})
    appoint(roster, add_post(roster, person == both ? "T1-1" : "T1-2", on_loan), person);
  appoint(roster, add_post(roster, "B1-1", branch), both);

  const std::vector<Obligation> all = owed(roster, rulebook({lecture}), year(2026));
  ASSERT_EQ(bearers_of(all), (Bearers{both, one}));
  EXPECT_FALSE(all[0].exempted);
  EXPECT_TRUE(all[1].exempted);
}

TEST(Bearers, AMemberWhoseHomeIsExemptedIsExempted) {
  Provision talk = demand("LIFE-07", Activity::heart_to_heart_talk, EveryPerson{}, once_a_year);
  talk.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  Roster roster;
  belong(roster, add_person(roster, "P1"), roster.add(temporary(unit_row("T1"))));
  belong(roster, add_person(roster, "P2"), roster.add(unit_row("B1")));
  const std::vector<Obligation> all = owed(roster, rulebook({talk}), year(2026));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(all[0].exempted);
  EXPECT_FALSE(all[1].exempted);
}

std::vector<Obligation> talks(const Roster& roster, EveryPerson scope) {
  return owed(
      roster,
      rulebook({demand("LIFE-07", Activity::heart_to_heart_talk, std::move(scope), once_a_year)}),
      year(2026));
}

TEST(Bearers, AMemberOwesAtTheHomeBranchAndNotAtTheTemporaryOne) {
  Roster roster;
  const UnitId on_loan = roster.add(temporary(unit_row("T1")));
  const UnitId home = roster.add(unit_row("B1"));
  const PersonId member = add_person(roster, "P1", Date{1970, 1, 1});
  belong(roster, member, on_loan, MembershipKind::activity);
  EXPECT_TRUE(talks(roster, {true, {}}).empty()) << "without a home nothing is owed";
  belong(roster, member, home);
  ASSERT_EQ(talks(roster, {true, {}}).size(), 1u);
  EXPECT_EQ(talks(roster, {true, {}})[0].at, home);
}

TEST(Bearers, WhoeverIsCaredForCountsOnlyWhereMembershipIsNotAsked) {
  Roster roster;
  const UnitId branch = roster.add(unit_row("B1"));
  const PersonId cadre = add_person(roster, "P1");
  belong(roster, cadre, branch, MembershipKind::care);
  EXPECT_EQ(talks(roster, {{}, {}}).size(), 1u);
  EXPECT_EQ(talks(roster, {false, {}}).size(), 1u);
  EXPECT_EQ(talks(roster, {true, {}}).size(), 0u);
  EXPECT_EQ(talks(roster, {{}, {}})[0].at, branch);
}

TEST(Bearers, WhoeverWasAdmittedByTheFirstDayOfTheWindowIsAMemberThroughoutIt) {
  for (const int late : {0, 1}) {
    Roster roster;
    const UnitId branch = roster.add(unit_row("B1"));
    belong(roster, add_person(roster, "P1", Date{2026, 1, 1} + late), branch);
    EXPECT_EQ(talks(roster, {true, {}}).size(), late == 0 ? 1u : 0u) << late << " days late";
    EXPECT_EQ(talks(roster, {false, {}}).size(), 0u) << "nor are they no member throughout it";
  }
}

TEST(Bearers, AMemberWhoMovesOwesAtTheHomeOfTheLastDay) {
  const Date moved{2026, 6, 1};
  for (const int gap : {0, 1}) {
    Roster roster;
    const UnitId old_home = roster.add(unit_row("B1"));
    const UnitId new_home = roster.add(unit_row("B2"));
    const PersonId member = add_person(roster, "P1", Date{1970, 1, 1});
    belong(roster, member, old_home, MembershipKind::home, {Date{2000, 1, 1}, moved});
    belong(roster, member, new_home, MembershipKind::home, since(moved + gap));
    const std::vector<Obligation> all = talks(roster, {true, {}});
    ASSERT_EQ(all.size(), gap == 0 ? 1u : 0u) << gap << " days without a home";
    for (const Obligation& o : all) EXPECT_EQ(o.at, new_home);
  }
}

TEST(Bearers, RetiredCadresAreThoseWhoRetiredByTheFirstDayOfTheWindow) {
  for (const int late : {0, 1}) {
    Roster roster;
    const UnitId branch = roster.add(unit_row("B1"));
    Person person;
    person.code = "P1";
    person.name = "P1";
    person.born_on = Date{1966, 1, 1};
    person.retirement = Retirement::retired;
    person.retired_on = Date{2026, 1, 1} + late;
    belong(roster, roster.add(person), branch);
    EXPECT_EQ(talks(roster, {{}, {Retirement::retired}}).size(), late == 0 ? 1u : 0u)
        << late << " days late";
    EXPECT_EQ(talks(roster, {{}, {Retirement::retired_with_honours}}).size(), 0u);
  }
}

}  // namespace
}  // namespace zhibu

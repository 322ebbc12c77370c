// SPDX-License-Identifier: BSL-1.0
//
// Units that end, merge and are split, and persons who go from one to another.

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Endings : public CountyOfBranches {
 protected:
  std::vector<PersonId> at_home(UnitId unit, Date day) const {
    return roster.members(unit, MembershipKind::home, day);
  }
  void join(PersonId person, UnitId unit, Period period,
            MembershipKind kind = MembershipKind::home) {
    roster.add(Membership{person, unit, kind, period});
  }
  PersonId other = roster.add(person_row("P2"));
  PersonId third = roster.add(person_row("P3"));
};

using Dissolving = Endings;
using Merging = Endings;
using Splitting = Endings;
using Transferring = Endings;

TEST_F(Dissolving, IsSoFromItsDayOn) {
  roster.dissolve(health, reform, "永组发〔2019〕6号");
  EXPECT_TRUE(roster.at(health, reform - 1));
  EXPECT_EQ(roster.at(health, reform), std::nullopt);
  EXPECT_EQ(roster[health].standing, (Period{founded, reform}));
  EXPECT_EQ(roster[health].name, "县卫生局党支部") << "what it was stays known";
  EXPECT_THAT(roster.children(committee, reform), ElementsAre(education, office));
  EXPECT_EQ(roster.of<Event>(health).at(0).kind, EventKind::dissolve);
}

TEST_F(Dissolving, EndsAllThatDependsOnTheUnit) {
  const PostId post = roster.add(post_row("S1", health));
  const ClusterId cluster =
      roster.add(Cluster{{}, "PZ01", "第一片组", education, office, since(founded)});
  const WorkplaceId bureau = roster.add(Workplace{{}, "W1", "县卫生局"});
  join(member, health, since(founded));
  join(other, health, since(founded), MembershipKind::care);
  roster.add(Appointment{post, member, since(founded)});
  roster.add(ClusterMembership{cluster, health, since(founded)});
  roster.add(Contact{other, health, since(founded)});
  roster.add(Venue{health, "活动室", "", since(founded)});
  roster.add(UnitWorkplace{health, bureau, since(founded)});

  roster.dissolve(health, reform);
  EXPECT_THAT(at_home(health, reform - 1), ElementsAre(member));
  EXPECT_THAT(at_home(health, reform), IsEmpty());
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), std::nullopt);
  EXPECT_THAT(roster.members(health, MembershipKind::care, reform), IsEmpty());
  EXPECT_EQ(roster.appointments(health, reform - 1).size(), 1u);
  EXPECT_THAT(roster.appointments(health, reform), IsEmpty());
  EXPECT_EQ(roster.cluster_of(health, reform - 1), cluster);
  EXPECT_EQ(roster.cluster_of(health, reform), std::nullopt);
  EXPECT_THAT(roster.units(cluster, reform), IsEmpty());
  EXPECT_EQ(roster.contacts(other, reform - 1).size(), 1u);
  EXPECT_THAT(roster.contacts(other, reform), IsEmpty());
  const Period rest{founded, reform};
  EXPECT_EQ(roster.memberships(member).at(0).period, rest);
  EXPECT_EQ(roster.memberships(other).at(0).period, rest);
  EXPECT_EQ(roster.of<Appointment>(post).at(0).period, rest);
  EXPECT_EQ(roster.of<ClusterMembership>(health).at(0).period, rest);
  EXPECT_EQ(roster.of<Contact>(health).at(0).period, rest);
  EXPECT_EQ(roster.of<Venue>(health).at(0).period, rest);
  EXPECT_EQ(roster.of<UnitWorkplace>(health).at(0).period, rest);
}

TEST_F(Dissolving, WhatEndedBeforeKeepsItsDay) {
  const Period early{founded, Date{2015, 1, 1}};
  join(member, health, early);
  roster.add(Contact{other, health, early});
  roster.dissolve(health, reform);
  EXPECT_EQ(roster.memberships(member).at(0).period, early);
  EXPECT_EQ(roster.of<Contact>(health).at(0).period, early);
}

TEST_F(Dissolving, EndsTheTermOfOffice) {
  roster.add(Term{.id = {}, .unit = health, .elected_on = Date{2018, 6, 30}});
  roster.dissolve(health, reform);
  EXPECT_TRUE(roster.term(health, reform - 1));
  EXPECT_EQ(roster.term(health, reform), std::nullopt);
}

TEST_F(Dissolving, IsRefusedWhileOthersStandUnderIt) {
  unchanged([&] { roster.dissolve(committee, reform); },
            "under the unit 'GW' there still stand, on 2019-03-01 or later, 'B-WS', 'B-JY', "
            "'B-BG'; accepted: a unit with none under it; move or dissolve those first");
  roster.move(health, std::nullopt, reform);
  roster.dissolve(education, reform);
  roster.move(office, std::nullopt, reform + 1);
  unchanged([&] { roster.dissolve(committee, reform); }, "or later, 'B-BG'; accepted");
  EXPECT_EQ(refusal([&] { roster.dissolve(committee, reform + 1); }), "none");
}

TEST_F(Dissolving, IsRefusedWhereAUnitComesUnderItLater) {
  roster.move(health, office, reform + 100);
  unchanged([&] { roster.dissolve(office, reform); }, "on 2019-03-01 or later, 'B-WS'");
}

TEST_F(Dissolving, NeedsADayBefore) {
  unchanged([&] { roster.dissolve(health, founded); },
            "the unit 'B-WS' would end on 2012-03-01, the day it begins; accepted: a later day");
  EXPECT_EQ(refusal([&] { roster.dissolve(health, founded + 1); }), "none");
  unchanged([&] { roster.dissolve(health, founded + 1); },
            "the unit 'B-WS' does not stand on 2012-03-02; accepted: a day of "
            "2012-03-01..2012-03-01");
}

TEST_F(Dissolving, MayBeKnownAheadAndComeEarlier) {
  join(member, health, since(founded));
  roster.dissolve(health, reform + 365);
  EXPECT_TRUE(roster.at(health, reform));
  roster.dissolve(health, reform);
  EXPECT_FALSE(roster.at(health, reform));
  EXPECT_THAT(at_home(health, reform), IsEmpty());
  EXPECT_EQ(roster.of<Event>(health).size(), 2u);
}

// One whose first home would only have begun later has none then, and may have another.
TEST_F(Dissolving, BeforeAMemberCameLeavesTheOthersInTheirPlace) {
  join(other, health, since(founded));
  join(member, health, since(reform));
  join(third, health, since(founded));
  roster.dissolve(health, reform - 10);
  join(member, education, since(reform));
  join(other, education, since(reform));
  EXPECT_THAT(at_home(health, reform - 11), ElementsAre(other, third));
  EXPECT_THAT(at_home(education, reform), ElementsAre(member, other));
  EXPECT_EQ(roster.home(member, reform), education);
}

TEST_F(Dissolving, ATemporaryOneLapses) {
  unchanged([&] { roster.lapse(health, reform); },
            "the unit 'B-WS' is not temporary; accepted: a temporary one; others are dissolved");
  Unit as = *roster.at(health, reform - 10);
  as.temporary = true;
  roster.adjust(health, as, reform - 10);
  EXPECT_EQ(roster[roster.lapse(health, reform, "永组发〔2019〕7号")].kind, EventKind::lapse);
  EXPECT_TRUE(roster.at(health, reform - 1));
  EXPECT_FALSE(roster.at(health, reform));
}

TEST_F(Merging, TakesTheMembersWhereTheyGoOn) {
  join(member, health, since(founded));
  join(other, education, since(founded));
  const std::vector<EventId> events =
      roster.merge(std::vector{health}, education, reform, "永组发〔2019〕8号");
  EXPECT_THAT(at_home(health, reform - 1), ElementsAre(member));
  EXPECT_THAT(at_home(education, reform - 1), ElementsAre(other));
  EXPECT_THAT(at_home(education, reform), ElementsAre(other, member));
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), education);
  EXPECT_EQ(roster.at(health, reform), std::nullopt);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(roster[events[0]].unit, health);
  EXPECT_EQ(roster[events[0]].other, education);
}

TEST_F(Merging, IsKnownOnBothSides) {
  roster.merge(std::vector{health, office}, education, reform, "永组发〔2019〕8号");
  EXPECT_EQ(roster.of<Event>(health).size(), 1u);
  EXPECT_EQ(roster.of<Event>(office).size(), 1u);
  EXPECT_EQ(roster.of<Event>(education).size(), 2u);
  for (const Event& event : roster.of<Event>(education))
    EXPECT_EQ(event.document, "永组发〔2019〕8号");
}

TEST_F(Merging, TakesWhoeverIsLookedAfterOrTakesPart) {
  join(member, health, since(founded), MembershipKind::care);
  join(other, health, since(founded), MembershipKind::activity);
  join(other, education, {founded, reform + 10}, MembershipKind::activity);
  roster.merge(std::vector{health}, education, reform);
  EXPECT_THAT(roster.members(education, MembershipKind::care, reform - 1), IsEmpty());
  EXPECT_THAT(roster.members(education, MembershipKind::care, reform), ElementsAre(member));
  EXPECT_EQ(roster.home(member, reform), education);
  for (const Date day : {reform, reform + 9, reform + 10})
    EXPECT_THAT(roster.members(education, MembershipKind::activity, day), ElementsAre(other))
        << to_string(day) << ": once, although it was so there already";
}

TEST_F(Merging, TakesAlsoWhoIsToComeLater) {
  join(member, health, since(reform + 30));
  roster.merge(std::vector{health}, education, reform);
  EXPECT_EQ(roster.home(member, reform + 29), std::nullopt);
  EXPECT_EQ(roster.home(member, reform + 30), education);
}

TEST_F(Merging, LeavesThoseWhoAreToGoElsewhereTheirDay) {
  join(member, health, {founded, reform + 30});
  join(member, office, since(reform + 30));
  roster.merge(std::vector{health}, education, reform);
  EXPECT_EQ(roster.home(member, reform + 29), education);
  EXPECT_EQ(roster.home(member, reform + 30), office);
}

TEST_F(Merging, BringsWhateverStoodUnderIt) {
  const UnitId group = roster.add(unit_row("G1", health, UnitKind::group));
  const UnitId later = roster.add(unit_row("G2", office, UnitKind::group));
  roster.move(later, health, reform + 50);
  roster.merge(std::vector{health}, education, reform);
  EXPECT_EQ(roster.at(group, reform - 1)->parent, health);
  EXPECT_EQ(roster.at(group, reform)->parent, education);
  EXPECT_EQ(roster.at(later, reform + 49)->parent, office);
  EXPECT_EQ(roster.at(later, reform + 50)->parent, education);
}

TEST_F(Merging, OfUnitsOfDifferentKindsIsRefused) {
  roster.upgrade(education, UnitKind::general_branch, reform);
  unchanged([&] { roster.merge(std::vector{health}, education, reform); },
            "the unit 'B-WS' is a branch and 'B-JY' a general_branch; accepted: units of one kind; "
            "upgrade first");
  EXPECT_EQ(refusal([&] { roster.merge(std::vector{health}, education, reform - 1); }), "none");
}

TEST_F(Merging, IntoWhatStandsUnderItIsRefused) {
  roster.move(education, health, reform - 10);
  unchanged(
      [&] {
        roster.merge(std::vector{health, office}, education, reform);
      },
      "a circle of units, each standing under the next: B-JY → B-JY");
  const UnitId group = roster.add(unit_row("G1", health));
  roster.move(education, group, reform);
  unchanged(
      [&] {
        roster.merge(std::vector{office, health}, education, reform);
      },
      "G1 → B-JY → G1");
}

TEST_F(Merging, IntoWhatEndsBeforeThoseItTakesIsRefused) {
  roster.add(unit_row("G1", health, UnitKind::group));
  roster.dissolve(education, reform + 10);
  unchanged([&] { roster.merge(std::vector{health}, education, reform); },
            "the unit 'B-JY' stands 2012-03-01..2019-03-10, and 'G1' would stand under it");
}

TEST_F(Merging, OfOneOrNoneIsRefused) {
  unchanged([&] { roster.merge(std::vector{health}, health, reform); },
            "nothing to merge into the unit 'B-WS'; accepted: another unit at least");
  unchanged([&] { roster.merge({}, health, reform); }, "nothing to merge into");
  unchanged(
      [&] {
        roster.merge(std::vector{health, office}, education, founded);
      },
      "the unit 'B-WS' would end on 2012-03-01");
}

// OWIP keeps statistics by the unit's name of today; here the year that was reported stays.
TEST_F(Splitting, LeavesTheUnitAsItWasBefore) {
  join(member, health, since(founded));
  Unit out = unit_row("B-WS-2", committee);
  out.standing = since(reform);
  const UnitId second = roster.add(out);
  const std::vector<std::string> before = told(roster, reform - 1);
  roster.split(health, std::vector{health, second}, reform, "永组发〔2019〕9号");
  EXPECT_EQ(told(roster, reform - 1), before);
  EXPECT_TRUE(roster.at(health, reform));
  EXPECT_THAT(at_home(health, reform), ElementsAre(member));
  EXPECT_EQ(roster.of<Event>(second).at(0).unit, health);
  EXPECT_EQ(roster.of<Event>(second).at(0).other, second);
  EXPECT_EQ(roster.of<Event>(health).size(), 1u);
}

TEST_F(Splitting, EndsTheUnitUnlessItIsOneOfThem) {
  join(member, health, since(founded));
  roster.split(health, std::vector{education, office}, reform);
  EXPECT_TRUE(roster.at(health, reform - 1));
  EXPECT_FALSE(roster.at(health, reform));
  EXPECT_EQ(roster.home(member, reform), std::nullopt) << "who goes where is not known yet";
  roster.transfer(member, office, reform);
  EXPECT_EQ(roster.home(member, reform), office);
  EXPECT_EQ(roster.of<Event>(health).size(), 2u);
}

TEST_F(Splitting, IntoNothingElseIsRefused) {
  unchanged([&] { roster.split(health, {}, reform); }, "nothing that comes out of");
  unchanged([&] { roster.split(health, std::vector{health}, reform); }, "nothing that comes out");
  unchanged(
      [&] {
        roster.split(health, std::vector{health, health}, reform);
      },
      "nothing that comes out of the unit 'B-WS'; accepted: another unit at least");
}

TEST_F(Splitting, IsRefusedBeforeWhatComesOutStands) {
  Unit out = unit_row("B-WS-2", committee);
  out.standing = since(reform);
  const UnitId second = roster.add(out);
  unchanged(
      [&] {
        roster.split(health, std::vector{health, second}, reform - 1);
      },
      "the unit 'B-WS-2' does not stand on 2019-02-28");
}

TEST_F(Splitting, NamesEachOnce) {
  EXPECT_EQ(roster.split(health, std::vector{health, office, office}, reform).size(), 1u);
}

TEST_F(Splitting, MayComeOnTheFirstDayOfAUnitThatGoesOn) {
  EXPECT_EQ(refusal([&] { roster.split(health, std::vector{health, office}, founded); }), "none");
  unchanged([&] { roster.split(health, std::vector{office}, founded); }, "the day it begins");
}

TEST_F(Transferring, ChangesTheHomeFromItsDayOn) {
  join(member, health, since(founded));
  roster.transfer(member, education, reform);
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), education);
  EXPECT_THAT(at_home(health, reform), IsEmpty());
  EXPECT_THAT(at_home(education, reform), ElementsAre(member));
  EXPECT_EQ(roster.memberships(member).size(), 2u);
}

TEST_F(Transferring, BackAndForthCountsOnceADay) {
  join(member, health, since(founded));
  roster.transfer(member, education, reform);
  roster.transfer(member, health, reform + 10);
  roster.transfer(member, education, reform + 20);
  for (const auto& [day, unit] :
       {std::pair{reform, education}, {reform + 10, health}, {reform + 20, education}}) {
    EXPECT_THAT(at_home(unit, day), ElementsAre(member));
    EXPECT_THAT(at_home(unit == health ? education : health, day), IsEmpty());
  }
  EXPECT_EQ(roster.memberships(member).size(), 4u);
}

TEST_F(Transferring, EnteredLateHoldsUpToTheNextThatIsKnown) {
  join(member, health, since(founded));
  roster.transfer(member, office, reform);
  roster.transfer(member, education, reform - 10);
  EXPECT_EQ(roster.home(member, reform - 11), health);
  EXPECT_EQ(roster.home(member, reform - 1), education);
  EXPECT_EQ(roster.home(member, reform), office);
}

TEST_F(Transferring, EnteredLateLastsNoLongerThanTheHomeIsKnownTo) {
  join(member, health, {founded, reform + 10});
  roster.transfer(member, education, reform);
  EXPECT_EQ(roster.home(member, reform + 9), education);
  EXPECT_EQ(roster.home(member, reform + 10), std::nullopt);
}

TEST_F(Transferring, GivesAHomeToWhoHadNone) {
  roster.transfer(member, health, reform);
  EXPECT_EQ(roster.home(member, reform - 1), std::nullopt);
  EXPECT_EQ(roster.home(member, reform), health);
  unchanged([&] { roster.transfer(member, health, reform + 10); },
            "'P1' is at home in 'B-WS' on 2019-03-11 already; accepted: another unit, or another "
            "day");
}

TEST_F(Transferring, ToWhatDoesNotStandIsRefused) {
  roster.dissolve(health, reform);
  unchanged([&] { roster.transfer(member, health, reform); },
            "the unit 'B-WS' does not stand on 2019-03-01");
  EXPECT_EQ(refusal([&] { roster.transfer(member, health, reform - 1); }), "none");
  EXPECT_EQ(roster.home(member, reform), std::nullopt);
}

}  // namespace
}  // namespace zhibu

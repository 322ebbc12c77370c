// SPDX-License-Identifier: BSL-1.0

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

using Renaming = CountyOfBranches;
using Moving = CountyOfBranches;
using Changing = CountyOfBranches;
using Entering = CountyOfBranches;

TEST_F(Renaming, HoldsFromItsDayOn) {
  roster.rename(health, "县卫健局党支部", reform, "永组发〔2019〕3号");
  EXPECT_EQ(name(health, reform - 1), "县卫生局党支部");
  EXPECT_EQ(name(health, reform), "县卫健局党支部");
  EXPECT_EQ(roster[health].name, "县卫健局党支部");
  EXPECT_EQ(roster.history(health).at(reform - 1)->name, "县卫生局党支部");
}

TEST_F(Renaming, IsEnteredWithItsDocument) {
  const EventId id = roster.rename(health, "县卫健局党支部", reform, "永组发〔2019〕3号");
  const Event event = roster[id];
  EXPECT_EQ(event.kind, EventKind::rename);
  EXPECT_EQ(event.unit, health);
  EXPECT_EQ(event.on, reform);
  EXPECT_EQ(event.document, "永组发〔2019〕3号");
  EXPECT_EQ(event.other, std::nullopt);
  EXPECT_EQ(roster.of<Event>(health).size(), 1u);
  EXPECT_THAT(roster.of<Event>(education), IsEmpty());
}

TEST_F(Renaming, LeavesThePlaceAmongTheChildren) {
  const std::vector<UnitId> before = roster.children(committee, reform);
  roster.rename(health, "县卫健局党支部", reform);
  EXPECT_EQ(roster.children(committee, reform), before);
  const RosterView view = roster.as_of(reform);
  EXPECT_EQ(view.children(committee), before);
}

TEST_F(Renaming, ComesOnTheDayForWhichItWasEnteredAndNotBefore) {
  const Date ahead{2031, 1, 1};
  roster.rename(health, "县卫健局党支部", ahead);
  EXPECT_EQ(name(health, ahead - 1), "县卫生局党支部");
  EXPECT_EQ(name(health, ahead), "县卫健局党支部");
}

// What Workday's manual tests with: entered on 1 March, effective on the 15th, asked on three days.
TEST_F(Renaming, EnteredAheadIsAskedOnThreeDays) {
  roster.rename(health, "县卫健局党支部", Date{2019, 3, 15});
  EXPECT_EQ(name(health, Date{2019, 2, 28}), "县卫生局党支部");
  EXPECT_EQ(name(health, Date{2019, 3, 10}), "县卫生局党支部");
  EXPECT_EQ(name(health, Date{2019, 3, 25}), "县卫健局党支部");
}

TEST_F(Renaming, BackdatedHoldsUpToTheNextName) {
  roster.rename(health, "丙", reform);
  roster.rename(health, "乙", reform - 365);
  EXPECT_EQ(name(health, reform - 366), "县卫生局党支部");
  EXPECT_EQ(name(health, reform - 365), "乙");
  EXPECT_EQ(name(health, reform - 1), "乙");
  EXPECT_EQ(name(health, reform), "丙");
}

TEST_F(Renaming, BackdatedGoesThroughWhateverElseChangedLater) {
  roster.upgrade(health, UnitKind::general_branch, reform);
  roster.move(health, office, reform + 10);
  roster.rename(health, "县卫健局党总支", reform - 10);
  EXPECT_EQ(name(health, reform), "县卫健局党总支");
  EXPECT_EQ(name(health, reform + 10), "县卫健局党总支");
  EXPECT_EQ(roster.at(health, reform + 10)->kind, UnitKind::general_branch);
  EXPECT_EQ(roster.at(health, reform + 10)->parent, office);
  EXPECT_EQ(roster.at(health, reform - 1)->kind, UnitKind::branch);
}

TEST_F(Renaming, OfTwoForOneDayTheLastEnteredHoldsAndBothAreKept) {
  roster.rename(health, "乙", reform);
  roster.rename(health, "丙", reform);
  EXPECT_EQ(name(health, reform), "丙");
  EXPECT_EQ(roster.of<Event>(health).size(), 2u);
}

TEST_F(Renaming, IsRefusedWhileTheUnitDoesNotStand) {
  unchanged([&] { roster.rename(health, "早", founded - 1); },
            "the unit 'B-WS' does not stand on 2012-02-29; accepted: a day of 2012-03-01..");
  unchanged([&] { roster.rename(health, "", reform); },
            "the unit 'B-WS' without a name; accepted: any text");
  EXPECT_EQ(refusal([&] { roster.rename(health, "初", founded); }), "none");
}

TEST_F(Moving, TakesAUnitWithAllUnderIt) {
  const UnitId group = roster.add(unit_row("B-WS-1", health, UnitKind::group));
  roster.move(health, office, reform, "永组发〔2019〕4号");
  EXPECT_TRUE(roster.is_within(group, committee, reform - 1));
  EXPECT_FALSE(roster.is_within(group, office, reform - 1));
  EXPECT_TRUE(roster.is_within(group, office, reform));
  EXPECT_THAT(roster.children(office, reform - 1), IsEmpty());
  EXPECT_THAT(roster.children(office, reform), ElementsAre(health));
}

TEST_F(Moving, OutFromUnderAllAndBackIsPossible) {
  roster.move(health, std::nullopt, reform);
  roster.move(health, committee, reform + 1);
  EXPECT_EQ(roster.at(health, reform)->parent, std::nullopt);
  EXPECT_FALSE(roster.is_within(health, committee, reform));
  EXPECT_TRUE(roster.is_within(health, committee, reform + 1));
  EXPECT_EQ(roster.children(committee, reform + 1), roster.children(committee, reform - 1));
}

TEST_F(Moving, UnderItselfIsRefused) {
  unchanged([&] { roster.move(committee, health, reform); },
            "a circle of units, each standing under the next: GW → B-WS → GW; accepted: a parent "
            "that does not stand under the unit");
  unchanged([&] { roster.move(health, health, reform); }, "B-WS → B-WS");
}

TEST_F(Moving, InACircleOnlyLaterIsRefusedToo) {
  roster.move(office, health, reform);
  roster.move(office, committee, reform + 365);
  unchanged([&] { roster.move(health, office, reform - 10); }, "a circle of units");
  unchanged([&] { roster.move(health, office, reform + 364); }, "a circle of units");
  EXPECT_EQ(refusal([&] { roster.move(health, office, reform + 365); }), "none");
}

// A move that is changed before the circle would close makes none.
TEST_F(Moving, IsOnlyLookedAtUpToTheNextMove) {
  roster.move(health, committee, reform);
  roster.move(office, health, reform);
  EXPECT_THAT(refusal([&] { roster.move(health, office, reform - 10); }),
              HasSubstr("a circle of units"))
      << "a move to where it stands anyway is no end of another";
  roster.move(health, std::nullopt, reform);
  EXPECT_EQ(refusal([&] { roster.move(health, office, reform - 10); }), "none");
  EXPECT_TRUE(roster.is_within(health, office, reform - 1));
  EXPECT_TRUE(roster.is_within(office, health, reform));
}

TEST_F(Moving, UnderWhatDoesNotStandIsRefused) {
  Unit later = unit_row("GW2", std::nullopt, UnitKind::committee);
  later.standing = since(reform);
  const UnitId second = roster.add(later);
  unchanged([&] { roster.move(health, second, reform - 1); },
            "the unit 'GW2' does not stand on 2019-02-28");
  EXPECT_EQ(refusal([&] { roster.move(health, second, reform); }), "none");
}

TEST_F(Moving, UnderWhatIsKnownToEndBeforeIsRefused) {
  roster.dissolve(office, reform);
  unchanged([&] { roster.move(health, office, reform - 10); },
            "the unit 'B-BG' stands 2012-03-01..2019-02-28, and 'B-WS' would stand under it "
            "2019-02-19..; accepted: a parent that stands as long; enter first where the unit goes "
            "from there");
  roster.move(health, std::nullopt, reform);
  EXPECT_EQ(refusal([&] { roster.move(health, office, reform - 10); }), "none");
  EXPECT_TRUE(roster.is_within(health, office, reform - 1));
  EXPECT_EQ(roster.at(health, reform)->parent, std::nullopt);
}

TEST_F(Changing, TheKindIsAnUpgrade) {
  roster.upgrade(health, UnitKind::general_branch, reform, "永组发〔2019〕5号");
  EXPECT_EQ(roster.at(health, reform - 1)->kind, UnitKind::branch);
  EXPECT_EQ(roster.at(health, reform)->kind, UnitKind::general_branch);
  EXPECT_EQ(roster.of<Event>(health).at(0).kind, EventKind::upgrade);
}

TEST_F(Changing, TheRestIsAnAdjustment) {
  Unit as = *roster.at(health, reform);
  as.has_committee = true;
  as.joint = true;
  as.field = BranchField::organ;
  roster.adjust(health, as, reform);
  EXPECT_FALSE(roster.at(health, reform - 1)->has_committee);
  EXPECT_TRUE(roster.at(health, reform)->has_committee);
  EXPECT_TRUE(roster.at(health, reform)->joint);
  EXPECT_EQ(roster.at(health, reform)->field, BranchField::organ);
  EXPECT_EQ(name(health, reform), "县卫生局党支部");
}

TEST_F(Changing, AnAdjustmentOfNameKindOrParentIsRefused) {
  Unit as = *roster.at(health, reform);
  as.name = "别名";
  unchanged([&] { roster.adjust(health, as, reform); },
            "another name, kind or parent of the unit 'B-WS'; accepted: the same");
  as = *roster.at(health, reform);
  as.parent = std::nullopt;
  unchanged([&] { roster.adjust(health, as, reform); }, "another name, kind or parent");
}

// Each flag goes through on its own: the one that was known to change keeps its day.
TEST_F(Changing, BackdatedFlagsGoThroughEachForItself) {
  Unit as = *roster.at(health, reform);
  as.has_committee = true;
  roster.adjust(health, as, reform);
  as = *roster.at(health, reform - 100);
  as.retired_cadres = true;
  roster.adjust(health, as, reform - 100);
  EXPECT_FALSE(roster.at(health, reform - 1)->has_committee);
  EXPECT_TRUE(roster.at(health, reform)->has_committee);
  EXPECT_TRUE(roster.at(health, reform)->retired_cadres);
  EXPECT_FALSE(roster.at(health, reform - 101)->retired_cadres);
}

TEST_F(Changing, TheLeadOfAClusterKeepsWhoLedBefore) {
  const ClusterId cluster =
      roster.add(Cluster{{}, "PZ01", "第一片组", health, education, since(founded)});
  roster.change_lead(cluster, education, office, reform);
  EXPECT_EQ(roster.at(cluster, reform - 1)->lead, health);
  EXPECT_EQ(roster.at(cluster, reform)->lead, education);
  EXPECT_EQ(roster.at(cluster, reform)->deputy, office);
  EXPECT_EQ(roster.at(cluster, founded - 1), std::nullopt);
  roster.change_lead(cluster, office, health, reform - 10);
  EXPECT_EQ(roster.at(cluster, reform - 1)->lead, office);
  EXPECT_EQ(roster.at(cluster, reform)->lead, education);
  EXPECT_EQ(roster.history(cluster).at(reform - 11)->lead, health);
  unchanged([&] { roster.change_lead(cluster, health, office, founded - 1); },
            "the cluster 'PZ01' does not stand on 2012-02-29");
}

TEST_F(Changing, WhoResignsHoldsThePostUpToTheDayBeforeAndItIsVacantFromThenOn) {
  const PostId secretary = roster.add(post_row("S", health));
  roster.add(Appointment{.post = secretary, .person = member, .period = since(founded)});
  unchanged([&] { roster.vacate(secretary, member, founded); },
            "did not hold 'S' on the day before");
  roster.vacate(secretary, member, reform);
  EXPECT_EQ(roster.as_of(reform - 1).holders(secretary).size(), 1u);
  EXPECT_THAT(roster.as_of(reform - 1).vacancies(health), IsEmpty());
  EXPECT_THAT(roster.as_of(reform).vacancies(health), ElementsAre(secretary));
  unchanged([&] { roster.vacate(secretary, member, reform + 1); }, "did not hold 'S'");
  EXPECT_EQ(roster.of<Appointment>(secretary).size(), 1u) << "what was held is still there";
}

TEST_F(Changing, WhoLeavesABranchBelongedToItUpToTheDayBefore) {
  const PersonId guest = roster.add(person_row("guest"));
  roster.add(Membership{guest, health, MembershipKind::home, since(founded)});
  roster.add(Membership{guest, education, MembershipKind::activity, since(founded)});
  roster.leave(guest, health, MembershipKind::home, reform);
  roster.leave(guest, education, MembershipKind::activity, reform + 1);
  EXPECT_EQ(roster.home(guest, reform - 1), health);
  EXPECT_EQ(roster.home(guest, reform), std::nullopt);
  EXPECT_THAT(roster.members(education, MembershipKind::activity, reform), ElementsAre(guest));
  EXPECT_THAT(roster.members(education, MembershipKind::activity, reform + 1), IsEmpty());
  unchanged([&] { roster.leave(guest, health, MembershipKind::home, reform + 1); },
            "'guest' did not belong to 'B-WS' (home) on the day before");
}

TEST_F(Entering, AFoundingIsOnTheDayOnWhichTheUnitBegins) {
  const EventId id = roster.found(health, "永组发〔2012〕1号");
  EXPECT_EQ(roster[id].on, founded);
  EXPECT_EQ(roster[id].kind, EventKind::found);
  unchanged([&] { roster.found(health, "永组发〔2012〕2号"); },
            "the unit 'B-WS' was founded already, by '永组发〔2012〕1号'");
  EXPECT_EQ(refusal([&] { roster.found(education, ""); }), "none");
}

TEST_F(Entering, AllEventsAreKeptInTheOrderEntered) {
  roster.rename(health, "乙", reform);
  roster.move(health, office, reform - 10);
  std::vector<Date> entered;
  for (const Event& event : roster.events()) entered.push_back(event.on);
  EXPECT_THAT(entered, ElementsAre(reform, reform - 10));
  EXPECT_EQ(refusal([&] { roster[EventId{2}]; }),
            "no such event in this roster: handle 2; accepted: the handles 0 to 1");
}

TEST_F(Entering, ACopyHasAHistoryOfItsOwn) {
  Roster copy = roster;
  copy.rename(health, "乙", reform);
  EXPECT_EQ(name(health, reform), "县卫生局党支部");
  EXPECT_THAT(roster.of<Event>(health), IsEmpty());
  EXPECT_EQ(copy.at(health, reform)->name, "乙");
}

TEST_F(Entering, AHandleOfAnotherRosterIsRefused) {
  const UnitId stranger{99};
  for (const auto& act : std::vector<std::function<void()>>{
           [&] { roster.rename(stranger, "甲", reform); },
           [&] { roster.move(stranger, office, reform); },
           [&] { roster.move(health, stranger, reform); },
           [&] { roster.upgrade(stranger, UnitKind::branch, reform); },
           [&] { roster.dissolve(stranger, reform); },
           [&] { roster.merge(std::vector{stranger}, health, reform); },
           [&] { roster.merge(std::vector{health}, stranger, reform); },
           [&] { roster.split(stranger, std::vector{health}, reform); },
           [&] { roster.split(health, std::vector{stranger}, reform); },
           [&] { roster.found(stranger, ""); }, [&] { roster.transfer(member, stranger, reform); },
           [&] { roster.transfer(PersonId{99}, health, reform); }})
    unchanged(act, "in this roster: handle 99");
}

}  // namespace
}  // namespace zhibu

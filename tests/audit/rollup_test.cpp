// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/rollup.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Date founded{2012, 3, 1};
const Date as_of{2017, 9, 30};

// Two clusters of one branch each, a branch in none, and findings of all.
class RolledUp : public testing::Test {
 protected:
  RolledUp() {
    roster.add(ClusterMembership{second, moving, {founded, Date{2017, 9, 30}}});
    roster.add(ClusterMembership{first, moving, since(Date{2017, 9, 30})});
    roster.add(ClusterMembership{second, staying, since(founded)});
  }

  UnitId unit(std::string_view code) {
    Unit row;
    row.code = code;
    const std::string name = std::string{code} + "党支部";
    row.name = name;
    row.standing = since(founded);
    return roster.add(row);
  }

  ClusterId cluster(std::string_view code, std::string_view name) {
    Cluster row;
    row.code = code;
    row.name = name;
    row.lead = moving;
    row.deputy = staying;
    row.standing = since(founded);
    return roster.add(row);
  }

  static Rulebook rules() {
    Provision meeting =
        provision("MTG-01", Activity::members_meeting, AtLeast{1, Span::quarter, {}});
    meeting.name = "党员大会一般每季度召开1次";
    const std::vector<Exemption> exemptions{{Condition::temporary, "ORG-11", {"条例", "8", true}}};
    meeting.exemptions = exemptions;
    return rulebook(
        {provision("SR-03", Activity::contact_visit, AtLeast{4, Span::year, {}}), meeting});
  }

  std::vector<Tally> by(By by, Date day = as_of) const {
    return rollup(audit(owed, Records{}, day), roster, by);
  }

  std::vector<std::string> codes(By what, Date day = as_of) const {
    std::vector<std::string> found;
    for (const Tally& tally : by(what, day)) found.push_back(tally.code);
    return found;
  }

  Roster roster;
  UnitId staying = unit("B01");
  UnitId moving = unit("B02");
  UnitId alone = unit("B03");
  ClusterId first = cluster("PZ01", "第一片组");
  ClusterId second = cluster("PZ02", "第二片组");
  Obligations owed{rules(), year_2017};
  ProvisionId visits{0};
  ProvisionId meetings{1};
};

TEST_F(RolledUp, NothingIsOwedInNoGroup) {
  for (const Name<By>& what : names<By>()) EXPECT_THAT(by(what.value), IsEmpty()) << what.key;
}

TEST_F(RolledUp, EachStandingIsCountedByItself) {
  owed.add(meetings, staying, parse_period("2017-Q1"));
  owed.add(meetings, staying, parse_period("2017-Q2"));
  owed.add(meetings, staying, parse_period("2017-Q3"));
  owed.add(meetings, staying, parse_period("2017-Q4"));
  owed.add(meetings, staying, parse_period("2017-Q4"), {.exemption = 0});
  const std::vector<Tally> units = by(By::unit);
  ASSERT_EQ(units.size(), 1U);
  EXPECT_EQ(units[0].code, "B01");
  EXPECT_EQ(units[0].name, "B01党支部");
  EXPECT_EQ(units[0].count(Standing::overdue), 2);
  EXPECT_EQ(units[0].count(Standing::due), 1);
  EXPECT_EQ(units[0].count(Standing::upcoming), 1);
  EXPECT_EQ(units[0].count(Standing::not_applicable), 1);
  EXPECT_EQ(units[0].count(Standing::satisfied), 0);
  EXPECT_EQ(units[0].owed(), 4) << "what is not applicable is not owed";
}

TEST_F(RolledUp, GroupsComeInTheOrderOfTheirCollectionAndOfNoneLast) {
  owed.add(meetings, alone, year_2017);
  owed.add(meetings, moving, year_2017);
  owed.add(visits, PersonId{0}, year_2017);
  owed.add(meetings, staying, year_2017);
  EXPECT_THAT(codes(By::unit), ElementsAre("B01", "B02", "B03", ""));
  EXPECT_THAT(codes(By::cluster), ElementsAre("PZ01", "PZ02", ""));
  EXPECT_THAT(codes(By::rule), ElementsAre("SR-03", "MTG-01"));
  EXPECT_THAT(codes(By::activity), ElementsAre("members_meeting", "contact_visit"));
}

TEST_F(RolledUp, GroupsWithoutFindingsAreLeftOut) {
  owed.add(meetings, staying, year_2017);
  EXPECT_THAT(codes(By::unit), ElementsAre("B01"));
  EXPECT_THAT(codes(By::cluster), ElementsAre("PZ02"));
  EXPECT_THAT(codes(By::rule), ElementsAre("MTG-01"));
}

TEST_F(RolledUp, AUnitCountsInTheClusterOfTheDayOfTheAuditWhileTheWindowIsOpen) {
  owed.add(meetings, moving, parse_period("2017-Q3"));
  EXPECT_THAT(codes(By::cluster, Date{2017, 9, 29}), ElementsAre("PZ02"));
  EXPECT_THAT(codes(By::cluster, Date{2017, 9, 30}), ElementsAre("PZ01"));
}

// Others rewrite the past when a unit moves.
TEST_F(RolledUp, AWindowThatHasClosedCountsWhereTheUnitWasThenWhateverMovedSince) {
  owed.add(meetings, moving, parse_period("2017-Q1"));
  EXPECT_THAT(codes(By::cluster, Date{2017, 4, 1}), ElementsAre("PZ02"));
  EXPECT_THAT(codes(By::cluster, Date{2017, 12, 31}), ElementsAre("PZ02"));
}

TEST_F(RolledUp, APartyGroupCountsInTheClusterOfItsBranch) {
  const UnitId of_staying = roster.add(Unit{.code = "B01-1",
                                            .name = "第一党小组",
                                            .kind = UnitKind::group,
                                            .parent = staying,
                                            .standing = since(founded)});
  owed.add(meetings, of_staying, year_2017);
  EXPECT_THAT(codes(By::cluster), ElementsAre("PZ02"));
  EXPECT_THAT(codes(By::unit), ElementsAre("B01-1"));
  roster.move(of_staying, moving, Date{2017, 9, 30});
  EXPECT_THAT(codes(By::cluster, Date{2017, 9, 29}), ElementsAre("PZ02"));
  EXPECT_THAT(codes(By::cluster, Date{2017, 9, 30}), ElementsAre("PZ01"));
}

TEST_F(RolledUp, APersonCountsAtTheUnitWhereTheyOwe) {
  owed.add(visits, PersonId{0}, year_2017, {.at = staying});
  EXPECT_THAT(codes(By::unit), ElementsAre("B01"));
  EXPECT_THAT(codes(By::cluster), ElementsAre("PZ02"));
}

TEST_F(RolledUp, PeopleReadTheNamesOfTheGroups) {
  owed.add(meetings, staying, year_2017);
  owed.add(visits, PersonId{0}, year_2017);
  EXPECT_EQ(by(By::cluster)[0].name, "第二片组");
  EXPECT_EQ(by(By::cluster)[1].name, "不在片组");
  EXPECT_EQ(by(By::unit)[1].name, "无所属党组织");
  EXPECT_EQ(by(By::rule)[1].name, "党员大会一般每季度召开1次");
  EXPECT_EQ(by(By::activity)[0].name, "党员大会");
}

// A committee over a branch with a Party group, and one over another branch.
class RolledUpByTree : public RolledUp {
 protected:
  UnitId under(std::string_view code, std::optional<UnitId> parent, UnitKind kind) {
    Unit row;
    row.code = row.name = code;
    row.kind = kind;
    row.parent = parent;
    row.standing = since(founded);
    return roster.add(row);
  }

  std::vector<std::string> overdue(By what, Date day = as_of) const {
    std::vector<std::string> found;
    for (const Tally& t : by(what, day))
      found.push_back(t.code + " " + std::to_string(t.count(Standing::overdue)));
    return found;
  }

  UnitId second_top = under("GW2", {}, UnitKind::committee);
  UnitId top = under("GW", {}, UnitKind::committee);
  UnitId late = under("C01", top, UnitKind::branch);
  UnitId group = under("C01-1", late, UnitKind::group);
  UnitId early = under("C02", top, UnitKind::branch);
};

TEST_F(RolledUpByTree, AUnitHasTheFindingsOfAllUnderItAndItsOwn) {
  for (const UnitId unit : {group, late, early, late, top})
    owed.add(meetings, unit, parse_period("2017-Q1"));
  owed.add(visits, PersonId{0}, parse_period("2017-Q1"), {.at = group});
  owed.add(visits, PersonId{0}, parse_period("2017-Q1"));
  EXPECT_THAT(overdue(By::tree), ElementsAre("GW 6", "C01 4", "C01-1 2", "C02 1", " 1"));
  EXPECT_THAT(overdue(By::unit), ElementsAre("GW 1", "C01 2", "C01-1 2", "C02 1", " 1"));
}

TEST_F(RolledUpByTree, EveryUnitComesBeforeThoseUnderIt) {
  roster.move(late, second_top, Date{2017, 9, 30});
  for (const UnitId unit : {group, early}) owed.add(meetings, unit, parse_period("2017-Q4"));
  EXPECT_THAT(codes(By::tree), ElementsAre("GW2", "C01", "C01-1", "GW", "C02"));
}

TEST_F(RolledUpByTree, WhatFellDueBeforeAMoveStaysWhereItWas) {
  owed.add(meetings, late, parse_period("2017-Q1"));
  owed.add(meetings, late, parse_period("2017-Q3"));
  const std::vector<std::string> as_it_was = overdue(By::tree, Date{2017, 6, 30});
  EXPECT_THAT(as_it_was, ElementsAre("GW 1", "C01 1"));
  roster.move(late, second_top, Date{2017, 9, 30});
  EXPECT_THAT(overdue(By::tree, Date{2017, 6, 30}), as_it_was);
  EXPECT_THAT(overdue(By::tree, Date{2017, 10, 1}), ElementsAre("GW2 1", "C01 2", "GW 1"));
}

TEST_F(RolledUpByTree, AUnitThatIsGoneComesLastWithWhatItOwed) {
  owed.add(meetings, early, parse_period("2017-Q1"));
  owed.add(meetings, late, parse_period("2017-Q1"));
  roster.dissolve(early, Date{2017, 6, 1});
  EXPECT_THAT(overdue(By::tree), ElementsAre("GW 2", "C01 1", "C02 1"));
}

TEST_F(RolledUpByTree, AUnitBoundForPartOfAWindowCountsWhereItThenWas) {
  roster.dissolve(early, Date{2017, 2, 1});
  owed.add(meetings, early, parse_period("2017-Q1"),
           {.bound = Period{Date{2017, 1, 1}, Date{2017, 2, 1}}});
  EXPECT_THAT(overdue(By::tree), ElementsAre("GW 1", "C02 1"));
}

TEST_F(RolledUpByTree, AUnitFoundedAfterTheDayOfTheAuditCountsWhereItWillBe) {
  Unit row;
  row.code = row.name = "C03";
  row.parent = top;
  row.standing = since(Date{2017, 11, 1});
  owed.add(meetings, roster.add(row), parse_period("2017-11"));
  EXPECT_THAT(codes(By::tree), ElementsAre("GW", "C03"));
}

TEST_F(RolledUpByTree, AJointBranchCountsInTheFirstOfItsWorkplacesAndAGroupInItsBranchs) {
  const auto formed_in = [&](UnitId unit, std::string_view code, Date from) {
    roster.add(UnitWorkplace{unit, roster.add(Workplace{.code = code, .name = code}), since(from)});
  };
  formed_in(top, "W0", founded);
  formed_in(late, "W1", Date{2017, 4, 1});
  formed_in(late, "W2", founded);
  for (const std::string_view quarter : {"2017-Q1", "2017-Q2"})
    for (const UnitId unit : {late, group}) owed.add(meetings, unit, parse_period(quarter));
  owed.add(meetings, early, parse_period("2017-Q1"));
  EXPECT_THAT(overdue(By::workplace), ElementsAre("W1 2", "W2 2", " 1"));
  EXPECT_EQ(by(By::workplace)[2].name, "未记所在单位");
}

TEST_F(RolledUpByTree, AMonthAndAQuarterHaveWhatFallsDueInThem) {
  owed.add(meetings, early, parse_period("2017-Q1"));
  owed.add(meetings, early, {Date{2017, 1, 1}, Date{2017, 4, 2}});
  owed.add(meetings, early, parse_period("2017-Q2"),
           {.bound = Period{Date{2017, 4, 1}, Date{2017, 5, 1}}});
  owed.add(meetings, early, {Date{2016, 12, 1}, Date{2017, 1, 1}});
  EXPECT_THAT(overdue(By::month), ElementsAre("2016-12 1", "2017-03 1", "2017-04 2"));
  EXPECT_THAT(overdue(By::quarter), ElementsAre("2016-Q4 1", "2017-Q1 1", "2017-Q2 2"));
  EXPECT_EQ(by(By::month)[0].name, "2016年12月");
  EXPECT_EQ(by(By::quarter)[2].name, "2017年第2季度");
}

TEST_F(RolledUpByTree, AUnitAndAClusterHaveTheNamesOfTheDayOfTheAudit) {
  owed.add(meetings, staying, parse_period("2017-Q1"));
  const Date later{2017, 10, 1};
  roster.rename(staying, "县卫健局党支部", later);
  for (const By what : {By::unit, By::tree}) {
    EXPECT_EQ(by(what, later - 1)[0].name, "B01党支部");
    EXPECT_EQ(by(what, later)[0].name, "县卫健局党支部");
  }
  roster.dissolve(staying, later + 30);
  EXPECT_EQ(by(By::unit, later + 30)[0].name, "县卫健局党支部") << "as it was last";
}

TEST(RollupWords, AreThoseOfTheField) {
  EXPECT_EQ(label(By::tree), "党组织及下级");
  EXPECT_EQ(label(By::workplace), "所在单位");
  EXPECT_EQ(label(By::month), "月份");
  EXPECT_EQ(label(By::quarter), "季度");
  EXPECT_EQ(label(By::cluster), "片组");
  EXPECT_EQ(label(By::unit), "党组织");
  EXPECT_EQ(label(By::rule), "条款");
  EXPECT_EQ(label(By::activity), "活动");
  EXPECT_EQ(key(By::activity), "activity");
}

}  // namespace
}  // namespace zhibu

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

TEST(RollupWords, AreThoseOfTheField) {
  ASSERT_EQ(names<By>().size(), 4U);
  EXPECT_EQ(label(By::cluster), "片组");
  EXPECT_EQ(label(By::unit), "党组织");
  EXPECT_EQ(label(By::rule), "条款");
  EXPECT_EQ(label(By::activity), "活动");
  EXPECT_EQ(key(By::activity), "activity");
}

}  // namespace
}  // namespace zhibu

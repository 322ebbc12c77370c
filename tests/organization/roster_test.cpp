// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/roster.hpp"

#include <string>
#include <type_traits>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

static_assert(!std::is_convertible_v<UnitId, PersonId>, "a handle names one kind of thing");
static_assert(std::is_copy_constructible_v<Roster> && std::is_nothrow_move_constructible_v<Roster>);

using Adding = RosterOfTwoBranches;

TEST_F(Adding, RowsComeBackAsTheyWereAdded) {
  Unit unit = a_unit("B03", committee);
  unit.name = "第三党支部";
  unit.kind = UnitKind::general_branch;
  unit.temporary = true;
  unit.has_committee = true;
  unit.joint = true;
  unit.mobile = true;
  unit.field = BranchField::organ;
  const Unit kept = roster[roster.add(unit)];
  EXPECT_EQ(kept.code, "B03");
  EXPECT_EQ(kept.name, "第三党支部");
  EXPECT_EQ(kept.kind, UnitKind::general_branch);
  EXPECT_EQ(kept.parent, committee);
  EXPECT_EQ(kept.standing, open);
  EXPECT_TRUE(kept.temporary);
  EXPECT_FALSE(kept.retired_cadres);
  EXPECT_TRUE(kept.has_committee);
  EXPECT_TRUE(kept.joint);
  EXPECT_TRUE(kept.mobile);
  EXPECT_EQ(kept.field, BranchField::organ);
}

TEST_F(Adding, HandlesCountUpInTheOrderAdded) {
  std::vector<std::string> codes;
  for (const Unit& unit : roster.units()) codes.emplace_back(unit.code);
  EXPECT_THAT(codes, ElementsAre("GW", "B01", "B02"));
  EXPECT_EQ(second.index, 2u);
  EXPECT_EQ(roster.unit("B02").id, second);
}

TEST_F(Adding, ACodeIsTakenOnceForEachKindOfThing) {
  EXPECT_EQ(refusal([&] { roster.add(a_unit("B01")); }),
            "a second unit with the code 'B01'; accepted: a code that no other has");
  EXPECT_THAT(refusal([&] { roster.add(a_person("P1")); }), HasSubstr("a second person"));
  EXPECT_THAT(refusal([&] { roster.add(a_unit("")); }), HasSubstr("a unit without a code"));
  EXPECT_EQ(refusal([&] { roster.add(a_person("B01")); }), "none");
  EXPECT_EQ(roster.units().size(), 3u);
}

TEST_F(Adding, HandlesOfAnotherRosterAreRefused) {
  const UnitId stranger{3};
  const std::string expected =
      "no such unit in this roster: handle 3; accepted: the handles 0 to 2";
  EXPECT_EQ(refusal([&] { roster[stranger]; }), expected);
  EXPECT_EQ(refusal([&] { roster.add(a_unit("B03", stranger)); }), expected);
  EXPECT_EQ(refusal([&] { roster.add(a_post("S", stranger)); }), expected);
  EXPECT_EQ(refusal([&] { roster.is_within(first, stranger, founded); }), expected);
  EXPECT_THAT(refusal([&] { roster[PostId{0}]; }), HasSubstr("accepted: none"));
  EXPECT_EQ(roster.units().size(), 3u);
}

TEST_F(Adding, UnknownCodesAreRefusedWithTheNearest) {
  EXPECT_EQ(refusal([&] { roster.unit("B03"); }),
            "no such unit: 'B03' (did you mean 'B01'?); accepted: the codes of the 3 there are");
  EXPECT_THAT(refusal([&] { roster.person("党员"); }), HasSubstr("no such person: '党员'; "));
}

TEST_F(Adding, APeriodHasADayAtLeast) {
  const Date day{2017, 1, 1};
  EXPECT_EQ(refusal([&] { roster.add(Contact{person, first, {day, day + 1}}); }), "none");
  EXPECT_THAT(refusal([&] {
                roster.add(Contact{person, second, {day, day}});
              }),
              HasSubstr("a period that ends before it begins: from 2017-01-01"));
  EXPECT_THAT(refusal([&] { roster.add(Unit{}); }), HasSubstr("without a code"));
}

TEST_F(Adding, FullMembershipNeverComesBeforeAdmission) {
  Person early = a_person("P3");
  early.admitted_on = Date{1972, 2, 29};
  early.full_member_on = Date{1972, 2, 28};
  EXPECT_THAT(refusal([&] { roster.add(early); }),
              HasSubstr("a full member from 1972-02-28, before the admission on 1972-02-29"));
  early.full_member_on = Date{1972, 2, 29};
  EXPECT_EQ(refusal([&] { roster.add(early); }), "none");
}

TEST_F(Adding, AMemberHasOneHomeAtAnyTime) {
  const Date moved{2017, 7, 1};
  roster.add(Membership{person, first, MembershipKind::home, {founded, moved}});
  EXPECT_EQ(refusal([&] {
              roster.add(Membership{person, second, MembershipKind::home, since(moved - 1)});
            }),
            "'P1' belongs to 'B01' (home) already, 2012-03-01..2017-06-30; "
            "found 2017-06-30..; accepted: a period apart from it");
  roster.add(Membership{person, second, MembershipKind::home, since(moved)});
  EXPECT_EQ(roster.home(person, moved - 1), first);
  EXPECT_EQ(roster.home(person, moved), second);
}

TEST_F(Adding, AMemberMayTakePartElsewhereButNotTwiceInOnePlace) {
  roster.add(Membership{person, first, MembershipKind::home, open});
  roster.add(Membership{person, second, MembershipKind::activity, open});
  roster.add(Membership{person, committee, MembershipKind::activity, open});
  EXPECT_THAT(refusal([&] {
                roster.add(Membership{person, second, MembershipKind::activity, year});
              }),
              HasSubstr("'P1' belongs to 'B02' (activity) already"));
  EXPECT_THAT(roster.members(second, MembershipKind::activity, Date{2017, 5, 1}),
              ElementsAre(person));
}

TEST_F(Adding, AUnitWorksInOneClusterAtAnyTime) {
  const auto add_cluster = [&](std::string_view code) {
    return roster.add(Cluster{{}, code, "片组", first, second, open});
  };
  const ClusterId one = add_cluster("PZ01");
  const ClusterId two = add_cluster("PZ02");
  roster.add(ClusterMembership{one, first, year});
  EXPECT_THAT(refusal([&] {
                roster.add(ClusterMembership{two, first, since(year.last())});
              }),
              HasSubstr("'B01' works in the cluster 'PZ01' already, 2017-01-01..2017-12-31"));
  roster.add(ClusterMembership{two, first, since(year.end)});
  EXPECT_EQ(roster.cluster_of(first, year.last()), one);
  EXPECT_EQ(roster.cluster_of(first, year.end), two);
  EXPECT_EQ(roster.cluster_of(first, year.begin - 1), std::nullopt);
  EXPECT_THAT(roster.units(one, year.last()), ElementsAre(first));
  EXPECT_THAT(roster.units(one, year.end), IsEmpty());
}

TEST_F(Adding, AContactIsAssignedOnceAtATime) {
  roster.add(Contact{person, first, year});
  EXPECT_THAT(refusal([&] {
                roster.add(Contact{person, first, since(year.last())});
              }),
              HasSubstr("'P1' has the contact branch 'B01' already"));
  roster.add(Contact{other, first, year});
  EXPECT_EQ(roster.contacts(person, year.begin).size(), 1u);
  EXPECT_EQ(roster.contacts(person, year.last()).size(), 1u);
  EXPECT_THAT(roster.contacts(person, year.end), IsEmpty());
}

TEST_F(Adding, EveryRelationComesBackAsItWasAdded) {
  const WorkplaceId office = roster.add(Workplace{{}, "W1", "县政府办", "党政机关"});
  const TermId term = roster.add(Term{.id = {},
                                      .unit = first,
                                      .nth = 3,
                                      .elected_on = Date{2015, 6, 30},
                                      .extended_to = Date{2018, 12, 31},
                                      .extension_document = "永组发〔2018〕9号",
                                      .seats = 5,
                                      .candidates = 6,
                                      .approval = Approval::approved});
  roster.add(Circumstance{person, CircumstanceKind::abroad, year, "探亲"});
  roster.add(Particulars{.person = person, .id_number = "433127193001010011", .job = "502"});
  roster.add(UnitWorkplace{first, office, open});
  roster.add(Pairing{person, other, "独居", year});
  roster.add(VolunteerRole{other, "监督员", year});
  roster.add(Venue{first, "党员活动室", "活动", open});
  roster.add(Honour{first, "先进党组织", "县级", "县委", since(Date{2016, 7, 1})});
  roster.add(Honour{person, "优秀党员", "县级", "县委", since(Date{2016, 7, 1})});

  EXPECT_EQ(roster.workplace("W1").name, "县政府办");
  EXPECT_EQ(roster[office].nature, "党政机关");
  EXPECT_EQ(roster[term].extended_to, (Date{2018, 12, 31}));
  EXPECT_EQ(roster[term].extension_document, "永组发〔2018〕9号");
  EXPECT_EQ(roster[term].candidates, 6);
  EXPECT_EQ(roster[term].due, std::nullopt);
  EXPECT_EQ(roster[term].approval, Approval::approved);
  EXPECT_EQ(roster.of<Circumstance>(person).at(0).remark, "探亲");
  EXPECT_EQ(roster.of<Particulars>(person).at(0).job, "502");
  EXPECT_EQ(roster.of<UnitWorkplace>(office).at(0).unit, first);
  EXPECT_EQ(roster.of<Pairing>(other).at(0).helper, person);
  EXPECT_EQ(roster.of<Pairing>(person).at(0).helped, other);
  EXPECT_EQ(roster.of<VolunteerRole>(other).at(0).role, "监督员");
  EXPECT_EQ(roster.of<Venue>(first).at(0).purpose, "活动");
  EXPECT_EQ(roster.of<Honour>(first).at(0).title, "先进党组织");
  EXPECT_EQ(roster.of<Honour>(person).at(0).title, "优秀党员");
  EXPECT_EQ(roster.all<Honour>().size(), 2u);
  EXPECT_THAT(roster.of<Honour>(second), IsEmpty());
}

TEST_F(Adding, ParticularsAreKeptOnceAPerson) {
  roster.add(Particulars{.person = person, .phone = "13812345678"});
  EXPECT_EQ(refusal([&] { roster.add(Particulars{.person = person, .phone = ""}); }),
            "the particulars of 'P1' a second time; accepted: one row a person");
  EXPECT_EQ(refusal([&] { roster.add(Particulars{.person = other}); }), "none");
}

TEST_F(Adding, APostHasASeatAtLeast) {
  Post post = a_post("S1", first);
  post.seats = 0;
  EXPECT_EQ(refusal([&] { roster.add(post); }), "a post with 0 seats; accepted: one at least");
  post.seats = 1;
  EXPECT_EQ(refusal([&] { roster.add(post); }), "none");
}

TEST_F(Adding, ATextIsAtMostThirtyTwoThousandBytes) {
  const std::string longest(32000, 'x');
  const std::string longer(32001, 'x');
  EXPECT_EQ(refusal([&] { roster.add(a_unit(longest)); }), "none");
  EXPECT_EQ(refusal([&] { roster.add(a_unit(longer)); }),
            "a text of 32001 bytes; accepted: at most 32000");
  EXPECT_THAT(refusal([&] { roster.add(Venue{first, longer, "", open}); }), HasSubstr("32001"));
  EXPECT_THAT(refusal([&] { roster.add(a_person(longer)); }), HasSubstr("32001"));
  EXPECT_THAT(refusal([&] { roster.rename(first, longer, founded); }), HasSubstr("32001"));
  EXPECT_EQ(roster.units().size(), 4u);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/view.hpp"

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<UnitId> list(std::span<const UnitId> units) { return {units.begin(), units.end()}; }

// Two cities of a province, each with its branches.
class Province : public testing::Test {
 protected:
  void join(PersonId person, UnitId unit, MembershipKind kind = MembershipKind::home) {
    roster.add(Membership{person, unit, kind, since(founded)});
  }
  PersonId add(std::string_view code, const std::function<void(Person&)>& change = {}) {
    Person person = person_row(code);
    if (change) change(person);
    return roster.add(person);
  }
  std::int64_t counted(const MemberFilter& filter, Date day = reform) const {
    const RosterView view = roster.as_of(day);
    return view.roll_up(view.count_members(filter)).at(view.place(province));
  }

  Roster roster;
  UnitId province = roster.add(unit_row("P", std::nullopt, UnitKind::committee));
  UnitId east = roster.add(unit_row("E", province, UnitKind::committee));
  UnitId west = roster.add(unit_row("W", province, UnitKind::committee));
  UnitId east_branch = roster.add(unit_row("E1", east));
  UnitId west_branch = roster.add(unit_row("W1", west));
  UnitId group = roster.add(unit_row("E1-1", east_branch, UnitKind::group));
};

using Tree = Province;
using Members = Province;
using Posts = Province;
using Clusters = Province;
using Counting = Province;

TEST_F(Tree, HasEveryUnitBeforeThoseUnderIt) {
  const RosterView view = roster.as_of(reform);
  EXPECT_THAT(list(view.units()),
              ElementsAre(province, east, east_branch, group, west, west_branch));
  EXPECT_THAT(list(view.subtree(east)), ElementsAre(east, east_branch, group));
  EXPECT_THAT(view.children(province), ElementsAre(east, west));
  EXPECT_THAT(view.ancestors(group), ElementsAre(east_branch, east, province));
  EXPECT_THAT(view.ancestors(province), IsEmpty());
  EXPECT_TRUE(view.is_within(group, east));
  EXPECT_TRUE(view.is_within(east, east));
  EXPECT_FALSE(view.is_within(east, group));
  EXPECT_FALSE(view.is_within(west_branch, east));
  EXPECT_EQ(view.place(west), 4u);
  EXPECT_EQ(view.unit("W1").id, west_branch);
}

TEST_F(Tree, HasNothingBeforeItsFirstDay) {
  EXPECT_EQ(roster.as_of(founded - 1).size(), 0u);
  EXPECT_EQ(roster.as_of(founded).size(), 6u);
  EXPECT_FALSE(roster.as_of(founded - 1).contains(province));
}

TEST_F(Tree, ChangesWithAMove) {
  roster.move(east_branch, west, reform);
  EXPECT_TRUE(roster.as_of(reform - 1).is_within(group, east));
  const RosterView view = roster.as_of(reform);
  EXPECT_FALSE(view.is_within(group, east));
  EXPECT_THAT(list(view.subtree(west)), ElementsAre(west, west_branch, east_branch, group));
}

TEST_F(Tree, MayBeAPartOfARoster) {
  const RosterView view = roster.as_of(reform, east);
  EXPECT_THAT(list(view.units()), ElementsAre(east, east_branch, group));
  EXPECT_FALSE(view.contains(province));
  EXPECT_FALSE(view.contains(west_branch));
  EXPECT_THAT(view.ancestors(group), ElementsAre(east_branch, east));
  EXPECT_EQ(refusal([&] { view.children(west); }),
            "the unit 'W' does not stand on 2019-03-01 in this view; accepted: one of its 3 units");
  EXPECT_EQ(roster.as_of(founded - 1, east).size(), 0u);
  EXPECT_THAT(refusal([&] { roster.as_of(reform, UnitId{99}); }), HasSubstr("handle 99"));
}

TEST_F(Tree, HasAsRootsWhatNoOtherStandsOver) {
  Unit old = unit_row("OLD", std::nullopt, UnitKind::committee);
  old.standing = {founded, reform};
  const UnitId ended = roster.add(old);
  const UnitId left = roster.add(unit_row("L", ended));
  EXPECT_THAT(roster.as_of(reform - 1).ancestors(left), ElementsAre(ended));
  EXPECT_THAT(roster.as_of(reform).ancestors(left), IsEmpty());
  EXPECT_TRUE(roster.as_of(reform).contains(left));
}

TEST_F(Tree, IsNotAskedOnceTheRosterHasChanged) {
  const RosterView view = roster.as_of(reform);
  EXPECT_EQ(view.size(), 6u);
  roster.rename(east, "东", reform);
  EXPECT_EQ(refusal([&] { view.units(); }),
            "the roster has changed since this view of 2019-03-01 was taken; accepted: a view that "
            "is taken anew, by as_of()");
  EXPECT_THAT(refusal([&] { view.contains(east); }), HasSubstr("has changed"));
  EXPECT_THAT(refusal([&] { view.count_members({}); }), HasSubstr("has changed"));
  EXPECT_THAT(refusal([&] { view.all<Contact>(); }), HasSubstr("has changed"));
  EXPECT_EQ(roster.as_of(reform)[east].name, "东");
}

TEST_F(Tree, IsAskedAgainAfterARefusalThatChangedNothing) {
  const RosterView view = roster.as_of(reform);
  EXPECT_THAT(refusal([&] { roster.add(unit_row("E")); }), HasSubstr("a second unit"));
  EXPECT_THAT(refusal([&] { roster.move(east, group, reform); }), HasSubstr("a circle"));
  EXPECT_EQ(view.size(), 6u);
}

// Statistics count by the home membership, so that a temporary branch never counts twice.
TEST_F(Members, AreEachThereOnceWhereverTheyTakePart) {
  const PersonId one = add("P1");
  const PersonId two = add("P2");
  join(one, east_branch);
  join(two, west_branch);
  join(one, west_branch, MembershipKind::activity);
  join(one, group, MembershipKind::activity);
  const RosterView view = roster.as_of(reform);
  EXPECT_THAT(view.members_within(province), ElementsAre(one, two));
  EXPECT_THAT(view.members(west_branch), ElementsAre(two));
  EXPECT_THAT(view.members(west_branch, MembershipKind::activity), ElementsAre(one));
  EXPECT_EQ(counted({}), 2);
}

TEST_F(Members, VoteIfTheyAreFullAndNotSuspended) {
  const PersonId full = add("P1");
  const PersonId probationary =
      add("P2", [](Person& person) { person.full_member_on = reform + 1; });
  const PersonId suspended = add("P3");
  const PersonId abroad = add("P4");
  for (const PersonId person : {full, probationary, suspended, abroad}) join(person, east_branch);
  const Period days{reform, reform + 10};
  roster.add(Circumstance{suspended, CircumstanceKind::under_probation, days});
  roster.add(Circumstance{abroad, CircumstanceKind::abroad, days});
  EXPECT_THAT(roster.as_of(reform - 1).voters(east_branch), ElementsAre(full, suspended, abroad));
  EXPECT_THAT(roster.as_of(reform).voters(east_branch), ElementsAre(full, abroad));
  EXPECT_THAT(roster.as_of(reform + 1).voters(east_branch),
              ElementsAre(full, probationary, abroad));
  EXPECT_THAT(roster.as_of(reform + 10).voters(east_branch),
              ElementsAre(full, probationary, suspended, abroad));
}

TEST_F(Posts, AreVacantByTheSeat) {
  Post row = post_row("S1", east_branch, PostKind::member);
  row.seats = 2;
  const PostId seats = roster.add(row);
  const PostId secretary = roster.add(post_row("S2", east_branch));
  const PersonId one = add("P1");
  roster.add(Appointment{seats, one, {founded, reform}});
  roster.add(Appointment{seats, add("P2"), since(founded)});
  roster.add(Appointment{secretary, one, since(reform)});
  EXPECT_THAT(roster.as_of(reform - 1).vacancies(east_branch), ElementsAre(secretary));
  EXPECT_THAT(roster.as_of(reform).vacancies(east_branch), ElementsAre(seats));
  EXPECT_EQ(roster.as_of(reform - 1).holders(seats).size(), 2u);
  EXPECT_EQ(roster.as_of(reform).holders(seats).size(), 1u);
  EXPECT_THAT(roster.as_of(reform).vacancies(west_branch), IsEmpty());
}

TEST_F(Posts, MayBeHeldByOnePersonTogether) {
  Post row = post_row("S1", east);
  row.ex_officio = true;
  const PostId ex_officio = roster.add(row);
  const PostId secretary = roster.add(post_row("S2", west_branch));
  const PersonId one = add("P1");
  roster.add(Appointment{ex_officio, one, since(founded), "县委组织部副部长"});
  roster.add(Appointment{secretary, one, {founded, reform}});
  EXPECT_EQ(roster.as_of(reform - 1).posts_of(one).size(), 2u);
  const RosterView view = roster.as_of(reform);
  ASSERT_EQ(view.posts_of(one).size(), 1u);
  EXPECT_TRUE(roster[view.posts_of(one).at(0).post].ex_officio);
  EXPECT_EQ(view.posts_of(one).at(0).titles, "县委组织部副部长");
  EXPECT_THAT(roster.as_of(reform, west).posts_of(one), IsEmpty());
}

TEST_F(Clusters, AreLedByUnitsThatMayChange) {
  const ClusterId cluster =
      roster.add(Cluster{{}, "PZ01", "第一片组", east_branch, west_branch, since(founded)});
  roster.add(ClusterMembership{cluster, east_branch, {founded, reform}});
  roster.change_lead(cluster, west_branch, east_branch, reform);
  EXPECT_EQ(roster.as_of(reform - 1).cluster("PZ01")->lead, east_branch);
  EXPECT_EQ(roster.as_of(reform).cluster("PZ01")->lead, west_branch);
  EXPECT_EQ(roster.as_of(founded - 1).cluster("PZ01"), std::nullopt);
  EXPECT_EQ(roster.as_of(reform - 1).cluster_of(east_branch), cluster);
  EXPECT_EQ(roster.as_of(reform).cluster_of(east_branch), std::nullopt);
}

TEST_F(Clusters, AndOtherRelationsAreThoseOfTheDayAndOfTheUnitsThere) {
  const PersonId one = add("P1");
  const WorkplaceId office = roster.add(Workplace{{}, "W1", "县政府办"});
  roster.add(Contact{one, east_branch, {founded, reform}});
  roster.add(Contact{one, west_branch, since(founded)});
  roster.add(UnitWorkplace{east_branch, office, {founded, reform}});
  EXPECT_EQ(roster.as_of(reform - 1).all<Contact>().size(), 2u);
  EXPECT_EQ(roster.as_of(reform).all<Contact>().size(), 1u);
  EXPECT_EQ(roster.as_of(reform - 1, east).all<Contact>().size(), 1u);
  EXPECT_THAT(roster.as_of(reform - 1).workplaces(east_branch), ElementsAre(office));
  EXPECT_THAT(roster.as_of(reform).workplaces(east_branch), IsEmpty());
}

TEST_F(Counting, GoesByFullYearsOfAge) {
  join(add("P1", [](Person& p) { p.born_on = Date{1948, 2, 29}; }), east_branch);
  join(add("P2", [](Person& p) { p.born_on = Date{1949, 3, 1}; }), west_branch);
  MemberFilter seventy{};
  seventy.age = {70, 70};
  EXPECT_EQ(counted(seventy, Date{2018, 2, 27}), 0);
  EXPECT_EQ(counted(seventy, Date{2018, 2, 28}), 1) << "70 years after 29 February";
  EXPECT_EQ(counted(seventy, Date{2019, 2, 27}), 1);
  EXPECT_EQ(counted(seventy, Date{2019, 2, 28}), 0);
  EXPECT_EQ(counted(seventy, Date{2019, 3, 1}), 1);
}

TEST_F(Counting, GoesByStandingAndSexAndRetirement) {
  join(add("P1", [](Person& p) { p.sex = Sex::female; }), east_branch);
  join(add("P2", [](Person& p) { p.full_member_on = reform; }), east_branch);
  join(add("P3", [](Person& p) { p.retirement = Retirement::retired_with_honours; }), west_branch);
  join(add("P4", [](Person& p) { p.admitted_on = p.full_member_on = std::nullopt; }), west_branch);
  MemberFilter filter{};
  EXPECT_EQ(counted(filter), 3) << "who is no member is not counted";
  filter.standing = {PartyStanding::probationary};
  EXPECT_EQ(counted(filter, reform - 1), 1);
  EXPECT_EQ(counted(filter, reform), 0);
  filter.standing = {PartyStanding::not_a_member};
  EXPECT_EQ(counted(filter), 1);
  filter = {};
  filter.sex = Sex::female;
  EXPECT_EQ(counted(filter), 1);
  filter = {};
  filter.retirement = {Retirement::retired_with_honours, Retirement::retired};
  EXPECT_EQ(counted(filter), 1);
  filter = {};
  filter.years_of_standing = {0, 1};
  EXPECT_EQ(counted(filter, reform - 1), 0) << "nobody has years of standing before being full";
  EXPECT_EQ(counted(filter, reform), 1);
}

TEST_F(Counting, OfUnitsGoesByKindAndFlags) {
  Unit as = *roster.at(west_branch, reform);
  as.temporary = true;
  roster.adjust(west_branch, as, reform);
  const auto total = [&](const UnitFilter& filter, Date day) {
    const RosterView view = roster.as_of(day);
    return view.roll_up(view.count_units(filter)).at(0);
  };
  EXPECT_EQ(total({}, reform), 6);
  EXPECT_EQ(total({.kinds = {UnitKind::branch}}, reform), 2);
  EXPECT_EQ(total({.kinds = {UnitKind::branch}, .temporary = true}, reform - 1), 0);
  EXPECT_EQ(total({.kinds = {UnitKind::branch}, .temporary = true}, reform), 1);
  EXPECT_EQ(total({.temporary = false}, reform), 5);
  EXPECT_EQ(total({.retired_cadres = true}, reform), 0);
}

TEST_F(Counting, AddsUpOverTheTree) {
  const RosterView view = roster.as_of(reform);
  const std::vector<std::int64_t> own{1, 2, 4, 8, 16, 32};
  EXPECT_THAT(view.roll_up(own), ElementsAre(63, 14, 12, 8, 48, 32));
  EXPECT_EQ(refusal([&] { view.roll_up(std::vector<std::int64_t>{1}); }),
            "1 numbers for 6 units; accepted: one for each, in the order of units()");
}

TEST_F(Counting, OfAPartIsThatOfTheWhole) {
  join(add("P1"), east_branch);
  join(add("P2"), group);
  join(add("P3"), west_branch);
  const RosterView whole = roster.as_of(reform);
  for (const UnitId top : {province, east, west, group}) {
    const RosterView part = roster.as_of(reform, top);
    EXPECT_EQ(part.roll_up(part.count_members({})).at(0),
              whole.roll_up(whole.count_members({})).at(whole.place(top)));
  }
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/change.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "county.hpp"
#include "happenings.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Changes : public CountyOfBranches {
 protected:
  std::vector<Change> of(Period period) const { return changes(roster, period); }
  const Period month{reform, Date{2019, 4, 1}};
};

TEST_F(Changes, AreNoneWhereNothingHappened) {
  EXPECT_THAT(of(month), IsEmpty());
  EXPECT_THAT(of({reform, reform}), IsEmpty());
}

TEST_F(Changes, OfAUnitNameTheEventThatMadeThem) {
  const EventId renamed = roster.rename(health, "县卫健局党支部", reform);
  const EventId moved = roster.move(health, office, reform + 1);
  const EventId upgraded = roster.upgrade(health, UnitKind::general_branch, reform + 2);
  EXPECT_THAT(
      of(month),
      ElementsAre(Change{reform, ChangeKind::unit_name, health, "县卫生局党支部", "县卫健局党支部",
                         renamed},
                  Change{reform + 1, ChangeKind::unit_parent, health, "GW", "B-BG", moved},
                  Change{reform + 2, ChangeKind::unit_kind, health, "党支部", "党总支", upgraded}));
}

TEST_F(Changes, CountFromTheFirstDayToTheLast) {
  roster.rename(health, "乙", reform);
  EXPECT_THAT(of({reform - 10, reform}), IsEmpty());
  EXPECT_EQ(of({reform, reform + 1}).size(), 1u);
  EXPECT_THAT(of({reform + 1, reform + 10}), IsEmpty());
}

TEST_F(Changes, AreToldStepByStepAlsoWhereOneIsTakenBack) {
  roster.rename(health, "乙", reform);
  roster.rename(health, "县卫生局党支部", reform + 5);
  const std::vector<Change> found = of(month);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].after, "乙");
  EXPECT_EQ(found[1].before, "乙");
  EXPECT_EQ(found[1].after, "县卫生局党支部");
}

TEST_F(Changes, OfFlagsAreToldEachForItself) {
  Unit as = *roster.at(health, reform);
  as.joint = true;
  as.field = BranchField::organ;
  const EventId event = roster.adjust(health, as, reform);
  EXPECT_THAT(
      of(month),
      ElementsAre(Change{reform, ChangeKind::unit_other, health, "", "联合", event},
                  Change{reform, ChangeKind::unit_other, health, "未注明", "党政机关", event}));
}

TEST_F(Changes, OfAMergerReachAllThatGoAlong) {
  const UnitId group = roster.add(unit_row("G1", health, UnitKind::group));
  const PersonId other = roster.add(person_row("P2"));
  roster.add(Membership{member, health, MembershipKind::home, since(founded)});
  roster.add(Membership{other, health, MembershipKind::care, since(founded)});
  const EventId merged = roster.merge(std::vector{health}, education, reform).at(0);
  EXPECT_THAT(
      of(month),
      ElementsAre(
          Change{reform, ChangeKind::unit_ended, health, "县卫生局党支部", "", merged},
          Change{reform, ChangeKind::unit_parent, group, "B-WS", "B-JY", merged},
          Change{reform, ChangeKind::home_membership, member, "B-WS", "B-JY", merged},
          Change{reform, ChangeKind::other_membership, other, "B-WS 联系服务", "", merged},
          Change{reform, ChangeKind::other_membership, other, "", "B-JY 联系服务", merged}));
}

TEST_F(Changes, OfADissolutionReachPostsAndClusters) {
  const ClusterId cluster =
      roster.add(Cluster{{}, "PZ01", "第一片组", education, office, since(founded)});
  roster.add(ClusterMembership{cluster, health, since(founded)});
  roster.add(Appointment{roster.add(post_row("S1", health)), member, since(founded)});
  const EventId ended = roster.dissolve(health, reform);
  EXPECT_THAT(
      of(month),
      ElementsAre(Change{reform, ChangeKind::unit_ended, health, "县卫生局党支部", "", ended},
                  Change{reform, ChangeKind::appointment, member, "S1", "", ended},
                  Change{reform, ChangeKind::cluster_membership, health, "PZ01", "", ended}));
}

TEST_F(Changes, OfAFoundingNameItsDocument) {
  Unit row = unit_row("B-XF", committee);
  row.standing = since(reform);
  const UnitId fresh = roster.add(row);
  EXPECT_THAT(of(month),
              ElementsAre(Change{reform, ChangeKind::unit_began, fresh, "", "B-XF", std::nullopt}));
  const EventId split = roster.split(health, std::vector{health, fresh}, reform).at(0);
  EXPECT_EQ(of(month).at(0).event, split);
  const EventId begun = roster.found(fresh, "永组发〔2019〕1号");
  EXPECT_EQ(of(month).at(0).event, begun);
}

TEST_F(Changes, OfATransferHaveNoEventOfAUnit) {
  roster.add(Membership{member, health, MembershipKind::home, since(founded)});
  roster.transfer(member, education, reform);
  EXPECT_THAT(of(month), ElementsAre(Change{reform, ChangeKind::home_membership, member, "B-WS",
                                            "B-JY", std::nullopt}));
}

TEST_F(Changes, OfARenewalWithoutAGapAreNone) {
  const PostId post = roster.add(post_row("S1", health));
  roster.add(Appointment{post, member, {founded, reform}});
  roster.add(Appointment{post, member, since(reform)});
  roster.add(Membership{member, health, MembershipKind::activity, {founded, reform}});
  roster.add(Membership{member, health, MembershipKind::activity, since(reform)});
  EXPECT_THAT(of(month), IsEmpty());
}

TEST_F(Changes, OnTheDayOfDeathEndWhatThePersonBelongedTo) {
  Person row = person_row("P2");
  row.died_on = reform;
  const PersonId other = roster.add(row);
  roster.add(Membership{other, health, MembershipKind::home, since(founded)});
  EXPECT_THAT(of(month), ElementsAre(Change{reform, ChangeKind::home_membership, other, "B-WS", "",
                                            std::nullopt}));
}

TEST(ChangeKinds, HaveNames) {
  for (std::size_t i = 0; i < names<ChangeKind>().size(); ++i)
    EXPECT_EQ(static_cast<std::size_t>(names<ChangeKind>()[i].value), i);
  EXPECT_EQ(key(ChangeKind::cluster_membership), "cluster_membership");
}

std::string code_of(const Roster& roster, std::optional<UnitId> unit) {
  return unit ? std::string{roster[*unit].code} : "";
}

// Where `person` is at home on `day`; home() would tell care too.
std::optional<UnitId> at_home(const Roster& roster, PersonId person, Date day) {
  for (const Unit& unit : roster.units()) {
    const auto members = roster.members(unit.id, MembershipKind::home, day);
    if (std::ranges::find(members, person) != members.end()) return unit.id;
  }
  return std::nullopt;
}

// The change of one kind and subject that is told for `day`, if there is one.
std::optional<Change> told(const std::vector<Change>& all, ChangeKind kind, Bearer subject,
                           Date day) {
  for (const Change& change : all)
    if (change.kind == kind && change.subject == subject && change.on == day) return change;
  return std::nullopt;
}

void expect(const std::optional<Change>& change, const std::string& before,
            const std::string& after) {
  RC_ASSERT(change.has_value() == (before != after));
  if (change) RC_ASSERT(change->before == before);
  if (change) RC_ASSERT(change->after == after);
}

RC_GTEST_PROP(ChangesProperty, AreTheDifferencesFromEachDayToTheNext, ()) {
  const Roster roster = whatever_happened();
  const Period days{first_day + *rc::gen::inRange(1, span), first_day + span + 5};
  const std::vector<Change> all = changes(roster, days);
  for (const Change& change : all) RC_ASSERT(days.contains(change.on));
  for (Date day = days.begin; day < days.end; day = day + 1) {
    for (const Unit& unit : roster.units()) {
      const auto before = roster.at(unit.id, day - 1);
      const auto after = roster.at(unit.id, day);
      RC_ASSERT(told(all, ChangeKind::unit_began, unit.id, day).has_value() == (!before && after));
      RC_ASSERT(told(all, ChangeKind::unit_ended, unit.id, day).has_value() == (before && !after));
      if (!before || !after) continue;
      expect(told(all, ChangeKind::unit_name, unit.id, day), std::string{before->name},
             std::string{after->name});
      expect(told(all, ChangeKind::unit_parent, unit.id, day), code_of(roster, before->parent),
             code_of(roster, after->parent));
    }
    for (const Person& person : roster.persons())
      expect(told(all, ChangeKind::home_membership, person.id, day),
             code_of(roster, at_home(roster, person.id, day - 1)),
             code_of(roster, at_home(roster, person.id, day)));
  }
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "county.hpp"
#include "happenings.hpp"
#include "zhibu/organization/archive.hpp"
#include "zhibu/organization/tables.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> codes_of_units(const Roster& roster) {
  std::vector<std::string> codes;
  for (const Unit& unit : roster.units()) codes.emplace_back(unit.code);
  return codes;
}

// A general branch under the office's committee: the part that is looked at.
class RosterWithin : public CountyOfBranches {
 protected:
  UnitId general = roster.add(unit_row("Z", committee, UnitKind::general_branch));
  UnitId inner = roster.add(unit_row("Z-1", general));
};

TEST_F(RosterWithin, HasTheUnitAndWhatStandsUnderItWithHandlesOfItsOwn) {
  const UnitId lower = roster.add(unit_row("Z-1-1", inner, UnitKind::group));
  const Roster part = roster.within(general);
  EXPECT_THAT(codes_of_units(part), ElementsAre("Z", "Z-1", "Z-1-1"));
  EXPECT_EQ(part.unit("Z").id, UnitId{0});
  EXPECT_EQ(part.unit("Z").parent, std::nullopt);
  EXPECT_EQ(part.unit("Z-1").parent, UnitId{0});
  EXPECT_THAT(codes_of_units(roster.within(lower)), ElementsAre("Z-1-1"));
  EXPECT_EQ(roster.within(committee).units().size(), roster.units().size());
}

TEST_F(RosterWithin, CountsAUnitByItsLastChange) {
  roster.move(inner, office, reform, "文一");
  EXPECT_THAT(codes_of_units(roster.within(general)), ElementsAre("Z"));
  const Roster there = roster.within(office);
  EXPECT_THAT(codes_of_units(there), ElementsAre("B-BG", "Z-1"));
  const UnitId moved = there.unit("Z-1").id;
  EXPECT_EQ(there.at(moved, reform - 1)->parent, std::nullopt);
  EXPECT_EQ(there.at(moved, reform)->parent, there.unit("B-BG").id);
  ASSERT_EQ(there.events().size(), 1u);
  EXPECT_EQ(there.of<Event>(moved).at(0).document, "文一");
}

TEST_F(RosterWithin, KeepsAUnitThatHasEnded) {
  roster.dissolve(inner, reform);
  EXPECT_EQ(roster.within(general).unit("Z-1").standing.end, reform);
}

TEST_F(RosterWithin, HasAPersonWhoWasEverThereWithThatMembershipOnly) {
  const PersonId other = roster.add(person_row("P2"));
  roster.add(Membership{member, inner, MembershipKind::home, since(founded)});
  roster.transfer(member, health, reform);
  roster.add(Membership{member, education, MembershipKind::activity, since(founded)});
  roster.add(Membership{other, health, MembershipKind::home, since(founded)});
  const Roster part = roster.within(general);
  ASSERT_EQ(part.persons().size(), 1u);
  const std::vector<Membership> kept = part.memberships(part.person("P1").id);
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(kept[0].unit, part.unit("Z-1").id);
  EXPECT_EQ(kept[0].period, (Period{founded, reform}));
  EXPECT_THAT(refusal([&] { part.person("P2"); }), Not(HasSubstr("did you mean 'P2'")));
}

TEST_F(RosterWithin, HasWhoHoldsAPostThereAndIsAMemberElsewhere) {
  roster.add(Membership{member, health, MembershipKind::home, since(founded)});
  const PostId post = roster.add(post_row("S1", inner));
  const PostId away = roster.add(post_row("S2", health));
  roster.add(Appointment{.post = away, .person = member, .period = since(founded)});
  roster.add(Appointment{.post = post, .person = member, .period = since(founded)});
  const Roster part = roster.within(general);
  const PersonId holder = part.person("P1").id;
  EXPECT_TRUE(part.memberships(holder).empty());
  EXPECT_EQ(part.posts().size(), 1u);
  ASSERT_EQ(part.of<Appointment>(holder).size(), 1u);
  EXPECT_EQ(part.of<Appointment>(holder)[0].post, part.post("S1").id);
}

TEST_F(RosterWithin, HasAClusterOnlyWhereItWasAlwaysLedFromInside) {
  const auto cluster = [&](std::string_view code, UnitId lead) {
    return roster.add(Cluster{{}, code, code, lead, inner, since(founded)});
  };
  const ClusterId mine = cluster("PZ1", general);
  const ClusterId once = cluster("PZ2", general);
  cluster("PZ3", health);
  roster.change_lead(once, health, inner, reform);
  roster.add(ClusterMembership{mine, health, since(founded)});
  roster.add(ClusterMembership{mine, inner, since(founded)});
  roster.add(ClusterMembership{once, general, since(founded)});
  const Roster part = roster.within(general);
  ASSERT_EQ(part.clusters().size(), 1u);
  EXPECT_EQ(part.cluster("PZ1").deputy, part.unit("Z-1").id);
  EXPECT_EQ(part.all<ClusterMembership>().size(), 1u);
}

TEST_F(RosterWithin, LeavesOutTheOtherUnitOfAnEventThatIsOutside) {
  roster.merge(std::vector{inner}, health, reform, "并");
  const Roster part = roster.within(general);
  ASSERT_EQ(part.events().size(), 1u);
  const Event event = part[EventId{0}];
  EXPECT_EQ(event.kind, EventKind::merge);
  EXPECT_EQ(event.other, std::nullopt);
}

TEST_F(RosterWithin, TellsByAMoveWhereAUnitCameFromOneThatMergedOutside) {
  const UnitId group = roster.add(unit_row("G", health, UnitKind::group));
  roster.merge(std::vector{health}, inner, reform, "并");
  const Roster part = roster.within(general);
  ASSERT_EQ(part.events().size(), 1u);
  const Event event = part[EventId{0}];
  EXPECT_EQ(event.kind, EventKind::move);
  EXPECT_EQ(event.unit, part.unit(roster[group].code).id);
  EXPECT_EQ(event.on, reform);
  EXPECT_EQ(event.document, "");
}

TEST_F(RosterWithin, RefusesAUnitThatThereIsNot) {
  EXPECT_THAT(refusal([&] { roster.within(UnitId{99}); }), HasSubstr("handle 99"));
}

// --- whatever happened ---

std::filesystem::path place() {
  return std::filesystem::path{testing::TempDir()} / "zhibu_roster_within";
}

// write_tables() reads again what it wrote, and refuses where that would be another history.
RC_GTEST_PROP(RosterWithinAnyRoster, CanBeToldInTablesWhereTheWholeCan, ()) {
  const Roster roster = whatever_happened();
  const auto top = UnitId{*rc::gen::inRange(0u, static_cast<std::uint32_t>(roster.units().size()))};
  const auto told = [](const Roster& any) {
    std::filesystem::remove_all(place());
    const std::string refused = refusal([&] { write_tables(any, place()); });
    std::filesystem::remove_all(place());
    return refused;
  };
  if (told(roster) != "none") return;
  // A unit and the one above it that merged with one outside on one day: either ends first.
  const std::string refused = told(roster.within(top));
  RC_ASSERT(refused == "none" || refused.find("there still stand") != std::string::npos);
}

RC_GTEST_PROP(RosterWithinAnyRoster, IsThatOfItself, ()) {
  const Roster roster = whatever_happened();
  const auto top = UnitId{*rc::gen::inRange(0u, static_cast<std::uint32_t>(roster.units().size()))};
  const Roster part = roster.within(top);
  const bool same = to_bytes(part.within(part.unit(roster[top].code).id)) == to_bytes(part);
  RC_ASSERT(same);
}

// Each unit inside has, on each day, the members inside the part that it has in the whole.
RC_GTEST_PROP(RosterWithinAnyRoster, HasTheSameMembers, ()) {
  const Roster roster = whatever_happened();
  const auto top = UnitId{*rc::gen::inRange(0u, static_cast<std::uint32_t>(roster.units().size()))};
  const Roster part = roster.within(top);
  const auto codes = [](const Roster& any, std::string_view unit, MembershipKind kind, Date day) {
    std::set<std::string> found;
    for (const PersonId person : any.members(any.unit(unit).id, kind, day))
      found.emplace(any[person].code);
    return found;
  };
  for (const Unit& unit : part.units())
    for (int day = 0; day < 2 * span; day += 5)
      for (const Name<MembershipKind>& kind : names<MembershipKind>())
        RC_ASSERT(codes(part, unit.code, kind.value, first_day + day) ==
                  codes(roster, unit.code, kind.value, first_day + day));
}

// Whatever happens among units and persons outside, the part is the same to the last byte.
RC_GTEST_PROP(RosterWithinAnyRoster, KnowsNothingOfWhatHappensOutside, ()) {
  Roster roster = whatever_happened();
  const auto units = static_cast<std::uint32_t>(roster.units().size());
  const auto top = UnitId{*rc::gen::inRange(0u, units)};
  const Roster before = roster.within(top);
  const auto outside = [&](auto all, auto find) {
    std::vector<std::uint32_t> found;
    for (const auto& thing : all)
      if (refusal([&] { find(thing.code); }) != "none") found.push_back(thing.id.index);
    return found;
  };
  const auto others = outside(roster.units(), [&](std::string_view code) { before.unit(code); });
  auto persons = outside(roster.persons(), [&](std::string_view code) { before.person(code); });
  persons.push_back(roster.add(person_row("PX")).index);
  if (others.empty() || others.front() != 0) return;  // a merger takes the first unit
  for (int i = 0; i < 10; ++i) {
    Happening h = any_happening(others.size(), persons.size());
    h.unit = others[h.unit];
    h.other = others[h.other];
    h.person = persons[h.person];
    happen(roster, h);
  }
  const Roster after = roster.within(top);
  if (codes_of_units(after) != codes_of_units(before)) return;  // one came to be inside
  const bool same = to_bytes(after) == to_bytes(before);
  RC_ASSERT(same);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// What a roster answers of a day.

#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "two_branches.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using AsOf = RosterOfTwoBranches;

TEST_F(AsOf, AMembershipCountsFromItsFirstDayToItsLast) {
  roster.add(Membership{person, first, MembershipKind::home, year});
  const auto members = [&](Date day) { return roster.members(first, MembershipKind::home, day); };
  EXPECT_THAT(members(Date{2016, 12, 31}), IsEmpty());
  EXPECT_THAT(members(Date{2017, 1, 1}), ElementsAre(person));
  EXPECT_THAT(members(Date{2017, 12, 31}), ElementsAre(person));
  EXPECT_THAT(members(Date{2018, 1, 1}), IsEmpty());
  EXPECT_EQ(roster.home(person, Date{2016, 12, 31}), std::nullopt);
  EXPECT_EQ(roster.home(person, Date{2017, 1, 1}), first);
}

TEST_F(AsOf, HomeComesBeforeCareAndActivityIsNoHome) {
  roster.add(Membership{person, committee, MembershipKind::activity, open});
  EXPECT_EQ(roster.home(person, year.begin), std::nullopt);
  roster.add(Membership{person, first, MembershipKind::care, open});
  EXPECT_EQ(roster.home(person, year.begin), first);
  roster.add(Membership{person, second, MembershipKind::home, year});
  EXPECT_EQ(roster.home(person, year.begin - 1), first);
  EXPECT_EQ(roster.home(person, year.begin), second);
  EXPECT_EQ(roster.memberships(person).size(), 3u);
  EXPECT_THAT(roster.memberships(other), IsEmpty());
}

TEST_F(AsOf, AUnitStandsFromItsFoundingToItsLastDay) {
  Unit passing = a_unit("B03", committee);
  passing.standing = year;
  const UnitId third = roster.add(passing);
  EXPECT_THAT(roster.children(committee, Date{2016, 12, 31}), ElementsAre(first, second));
  EXPECT_THAT(roster.children(committee, Date{2017, 1, 1}), ElementsAre(first, second, third));
  EXPECT_THAT(roster.children(committee, Date{2017, 12, 31}), ElementsAre(first, second, third));
  EXPECT_THAT(roster.children(committee, Date{2018, 1, 1}), ElementsAre(first, second));
  EXPECT_THAT(roster.children(committee, founded - 1), IsEmpty());
}

TEST_F(AsOf, AUnitIsWithinItselfAndAllAboveIt) {
  const UnitId group = roster.add(a_unit("B01-1", first));
  EXPECT_TRUE(roster.is_within(group, group, founded));
  EXPECT_TRUE(roster.is_within(group, first, founded));
  EXPECT_TRUE(roster.is_within(group, committee, founded));
  EXPECT_FALSE(roster.is_within(group, second, founded));
  EXPECT_FALSE(roster.is_within(committee, group, founded));
  EXPECT_FALSE(roster.is_within(group, group, founded - 1)) << "none of them stands yet";
}

TEST_F(AsOf, AVacantPostIsAPost) {
  const PostId secretary = roster.add(a_post("B01-S", first));
  roster.add(Appointment{secretary, person, {founded, Date{2017, 4, 1}}, "县委组织部副部长"});
  roster.add(Appointment{secretary, other, since(Date{2017, 7, 1}), ""});
  const auto holder = [&](Date day) -> std::optional<PersonId> {
    const std::vector<Appointment> held = roster.appointments(first, day);
    return held.empty() ? std::nullopt : std::optional{held.at(0).person};
  };
  EXPECT_THAT(roster.posts(first), ElementsAre(secretary));
  EXPECT_THAT(roster.posts(second), IsEmpty());
  EXPECT_EQ(holder(Date{2017, 3, 31}), person);
  EXPECT_EQ(holder(Date{2017, 4, 1}), std::nullopt);
  EXPECT_EQ(holder(Date{2017, 6, 30}), std::nullopt);
  EXPECT_EQ(holder(Date{2017, 7, 1}), other);
  EXPECT_EQ(roster.appointments(first, founded).at(0).titles, "县委组织部副部长");
}

TEST_F(AsOf, ATermRunsFromTheElectionUpToTheNext) {
  const TermId third = roster.add(Term{.id = {}, .unit = first, .elected_on = Date{2015, 6, 30}});
  const TermId second_term =
      roster.add(Term{.id = {}, .unit = first, .elected_on = Date{2012, 6, 30}});
  roster.add(Term{
      .id = {}, .unit = second, .elected_on = Date{2015, 6, 30}, .ended_on = Date{2017, 1, 1}});
  const auto running = [&](UnitId unit, Date day) -> std::optional<TermId> {
    const std::optional<Term> term = roster.term(unit, day);
    return term ? std::optional{term->id} : std::nullopt;
  };
  EXPECT_EQ(running(first, Date{2012, 6, 29}), std::nullopt);
  EXPECT_EQ(running(first, Date{2012, 6, 30}), second_term);
  EXPECT_EQ(running(first, Date{2015, 6, 29}), second_term);
  EXPECT_EQ(running(first, Date{2015, 6, 30}), third);
  EXPECT_EQ(running(second, Date{2016, 12, 31}), TermId{2});
  EXPECT_EQ(running(second, Date{2017, 1, 1}), std::nullopt);
}

TEST_F(AsOf, RowsOutliveWhatIsAddedLater) {
  const Unit kept = roster[first];
  for (int i = 0; i < 1000; ++i) roster.add(a_unit("X" + std::to_string(i)));
  EXPECT_EQ(kept.code, "B01");
  EXPECT_EQ(kept.name, "党支部");
  EXPECT_EQ(kept.code.data(), roster[first].code.data());
}

TEST_F(AsOf, AMovedRosterKeepsItsRows) {
  const Unit kept = roster[first];
  const Roster moved = std::move(roster);
  EXPECT_EQ(kept.code.data(), moved[first].code.data());
}

// All that a roster says of its units and persons on some days.
std::vector<std::string> answers(const Roster& roster) {
  std::vector<std::string> told;
  for (const Date day : {year.begin - 1, year.begin, year.last(), year.end}) {
    for (const Unit& unit : roster.units()) {
      told.push_back(std::string{unit.code} + ' ' + std::string{unit.name} + ' ' +
                     to_string(unit.standing));
      for (const PersonId id : roster.members(unit.id, MembershipKind::home, day))
        told.emplace_back(roster[id].code);
      for (const UnitId id : roster.children(unit.id, day)) told.emplace_back(roster[id].code);
      for (const Appointment& held : roster.appointments(unit.id, day))
        told.emplace_back(held.titles);
    }
    for (const Person& person : roster.persons()) {
      const std::optional<UnitId> home = roster.home(person.id, day);
      told.push_back(std::string{person.code} + (home ? std::string{roster[*home].code} : ""));
    }
  }
  return told;
}

// Adds a unit with a post, and a person who belongs to it and holds the post.
void grow(Roster& roster, const std::string& code, int begin, int days) {
  const Period period{founded + begin, founded + begin + days};
  Unit unit = a_unit(code);
  if (!roster.units().empty()) unit.parent = UnitId{0};
  unit.standing = period;
  const UnitId unit_id = roster.add(unit);
  const PersonId person = roster.add(a_person("P" + code));
  roster.add(Membership{person, unit_id, MembershipKind::home, period});
  roster.add(Appointment{roster.add(a_post("S" + code, unit_id)), person, period, code + "局长"});
}

RC_GTEST_PROP(Roster, ACopyAnswersAlikeAfterTheOriginalChanges, ()) {
  const auto spans = *rc::gen::container<std::vector<std::pair<int, int>>>(
      rc::gen::pair(rc::gen::inRange(0, 3000), rc::gen::inRange(1, 3000)));
  Roster original;
  int number = 0;
  for (const auto& [begin, days] : spans) grow(original, std::to_string(++number), begin, days);
  const std::vector<std::string> before = answers(original);

  Roster copy = original;
  for (int i = 0; i < 20; ++i) grow(original, "later" + std::to_string(i), 0, 4000);
  RC_ASSERT(answers(copy) == before);
  if (number > 0) RC_ASSERT(copy.unit("1").code.data() != original.unit("1").code.data());

  original = copy;
  grow(copy, "in the copy", 0, 4000);
  RC_ASSERT(answers(original) == before);
}

}  // namespace
}  // namespace zhibu

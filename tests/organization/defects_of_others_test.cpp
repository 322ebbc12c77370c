// SPDX-License-Identifier: BSL-1.0
//
// What other programs for Party affairs, and for members of associations, are known to get wrong.
// The numbers are those of a list of 24 such defects; the others are of other layers. Names in
// comments are those of the programs and of the threads in which users complain.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "county.hpp"
#include "zhibu/organization/view.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class County : public CountyOfBranches {
 protected:
  void join(PersonId person, UnitId unit, Period period,
            MembershipKind kind = MembershipKind::home) {
    roster.add(Membership{person, unit, kind, period});
  }
  std::vector<std::int64_t> members_of_all(Date day) const {
    const RosterView view = roster.as_of(day);
    return view.roll_up(view.count_members({}));
  }
  PersonId other = roster.add(person_row("P2"));
};

using AReportOfThePast = County;
using AMerger = County;
using TheSetOfUnits = County;
using LeavingAUnit = County;
using APost = County;
using AUnitThatHasEnded = County;
using AMemberWhoReturns = County;
using ARoleAhead = County;
using ADeath = County;

// 10: zzsh rewrites name, code and parent in old statistics after a move, and erases them when the
// unit goes.
TEST_F(AReportOfThePast, StaysAsItWasAfterAMoveARenamingAndAnEnd) {
  join(member, health, since(founded));
  join(other, education, since(founded));
  const std::vector<std::string> before = told(roster, reform - 1);
  const std::vector<std::int64_t> counted = members_of_all(reform - 1);
  roster.move(health, office, reform);
  roster.rename(health, "县卫健局党支部", reform);
  roster.dissolve(education, reform);
  EXPECT_EQ(told(roster, reform - 1), before);
  EXPECT_EQ(members_of_all(reform - 1), counted);
  EXPECT_NE(told(roster, reform), before);
}

// 15: others greet whoever joined on 29 February only in leap years, and take a difference of years
// for a count of full ones.
TEST(APoliticalBirthday, OfTheTwentyNinthOfFebruaryComesEveryYear) {
  const Date joined{1948, 2, 29};
  EXPECT_EQ(add_years(joined, 69), (Date{2017, 2, 28}));
  EXPECT_EQ(add_years(joined, 68), (Date{2016, 2, 29}));
  EXPECT_EQ(full_years(joined, Date{2017, 2, 27}), 68);
  EXPECT_EQ(full_years(joined, Date{2017, 2, 28}), 69);
}

// 16: 71CMS destroys the old unit and its parent; popit #820 loses memberships on a merger.
TEST_F(AMerger, KeepsBothUnitsAndWhereEveryMemberWas) {
  join(member, health, since(founded));
  join(other, health, since(founded), MembershipKind::care);
  roster.merge(std::vector{health}, education, reform, "永组发〔2019〕8号");
  EXPECT_EQ(roster[health].name, "县卫生局党支部");
  EXPECT_EQ(roster[health].parent, committee);
  EXPECT_EQ(roster.memberships(member).size(), 2u);
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), education);
  EXPECT_EQ(roster.home(other, reform), education);
}

// 17: lzj has towns for columns, scmt1 the county's numbers in its code.
TEST_F(TheSetOfUnits, IsData) {
  for (int town = 0; town < 300; ++town)
    roster.add(unit_row("T" + std::to_string(town), committee));
  EXPECT_EQ(roster.as_of(reform).children(committee).size(), 303u);
}

// 18: OWIP copies who leaves into a table of its own, with names in place of handles.
TEST_F(LeavingAUnit, EndsAnIntervalAndCopiesNothing) {
  join(member, health, since(founded));
  const std::size_t persons = roster.persons().size();
  roster.transfer(member, education, reform);
  EXPECT_EQ(roster.persons().size(), persons);
  EXPECT_EQ(roster.memberships(member).at(0).period, (Period{founded, reform}));
  EXPECT_EQ(roster.memberships(member).at(0).person, member);
}

// 20: at hnlgb posts are columns, with two deputies at most.
TEST_F(APost, MayBeThereAnyNumberOfTimesOverlapAndBeVacant) {
  std::vector<PostId> deputies;
  for (int i = 0; i < 5; ++i)
    deputies.push_back(
        roster.add(post_row("D" + std::to_string(i), health, PostKind::deputy_secretary)));
  for (std::size_t i = 1; i < deputies.size(); ++i)
    roster.add(Appointment{deputies[i], i % 2 == 0 ? member : other, since(founded)});
  const RosterView view = roster.as_of(reform);
  EXPECT_EQ(roster.appointments(health, reform).size(), 4u);
  EXPECT_EQ(view.posts_of(member).size(), 2u);
  EXPECT_THAT(view.vacancies(health), ElementsAre(deputies[0]));
}

// 24: popit #457 and #761 forget, as of a day, that an organization was dissolved.
TEST_F(AUnitThatHasEnded, HasNoMembersNorPostsFromThatDayOn) {
  join(member, health, since(founded));
  const PostId post = roster.add(post_row("S1", health));
  roster.add(Appointment{post, member, since(founded)});
  roster.dissolve(health, reform);
  EXPECT_EQ(roster.as_of(reform - 1).holders(post).size(), 1u);
  const RosterView view = roster.as_of(reform);
  EXPECT_THAT(view.members_within(committee), IsEmpty());
  EXPECT_THAT(view.holders(post), IsEmpty());
  EXPECT_THAT(view.posts_of(member), IsEmpty());
  EXPECT_THAT(view.all<Membership>(), IsEmpty());
  EXPECT_THAT(view.all<Appointment>(), IsEmpty());
}

// Entered afterwards and without an end, it lasts no longer than the unit all the same.
TEST_F(AUnitThatHasEnded, TakesNobodyBackByAnEntryAfterwards) {
  roster.dissolve(health, reform);
  join(member, health, since(founded));
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), std::nullopt);
  EXPECT_THAT(roster.as_of(reform).members_within(committee), IsEmpty());
}

// hitobito #719, Admidio #1456, #1459, #1492: active or former is told wrong with two intervals.
TEST_F(AMemberWhoReturns, IsThereInBothIntervalsAndNotInBetween) {
  join(member, health, {founded, reform});
  join(member, health, since(reform + 365));
  EXPECT_EQ(roster.home(member, reform - 1), health);
  EXPECT_EQ(roster.home(member, reform), std::nullopt);
  EXPECT_EQ(roster.home(member, reform + 364), std::nullopt);
  EXPECT_EQ(roster.home(member, reform + 365), health);
  EXPECT_EQ(roster.memberships(member).size(), 2u);
  EXPECT_THAT(roster.members(health, MembershipKind::home, reform + 365), ElementsAre(member));
}

// hitobito #2237, ThetaTau #511, vertical-association #146: what begins in the future never does.
TEST_F(ARoleAhead, BeginsOnItsDay) {
  const Date ahead{2031, 1, 1};
  const PostId post = roster.add(post_row("S1", health));
  roster.add(Appointment{post, member, since(ahead)});
  join(member, health, since(ahead));
  EXPECT_THAT(roster.as_of(ahead - 1).holders(post), IsEmpty());
  EXPECT_EQ(roster.as_of(ahead).holders(post).size(), 1u);
  EXPECT_EQ(roster.home(member, ahead - 1), std::nullopt);
  EXPECT_EQ(roster.home(member, ahead), health);
}

// Admidio #1540: a new leader must not begin on the day on which the old one did.
TEST_F(ARoleAhead, LeavesTheOneBeforeItsDays) {
  const PostId post = roster.add(post_row("S1", health));
  roster.add(Appointment{post, member, {founded, reform}});
  roster.add(Appointment{post, other, since(reform)});
  EXPECT_EQ(roster.as_of(reform - 1).holders(post).at(0).person, member);
  EXPECT_EQ(roster.as_of(reform).holders(post).at(0).person, other);
  EXPECT_EQ(roster.as_of(reform).holders(post).size(), 1u);
}

// hitobito #736, erpnext #14245: what is moved within one body lands elsewhere, or not at all.
TEST_F(TheSetOfUnits, IsOneAfterAMoveAsBefore) {
  const UnitId group = roster.add(unit_row("G1", health, UnitKind::group));
  join(member, group, since(founded));
  roster.move(health, education, reform);
  EXPECT_EQ(roster.as_of(reform - 1).size(), roster.as_of(reform).size());
  EXPECT_THAT(roster.as_of(reform).members_within(education), ElementsAre(member));
  EXPECT_THAT(roster.as_of(reform - 1).members_within(education), IsEmpty());
}

// popit #761: a death closes memberships and posts, and deletes nobody (2011年报:
// 一律不能直接删除).
TEST_F(ADeath, ClosesWhatThePersonBelongedToAndHeld) {
  Person row = person_row("P3");
  row.died_on = reform;
  const PersonId third = roster.add(row);
  const PostId post = roster.add(post_row("S1", health));
  join(third, health, since(founded));
  join(third, office, since(founded), MembershipKind::activity);
  roster.add(Appointment{post, third, since(founded)});
  roster.add(Contact{third, health, since(founded)});
  EXPECT_THAT(roster.members(health, MembershipKind::home, reform - 1), ElementsAre(third));
  EXPECT_EQ(roster.contacts(third, reform - 1).size(), 1u);
  EXPECT_THAT(roster.members(health, MembershipKind::home, reform), IsEmpty());
  EXPECT_THAT(roster.members(office, MembershipKind::activity, reform), IsEmpty());
  EXPECT_EQ(roster.home(third, reform), std::nullopt);
  EXPECT_THAT(roster.contacts(third, reform), IsEmpty());
  EXPECT_THAT(roster.as_of(reform).vacancies(health), ElementsAre(post));
  EXPECT_THAT(roster.appointments(health, reform), IsEmpty());
  EXPECT_EQ(roster.memberships(third).size(), 2u);
  EXPECT_EQ(roster.person("P3").name, "P3");
}

}  // namespace
}  // namespace zhibu

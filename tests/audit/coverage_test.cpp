// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/coverage.hpp"

#include <stdexcept>
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

constexpr Activity study = Activity::study_day;

// Two branches under a committee, and study days in 2017.
class ACoverage : public testing::Test {
 protected:
  UnitId unit(std::string_view code, std::optional<UnitId> parent) {
    Unit row{};
    row.code = row.name = code;
    row.kind = parent ? UnitKind::branch : UnitKind::committee;
    row.parent = parent;
    row.standing = since(Date{2010, 1, 1});
    return roster.add(row);
  }

  PersonId person(std::string_view code, UnitId at, Period period = since(Date{2010, 1, 1}),
                  MembershipKind kind = MembershipKind::home) {
    Person row{};
    row.code = row.name = code;
    row.born_on = Date{1938, 1, 1};
    const PersonId id = roster.add(row);
    roster.add(Membership{id, at, kind, period});
    return id;
  }

  RecordId hold(Date day, const std::vector<PersonId>& due,
                const std::vector<Attendee>& exceptions = {}, Activities activities = study,
                bool voided = false) {
    Record row = a_record(first, activities, day);
    row.voided = voided;
    const RecordId id = zhibu::hold(held, row);
    held.attend(id, due, exceptions);
    return id;
  }

  Coverage covered() const { return coverage(roster, held, request); }
  Reach reach(PersonId person) const {
    const Coverage all = covered();
    for (const Reach& each : all.persons)
      if (each.person == person) return each;
    ADD_FAILURE() << "nobody";
    return {};
  }

  Roster roster;
  Records held;
  UnitId top = unit("GW", {});
  UnitId first = unit("B1", top);
  UnitId second = unit("B2", top);
  CoverageRequest request{.activities = {study, Activity::home_study}, .period = year_2017};
};

TEST_F(ACoverage, CountsHowEachWasReachedByWhichRecords) {
  const PersonId a = person("A", first);
  const PersonId b = person("B", first);
  const RecordId one = hold(Date{2017, 3, 10}, {a, b}, {{b, Presence::online}});
  const RecordId two = hold(Date{2017, 4, 10}, {a, b}, {{b, Presence::served_at_home}});
  EXPECT_EQ(reach(a).times, (std::array{2, 0, 0, 0, 0}));
  EXPECT_EQ(reach(b).times, (std::array{0, 1, 1, 0, 0}));
  EXPECT_THAT(reach(b).records, ElementsAre(one, two));
  EXPECT_EQ(covered().rate(), (Rate{2, 2}));
  EXPECT_THAT(covered().left_out(), IsEmpty());
}

TEST_F(ACoverage, LeavesOutWhoWasExcusedOrAbsentWhateverTheReason) {
  const PersonId a = person("A", first);
  const PersonId b = person("B", first);
  const PersonId c = person("C", first);
  const PersonId d = person("D", first);
  hold(Date{2017, 3, 10}, {a, b, c},
       {{a, Presence::excused, "住院"}, {b, Presence::excused, ""}, {c, Presence::absent, ""}});
  EXPECT_EQ(covered().rate(), (Rate{0, 4}));
  EXPECT_THAT(covered().left_out(), ElementsAre(a, b, c, d));
  EXPECT_EQ(reach(a).count(Presence::excused), 1);
  EXPECT_EQ(reach(a).times, reach(b).times);
  EXPECT_THAT(reach(d).records, IsEmpty());
}

TEST_F(ACoverage, CountsTheFirstAndTheLastDayOfThePeriodAndNoOther) {
  const PersonId a = person("A", first);
  hold(Date{2016, 12, 31}, {a});
  hold(Date{2018, 1, 1}, {a});
  EXPECT_FALSE(reach(a).reached());
  hold(Date{2017, 1, 1}, {a});
  hold(Date{2017, 12, 31}, {a});
  EXPECT_EQ(reach(a).count(Presence::present), 2);
}

TEST_F(ACoverage, CountsNothingThatWasVoidedOrWasAnotherActivity) {
  const PersonId a = person("A", first);
  hold(Date{2017, 3, 10}, {a}, {}, study, true);
  hold(Date{2017, 3, 11}, {a}, {}, Activity::members_meeting);
  EXPECT_FALSE(reach(a).reached());
  EXPECT_THAT(reach(a).records, IsEmpty());
}

TEST_F(ACoverage, CountsWhoJoinedInThePeriodFromThatDayOn) {
  const PersonId a = person("A", first, since(Date{2017, 6, 1}));
  hold(Date{2017, 5, 31}, {a});
  EXPECT_FALSE(reach(a).reached());
  hold(Date{2017, 6, 1}, {a});
  EXPECT_EQ(reach(a).count(Presence::present), 1);
}

TEST_F(ACoverage, HasNobodyWhoLeftBeforeOrCameAfterOrDied) {
  person("A", first, {Date{2010, 1, 1}, Date{2017, 1, 1}});
  person("B", first, since(Date{2018, 1, 1}));
  Person row{};
  row.code = row.name = "C";
  row.died_on = Date{2017, 1, 1};
  const PersonId dead = roster.add(row);
  roster.add(Membership{dead, first, MembershipKind::home, since(Date{2010, 1, 1})});
  EXPECT_THAT(covered().persons, IsEmpty());
  EXPECT_EQ(covered().rate().value(), std::nullopt);
  const PersonId last = person("D", first, {Date{2010, 1, 1}, Date{2017, 1, 2}});
  ASSERT_EQ(covered().persons.size(), 1u);
  EXPECT_EQ(covered().persons[0].person, last);
}

TEST_F(ACoverage, HasEachPersonOnceWhereverTheyBelong) {
  const PersonId a = person("A", first);
  roster.add(Membership{a, second, MembershipKind::activity, since(Date{2010, 1, 1})});
  roster.transfer(a, second, Date{2017, 7, 1});
  hold(Date{2017, 3, 10}, {a});
  EXPECT_EQ(covered().rate(), (Rate{1, 1}));
  EXPECT_EQ(reach(a).count(Presence::present), 1);
}

TEST_F(ACoverage, OfASubtreeHasThoseWhoBelongThereAndOnlyThoseDays) {
  const PersonId a = person("A", first);
  const PersonId b = person("B", second);
  roster.transfer(a, second, Date{2017, 7, 1});
  hold(Date{2017, 6, 30}, {a, b});
  hold(Date{2017, 7, 1}, {a, b});
  request.within = first;
  ASSERT_EQ(covered().persons.size(), 1u);
  EXPECT_EQ(reach(a).count(Presence::present), 1);
  request.within = second;
  EXPECT_EQ(reach(a).count(Presence::present), 1);
  EXPECT_EQ(reach(b).count(Presence::present), 2);
  request.within = top;
  EXPECT_EQ(reach(a).count(Presence::present), 2);
}

TEST_F(ACoverage, FollowsAUnitThatMoves) {
  const UnitId other = unit("GW2", {});
  const PersonId a = person("A", second);
  roster.move(second, other, Date{2017, 7, 1});
  hold(Date{2017, 6, 30}, {a});
  hold(Date{2017, 7, 1}, {a});
  request.within = top;
  EXPECT_EQ(reach(a).count(Presence::present), 1);
  request.within = other;
  EXPECT_EQ(reach(a).count(Presence::present), 1);
}

TEST_F(ACoverage, IsOfThosePersonsThatAreAskedFor) {
  person("A", first);
  Person row{};
  row.code = row.name = "B";
  row.needs_home_visits = true;
  row.retirement = Retirement::retired_with_honours;
  const PersonId cared_for = roster.add(row);
  roster.add(Membership{cared_for, first, MembershipKind::care, since(Date{2010, 1, 1})});
  request.persons.needs_home_visits = true;
  EXPECT_THAT(covered().left_out(), ElementsAre(cared_for));
  request.persons = {.retirement = {Retirement::retired_with_honours}};
  EXPECT_THAT(covered().left_out(), ElementsAre(cared_for));
  request.persons = {.retirement = {Retirement::retired}};
  EXPECT_THAT(covered().persons, IsEmpty());
}

TEST_F(ACoverage, CountsWhomARecordNamesOnce) {
  const PersonId a = person("A", first);
  const PersonId b = person("B", first);
  const std::vector both{a, b};
  Record row = a_record(first, Activity::home_study, Date{2017, 5, 1});
  row.persons = both;
  const RecordId at_home = zhibu::hold(held, row);
  EXPECT_EQ(reach(a).count(Presence::served_at_home), 1);
  row.activities = study;
  const RecordId lecture = zhibu::hold(held, row);
  held.attend(lecture, std::vector{a}, {});
  EXPECT_EQ(reach(a).count(Presence::present), 1);
  EXPECT_EQ(reach(a).named, 0);
  EXPECT_EQ(reach(b).named, 1);
  EXPECT_THAT(reach(b).records, ElementsAre(at_home, lecture));
}

TEST_F(ACoverage, ByMonthIsOfThoseWhoBelongedInThatMonth) {
  const PersonId a = person("A", first);
  person("B", first, since(Date{2017, 2, 28}));
  hold(Date{2017, 1, 31}, {a});
  hold(Date{2017, 3, 1}, {a});
  request.period = {Date{2017, 1, 15}, Date{2017, 3, 10}};
  std::vector<Rate> rates;
  for (const Coverage& month : coverage_by_month(roster, held, request))
    rates.push_back(month.rate());
  EXPECT_THAT(rates, ElementsAre(Rate{1, 1}, Rate{0, 2}, Rate{1, 2}));
  EXPECT_EQ(coverage_by_month(roster, held, request)[2].period,
            (Period{Date{2017, 3, 1}, Date{2017, 3, 10}}));
}

TEST_F(ACoverage, RefusesWhatAsksForNothing) {
  EXPECT_THROW(coverage(roster, held, {.activities = {}, .period = year_2017}),
               std::invalid_argument);
  EXPECT_THROW(coverage(roster, held, {.activities = study, .period = {Date{}, Date{}}}),
               std::invalid_argument);
  request.within = UnitId{99};
  EXPECT_THROW(covered(), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/audit/progress.hpp"

#include <algorithm>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"

namespace zhibu {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr Activity lecture = Activity::party_lecture;

// A committee with two branches, each of which owes two meetings a month and a lecture a quarter.
class ProgressOfTwoBranches : public testing::Test {
 protected:
  ProgressOfTwoBranches() {
    top = roster.add(unit("T", UnitKind::committee));
    first = roster.add(unit("B1", UnitKind::branch));
    second = roster.add(unit("B2", UnitKind::branch));
    progress.emplace(roster.as_of(Date{2017, 12, 31}), rules, year_2017);
  }

  Unit unit(std::string_view code, UnitKind kind) const {
    Unit row{.code = code, .name = code, .kind = kind, .standing = since(Date{2010, 1, 1})};
    if (kind == UnitKind::branch) row.parent = top;
    return row;
  }

  ProgressTally tally(std::string_view rule, UnitId of, Date as_of = long_after) const {
    for (const ProgressTally& tally : progress->roll_up(std::vector{of}, as_of))
      if (tally.provision == rules.provision(rule).id) return tally;
    throw std::invalid_argument{"no such rule"};
  }
  std::int64_t lectures(Standing standing, Date as_of = long_after) const {
    return tally("L", first, as_of).count(standing);
  }

  Roster roster;
  Rulebook rules =
      rulebook({provision("M", members_meeting, AtLeast{.times = 2, .per = Span::month}),
                provision("L", lecture, AtLeast{.times = 1, .per = Span::quarter})});
  UnitId top, first, second;
  std::optional<Progress> progress;
};

TEST_F(ProgressOfTwoBranches, OwesEveryWindowOfTheYearWhileNothingIsHeld) {
  const ProgressTally found = tally("M", top, Date{2017, 3, 31});
  EXPECT_EQ(found.count(Standing::overdue), 2 * 2);
  EXPECT_EQ(found.count(Standing::due), 2 * 1);
  EXPECT_EQ(found.count(Standing::upcoming), 2 * 9);
  EXPECT_EQ(found.owed(), 2 * 12);
  EXPECT_EQ(found.bearers, 2);
  EXPECT_EQ(found.bearers_overdue, 2);
}

TEST_F(ProgressOfTwoBranches, AWindowIsDueOnItsLastDayAndOverdueOnTheNext) {
  EXPECT_EQ(lectures(Standing::due, Date{2017, 3, 31}), 1);
  EXPECT_EQ(lectures(Standing::overdue, Date{2017, 3, 31}), 0);
  EXPECT_EQ(lectures(Standing::overdue, Date{2017, 4, 1}), 1);
}

TEST_F(ProgressOfTwoBranches, WhatIsHeldOnTheLastDayCountsAndOnTheNextDayForTheNextWindow) {
  progress->hold(first, lecture, Date{2017, 3, 31});
  EXPECT_EQ(lectures(Standing::satisfied, Date{2017, 3, 31}), 1);
  progress->clear(first);
  progress->hold(first, lecture, Date{2017, 4, 1});
  EXPECT_EQ(lectures(Standing::overdue, Date{2017, 4, 1}), 1);
  EXPECT_EQ(lectures(Standing::satisfied, Date{2017, 4, 1}), 1);
}

TEST_F(ProgressOfTwoBranches, WhatIsHeldLaterForAClosedWindowMakesUpForItFromThatDayOn) {
  progress->hold(first, lecture, Date{2017, 5, 2}, q1);
  EXPECT_EQ(lectures(Standing::overdue, Date{2017, 5, 1}), 1);
  EXPECT_EQ(lectures(Standing::satisfied_late, Date{2017, 5, 1}), 0);
  EXPECT_EQ(lectures(Standing::satisfied_late, Date{2017, 5, 2}), 1);
  EXPECT_EQ(lectures(Standing::satisfied), 0) << "it is none of the second quarter";
}

TEST_F(ProgressOfTwoBranches, AnEarlierRecordThatComesInLaterMakesGoodWhatWasLate) {
  progress->hold(first, lecture, Date{2017, 5, 2}, q1);
  progress->hold(first, lecture, Date{2017, 3, 1});
  EXPECT_EQ(lectures(Standing::satisfied_late), 0);
  EXPECT_EQ(lectures(Standing::satisfied), 1);
}

TEST_F(ProgressOfTwoBranches, IsMetOnTheDayOfTheSecondMeetingWhereTwoAreAsked) {
  progress->hold(first, members_meeting, Date{2017, 1, 20});
  EXPECT_EQ(tally("M", first).count(Standing::satisfied), 0);
  progress->hold(first, members_meeting, Date{2017, 1, 10});
  EXPECT_EQ(tally("M", first, Date{2017, 1, 19}).count(Standing::satisfied), 0);
  EXPECT_EQ(tally("M", first, Date{2017, 1, 20}).count(Standing::satisfied), 1);
}

TEST_F(ProgressOfTwoBranches, CountsABranchOnceHoweverManyOfItsWindowsAreOverdue) {
  progress->hold(second, lecture, Date{2017, 2, 1});
  EXPECT_EQ(tally("L", top, Date{2017, 4, 1}).bearers_overdue, 1);
  EXPECT_EQ(tally("L", top).bearers_overdue, 2);
  EXPECT_EQ(tally("L", top).count(Standing::overdue), 4 + 3);
}

TEST_F(ProgressOfTwoBranches, SaysForEachUnitHowManyWindowsStandSo) {
  progress->hold(second, lecture, Date{2017, 2, 1});
  const ProvisionId rule = rules.provision("L").id;
  EXPECT_THAT(progress->count(rule, Standing::overdue, Date{2017, 4, 1}), ElementsAre(0, 1, 0));
  EXPECT_THAT(progress->count(rule, Standing::satisfied, long_after), ElementsAre(0, 0, 1));
}

TEST_F(ProgressOfTwoBranches, IsAValue) {
  const Progress before = *progress;
  progress->hold(first, lecture, Date{2017, 2, 1});
  EXPECT_EQ(lectures(Standing::satisfied), 1);
  *progress = before;
  EXPECT_EQ(lectures(Standing::satisfied), 0);
}

TEST_F(ProgressOfTwoBranches, CoversNoOptionNoFundsAndNothingAskedSoManyDaysApart) {
  Provision option = provision("O", lecture, AtLeast{});
  option.force = Force::may;
  const Provision funds = provision("F", Activity::branch_funds, Funding{1, 2, Span::year});
  const Provision apart = provision("A", lecture, AtLeast{.times = 2, .days_apart = 30});
  const Provision plain = provision("P", lecture, AtLeast{});
  const Rulebook other = rulebook({option, funds, apart, plain});
  const Progress covered{roster.as_of(Date{2017, 12, 31}), other, year_2017};
  EXPECT_THAT(covered.provisions(), ElementsAre(other.provision("P").id));
}

TEST_F(ProgressOfTwoBranches, RefusesAUnitThatDidNotStandInTheView) {
  Progress part{roster.as_of(Date{2017, 12, 31}, first), rules, year_2017};
  part.hold(first, lecture, Date{2017, 2, 1});
  const auto message = AllOf(HasSubstr("unit number 2"), HasSubstr("accepted: one of its 1 units"));
  EXPECT_THAT(
      [&] {
        part.hold(second, lecture, Date{2017, 2, 1});
      },
      ThrowsMessage<std::invalid_argument>(message));
  EXPECT_THAT([&] { part.clear(second); }, ThrowsMessage<std::invalid_argument>(message));
  EXPECT_THAT(
      [&] {
        part.roll_up(std::vector{first, second}, long_after);
      },
      ThrowsMessage<std::invalid_argument>(HasSubstr("units[1]: found the unit number 2")));
}

TEST_F(ProgressOfTwoBranches, RefusesAPeriodWithoutADayAndADayThatIsTooFarAway) {
  const Date day{2017, 2, 1};
  EXPECT_THROW(progress->hold(first, lecture, day, Period{day, day}), std::invalid_argument);
  EXPECT_NO_THROW(progress->hold(first, lecture, day, Period{day, day + 1}));
  const Date begin = year_2017.begin;
  EXPECT_NO_THROW(progress->hold(first, lecture, begin + 31000, q1));
  EXPECT_THROW(progress->hold(first, lecture, begin + 31001, q1), std::invalid_argument);
  EXPECT_THROW(progress->hold(first, lecture, begin - 31001, q1), std::invalid_argument);
  const RosterView view = roster.as_of(day);
  EXPECT_NO_THROW((Progress{view, rules, Period{begin, begin + 31000}}));
  EXPECT_THROW((Progress{view, rules, Period{begin, begin + 31001}}), std::invalid_argument);
  EXPECT_THROW((Progress{view, rules, Period{begin, begin}}), std::invalid_argument);
}

TEST_F(ProgressOfTwoBranches, NamesTheRuleThatNamesAUnitThatThereIsNot) {
  Provision rule = provision("X", lecture, AtLeast{});
  rule.scope = TheseUnits{{"B9"}};
  EXPECT_THAT(
      [&] {
        (Progress{roster.as_of(long_after), rulebook({rule}), year_2017});
      },
      ThrowsMessage<std::invalid_argument>(AllOf(HasSubstr("'X'"), HasSubstr("'B9'"))));
}

TEST_F(ProgressOfTwoBranches, HoldsNothingOfColumnsWithAFault) {
  std::vector<UnitId> units{first, first};
  std::vector<Activity> activities{lecture, lecture};
  const std::vector<Date> days{Date{2017, 2, 1}, Date{2017, 5, 1}};
  const auto hold = [&](int threads) { progress->hold_all({units, activities, days}, threads); };
  const auto refuses = [&](const char* message, int threads = 1) {
    EXPECT_THAT([&] { hold(threads); }, ThrowsMessage<std::invalid_argument>(HasSubstr(message)));
    EXPECT_EQ(lectures(Standing::satisfied), 0);
  };
  refuses("found 0 threads; accepted: 1 or more", 0);
  activities.push_back(lecture);
  refuses("found columns of 2 units, 3 activities and 2 days");
  activities = {lecture, static_cast<Activity>(200)};
  refuses("activities[1]: found the number 200; accepted: less than");
  activities[1] = lecture;
  units[1] = UnitId{77};
  refuses("units[1]: found the unit number 77");
  units[1] = first;
  hold(1);
  EXPECT_EQ(lectures(Standing::satisfied), 2);
}

// Many branches, and more records than are looked through at a time.
class ProgressOfManyBranches : public testing::Test {
 protected:
  static constexpr std::uint32_t branches = 20'000;

  ProgressOfManyBranches() {
    for (std::uint32_t i = 0; i < branches; ++i) {
      const std::string code = "B" + std::to_string(i);
      roster.add(Unit{.code = code, .name = code, .standing = since(Date{2010, 1, 1})});
    }
    std::mt19937 random{7};
    for (int i = 0; i < 150'000; ++i) {
      units.push_back({static_cast<std::uint32_t>(random() % branches)});
      activities.push_back(random() % 2 == 0 ? members_meeting : lecture);
      days.push_back(Date{2016, 12, 1} + static_cast<int>(random() % 420));
    }
  }

  std::vector<ProgressTally> tallies(const Progress& progress) const {
    return progress.roll_up(roster.as_of(long_after).units(), Date{2017, 9, 15}, 2);
  }

  Progress nothing_held() const {
    return {roster.as_of(long_after),
            rulebook({provision("M", members_meeting, AtLeast{.times = 2, .per = Span::quarter}),
                      provision("L", lecture, AtLeast{.per = Span::quarter})}),
            year_2017};
  }

  void sort_by_unit() {
    std::vector<std::size_t> order(units.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return units[i]; });
    const auto sorted = [&](const auto& column) {
      auto copy = column;
      for (std::size_t i = 0; i < order.size(); ++i) copy[i] = column[order[i]];
      return copy;
    };
    activities = sorted(activities);
    days = sorted(days);
    units = sorted(units);
  }

  Roster roster;
  std::vector<UnitId> units;
  std::vector<Activity> activities;
  std::vector<Date> days;
};

TEST_F(ProgressOfManyBranches, TakesColumnsInAnyOrderAndByAnyNumberOfThreadsAsRecordByRecord) {
  Progress one_by_one = nothing_held();
  for (std::size_t i = 0; i < units.size(); ++i) one_by_one.hold(units[i], activities[i], days[i]);
  const std::vector<ProgressTally> expected = tallies(one_by_one);
  ASSERT_GT(std::ranges::count_if(expected, [](const auto& t) { return t.standing[2] > 0; }), 9999);

  for (const bool by_unit : {false, true}) {
    if (by_unit) sort_by_unit();
    for (const int threads : {1, 2, 3}) {
      Progress progress = nothing_held();
      progress.hold_all({units, activities, days}, threads);
      EXPECT_TRUE(tallies(progress) == expected) << by_unit << ' ' << threads;
    }
  }
}

TEST_F(ProgressOfManyBranches, NamesTheFirstOfManyRowsAtFault) {
  units[140'000] = UnitId{branches};
  units[70'001] = UnitId{branches};
  for (const int threads : {1, 3}) {
    Progress progress = nothing_held();
    EXPECT_THAT(
        [&] {
          progress.hold_all({units, activities, days}, threads);
        },
        ThrowsMessage<std::invalid_argument>(HasSubstr("units[70001]: ")));
  }
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Defects that were found in the source of other systems, and that an audit must not have: each
// test says whose.

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "owing.hpp"
#include "zhibu/audit/rate.hpp"
#include "zhibu/audit/upcoming.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

// OWIP reminds every overdue branch again on every day. Whoever asks once a month sees an overdue
// obligation once for each month.
TEST_F(QuarterlyMeeting, OverdueIsNamedOnceEachTimeThatSomebodyAsks) {
  hold_for("2017-Q1", Date{2017, 12, 31});
  int named = 0;
  for (int month = 4; month <= 12; ++month)
    for (const Upcoming& u : upcoming(audit(owed, held, Date{2017, month, 1}), 0))
      if (u.urgency == Urgency::overdue) ++named;
  EXPECT_EQ(named, 9) << "April to December";
  EXPECT_THAT(upcoming(audit(owed, held, Date{2018, 1, 1}), 0), IsEmpty());
}

// In scmt1 "this year" begins on 1 February and ends with the next January.
TEST(ThisYear, BeginsOnTheFirstOfJanuaryAndEndsOnTheThirtyFirstOfDecember) {
  const auto standing = [](Date held_on) {
    const Obligations owed =
        owing(Activity::democratic_appraisal, AtLeast{1, Span::year, {}}, branch, year_2017);
    Records held;
    hold(held, a_record(branch, Activity::democratic_appraisal, held_on));
    return audit(owed, held, long_after)[ObligationId{0}].standing;
  };
  EXPECT_EQ(standing(Date{2016, 12, 31}), Standing::overdue);
  EXPECT_EQ(standing(Date{2017, 1, 1}), Standing::satisfied);
  EXPECT_EQ(standing(Date{2017, 1, 31}), Standing::satisfied);
  EXPECT_EQ(standing(Date{2017, 12, 31}), Standing::satisfied);
  EXPECT_EQ(standing(Date{2018, 1, 31}), Standing::overdue);
}

// A branch with a Party group, by the central rules of the day.
class ABranch : public testing::Test {
 protected:
  UnitId add(std::string_view code, UnitKind kind, bool has_committee) {
    Unit row;
    row.code = row.name = code;
    row.kind = kind;
    row.has_committee = has_committee;
    if (kind == UnitKind::group) row.parent = unit;
    row.standing = since(Date{2012, 3, 1});
    return roster.add(row);
  }

  Findings found(Period period, Date as_of) const {
    return audit(obligations(roster, rules, calendar(), period), held, as_of);
  }

  // How many are owed, and how many of them are met, of each unit and activity.
  std::pair<int, int> met(Activity activity, Bearer bearer, Period period) const {
    std::pair<int, int> counts{};
    for (const Finding& f : found(period, long_after)) {
      if (f.obligation.activity != activity || f.obligation.bearer != bearer) continue;
      counts.first += f.standing == Standing::not_applicable ? 0 : 1;
      counts.second += f.standing == Standing::satisfied ? 1 : 0;
    }
    return counts;
  }

  RecordId hold(Activity activity, Date day, std::optional<UnitId> by = {}) {
    return zhibu::hold(held, a_record(by.value_or(unit), activity, day));
  }

  static Provision every(std::string_view code, Activity activity, Span span,
                         UnitKind kind = UnitKind::branch) {
    Provision row = provision(code, activity, AtLeast{1, span, {}});
    row.scope = EveryUnit{{kind}, {}, {}};
    return row;
  }

  Roster roster;
  UnitId unit = add("B1", UnitKind::branch, true);
  UnitId group = add("B1-1", UnitKind::group, false);
  Rulebook rules = rulebook({every("Q", members_meeting, Span::quarter),
                             every("M", Activity::committee_meeting, Span::month),
                             every("G", Activity::group_meeting, Span::month, UnitKind::group),
                             every("L", Activity::party_lecture, Span::half_year)});
  Records held;
};

using AQuarter = ABranch;
using Counts = ABranch;
using Standings = ABranch;
using Voided = ABranch;
using Exempted = ABranch;

// In scmt1 a quarter is the same day two months ago up to today, and three are asked of every kind.
TEST_F(AQuarter, IsThatOfTheCalendarAndAsksOfEachKindItsOwnNumber) {
  const Period q2 = parse_period("2017-Q2");
  EXPECT_EQ(met(members_meeting, unit, q2), (std::pair{1, 0}));
  EXPECT_EQ(met(Activity::committee_meeting, unit, q2), (std::pair{3, 0}));
  hold(members_meeting, Date{2017, 3, 31});
  hold(members_meeting, Date{2017, 7, 1});
  EXPECT_EQ(met(members_meeting, unit, q2), (std::pair{1, 0})) << "neither lies in the quarter";
  hold(members_meeting, Date{2017, 4, 1});
  EXPECT_EQ(met(members_meeting, unit, q2), (std::pair{1, 1}));
}

// In zhucan the month of a quarter is `month % 3`, so that the third is month 0 and of the next.
TEST_F(AQuarter, HasItsThirdMonthInItself) {
  const std::array<std::string_view, 4> quarters{"2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"};
  for (int month = 1; month <= 12; ++month) {
    held = Records{};
    hold(members_meeting, Date{2017, month, 28});
    for (int quarter = 0; quarter < 4; ++quarter)
      EXPECT_EQ(
          met(members_meeting, unit, parse_period(quarters[static_cast<std::size_t>(quarter)]))
              .second,
          (month - 1) / 3 == quarter ? 1 : 0)
          << month << " in quarter " << quarter + 1;
  }
}

// In scmt1 one class stands for meetings of the committee, meetings of groups and lectures.
TEST_F(Counts, OfOneKindOfMeetingAreNotThoseOfAnother) {
  const Period june = parse_period("2017-06");
  const Period half = parse_period("2017-H1");
  hold(Activity::committee_meeting, Date{2017, 6, 5});
  EXPECT_EQ(met(Activity::committee_meeting, unit, june).second, 1);
  EXPECT_EQ(met(Activity::group_meeting, group, june), (std::pair{1, 0}));
  EXPECT_EQ(met(Activity::party_lecture, unit, half), (std::pair{1, 0}));
  hold(Activity::group_meeting, Date{2017, 6, 5}, group);
  hold(Activity::party_lecture, Date{2017, 6, 5});
  EXPECT_EQ(met(Activity::committee_meeting, unit, half).second, 1);
  EXPECT_EQ(met(Activity::group_meeting, group, half).second, 1);
  EXPECT_EQ(met(Activity::party_lecture, unit, half).second, 1);
}

// In zzsh a branch that reports once has 100 %, and one that does not has 0, as has one that is
// late.
TEST_F(Standings, OfHeldLateMissingNotYetDueAndExemptAreFive) {
  Provision meeting = every("Q", members_meeting, Span::quarter);
  meeting.exemptions = {{Condition::temporary, "ORG-11", {"条例", "8", true}}};
  Obligations owed{rulebook({meeting}), year_2017};
  for (const char* quarter : {"2017-Q1", "2017-Q2", "2017-Q3", "2017-Q4"})
    owed.add(ProvisionId{0}, unit, parse_period(quarter));
  owed.add(ProvisionId{0}, unit, parse_period("2017-Q4"), {.exemption = 0});
  hold(members_meeting, Date{2017, 2, 1});
  Record late = a_record(unit, members_meeting, Date{2017, 7, 3});
  late.for_period = parse_period("2017-Q2");
  zhibu::hold(held, late);

  const Findings findings = audit(owed, held, Date{2017, 10, 1});
  std::vector<Standing> all;
  for (const Finding& f : findings) all.push_back(f.standing);
  EXPECT_THAT(all, ElementsAre(Standing::satisfied, Standing::satisfied_late, Standing::overdue,
                               Standing::due, Standing::not_applicable));
  EXPECT_EQ(execution_rate(findings), (Rate{1, 3}));
  EXPECT_EQ(execution_rate(audit(Obligations{rules, year_2017}, held, long_after)).value(),
            std::nullopt)
      << "who owes nothing has no rate";
}

// In zzsh what is voided counts as done, because its number is greater than that of what is
// approved.
TEST_F(Voided, RecordsNeverMeetAnything) {
  Record record = a_record(unit, members_meeting, Date{2017, 2, 1});
  record.voided = true;
  zhibu::hold(held, record);
  EXPECT_EQ(met(members_meeting, unit, q1), (std::pair{1, 0}));
  hold(members_meeting, Date{2017, 2, 1});
  EXPECT_EQ(met(members_meeting, unit, q1), (std::pair{1, 1}));
}

// scmt1 drops the branches of the retired from its rates without a word.
TEST_F(Exempted, BranchesStandInTheReportWithTheRuleThatLiftsIt) {
  Provision meeting = every("M", Activity::committee_meeting, Span::month);
  meeting.exemptions = {{Condition::without_committee, "COM-04", {"条例", "9", true}}};
  rules = rulebook({meeting});
  const UnitId small = add("B2", UnitKind::branch, false);
  const Findings findings = found(parse_period("2017-06"), long_after);
  ASSERT_EQ(findings.size(), 2u);
  EXPECT_EQ(findings[ObligationId{0}].standing, Standing::overdue);
  const Finding lifted = findings[ObligationId{1}];
  EXPECT_EQ(lifted.obligation.bearer, Bearer{small});
  EXPECT_EQ(lifted.standing, Standing::not_applicable);
  ASSERT_TRUE(lifted.obligation.exempted);
  EXPECT_EQ(lifted.obligation.exempted->rule, "COM-04");

  const std::vector<Tally> units = rollup(findings, roster, By::unit);
  ASSERT_EQ(units.size(), 2u) << "it is not left out";
  EXPECT_EQ(units[1].code, "B2");
  EXPECT_EQ(units[1].count(Standing::not_applicable), 1);
}

// zhucan reminds every user who was not at a meeting of the committee, whether they belong to it
// or not.
TEST_F(ABranch, OwesTheMeetingsOfItsCommitteeAloneAndHoldersOfItsPostsOnTheirDays) {
  const auto person = [&](std::string_view code) {
    Person row;
    row.code = row.name = code;
    const PersonId id = roster.add(row);
    roster.add(Membership{id, unit, MembershipKind::home, since(Date{2012, 3, 1})});
    return id;
  };
  const PersonId in_office = person("P1");
  const PersonId until_may = person("P2");
  person("P3");
  Post post;
  post.code = "B1-S";
  post.unit = unit;
  post.kind = PostKind::member;
  post.seats = 2;
  const PostId seat = roster.add(post);
  const auto appoint = [&](PersonId holder, Period days) {
    Appointment row;
    row.post = seat;
    row.person = holder;
    row.period = days;
    roster.add(row);
  };
  appoint(in_office, since(Date{2012, 3, 1}));
  appoint(until_may, {Date{2012, 3, 1}, Date{2017, 6, 1}});
  Provision talks = provision("T", Activity::heart_to_heart_talk, AtLeast{1, Span::month, {}});
  talks.scope = HoldersOf{EveryUnit{{UnitKind::branch}, {}, {}}, {PostKind::member}};
  rules.add(talks);

  const auto bearers = [&](Activity activity, std::string_view month) {
    std::set<Bearer> who;
    for (const Finding& f : found(parse_period(month), long_after))
      if (f.obligation.activity == activity) who.insert(f.obligation.bearer);
    return who;
  };
  EXPECT_THAT(bearers(Activity::committee_meeting, "2017-05"), ElementsAre(Bearer{unit}));
  EXPECT_THAT(bearers(Activity::heart_to_heart_talk, "2017-05"),
              ElementsAre(Bearer{in_office}, Bearer{until_may}));
  EXPECT_THAT(bearers(Activity::heart_to_heart_talk, "2017-06"), ElementsAre(Bearer{in_office}));
}

}  // namespace
}  // namespace zhibu

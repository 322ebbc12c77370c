// SPDX-License-Identifier: BSL-1.0
//
// Each national rule that recurs, on either side of its boundaries: the first window and the last,
// the first day of a window and the last, as many hours or persons as are enough, and one fewer.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "rule_windows.hpp"

namespace zhibu {
namespace {

// A roster in which somebody owes every rule that recurs, in every year there are rules of.
struct Everybody {
  Roster roster = {};
  UnitId committee = unit("C", UnitKind::committee, {});
  UnitId branch = unit("B", UnitKind::branch, committee);
  UnitId group = unit("G", UnitKind::group, branch);
  PersonId member = person("P", branch);
  PersonId head = person("S", branch);

  Everybody() {
    const Period always = since(Date{1980, 1, 1});
    const PostId post =
        roster.add(Post{.code = "C-S", .unit = committee, .kind = PostKind::secretary});
    roster.add(Appointment{.post = post, .person = head, .period = always});
    roster.add(Circumstance{.person = member, .kind = CircumstanceKind::abroad, .period = always});
  }

  UnitId unit(std::string_view code, UnitKind kind, std::optional<UnitId> parent) {
    return roster.add(Unit{.code = code,
                           .name = "某党组织",
                           .kind = kind,
                           .parent = parent,
                           .standing = since(Date{1980, 1, 1}),
                           .retired_cadres = true,
                           .has_committee = kind == UnitKind::branch});
  }

  PersonId person(std::string_view code, UnitId home) {
    const Date admitted{1980, 1, 1};
    const PersonId id = roster.add(Person{.code = code,
                                          .name = "某某",
                                          .born_on = Date{1950, 1, 1},
                                          .admitted_on = admitted,
                                          .full_member_on = Date{1981, 1, 1}});
    roster.add(Membership{.person = id, .unit = home, .period = since(admitted)});
    return id;
  }

  std::string_view code_of(Bearer bearer) const {
    if (const PersonId* id = std::get_if<PersonId>(&bearer)) return roster[*id].code;
    return roster[std::get<UnitId>(bearer)].code;
  }
};

// The first window that lies in force as a whole, and the last.
struct Recurring {
  const char* code;
  const char* bearer;
  const char* first;
  const char* last;
};

constexpr Recurring recurring[] = {
    {"MTG-01", "B", "2019-Q1", "2029-Q4"},
    {"MTG-06", "B", "2018-11", "2029-12"},
    {"MTG-09", "G", "2018-11", "2029-12"},
    {"MTG-10", "S", "2019", "2029"},
    {"LIFE-01", "B", "2018-11", "2029-12"},
    {"LIFE-03", "B", "2019", "2029"},
    {"LIFE-05", "B", "2019", "2029"},
    {"LIFE-07", "P", "2019", "2029"},
    {"LIFE-12", "B", "2021-12-13..2022-02-01", "2028-12-25..2029-02-13"},
    {"DLM-01", "C", "2017", "2029"},
    {"DLM-06", "C", "1990-H2", "2000-H2"},
    {"EDU-01", "P", "2020", "2029"},
    {"EDU-02", "C", "2020", "2029"},
    {"EDU-03", "S", "2020", "2023"},
    {"EDU-03-training", "S", "2020", "2023"},
    {"EDU-04", "S", "2020", "2023"},
    {"EDU-10", "P", "2019-H2", "2029-H2"},
};

TEST(RecurringRule, BindsFromTheFirstWholeWindowAfterItsDocumentToTheLast) {
  const Everybody village;
  for (const Recurring& rule : recurring) {
    SCOPED_TRACE(rule.code);
    std::vector<std::string> found;
    for (const Obligation& o : owed(village.roster, rule.code))
      if (village.code_of(o.bearer) == rule.bearer) found.push_back(title(o.window));
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found.front(), rule.first);
    EXPECT_EQ(found.back(), rule.last);
  }
}

TEST(RecurringRule, IsMetOnTheFirstDayOfItsWindowAndOnTheLastAndNotOnTheDayBeforeOrAfter) {
  const Everybody village;
  for (const Recurring& rule : recurring) {
    if (std::holds_alternative<ClassHours>(national().provision(rule.code).cadence)) continue;
    SCOPED_TRACE(rule.code);
    const Period window = parse_period(rule.first);
    for (const Obligation& o : owed(village.roster, rule.code)) {
      if (o.window != window || village.code_of(o.bearer) != rule.bearer) continue;
      const UnitId* unit = std::get_if<UnitId>(&o.bearer);
      const UnitId at = unit != nullptr ? *unit : village.branch;
      const auto held_on = [&](Date day) {
        return standing(rule.code, o.bearer, at, window, of(rule.code, day));
      };
      EXPECT_EQ(held_on(window.begin - 1), Standing::overdue);
      EXPECT_EQ(held_on(window.begin), Standing::satisfied);
      EXPECT_EQ(held_on(window.last()), Standing::satisfied);
      EXPECT_NE(held_on(window.end), Standing::satisfied);
    }
  }
}

TEST(ClassHours, Of32AYearAreEnoughForAMemberAnd31AreNot) {
  const Everybody village;
  const auto after = [&](const char* code, int hours) {
    Record course = of(code, Date{2021, 5, 4});
    course.class_hours = hours;
    return standing(code, village.head, village.branch, parse_period("2021"), course);
  };
  EXPECT_EQ(after("EDU-01", 31), Standing::overdue);
  EXPECT_EQ(after("EDU-01", 32), Standing::satisfied);
  EXPECT_EQ(after("EDU-03", 55), Standing::overdue);
  EXPECT_EQ(after("EDU-03", 56), Standing::satisfied);
}

// How a meeting of so many counts, of so many due.
Standing attended(const char* code, UnitId unit, Period window, int due, int present) {
  Record meeting = of(code, window.last());
  meeting.due = due;
  meeting.present = present;
  return standing(code, unit, unit, window, meeting);
}

TEST(MeetingQuorum, IsHalfOfTheMembersOrOfTheCommitteeOfABranch) {
  const UnitId branch = Everybody{}.branch;
  const auto members = [&](int due, int present) {
    return attended("MTG-01", branch, parse_period("2019-Q1"), due, present);
  };
  EXPECT_EQ(members(28, 14), Standing::satisfied);
  EXPECT_EQ(members(28, 13), Standing::overdue);
  EXPECT_EQ(members(29, 15), Standing::satisfied);
  EXPECT_EQ(members(29, 14), Standing::overdue);
  const auto committee = [&](int due, int present) {
    return attended("MTG-06", branch, parse_period("2018-11"), due, present);
  };
  EXPECT_EQ(committee(4, 2), Standing::satisfied);
  EXPECT_EQ(committee(4, 1), Standing::overdue);
  EXPECT_EQ(committee(5, 3), Standing::satisfied);
  EXPECT_EQ(committee(5, 2), Standing::overdue);
}

TEST(MeetingQuorum, IsTwoThirdsOfALeadingBody) {
  const UnitId committee = Everybody{}.committee;
  const auto leading = [&](int due, int present) {
    return attended("DLM-01", committee, parse_period("2017"), due, present);
  };
  EXPECT_EQ(leading(6, 4), Standing::satisfied);
  EXPECT_EQ(leading(6, 3), Standing::overdue);
  EXPECT_EQ(leading(7, 5), Standing::satisfied);
  EXPECT_EQ(leading(7, 4), Standing::overdue);
}

// The rule on it is younger than the meetings; where the minutes have no numbers, there is none.
TEST(MeetingQuorum, IsAskedOnlyFromTheDayOnWhichItIsInForce) {
  const UnitId branch = Everybody{}.branch;
  const Period window{Date{2018, 10, 1}, Date{2018, 11, 1}};
  const auto on = [&](Date day) {
    Record meeting = of("MTG-01", day);
    meeting.due = 28;
    meeting.present = 1;
    return standing("MTG-01", branch, branch, window, meeting);
  };
  EXPECT_EQ(on(Date{2018, 10, 27}), Standing::satisfied);
  EXPECT_EQ(on(Date{2018, 10, 28}), Standing::overdue);
  EXPECT_EQ(standing("MTG-01", branch, branch, window, of("MTG-01", Date{2018, 10, 28})),
            Standing::satisfied);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Each national rule that has a deadline or follows a term, on either side of its boundaries: the
// first day from which it counts and the day before, its last day and the next.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "rule_windows.hpp"

namespace zhibu {
namespace {

// What one person owes under a rule that counts from a day of theirs.
std::vector<std::string> windows_since(std::string_view code, Milestone milestone, Date day,
                                       std::optional<Date> rules_of = {}) {
  Village village;
  const UnitId branch = village.branch();
  Person person{.code = "P", .name = "某某", .born_on = Date{1980, 1, 1}};
  if (milestone == Milestone::applied) person.applied_on = day;
  if (milestone == Milestone::activist) person.activist_on = day;
  if (milestone == Milestone::admitted) person.admitted_on = day;
  if (milestone == Milestone::full_member) {
    person.admitted_on = add_months(day, -12);
    person.full_member_on = day;
  }
  if (milestone == Milestone::took_post) person.admitted_on = person.full_member_on = day - 800;
  const PersonId id = village.roster.add(person);
  const Period belongs = since(Date{2011, 1, 1});
  const bool is_member = person.admitted_on.has_value();
  village.roster.add(Membership{.person = id,
                                .unit = branch,
                                .kind = is_member ? MembershipKind::home : MembershipKind::care,
                                .period = is_member ? since(*person.admitted_on) : belongs});
  if (milestone == Milestone::took_post) village.held(branch, PostKind::secretary, id, day);
  return windows(village.roster, code, rules_of);
}

// Deadlines: the first day from which one counts, or the last, and the day before it or after it.
TEST(DeadlineRule, CountsFromTheFirstDayOnWhichItIsInForce) {
  using enum Milestone;
  const struct {
    const char* code;
    Milestone after;
    Date day;
    const char* window;  // "" for none
  } cases[] = {
      {"DEV-02", applied, {2026, 5, 17}, ""},
      {"DEV-02", applied, {2026, 5, 18}, "2026-05-18..2026-06-18"},
      {"DEV-02", applied, {2026, 8, 31}, "2026-08-31..2026-09-30"},
      {"DEV-02-2014", applied, {2014, 5, 27}, ""},
      {"DEV-02-2014", applied, {2014, 5, 28}, "2014-05-28..2014-06-28"},
      {"DEV-02-2014", applied, {2026, 4, 17}, "2026-04-17..2026-05-17"},
      {"DEV-13", admitted, {2026, 5, 17}, ""},
      {"DEV-13", admitted, {2026, 5, 18}, "2026-05-18..2026-08-18"},
      {"DEV-13-2014", admitted, {2014, 5, 27}, ""},
      {"DEV-13-2014", admitted, {2014, 5, 28}, "2014-05-28..2014-08-28"},
      {"DEV-13-latest", admitted, {2026, 5, 17}, ""},
      {"DEV-13-latest", admitted, {2026, 5, 18}, "2026-05-18..2026-11-18"},
      {"DEV-13-latest-2014", admitted, {2014, 5, 27}, ""},
      {"DEV-13-latest-2014", admitted, {2014, 5, 28}, "2014-05-28..2014-11-28"},
      {"DEV-18", full_member, {2026, 5, 17}, ""},
      {"DEV-18", full_member, {2026, 5, 18}, "2026-05-18..2026-08-18"},
      {"DEV-18-2014", full_member, {2014, 5, 27}, ""},
      {"DEV-18-2014", full_member, {2014, 5, 28}, "2014-05-28..2014-08-28"},
      {"EDU-04-induction", took_post, {2019, 12, 31}, ""},
      {"EDU-04-induction", took_post, {2020, 1, 1}, "2020-01-01..2020-07-01"},
      {"EDU-04-induction", took_post, {2023, 6, 30}, "2023-06-30..2023-12-30"},
      {"EDU-04-induction", took_post, {2024, 1, 1}, ""},
      {"EDU-05", admitted, {2019, 12, 31}, ""},
      {"EDU-05", admitted, {2020, 1, 1}, "2020-01-01..2021-01-01"},
      {"EDU-05", admitted, {2024, 1, 1}, ""},
      {"EDU-05-full", full_member, {2019, 12, 31}, ""},
      {"EDU-05-full", full_member, {2020, 1, 1}, "2020-01-01..2021-01-01"},
      {"EDU-05-full", full_member, {2024, 1, 1}, ""},
  };
  for (const auto& c : cases) {
    const std::vector<std::string> expected{c.window};
    EXPECT_EQ(windows_since(c.code, c.after, c.day),
              *c.window == '\0' ? std::vector<std::string>{} : expected)
        << c.code << " from " << to_string(c.day);
  }
}

TEST(DeadlineRule, IsMetOnItsLastDayAndLateOnTheNext) {
  Village village;
  const UnitId branch = village.branch();
  const PersonId member = village.member(branch);
  for (const Provision& p : national().provisions()) {
    if (!std::holds_alternative<Deadline>(p.cadence)) continue;
    SCOPED_TRACE(p.code);
    const Period window{Date{2021, 3, 1}, Date{2021, 6, 2}};
    const auto held_on = [&](Date day) {
      return standing(p.code, member, branch, window, of(p.code, day));
    };
    EXPECT_EQ(held_on(Date{2021, 6, 1}), Standing::satisfied);
    EXPECT_EQ(held_on(Date{2021, 6, 2}), Standing::satisfied_late);
  }
}

// Section 8: admitted on 2026-03-15, approved as a rule by 06-15, at the latest by 09-15.
TEST(DeadlineRule, OfAnAdmissionIn2026IsThreeMonthsAsARuleAndSixAtTheLatest) {
  const Date admitted{2026, 3, 15};
  for (const auto& [code, window] : {std::pair{"DEV-13-2014", "2026-03-15..2026-06-15"},
                                     {"DEV-13-latest-2014", "2026-03-15..2026-09-15"}})
    EXPECT_EQ(windows_since(code, Milestone::admitted, admitted), std::vector<std::string>{window});
  for (const auto& [code, window] :
       {std::pair{"DEV-13", "2026-03-15..2026-06-15"}, {"DEV-13-latest", "2026-03-15..2026-09-15"}})
    EXPECT_EQ(windows_since(code, Milestone::admitted, admitted, Date{2026, 5, 18}),
              std::vector<std::string>{window});
}

// Section 8: an activist of 2024-08-31 is examined by 2025-02-28.
TEST(HalfYearlyExamination, OfAnActivistCountsFromTheDayOfBecomingOne) {
  const std::vector<std::string> by_2014 =
      windows_since("DEV-05-2014", Milestone::activist, Date{2024, 8, 31});
  EXPECT_EQ(by_2014,
            (std::vector<std::string>{"2024-08-31..2025-02-28", "2025-03-01..2025-08-31",
                                      "2025-09-01..2026-02-28", "2026-03-01..2026-08-31"}));
  EXPECT_EQ(windows_since("DEV-05", Milestone::activist, Date{2026, 5, 18}).front(),
            "2026-05-18..2026-11-18");
  EXPECT_NE(windows_since("DEV-05", Milestone::activist, Date{2026, 5, 17}).front(),
            "2026-05-17..2026-11-17");
}

// Elections: the window of a term, by the kind and the field of the unit and the day of election.
TEST(ElectionRule, FollowsTheTermInForceOnTheDayOfTheElection) {
  using enum UnitKind;
  const struct {
    const char* code;
    UnitKind kind;
    BranchField field;
    Date elected_on;
    const char* window;  // "" for none
  } cases[] = {
      {"TERM-01", branch, BranchField::village, {2021, 1, 31}, "2025-07-31..2026-01-31"},
      {"TERM-01", branch, BranchField::community, {2018, 10, 28}, "2023-04-28..2023-10-28"},
      {"TERM-01", branch, BranchField::community, {2018, 10, 27}, ""},
      {"TERM-01", branch, BranchField::organ, {2021, 1, 31}, ""},
      {"TERM-02", branch, BranchField::organ, {2023, 5, 20}, "2025-11-20..2026-05-20"},
      {"TERM-02", branch, BranchField::retired, {2018, 10, 28}, "2021-04-28..2021-10-28"},
      {"TERM-02", branch, BranchField::retired, {2018, 10, 27}, ""},
      {"TERM-02", branch, BranchField::village, {2023, 5, 20}, ""},
      {"TERM-03", committee, {}, {2018, 7, 12}, "2023-01-12..2023-07-12"},
      {"TERM-03", committee, {}, {2018, 7, 11}, ""},
      {"TERM-03-branch", general_branch, {}, {2018, 7, 12}, "2021-01-12..2021-07-12"},
      {"TERM-03-branch", general_branch, {}, {2018, 7, 11}, ""},
      {"TERM-03-village",
       general_branch,
       BranchField::village,
       {2018, 7, 12},
       "2023-01-12..2023-07-12"},
      {"TERM-03-village", general_branch, BranchField::village, {2018, 7, 11}, ""},
      {"TERM-03-branch-2018", branch, {}, {2018, 7, 11}, ""},
      {"TERM-03-branch-2018", branch, {}, {2018, 7, 12}, "2021-07-12..2021-07-12"},
      {"TERM-03-branch-2018", branch, {}, {2018, 10, 27}, "2021-10-27..2021-10-27"},
      {"TERM-03-branch-2018", branch, {}, {2018, 10, 28}, ""},
      {"TERM-03-village-2018", branch, BranchField::village, {2018, 7, 11}, ""},
      {"TERM-03-village-2018",
       branch,
       BranchField::village,
       {2018, 7, 12},
       "2023-07-12..2023-07-12"},
      {"TERM-06", branch, {}, {2017, 10, 23}, ""},
      {"TERM-06", branch, {}, {2017, 10, 24}, "2020-10-24..2020-10-24"},
      {"TERM-06", branch, {}, {2018, 7, 11}, "2021-07-11..2021-07-11"},
      {"TERM-06", branch, {}, {2018, 7, 12}, ""},
      {"TERM-07", general_branch, {}, {2012, 11, 13}, ""},
      {"TERM-07", general_branch, {}, {2012, 11, 14}, "2015-11-14..2015-11-14"},
      {"TERM-07", general_branch, {}, {2017, 10, 23}, "2020-10-23..2020-10-23"},
      {"TERM-07", general_branch, {}, {2017, 10, 24}, ""},
      {"TERM-07-committee", committee, {}, {2017, 10, 23}, "2022-10-23..2022-10-23"},
      {"TERM-07-committee", committee, {}, {2017, 10, 24}, ""},
  };
  for (const auto& c : cases) {
    Village village;
    Unit like = Village::named("X", c.kind);
    like.field = c.field;
    like.standing = since(Date{2000, 1, 1});
    village.roster.add(Term{.unit = village.roster.add(like), .elected_on = c.elected_on});
    const std::vector<std::string> expected{c.window};
    EXPECT_EQ(windows(village.roster, c.code),
              *c.window == '\0' ? std::vector<std::string>{} : expected)
        << c.code << " of a term from " << to_string(c.elected_on);
  }
}

}  // namespace
}  // namespace zhibu

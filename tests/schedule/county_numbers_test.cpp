// SPDX-License-Identifier: BSL-1.0
//
// What the national rules and a county's own practices demand of a county in a year, in numbers.

#include <array>
#include <map>
#include <string>

#include <gtest/gtest.h>

#include "rosters.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {
namespace {

constexpr int branches = 52;
constexpr int clusters = 12;
constexpr int committee_members = 7;
constexpr int class_branches = 15;

std::string numbered(const std::string& prefix, int n) { return prefix + std::to_string(n); }

UnitId add_under(Roster& roster, Unit unit, UnitId parent) {
  unit.parent = parent;
  return roster.add(unit);
}

void add_clusters(Roster& roster, UnitId first_branch) {
  for (std::uint32_t i = 0; i < clusters; ++i) {
    const UnitId lead{first_branch.index + 2 * i};
    const UnitId deputy{lead.index + 1};
    const std::string code = numbered("PZ", static_cast<int>(i));
    roster.add(Cluster{{}, code, code, lead, deputy, always});
  }
}

void add_committee(Roster& roster, UnitId committee, UnitId first_branch) {
  for (std::uint32_t i = 0; i < committee_members; ++i) {
    const std::string code = numbered("GW-", static_cast<int>(i));
    const PersonId member = add_person(roster, code, Date{1975, 1, 1});
    appoint(roster, add_post(roster, code, committee), member);
    roster.add(Contact{member, UnitId{first_branch.index + i}, always});
  }
}

// 52 branches, each with a committee, under a working committee of 7; 12 clusters; a temporary
// general branch with 15 temporary branches, and one temporary branch more.
Roster county() {
  Roster roster;
  const UnitId committee = roster.add(unit_row("GW", UnitKind::working_committee));
  const UnitId first_branch = add_under(roster, unit_row("B01"), committee);
  for (int i = 2; i <= branches; ++i) add_under(roster, unit_row(numbered("B", i)), committee);
  const UnitId general =
      add_under(roster, temporary(unit_row("LD", UnitKind::general_branch)), committee);
  for (int i = 1; i <= class_branches; ++i)
    add_under(roster, temporary(unit_row(numbered("LD", i))), general);
  add_under(roster, temporary(unit_row("KX")), committee);
  add_clusters(roster, first_branch);
  add_committee(roster, committee, first_branch);
  return roster;
}

Rulebook rules() {
  const OnDays on_the_10th{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}},
                           {ShiftPolicy::nearest_workday, 7}};
  const Rulebook own = rulebook({
      demand("SR-01", Activity::study_day, TheseUnits{{"B01"}}, on_the_10th),
      demand("SR-02", Activity::situation_report, TheseUnits{{"LD"}},
             AtLeast{1, Span::quarter, {}}),
      demand("SR-03", Activity::contact_visit, HoldersOf{TheseUnits{{"GW"}}, {}},
             AtLeast{4, Span::year, {}}),
      demand("SR-06", Activity::cluster_meeting, LeadsOfClusters{}, AtLeast{1, Span::quarter, {}}),
      demand("SR-09", Activity::branch_funds,
             EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
             Funding{1'000'000, 2'000'000, Span::year}),
  });
  return Rulebook::national() + own;
}

const Date rules_of_2026{2026, 1, 1};

// How often each activity is owed in a year, without what is exempted.
std::map<Activity, int> times_owed(int y) {
  std::map<Activity, int> times;
  const Roster roster = county();
  for (const Obligation& o : owed(roster, rules(), year(y), rules_of_2026))
    if (!o.exempted) times[o.activity] += o.times;
  return times;
}

TEST(CountyNumbers, OfAYearByTheRulesOf2026) {
  const struct {
    Activity activity;
    int times;
    const char* why;
  } cases[] = {
      {Activity::members_meeting, 208, "52 branches, once a quarter"},
      {Activity::committee_meeting, 624, "52 committees, once a month"},
      {Activity::themed_party_day, 624, "52 branches, once a month"},
      {Activity::organizational_life_meeting, 52, "52 branches, once a year"},
      {Activity::democratic_appraisal, 52, "52 branches, once a year"},
      {Activity::situation_report, 4, "1 temporary general branch, once a quarter"},
      {Activity::study_day, 12, "1 branch, on the 10th"},
      {Activity::contact_visit, 28, "7 members, 4 visits each"},
      {Activity::cluster_meeting, 48, "12 clusters, once a quarter"},
      {Activity::democratic_life_meeting, 1, "the working committee, once a year"},
      {Activity::group_meeting, 0, "the branches have no groups"},
      {Activity::election, 0, "no ordinary branch's election is recorded"},
  };
  for (const int y : {2017, 2026}) {
    std::map<Activity, int> times = times_owed(y);
    for (const auto& c : cases)
      EXPECT_EQ(times[c.activity], c.times) << key(c.activity) << " in " << y << ": " << c.why;
  }
}

TEST(CountyNumbers, TheSixteenTemporaryBranchesAreExemptedFromReElection) {
  const Roster roster = county();
  int exempted = 0;
  for (const Obligation& o : owed(roster, rules(), year(2017), rules_of_2026)) {
    if (o.activity != Activity::election) continue;
    ASSERT_TRUE(o.exempted);
    EXPECT_EQ(o.exempted->rule, "ORG-11");
    ++exempted;
  }
  EXPECT_EQ(exempted, 16);
}

TEST(CountyNumbers, FundsOfAYear) {
  const Roster roster = county();
  std::int64_t least = 0;
  std::int64_t most = 0;
  for (const Obligation& o : owed(roster, rules(), year(2017), rules_of_2026)) {
    least += o.least_fen;
    most += o.most_fen;
  }
  EXPECT_EQ(least, 520'000 * 100);
  EXPECT_EQ(most, 1'040'000 * 100);
}

TEST(CountyNumbers, In2017NoneOfTheRulesOfTheRegulationOf2018WasInForce) {
  const Roster roster = county();
  for (const Obligation& o : owed(roster, rules(), year(2017)))
    EXPECT_TRUE(o.rule.starts_with("SR-") || o.rule == "DLM-01") << o.rule;
}

TEST(CountyNumbers, EachMemberVisitsTheirOwnContactBranch) {
  const Roster roster = county();
  for (const Obligation& o : owed(roster, rules(), year(2026))) {
    if (o.activity != Activity::contact_visit) continue;
    const PersonId visitor = std::get<PersonId>(o.bearer);
    EXPECT_EQ(o.at, roster.contacts(visitor, Date{2026, 6, 1}).at(0).unit);
  }
}

TEST(CountyNumbers, TheWholeYearFindsItsHalfDays) {
  const Calendar calendar = Calendar::china();
  const Roster roster = county();
  const Plan year_plan = plan(obligations(roster, rules(), calendar, year(2026)), calendar);
  EXPECT_TRUE(year_plan.unplaced.empty());
  std::size_t themed = 0;
  for (const Occurrence& o : year_plan.occurrences)
    if (year_plan.obligations[o.obligation].activity == Activity::themed_party_day) ++themed;
  EXPECT_EQ(themed, 624u);
}

}  // namespace
}  // namespace zhibu

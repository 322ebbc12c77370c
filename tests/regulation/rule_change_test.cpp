// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rule_change.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "regulation/rule_text.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Fields = std::vector<FieldChange>;

Provision members_meeting() {
  return {.code = "MTG-01",
          .name = "党员大会一般每季度召开1次",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .activity = Activity::members_meeting,
          .cadence = AtLeast{1, Span::quarter},
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "11"}};
}

Requirement at_most_50() {
  return {.code = "ORG-02",
          .name = "党支部党员一般不超过50人",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .demand = Bounds{.within = {.measure = Measure::members, .most = 50}},
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "4"}};
}

Undecided tasks() {
  return {.code = "ORG-24",
          .name = "基本任务",
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "9"},
          .because = "没有数据",
          .because_en = "no data"};
}

template <class... Row>
Rulebook of(const Row&... rows) {
  Rulebook rules;
  (rules.add(rows), ...);
  return rules;
}

TEST(RuleChange, ARulebookSaysNothingElseThanItself) {
  const Rulebook rules = Rulebook::national();
  EXPECT_THAT(diff(rules, rules), IsEmpty());
  const Rulebook copy = rules;
  EXPECT_THAT(diff(rules, copy), IsEmpty());
}

TEST(RuleChange, TheOrderOfRowsIsNoChange) {
  Provision other = members_meeting();
  other.code = "MTG-02";
  EXPECT_THAT(diff(of(members_meeting(), other), of(other, members_meeting())), IsEmpty());
}

TEST(RuleChange, RowsAreAddedAndRemovedByCodeAndKind) {
  Requirement requirement = at_most_50();
  requirement.code = "MTG-01";
  EXPECT_THAT(diff(of(members_meeting(), tasks()), of(requirement)),
              ElementsAre(RuleChange{RuleKind::provision, "MTG-01", RuleChangeKind::removed},
                          RuleChange{RuleKind::requirement, "MTG-01", RuleChangeKind::added},
                          RuleChange{RuleKind::undecided, "ORG-24", RuleChangeKind::removed}));
}

TEST(RuleChange, WhatWasThereBeforeComesFirstAndInItsOrder) {
  Provision a = members_meeting(), b = members_meeting(), c = members_meeting();
  a.code = "A";
  b.code = "B";
  c.code = "C";
  Provision changed = b;
  changed.force = Force::may;
  const std::vector<RuleChange> changes = diff(of(c, b), of(a, changed));
  EXPECT_THAT(changes, ElementsAre(RuleChange{RuleKind::provision, "C", RuleChangeKind::removed},
                                   RuleChange{RuleKind::provision, "B", RuleChangeKind::changed,
                                              Fields{{"force", "\"shall\"", "\"may\""}}},
                                   RuleChange{RuleKind::provision, "A", RuleChangeKind::added}));
}

TEST(RuleChange, EachFieldThatDiffersIsSaidAsAFileHasIt) {
  const auto fields = [](auto before, auto change) {
    auto after = before;
    change(after);
    const std::vector<RuleChange> changes = diff(of(before), of(after));
    return changes.size() == 1 ? changes[0].fields : Fields{};
  };
  EXPECT_THAT(
      fields(members_meeting(),
             [](Provision& p) {
               p.cadence = AtLeast{2, Span::quarter, {{1, 2}}, 30};
               p.in_force_until = Date{2030, 1, 1};
               p.source.article_verified = false;
               p.exemptions = {{Condition::temporary, "ORG-11", {"支部工作条例", ""}}};
             }),
      ElementsAre(
          FieldChange{"cadence", "at_least = { times = 1, per = \"quarter\" }",
                      "at_least = { times = 2, per = \"quarter\", preferred_months = [1, 2], "
                      "days_apart = 30 }"},
          FieldChange{"exemptions", "",
                      "[{ when = \"temporary\", rule = \"ORG-11\", source = { document = "
                      "\"支部工作条例\" } }]"},
          FieldChange{"in_force_until", "", "2030-01-01"},
          FieldChange{
              "source", "{ document = \"支部工作条例\", article = \"11\" }",
              "{ document = \"支部工作条例\", article = \"11\", article_verified = false }"}));
  EXPECT_THAT(fields(at_most_50(),
                     [](Requirement& r) {
                       r.demand = Bounds{.within = {.measure = Measure::members, .most = 51}};
                       r.layer = Layer::county;
                     }),
              ElementsAre(FieldChange{"demand", "bounds = { measure = \"members\", most = 50 }",
                                      "bounds = { measure = \"members\", most = 51 }"},
                          FieldChange{"layer", "\"unit\"", "\"county\""}));
  EXPECT_THAT(fields(tasks(), [](Undecided& u) { u.because = "没有\"数据\""; }),
              ElementsAre(FieldChange{"because", "\"没有数据\"", R"("没有\"数据\"")"}));
}

// The opinion on terms came into force on 2018-07-12.
TEST(RuleChange, TheNationOfOneDayAndOfTheNextDifferByWhatBeginsAndEnds) {
  const Date day{2018, 7, 12};
  const Rulebook all = Rulebook::national();
  std::size_t expected = 0;
  for (const Requirement& r : all.requirements())
    expected += r.in_force_from == day || r.in_force_until == day;
  for (const Provision& p : all.provisions())
    expected += p.in_force_from == day || p.in_force_until == day;
  for (const Undecided& u : all.undecided())
    expected += u.in_force_from == day || u.in_force_until == day;
  ASSERT_GT(expected, 0u);
  EXPECT_EQ(diff(Rulebook::national(day - 1), Rulebook::national(day)).size(), expected);
  EXPECT_THAT(diff(Rulebook::national(day), Rulebook::national(day + 1)), IsEmpty());
}

// A file with the rows of `rules`, written from their fields alone.
class Written {
 public:
  explicit Written(const Rulebook& rules) {
    for (const Provision& row : rules.provisions()) write("provision", row);
    for (const Requirement& row : rules.requirements()) write("requirement", row);
    for (const Undecided& row : rules.undecided()) write("undecided", row);
  }
  std::string text() const { return documents_ + rows_; }

 private:
  template <class Row>
  void write(std::string_view kind, const Row& row) {
    rows_ += "[[" + std::string{kind} + "]]\ncode = '" + std::string{row.code} + "'\n";
    for (const auto& [key, value] : fields_of(row)) {
      const bool has_one_key = key == "scope" || key == "cadence" || key == "demand";
      if (value.empty() || key == "layer") continue;
      rows_ += std::string{key} + (has_one_key ? "." : " = ") + value + "\n";
    }
    declare(row.source.document, row.layer);
    if constexpr (requires { row.exemptions; })
      for (const Exemption& e : row.exemptions) declare(e.source.document, row.layer);
  }
  void declare(std::string_view document, Layer layer) {
    const std::string key_line = "[[document]]\nkey = \"" + std::string{document} + "\"\n";
    if (documents_.find(key_line) == std::string::npos)
      documents_ += key_line + "title = \"" + std::string{document} + "\"\nlayer = \"" +
                    std::string{key(layer)} + "\"\n";
  }

  std::string documents_;
  std::string rows_;
};

TEST(RuleText, ARulebookWrittenFromItsFieldsIsReadAsTheSame) {
  const Rulebook rules =
      Rulebook::national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  const Rulebook read = Rulebook::parse(Written{rules}.text(), "written.toml");
  EXPECT_THAT(diff(rules, read), IsEmpty());
  ASSERT_EQ(read.size(), rules.size());
  for (const Provision& p : rules.provisions()) {
    EXPECT_EQ(read.provision(p.code).cadence, p.cadence) << p.code;
    EXPECT_EQ(read.provision(p.code).scope, p.scope) << p.code;
  }
  for (const Requirement& r : rules.requirements())
    EXPECT_EQ(read.requirement(r.code).demand, r.demand) << r.code;
}

// What no row of the nation needs as yet.
TEST(RuleText, EveryCadenceScopeAndDemandIsReadAsItIsWritten) {
  const Cadence cadences[] = {AtLeast{2, Span::month, {{3, 4}}, 7},
                              OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2018, 10, 28}},
                                     {ShiftPolicy::next_workday, 3, true}},
                              AtFestivals{{"春节"}, 3, 4},
                              OnAnniversary{Milestone::full_member, Span::quarter},
                              Deadline{Milestone::applied, 1, 2},
                              EveryMonthsSince{Milestone::activist, 6},
                              ClassHours{32, Span::year},
                              Funding{100, 200, Span::half_year},
                              AtTermEnd{5, 6},
                              OnSchedule{AtLeast{1, Span::quarter}}};
  const Scope scopes[] = {
      EveryUnit{{UnitKind::branch}, {BranchField::village}, true, false, true, false, true, false},
      TheseUnits{{"A\"\\\n"}}, LeadsOfClusters{},
      HoldersOf{TheseUnits{{"A", "B"}}, {PostKind::secretary}},
      EveryPerson{
          true, {Retirement::retired}, {PartyStanding::full}, {CircumstanceKind::abroad}, false}};
  Rulebook rules;
  Provision p = members_meeting();
  std::string code = "A";
  for (const Cadence& cadence : cadences)
    for (const Scope& scope : scopes) {
      p.code = code += "A";
      p.cadence = cadence;
      p.scope = scope;
      rules.add(p);
    }
  Requirement r = at_most_50();
  const Demand demands[] = {
      Bounds{{Measure::committee_size, 3, 5}, 7, Within{Measure::full_members, 7, {}}},
      OwnCommittee{false, {Measure::groups, {}, 6}},
      Placements{{{UnitKind::group, {UnitKind::branch}, false}, {UnitKind::branch, {}, true}}},
      LapsesWithWorkplace{},
      Noted{},
      PostsKept{{{PostKind::secretary, 1, 1}, {PostKind::member, 0, {}}}},
      SeatsTaken{},
      HolderStanding{{PostKind::secretary}, 1},
      HolderElectable{},
      HoldersAppointed{},
      NoElection{},
      ResultApproved{{PostKind::secretary}, Approval::filed},
      TermLength{2, 3},
      TermReminder{6},
      ElectedWhenDue{},
      TermShift{1},
      CandidateSurplus{{1, 5, false}},
      ElectionQuorum{{4, 5, true}},
      ElectionMajority{{1, 2, false}, Base::present, {PostKind::secretary}},
      MeetingQuorum{Activity::members_meeting, {1, 2, true}},
      HasVenue{"活动"}};
  for (const Demand& demand : demands) {
    r.code = code += "A";
    r.demand = demand;
    rules.add(r);
  }
  r.scope = EveryPerson{.member = true};
  for (const Demand& demand :
       {Demand{HomeBranch{}}, Demand{JoinedRevolutionBy{Date{1949, 9, 30}}},
        Demand{MonthsBetween{Milestone::admitted, Milestone::full_member, 12, 24}},
        Demand{DuesRate{{{500000, 5}, {{}, 10}}}}, Demand{DuesBegin{}},
        Demand{DuesEvery{Span::quarter}}, Demand{DuesCatchUp{5}}, Demand{DuesUnpaid{7}}}) {
    r.code = code += "A";
    r.demand = demand;
    rules.add(r);
  }
  const Rulebook read = Rulebook::parse(Written{rules}.text(), "written.toml");
  for (const Provision& one : rules.provisions()) {
    EXPECT_EQ(read.provision(one.code).cadence, one.cadence);
    EXPECT_EQ(read.provision(one.code).scope, one.scope);
  }
  for (const Requirement& one : rules.requirements())
    EXPECT_EQ(read.requirement(one.code).demand, one.demand);
  EXPECT_EQ(read.requirements().size(), std::variant_size_v<Demand>) << "one of each kind";
}

}  // namespace
}  // namespace zhibu

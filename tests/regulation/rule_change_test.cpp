// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rule_change.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace zhibu

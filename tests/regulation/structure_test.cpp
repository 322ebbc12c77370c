// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"

namespace zhibu {
namespace {

const Requirement& row(std::string_view code) { return national().requirement(code); }

TEST(NationalStructure, SaysOfEachRuleHowStronglySinceWhenAndWhere) {
  const struct {
    const char* code;
    Force force;
    Date from;
    const char* source;
  } cases[] = {
      {"ORG-02", Force::as_a_rule, {2018, 10, 28}, "《中国共产党支部工作条例（试行）》第4条"},
      {"ORG-03", Force::as_a_rule, {2018, 10, 28}, "《中国共产党支部工作条例（试行）》第5条"},
      {"ORG-09",
       Force::shall,
       {2018, 10, 28},
       "《中国共产党支部工作条例（试行）》第7条（条号待核）"},
      {"ORG-21", Force::shall, {2017, 10, 24}, "《中国共产党章程》第8条（条号待核）"},
      {"COM-01", Force::shall, {2018, 10, 28}, "《中国共产党支部工作条例（试行）》第20条"},
      {"COM-06", Force::as_a_rule, {2018, 10, 28}, "《中国共产党支部工作条例（试行）》第23条"},
      {"TERM-01", Force::shall, {2018, 10, 28}, "《中国共产党支部工作条例（试行）》第21条"},
      {"TERM-03", Force::as_a_rule, {2018, 7, 12}, "《关于党的基层组织任期的意见》第1条"},
      {"TERM-07", Force::shall, {2012, 11, 14}, "《中国共产党章程（2012）》第30条"},
      {"ELE-06", Force::shall, {2020, 7, 13}, "《中国共产党基层组织选举工作条例》（条号待核）"},
      {"RET-01",
       Force::shall,
       {1982, 4, 10},
       "《国务院关于老干部离职休养制度的几项规定（国发〔1982〕62号）》第1条"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.code);
    EXPECT_EQ(row(c.code).force, c.force);
    EXPECT_EQ(row(c.code).in_force_from, c.from);
    EXPECT_EQ(to_string(row(c.code).source), c.source);
  }
}

// The days on which the rows of one document begin and end to bind; the rows that have days of
// their own stand first.
TEST(NationalStructure, ARowIsInForceFromTheDayOfItsDocumentAndNotOnTheDayBefore) {
  const struct {
    std::string of;  // a code, or the document
    Date from;
    std::optional<Date> until = {};
  } days[] = {
      {"TERM-04-2018", {2018, 7, 12}, Date{2020, 7, 13}},
      {"TERM-04-shift-2018", {2018, 7, 12}, Date{2020, 7, 13}},
      {"TERM-06", {2017, 10, 24}, Date{2018, 7, 12}},
      {"中国共产党支部工作条例（试行）", {2018, 10, 28}},
      {"关于党的基层组织任期的意见", {2018, 7, 12}},
      {"中国共产党章程", {2017, 10, 24}},
      {"中国共产党章程（2012）", {2012, 11, 14}, Date{2017, 10, 24}},
      {"中国共产党基层组织选举工作条例", {2020, 7, 13}},
      {"中国共产党基层组织选举工作暂行条例", {1991, 1, 1}, Date{2020, 7, 13}},
      {"中国共产党党和国家机关基层组织工作条例", {2020, 1, 1}},
      {"中央和国家机关党小组工作规则（试行）", {2021, 1, 1}},
      {"国务院关于老干部离职休养制度的几项规定（国发〔1982〕62号）", {1982, 4, 10}},
      {"县以上党和国家机关党员领导干部民主生活会若干规定", {2016, 12, 23}},
      {"中国共产党发展党员工作细则（2026年修订）", {2026, 5, 18}},
      {"中国共产党发展党员工作细则（2014）", {2014, 5, 28}, Date{2026, 5, 18}},
      {"党务手册", {2018, 10, 28}},
      {"关于中国共产党党费收缴、使用和管理的规定（中组发〔2008〕3号）", {2008, 4, 1}},
  };
  for (const Requirement& r : national().requirements()) {
    const auto of_it = [&](const auto& d) { return r.code == d.of || r.source.document == d.of; };
    const auto* const found = std::find_if(std::begin(days), std::end(days), of_it);
    ASSERT_NE(found, std::end(days)) << r.code;
    EXPECT_TRUE(in_force(r, found->from)) << r.code;
    EXPECT_FALSE(in_force(r, found->from - 1)) << r.code;
    EXPECT_EQ(r.in_force_until, found->until) << r.code;
  }
}

// A handbook binds nobody; whatever else stands here is a central text.
TEST(NationalStructure, StandsInTheCentralLayerButForHandbooks) {
  for (const Requirement& r : national().requirements())
    EXPECT_EQ(r.layer, r.code == "COM-05" ? Layer::unit : Layer::central) << r.code;
}

// The numbers that are there without a rulebook are those of the rows.
TEST(NationalStructure, HasTheRatiosOfTheArithmetic) {
  EXPECT_EQ(std::get<ElectionQuorum>(row("ELE-06").demand).ratio, election_quorum);
  EXPECT_EQ(std::get<ElectionMajority>(row("ELE-07").demand).ratio, more_than_half);
  EXPECT_EQ(std::get<CandidateSurplus>(row("ELE-05").demand).surplus, candidate_surplus);
  for (const char* code : {"MTG-03", "MTG-07"})
    EXPECT_EQ(std::get<MeetingQuorum>(row(code).demand).ratio, meeting_quorum) << code;
}

// What was read second-hand is not printed as the text of a regulation.
TEST(NationalStructure, QuotesNothingThatIsSecondHand) {
  for (const char* code :
       {"ORG-19", "ELE-05", "ELE-06", "ELE-06-1990", "ELE-07", "ELE-07-1990", "ELE-07-secretary"}) {
    EXPECT_EQ(row(code).quote, "") << code;
    EXPECT_EQ(row(code).confidence, Confidence::secondhand) << code;
  }
}

// Every field of a branch has one term: of five years in villages and communities, else of three.
TEST(NationalStructure, HasOneLengthOfATermForEveryFieldOfABranch) {
  for (const Name<BranchField>& field : names<BranchField>()) {
    Unit branch = Village::named("B", UnitKind::branch);
    branch.field = field.value;
    std::vector<std::string_view> found;
    for (const char* code : {"TERM-01", "TERM-02"})
      if (fits(std::get<EveryUnit>(row(code).scope), branch)) found.push_back(code);
    const bool rural = field.value == BranchField::village || field.value == BranchField::community;
    EXPECT_THAT(found, testing::ElementsAre(rural ? "TERM-01" : "TERM-02")) << field.key;
  }
}

// Rules of one matter follow on one another, without a day of two and without a day of none.
TEST(NationalStructure, ChangesItsRulesFromOneDayToTheNext) {
  for (const auto& [before, after] : {std::pair{"ELE-06-1990", "ELE-06"},
                                      {"ELE-07-1990", "ELE-07"},
                                      {"ORG-20-2012", "ORG-20"},
                                      {"ELE-07-secretary-1990", "ELE-07-secretary"},
                                      {"DEV-01-2014", "DEV-01"},
                                      {"DEV-06-2014", "DEV-06"},
                                      {"DEV-15-2014", "DEV-15"},
                                      {"TERM-04-2018", "TERM-04"},
                                      {"TERM-04-shift-2018", "TERM-04-shift"},
                                      {"TERM-07", "TERM-06"},
                                      {"TERM-06", "TERM-03-branch"}})
    EXPECT_EQ(row(before).in_force_until, row(after).in_force_from) << before;
}

TEST(NationalStructure, KnowsWhereEveryKindOfUnitMayStand) {
  std::set<UnitKind> kinds;
  for (const Placement& placement : std::get<Placements>(row("ORG-20").demand).table)
    kinds.insert(placement.kind);
  EXPECT_EQ(kinds.size(), names<UnitKind>().size());
  EXPECT_EQ(row("ORG-20-2012").demand, row("ORG-20").demand);
}

}  // namespace
}  // namespace zhibu

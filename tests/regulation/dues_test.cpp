// SPDX-License-Identifier: BSL-1.0
//
// What members owe in Party dues: src/regulation/dues.toml.

#include "zhibu/regulation/dues.hpp"

#include <stdexcept>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fen.hpp"
#include "village.hpp"
#include "zhibu/regulation/explain.hpp"
#include "zhibu/regulation/rule_change.hpp"
#include "zhibu/regulation/strictness.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

const DuesRate& rate(std::string_view code) {
  return std::get<DuesRate>(national().requirement(code).demand);
}

std::string owed(std::string_view code, std::int64_t base_fen) {
  return exact_yuan_of(dues(rate(code), base_fen));
}

TEST(Dues, OfThePensionOf5000YuanAreHalfAPercentAndOneFenMoreIsOnePercentOfTheWhole) {
  EXPECT_EQ(owed("DUES-05", 500000), "25.00");
  EXPECT_EQ(owed("DUES-05", 500001), "50.0001");
}

TEST(Dues, OnMoreMoneyThanAFileMaySayAreRefused) {
  EXPECT_EQ(owed("DUES-05", 214748364700), "21474836.47");
  EXPECT_THROW(owed("DUES-05", 214748364701), std::invalid_argument);
}

TEST(Dues, OfMonthlyPayHaveFourRatesWhoseUpperBoundsAreIncluded) {
  EXPECT_EQ(owed("DUES-02", 300000), "15.00");
  EXPECT_EQ(owed("DUES-02", 300100), "30.01");
  EXPECT_EQ(owed("DUES-02", 500000), "50.00");
  EXPECT_EQ(owed("DUES-02", 500001), "75.00015");
  EXPECT_EQ(owed("DUES-02", 1000000), "150.00");
  EXPECT_EQ(owed("DUES-02", 1000100), "200.02");
}

TEST(Dues, OfNothingAreNothing) { EXPECT_EQ(owed("DUES-02", 0), "0.00"); }

TEST(Dues, ArePaidByTheRetiredAtARateOfTheirOwn) {
  const auto& on_pay = std::get<EveryPerson>(national().requirement("DUES-02").scope);
  const auto& retired = std::get<EveryPerson>(national().requirement("DUES-05").scope);
  Village village;
  Person person = Village::person();
  person.retirement = Retirement::retired;
  person.retired_on = Date{2017, 6, 15};
  const Person one = village.roster[village.member(village.branch(), person)];
  EXPECT_TRUE(fits(on_pay, one, village.roster, Date{2017, 6, 14}));
  EXPECT_FALSE(fits(retired, one, village.roster, Date{2017, 6, 14}));
  EXPECT_TRUE(fits(retired, one, village.roster, Date{2017, 6, 15}));
  EXPECT_FALSE(fits(on_pay, one, village.roster, Date{2017, 6, 15}));
}

TEST(Dues, RulesAreQuotedAndInForceSinceApril2008) {
  for (const char* code :
       {"DUES-02", "DUES-05", "DUES-08", "DUES-12", "DUES-12-catch-up", "DUES-13"}) {
    const Requirement& row = national().requirement(code);
    EXPECT_FALSE(in_force(row, Date{2008, 3, 31})) << code;
    EXPECT_TRUE(in_force(row, Date{2008, 4, 1})) << code;
    EXPECT_EQ(row.layer, Layer::central) << code;
    EXPECT_EQ(row.confidence, Confidence::verified) << code;
  }
  EXPECT_EQ(national().requirement("DUES-12-catch-up").force, Force::as_a_rule);
}

TEST(Dues, RulesAreToldInBothLanguages) {
  EXPECT_EQ(describe(national().requirement("DUES-05").demand),
            "以每月基数全额按一个比例交纳党费：5000元以下（含）按0.5%，其余按1%");
  EXPECT_EQ(describe(national().requirement("DUES-05").demand, Language::en),
            "dues are paid each month on the whole base at one rate: 0.5% of a base up to and "
            "including 5000 yuan, 1% of any other");
  EXPECT_EQ(describe(Demand{DuesBegin{}}), "从接收为预备党员的当月起交纳党费");
  EXPECT_EQ(describe(Demand{DuesEvery{}}), "每月交纳党费");
  EXPECT_EQ(describe(Demand{DuesCatchUp{6}}, Language::en), "dues are caught up within 6 months");
  EXPECT_EQ(describe(Demand{DuesUnpaid{6}}), "没有正当理由，不连续6个月不交纳党费");
  EXPECT_THAT(explain(national().requirement("DUES-13")),
              HasSubstr("原文：“连续6个月不交纳党费的党员，按自行脱党处理”"));
}

TEST(Dues, RateWithoutALastBracketOrWithFallingBoundsIsRefused) {
  EXPECT_THROW(require_sound(DuesRate{}), std::invalid_argument);
  EXPECT_THROW(require_sound(DuesRate{{{500000, 5}}}), std::invalid_argument);
  EXPECT_THROW(require_sound(DuesRate{{{500000, 5}, {500000, 10}, {{}, 20}}}),
               std::invalid_argument);
  EXPECT_THROW(require_sound(DuesRate{{{{}, 1001}}}), std::invalid_argument);
  EXPECT_NO_THROW(require_sound(DuesRate{{{{}, 1000}}}));
}

TEST(Dues, ACountyMayNotTakeTheRateDownForAnybody) {
  Rulebook rules = Rulebook::national();
  Requirement local = rules.requirement("DUES-05");
  local.code = "YS-DUES";
  local.layer = Layer::county;
  local.demand = DuesRate{{{600000, 5}, {{}, 10}}};
  EXPECT_THROW(rules.add(local), std::invalid_argument);
  local.demand = DuesRate{{{400000, 5}, {{}, 10}}};
  EXPECT_NO_THROW(rules.add(local));
}

TEST(Dues, RateReadsBackAsItWasWritten) {
  const Rulebook before = Rulebook::national();
  Rulebook after = Rulebook::parse(R"([[document]]
key = "D"
layer = "central"
title = "关于中国共产党党费收缴、使用和管理的规定（中组发〔2008〕3号）"

[[requirement]]
code = "DUES-05"
name = "离退休干部职工党员交纳党费的比例"
name_en = "The rate of dues of retired members"
scope.every_person = { member = true, retirement = ["retired_with_honours", "retired"] }
demand.dues_rate = { brackets = [ { up_to_yuan = 6000, per_mille = 5 }, { per_mille = 10 } ] }
force = "shall"
in_force_from = 2008-04-01
source = { document = "D", article = "5" }
quote = "5000元以下（含5000元）的按0.5%交纳"
confidence = "verified"
)",
                                   "later.toml");
  for (const RuleChange& change : diff(before, after)) {
    if (change.code != "DUES-05") continue;
    ASSERT_EQ(change.fields.size(), 1u);
    EXPECT_EQ(change.fields[0].before,
              "dues_rate = { brackets = [{ up_to_yuan = 5000, per_mille = 5 }, { per_mille = 10 "
              "}] }");
    return;
  }
  FAIL() << "the change of DUES-05 is not told";
}

TEST(Demands, OfDuesArePutToPersonsAndNotToUnits) {
  Requirement row = national().requirement("DUES-13");
  row.scope = EveryUnit{.kinds = {UnitKind::branch}};
  EXPECT_THROW(require_sound(row), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// That each branch has a place for its activities (SEED-09), and the documents of a rulebook.

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "village.hpp"
#include "zhibu/regulation/explain.hpp"
#include "zhibu/regulation/strictness.hpp"

namespace zhibu {
namespace {

const Rulebook& of_the_county() {
  static const Rulebook rules = Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  return rules;
}

struct WithBranch : Village {
  UnitId unit = retired_branch();

  UnitId retired_branch() {
    Unit like = named("B", UnitKind::branch);
    like.retired_cadres = true;
    return branch(like);
  }

  void venue(std::string_view purpose, Period period) {
    roster.add(Venue{.unit = unit, .name = "党员活动室", .purpose = purpose, .period = period});
  }

  std::vector<Observation> faults(Date day) const {
    return found(check(roster, of_the_county(), day), "SEED-09");
  }
};

const Date today{2017, 9, 30};

TEST(Branch, WithoutAVenueIsAFault) {
  const WithBranch village;
  const std::vector<Observation> faults = village.faults(today);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].facts, "没有活动场所");
  EXPECT_EQ(faults[0].facts_en, "it has no venue");
  EXPECT_EQ(village.faults(Date{2016, 12, 31}).size(), 0u) << "it was not yet demanded";
}

TEST(Branch, WhoseVenueEndedYesterdayIsAFaultAndOneWhoseLastDayIsTodayIsNone) {
  WithBranch ended;
  ended.venue("活动", {Date{2015, 1, 1}, today});
  const std::vector<Observation> faults = ended.faults(today);
  ASSERT_EQ(faults.size(), 1u);
  EXPECT_EQ(faults[0].facts, "自2017-09-30起没有活动场所");
  EXPECT_EQ(faults[0].days, (Period{today, today + 1}));
  WithBranch last_day;
  last_day.venue("活动", {Date{2015, 1, 1}, today + 1});
  EXPECT_EQ(last_day.faults(today).size(), 0u);
}

TEST(Branch, WhoseVenueBeginsTomorrowIsAFaultToday) {
  WithBranch village;
  village.venue("活动", since(today + 1));
  EXPECT_EQ(village.faults(today).size(), 1u);
  EXPECT_EQ(village.faults(today + 1).size(), 0u);
}

TEST(Branch, ThatHasAnOfficeOnlyFallsShortWhereAPlaceForActivitiesIsDemanded) {
  WithBranch village;
  village.venue("办公", since(Date{2015, 1, 1}));
  Rulebook rules;
  Requirement row = of_the_county().requirement("SEED-09");
  rules.add(row);
  EXPECT_EQ(found(check(village.roster, rules, today), "SEED-09").size(), 0u);
  row.code = "YS-02";
  row.demand = HasVenue{"活动"};
  rules.add(row);
  EXPECT_EQ(found(check(village.roster, rules, today), "YS-02").size(), 1u);
  EXPECT_TRUE(implies(Demand{HasVenue{"活动"}}, Demand{HasVenue{}}));
  EXPECT_FALSE(implies(Demand{HasVenue{}}, Demand{HasVenue{"活动"}}));
}

TEST(Branch, OfTheExampleHasAVenueInEachCase) {
  const Roster county = Roster::load(ZHIBU_REPO "/examples/yongshun");
  EXPECT_EQ(found(check(county, of_the_county(), today), "SEED-09").size(), 0u);
}

TEST(Venue, DemandIsReadWrittenAndTold) {
  const Requirement& row = of_the_county().requirement("SEED-09");
  EXPECT_EQ(row.demand, Demand{HasVenue{}});
  EXPECT_EQ(row.force, Force::practice);
  EXPECT_EQ(row.layer, Layer::county);
  EXPECT_EQ(describe(row.demand), "有活动场所");
  EXPECT_EQ(describe(Demand{HasVenue{"活动"}}, Language::en), "there is a venue for 活动");
  EXPECT_NE(explain(row).find("原文：“使每一个离退休干部党支部活动有场所、阵地有特色”"),
            std::string::npos);
}

TEST(Documents, OfTheCountyHaveTheOpinionThatNoRowCites) {
  const std::span<const Document> documents = of_the_county().documents();
  const auto opinion =
      std::ranges::find(documents, "永顺县进一步加强离退休干部工作实施意见", &Document::title);
  ASSERT_NE(opinion, documents.end());
  EXPECT_EQ(opinion->layer, Layer::county);
  for (const Provision& p : of_the_county().provisions())
    EXPECT_NE(p.source.document, opinion->title);
}

TEST(Documents, OfTwoRulebooksAreOnceInTheirSumAndOutliveBoth) {
  Rulebook sum;
  {
    const Rulebook one = of_the_county();
    sum = Rulebook::national() + one;
    sum = sum + Rulebook{};
  }
  std::vector<std::string_view> titles;
  for (const Document& document : sum.documents()) titles.push_back(document.title);
  EXPECT_EQ(std::ranges::count(titles, "中国共产党章程"), 1);
  EXPECT_EQ(std::ranges::count(titles, "永顺县进一步加强离退休干部工作实施意见"), 1);
}

TEST(Documents, IssuedLaterThanTheDayAskedForAreNotAmongThoseOfThatDay) {
  const auto has = [](const Rulebook& rules) {
    return std::ranges::any_of(rules.documents(), [](const Document& document) {
      return document.title == "中国共产党支部工作条例（试行）";
    });
  };
  EXPECT_FALSE(has(Rulebook::national(Date{2018, 10, 27})));
  EXPECT_TRUE(has(Rulebook::national(Date{2018, 10, 28})));
}

TEST(Documents, WithoutATitleAreRefused) {
  EXPECT_THROW(Rulebook{}.add(Document{.title = ""}), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

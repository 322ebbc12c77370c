// SPDX-License-Identifier: BSL-1.0

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

const std::string branch_regulation = "中国共产党支部工作条例（试行）";
const std::string life_meeting_provisions = "县以上党和国家机关党员领导干部民主生活会若干规定";

Rulebook county() { return Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml"); }

TEST(NationalRulebook, EveryRowSaysHowStronglyHowOftenAndWhere) {
  const struct {
    const char* code;
    Activity activity;
    Force force;
    Cadence cadence;
    Citation source;
  } cases[] = {
      {"MTG-01",
       Activity::members_meeting,
       Force::as_a_rule,
       AtLeast{1, Span::quarter, {}},
       {branch_regulation, "11", true}},
      {"MTG-06",
       Activity::committee_meeting,
       Force::as_a_rule,
       AtLeast{1, Span::month, {}},
       {branch_regulation, "12", true}},
      {"MTG-09",
       Activity::group_meeting,
       Force::as_a_rule,
       AtLeast{1, Span::month, {}},
       {branch_regulation, "13", true}},
      {"MTG-10",
       Activity::party_lecture,
       Force::shall,
       AtLeast{1, Span::year, {}},
       {branch_regulation, "16", true}},
      {"MTG-11",
       Activity::party_lecture,
       Force::shall,
       OnSchedule{AtLeast{1, Span::quarter, {}}},
       {branch_regulation, "16", true}},
      {"LIFE-01",
       Activity::themed_party_day,
       Force::shall,
       AtLeast{1, Span::month, {}},
       {branch_regulation, "16", true}},
      {"LIFE-03",
       Activity::organizational_life_meeting,
       Force::shall,
       AtLeast{1, Span::year, {{10, 12}}},
       {branch_regulation, "17", true}},
      {"LIFE-05",
       Activity::democratic_appraisal,
       Force::as_a_rule,
       AtLeast{1, Span::year, {}},
       {branch_regulation, "18", false}},
      {"LIFE-07",
       Activity::heart_to_heart_talk,
       Force::as_a_rule,
       AtLeast{1, Span::year, {}},
       {branch_regulation, "19", false}},
      {"DLM-01",
       Activity::democratic_life_meeting,
       Force::shall,
       AtLeast{1, Span::year, {{10, 12}}},
       {life_meeting_provisions, "", false}},
      {"TERM-02",
       Activity::election,
       Force::as_a_rule,
       AtTermEnd{3, 6},
       {branch_regulation, "21", true}},
  };
  const Rulebook rules = Rulebook::national();
  ASSERT_EQ(rules.size(), std::size(cases));
  for (const auto& c : cases) {
    SCOPED_TRACE(c.code);
    const Provision& p = rules.provision(c.code);
    EXPECT_EQ(p.activity, c.activity);
    EXPECT_EQ(p.force, c.force);
    EXPECT_EQ(p.cadence, c.cadence);
    EXPECT_EQ(p.source, c.source);
  }
}

// Article 8: the members of a temporary branch keep their membership in their home branch.
TEST(NationalRulebook, MeetingsBindEveryBranchThatIsNotTemporary) {
  const Rulebook rules = Rulebook::national();
  const Scope lasting = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false};
  for (const char* code : {"MTG-01", "MTG-06", "MTG-11", "LIFE-01", "LIFE-03", "LIFE-05"})
    EXPECT_EQ(rules.provision(code).scope, lasting) << code;
}

TEST(NationalRulebook, TheDemocraticLifeMeetingBindsLeadingBodiesAndNoBranch) {
  const Rulebook rules = Rulebook::national();
  EXPECT_EQ(rules.provision("DLM-01").scope,
            (Scope{EveryUnit{.kinds = {UnitKind::committee, UnitKind::working_committee}}}));
}

TEST(NationalRulebook, OnlySecretariesOfCommitteesAndLeadingGroupsOweALectureInPerson) {
  const Rulebook rules = Rulebook::national();
  const EveryUnit units{.kinds = {UnitKind::committee, UnitKind::leading_group}};
  EXPECT_EQ(rules.provision("MTG-10").scope, Scope{(HoldersOf{units, {PostKind::secretary}})});
}

TEST(NationalRulebook, ExemptionsNameTheRuleThatSaysSo) {
  const Rulebook rules = Rulebook::national();
  using Exemptions = std::vector<Exemption>;
  EXPECT_EQ(
      rules.provision("MTG-06").exemptions,
      (Exemptions{{Condition::without_committee, "COM-04", {branch_regulation, "20", true}}}));
  EXPECT_EQ(rules.provision("TERM-02").exemptions,
            (Exemptions{{Condition::temporary, "ORG-11", {branch_regulation, "8", false}}}));
}

TEST(NationalRulebook, NothingIsInForceOnTheDayBeforeItsDocumentWasIssued) {
  const Rulebook rules = Rulebook::national();
  for (const Provision& p : rules.provisions()) {
    const bool of_2016 = p.source.document == life_meeting_provisions;
    const Date issued = of_2016 ? Date{2016, 12, 23} : Date{2018, 10, 28};
    EXPECT_TRUE(in_force_throughout(p, since(issued))) << p.code;
    EXPECT_FALSE(in_force_throughout(p, {issued - 1, issued})) << p.code;
  }
}

TEST(CountyRulebook, AddsItsPracticesAndSettlesTheLecture) {
  const Rulebook rules = Rulebook::national() + county();
  EXPECT_EQ(rules.size(), Rulebook::national().size() + 10);
  EXPECT_EQ(rules.provision("YS-01").settles, "MTG-11");
  EXPECT_EQ(rules.provision("YS-01").cadence,
            Cadence{std::get<OnSchedule>(rules.provision("MTG-11").cadence).suggested});
}

TEST(CountyRulebook, IsPracticeAndSaysSo) {
  const Rulebook rules = county();
  for (const Provision& p : rules.provisions()) {
    EXPECT_EQ(p.force, Force::practice) << p.code;
    EXPECT_EQ(p.confidence, Confidence::local) << p.code;
  }
}

TEST(CountyRulebook, FundsAreTenToTwentyThousandYuan) {
  const Rulebook rules = county();
  const Funding funds = std::get<Funding>(rules.provision("SR-09").cadence);
  EXPECT_EQ(funds.least_fen, 10'000 * 100);
  EXPECT_EQ(funds.most_fen, 20'000 * 100);
}

// The study of the regulations that the rows were taken from, where it lies beside the repository.
class Study : public testing::Test {
 protected:
  void SetUp() override {
    const std::filesystem::path file =
        std::filesystem::path{ZHIBU_REPO} / "../shared/domain/regulations.rules.json";
    std::ifstream in{file};
    if (!in) GTEST_SKIP() << "not beside the repository: " << file;
    text_.assign(std::istreambuf_iterator<char>{in}, {});
  }

  // The text under `key` in the object whose `id_key` is `id`, or "" where it is null.
  std::string field(const std::string& id_key, std::string_view id, const std::string& key) const {
    const std::size_t object = text_.find('"' + id_key + "\": \"" + std::string{id} + '"');
    const std::size_t found = text_.find('"' + key + "\": ", object);
    if (object == std::string::npos || found == std::string::npos) return "(not in the study)";
    const std::size_t value = found + key.size() + 4;
    if (text_[value] != '"') return "";
    return text_.substr(value + 1, text_.find('"', value + 1) - value - 1);
  }

  std::string text_;
};

TEST_F(Study, EveryNationalRowIsItsRowWordForWord) {
  const std::map<std::string, Force> forces{
      {"must", Force::shall}, {"norm", Force::as_a_rule}, {"may", Force::may}};
  const Rulebook rules = Rulebook::national();
  for (const Provision& p : rules.provisions()) {
    SCOPED_TRACE(p.code);
    const std::string document = field("id", p.code, "doc");
    const std::string article = field("id", p.code, "article");
    EXPECT_EQ(p.source.document, field("key", document, "zh"));
    EXPECT_EQ(p.source.article, std::isdigit(article[0]) ? article : "");
    EXPECT_EQ(p.source.article_verified, field("id", p.code, "article_confidence") == "v");
    EXPECT_EQ(p.force, forces.at(field("id", p.code, "modality")));
    EXPECT_EQ(p.quote, field("id", p.code, "quote_zh"));
    EXPECT_EQ(p.confidence == Confidence::verified, field("id", p.code, "confidence") == "V");
    EXPECT_EQ(to_string(p.in_force_from), field("id", p.code, "effective_from"));
  }
}

TEST_F(Study, EveryExemptionIsARowOfIt) {
  const Rulebook rules = Rulebook::national();
  for (const Provision& p : rules.provisions())
    for (const Exemption& e : p.exemptions) {
      EXPECT_EQ(e.source.article, field("id", e.rule, "article")) << p.code;
      EXPECT_EQ(e.source.article_verified, field("id", e.rule, "article_confidence") == "v");
      EXPECT_EQ(e.source.document, field("key", field("id", e.rule, "doc"), "zh")) << p.code;
    }
}

TEST_F(Study, TheCountyQuotesTheReportWordForWord) {
  const Rulebook rules = county();
  for (const Provision& p : rules.provisions())
    if (p.code.substr(0, 3) == "SR-") {
      EXPECT_EQ(p.quote, field("id", p.code, "quote_zh")) << p.code;
      EXPECT_EQ(field("id", p.code, "doc"), "SEED") << p.code;
      EXPECT_EQ(field("id", p.code, "modality"), "practice") << p.code;
    }
}

}  // namespace
}  // namespace zhibu

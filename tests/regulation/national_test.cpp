// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

const std::string branch_regulation = "中国共产党支部工作条例（试行）";

Rulebook county() { return Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml"); }

// The documents, as they are cited.
const std::string branch = "《" + branch_regulation + "》";
const std::string terms = "《关于党的基层组织任期的意见》第1条";
const std::string constitution_2012 = "《中国共产党章程（2012）》第30条";
const std::string life_meeting = "《县以上党和国家机关党员领导干部民主生活会若干规定》（条号待核）";
const std::string life_meeting_1990 =
    "《关于县以上党和国家机关党员领导干部民主生活会的若干规定（1990）》";
const std::string ceremonies = "《关于加强党的政治建设的意见》（条号待核）";
const std::string care = "《中央组织部元旦春节走访慰问通知（每年）》";
const std::string education = "《中国共产党党员教育管理工作条例》";
const std::string training = "《2019—2023年全国党员教育培训工作规划》";
const std::string dev = "《中国共产党发展党员工作细则（2026年修订）》";
const std::string dev_2014 = "《中国共产党发展党员工作细则（2014）》";

constexpr Force shall = Force::shall;
constexpr Force as_a_rule = Force::as_a_rule;

Cadence once(Span per) { return AtLeast{1, per}; }
Cadence within_months(Milestone after, int months) { return Deadline{after, months}; }

// One row: what it asks, how strongly, how often, and where that is written.
struct Row {
  const char* code;
  Activity activity;
  Force force;
  Cadence cadence;
  std::string source;
};

// Every row, in the order of the file.
std::vector<Row> rows() {
  using enum Activity;
  using enum Milestone;
  return {
      {"MTG-01", members_meeting, as_a_rule, once(Span::quarter), branch + "第11条"},
      {"MTG-06", committee_meeting, as_a_rule, once(Span::month), branch + "第12条"},
      {"MTG-09", group_meeting, as_a_rule, once(Span::month), branch + "第13条"},
      {"MTG-10", party_lecture, shall, once(Span::year), branch + "第16条"},
      {"MTG-11", party_lecture, shall, OnSchedule{AtLeast{1, Span::quarter}}, branch + "第16条"},
      {"LIFE-01", themed_party_day, shall, once(Span::month), branch + "第16条"},
      {"LIFE-03", organizational_life_meeting, shall, AtLeast{1, Span::year, {{10, 12}}},
       branch + "第17条"},
      {"LIFE-05", democratic_appraisal, as_a_rule, once(Span::year), branch + "第18条（条号待核）"},
      {"LIFE-07", heart_to_heart_talk, as_a_rule, once(Span::year), branch + "第19条（条号待核）"},
      {"LIFE-11", political_birthday, Force::practice, OnSchedule{AtLeast{1, Span::year}},
       ceremonies},
      {"LIFE-12", festival_visit, shall, AtFestivals{{"春节"}, 50}, care},
      {"DLM-01", democratic_life_meeting, shall, AtLeast{1, Span::year, {{10, 12}}}, life_meeting},
      {"DLM-06", democratic_life_meeting, shall, once(Span::half_year), life_meeting_1990},
      {"EDU-01", study_day, as_a_rule, ClassHours{32, Span::year}, education + "第20条"},
      {"EDU-02", rotation_training, shall, once(Span::year), education + "第20条"},
      {"EDU-03", study_day, as_a_rule, ClassHours{56, Span::year}, training},
      {"EDU-03-training", concentrated_training, as_a_rule, once(Span::year), training},
      {"EDU-04", rotation_training, as_a_rule, once(Span::year), training},
      {"EDU-04-induction", induction_training, as_a_rule, within_months(took_post, 6), training},
      {"EDU-05", concentrated_training, as_a_rule, within_months(admitted, 12), training},
      {"EDU-05-full", concentrated_training, as_a_rule, within_months(full_member, 12), training},
      {"EDU-10", contact_abroad, shall, once(Span::half_year), education + "（条号待核）"},
      {"DEV-02", applicant_talk, shall, within_months(applied, 1), dev + "第7条"},
      {"DEV-02-2014", applicant_talk, shall, within_months(applied, 1),
       dev_2014 + "第7条（条号待核）"},
      {"DEV-05", activist_examination, shall, EveryMonthsSince{activist, 6}, dev + "第11条"},
      {"DEV-05-2014", activist_examination, shall, EveryMonthsSince{activist, 6},
       dev_2014 + "第11条（条号待核）"},
      {"DEV-13", membership_approval, as_a_rule, within_months(admitted, 3), dev + "第25条"},
      {"DEV-13-2014", membership_approval, as_a_rule, within_months(admitted, 3),
       dev_2014 + "第26条（条号待核）"},
      {"DEV-13-latest", membership_approval, shall, within_months(admitted, 6), dev + "第25条"},
      {"DEV-13-latest-2014", membership_approval, shall, within_months(admitted, 6),
       dev_2014 + "第26条（条号待核）"},
      {"DEV-18", confirmation_approval, shall, within_months(full_member, 3), dev + "第33条"},
      {"DEV-18-2014", confirmation_approval, shall, within_months(full_member, 3),
       dev_2014 + "第34条（条号待核）"},
      {"TERM-01", election, shall, AtTermEnd{5, 6}, branch + "第21条"},
      {"TERM-02", election, as_a_rule, AtTermEnd{3, 6}, branch + "第21条"},
      {"TERM-03", election, as_a_rule, AtTermEnd{5, 6}, terms},
      {"TERM-03-branch", election, as_a_rule, AtTermEnd{3, 6}, terms},
      {"TERM-03-village", election, as_a_rule, AtTermEnd{5, 6}, terms},
      {"TERM-03-branch-2018", election, as_a_rule, AtTermEnd{3, 0}, terms},
      {"TERM-03-village-2018", election, as_a_rule, AtTermEnd{5, 0}, terms},
      {"TERM-06", election, as_a_rule, AtTermEnd{3, 0}, terms},
      {"TERM-07", election, shall, AtTermEnd{3, 0}, constitution_2012},
      {"TERM-07-committee", election, shall, AtTermEnd{5, 0}, constitution_2012},
  };
}

TEST(NationalRulebook, EveryRowSaysHowStronglyHowOftenAndWhere) {
  const Rulebook rules = Rulebook::national();
  const std::vector<Row> expected = rows();
  ASSERT_EQ(rules.size(), expected.size());
  for (const Row& row : expected) {
    SCOPED_TRACE(row.code);
    const Provision& p = rules.provision(row.code);
    EXPECT_EQ(p.activity, row.activity);
    EXPECT_EQ(p.force, row.force);
    EXPECT_EQ(p.cadence, row.cadence);
    EXPECT_EQ(to_string(p.source), row.source);
    EXPECT_EQ(p.layer, Layer::central);
    EXPECT_NE(p.name_en, "");
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
  for (const char* code : {"TERM-01", "TERM-02"})
    EXPECT_EQ(rules.provision(code).exemptions,
              (Exemptions{{Condition::temporary, "ORG-11", {branch_regulation, "8", false}}}));
}

// The days on which the rows of one document begin and end to bind; the rows that have days of
// their own stand first.
TEST(NationalRulebook, ARowIsInForceFromTheDayOfItsDocumentAndNotOnTheDayBefore) {
  const struct {
    std::string of;  // a code, or the document
    Date from;
    std::optional<Date> until = {};
  } days[] = {
      {"TERM-03-branch-2018", {2018, 7, 12}, Date{2018, 10, 28}},
      {"TERM-03-village-2018", {2018, 7, 12}, Date{2018, 10, 28}},
      {"TERM-06", {2017, 10, 24}, Date{2018, 7, 12}},
      {constitution_2012, {2012, 11, 14}, Date{2017, 10, 24}},
      {branch, {2018, 10, 28}},
      {terms, {2018, 7, 12}},
      {life_meeting, {2016, 12, 23}},
      {life_meeting_1990, {1990, 5, 25}, Date{2001, 1, 1}},
      {ceremonies, {2019, 1, 31}},
      {care, {2020, 12, 25}},
      {education, {2019, 5, 6}},
      {training, {2020, 1, 1}, Date{2024, 1, 1}},
      {dev, {2026, 5, 18}},
      {dev_2014, {2014, 5, 28}, Date{2026, 5, 18}},
  };
  const Rulebook rules = Rulebook::national();
  for (const Provision& p : rules.provisions()) {
    const auto of_it = [&](const auto& d) {
      return p.code == d.of || to_string(p.source).starts_with(d.of);
    };
    const auto* const found = std::find_if(std::begin(days), std::end(days), of_it);
    ASSERT_NE(found, std::end(days)) << p.code;
    EXPECT_EQ(p.in_force_from, found->from) << p.code;
    EXPECT_EQ(p.in_force_until, found->until) << p.code;
  }
}

// Every field of a branch and of a general branch has one term: five years in villages and
// communities, else three.
TEST(NationalRulebook, HasOneTermForEveryFieldOfABranch) {
  const Rulebook rules = Rulebook::national();
  const auto means = [&](const char* code, UnitKind kind, BranchField field) {
    Unit unit;
    unit.kind = kind;
    unit.field = field;
    return fits(std::get<EveryUnit>(rules.provision(code).scope), unit);
  };
  for (const Name<BranchField>& field : names<BranchField>()) {
    const bool rural = field.value == BranchField::village || field.value == BranchField::community;
    for (const char* code : {"TERM-01", "TERM-03-village-2018"})
      EXPECT_EQ(means(code, UnitKind::branch, field.value), rural) << field.key;
    for (const char* code : {"TERM-02", "TERM-03-branch-2018"})
      EXPECT_EQ(means(code, UnitKind::branch, field.value), !rural) << field.key;
    EXPECT_EQ(means("TERM-03-village", UnitKind::general_branch, field.value), rural) << field.key;
    EXPECT_EQ(means("TERM-03-branch", UnitKind::general_branch, field.value), !rural) << field.key;
  }
}

TEST(NationalRulebook, OnlyBranchesOfRetiredCadresOweVisitsInWinter) {
  const Rulebook rules = Rulebook::national();
  EXPECT_EQ(
      rules.provision("LIFE-12").scope,
      (Scope{EveryUnit{.kinds = {UnitKind::branch}, .temporary = false, .retired_cadres = true}}));
}

// Whom the hours of secretaries bind besides leads no Party group.
TEST(NationalRulebook, TrainingOfCommitteesBindsEveryPostButTheLeaderOfAGroup) {
  const Rulebook rules = Rulebook::national();
  const auto posts = std::get<HoldersOf>(rules.provision("EDU-03").scope).posts;
  for (const Name<PostKind>& post : names<PostKind>())
    EXPECT_EQ(std::ranges::count(posts, post.value), post.value == PostKind::group_leader ? 0 : 1)
        << post.key;
  EXPECT_EQ(std::get<HoldersOf>(rules.provision("EDU-04").scope).posts,
            std::vector{PostKind::secretary});
}

TEST(CountyRulebook, AddsItsPracticesAndSettlesTheLecture) {
  const Rulebook rules = Rulebook::national() + county();
  EXPECT_EQ(rules.size(), Rulebook::national().size() + 11);
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

}  // namespace
}  // namespace zhibu

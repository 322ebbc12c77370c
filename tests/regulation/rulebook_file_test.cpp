// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rulebook_file.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <unistd.h>

#include "regulation/rule_text.hpp"
#include "regulation/sound_rows.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;

namespace fs = std::filesystem;

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

Rulebook county_rules() {
  return Rulebook::national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
}

Rulebook read_again(const Rulebook& rules) { return Rulebook::parse(to_toml(rules), "again.toml"); }

template <class... Row>
Rulebook of(const Row&... rows) {
  Rulebook rules;
  (rules.add(rows), ...);
  return rules;
}

TEST(RulebookFile, TheNationAndACountyAreReadAsTheyAreWritten) {
  const Rulebook rules = county_rules();
  const Rulebook again = read_again(rules);
  EXPECT_EQ(again, rules);
  ASSERT_EQ(again.size(), rules.size());
  for (const Provision& p : rules.provisions()) {
    EXPECT_EQ(again[p.id].code, p.code) << "in the same order";
    EXPECT_EQ(again[p.id].cadence, p.cadence) << p.code;
    EXPECT_EQ(again[p.id].scope, p.scope) << p.code;
    EXPECT_EQ(again[p.id].layer, p.layer) << p.code;
  }
  for (const Requirement& r : rules.requirements())
    EXPECT_EQ(again[r.id].demand, r.demand) << r.code;
  for (const Undecided& u : rules.undecided()) EXPECT_EQ(again[u.id].because, u.because) << u.code;
  EXPECT_THAT(again.documents(), testing::ElementsAreArray(rules.documents()));
}

TEST(RulebookFile, TheRulesOfEveryDayAreReadAsTheyAreWritten) {
  for (const Date day : {Date{1950, 1, 1}, Date{1990, 7, 1}, Date{2017, 9, 30}, Date{2026, 1, 1}})
    EXPECT_EQ(read_again(Rulebook::national(day)), Rulebook::national(day)) << to_string(day);
}

TEST(RulebookFile, OfNoRulesIsEmpty) {
  EXPECT_EQ(to_toml(Rulebook{}), "");
  EXPECT_EQ(read_again({}), Rulebook{});
}

TEST(RulebookFile, IsWrittenAsAClerkWouldWriteIt) {
  Rulebook rules = of(members_meeting());
  rules.add(Document{.title = "支部工作条例", .issued = Date{2018, 10, 28}, .layer = Layer::unit});
  EXPECT_EQ(to_toml(rules), R"([[document]]
key = "支部工作条例"
title = "支部工作条例"
issued = 2018-10-28

[[provision]]
code = "MTG-01"
name = "党员大会一般每季度召开1次"
scope.every_unit = { kinds = ["branch"] }
activity = "members_meeting"
cadence.at_least = { times = 1, per = "quarter" }
force = "shall"
in_force_from = 2018-10-28
source = { document = "支部工作条例", article = "11" }
confidence = "verified"
)");
}

TEST(RulebookFile, RulebooksThatSayOneThingOtherwiseAreNotEqual) {
  const Rulebook rules = of(members_meeting(), at_most_50(), tasks());
  Provision often = members_meeting();
  often.cadence = AtLeast{2, Span::quarter};
  Requirement of_a_county = at_most_50();
  of_a_county.layer = Layer::county;
  Undecided because = tasks();
  because.because_en = "no number";
  Rulebook listed = rules;
  listed.add(Document{.title = "支部工作条例"});
  EXPECT_EQ(of(members_meeting(), at_most_50(), tasks()), rules);
  EXPECT_NE(of(often, at_most_50(), tasks()), rules);
  EXPECT_NE(of(members_meeting(), of_a_county, tasks()), rules);
  EXPECT_NE(of(members_meeting(), at_most_50(), because), rules);
  EXPECT_NE(of(members_meeting(), at_most_50()), rules);
  EXPECT_NE(listed, rules);
  EXPECT_NE(members_meeting(), often);
}

TEST(RulebookFile, RulesInAnotherOrderAreNotEqual) {
  Provision other = members_meeting();
  other.code = "MTG-02";
  EXPECT_NE(of(members_meeting(), other), of(other, members_meeting()));
}

// Two files may declare one document, each in a layer of its own; a rulebook keeps the first.
TEST(RulebookFile, ARuleOfAnotherLayerThanItsDocumentKeepsIt) {
  Requirement of_a_county = at_most_50();
  of_a_county.layer = Layer::county;
  Rulebook rules = of(of_a_county, members_meeting());
  rules.add(Document{.title = "支部工作条例", .layer = Layer::central});
  const Rulebook again = read_again(rules);
  EXPECT_EQ(again, rules);
  EXPECT_EQ(again.requirement("ORG-02").layer, Layer::county);
  EXPECT_EQ(again.provision("MTG-01").layer, Layer::unit);
}

TEST(RulebookFile, ADocumentThatIsCitedAndNotListedIsNotListedAfterwards) {
  Provision exempting = members_meeting();
  exempting.exemptions = {{Condition::temporary, "ORG-11", {"另一文件", "1"}}};
  const Rulebook rules = of(exempting);
  const Rulebook again = read_again(rules);
  EXPECT_EQ(again, rules);
  EXPECT_TRUE(again.documents().empty());
  EXPECT_EQ(again.provision("MTG-01").exemptions[0].source.document, "另一文件");
}

TEST(RulebookFile, ManyDotsInTextsAreNoKeys) {
  Provision p = members_meeting();
  const std::string name = std::string(200, '.') + "\\\"." + std::string(200, '.');
  p.name = name;
  p.scope = TheseUnits{std::vector<std::string>(100, "1.2.3")};
  EXPECT_EQ(read_again(of(p)), of(p));
}

RC_GTEST_PROP(RulebookFile, AnyTextIsReadAsItIsWritten, (std::string text)) {
  for (char& c : text) c = static_cast<char>(c & 0x7F);
  Provision p = members_meeting();
  p.name = p.quote = p.source.document = p.source.article = text;
  p.scope = TheseUnits{{text + "党"}};
  RC_ASSERT(read_again(of(p)) == of(p));
}

// What add() takes can be written and read; what a file could not say, it does not take.
TEST(RulebookFile, TheGreatestNumbersThatARowMayHaveAreReadAndGreaterOnesAreNotAdded) {
  const auto with = [](Cadence cadence) {
    Provision p = members_meeting();
    p.cadence = std::move(cadence);
    return p;
  };
  const auto demanding = [](Demand demand) {
    Requirement r = at_most_50();
    r.demand = std::move(demand);
    return r;
  };
  const Rulebook rules[] = {of(with(Deadline{Milestone::applied, 1200, 37200})),
                            of(with(EveryMonthsSince{Milestone::activist, 1200})),
                            of(with(Funding{1, most_fen, Span::year})),
                            of(demanding(TermLength{1, 100})),
                            of(demanding(TermReminder{1200})),
                            of(demanding(TermShift{100}))};
  for (const Rulebook& greatest : rules) EXPECT_EQ(read_again(greatest), greatest);
  for (const Cadence& cadence : {Cadence{Deadline{Milestone::applied, 1201, 0}},
                                 Cadence{Deadline{Milestone::applied, 0, 37201}},
                                 Cadence{EveryMonthsSince{Milestone::activist, 1201}},
                                 Cadence{Funding{1, most_fen + 1, Span::year}}})
    EXPECT_THROW(of(with(cadence)), std::invalid_argument) << to_toml(cadence, {});
  for (const Demand& demand :
       {Demand{TermLength{1, 101}}, Demand{TermReminder{1201}}, Demand{TermShift{101}}})
    EXPECT_THROW(of(demanding(demand)), std::invalid_argument) << to_toml(demand);
}

TEST(RulebookFile, AnAmountHasTwoDecimalsAtMost) {
  const std::string text = to_toml(of([] {
    Provision p = members_meeting();
    p.cadence = Funding{1050, 99999, Span::year};
    return p;
  }()));
  EXPECT_THAT(text, HasSubstr("{ least_yuan = 10.50, most_yuan = 999.99, per = \"year\" }"));
  for (const char* amount : {"10.505", "-1", "nan", "inf", "2147483648", "'10'"}) {
    std::string changed = text;
    changed.replace(changed.find("10.50"), 5, amount);
    EXPECT_THROW(Rulebook::parse(changed, "rules.toml"), std::invalid_argument) << amount;
  }
}

TEST(RulebookFile, IsLoadedAsItWasWritten) {
  const fs::path file =
      fs::temp_directory_path() / ("zhibu_rulebook_" + std::to_string(getpid()) + ".toml");
  write(county_rules(), file);
  EXPECT_EQ(Rulebook::load(file), county_rules());
  write(Rulebook{}, file);
  EXPECT_EQ(Rulebook::load(file), Rulebook{});
  fs::remove(file);
}

TEST(RulebookFile, ThatCannotBeWrittenIsNamed) {
  try {
    write(county_rules(), "/nowhere/rules.toml");
    FAIL();
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), HasSubstr("/nowhere/rules.toml: "));
  }
}

// What no row of the nation needs as yet.
TEST(RulebookFile, EveryCadenceScopeAndDemandIsReadAsItIsWritten) {
  const Cadence cadences[] = {
      AtLeast{2, Span::month, {{3, 4}}, 7},
      OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2018, 10, 28}},
             {ShiftPolicy::next_workday, 3, true}},
      OnDays{
          Recurrence{
              "FREQ=DAILY;INTERVAL=9", Date{2018, 10, 29}, {Date{2018, 11, 7}}, {Date{2019, 1, 1}}},
          {}},
      AtFestivals{{"春节"}, 3, 4},
      OnAnniversary{Milestone::full_member, Span::quarter},
      Deadline{Milestone::applied, 1, 2},
      EveryMonthsSince{Milestone::activist, 6},
      ClassHours{32, Span::year},
      Funding{1005, most_fen, Span::half_year},
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
        Demand{DuesRate{{{500029, 5}, {{}, 10}}}}, Demand{DuesBegin{}},
        Demand{DuesEvery{Span::quarter}}, Demand{DuesCatchUp{5}}, Demand{DuesUnpaid{7}}}) {
    r.code = code += "A";
    r.demand = demand;
    rules.add(r);
  }
  EXPECT_EQ(read_again(rules), rules);
  EXPECT_EQ(rules.requirements().size(), std::variant_size_v<Demand>) << "one of each kind";
}

}  // namespace
}  // namespace zhibu

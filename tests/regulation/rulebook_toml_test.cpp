// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

// One row; `code` stands on line 6, `cadence` on line 10.
const std::string one_row = R"([[document]]
key = "BRANCH-2018"
title = "中国共产党支部工作条例（试行）"

[[provision]]
code = "MTG-01"
name = "党员大会一般每季度召开1次"
activity = "members_meeting"
scope.every_unit = { kinds = ["branch"], temporary = false }
cadence.at_least = { times = 1, per = "quarter" }
force = "as_a_rule"
in_force_from = 2018-10-28
source = { document = "BRANCH-2018", article = "11" }
confidence = "verified"
)";

std::string changed(std::string_view from, std::string_view to, std::string text = one_row) {
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error{"not in the row: " + std::string{from}};
  return text.replace(at, from.size(), to);
}

std::string with_scope(std::string_view scope) {
  return changed("scope.every_unit = { kinds = [\"branch\"], temporary = false }", scope);
}

std::string with_cadence(std::string_view cadence) {
  return changed("cadence.at_least = { times = 1, per = \"quarter\" }", cadence);
}

Provision only_row(const Rulebook& rules) {
  EXPECT_EQ(rules.size(), 1u);
  return rules[ProvisionId{0}];
}

std::string refusal(std::string_view toml) {
  try {
    Rulebook::parse(toml, "rules.toml");
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

TEST(RulebookToml, ARowIsReadAsItStands) {
  const Rulebook rules = Rulebook::parse(one_row, "rules.toml");
  const Provision p = only_row(rules);
  EXPECT_EQ(p.code, "MTG-01");
  EXPECT_EQ(p.name, "党员大会一般每季度召开1次");
  EXPECT_EQ(p.activity, Activity::members_meeting);
  EXPECT_EQ(p.scope, (Scope{EveryUnit{.kinds = {UnitKind::branch}, .temporary = false}}));
  EXPECT_EQ(p.cadence, Cadence{(AtLeast{1, Span::quarter, {}})});
  EXPECT_EQ(p.force, Force::as_a_rule);
  EXPECT_EQ(p.in_force_from, (Date{2018, 10, 28}));
  EXPECT_EQ(p.in_force_until, std::nullopt);
  EXPECT_EQ(p.source, (Citation{"中国共产党支部工作条例（试行）", "11", true}));
  EXPECT_EQ(p.confidence, Confidence::verified);
  EXPECT_EQ(p.quote, "");
}

TEST(RulebookToml, ChineseLabelsAreReadAsKeysAre) {
  EXPECT_EQ(only_row(Rulebook::parse(changed("\"members_meeting\"", "\"党员大会\""), "")).activity,
            Activity::members_meeting);
}

TEST(RulebookToml, WhatMayBeLeftOutIsReadWhereItStands) {
  const Rulebook rules = Rulebook::parse(one_row + R"(name_en = "once a quarter"
in_force_until = 2026-01-01
settles = "MTG-11"
quote = "一般每季度召开1次"
exemptions = [ { when = "temporary", rule = "ORG-11", source = { document = "BRANCH-2018", article = "8", article_verified = false } } ]
)",
                                         "rules.toml");
  const Provision p = only_row(rules);
  EXPECT_EQ(p.name_en, "once a quarter");
  EXPECT_EQ(p.in_force_until, (Date{2026, 1, 1}));
  EXPECT_EQ(p.settles, "MTG-11");
  EXPECT_EQ(p.quote, "一般每季度召开1次");
  ASSERT_EQ(p.exemptions.size(), 1u);
  EXPECT_EQ(
      p.exemptions[0],
      (Exemption{Condition::temporary, "ORG-11", {"中国共产党支部工作条例（试行）", "8", false}}));
}

TEST(RulebookToml, EveryScopeIsRead) {
  const struct {
    const char* toml;
    Scope scope;
  } cases[] = {
      {"scope.every_unit = { kinds = [\"branch\", \"group\"], retired_cadres = true }",
       EveryUnit{.kinds = {UnitKind::branch, UnitKind::group}, .retired_cadres = true}},
      {"scope.these_units = { codes = [\"YS-B01\"] }", TheseUnits{{"YS-B01"}}},
      {"scope.leads_of_clusters = {}", LeadsOfClusters{}},
      {"scope.holders_of = { units.every_unit = { kinds = [\"committee\"] }, posts = "
       "[\"secretary\"] }",
       HoldersOf{EveryUnit{.kinds = {UnitKind::committee}}, {PostKind::secretary}}},
      {"scope.holders_of = { units.these_units = { codes = [\"YS-GW\"] } }",
       HoldersOf{TheseUnits{{"YS-GW"}}, {}}},
      {"scope.every_person = { member = true, retirement = [\"retired\"] }",
       EveryPerson{true, {Retirement::retired}}},
      {"scope.every_person = { standing = [\"activist\"], circumstances = [\"abroad\"], "
       "needs_home_visits = true }",
       EveryPerson{.standing = {PartyStanding::activist},
                   .circumstances = {CircumstanceKind::abroad},
                   .needs_home_visits = true}},
      {"scope.every_person = {}", EveryPerson{}},
      {"scope.every_unit = { kinds = [\"branch\"], fields = [\"village\"], joint = true, "
       "mobile = false, has_committee = true, has_groups = false }",
       EveryUnit{.kinds = {UnitKind::branch},
                 .fields = {BranchField::village},
                 .joint = true,
                 .mobile = false,
                 .has_committee = true,
                 .has_groups = false}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(only_row(Rulebook::parse(with_scope(c.toml), "")).scope, c.scope) << c.toml;
}

TEST(RulebookToml, EveryCadenceIsRead) {
  // A recurrence starts on the day on which the provision comes into force.
  const Recurrence tenth{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2018, 10, 28}};
  const struct {
    const char* toml;
    Cadence cadence;
  } cases[] = {
      {"cadence.at_least = { times = 4, per = \"year\", preferred_months = [10, 12] }",
       AtLeast{4, Span::year, {{10, 12}}}},
      {"cadence.on_days = { days = \"FREQ=MONTHLY;BYMONTHDAY=10\" }",
       OnDays{tenth, {ShiftPolicy::none, 7}}},
      {"cadence.on_days = { days = \"FREQ=MONTHLY;BYMONTHDAY=10\", shift = \"nearest_workday\", "
       "max_days = 3 }",
       OnDays{tenth, {ShiftPolicy::nearest_workday, 3}}},
      {"cadence.on_days = { days = \"FREQ=MONTHLY;BYMONTHDAY=10\", shift = \"next_workday\", "
       "within_month = true }",
       OnDays{tenth, {ShiftPolicy::next_workday, 7, true}}},
      {"cadence.at_festivals = { festivals = [\"春节\", \"重阳节\"], days_before = 10 }",
       AtFestivals{{"春节", "重阳节"}, 10, 0}},
      {"cadence.at_least = { times = 2, per = \"quarter\", days_apart = 30 }",
       AtLeast{.times = 2, .per = Span::quarter, .days_apart = 30}},
      {"cadence.on_anniversary = { of = \"full_member\", within = \"quarter\" }",
       OnAnniversary{Milestone::full_member, Span::quarter}},
      {"cadence.deadline = { after = \"applied\", months = 1 }",
       Deadline{.after = Milestone::applied, .months = 1}},
      {"cadence.deadline = { after = \"admitted\", months = 3, days = 10 }",
       Deadline{Milestone::admitted, 3, 10}},
      {"cadence.every_months_since = { since = \"activist\", months = 6 }",
       EveryMonthsSince{Milestone::activist, 6}},
      {"cadence.class_hours = { least = 32, per = \"year\" }", ClassHours{32, Span::year}},
      {"cadence.funding = { least_yuan = 10000, most_yuan = 20000, per = \"year\" }",
       Funding{1'000'000, 2'000'000, Span::year}},
      {"cadence.at_term_end = { years = 5, reminder_months = 6 }", AtTermEnd{5, 6}},
      {"cadence.on_schedule = { suggested = { times = 2, per = \"half_year\" } }",
       OnSchedule{AtLeast{2, Span::half_year, {}}}},
  };
  for (const auto& c : cases)
    EXPECT_EQ(only_row(Rulebook::parse(with_cadence(c.toml), "")).cadence, c.cadence) << c.toml;
}

TEST(RulebookToml, ARowStandsInTheLayerOfItsDocumentOrElseInTheUnits) {
  EXPECT_EQ(only_row(Rulebook::parse(one_row, "")).layer, Layer::unit);
  for (const Name<Layer>& layer : names<Layer>()) {
    const std::string declared = "layer = '" + std::string{layer.key} + "'\ntitle =";
    EXPECT_EQ(only_row(Rulebook::parse(changed("title =", declared), "")).layer, layer.value);
  }
}

TEST(RulebookToml, EveryFaultSaysWhereWhatWasFoundAndWhatIsAccepted) {
  const struct {
    std::string toml;
    const char* message;
  } cases[] = {
      // keys
      {changed("force =", "forse ="),
       "rules.toml:11:1: no such key: 'forse' (did you mean 'force'?); accepted: code, name"},
      {changed("[[document]]", "[[documents]]"),
       "rules.toml:1:3: no such key: 'documents' (did you mean 'document'?); accepted: document, "
       "provision"},
      {changed("title =", "titel ="),
       "rules.toml:3:1: no such key: 'titel' (did you mean 'title'?)"},
      {changed("temporary = false", "temporry = false"),
       "rules.toml:9:42: no such key: 'temporry'"},
      {changed("per =", "pre ="), "rules.toml:10:33: no such key: 'pre'"},
      {changed("article =", "artikel ="), "rules.toml:13:38: no such key: 'artikel'"},
      {changed("code = \"MTG-01\"\n", ""),
       "rules.toml:5:1: found no key 'code'; accepted: a table that has it"},
      {changed("scope.every_unit", "scope.every_units"),
       "rules.toml:9:7: no such key: 'every_units' (did you mean 'every_unit'?); accepted: "
       "every_unit, these_units, leads_of_clusters, holders_of, every_person"},
      {with_scope("scope = {}"),
       "rules.toml:9:9: scope: found 0 keys; accepted: exactly one of every_unit, these_units"},
      {with_cadence("cadence.at_least = { times = 1, per = \"year\" }\n"
                    "cadence.at_term_end = { years = 3, reminder_months = 6 }"),
       "found 2 keys; accepted: exactly one of at_least, on_days"},
      {with_scope("scope.leads_of_clusters = { kinds = [\"branch\"] }"),
       "rules.toml:9:29: no such key: 'kinds'"},
      // names
      {changed("\"members_meeting\"", "\"members_meting\""),
       "rules.toml:8:12: activity: no such activity: 'members_meting' (did you mean "
       "'members_meeting'?); accepted: members_meeting, "},
      {changed("[\"branch\"]", "[\"group\", \"brnch\"]"),
       "rules.toml:9:40: no such kind of unit: 'brnch' (did you mean 'branch'?)"},
      {changed("\"as_a_rule\"", "\"always\""), "rules.toml:11:9: force: no such force: 'always'"},
      {changed("\"quarter\"", "\"quater\""),
       "rules.toml:10:39: per: no such span: 'quater' (did you mean 'quarter'?)"},
      {changed("\"verified\"", "\"sure\""),
       "rules.toml:14:14: confidence: no such confidence: 'sure'"},
      {with_cadence("cadence.at_festivals = { festivals = [\"重阳街\"] }"), "'重阳街'"},
      {with_cadence("cadence.on_days = { days = \"FREQ=SOMETIMES\" }"), "rules.toml:10:28: days: "},
      {with_cadence("cadence.on_days = { days = \"FREQ=MONTHLY;BYMONTHDAY=10\", shift = "
                    "\"next_weekday\" }"),
       "shift: no such policy of shifts: 'next_weekday'"},
      {with_cadence(
           "cadence.on_days = { days = \"FREQ=MONTHLY;BYMONTHDAY=10\", within_month = 1 }"),
       "within_month: found a whole number; accepted: true or false"},
      // dates
      {changed("2018-10-28", "2018-02-30"), "rules.toml:12:"},
      {changed("2018-10-28", "1399-12-31"), "rules.toml:12:17: "},
      {changed("2018-10-28", "\"2018-10-28\""),
       "rules.toml:12:17: in_force_from: found a text; accepted: a date, without quotes "
       "(2018-10-28)"},
      {changed("2018-10-28", "2018-10-28T08:00:00"),
       "in_force_from: found a date with a time of day; accepted: a date"},
      {one_row + "in_force_until = 2018-10-28\n",
       "rules.toml:5:1: provision 'MTG-01', '党员大会一般每季度召开1次': found in force from "
       "2018-10-28 until 2018-10-28; accepted: a later end"},
      // numbers, texts, lists
      {changed("times = 1", "times = 0"),
       "rules.toml:10:30: times: found 0; accepted: a whole number from 1 to "},
      {changed("times = 1", "times = 1.5"), "times: found a decimal number; accepted: a whole"},
      {changed("times = 1", "times = 99999999999"), "times: found 99999999999; accepted: "},
      {changed("times = 1", "times = 1, preferred_months = [10, 11, 12]"),
       "preferred_months: found 3 months; accepted: the first and the last"},
      {changed("times = 1", "times = 1, preferred_months = [10, 13]"),
       "found 13; accepted: a whole number from 1 to 12"},
      {changed("\"11\"", "11"),
       "rules.toml:13:48: article: found a whole number; accepted: a text in quotes"},
      {changed("[\"branch\"]", "\"branch\""), "kinds: found a text; accepted: a list"},
      {changed("temporary = false", "temporary = \"no\""),
       "temporary: found a text; accepted: true or false"},
      {changed("{ document = \"BRANCH-2018\", article = \"11\" }", "\"BRANCH-2018\""),
       "source: found a text; accepted: a table"},
      {with_cadence("cadence.on_anniversary = { within = \"quarter\" }"),
       "rules.toml:10:26: on_anniversary: found no key 'of'; accepted: a table that has it"},
      {with_cadence("cadence.deadline = { after = \"applied\" }"), "found no months and no days"},
      {with_cadence("cadence.deadline = { after = \"took_post\", months = 6 }"),
       "found a cadence that counts from took_post with another scope; accepted: holders_of"},
      {with_cadence("cadence.every_months_since = { since = \"activist\", months = 0 }"),
       "months: found 0; accepted: a whole number from 1 to 1200"},
      {with_cadence("cadence.class_hours = { least = 0, per = \"year\" }"), "least: found 0"},
      {changed("title =", "layer = 'national'\ntitle ="), "no such layer of rules: 'national'"},
      {with_cadence("cadence.funding = { least_yuan = 2, most_yuan = 1, per = \"year\" }"),
       "found no amounts of money"},
      // references
      {changed("document = \"BRANCH-2018\"", "document = \"BRANCH-2081\""),
       "rules.toml:13:23: document: no such declared document: 'BRANCH-2081' (did you mean "
       "'BRANCH-2018'?); accepted: BRANCH-2018"},
      {one_row + one_row.substr(0, one_row.find("[[provision]]")),
       "rules.toml:16:7: key: 'BRANCH-2018' is taken; accepted: a key of its own"},
      {one_row + one_row.substr(one_row.find("[[provision]]")),
       "rules.toml:15:1: provision 'MTG-01', '党员大会一般每季度召开1次': the code is taken, by "
       "'党员大会一般每季度召开1次'; accepted: a code of its own"},
      {changed("confidence = \"verified\"", "confidence = \"remembered\"\nquote = \"一般\""),
       "found the quote of a clause that was not read"},
      // TOML
      {one_row + "code = \"MTG-02\"\n", "rules.toml:15:"},
      {changed("force = \"as_a_rule\"", "force = "), "rules.toml:11:"},
      {changed("[[provision]]", "[[条款]]"),
       "rules.toml:5:1: found what is not TOML; accepted: TOML 1.0 in UTF-8"},
      {changed("[[provision]]", "["), "rules.toml:5:1: found what is not TOML; accepted: TOML 1.0"},
      {changed("2018-10-28", "2018-10-28total: 1"),
       "rules.toml:12:1: found what is not TOML; accepted: TOML 1.0 in UTF-8"},
      {changed("name =", "名称 ="), "rules.toml:7:1: "},
      {changed("\"党员大会一般每季度召开1次\"", "\"党员大会\"，"), "rules.toml:7:14: "},
      {changed("times = 1", "times = 1\"、\""), "rules.toml:10:31: "},
      {"a" + std::string(65, '.'), "rules.toml:1:1: found a line of more than 64 dots"},
  };
  for (const auto& c : cases) EXPECT_THAT(refusal(c.toml), HasSubstr(c.message)) << c.toml;
}

TEST(RulebookToml, AllFaultyRowsAreReportedTogether) {
  const std::string second = one_row.substr(one_row.find("[[provision]]"));
  const std::string toml = changed("\"as_a_rule\"", "\"always\"") +
                           changed("\"MTG-01\"", "\"MTG-02\"", second) +
                           changed("\"quarter\"", "\"century\"", second);
  const std::string message = refusal(toml);
  EXPECT_THAT(message, StartsWith("rules.toml:11:9: force: no such force: 'always'"));
  EXPECT_THAT(message, HasSubstr("\nrules.toml:30:39: per: no such span: 'century'"));
  EXPECT_EQ(std::count(message.begin(), message.end(), '\n'), 1) << message;
}

TEST(RulebookToml, AFileFromAnotherEditorIsReadTheSame) {
  std::string crlf;
  for (const char c : one_row) crlf += c == '\n' ? std::string{"\r\n"} : std::string{c};
  for (const std::string& text : {crlf, "\xEF\xBB\xBF" + one_row, "\xEF\xBB\xBF" + crlf}) {
    const Rulebook rules = Rulebook::parse(text, "rules.toml");
    EXPECT_EQ(only_row(rules).name, "党员大会一般每季度召开1次");
  }
}

TEST(RulebookToml, AFileInGB18030IsRefusedOnTheLineWhereItShows) {
  const std::string party_in_gb18030 = "\xB5\xB3\xD4\xB1";  // 党员
  EXPECT_THAT(refusal(changed("党员大会", party_in_gb18030)),
              testing::AllOf(StartsWith("rules.toml:7:"), HasSubstr("utf-8"),
                             HasSubstr("accepted: TOML 1.0 in UTF-8")));
}

TEST(RulebookToml, AnEmptyFileIsAnEmptyRulebook) {
  EXPECT_EQ(Rulebook::parse("# nothing yet\n", "rules.toml").size(), 0u);
}

TEST(RulebookToml, AFileThatIsNotThereIsNamed) {
  const struct {
    const char* file;
    const char* message;
  } cases[] = {{"no/such/rules.toml", "no/such/rules.toml: no such file"},
               {".", ".: a folder; accepted: a file"}};
  for (const auto& c : cases) {
    try {
      Rulebook::load(c.file);
      ADD_FAILURE() << c.file << " was read";
    } catch (const std::invalid_argument& e) {
      EXPECT_STREQ(e.what(), c.message);
    }
  }
}

TEST(RulebookToml, AFileIsReadAndNamedInItsFaults) {
  const std::filesystem::path file =
      std::filesystem::path{testing::TempDir()} / "zhibu_rulebook_toml_test.toml";
  std::ofstream{file} << one_row;
  EXPECT_EQ(Rulebook::load(file).size(), 1u);
  std::ofstream{file} << changed("\"as_a_rule\"", "\"always\"");
  try {
    Rulebook::load(file);
    ADD_FAILURE() << "was read";
  } catch (const std::invalid_argument& e) {
    EXPECT_THAT(e.what(), StartsWith(file.string() + ":11:9: force: no such force"));
  }
  std::filesystem::remove(file);
}

}  // namespace
}  // namespace zhibu

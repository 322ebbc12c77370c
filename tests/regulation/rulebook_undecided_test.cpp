// SPDX-License-Identifier: BSL-1.0

#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Undecided basic_tasks(std::string_view code = "ORG-24") {
  return {.code = code,
          .name = "党支部有八项基本任务",
          .name_en = "A branch has eight basic tasks",
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "9-10", false},
          .confidence = Confidence::secondhand,
          .because = "任务是否履行没有可以计数的数据",
          .because_en = "nobody records it as a number"};
}

Provision members_meeting(std::string_view code) {
  return {.code = code,
          .name = "党员大会一般每季度召开1次",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .cadence = AtLeast{1, Span::quarter},
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "11"}};
}

Requirement at_most_50(std::string_view code) {
  return {.code = code,
          .name = "党支部党员一般不超过50人",
          .scope = EveryUnit{.kinds = {UnitKind::branch}},
          .demand = Bounds{.within = {.measure = Measure::members, .most = 50}},
          .in_force_from = Date{2018, 10, 28},
          .source = {"支部工作条例", "4"}};
}

std::string refusal(const std::function<void()>& step) {
  try {
    step();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

// The text of a file with one undecided rule, with one line changed.
std::string file(std::string_view from = "", std::string_view to = "") {
  std::string text = R"([[document]]
key = "D"
title = "支部工作条例"
layer = "central"

[[undecided]]
code = "ORG-24"
name = "党支部有八项基本任务"
force = "shall"
in_force_from = 2018-10-28
in_force_until = 2030-01-01
source = { document = "D", article = "9-10", article_verified = false }
confidence = "secondhand"
because = "没有数据"
because_en = "there is no data"
)";
  const std::size_t at = text.find(from);
  return at == std::string::npos ? "(not in the file)" : text.replace(at, from.size(), to);
}

TEST(Undecided, IsKeptWithItsTextsAndFoundByItsCode) {
  Rulebook copy;
  {
    Rulebook rules;
    const std::string because = "任务是否履行没有可以计数的数据";
    Undecided u = basic_tasks();
    u.because = because;
    rules.add(u);
    copy = rules;
  }
  const Undecided& u = copy.undecided("ORG-24");
  EXPECT_EQ(u.id, UndecidedId{0});
  EXPECT_EQ(u.because, "任务是否履行没有可以计数的数据");
  EXPECT_EQ(u.because_en, "nobody records it as a number");
  EXPECT_EQ(u.source, (Citation{"支部工作条例", "9-10", false}));
  EXPECT_EQ(copy.size(), 0u) << "it is no provision";
  EXPECT_THAT(refusal([&] { static_cast<void>(copy.undecided("ORG-42")); }),
              HasSubstr("no such undecided rule: 'ORG-42' (did you mean 'ORG-24'?)"));
  EXPECT_THAT(refusal([&] { static_cast<void>(copy[UndecidedId{1}]); }),
              HasSubstr("no such undecided rule: number 1; accepted: fewer than 1"));
}

TEST(Undecided, ARuleIsDecidedOrNotAndNeverBoth) {
  Rulebook provision, requirement, undecided;
  provision.add(members_meeting("X"));
  requirement.add(at_most_50("X"));
  undecided.add(basic_tasks("X"));
  for (const Rulebook* decided : {&provision, &requirement}) {
    EXPECT_THAT(refusal([&] { static_cast<void>(*decided + undecided); }),
                AllOf(HasSubstr("undecided 'X'"), HasSubstr("the code is taken")));
    EXPECT_THAT(refusal([&] { static_cast<void>(undecided + *decided); }),
                AllOf(HasSubstr("'X'"), HasSubstr("taken, by '党支部有八项基本任务'")));
  }
  EXPECT_THAT(refusal([&] { undecided.add(basic_tasks("X")); }), HasSubstr("the code is taken"));
  const Rulebook both = provision + requirement;
  EXPECT_EQ(both.requirement("X").name, "党支部党员一般不超过50人") << "one rule, read both ways";
}

TEST(Undecided, IsRefusedWithoutAReasonInEitherLanguage) {
  const struct {
    const char* found;
    std::function<void(Undecided&)> change;
  } cases[] = {
      {"found no reason", [](Undecided& u) { u.because = ""; }},
      {"found no reason", [](Undecided& u) { u.because_en = ""; }},
      {"found no code", [](Undecided& u) { u.code = ""; }},
      {"quote of a clause that was not read", [](Undecided& u) { u.quote = "八项基本任务"; }},
      {"accepted: a later end", [](Undecided& u) { u.in_force_until = u.in_force_from; }},
      {"(not refused)", [](Undecided& u) { u.in_force_until = u.in_force_from + 1; }},
      {"(not refused)",
       [](Undecided& u) {
         u.quote = "八项基本任务";
         u.confidence = Confidence::verified;
       }},
  };
  for (const auto& c : cases) {
    Rulebook rules;
    Undecided u = basic_tasks();
    c.change(u);
    EXPECT_THAT(refusal([&] { rules.add(u); }), HasSubstr(c.found));
  }
}

TEST(Undecided, IsReadFromAFileWithTheLayerOfItsDocument) {
  const Rulebook rules = Rulebook::parse(file(), "rules.toml");
  ASSERT_EQ(rules.undecided().size(), 1u);
  const Undecided& u = rules[UndecidedId{0}];
  EXPECT_EQ(u.layer, Layer::central);
  EXPECT_EQ(u.force, Force::shall);
  EXPECT_EQ(u.in_force_until, Date(2030, 1, 1));
  EXPECT_EQ(u.confidence, Confidence::secondhand);
}

TEST(Undecided, WhatIsWrongInAFileIsSaidWithItsPlace) {
  const struct {
    std::string toml;
    const char* found;
  } cases[] = {
      {file("because = \"没有数据\"\n"), "rules.toml:6:1: found no key 'because'"},
      {file("\"没有数据\"", "\"\""), "found no reason"},
      {file("confidence = ", "quote = '…'\nconfidence = "), "quote of a clause that was not read"},
      {file("force = ", "scope.every_person = {}\nforce = "), "scope"},
      {file("because_en", "becuase_en"), "becuase_en"},
      {file("\"D\", article", "\"E\", article"), "no such declared document: 'E'"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal([&] { static_cast<void>(Rulebook::parse(c.toml, "rules.toml")); }),
                AllOf(HasSubstr("rules.toml:"), HasSubstr(c.found)));
}

TEST(Undecided, StandsInTheNationalRulebookBesideWhatIsDecided) {
  const Rulebook rules = Rulebook::national();
  EXPECT_EQ(rules.undecided("ORG-24").source.document, "中国共产党支部工作条例（试行）");
  EXPECT_EQ(rules.undecided("ORG-24").layer, Layer::central);
}

TEST(NationalAsOf, HasARuleFromItsFirstDayInForceOn) {
  const auto has = [](const Rulebook& rules, std::string_view code) {
    for (const Provision& p : rules.provisions())
      if (p.code == code) return true;
    for (const Requirement& r : rules.requirements())
      if (r.code == code) return true;
    for (const Undecided& u : rules.undecided())
      if (u.code == code) return true;
    return false;
  };
  const Rulebook before = Rulebook::national(Date{2018, 10, 27});
  const Rulebook on = Rulebook::national(Date{2018, 10, 28});
  for (const char* code : {"MTG-01", "ORG-09", "ORG-24"}) {
    EXPECT_FALSE(has(before, code)) << code;
    EXPECT_TRUE(has(on, code)) << code;
  }
}

TEST(NationalAsOf, HasARuleOnItsLastDayAndNotOnTheNext) {
  const Rulebook all = Rulebook::national();
  int ended = 0;
  for (const Requirement& r : all.requirements()) {
    if (!r.in_force_until) continue;
    ++ended;
    EXPECT_EQ(Rulebook::national(*r.in_force_until - 1).requirement(r.code).name, r.name);
    EXPECT_THAT(refusal([&] {
                  static_cast<void>(Rulebook::national(*r.in_force_until).requirement(r.code));
                }),
                HasSubstr("no such requirement"));
  }
  EXPECT_GT(ended, 0);
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/rulebook.hpp"

#include <functional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhibu {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Provision committee_meeting() {
  return {.id = {},
          .code = "MTG-06",
          .name = "支委会一般每月召开1次",
          .name_en = "The branch committee meets once a month, as a rule",
          .scope = EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
          .activity = Activity::committee_meeting,
          .cadence = AtLeast{1, Span::month, {}},
          .force = Force::as_a_rule,
          .in_force_from = Date{2018, 10, 28},
          .in_force_until = {},
          .exemptions = {{Condition::without_committee, "COM-04", {"支部工作条例", "20", true}}},
          .settles = "",
          .source = {"支部工作条例", "12", true},
          .quote = "一般每月召开1次",
          .confidence = Confidence::verified};
}

Provision coded(std::string_view code) {
  Provision p = committee_meeting();
  p.code = code;
  return p;
}

std::string refusal(const std::function<void()>& step) {
  try {
    step();
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

// Adds a provision all of whose texts are gone when this returns.
void add_from_temporaries(Rulebook& rules) {
  const std::string texts[] = {"MTG-06 long enough not to be short", "支委会一般每月召开1次",
                               "The branch committee meets",         "COM-04 long enough too",
                               "中国共产党支部工作条例（试行）",     "twenty, but spelled out",
                               "MTG-11, which it does not settle",   "一般每月召开1次，根据需要"};
  Provision p = committee_meeting();
  p.code = texts[0];
  p.name = texts[1];
  p.name_en = texts[2];
  p.exemptions = {{Condition::without_committee, texts[3], {texts[4], texts[5], false}}};
  p.settles = texts[6];
  p.source = {texts[4], texts[5], true};
  p.quote = texts[7];
  rules.add(p);
}

void expect_texts(const Rulebook& rules) {
  const Provision& p = rules[ProvisionId{0}];
  EXPECT_EQ(p.code, "MTG-06 long enough not to be short");
  EXPECT_EQ(p.name, "支委会一般每月召开1次");
  EXPECT_EQ(p.name_en, "The branch committee meets");
  EXPECT_EQ(p.exemptions.at(0).rule, "COM-04 long enough too");
  EXPECT_EQ(p.exemptions.at(0).source,
            (Citation{"中国共产党支部工作条例（试行）", "twenty, but spelled out", false}));
  EXPECT_EQ(p.settles, "MTG-11, which it does not settle");
  EXPECT_EQ(p.source,
            (Citation{"中国共产党支部工作条例（试行）", "twenty, but spelled out", true}));
  EXPECT_EQ(p.quote, "一般每月召开1次，根据需要");
}

TEST(Rulebook, KeepsTheTextsOfItsRows) {
  Rulebook rules;
  add_from_temporaries(rules);
  expect_texts(rules);
}

TEST(Rulebook, ACopyOutlivesTheOriginal) {
  Rulebook copy;
  Rulebook assigned;
  {
    Rulebook rules;
    add_from_temporaries(rules);
    copy = Rulebook{rules};
    assigned = rules;
  }
  expect_texts(copy);
  expect_texts(assigned);
}

TEST(Rulebook, TextsStayWhereTheyAreWhenItIsMoved) {
  Rulebook rules;
  rules.add(coded("A"));  // short texts are kept inside their strings
  const char* const before = rules[ProvisionId{0}].code.data();
  const Rulebook moved = std::move(rules);
  EXPECT_EQ(moved[ProvisionId{0}].code, "A");
  EXPECT_EQ(moved[ProvisionId{0}].code.data(), before);
}

TEST(Rulebook, AssignedToItselfStaysAsItIs) {
  Rulebook rules;
  add_from_temporaries(rules);
  const Rulebook& same = rules;
  rules = same;
  expect_texts(rules);
  EXPECT_EQ(rules.size(), 1u);
}

TEST(Rulebook, IssuesItsOwnIdsInTheOrderAdded) {
  Rulebook rules;
  Provision other = coded("A");
  other.id = ProvisionId{7};
  EXPECT_EQ(rules.add(other), ProvisionId{0});
  EXPECT_EQ(rules.add(coded("B")), ProvisionId{1});
  std::vector<std::string_view> codes;
  for (const Provision& p : rules.provisions()) codes.push_back(p.code);
  EXPECT_EQ(codes, (std::vector<std::string_view>{"A", "B"}));
  EXPECT_EQ(rules[ProvisionId{1}].id, ProvisionId{1});
}

TEST(Rulebook, AnUnknownCodeIsRefusedWithTheNearest) {
  Rulebook rules;
  rules.add(coded("MTG-06"));
  EXPECT_EQ(rules.provision("MTG-06").name, "支委会一般每月召开1次");
  EXPECT_THAT(refusal([&] { rules.provision("MTG-6"); }),
              HasSubstr("no such provision: 'MTG-6' (did you mean 'MTG-06'?)"));
}

TEST(Rulebook, AHandleOfAnotherRulebookIsRefused) {
  Rulebook rules;
  rules.add(coded("A"));
  EXPECT_THAT(refusal([&] { static_cast<void>(rules[ProvisionId{1}]); }),
              HasSubstr("no such provision: number 1; accepted: fewer than 1"));
}

TEST(Rulebook, ASumHasTheRowsOfTheLeftOneFirst) {
  Rulebook a;
  a.add(coded("Z"));
  Rulebook b;
  b.add(coded("A"));
  const Rulebook sum = a + b;
  ASSERT_EQ(sum.size(), 2u);
  EXPECT_EQ(sum[ProvisionId{0}].code, "Z");
  EXPECT_EQ(sum.provision("A").id, ProvisionId{1});
  EXPECT_EQ(a.size(), 1u);
}

TEST(Rulebook, ACodeInBothIsRefusedAndBothAreNamed) {
  Rulebook national;
  national.add(committee_meeting());
  Rulebook county;
  Provision p = committee_meeting();
  p.name = "本县支委会每月2次";
  county.add(p);
  EXPECT_THAT(refusal([&] { static_cast<void>(national + county); }),
              AllOf(HasSubstr("'MTG-06'"), HasSubstr("'支委会一般每月召开1次'"),
                    HasSubstr("'本县支委会每月2次'"), HasSubstr("accepted: a code of its own")));
}

TEST(Rulebook, RefusesAProvisionThatSaysNothing) {
  const struct {
    const char* found;
    std::function<void(Provision&)> change;
  } cases[] = {
      {"found no code", [](Provision& p) { p.code = ""; }},
      {"found no kinds of unit", [](Provision& p) { p.scope = EveryUnit{}; }},
      {"found no codes of units", [](Provision& p) { p.scope = TheseUnits{}; }},
      {"found no kinds of unit", [](Provision& p) { p.scope = HoldersOf{}; }},
      {"fewer than 1 time",
       [](Provision& p) {
         p.cadence = AtLeast{0, Span::year, {}};
       }},
      {"fewer than 1 time",
       [](Provision& p) {
         p.cadence = OnSchedule{AtLeast{0, Span::year, {}}};
       }},
      {"preferred months",
       [](Provision& p) {
         p.cadence = AtLeast{1, Span::year, {{0, 12}}};
       }},
      {"preferred months",
       [](Provision& p) {
         p.cadence = AtLeast{1, Span::year, {{12, 1}}};
       }},
      {"preferred months",
       [](Provision& p) {
         p.cadence = AtLeast{1, Span::year, {{1, 13}}};
       }},
      {"fewer than 0 days",
       [](Provision& p) {
         p.cadence = OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}},
                            {ShiftPolicy::none, -1}};
       }},
      {"found no festivals", [](Provision& p) { p.cadence = AtFestivals{}; }},
      {"fewer than 0 days",
       [](Provision& p) {
         p.cadence = AtFestivals{{"春节"}, -1, 0};
       }},
      {"fewer than 0 days",
       [](Provision& p) {
         p.cadence = AtFestivals{{"春节"}, 0, -1};
       }},
      {"'春街'",
       [](Provision& p) {
         p.cadence = AtFestivals{{"春街"}, 0, 0};
       }},
      {"no amounts of money",
       [](Provision& p) {
         p.cadence = Funding{0, 0, Span::year};
       }},
      {"no amounts of money",
       [](Provision& p) {
         p.cadence = Funding{2, 1, Span::year};
       }},
      {"no amounts of money",
       [](Provision& p) {
         p.cadence = Funding{-1, 1, Span::year};
       }},
      {"fewer than 1 year",
       [](Provision& p) {
         p.cadence = AtTermEnd{0, 6};
       }},
      {"fewer than 0 months",
       [](Provision& p) {
         p.cadence = AtTermEnd{3, -1};
       }},
      {"until 2018-10-28", [](Provision& p) { p.in_force_until = p.in_force_from; }},
      {"quote of a clause that was not read",
       [](Provision& p) { p.confidence = Confidence::secondhand; }},
      {"quote of a clause that was not read",
       [](Provision& p) { p.confidence = Confidence::remembered; }},
  };
  for (const auto& c : cases) {
    Rulebook rules;
    Provision p = committee_meeting();
    c.change(p);
    EXPECT_THAT(refusal([&] { rules.add(p); }), HasSubstr(c.found));
    EXPECT_EQ(rules.size(), 0u);
  }
}

TEST(Rulebook, AcceptsWhatIsJustWithinTheBounds) {
  const std::function<void(Provision&)> changes[] = {
      [](Provision& p) { p.in_force_until = p.in_force_from + 1; },
      [](Provision& p) {
        p.cadence = AtLeast{1, Span::year, {{1, 12}}};
      },
      [](Provision& p) {
        p.cadence = AtLeast{1, Span::year, {{12, 12}}};
      },
      [](Provision& p) {
        p.cadence = Funding{1, 1, Span::year};
      },
      [](Provision& p) {
        p.cadence = AtTermEnd{1, 0};
      },
      [](Provision& p) { p.confidence = Confidence::local; },
      [](Provision& p) {
        p.quote = "";
        p.confidence = Confidence::remembered;
      },
  };
  for (const auto& change : changes) {
    Rulebook rules;
    Provision p = committee_meeting();
    change(p);
    EXPECT_EQ(refusal([&] { rules.add(p); }), "(not refused)");
  }
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/code_set.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhibu {
namespace {

using testing::Contains;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

template <class Act>
std::string refusal(Act act) {
  try {
    act();
    return "none";
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
}

constexpr UnitCategory temporary_branch{.kind = UnitKind::branch, .temporary = true};

// Defect 23.
TEST(CodeSet, CodeSixFourOneMeansAPartyGroupInOneSetAndASecondLevelCommitteeInAnother) {
  EXPECT_EQ(code_row("group-641:641").label, "党小组");
  EXPECT_EQ(code_row("group-641:641").meaning, CodeMeaning{UnitCategory{UnitKind::group}});
  EXPECT_EQ(code_row("group-711:641").label, "二级党委");
  EXPECT_EQ(code_row("group-711:641").meaning, CodeMeaning{UnitCategory{UnitKind::committee}});
  EXPECT_EQ(code_row("group-711:711").meaning, code_row("group-641:641").meaning);
  EXPECT_THAT(refusal([] { code_row("national:641"); }),
              HasSubstr("no such code of the set 'national': '641'"));
}

TEST(CodeSet, ABareCodeIsRefusedWithTheSetsThatHaveIt) {
  EXPECT_EQ(refusal([] { code_row("641"); }),
            "a code without its set: '641'; accepted: group-641:641, group-711:641");
  EXPECT_EQ(refusal([] { code_row("777"); }),
            "a code without its set: '777'; accepted: set and code, as national:631");
}

TEST(CodeSet, TheNationalCodesSayKindAndWhetherTemporaryAndJoint) {
  struct {
    std::string_view code;
    UnitCategory category;
  } const table[] = {
      {"611", {UnitKind::committee, false, false}},
      {"612", {UnitKind::leading_group, false, false}},
      {"621", {UnitKind::general_branch, false, false}},
      {"631", {UnitKind::branch, false, false}},
      {"632", {UnitKind::branch, false, true}},
      {"911", {UnitKind::committee, true, false}},
      {"921", {UnitKind::general_branch, true, false}},
      {"931", {UnitKind::branch, true, false}},
      {"932", {UnitKind::branch, true, true}},
  };
  const CodeSet national = code_set("national");
  for (const auto& [code, category] : table) {
    EXPECT_EQ(national.meaning(code), CodeMeaning{category}) << code;
    EXPECT_EQ(national.code(category), code);
  }
  EXPECT_EQ(national.rows().size(), std::size(table));
}

TEST(CodeSet, AUnitHasTheCodeOfWhatItIs) {
  const CodeSet national = code_set("national");
  Unit unit{.id = {}, .code = "B01", .name = "甲", .standing = since(Date{2017, 1, 1})};
  EXPECT_EQ(national.code(unit), "631");
  unit.joint = true;
  EXPECT_EQ(national.code(unit), "632");
  unit.temporary = true;
  EXPECT_EQ(national.code(unit), "932");
  unit.kind = UnitKind::working_committee;
  EXPECT_THAT(refusal([&] { national.code(unit); }),
              StartsWith("no code in the set 'national' for '临时联合党工委'; accepted: 党委, "));
}

TEST(CodeSet, OfSeveralCodesWithOneMeaningTheFirstIsWritten) {
  const CodeSet set = code_set("group-711");
  EXPECT_EQ(set.meaning("630"), set.meaning("631"));
  EXPECT_EQ(set.code(set.meaning("630")), "631");
  EXPECT_EQ(set.code(set.meaning("641")), "611");
}

TEST(CodeSet, ARowIsNamedByCodeByLabelByBothAndWithTheSet) {
  const CodeSet national = code_set("national");
  for (const std::string_view text :
       {"931", "临时党支部", "931 临时党支部", "931临时党支部", "national:931"})
    EXPECT_EQ(national.meaning(text), CodeMeaning{temporary_branch}) << text;
  EXPECT_EQ(national.qualified("931"), "national:931");
}

TEST(CodeSet, ACodeAndALabelThatDoNotGoTogetherAreRefused) {
  EXPECT_EQ(code_set("group-641").row("641 党小组").code, "641");
  EXPECT_EQ(refusal([] { code_set("group-711").row("641 党小组"); }),
            "code and label do not go together: '641 党小组'; in the set 'group-711' it is 641 "
            "二级党委");
  EXPECT_THAT(refusal([] { code_set("national").row("group-711:611"); }),
              StartsWith("a code of another set: 'group-711:611'"));
}

TEST(CodeSet, WhatASetHasNotGotIsRefusedWithTheNearest) {
  EXPECT_THAT(refusal([] { code_set("nationl"); }),
              StartsWith("no such code set: 'nationl' (did you mean 'national'?); accepted: "));
  EXPECT_THAT(refusal([] { code_set("national").row("党支步"); }),
              StartsWith("no such label of the set 'national': '党支步' (did you mean '党支部'?)"));
}

TEST(CodeSet, DutiesAndJobsSayPostAndRetirement) {
  EXPECT_EQ(code_row("duties:001A").meaning, CodeMeaning{PostKind::secretary});
  EXPECT_EQ(code_set("duties").code(PostKind::discipline_member), "034U");
  EXPECT_EQ(code_row("jobs:501").meaning, CodeMeaning{Retirement::retired_with_honours});
  EXPECT_EQ(code_row("jobs:502").meaning, CodeMeaning{Retirement::retired});
  EXPECT_EQ(code_row("jobs:503").meaning, CodeMeaning{}) << "known by its label alone";
  EXPECT_EQ(code_row("membership-status:12").meaning,
            CodeMeaning{CircumstanceKind::membership_suspended});
  EXPECT_EQ(code_row("membership-status:1 正常").code, "1");
  EXPECT_EQ(code_row("membership-status:10").label, "保留党籍");
  EXPECT_EQ(code_row("member-category:预备党员").meaning, CodeMeaning{PartyStanding::probationary});
}

TEST(CodeSet, EveryCodeOfEverySetIsFoundAgainByItsQualifiedForm) {
  std::size_t rows = 0;
  for (const std::string& name : code_set_names()) {
    const CodeSet set = code_set(name);
    for (const CodeRow& row : set.rows()) {
      EXPECT_EQ(code_row(set.qualified(row.code)), row);
      EXPECT_EQ(set.row(row.label), row);
      const auto first = set.find(row.meaning);
      EXPECT_EQ(first ? first->meaning : CodeMeaning{}, row.meaning);
      ++rows;
    }
  }
  EXPECT_THAT(code_set_names(), Contains("group-711"));
  EXPECT_GT(rows, code_set_names().size());
}

TEST(OwnCodeSet, IsReadFromText) {
  const CodeSet mine = CodeSet::parse(
      "code,label,meaning\nA,街道党工委,unit working_committee\nB,流动支部,\n", "street");
  EXPECT_EQ(mine.name(), "street");
  EXPECT_EQ(mine.meaning("street:A"), CodeMeaning{UnitCategory{UnitKind::working_committee}});
  EXPECT_EQ(mine.row("流动支部").code, "B");
  EXPECT_EQ(mine.find(CodeMeaning{}), std::nullopt) << "nothing known is no meaning";
}

TEST(OwnCodeSet, TellsAllItsFaultsTogether) {
  EXPECT_EQ(refusal([] {
              CodeSet::parse(
                  "code,label,meaning\nA,甲,unit brnch\nA,乙,\nC,甲,\n,丁,\nE:1,戊,\nF,己,rank 3\n",
                  "street");
            }),
            "street:2: meaning: no such kind of unit: 'brnch' (did you mean 'branch'?); accepted: "
            "committee, working_committee, leading_group, general_branch, branch, group\n"
            "street:3: a second row with the code 'A'; accepted: a code that no other has\n"
            "street:4: a second row with the label '甲'; accepted: a label that no other has\n"
            "street:5: code: empty, but every row needs one\n"
            "street:6: not a code: 'E:1'; accepted: a text without colon and space, as 631\n"
            "street:7: meaning: no such sort of meaning: 'rank'; accepted: unit, post, retirement, "
            "standing, circumstance");
  EXPECT_THAT(refusal([] { CodeSet::load("no/such.csv", "mine"); }),
              EndsWith("no/such.csv: no such file"));
  EXPECT_THAT(refusal([] { CodeSet::parse("code,label\n", "my set"); }),
              StartsWith("not a name of a code set: 'my set'"));
}

}  // namespace
}  // namespace zhibu

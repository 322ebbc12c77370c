// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/article.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace zhibu {
namespace {

const std::vector<Figure> figures{
    {.code = "A", .name = "党支部", .name_en = "branches", .counted = Counted::units, .filter = {}},
    {.code = "B", .name = "荣誉", .name_en = "honours", .counted = Counted::honours, .filter = {}}};

constexpr std::string_view report = R"(
title = "报告"
title_en = "Report"
[[section]]
title = "一、组织"
title_en = "1. Organization"
[[section.sentence]]
zh = "有党支部{A}个。"
en = "There are {A} branches."
zh_none = "没有党支部。"
en_none = "There are no branches."
[[section.sentence]]
zh = "获得荣誉{B}项。"
en = "They have {B} honours."
zh_none = "没有荣誉。"
en_none = "They have no honours."
)";

CountedFigure of(std::string_view code, std::int64_t number, std::vector<std::string> rows) {
  return {.code = std::string{code},
          .name = "数",
          .name_en = "number",
          .counted = Counted::units,
          .number = number,
          .rows = std::move(rows)};
}

std::string written(const std::vector<CountedFigure>& counted, Language language = Language::zh) {
  return to_markdown(parse_article(report, "article.toml", figures), counted, language);
}

TEST(Article, SaysEachFigureWithAFootnote) {
  EXPECT_EQ(written({of("A", 2, {"B1", "B2"}), of("B", 1, {"B1"})}),
            "# 报告\n\n## 一、组织\n\n有党支部2[^A]个。获得荣誉1[^B]项。\n\n"
            "[^A]: 数：计2行（党组织）：B1、B2\n[^B]: 数：计1行（党组织）：B1\n");
  EXPECT_THAT(written({of("A", 2, {"B1", "B2"}), of("B", 1, {"B1"})}, Language::en),
              testing::HasSubstr("There are 2[^A] branches. They have 1[^B] honours.\n"));
}

TEST(Article, WhereTheRowsAreGoneTheSentenceSaysSo) {
  const std::string said = written({of("A", 2, {"B1", "B2"}), of("B", 0, {})});
  EXPECT_THAT(said, testing::HasSubstr("有党支部2[^A]个。没有荣誉。"));
  EXPECT_THAT(said, testing::Not(testing::HasSubstr("[^B]")));
}

TEST(Article, AFigureThatWasNotCountedIsRefused) {
  EXPECT_THROW(written({of("A", 2, {"B1", "B2"})}), std::invalid_argument);
}

std::string refusal(std::string text, std::string_view what, std::string_view with) {
  text.replace(text.find(what), what.size(), with);
  try {
    parse_article(text, "article.toml", figures);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "read";
}

TEST(ArticleFile, AFigureThatThereIsNotIsNamedWithItsLine) {
  EXPECT_THAT(refusal(std::string{report}, "{A}个", "{C}个"),
              testing::AllOf(testing::StartsWith("article.toml:8:"),
                             testing::HasSubstr("no such figure: 'C'")));
}

TEST(ArticleFile, BothLanguagesNameTheSameFigures) {
  EXPECT_THAT(refusal(std::string{report}, "There are {A} branches", "There are branches"),
              testing::HasSubstr("other figures than in zh"));
}

TEST(ArticleFile, AnOpenBraceIsNamed) {
  EXPECT_THAT(refusal(std::string{report}, "{A}个", "{A个"),
              testing::HasSubstr("a '{' without a '}'"));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "zhibu/regulation/citation.hpp"

#include <string>

#include <gtest/gtest.h>

namespace zhibu {
namespace {

TEST(Citation, NamesTheDocumentAndTheArticleAndOwnsUpToWhatWasNotRead) {
  const struct {
    Citation citation;
    std::string text;
  } cases[] = {
      {{"中国共产党支部工作条例（试行）", "11", true}, "《中国共产党支部工作条例（试行）》第11条"},
      {{"中国共产党支部工作条例（试行）", "18", false},
       "《中国共产党支部工作条例（试行）》第18条（条号待核）"},
      {{"永顺县报道", "", true}, "《永顺县报道》"},
      {{"民主生活会若干规定", "", false}, "《民主生活会若干规定》（条号待核）"},
  };
  for (const auto& c : cases) EXPECT_EQ(to_string(c.citation), c.text);
}

TEST(Force, IsLabelledInTheWordsOfTheRegulations) {
  EXPECT_EQ(label(Force::shall), "应当");
  EXPECT_EQ(label(Force::as_a_rule), "一般");
  EXPECT_EQ(label(Force::may), "可以");
}

}  // namespace
}  // namespace zhibu

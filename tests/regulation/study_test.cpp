// SPDX-License-Identifier: BSL-1.0
//
// The rows held against the study of the regulations that they were taken from, where it lies
// beside the repository.

#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

// The rule of a row: "TERM-03" of "TERM-03-branch-2018".
std::string rule_of(std::string_view code) {
  return std::string{code.substr(0, code.find('-', code.find('-') + 1))};
}

bool is_of_an_older_text(std::string_view code) {
  return code.size() > 5 && code[code.size() - 5] == '-' && (std::isdigit(code.back()) != 0);
}

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

  std::string of(std::string_view code, const std::string& key) const {
    return field("id", rule_of(code), key);
  }

  // What a row quotes is the clause word for word; nothing, where that was not read.
  template <class Row>
  void expect_quote(const Row& row) const {
    const std::string conf = of(row.code, "confidence");
    const bool was_read = conf == "V" || conf == "L";
    EXPECT_EQ(row.confidence == Confidence::verified || row.confidence == Confidence::local,
              was_read);
    if (!row.quote.empty()) {
      EXPECT_EQ(row.quote, of(row.code, "quote_zh"));
    }
  }

  // Of the first row of a rule and the text that is in force.
  template <class Row>
  void expect_source(const Row& row) const {
    const std::string article = of(row.code, "article");
    const std::string number = article.substr(0, article.find_first_of(" ,"));
    EXPECT_EQ(row.source.article, std::isdigit(article[0]) != 0 ? number : "");
    EXPECT_EQ(row.source.article_verified, of(row.code, "article_confidence") == "v");
    const std::string from = of(row.code, "effective_from");
    if (from.size() == 10) {
      EXPECT_EQ(to_string(row.in_force_from), from);
    }
  }

  // Whether a row is as strong as the study has it.
  template <class Row>
  bool is_as_strong(const Row& row) const {
    static const std::map<std::string, Force> forces{{"must", Force::shall},
                                                     {"norm", Force::as_a_rule},
                                                     {"may", Force::may},
                                                     {"practice", Force::practice}};
    return row.force == forces.at(of(row.code, "modality"));
  }

  std::string text_;
};

// Within three months, and never after six (DEV-13): the first is the rule, the second the limit.
TEST_F(Study, EveryProvisionIsItsRowWordForWord) {
  const Rulebook rules = Rulebook::national();
  for (const Provision& p : rules.provisions()) {
    SCOPED_TRACE(p.code);
    expect_quote(p);
    if (rule_of(p.code) != p.code) continue;
    EXPECT_EQ(is_as_strong(p), p.code != "DEV-13");
    if (p.code == "TERM-06") continue;  // it binds the terms before its own day
    expect_source(p);
    EXPECT_EQ(p.source.document, field("key", of(p.code, "doc"), "zh"));
  }
}

// The rules on groups bind central organs alone, and are a practice of others (ORG-18); of the rule
// on joint branches the number is the part that is said as a norm (ORG-03).
TEST_F(Study, EveryRequirementIsItsRowWordForWord) {
  const Rulebook rules = Rulebook::national();
  for (const Requirement& r : rules.requirements()) {
    if (r.code == "MODEL-06") continue;
    SCOPED_TRACE(r.code);
    if (r.code != "ORG-19") expect_quote(r);  // that its leader is a full member is second-hand
    if (rule_of(r.code) != r.code) continue;
    EXPECT_EQ(is_as_strong(r), r.code != "ORG-18" && r.code != "ORG-03");
    if (r.code == "TERM-06") continue;
    expect_source(r);
    EXPECT_EQ(r.source.document, field("key", of(r.code, "doc"), "zh"));
  }
}

TEST_F(Study, EveryUndecidedRuleIsItsRowWordForWord) {
  const Rulebook rules = Rulebook::national();
  for (const Undecided& u : rules.undecided()) {
    SCOPED_TRACE(u.code);
    EXPECT_TRUE(is_as_strong(u));
    if (is_of_an_older_text(u.code)) continue;
    expect_quote(u);
    if (rule_of(u.code) == u.code && of(u.code, "doc") != "LOCAL") expect_source(u);
  }
}

// What held in 2014 as it does in 2026 has the article of 2014, which is remembered.
TEST_F(Study, WhatWasTheSameIn2014StandsTwice) {
  const Rulebook rules = Rulebook::national();
  int twice = 0;
  const auto expect_2014 = [&](const auto& row) {
    const std::string code{row.code};
    if (!code.starts_with("DEV-") || !code.ends_with("-2014")) return;
    SCOPED_TRACE(code);
    ++twice;
    EXPECT_EQ(row.source.article, of(code, "article_2014"));
    EXPECT_FALSE(row.source.article_verified);
    EXPECT_EQ(row.confidence, Confidence::remembered);
  };
  for (const Provision& p : rules.provisions()) expect_2014(p);
  for (const Requirement& r : rules.requirements()) expect_2014(r);
  for (const Undecided& u : rules.undecided()) expect_2014(u);
  int same = 0;
  for (std::size_t at = 0; (at = text_.find(R"("same_in_2014": true)", at)) != std::string::npos;)
    ++at, ++same;
  EXPECT_EQ(twice, same) << "one fewer for DEV-17, which has no other text; one more for "
                            "DEV-13-latest";
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
  const Rulebook rules = Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  for (const Provision& p : rules.provisions())
    if (p.code.substr(0, 3) == "SR-") {
      EXPECT_EQ(p.quote, field("id", p.code, "quote_zh")) << p.code;
      EXPECT_EQ(field("id", p.code, "doc"), "SEED") << p.code;
      EXPECT_EQ(field("id", p.code, "modality"), "practice") << p.code;
    }
}

}  // namespace
}  // namespace zhibu

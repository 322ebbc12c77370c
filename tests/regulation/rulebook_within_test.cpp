// SPDX-License-Identifier: BSL-1.0

#include <string>
#include <variant>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "zhibu/regulation/rulebook.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;

Provision provision(std::string_view code, Scope scope) {
  Provision row;
  row.code = row.name = code;
  row.scope = std::move(scope);
  row.activity = Activity::study_day;
  row.cadence = AtLeast{1, Span::year, {}};
  row.in_force_from = Date{2000, 1, 1};
  row.source = {"本地做法", "1", true};
  return row;
}

std::vector<std::string> codes(const Rulebook& rules) {
  std::vector<std::string> found;
  for (const Provision& row : rules.provisions()) found.emplace_back(row.code);
  return found;
}

TEST(RulesWithinARoster, AreThoseOfItsUnitsAndThoseThatNameNone) {
  Rulebook rules;
  rules.add(provision("ALL", EveryUnit{{UnitKind::branch}}));
  rules.add(provision("MINE", TheseUnits{{"B2", "B1"}}));
  rules.add(provision("THEIRS", TheseUnits{{"B2"}}));
  rules.add(provision("MY-POSTS", HoldersOf{TheseUnits{{"B1"}}, {}}));
  rules.add(provision("THEIR-POSTS", HoldersOf{TheseUnits{{"B3", "B2"}}, {}}));
  rules.add(provision("POSTS", HoldersOf{EveryUnit{{UnitKind::branch}}, {}}));
  Roster roster;
  Unit unit{};
  unit.code = unit.name = "B1";
  unit.standing = since(Date{2012, 3, 1});
  roster.add(unit);
  const Rulebook kept = within(rules, roster);
  EXPECT_THAT(codes(kept), ElementsAre("ALL", "MINE", "MY-POSTS", "POSTS"));
  EXPECT_THAT(std::get<TheseUnits>(kept.provision("MINE").scope).codes, ElementsAre("B1"));
}

TEST(RulesWithinARoster, KeepAllRequirementsAndWhatCannotBeDecided) {
  const Rulebook national = Rulebook::national();
  const Rulebook kept = within(national, Roster{});
  EXPECT_EQ(kept.size(), national.size());
  EXPECT_EQ(kept.requirements().size(), national.requirements().size());
  EXPECT_EQ(kept.undecided().size(), national.undecided().size());
}

TEST(RulesWithinARoster, KeepTheDocumentsThatNoRowCites) {
  Rulebook rules;
  Document opinion{};
  opinion.title = "某县实施意见";
  rules.add(opinion);
  const Rulebook kept = within(rules, Roster{});
  ASSERT_EQ(kept.documents().size(), 1U);
  EXPECT_EQ(kept.documents()[0].title, "某县实施意见");
}

}  // namespace
}  // namespace zhibu

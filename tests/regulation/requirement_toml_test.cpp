// SPDX-License-Identifier: BSL-1.0

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
using testing::StartsWith;

// One row; `scope` stands on line 8, `demand` on line 9.
const std::string one_row = R"([[document]]
key = "BRANCH-2018"
title = "中国共产党支部工作条例（试行）"

[[requirement]]
code = "ORG-02"
name = "党支部党员一般不超过50人"
scope.every_unit = { kinds = ["branch"] }
demand.bounds = { measure = "members", most = 50 }
force = "as_a_rule"
in_force_from = 2018-10-28
source = { document = "BRANCH-2018", article = "4" }
quote = "党支部党员人数一般不超过50人"
confidence = "verified"
)";

std::string changed(std::string_view from, std::string_view to) {
  std::string text = one_row;
  const std::size_t at = text.find(from);
  if (at == std::string::npos) throw std::logic_error{"not in the row: " + std::string{from}};
  return text.replace(at, from.size(), to);
}

std::string with_demand(std::string_view demand) {
  return changed("demand.bounds = { measure = \"members\", most = 50 }", demand);
}

Requirement read(const std::string& toml) {
  static Rulebook rules;
  rules = Rulebook::parse(toml, "rules.toml");
  return *rules.requirements().begin();
}

std::string refusal(std::string_view toml) {
  try {
    Rulebook::parse(toml, "rules.toml");
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
  return "(not refused)";
}

TEST(RequirementToml, ARowIsReadAsItStands) {
  const Requirement r = read(one_row);
  EXPECT_EQ(r.code, "ORG-02");
  EXPECT_EQ(r.name, "党支部党员一般不超过50人");
  EXPECT_EQ(r.scope, Subjects{(EveryUnit{.kinds = {UnitKind::branch}})});
  EXPECT_EQ(r.demand, Demand{(Bounds{.within = {Measure::members, {}, 50}})});
  EXPECT_EQ(r.force, Force::as_a_rule);
  EXPECT_EQ(r.in_force_from, (Date{2018, 10, 28}));
  EXPECT_EQ(r.in_force_until, std::nullopt);
  EXPECT_EQ(r.source, (Citation{"中国共产党支部工作条例（试行）", "4", true}));
  EXPECT_EQ(r.quote, "党支部党员人数一般不超过50人");
  EXPECT_EQ(r.confidence, Confidence::verified);
}

TEST(RequirementToml, EveryDemandOnUnitsIsRead) {
  const struct {
    const char* toml;
    Demand demand;
  } cases[] = {
      {"demand.bounds = { measure = 'committee_size', least = 3, most = 5, utmost = 7, when = { "
       "measure = 'full_members', least = 7 } }",
       Bounds{{Measure::committee_size, 3, 5}, 7, Within{Measure::full_members, 7, {}}}},
      {"demand.own_committee = { wanted = false, when = { measure = 'full_members', most = 6 } }",
       OwnCommittee{false, {Measure::full_members, {}, 6}}},
      {"demand.placements = [ { kind = 'group', under = ['branch'], top = false } ]",
       Placements{{{UnitKind::group, {UnitKind::branch}, false}}}},
      {"demand.lapses_with_workplace = {}", LapsesWithWorkplace{}},
      {"demand.noted = {}", Noted{}},
      {"demand.posts_kept = [ { kind = 'secretary', least = 1, most = 1 }, { kind = '副书记' } ]",
       PostsKept{{{PostKind::secretary, 1, 1}, {PostKind::deputy_secretary, 0, {}}}}},
      {"demand.seats_taken = {}", SeatsTaken{}},
      {"demand.holder_standing = { posts = ['secretary'], years = 1 }",
       HolderStanding{{PostKind::secretary}, 1}},
      {"demand.holder_electable = {}", HolderElectable{}},
      {"demand.holders_appointed = {}", HoldersAppointed{}},
      {"demand.no_election = {}", NoElection{}},
      {"demand.result_approved = { posts = ['member'], least = 'filed' }",
       ResultApproved{{PostKind::member}, Approval::filed}},
      {"demand.term_length = { least_years = 2, most_years = 3 }", TermLength{2, 3}},
      {"demand.term_reminder = { months = 6 }", TermReminder{6}},
      {"demand.elected_when_due = {}", ElectedWhenDue{}},
      {"demand.term_shift = { years = 1 }", TermShift{1}},
      {"demand.candidate_surplus = { part = 1, whole = 5 }", CandidateSurplus{{1, 5, true}}},
      {"demand.election_quorum = { part = 4, whole = 5, inclusive = false }",
       ElectionQuorum{{4, 5, false}}},
      {"demand.election_majority = { part = 1, whole = 2, base = 'present', posts = ['member'] }",
       ElectionMajority{{1, 2, true}, Base::present, {PostKind::member}}},
  };
  for (const auto& c : cases) EXPECT_EQ(read(with_demand(c.toml)).demand, c.demand) << c.toml;
}

TEST(RequirementToml, DemandsOnPersonsAreRead) {
  std::string text = with_demand("demand.joined_revolution_by = { day = 1949-09-30 }");
  const std::string units = "scope.every_unit = { kinds = [\"branch\"] }";
  text.replace(text.find(units), units.size(), "scope.every_person = { member = true }");
  EXPECT_EQ(read(text).demand, Demand{(JoinedRevolutionBy{Date{1949, 9, 30}})});
  EXPECT_EQ(read(text).scope, Subjects{(EveryPerson{true, {}})});
  text.replace(text.find("joined_revolution_by = { day = 1949-09-30 }"), 43, "home_branch = {}");
  EXPECT_EQ(read(text).demand, Demand{HomeBranch{}});
}

TEST(RequirementToml, AScopeNamesFieldsAndFlags) {
  const Requirement r =
      read(changed("{ kinds = [\"branch\"] }",
                   "{ kinds = ['党支部'], fields = ['village'], temporary = false, joint = true, "
                   "retired_cadres = false, has_committee = true }"));
  EXPECT_EQ(r.scope, (Subjects{EveryUnit{.kinds = {UnitKind::branch},
                                         .fields = {BranchField::village},
                                         .temporary = false,
                                         .joint = true,
                                         .retired_cadres = false,
                                         .has_committee = true}}));
}

TEST(RequirementToml, WhatIsWrongIsSaidWithItsPlaceAndWhatIsAccepted) {
  const struct {
    std::string toml;
    const char* place;
    const char* what;
  } cases[] = {
      {changed("most = 50", "mots = 50"), "rules.toml:9:", "mots"},
      {changed("\"members\"", "\"membres\""), "rules.toml:9:", "did you mean 'members'?"},
      {changed("most = 50", "most = -1"), "rules.toml:9:", "from 0"},
      {changed("most = 50", "most = \"50\""), "rules.toml:9:", "found a text"},
      {with_demand("demand.bunds = { most = 3 }"), "rules.toml:9:", "bunds"},
      {with_demand("demand = {}"), "rules.toml:9:", "exactly one of bounds, own_committee"},
      {with_demand("demand.term_length = { least_years = 3, most_years = 101 }"),
       "rules.toml:9:", "from 1 to 100"},
      {with_demand("demand.election_majority = { part = 1, whole = 2, base = 'voters' }"),
       "rules.toml:9:", "base of a majority"},
      {with_demand("demand.noted = { why = 'x' }"), "rules.toml:9:", "why"},
      {with_demand("demand.home_branch = {}"), "rules.toml:5:", "a demand on persons"},
      {changed("[\"branch\"]", "[\"brunch\"]"), "rules.toml:8:", "did you mean 'branch'?"},
      {changed("[\"branch\"]", "[]"), "rules.toml:5:", "no kinds of unit"},
      {changed("document = \"BRANCH-2018\"", "document = \"BRANCH-2019\""),
       "rules.toml:12:", "did you mean 'BRANCH-2018'?"},
      {changed("\"verified\"", "\"secondhand\""), "rules.toml:5:", "not read"},
      {changed("code = \"ORG-02\"\n", ""), "rules.toml:5:", "code"},
      {changed("force = \"as_a_rule\"", "force = \"must\""), "rules.toml:10:", "shall"},
      {changed("[[requirement]]", "[[requirements]]"), "rules.toml:5:", "requirement"},
  };
  for (const auto& c : cases)
    EXPECT_THAT(refusal(c.toml), AllOf(StartsWith(c.place), HasSubstr(c.what))) << c.toml;
}

TEST(RequirementToml, AllRowsAtFaultAreNamedTogether) {
  const std::string row = one_row.substr(one_row.find("[[requirement]]"));
  std::string both = changed("most = 50", "most = -1") + "\n" + row;
  both.replace(both.rfind("2018-10-28"), 10, "\"2018\"");
  EXPECT_THAT(refusal(both), AllOf(HasSubstr("rules.toml:9:"), HasSubstr("\nrules.toml:")));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// All 147 rules of the study, each as a row; and each row that is a requirement on either side of
// its boundary, where no test of checks has it. Rows that recur stand in rule_windows_test.cpp and
// rule_deadlines_test.cpp.
//
// The numbers that the study says a test can assert (its section 8), and where each is asserted:
//
//   members meetings 208, committee meetings 624,     schedule/county_numbers_test.cpp
//   themed days 624, life meetings and appraisals
//   52 each, situation reports 4, study days 12,
//   contact visits 28, funds 520,000 to 1,040,000
//   re-elections of the 16 temporary branches: 0      schedule/county_numbers_test.cpp
//   branches per cluster: 8 of 4 and 4 of 5           here
//   candidates for 3, 5, 7 seats: 4, 6, 9             regulation/election_test.cpp
//   quorum of an election, 10, 28, 29 due             regulation/election_test.cpp
//   votes to pass, quorum of a members meeting        regulation/election_test.cpp
//   "excellent" of 28 members: 9                      regulation/election_test.cpp
//   branch elected on 2023-05-20                      regulation/term_end_test.cpp
//   village branch elected on 2021-01-31              regulation/term_end_test.cpp
//   admitted on 2026-03-15: decision of the committee regulation/rule_deadlines_test.cpp
//   the same: earliest confirmation                   here
//   activist on 2024-08-31: earliest listing          here
//   the same: half-yearly examination                 regulation/rule_deadlines_test.cpp
//   dues on 5000.00 and 5000.01 yuan                  regulation/dues_test.cpp

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "village.hpp"
#include "zhibu/regulation/term_end.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// The rules of the study: so many of each family, but for numbers that it does not have.
std::vector<std::string> rules_of_the_study() {
  const struct {
    const char* family;
    int last;
    std::set<int> none = {};
  } families[] = {
      {"ORG", 24}, {"COM", 10}, {"TERM", 9}, {"ELE", 10}, {"MTG", 12}, {"LIFE", 13},
      {"DLM", 6},  {"EDU", 13}, {"DEV", 19}, {"RET", 8},  {"SR", 10},  {"DUES", 15, {9, 14}},
  };
  std::vector<std::string> codes;
  for (const auto& [family, last, none] : families)
    for (int n = 1; n <= last; ++n)
      if (!none.contains(n))
        codes.push_back(std::string{family} + (n < 10 ? "-0" : "-") + std::to_string(n));
  return codes;
}

const Rulebook& with_the_county() {
  static const Rulebook rules =
      national() + Rulebook::load(ZHIBU_REPO "/examples/yongshun/rules.toml");
  return rules;
}

// The codes of all rows that are decided, and of all that are not.
std::pair<std::set<std::string>, std::set<std::string>> codes() {
  std::set<std::string> decided;
  std::set<std::string> undecided;
  for (const Provision& p : with_the_county().provisions()) decided.emplace(p.code);
  for (const Requirement& r : with_the_county().requirements()) decided.emplace(r.code);
  for (const Undecided& u : with_the_county().undecided()) undecided.emplace(u.code);
  return {decided, undecided};
}

TEST(Rules, OfTheStudyAreAllRowsThatAreDecidedOrUndecided) {
  const std::vector<std::string> rules = rules_of_the_study();
  EXPECT_EQ(rules.size(), 147u);
  const auto& [decided, undecided] = codes();
  for (const std::string& code : rules)
    EXPECT_EQ(decided.count(code) + undecided.count(code), 1u) << code;
}

// A row is a rule of the study, a part of one or its older text; or the note of MODEL-06, a setting
// of the county, or what its report says of venues (SEED-09).
TEST(Rules, ThatAreRowsAreThoseOfTheStudy) {
  const std::vector<std::string> rules = rules_of_the_study();
  const auto& [decided, undecided] = codes();
  for (const std::set<std::string>& all : {decided, undecided})
    for (const std::string& code : all) {
      if (code == "MODEL-06" || code == "YS-01" || code == "SEED-09") continue;
      const std::string rule = code.substr(0, code.find('-', code.find('-') + 1));
      EXPECT_EQ(std::ranges::count(rules, rule), 1) << code;
    }
}

TEST(Rules, AreDecidedIn77CasesAndOtherwiseGiveAReason) {
  const auto& [decided, undecided] = codes();
  int by_data = 0;
  int by_reason = 0;
  for (const std::string& code : rules_of_the_study()) {
    if (decided.contains(code)) ++by_data;
    if (undecided.contains(code)) ++by_reason;
  }
  EXPECT_EQ(by_data, 77);
  EXPECT_EQ(by_reason, 70);
}

TEST(Clusters, OfTheExampleAreEightOfFourBranchesAndFourOfFive) {
  const Roster county = Roster::load(ZHIBU_REPO "/examples/yongshun");
  std::vector<std::size_t> sizes;
  for (const Cluster& cluster : county.clusters())
    sizes.push_back(county.units(cluster.id, Date{2017, 1, 1}).size());
  EXPECT_THAT(sizes, ElementsAre(4, 4, 4, 4, 4, 4, 4, 4, 5, 5, 5, 5));
}

// Requirements
// ---------------------------------------------------------------------------------------

TEST(Groups, AreFormedByTwentyMembersAndNotByNineteen) {
  Village village;
  const UnitId branch = village.branch();
  village.members(19, branch);
  EXPECT_EQ(count(village, "ORG-18", Date{2021, 1, 1}), 0u);
  village.members(1, branch);
  EXPECT_EQ(count(village, "ORG-18", Date{2020, 12, 31}), 0u);
  EXPECT_EQ(count(village, "ORG-18", Date{2021, 1, 1}), 1u);
  Unit group = Village::named("G", UnitKind::group);
  group.parent = branch;
  village.roster.add(group);
  EXPECT_EQ(count(village, "ORG-18", Date{2021, 1, 1}), 0u);
}

TEST(Groups, HaveThreeMembersOfWhomOneIsFull) {
  const Date today{2021, 6, 1};
  Village village;
  Unit like = Village::named("G", UnitKind::group);
  like.parent = village.branch();
  const UnitId group = village.roster.add(like);
  Person probationary = Village::person();
  probationary.admitted_on = Date{2021, 1, 1};
  probationary.full_member_on = std::nullopt;
  EXPECT_EQ(count(village, "ORG-18-members", today), 0u) << "nobody is in it as yet";
  village.member(group, probationary);
  village.member(group, probationary);
  EXPECT_EQ(count(village, "ORG-18-members", today), 1u);
  EXPECT_EQ(count(village, "ORG-18-full", today), 1u);
  village.member(group);
  EXPECT_EQ(count(village, "ORG-18-members", today), 0u);
  EXPECT_EQ(count(village, "ORG-18-full", today), 0u);
}

TEST(GeneralBranch, HasFiveToSevenCommitteeMembersAndNineAtTheUtmost) {
  const auto committee_of = [](int size) {
    Village village;
    const UnitId general = village.branch(Village::named("GB", UnitKind::general_branch));
    for (const PersonId person : village.members(size, general))
      village.held(general, PostKind::member, person);
    return found(check(village.roster, national(), Date{2024, 6, 30}), "COM-05");
  };
  EXPECT_THAT(committee_of(0), IsEmpty()) << "its committee is not in the roster";
  for (const int within : {5, 7}) EXPECT_THAT(committee_of(within), IsEmpty()) << within;
  for (const int beyond : {4, 8, 10}) {
    ASSERT_EQ(committee_of(beyond).size(), 1u) << beyond;
    EXPECT_EQ(committee_of(beyond)[0].most, beyond == 10 ? 9 : 7);
  }
}

TEST(Placement, WasAFaultByTheConstitutionOf2012AsByThatOf2017) {
  Village village;
  village.roster.add(Village::named("G", UnitKind::group));
  EXPECT_EQ(count(village, "ORG-20-2012", Date{2012, 11, 13}), 0u);
  EXPECT_EQ(count(village, "ORG-20-2012", Date{2012, 11, 14}), 1u);
  EXPECT_EQ(count(village, "ORG-20-2012", Date{2017, 10, 23}), 1u);
  EXPECT_EQ(count(village, "ORG-20-2012", Date{2017, 10, 24}), 0u);
  EXPECT_EQ(count(village, "ORG-20", Date{2017, 10, 23}), 0u);
  EXPECT_EQ(count(village, "ORG-20", Date{2017, 10, 24}), 1u);
}

TEST(Majority, OfASecretaryWithoutACommitteeWasOfThosePresentBefore2020) {
  const auto faults = [](int votes, Date on) {
    Village village;
    const UnitId branch = village.branch();
    village.roster.add(Term{.unit = branch, .elected_on = on, .due = 28, .present = 25});
    const PostId post = village.post(branch, PostKind::secretary);
    village.roster.add(Appointment{.post = post,
                                   .person = village.member(branch),
                                   .period = since(on),
                                   .by = Assumption::elected,
                                   .votes = votes});
    const FaultList all = check(village.roster, national(), on);
    return std::pair{found(all, "ELE-07-secretary-1990").size(),
                     found(all, "ELE-07-secretary").size()};
  };
  EXPECT_EQ(faults(13, Date{2020, 7, 12}), (std::pair<std::size_t, std::size_t>{0, 0}));
  EXPECT_EQ(faults(12, Date{2020, 7, 12}), (std::pair<std::size_t, std::size_t>{1, 0}));
  EXPECT_EQ(faults(14, Date{2020, 7, 13}), (std::pair<std::size_t, std::size_t>{0, 1}));
  EXPECT_EQ(faults(15, Date{2020, 7, 13}), (std::pair<std::size_t, std::size_t>{0, 0}));
}

// The code of the rule by which a term ends, is not overrun, and is not shifted too far.
std::vector<std::string_view> rules_of_a_term(UnitKind kind, Date elected_on, Date day) {
  Village village;
  const UnitId unit = village.branch(Village::named("X", kind));
  village.elected(unit, elected_on);
  const TermEnd end = term_end(village.roster, national(), unit, day);
  std::vector<std::string_view> codes;
  for (const auto& id : {end.length, end.on_time_by, end.shifted_by})
    codes.push_back(id ? national()[*id].code : std::string_view{});
  return codes;
}

TEST(Term, OfACommitteeWasThreeToFiveYearsBetweenTheCongressAndTheOpinion) {
  const auto rule = [](Date elected_on) {
    return rules_of_a_term(UnitKind::committee, elected_on, elected_on)[0];
  };
  EXPECT_EQ(rule(Date{2017, 10, 23}), "TERM-07-committee");
  EXPECT_EQ(rule(Date{2017, 10, 24}), "TERM-08");
  EXPECT_EQ(rule(Date{2018, 7, 11}), "TERM-08");
  EXPECT_EQ(rule(Date{2018, 7, 12}), "TERM-03");
}

TEST(Term, IsNotOverrunByTheOpinionOf2018AndByTheRegulationOf2020) {
  const auto rules = [](Date day) {
    return rules_of_a_term(UnitKind::branch, Date{2017, 1, 1}, day);
  };
  EXPECT_THAT(rules(Date{2018, 7, 11}), ElementsAre("TERM-07", "", ""));
  EXPECT_THAT(rules(Date{2018, 7, 12}),
              ElementsAre("TERM-07", "TERM-04-2018", "TERM-04-shift-2018"));
  EXPECT_THAT(rules(Date{2020, 7, 12}),
              ElementsAre("TERM-07", "TERM-04-2018", "TERM-04-shift-2018"));
  EXPECT_THAT(rules(Date{2020, 7, 13}), ElementsAre("TERM-07", "TERM-04", "TERM-04-shift"));
}

// Development of members
// ------------------------------------------------------------------------------

// How many faults of the rule a person gives, by the text of 2014 and by that of 2026.
std::vector<std::size_t> faults_of(std::string_view code, const Person& person) {
  Village village;
  village.roster.add(person);
  const FaultList faults = check(village.roster, national(), Date{2029, 1, 1});
  return {found(faults, std::string{code} + "-2014").size(), found(faults, code).size()};
}

Person applicant(Date born, Date applied) {
  return {.code = "P", .name = "某某", .born_on = born, .applied_on = applied};
}

TEST(Application, IsMadeOnThe18thBirthdayAndNotOnTheDayBefore) {
  EXPECT_THAT(faults_of("DEV-01", applicant({2008, 6, 1}, {2026, 5, 31})), ElementsAre(0, 1));
  EXPECT_THAT(faults_of("DEV-01", applicant({2008, 6, 1}, {2026, 6, 1})), ElementsAre(0, 0));
}

TEST(Application, OfAMinorIsAFaultByTheTextOfItsDay) {
  EXPECT_THAT(faults_of("DEV-01", applicant({2009, 1, 1}, {2026, 5, 17})), ElementsAre(1, 0));
  EXPECT_THAT(faults_of("DEV-01", applicant({2009, 1, 1}, {2026, 5, 18})), ElementsAre(0, 1));
  EXPECT_THAT(faults_of("DEV-01", applicant({2000, 1, 1}, {2014, 5, 27})), ElementsAre(0, 0));
  EXPECT_THAT(faults_of("DEV-01", applicant({2000, 1, 1}, {2014, 5, 28})), ElementsAre(1, 0));
}

// Section 8: an activist of 2024-08-31 is listed on 2025-08-31 at the earliest.
TEST(DevelopmentTarget, IsListedAYearAfterBecomingAnActivistAtTheEarliest) {
  const auto listed = [](Date activist, Date target) {
    return faults_of("DEV-06", {.code = "P",
                                .name = "某某",
                                .born_on = Date{1990, 1, 1},
                                .activist_on = activist,
                                .development_target_on = target});
  };
  EXPECT_THAT(listed({2024, 8, 31}, {2025, 8, 30}), ElementsAre(1, 0));
  EXPECT_THAT(listed({2024, 8, 31}, {2025, 8, 31}), ElementsAre(0, 0));
  EXPECT_THAT(listed({2026, 1, 1}, {2026, 5, 17}), ElementsAre(1, 0));
  EXPECT_THAT(listed({2026, 1, 1}, {2026, 5, 18}), ElementsAre(0, 1));
}

// Section 8: admitted on 2026-03-15, confirmed on 2027-03-15 at the earliest.
TEST(Confirmation, ComesAYearAfterAdmissionAtTheEarliest) {
  const auto confirmed = [](Date admitted, Date full) {
    return faults_of("DEV-15", {.code = "P",
                                .name = "某某",
                                .born_on = Date{1990, 1, 1},
                                .admitted_on = admitted,
                                .full_member_on = full});
  };
  EXPECT_THAT(confirmed({2026, 3, 15}, {2027, 3, 14}), ElementsAre(0, 1));
  EXPECT_THAT(confirmed({2026, 3, 15}, {2027, 3, 15}), ElementsAre(0, 0));
  EXPECT_THAT(confirmed({2025, 6, 1}, {2026, 5, 17}), ElementsAre(1, 0));
  EXPECT_THAT(confirmed({2013, 6, 1}, {2014, 5, 27}), ElementsAre(0, 0));
  EXPECT_THAT(confirmed({2013, 6, 1}, {2014, 5, 28}), ElementsAre(1, 0));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0
//
// Every finding says why: the rule, the facts that make it bind, the window, what counts, what does
// not, and what would meet it.

#include "zhibu/audit/explanation.hpp"

#include <array>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../schedule/rosters.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Calendar& calendar() {
  static const Calendar china = Calendar::china();
  return china;
}

// A branch named as in the books, with whatever it owes by some rules, and its records.
class Explained : public testing::Test {
 protected:
  Explained() {
    Unit row = unit_row("B1", UnitKind::branch, since({2019, 3, 1}));
    row.name = "老干部第一党支部";
    branch = roster.add(row);
  }

  static Provision meeting() {
    Provision rule = demand("MTG-01", Activity::members_meeting,
                            EveryUnit{.kinds = {UnitKind::branch}, .temporary = false},
                            AtLeast{1, Span::quarter}, Date{2018, 10, 28});
    rule.name = "党员大会一般每季度召开1次";
    rule.name_en = "The members meeting is held once a quarter, as a rule";
    rule.force = Force::as_a_rule;
    rule.layer = Layer::central;
    rule.source = {"中国共产党支部工作条例（试行）", "11", true};
    rule.quote = "由全体党员参加，一般每季度召开1次";
    return rule;
  }

  RecordId hold(Record record) {
    const std::string code = "R" + std::to_string(held.size());
    record.code = code;
    return held.add(record);
  }

  RecordId meet(Date day) {
    return hold(
        {.code = "", .unit = branch, .activities = Activity::members_meeting, .held_on = day});
  }

  // Of the first thing owed in the period.
  Explanation why(const Rulebook& rules, Period period, Date as_of,
                  PartialWindow partial = PartialWindow::not_owed) {
    const Obligations owed = obligations(roster, rules, calendar(), period, {}, partial);
    findings.emplace(audit(owed, held, as_of));
    return explain(*findings, ObligationId{0}, roster, calendar());
  }

  std::string text(const Explanation& why, Language language = Language::zh) {
    return text_of(why, *findings, held, language);
  }

  Roster roster;
  UnitId branch;
  Records held;
  std::optional<Findings> findings;
};

const Period q1_2026 = parse_period("2026-Q1");

TEST_F(Explained, AMissedMeetingInTheWordsOfTheField) {
  meet(Date{2026, 4, 2});
  const Explanation e = why(rulebook({meeting()}), q1_2026, Date{2026, 6, 30});
  EXPECT_EQ(text(e),
            "结论：逾期（未达一般要求）。老干部第一党支部（B1），2026-Q1 "
            "党员大会，应办1次，已办0次，还差1次\n"
            "依据：MTG-01 "
            "党员大会一般每季度召开1次，《中国共产党支部工作条例（试行）》第11条（中央，一般），自2"
            "018-10-"
            "28起施行，原文：“由全体党员参加，一般每季度召开1次”\n"
            "适用理由：存续（2019-03-01起）；党支部，非临时（2019-03-01起）\n"
            "期限：2026-01-01至2026-03-31\n"
            "计入：无\n"
            "不计：R0（2026-04-02）：不在应办期限内\n"
            "补救：补办并记明所属期间2026-Q1，计为逾期补办");
  EXPECT_EQ(
      text(e, Language::en),
      "Finding: overdue (below the norm). 老干部第一党支部 (B1), 2026-Q1 members meeting, owed 1, "
      "done 0, missing 1\n"
      "Rule: MTG-01 The members meeting is held once a quarter, as a rule, "
      "《中国共产党支部工作条例（试行）》第11条 (central, as a rule), in force from 2018-10-28, in "
      "its "
      "words: “由全体党员参加，一般每季度召开1次”\n"
      "Why it binds: stands (2019-03-01 on); Party branch, not temporary (2019-03-01 on)\n"
      "Window: 2026-01-01 to 2026-03-31\n"
      "Counts: nothing\n"
      "Does not count: R0 (2026-04-02): of another period\n"
      "What would meet it: make up for it, and enter it as for 2026-Q1; it then counts as late");
}

TEST_F(Explained, WhatWouldMeetItFollowsFromTheDay) {
  const Rulebook rules = rulebook({meeting()});
  const auto remedy = [&](Date as_of) {
    const Explanation e = why(rules, q1_2026, as_of);
    return std::pair{e.remedy, e.remedy_by};
  };
  EXPECT_EQ(remedy({2025, 12, 31}), (std::pair{Remedy::wait, std::optional{Date{2026, 1, 1}}}));
  EXPECT_EQ(remedy({2026, 1, 1}), (std::pair{Remedy::act, std::optional{Date{2026, 3, 31}}}));
  EXPECT_EQ(remedy({2026, 3, 31}), (std::pair{Remedy::act, std::optional{Date{2026, 3, 31}}}));
  EXPECT_EQ(remedy({2026, 4, 1}), (std::pair{Remedy::make_up, std::optional<Date>{}}));
  meet(Date{2026, 2, 2});
  EXPECT_EQ(remedy({2026, 4, 1}), (std::pair{Remedy::none, std::optional<Date>{}}));
}

TEST_F(Explained, SeveralThatMustLieApartAreDueInTime) {
  Provision study = meeting();
  study.cadence = AtLeast{.times = 3, .per = Span::quarter, .days_apart = 20};
  EXPECT_EQ(why(rulebook({study}), q1_2026, Date{2026, 1, 5}).remedy_by, (Date{2026, 2, 19}));
}

TEST_F(Explained, SeverityStandsOnlyWhereItIsOverdue) {
  const Rulebook rules = rulebook({meeting()});
  EXPECT_EQ(why(rules, q1_2026, Date{2026, 3, 31}).severity, std::nullopt);
  EXPECT_EQ(why(rules, q1_2026, Date{2026, 4, 1}).severity, Severity::below_norm);
}

TEST_F(Explained, ThroughWhatTheUnitWasOnEachDay) {
  Unit adjusted = roster[branch];
  adjusted.has_committee = false;
  roster.adjust(branch, adjusted, Date{2026, 2, 1});
  Provision rule = meeting();
  rule.scope = EveryUnit{.kinds = {UnitKind::branch}, .has_committee = true};
  const Explanation e =
      why(rulebook({rule}), q1_2026, Date{2026, 4, 1}, PartialWindow::not_applicable);
  EXPECT_THAT(e.facts, ElementsAre(Fact{{"存续", "stands"}, since({2019, 3, 1})},
                                   Fact{{"党支部，设支部委员会", "Party branch, with a committee"},
                                        {Date{2019, 3, 1}, Date{2026, 2, 1}}}));
  EXPECT_THAT(
      text(e),
      HasSubstr("期限：2026-01-01至2026-03-31，其中适用2026-01-01至2026-01-31（列为不适用）"));
}

TEST_F(Explained, WhatIsLiftedNamesTheConditionAndItsRule) {
  Provision rule = meeting();
  rule.scope = every_branch;
  rule.exemptions = {{Condition::without_committee, "COM-04", {"条例", "20", true}}};
  Unit adjusted = roster[branch];
  adjusted.has_committee = false;
  roster.adjust(branch, adjusted, Date{2020, 1, 1});
  const Explanation e = why(rulebook({rule}), q1_2026, Date{2026, 4, 1});
  EXPECT_EQ(e.standing, Standing::not_applicable);
  EXPECT_EQ(e.facts.back(), (Fact{{"未设支部委员会", "without a committee"}, since({2020, 1, 1})}));
  EXPECT_THAT(text(e), HasSubstr("\n不适用：COM-04，《条例》第20条\n"));
  EXPECT_THAT(text(e), HasSubstr("\n有关事实：存续"));
}

TEST_F(Explained, AFixedDayNamesTheNoticeThatMovedIt) {
  Provision study = meeting();
  study.cadence = OnDays{Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2018, 10, 28}},
                         {ShiftPolicy::nearest_workday, 7}};
  const Explanation e = why(rulebook({study}), parse_period("2026-01"), Date{2026, 2, 1});
  EXPECT_THAT(text(e),
              HasSubstr("规定日2026-01-10（周末，依据国办发明电〔2025〕7号），调整为2026-01-09"));
  EXPECT_THAT(
      text(e, Language::en),
      HasSubstr(
          "the rule names 2026-01-10 (weekend, by 国办发明电〔2025〕7号), moved to 2026-01-09"));
}

TEST_F(Explained, AMeetingWithoutAQuorumNamesTheNumbersAndTheRule) {
  Rulebook rules = rulebook({meeting()});
  Requirement quorum;
  quorum.code = quorum.name = "MTG-03";
  quorum.scope = every_branch;
  quorum.demand = MeetingQuorum{Activity::members_meeting, Ratio{1, 2, true}};
  quorum.in_force_from = Date{2018, 10, 28};
  quorum.source = {"条例", "11", true};
  rules.add(quorum);
  hold({.code = "",
        .unit = branch,
        .activities = Activity::members_meeting,
        .held_on = Date{2026, 2, 1},
        .due = 28,
        .present = 13});
  EXPECT_THAT(
      text(why(rules, q1_2026, Date{2026, 4, 1})),
      HasSubstr("不计：R0（2026-02-01）：未达法定到会人数（13/28，MTG-03 《条例》第11条）"));
}

TEST_F(Explained, AWaiverNamesItsReasonAndWhoApprovedIt) {
  held.add(Waiver{"MTG-01", branch, q1_2026, "会场维修", "党工委", Date{2026, 1, 5}});
  const Explanation e = why(rulebook({meeting()}), q1_2026, Date{2026, 4, 1});
  EXPECT_EQ(e.remedy, Remedy::none);
  EXPECT_THAT(text(e), HasSubstr("\n豁免：会场维修，党工委，2026-01-05批准\n"));
}

TEST_F(Explained, AStricterRuleCitesTheOneThatItStandsFor) {
  Provision monthly = meeting();
  monthly.code = "C-1";
  monthly.layer = Layer::county;
  monthly.cadence = AtLeast{1, Span::month};
  const Explanation e = why(rulebook({meeting(), monthly}), q1_2026, Date{2026, 4, 1});
  EXPECT_THAT(e.rules, ElementsAre(ProvisionId{1}, ProvisionId{0}));
  EXPECT_THAT(text(e), HasSubstr("\n同时满足：MTG-01 "));
}

TEST_F(Explained, WhatNobodyReadIsNotQuoted) {
  Provision rule = meeting();
  rule.quote = "";
  rule.confidence = Confidence::secondhand;
  const std::string said = text(why(rulebook({rule}), q1_2026, Date{2026, 4, 1}));
  EXPECT_THAT(said, HasSubstr("，转引，文字未核\n"));
  EXPECT_THAT(said, Not(HasSubstr("原文")));
}

TEST_F(Explained, AVisitorByThePostAndTheContactBranch) {
  const PersonId person = add_person(roster, "P1");
  appoint(roster, add_post(roster, "S", branch), person, since({2024, 5, 1}));
  roster.add(Contact{person, branch, since({2025, 1, 1})});
  Provision visits =
      demand("SR-03", Activity::contact_visit, HoldersOf{every_branch, {}}, AtLeast{4, Span::year});
  const Explanation e = why(rulebook({visits}), year(2026), Date{2027, 1, 1});
  EXPECT_THAT(e.facts,
              ElementsAre(Fact{{"委员，老干部第一党支部", "committee member, 老干部第一党支部"},
                               since({2024, 5, 1})},
                          Fact{{"联系点：老干部第一党支部", "contact branch: 老干部第一党支部"},
                               since({2025, 1, 1})}));
  EXPECT_EQ(e.owed, (Statement{"应办4次，已办0次，还差4次", "owed 4, done 0, missing 4"}));
}

TEST_F(Explained, AMemberByTheHomeBranchTheStandingAndTheMilestone) {
  belong(roster, add_person(roster, "P1", Date{2020, 7, 1}), branch, MembershipKind::home,
         since({2020, 8, 1}));
  Provision birthday = demand("SR-07", Activity::political_birthday, EveryPerson{.member = true},
                              OnAnniversary{Milestone::admitted, Span::month});
  const Explanation e = why(rulebook({birthday}), year(2026), Date{2026, 8, 1});
  EXPECT_THAT(
      e.facts,
      ElementsAre(Fact{{"预备党员", "probationary member"}, since({2020, 7, 1})},
                  Fact{{"接收为预备党员", "admission"}, {Date{2020, 7, 1}, Date{2020, 7, 2}}},
                  Fact{{"组织关系所在支部，老干部第一党支部", "home branch, 老干部第一党支部"},
                       since({2020, 8, 1})}));
}

TEST_F(Explained, MoneyAndClassHoursInTheirOwnMeasure) {
  const Provision funds =
      demand("SR-09", Activity::branch_funds, every_branch, Funding{1000000, 2000000, Span::year});
  hold({.code = "",
        .unit = branch,
        .activities = Activity::branch_funds,
        .held_on = Date{2026, 2, 1},
        .amount_fen = 999999});
  EXPECT_EQ(why(rulebook({funds}), year(2026), Date{2027, 1, 1}).owed,
            (Statement{"应办10000.00–20000.00元，已办9999.99元，还差0.01元",
                       "owed 10000.00–20000.00 yuan, done 9999.99, missing 0.01"}));
  belong(roster, add_person(roster, "P1", Date{2020, 7, 1}), branch);
  const Provision hours = demand("EDU-01", Activity::study_day, EveryPerson{.member = true},
                                 ClassHours{32, Span::year});
  EXPECT_EQ(why(rulebook({hours}), year(2026), Date{2027, 1, 1}).owed.zh,
            "应办32学时，已办0学时，还差32学时");
}

TEST_F(Explained, ADeadlineThatHasPassedIsMadeUpForWithoutSayingForWhat) {
  belong(roster, add_person(roster, "P1", Date{2026, 1, 15}), branch);
  const Provision approval = demand("DEV-13", Activity::heart_to_heart_talk,
                                    EveryPerson{.standing = {PartyStanding::probationary}},
                                    Deadline{Milestone::admitted, 3});
  EXPECT_THAT(text(why(rulebook({approval}), year(2026), Date{2026, 4, 16})),
              HasSubstr("\n补救：应尽快补办，计为逾期补办"));
}

TEST_F(Explained, RefusesAnObligationThatThereIsNot) {
  const Explanation e = why(rulebook({meeting()}), q1_2026, Date{2026, 4, 1});
  EXPECT_THROW(explain(*findings, ObligationId{1}, roster, calendar()), std::invalid_argument);
}

}  // namespace
}  // namespace zhibu

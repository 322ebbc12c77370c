// SPDX-License-Identifier: BSL-1.0

#include "zhibu/report/ledger_kind.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/audit/explanation.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/time/calendar.hpp"

namespace zhibu {
namespace {

const Period year_2026{Date{2026, 1, 1}, Date{2027, 1, 1}};
const Period first_quarter{Date{2026, 1, 1}, Date{2026, 4, 1}};

constexpr std::string_view rules = R"(
[[document]]
key = "B"
title = "中国共产党支部工作条例（试行）"

[[document]]
key = "Y"
title = "某县做法"

[[provision]]
code = "MTG-01"
name = "党员大会每季度1次"
activity = "members_meeting"
force = "as_a_rule"
scope.every_unit = { kinds = ["branch"] }
cadence.at_least = { times = 1, per = "quarter" }
in_force_from = 2018-10-28
source = { document = "B", article = "11" }
confidence = "verified"

[[provision]]
code = "SR-01"
name = "每月10日集中学习"
activity = "study_day"
force = "practice"
scope.these_units = { codes = ["B01"] }
cadence.on_days = { days = "FREQ=MONTHLY;BYMONTHDAY=10", shift = "nearest_workday" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"

[[provision]]
code = "SR-03"
name = "到联系点指导"
activity = "contact_visit"
force = "practice"
scope.holders_of = { units.these_units = { codes = ["GW"] } }
cadence.at_least = { times = 4, per = "year" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"

[[provision]]
code = "SR-09"
name = "专项经费"
activity = "branch_funds"
force = "practice"
scope.these_units = { codes = ["B01"] }
cadence.funding = { least_yuan = 10000, most_yuan = 20000, per = "year" }
in_force_from = 2017-01-01
source = { document = "Y" }
confidence = "local"
)";

Roster small_roster() {
  const Period always = since(Date{1975, 1, 1});
  Roster roster;
  const UnitId top = roster.add(Unit{.id = {},
                                     .code = "GW",
                                     .name = "工委",
                                     .kind = UnitKind::working_committee,
                                     .parent = {},
                                     .standing = always});
  const UnitId branch = roster.add(Unit{.id = {},
                                        .code = "B01",
                                        .name = "一支部",
                                        .kind = UnitKind::branch,
                                        .parent = top,
                                        .standing = always});
  const auto person = [&](std::string_view code, std::string_view name,
                          std::optional<Date> admitted) {
    return roster.add(Person{.id = {},
                             .code = code,
                             .name = name,
                             .sex = Sex::female,
                             .born_on = Date{1930, 1, 1},
                             .retired_on = {},
                             .joined_revolution_on = {},
                             .admitted_on = admitted,
                             .full_member_on = {}});
  };
  const PersonId visitor = person("P1", "柳一", Date{1956, 2, 29});
  const PersonId later = person("P2", "竹二", Date{1976, 2, 1});
  const PersonId cared_for = person("P3", "松三", Date{1976, 3, 1});
  const PersonId outsider = person("P4", "梅四", std::nullopt);
  roster.add(Membership{visitor, branch, MembershipKind::home, always});
  roster.add(Membership{later, branch, MembershipKind::home, always});
  roster.add(Membership{cared_for, branch, MembershipKind::care, always});
  roster.add(Membership{outsider, branch, MembershipKind::care, always});
  const PostId post = roster.add(
      Post{.id = {}, .code = "GW-S", .unit = top, .kind = PostKind::secretary, .title = {}});
  roster.add(Appointment{post, visitor, always, {}});
  roster.add(Contact{visitor, branch, always});
  return roster;
}

Obligations owed(const Roster& roster, Period period, std::optional<Date> rules_of = {}) {
  return obligations(roster, Rulebook::parse(rules, "rules.toml"), Calendar::china(), period,
                     rules_of);
}

RecordId hold(Records& records, std::string_view code, Activity activity, Date day,
              std::int64_t amount_fen = 0) {
  return records.add(Record{.id = {},
                            .code = code,
                            .unit = UnitId{1},
                            .activities = activity,
                            .held_on = day,
                            .for_period = {},
                            .entered_on = {},
                            .persons = {},
                            .due = {},
                            .present = {},
                            .amount_fen = amount_fen,
                            .remark = {}});
}

// The cell of a row under a column's title.
std::string cell(const Ledger& ledger, std::size_t row, std::string_view column) {
  const auto at = std::ranges::find(ledger.columns, column, &LedgerColumn::name);
  return ledger.rows.at(row).cells.at(static_cast<std::size_t>(at - ledger.columns.begin()));
}

std::size_t row_of(const Ledger& ledger, std::string_view activity) {
  const auto has = [&](const LedgerRow& row) {
    return std::ranges::find(row.cells, activity) != row.cells.end();
  };
  return static_cast<std::size_t>(std::ranges::find_if(ledger.rows, has) - ledger.rows.begin());
}

TEST(PlanLedger, NamesDayBearerActivityAndArticle) {
  const Roster roster = small_roster();
  const Plan plan = zhibu::plan(owed(roster, year_2026), Calendar::china());
  const Ledger ledger = plan_ledger(plan, roster);

  EXPECT_EQ(ledger.title, "年度计划台账 2026");
  EXPECT_EQ(ledger.as_of, (Date{2026, 1, 1}));
  ASSERT_EQ(ledger.rows.size(), plan.occurrences.size());
  const std::size_t meeting = row_of(ledger, "党员大会");
  EXPECT_EQ(cell(ledger, meeting, "日期"), to_string(*ledger.rows[meeting].day));
  EXPECT_EQ(cell(ledger, meeting, "责任主体"), "一支部");
  EXPECT_EQ(cell(ledger, meeting, "条款"), "MTG-01");
  EXPECT_EQ(cell(ledger, meeting, "依据"), "《中国共产党支部工作条例（试行）》第11条");
  EXPECT_EQ(ledger.rows[meeting].summary, "党员大会：一支部");
  EXPECT_TRUE(std::ranges::is_sorted(ledger.rows, {}, &LedgerRow::day));
}

TEST(PlanLedger, NamesAUnitAsItIsCalledAtTheTime) {
  Roster roster = small_roster();
  roster.rename(roster.unit("B01").id, "新一支部", Date{2026, 7, 1});
  const Ledger ledger =
      plan_ledger(zhibu::plan(owed(roster, year_2026), Calendar::china()), roster);
  std::vector<std::string> names;
  for (std::size_t i = 0; i < ledger.rows.size(); ++i)
    if (cell(ledger, i, "活动") == "党员大会") names.push_back(cell(ledger, i, "责任主体"));
  EXPECT_EQ(names, (std::vector<std::string>{"一支部", "一支部", "新一支部", "新一支部"}));
}

TEST(PlanLedger, SaysWhichDayWasMovedAndWhichWasNot) {
  const Roster roster = small_roster();
  const Ledger ledger =
      plan_ledger(zhibu::plan(owed(roster, year_2026), Calendar::china()), roster);
  std::vector<std::string> days, remarks;
  for (std::size_t i = 0; i < ledger.rows.size(); ++i) {
    if (cell(ledger, i, "活动") != "集中学习") continue;
    days.push_back(cell(ledger, i, "日期"));
    remarks.push_back(cell(ledger, i, "说明"));
  }
  ASSERT_EQ(days.size(), 12U);
  EXPECT_EQ(days[0], "2026-01-09");  // the 10th is a Saturday
  EXPECT_EQ(remarks[0], "原定2026-01-10，逢非工作日调整");
  EXPECT_EQ(days[9], "2026-10-10");  // a Saturday that is worked
  EXPECT_EQ(remarks[9], "");
}

TEST(PlanLedger, SaysWhereAPersonVisitsAndForTheHowManyThTime) {
  const Roster roster = small_roster();
  const Ledger ledger =
      plan_ledger(zhibu::plan(owed(roster, year_2026), Calendar::china()), roster);
  const std::size_t visit = row_of(ledger, "联系点到点指导");
  EXPECT_EQ(cell(ledger, visit, "责任主体"), "柳一");
  EXPECT_EQ(cell(ledger, visit, "地点"), "一支部");
  EXPECT_EQ(cell(ledger, visit, "次数"), "第1/4次");
  EXPECT_EQ(ledger.rows[visit].summary, "联系点到点指导：柳一 → 一支部");
}

TEST(PlanLedger, WhatCouldNotBePlacedStandsAtTheEndWithoutADay) {
  const Roster roster = small_roster();
  Plan plan = zhibu::plan(owed(roster, first_quarter), Calendar::china());
  plan.unplaced.push_back(ObligationId{0});
  const Ledger ledger = plan_ledger(plan, roster);
  ASSERT_EQ(ledger.rows.size(), plan.occurrences.size() + 1);
  const std::size_t last = ledger.rows.size() - 1;
  EXPECT_EQ(ledger.rows[last].day, std::nullopt);
  EXPECT_EQ(cell(ledger, last, "说明"), "未能排定，期限2026-01-01至2026-03-31");
}

TEST(PlanLedger, AYearThatIsNotYetArrangedSaysSo) {
  const Roster roster = small_roster();
  const Period year_2027{Date{2027, 1, 1}, Date{2028, 1, 1}};
  const Ledger ledger =
      plan_ledger(zhibu::plan(owed(roster, year_2027), Calendar::china()), roster, Language::en);
  for (std::size_t i = 0; i < ledger.rows.size(); ++i)
    EXPECT_NE(cell(ledger, i, "remark").find("not yet announced"), std::string::npos);
}

TEST(StandingLedger, SaysWhatIsMissingHowGraveItIsAndWhoDemandsIt) {
  const Roster roster = small_roster();
  const Ledger ledger = standing_ledger(
      audit(owed(roster, first_quarter), Records{}, Date{2026, 4, 1}), Records{}, roster);
  EXPECT_EQ(ledger.title, "履职核查台账 2026-Q1");
  EXPECT_EQ(ledger.as_of, (Date{2026, 4, 1}));
  const std::size_t meeting = row_of(ledger, "党员大会");
  EXPECT_EQ(cell(ledger, meeting, "期限"), "2026-01-01至2026-03-31");
  EXPECT_EQ(cell(ledger, meeting, "应办"), "1次");
  EXPECT_EQ(cell(ledger, meeting, "尚缺"), "1次");
  EXPECT_EQ(cell(ledger, meeting, "状态"), "逾期");
  EXPECT_EQ(cell(ledger, meeting, "程度"), "未达一般要求");
  EXPECT_EQ(cell(ledger, meeting, "依据"), "《中国共产党支部工作条例（试行）》第11条");
  EXPECT_EQ(ledger.rows[meeting].day, (Date{2026, 3, 31}));
}

TEST(StandingLedger, WhatIsMetNamesItsRecordsAndHasNoDayLeft) {
  const Roster roster = small_roster();
  Records records;
  hold(records, "R1", Activity::members_meeting, Date{2026, 3, 31});
  const Ledger ledger = standing_ledger(
      audit(owed(roster, first_quarter), records, Date{2026, 4, 1}), records, roster);
  const std::size_t meeting = row_of(ledger, "党员大会");
  EXPECT_EQ(cell(ledger, meeting, "状态"), "已完成");
  EXPECT_EQ(cell(ledger, meeting, "程度"), "");
  EXPECT_EQ(cell(ledger, meeting, "尚缺"), "");
  EXPECT_EQ(cell(ledger, meeting, "佐证"), "R1（2026-03-31）");
  EXPECT_EQ(ledger.rows[meeting].day, std::nullopt);
}

TEST(StandingLedger, ARecordThatDoesNotCountIsNamedWithTheReason) {
  const Roster roster = small_roster();
  Records records;
  hold(records, "R1", Activity::members_meeting, Date{2026, 4, 1});
  const Ledger ledger = standing_ledger(
      audit(owed(roster, first_quarter), records, Date{2026, 4, 1}), records, roster);
  EXPECT_EQ(cell(ledger, row_of(ledger, "党员大会"), "说明"),
            "不计：R1（2026-04-01）：不在应办期限内");
}

TEST(StandingLedger, MoneyStandsInYuan) {
  const Roster roster = small_roster();
  const struct {
    std::int64_t paid_fen;
    std::string_view missing, remark;
  } cases[] = {{0, "10000.00元", ""},
               {999'999, "0.01元", ""},
               {1'000'000, "", ""},
               {2'000'000, "", ""},
               {2'000'001, "", "已付20000.01元，超过上限"}};
  for (const auto& c : cases) {
    Records records;
    hold(records, "R1", Activity::branch_funds, Date{2026, 5, 8}, c.paid_fen);
    const Ledger ledger = standing_ledger(
        audit(owed(roster, year_2026), records, Date{2026, 12, 31}), records, roster);
    const std::size_t funds = row_of(ledger, "党支部专项经费");
    EXPECT_EQ(cell(ledger, funds, "应办"), "10000.00至20000.00元");
    EXPECT_EQ(cell(ledger, funds, "尚缺"), c.missing) << c.paid_fen;
    EXPECT_EQ(cell(ledger, funds, "说明"), c.remark) << c.paid_fen;
  }
}

TEST(StandingLedger, AWaiverSaysWhyAndByWhom) {
  const Roster roster = small_roster();
  Records records;
  records.add(Waiver{"MTG-01", UnitId{1}, first_quarter, "防汛", "工委", Date{2026, 3, 1}});
  const Ledger ledger = standing_ledger(
      audit(owed(roster, first_quarter), records, Date{2026, 4, 1}), records, roster);
  const std::size_t meeting = row_of(ledger, "党员大会");
  EXPECT_EQ(cell(ledger, meeting, "状态"), "豁免");
  EXPECT_EQ(cell(ledger, meeting, "说明"), "防汛（工委，2026-03-01批准）");
}

TEST(StandingLedger, AWaiverOfAPersonSaysByWhomAndNotWhy) {
  const Roster roster = small_roster();
  Records records;
  records.add(Waiver{"SR-03", PersonId{0}, year_2026, "因病住院", "工委", Date{2026, 3, 1}});
  const Calendar calendar = Calendar::china();
  const Obligations duties = owed(roster, year_2026);
  const Findings findings = audit(duties, records, Date{2026, 12, 31});
  const Ledger ledger = standing_ledger(findings, records, roster);
  const std::size_t visits = row_of(ledger, label(Activity::contact_visit));
  EXPECT_EQ(cell(ledger, visits, "状态"), "豁免");
  EXPECT_EQ(cell(ledger, visits, "说明"), "（工委，2026-03-01批准）");
  for (const Finding& f : findings)
    EXPECT_EQ(text_of(explain(findings, f.obligation.id, roster, calendar), findings, records)
                  .find("因病"),
              std::string::npos);
}

TEST(StandingLedger, AFindingByTheRulesOfAnotherDaySaysSo) {
  const Roster roster = small_roster();
  const Period in_2017{Date{2017, 1, 1}, Date{2017, 4, 1}};
  const Ledger ledger =
      standing_ledger(audit(owed(roster, in_2017, Date{2026, 1, 1}), Records{}, Date{2017, 4, 1}),
                      Records{}, roster);
  EXPECT_EQ(cell(ledger, row_of(ledger, "党员大会"), "说明"), "按2026-01-01时有效的规定");
}

TEST(StandingLedger, SpeaksEnglishWhereAsked) {
  const Roster roster = small_roster();
  const Ledger ledger =
      standing_ledger(audit(owed(roster, first_quarter), Records{}, Date{2026, 4, 1}), Records{},
                      roster, Language::en);
  const std::size_t meeting = row_of(ledger, "members meeting");
  EXPECT_EQ(cell(ledger, meeting, "bearer"), "一支部");
  EXPECT_EQ(cell(ledger, meeting, "window"), "2026-01-01 to 2026-03-31");
  EXPECT_EQ(cell(ledger, meeting, "owed"), "1");
  EXPECT_EQ(cell(ledger, meeting, "standing"), label(Standing::overdue, Language::en));
  EXPECT_EQ(ledger.rows[meeting].summary, "due: members meeting: 一支部");
}

Ledger political_birthdays(const Roster& roster, Period period) {
  return ledger(LedgerKind::political_birthdays, roster, Records{}, Rulebook{},
                {.extent = Everything{}, .period = period});
}

TEST(BirthdayLedger, GivesTheDayTheBranchAndTheYears) {
  const Ledger ledger = political_birthdays(small_roster(), year_2026);
  EXPECT_EQ(ledger.title, "政治生日台账 2026");
  ASSERT_EQ(ledger.rows.size(), 2U);  // who is cared for, or is no member, has no home branch
  EXPECT_EQ(ledger.rows[0].cells,
            (std::vector<std::string>{"2026-02-01", "竹二", "P2", "一支部", "1976-02-01", "50", "",
                                      "", ""}));
  EXPECT_EQ(ledger.rows[0].summary, "政治生日：竹二（入党50年）");
  EXPECT_EQ(cell(ledger, 1, "姓名"), "柳一");
}

TEST(BirthdayLedger, TheTwentyNinthOfFebruaryIsKeptOnTheTwentyEighthInACommonYear) {
  const Roster roster = small_roster();
  const auto day_in = [&](int year) {
    const Ledger ledger =
        political_birthdays(roster, Period{Date{year, 1, 1}, Date{year + 1, 1, 1}});
    return cell(ledger, row_of(ledger, "柳一"), "政治生日");
  };
  EXPECT_EQ(day_in(2027), "2027-02-28");
  EXPECT_EQ(day_in(2028), "2028-02-29");
}

TEST(BirthdayLedger, TheLastDayOfThePeriodCountsAndTheNextDoesNot) {
  const Roster roster = small_roster();
  EXPECT_EQ(political_birthdays(roster, {Date{2026, 1, 1}, Date{2026, 2, 2}}).rows.size(), 1U);
  EXPECT_EQ(political_birthdays(roster, {Date{2026, 1, 1}, Date{2026, 2, 1}}).rows.size(), 0U);
}

TEST(BirthdayLedger, TheDayOfAdmissionItselfIsNoAnniversary) {
  const Roster roster = small_roster();
  const Ledger of_1976 = political_birthdays(roster, {Date{1976, 1, 1}, Date{1977, 1, 1}});
  EXPECT_EQ(row_of(of_1976, "竹二"), of_1976.rows.size());
  const Ledger of_1977 = political_birthdays(roster, {Date{1977, 1, 1}, Date{1978, 1, 1}});
  EXPECT_EQ(cell(of_1977, row_of(of_1977, "竹二"), "入党年数"), "1");
}

}  // namespace
}  // namespace zhibu

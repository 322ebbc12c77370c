// SPDX-License-Identifier: BSL-1.0

#include "two_branches_of_a_county.hpp"
#include "zhibu/regulation/term_end.hpp"
#include "zhibu/time/lunar.hpp"

namespace zhibu {
namespace {

using MembersLedger = SmallCounty;
using Birthdays = SmallCounty;
using StandingThings = SmallCounty;
using RetiredForms = SmallCounty;

TEST_F(MembersLedger, AMemberStandsOnceWithTheHomeBranch) {
  roster.add(Membership{liu, temporary, MembershipKind::activity, since(Date{2015, 3, 1})});
  const Ledger ledger = draw(LedgerKind::members);
  ASSERT_EQ(ledger.rows.size(), 2U);  // who is only cared for is no member
  EXPECT_EQ(cell(ledger, 0, "姓名"), "柳一");
  EXPECT_EQ(cell(ledger, 0, "所在党支部"), "一支部");
  EXPECT_EQ(cell(ledger, 0, "参加活动的党组织"), "书法班临时党支部");
  EXPECT_EQ(cell(ledger, 0, "人员类别"), "正式党员");
  EXPECT_EQ(cell(ledger, 0, "党龄"), "60");
  EXPECT_EQ(cell(ledger, 0, "离退休类别"), "离休");
  EXPECT_EQ(total(ledger, "人数"), 2);
  EXPECT_TRUE(draw(LedgerKind::members, OneUnit{temporary}).rows.empty());
}

TEST_F(MembersLedger, WhoIsAdmittedOnTheLastDayCountsAndTheNextDayDoesNot) {
  person("P4", "新四", first, Date{2017, 12, 31});
  person("P5", "新五", first, Date{2018, 1, 1});
  const Ledger ledger = draw(LedgerKind::members);
  EXPECT_EQ(ledger.rows.size(), 3U);
  EXPECT_EQ(cell(ledger, 2, "人员类别"), "预备党员");
  EXPECT_EQ(cell(ledger, 2, "转正日期"), "");
  EXPECT_EQ(cell(ledger, 2, "党龄"), "");
}

TEST_F(MembersLedger, IdentityNumbersPhonesAndHealthAreShownOnlyWhereAskedForAndMasked) {
  roster.add(Particulars{.person = liu,
                         .id_number = "433127193005060017",
                         .phone = "13812345678",
                         .health = "高血压"});
  const std::string plain = all_of(draw(LedgerKind::members));
  for (const std::string_view secret : {"4331", "138", "高血压"})
    EXPECT_EQ(plain.find(secret), std::string::npos) << secret;
  EXPECT_EQ(cell(draw_shown(LedgerKind::members, Sensitive::id_numbers), 0, "公民身份号码"),
            "4331**************");
  EXPECT_EQ(cell(draw_shown(LedgerKind::members, Sensitive::phones), 0, "联系电话"), "138********");
  EXPECT_EQ(cell(draw_shown(LedgerKind::members, Sensitive::reasons), 0, "健康状况"), "高血压");
  EXPECT_FALSE(has_column(draw(LedgerKind::members), "健康状况"));
}

TEST_F(MembersLedger, APostIsNamedWhereTheLedgerCoversItsUnit) {
  const PostId post =
      roster.add(Post{.id = {}, .code = "S", .unit = temporary, .kind = PostKind::secretary});
  roster.add(Appointment{.post = post, .person = liu, .period = since(Date{2015, 3, 1})});
  EXPECT_EQ(cell(draw(LedgerKind::members), 0, "职务"), "书法班临时党支部书记");
  EXPECT_EQ(cell(draw(LedgerKind::members, OneUnit{first}), 0, "职务"), "");
}

TEST_F(Birthdays, WhoKeepsTheLunarDateHasItsBirthdayOnThatDay) {
  roster.add(Particulars{.person = zhu, .lunar_birthday = true});
  const LunarDate born = LunarDate::of(Date{1930, 5, 6});  // 四月初八
  const Date day = LunarDate{2017, born.month(), born.day()}.to_date();
  const Ledger ledger = draw(LedgerKind::birthdays);
  ASSERT_EQ(ledger.rows.size(), 3U);
  const std::size_t row = day < Date{2017, 5, 6} ? 0 : cell(ledger, 0, "姓名") == "竹二" ? 0 : 1;
  EXPECT_EQ(cell(ledger, row, "姓名"), "竹二");
  EXPECT_EQ(cell(ledger, row, "生日"), to_string(day));
  EXPECT_EQ(cell(ledger, row, "历法"), "农历");
  EXPECT_EQ(cell(ledger, row, "农历生日"), "四月初八");
  EXPECT_EQ(cell(ledger, row, "年龄"), "87");
}

TEST_F(Birthdays, ALeapMonthIsKeptInTheMonthOfItsNumber) {
  const Date born = LunarDate{1928, 2, 1, true}.to_date();  // 2017 has no leap month 2
  const PersonId leap =
      person("P4", "闰四", first, std::nullopt, Retirement::retired, {}, {}, born);
  roster.add(Particulars{.person = leap, .lunar_birthday = true});
  const Ledger ledger = draw(LedgerKind::birthdays);
  EXPECT_EQ(cell(ledger, 0, "姓名"), "闰四");
  EXPECT_EQ(cell(ledger, 0, "生日"), to_string(LunarDate{2017, 2, 1}.to_date()));
  EXPECT_EQ(cell(ledger, 0, "农历生日"), "闰二月初一");
  EXPECT_EQ(cell(ledger, 0, "年龄"), "89");
}

TEST_F(Birthdays, DayThirtyIsKeptOnTheTwentyNinthOfAMonthThatIsTooShort) {
  const Date born = LunarDate{1932, 12, 30}.to_date();  // month 12 of 2026 has 29 days
  const PersonId last =
      person("P4", "除四", first, std::nullopt, Retirement::retired, {}, {}, born);
  roster.add(Particulars{.person = last, .lunar_birthday = true});
  const Ledger ledger =
      draw(LedgerKind::birthdays, Everything{}, {Date{2027, 2, 5}, Date{2027, 2, 6}});
  ASSERT_EQ(ledger.rows.size(), 1U);
  EXPECT_EQ(cell(ledger, 0, "农历生日"), "十二月三十");
  EXPECT_EQ(cell(ledger, 0, "年龄"), "94");
}

TEST_F(Birthdays, TheLastDayOfThePeriodCountsAndTheNextDoesNot) {
  EXPECT_EQ(
      draw(LedgerKind::birthdays, Everything{}, {Date{2017, 1, 1}, Date{2017, 5, 7}}).rows.size(),
      3U);
  EXPECT_EQ(
      draw(LedgerKind::birthdays, Everything{}, {Date{2017, 1, 1}, Date{2017, 5, 6}}).rows.size(),
      0U);
}

TEST_F(Birthdays, AVisitWithinAMonthIsTheBirthdayVisit) {
  const std::vector persons{liu};
  Record row;
  row.code = "R1";
  row.unit = top;
  row.activities = Activity::care_visit;
  row.held_on = Date{2017, 5, 5};
  row.persons = persons;
  const RecordId held = records.add(row);
  records.add(Visit{.record = held, .person = liu, .kind = VisitKind::birthday});
  const Ledger ledger = draw(LedgerKind::birthdays);
  EXPECT_EQ(cell(ledger, 0, "生日看望"), "2017-05-05");
  EXPECT_EQ(cell(ledger, 1, "生日看望"), "");
  EXPECT_EQ(total(ledger, "已看望次数"), 1);
}

TEST_F(Birthdays, APoliticalBirthdayIsKeptByWhatNamesThePersonWithinTheMonth) {
  const std::vector persons{liu, zhu};
  Record row;
  row.code = "R1";
  row.unit = first;
  row.activities = Activity::political_birthday;
  row.held_on = Date{2017, 3, 31};
  row.persons = persons;
  const RecordId held = records.add(row);
  records.add(Minutes{.record = held, .gifts = "党章;纪念册", .oath = true});
  const Ledger ledger = draw(LedgerKind::political_birthdays);
  ASSERT_EQ(ledger.rows.size(), 2U);
  EXPECT_EQ(cell(ledger, 0, "过生日日期"), "");  // that of 竹二 was in February
  EXPECT_EQ(cell(ledger, 1, "过生日日期"), "2017-03-31");
  EXPECT_EQ(cell(ledger, 1, "红色礼物"), "党章、纪念册");
  EXPECT_EQ(cell(ledger, 1, "重温入党誓词"), "是");
  EXPECT_EQ(total(ledger, "已过次数"), 1);
}

TEST_F(StandingThings, HonoursOfUnitsAndOfPersonsAreTold) {
  roster.add(Honour{.bearer = first,
                    .title = "先进党组织",
                    .level = "县级",
                    .period = since(Date{2017, 12, 31})});
  roster.add(Honour{.bearer = liu, .title = "优秀党员", .period = since(Date{2016, 7, 1})});
  roster.add(Honour{.bearer = liu, .title = "来年", .period = since(Date{2018, 1, 1})});
  const Ledger ledger = draw(LedgerKind::honours);
  ASSERT_EQ(ledger.rows.size(), 2U);
  EXPECT_EQ(cell(ledger, 0, "获得者"), "柳一");
  EXPECT_EQ(cell(ledger, 0, "本期授予"), "");
  EXPECT_EQ(cell(ledger, 1, "获得者"), "一支部");
  EXPECT_EQ(cell(ledger, 1, "本期授予"), "是");
  EXPECT_EQ(total(ledger, "人数"), 1);
}

TEST_F(StandingThings, ABranchWithoutAVenueStandsAmongTheVenues) {
  roster.add(Venue{.unit = first,
                   .name = "党员活动室",
                   .purpose = "活动",
                   .period = since(Date{2014, 6, 1}),
                   .inventory = "电脑1台;书柜2个"});
  const Ledger ledger = draw(LedgerKind::venues);
  ASSERT_EQ(ledger.rows.size(), 2U);  // neither the committee nor the temporary branch needs one
  EXPECT_EQ(cell(ledger, 0, "办公物品"), "电脑1台、书柜2个");
  EXPECT_EQ(cell(ledger, 1, "党组织"), "二支部");
  EXPECT_EQ(cell(ledger, 1, "说明"), "无活动场所");
  EXPECT_EQ(total(ledger, "无场所的党支部"), 1);
}

TEST_F(StandingThings, WhoHasTwoRolesIsOnePerson) {
  roster.add(VolunteerRole{.person = liu,
                           .role = "监督员",
                           .period = since(Date{2016, 1, 1}),
                           .because = "教育工作经验"});
  roster.add(VolunteerRole{.person = liu, .role = "宣传员", .period = since(Date{2016, 1, 1})});
  const Ledger ledger = draw(LedgerKind::volunteer_roles);
  EXPECT_EQ(cell(ledger, 0, "特长爱好"), "教育工作经验");
  EXPECT_EQ(total(ledger, "角色"), 2);
  EXPECT_EQ(total(ledger, "人数"), 1);
  EXPECT_EQ(total(ledger, "监督员"), 1);
}

TEST_F(StandingThings, ATermStandsWithTheDayOnWhichItEnds) {
  roster.add(Term{.unit = first,
                  .nth = 3,
                  .elected_on = Date{2023, 5, 20},
                  .seats = 3,
                  .candidates = 4,
                  .due = 28,
                  .present = 25,
                  .approval = Approval::approved});
  const auto on = [&](Date day) {
    return draw(LedgerKind::terms, OneUnit{first}, Period{Date{2023, 1, 1}, day + 1});
  };
  const Ledger running = on(Date{2025, 11, 19});
  EXPECT_EQ(cell(running, 0, "任期届满日期"), "2026-05-20");
  EXPECT_EQ(cell(running, 0, "换届情况"), label(TermState::running));
  EXPECT_EQ(cell(running, 0, "应选名额"), "3");
  EXPECT_EQ(cell(running, 0, "选举应到"), "28");
  EXPECT_EQ(cell(running, 0, "批复情况"), "已批准");
  EXPECT_EQ(total(running, "期内选举"), 1);
  EXPECT_EQ(cell(on(Date{2025, 11, 20}), 0, "换届情况"), label(TermState::reminder));
  EXPECT_EQ(cell(on(Date{2026, 5, 20}), 0, "换届情况"), label(TermState::due));
  EXPECT_EQ(cell(on(Date{2026, 5, 21}), 0, "换届情况"), label(TermState::late));
}

TEST_F(RetiredForms, TheAccountOfTwoYearsCloses) {
  const auto kind = Retirement::retired;
  const PersonId retires =
      person("P4", "四", first, Date{1980, 1, 1}, kind, {}, Date{2017, 12, 31});
  person("P5", "五", first, Date{1980, 1, 1}, kind, {}, Date{2018, 1, 1});
  person("P6", "六", first, Date{1980, 1, 1}, kind, Date{2017, 1, 1});
  person("P7", "七", first, Date{1980, 1, 1}, kind, Date{2016, 12, 31});
  roster.add(Particulars{.person = retires, .rank = "副处级"});
  const Ledger ledger = draw(LedgerKind::retired_two_years);
  const std::vector<std::string> sums{"3", "1", "1", "0", "3", "3", "0"};
  for (std::size_t row = 0; row < sums.size(); ++row)
    EXPECT_EQ(cell(ledger, row, "合计"), sums[row]) << cell(ledger, row, "项目");
  EXPECT_EQ(cell(ledger, 1, "副县处"), "1");
}

TEST_F(RetiredForms, WhoCameOtherwiseIsTheDifferenceAndWhoLeftIsShownApart) {
  roster.transfer(zhu, first, Date{2017, 6, 1});
  const Ledger gained = draw(LedgerKind::retired_two_years, OneUnit{first});
  EXPECT_EQ(cell(gained, 4, "合计"), "0");
  EXPECT_EQ(cell(gained, 5, "合计"), "1");
  EXPECT_EQ(cell(gained, 6, "合计"), "1");
  const Ledger lost = draw(LedgerKind::retired_two_years, OneUnit{second});
  EXPECT_EQ(cell(lost, 3, "合计"), "1");
  EXPECT_EQ(cell(lost, 6, "合计"), "0");
}

TEST_F(RetiredForms, AFormOfTwoYearsIsOfACalendarYear) {
  for (const std::string_view period : {"2017-Q1", "2017-03-01..2018-02-28"}) try {
      draw(LedgerKind::veterans_two_years, Everything{}, parse_period(period));
      ADD_FAILURE() << period;
    } catch (const std::invalid_argument& e) {
      EXPECT_NE(std::string_view{e.what()}.find("accepted: one calendar year"),
                std::string_view::npos);
    }
}

TEST_F(RetiredForms, CadresStandInTheFormOfTheirWorkplace) {
  const auto veteran = Retirement::retired_with_honours;
  roster.add(UnitWorkplace{first, roster.add(Workplace{{}, "W1", "县政府办", "党政机关"}),
                           since(Date{2010, 1, 1})});
  person("P4", "四", second, Date{1950, 1, 1}, veteran);
  roster.add(Particulars{.person = liu, .rank = "正县级"});
  const Ledger offices = draw(LedgerKind::veterans_in_offices);
  EXPECT_EQ(cell(offices, 0, "合计"), "1");
  EXPECT_EQ(cell(offices, 0, "正县处"), "1");
  EXPECT_EQ(total(offices, "人数"), 1);
  EXPECT_EQ(total(offices, "单位性质未归类的离休干部人数"), 1);
  EXPECT_EQ(total(draw(LedgerKind::veterans_in_enterprises), "人数"), 0);
  EXPECT_EQ(total(draw(LedgerKind::retired), "人数"), 2);
}

}  // namespace
}  // namespace zhibu

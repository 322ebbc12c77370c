// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/official_form.hpp"

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "organization/official_form_cells.hpp"

namespace zhibu {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;

const Date as_of{2017, 9, 30};

// A county of invented organizations: the branch stands in the form before the committee.
const std::string units =
    "党组织代码,党组织全称,上级党组织代码,组织类别,建立日期,批准文号,单位名称,单位性质类别,"
    "换届日期,党组织书记\n"
    "B01,甲局离退休干部党支部,GW,631 "
    "党支部,2012-03-01,某组发〔2012〕3号,甲局,机关,2015年6月30日,竹一\n"
    "B02,乙丙联合党支部,县委老干部工委,联合党支部,20130501,,乙局；丙局,机关；事业单位,,\n"
    "B03,老年大学临时党支部,GW,national:931,2016/9/1,,,,,\n"
    "GW,县委老干部工委,,党工委,1998.7.1,,,,,竹一\n";

// Of invented persons. The id numbers have the right check digit and a region that there is not.
const std::string members =
    "序号,姓名,所在党支部,公民身份证号,性别,民族,出生日期,学历,人员类别,加入党组织日期,"
    "转为正式党员日期,"
    "工作岗位,联系电话(手机号/"
    "固定电话),党籍状态,是否为失联党员,失去联系日期,是否为流动党员,外出流向\n"
    "1,竹一,甲局离退休干部党支部,990000193005060014,男,土家族,1930-05-06,高中,正式党员,1948-02-29,"
    "1949-03-01,501 离休干部,13800000001,正常,否,,否,\n"
    "2,竹二,B02,,女,汉族,1950-01-01,,预备党员,2017-07-01,,退休人员,,,否,,是,某省某市\n"
    "3,竹三,B02,,男,,1951-01-01,,正式党员,1971-01-01,1971-01-01,0213 "
    "教师,,停止党籍,是,2017-01-31,否,\n";

OfficialForms parse(std::string_view unit_form, std::string_view member_form) {
  return parse_official_forms({"units.csv", unit_form}, {"members.csv", member_form},
                              code_set("national"), as_of);
}

std::string refusal(std::string_view unit_form, std::string_view member_form) {
  try {
    parse(unit_form, member_form);
    return "none";
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
}

std::string refused_date(std::string_view text) {
  try {
    parse_form_date(text);
    return "none";
  } catch (const std::invalid_argument& e) {
    return e.what();
  }
}

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  const std::size_t at = text.find(what);
  if (at == std::string::npos) throw std::logic_error("nothing to replace");
  return text.replace(at, what.size(), by);
}

TEST(OfficialForms, FillOrganizationsAsTheyStand) {
  const OfficialForms forms = parse(units, members);
  const Roster& roster = forms.roster;
  EXPECT_THAT(forms.notes, IsEmpty());

  const Unit first = roster.unit("B01");
  EXPECT_EQ(first.name, "甲局离退休干部党支部");
  EXPECT_EQ(first.kind, UnitKind::branch);
  EXPECT_EQ(first.parent, roster.unit("GW").id) << "which has its row later";
  EXPECT_EQ(first.standing, since(Date{2012, 3, 1}));
  EXPECT_EQ(roster.of<Event>(first.id).at(0).document, "某组发〔2012〕3号");
  EXPECT_EQ(roster.term(first.id, as_of)->elected_on, (Date{2015, 6, 30}));
  EXPECT_EQ(roster.unit("B02").parent, roster.unit("GW").id) << "named in full";
  EXPECT_TRUE(roster.unit("B02").joint);
  EXPECT_TRUE(roster.unit("B03").temporary);
  EXPECT_EQ(roster.unit("GW").kind, UnitKind::working_committee);

  const RosterView view = roster.as_of(as_of);
  ASSERT_EQ(view.workplaces(roster.unit("B02").id).size(), 2u);
  EXPECT_EQ(roster[view.workplaces(roster.unit("B02").id)[1]].nature, "事业单位");
  const PostId post = roster.posts(first.id).at(0);
  EXPECT_EQ(roster[view.holders(post).at(0).person].name, "竹一");
}

TEST(OfficialForms, FillMembersWithWhatIsKeptOfThem) {
  const OfficialForms forms = parse(units, members);
  const Roster& roster = forms.roster;
  const Person honoured = roster.person("B01-1");
  EXPECT_EQ(honoured.sex, Sex::male);
  EXPECT_EQ(honoured.born_on, (Date{1930, 5, 6}));
  EXPECT_EQ(honoured.admitted_on, (Date{1948, 2, 29}));
  EXPECT_EQ(honoured.full_member_on, (Date{1949, 3, 1}));
  EXPECT_EQ(honoured.retirement, Retirement::retired_with_honours);
  const Particulars kept = roster.of<Particulars>(honoured.id).at(0);
  EXPECT_EQ(kept.id_number, "990000193005060014");
  EXPECT_EQ(kept.phone, "13800000001");
  EXPECT_EQ(kept.ethnicity, "土家族");
  EXPECT_EQ(kept.education, "高中");
  EXPECT_EQ(kept.job, "离休干部");
  EXPECT_EQ(standing_on(roster.person("B02-2"), as_of), PartyStanding::probationary);
  EXPECT_EQ(roster.of<Particulars>(roster.person("B02-3").id).at(0).job, "0213 教师")
      << "which the code set does not know";
}

TEST(OfficialForms, SayWhereAMemberIsFromTheDayOfTheFormOn) {
  const OfficialForms forms = parse(units, members);
  const PersonId member = forms.roster.person("B01-1").id;
  EXPECT_EQ(forms.roster.home(member, as_of), forms.roster.unit("B01").id);
  EXPECT_EQ(forms.roster.home(member, as_of - 1), std::nullopt);
}

TEST(OfficialForms, FillCircumstances) {
  const OfficialForms forms = parse(units, members);
  const auto second = forms.roster.of<Circumstance>(forms.roster.person("B02-2").id);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_EQ(second[0].kind, CircumstanceKind::mobile);
  EXPECT_EQ(second[0].remark, "某省某市");
  EXPECT_EQ(second[0].period, since(as_of));
  const auto third = forms.roster.of<Circumstance>(forms.roster.person("B02-3").id);
  ASSERT_EQ(third.size(), 2u);
  EXPECT_EQ(third[0].kind, CircumstanceKind::out_of_contact);
  EXPECT_EQ(third[0].period.begin, (Date{2017, 1, 31}));
  EXPECT_EQ(third[1].kind, CircumstanceKind::membership_suspended);
}

TEST(OfficialForms, WhoWasExpelledIsNoMemberAndAtHomeNowhere) {
  const OfficialForms forms = parse(units, replaced(members, ",停止党籍,", ",开除党籍,"));
  const Person person = forms.roster.person("B02-3");
  EXPECT_FALSE(is_member_on(person, as_of));
  EXPECT_EQ(forms.roster.home(person.id, as_of), std::nullopt);
}

TEST(OfficialForms, ReadAgainWhatTheyWrote) {
  const OfficialForms first = parse(units, members);
  const RosterView view = first.roster.as_of(as_of);
  const std::string unit_form = write_unit_form(view, code_set("national"));
  const std::string member_form = write_member_form(view, PersonalData::shown);
  const OfficialForms second = parse(unit_form, member_form);
  const RosterView again = second.roster.as_of(as_of);
  EXPECT_EQ(write_unit_form(again, code_set("national")), unit_form);
  EXPECT_EQ(write_member_form(again, PersonalData::shown), member_form);
  EXPECT_THAT(second.notes, IsEmpty());
  EXPECT_EQ(second.roster.units().size(), 4u);
  EXPECT_EQ(second.roster.persons().size(), 3u);
}

TEST(OfficialForms, WriteCodeAndLabelOrTheLabelWhereThereIsNoCode) {
  const OfficialForms forms = parse(units, members);
  const RosterView view = forms.roster.as_of(as_of);
  const std::string national = write_unit_form(view, code_set("national"));
  EXPECT_THAT(national, StartsWith("党组织代码,党组织全称,上级党组织代码,组织类别,建立日期,"));
  EXPECT_THAT(national, HasSubstr("GW,县委老干部工委,,党工委,1998-07-01,"));
  EXPECT_THAT(national, HasSubstr("B01,甲局离退休干部党支部,GW,631 党支部,2012-03-01,"
                                  "某组发〔2012〕3号,甲局,机关,2015-06-30,,,竹一,\r\n"));
  EXPECT_THAT(national, HasSubstr(",632 联合党支部,2013-05-01,,乙局；丙局,机关；事业单位,"));
  EXPECT_THAT(national, HasSubstr(",931 临时党支部,"));
}

TEST(OfficialForms, MaskWhatIdentifiesAPersonUnlessItIsToBeShown) {
  const OfficialForms forms = parse(units, members);
  const RosterView view = forms.roster.as_of(as_of);
  const std::string masked = write_member_form(view, PersonalData::masked);
  EXPECT_THAT(masked, HasSubstr("1,竹一,甲局离退休干部党支部,9900**************,男,"));
  EXPECT_THAT(masked, HasSubstr(",138********,"));
  EXPECT_THAT(masked, Not(HasSubstr("990000193005060014")));
  EXPECT_THAT(masked, Not(HasSubstr("13800000001")));
  const std::string shown = write_member_form(view, PersonalData::shown);
  EXPECT_THAT(shown, HasSubstr(",\t990000193005060014,"));
  EXPECT_THAT(shown, HasSubstr(",13800000001,"));
}

TEST(OfficialForms, AMaskedFormIsReadWithoutTheNumbers) {
  const OfficialForms first = parse(units, members);
  const OfficialForms again =
      parse(units, write_member_form(first.roster.as_of(as_of), PersonalData::masked));
  EXPECT_THAT(again.notes, ElementsAre("members.csv: 公民身份证号: 1 masked, read as none"));
  EXPECT_EQ(again.roster.of<Particulars>(again.roster.person("B01-1").id).at(0).id_number, "");
}

TEST(OfficialForms, AreReadInGB18030AsInUTF8) {
  const OfficialForms forms = parse(to_gb18030(units), to_gb18030(members));
  EXPECT_EQ(forms.roster.unit("B01").name, "甲局离退休干部党支部");
  EXPECT_EQ(forms.roster.person("B01-1").name, "竹一");
  EXPECT_EQ(to_gb18030("支部"), "\xD6\xA7\xB2\xBF");
  EXPECT_THROW(to_gb18030("\xFF"), std::invalid_argument);
}

TEST(OfficialForms, AreReadAsSpreadsheetsHaveThem) {
  const OfficialForms forms = parse(
      "\xEF\xBB\xBF党组织信息,,,,\r\n填报单位：某县,,,,\r\n"
      "*党组织代码,\"党组织\n全称 \",组织类别（必填）,建立日期,\r\n"
      "B01,　甲支部 ,631,2012-03-01,\r\n,,,,\r\n'B02,乙支部,611 ,2012-3-1 00:00:00,\r\n",
      "序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n");
  EXPECT_EQ(forms.roster.unit("B01").name, "甲支部");
  EXPECT_EQ(forms.roster.unit("B02").kind, UnitKind::committee);
  EXPECT_EQ(forms.roster.units().size(), 2u);
  EXPECT_THAT(forms.notes, IsEmpty());
}

TEST(OfficialFormFault, IsOnTheLineThatTheFileHas) {
  EXPECT_THAT(
      refusal("党组织信息,,,\n党组织代码,\"党组织\n全称\",组织类别,建立日期\n"
              "B01,\"甲\n支部\",631,2012-03-01\n,,,\n\nB02,乙支部,631,soon\nB03,丙支部\n"
              "B04,丁支部,631,2012-03-01,more\n",
              "序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n"),
      StartsWith("units.csv:8: 建立日期: not a date: 'soon'; accepted: 2017-09-30, 20170930, "
                 "2017/9/30, 2017.09.30, 2017年9月30日\n"
                 "units.csv:9: 2 cells where the headings have 4\n"
                 "units.csv:10: 5 cells where the headings have 4"));
}

TEST(OfficialForms, KeepWhatElseAFormOfMembersHasInTheRemark) {
  std::string more = replaced(members, "序号,", "籍贯,序号,学位,");
  more = replaced(more, "\n1,", "\n永顺,1,学士,");
  more = replaced(more, "\n2,", "\n,2,,");
  more = replaced(more, "\n3,", "\n龙山,3,,");
  const OfficialForms forms = parse(units, more);
  EXPECT_EQ(forms.roster.of<Particulars>(forms.roster.person("B01-1").id).at(0).remark,
            "籍贯：永顺；学位：学士");
  EXPECT_THAT(forms.notes, ElementsAre("members.csv: 籍贯: 2 cells, kept in the remark",
                                       "members.csv: 学位: 1 cell, kept in the remark"));
}

TEST(OfficialForms, NoteWhatOfAnOrganizationIsNotKept) {
  const OfficialForms forms = parse(
      "党组织代码,党组织全称,组织类别,建立日期,简称,党组织属地关系,任届期满日期,党组织书记\n"
      "B01,甲支部,631,2012-03-01,甲,本县,2018-01-01,松一\n",
      "序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n");
  EXPECT_THAT(
      forms.notes,
      ElementsAre("units.csv: 简称: 1 cell, not kept", "units.csv: 任届期满日期: 1 cell, not kept",
                  "units.csv: 党组织属地关系: 1 cell, not kept",
                  "units.csv: 党组织书记: '松一' of '甲支部' is no member in the forms: the "
                  "post stands vacant"));
}

TEST(OfficialForms, NoteAnIdNumberThatSaysOtherThanItsRow) {
  const std::string other = replaced(
      replaced(members, ",男,土家族,1930-05-06,", ",女,土家族,1930-05-07,"), "竹一,甲", "竹一,甲");
  EXPECT_THAT(parse(units, other).notes,
              ElementsAre("members.csv: 性别: another than 公民身份证号 has, of 序号 1, "
                          "'甲局离退休干部党支部'",
                          "members.csv: 出生日期: another day than 公民身份证号 has, of 序号 1, "
                          "'甲局离退休干部党支部'"));
}

TEST(OfficialForms, TakeTheDayOfBirthFromTheIdNumberWhereThereIsNoOther) {
  const OfficialForms forms = parse(units, replaced(members, "1930-05-06", ""));
  EXPECT_EQ(forms.roster.person("B01-1").born_on, (Date{1930, 5, 6}));
  EXPECT_EQ(refusal(units, replaced(members, "1950-01-01", "")),
            "members.csv:3: 出生日期: empty, and no id number says it; accepted: one of them");
}

TEST(OfficialFormFault, AllAreToldTogetherWithLineAndColumn) {
  const std::string bad_units =
      "党组织代码,党组织全称,上级党组织代码,组织类别,建立日期\n"
      "B01,甲支部,GX,641,2012-13-01\n"
      "B01,乙支部,,631,2012-03-01\n"
      "GW,工委,,党工委,2018-01-01\n";
  const std::string bad_members =
      "序号,姓名,所在党支部,性别,人员类别,加入党组织日期,转为正式党员日期,出生日期\n"
      "1,,甲支布,男,正式党员,2012-03-01,,1950-01-01\n"
      "2,竹二,甲支部,男人,党员,2012-03,,1950-01-01\n";
  const std::string told = refusal(bad_units, bad_members);
  for (const std::string_view line :
       {"units.csv:2: 上级党组织代码: no such organization: 'GX' (did you mean 'GW'?); accepted: "
        "the "
        "code or the full name of one in units.csv",
        "units.csv:2: 组织类别: no such code of the set 'national': '641' (did you mean '611'?); ",
        "units.csv:2: 建立日期: no such day: 2012-13",
        "units.csv:3: a second unit with the code 'B01'",
        "units.csv:4: 建立日期: 2018-01-01 is later than the form; accepted: days up to 2017-09-30",
        "members.csv:2: 姓名: empty, but every row needs one",
        "members.csv:2: 所在党支部: no such organization: '甲支布' (did you mean '甲支部'?)",
        "members.csv:2: 转为正式党员日期: empty, but a full member has one",
        "members.csv:3: 性别: no such sex: '男人'",
        "members.csv:3: 人员类别: no such label of the set 'member-category': '党员'",
        "members.csv:3: 加入党组织日期: not a date: '2012-03'; accepted: 2017-09-30, "})
    EXPECT_THAT(told, HasSubstr(line));
  EXPECT_EQ(std::ranges::count(told, '\n'), 10);
}

TEST(OfficialFormFault, AnIdNumberIsToldMasked) {
  const auto fault = [](std::string_view number) {
    return refusal(units, replaced(members, "990000193005060014", number));
  };
  EXPECT_EQ(fault("990000193005060014"), "none");
  EXPECT_EQ(fault("990000193005060015"),
            "members.csv:2: 公民身份证号: an id number whose check digit does not fit (GB 11643): "
            "'9900**************'; accepted: 18 characters as the identity card has them, in a "
            "cell that is text");
  EXPECT_THAT(fault("990000193013060011"),
              HasSubstr("an id number with a day of birth that there is not: '9900****"));
  EXPECT_THAT(fault("9.90000193E+17"), HasSubstr("an id number that was rounded: '*****"));
  EXPECT_THAT(fault("99000019300506001"), HasSubstr("not an id number: '****"));
  for (const std::string_view number : {"990000193005060015", "990000193013060011"})
    EXPECT_THAT(fault(number), Not(HasSubstr(number)));
}

TEST(OfficialFormFault, AnIdNumberMayEndInXOfEitherCase) {
  EXPECT_EQ(parse_id_number("99000019500101006x"), "99000019500101006X");
  EXPECT_EQ(sex("99000019500101006X"), Sex::female);
}

TEST(OfficialFormFault, ABranchWhoseNameOthersHaveToo) {
  EXPECT_EQ(refusal(replaced(units, "乙丙联合党支部", "甲局离退休干部党支部"), members),
            "members.csv:2: 所在党支部: several organizations are called '甲局离退休干部党支部'; "
            "accepted: "
            "the code of one of them, 'B01', 'B02'");
}

TEST(OfficialFormFault, OrganizationsInACircle) {
  EXPECT_EQ(
      refusal("党组织代码,党组织全称,上级党组织代码,组织类别,建立日期\n"
              "A,甲,B,631,2012-03-01\nB,乙,C,631,2012-03-01\nC,丙,B,631,2012-03-01\n",
              "序号,姓名,所在党支部,性别,人员类别,加入党组织日期\n"),
      "units.csv:3: 上级党组织代码: a circle of organizations, each standing under the next: B → "
      "C → B; accepted: one that does not stand under it");
}

TEST(OfficialFormFault, ACodeAndALabelThatDoNotGoTogether) {
  EXPECT_THAT(refusal(replaced(units, "631 党支部", "611 党支部"), members),
              HasSubstr("units.csv:2: 组织类别: code and label do not go together: '611 党支部'"));
}

TEST(OfficialFormFault, WhatContradictsItself) {
  EXPECT_THAT(refusal(units, replaced(members, "是,2017-01-31", "否,2017-01-31")),
              StartsWith("members.csv:4: 失去联系日期: there, but 是否为失联党员 does not say 是"));
  EXPECT_THAT(refusal(units, replaced(members, "是,某省某市", "否,某省某市")),
              StartsWith("members.csv:3: 外出流向: there, but 是否为流动党员 does not say 是"));
  EXPECT_THAT(
      refusal(units, replaced(members, "预备党员,2017-07-01,", "预备党员,2016-07-01,2017-07-01")),
      StartsWith("members.csv:3: 人员类别: '预备党员' on 2017-09-30, but full member from "
                 "2017-07-01"));
  EXPECT_EQ(
      refusal(units, replaced(members, "预备党员,2017-07-01,", "预备党员,2016-10-01,2017-10-01")),
      "none")
      << "the day of it lies ahead";
}

TEST(OfficialFormFault, AHeadingThatIsMissing) {
  EXPECT_THAT(refusal(replaced(units, "建立日期", "建立日朝"), members),
              StartsWith("units.csv:1: no column '建立日期'; found '建立日朝'; accepted: "));
  EXPECT_THAT(refusal(units, ""), StartsWith("members.csv: empty; accepted: a row of headings"));
}

TEST(OfficialFormFault, AFileThatIsNotThere) {
  try {
    read_official_forms("no/units.csv", "no/members.csv", code_set("national"), as_of);
    FAIL();
  } catch (const std::invalid_argument& e) {
    EXPECT_EQ(std::string{e.what()}, "no/units.csv: no such file\nno/members.csv: no such file");
  }
}

TEST(OfficialForms, AreReadFromFiles) {
  const std::filesystem::path folder = std::filesystem::path{testing::TempDir()} / "zhibu_forms";
  std::filesystem::create_directories(folder);
  std::ofstream{folder / "党组织.csv", std::ios::binary} << units;
  std::ofstream{folder / "党员.csv", std::ios::binary} << to_gb18030(members);
  const OfficialForms forms =
      read_official_forms(folder / "党组织.csv", folder / "党员.csv", code_set("national"), as_of);
  EXPECT_EQ(forms.roster.persons().size(), 3u);
  std::filesystem::remove_all(folder);
}

TEST(OfficialForms, ADayIsReadInFiveForms) {
  for (const std::string_view text : {"2017-09-30", "20170930", "2017/9/30", "2017.09.30",
                                      "2017年9月30日", "2017-09-30 00:00:00", "2017/9/30 0:00"})
    EXPECT_EQ(parse_form_date(text), as_of) << text;
  for (const std::string_view text : {"2017-09", "2017.9", "2017年9月", "43008", "2017-9/30",
                                      "17.9.30", "2017-09-30 08:00:00", "2017年9月30", "9/30/2017"})
    EXPECT_THAT(refused_date(text), StartsWith("not a date: '" + std::string{text} + "'")) << text;
  EXPECT_THAT(refused_date("20170931"), HasSubstr("no such day"));
}

TEST(OfficialForms, NoCellCanStartAFormula) {
  const OfficialForms forms = parse(replaced(units, "甲局,机关", "=1+1,机关"), members);
  const std::string written = write_unit_form(forms.roster.as_of(as_of), code_set("national"));
  EXPECT_THAT(written, HasSubstr(",'=1+1,"));
  const OfficialForms again = parse(written, members);
  EXPECT_EQ(again.roster.workplace("DW1").name, "=1+1");
}

TEST(OfficialForms, ABranchCalledAsAnotherIsWrittenByItsCode) {
  const std::string called = replaced(units, "乙丙联合党支部", "B03");
  const OfficialForms forms = parse(called, members);
  const RosterView view = forms.roster.as_of(as_of);
  const std::string written = write_member_form(view, PersonalData::masked);
  EXPECT_THAT(written, HasSubstr(",竹二,B02,"));
  EXPECT_THAT(written, HasSubstr(",竹一,甲局离退休干部党支部,"));
}

TEST(OfficialForms, AWorkplaceHasTheNatureThatAnyRowSays) {
  const std::string again = replaced(units, ",,,,,\nGW", ",,甲局,,,\nGW");
  const OfficialForms forms = parse(again, members);
  EXPECT_EQ(forms.roster.workplaces().size(), 3u);
  const RosterView view = forms.roster.as_of(as_of);
  const WorkplaceId shared = view.workplaces(forms.roster.unit("B03").id).at(0);
  EXPECT_EQ(forms.roster[shared].nature, "机关");
  EXPECT_EQ(refusal(replaced(again, ",,甲局,,,", ",,甲局,企业,,"), members),
            "units.csv:4: 单位性质类别: '企业' of '甲局', which is '机关' elsewhere; accepted: the "
            "same in "
            "all rows");
}

TEST(OfficialForms, OfAPartOfTheTreeAreThoseOfThatPart) {
  const OfficialForms forms = parse(units, members);
  const RosterView part = forms.roster.as_of(as_of, forms.roster.unit("B02").id);
  const std::string unit_form = write_unit_form(part, code_set("national"));
  EXPECT_THAT(unit_form, HasSubstr("\r\nB02,乙丙联合党支部,,632 联合党支部,"));
  EXPECT_THAT(unit_form, Not(HasSubstr("B01")));
  const std::string member_form = write_member_form(part, PersonalData::masked);
  EXPECT_THAT(member_form, HasSubstr("\r\n1,竹二,"));
  EXPECT_THAT(member_form, Not(HasSubstr("竹一")));
}

}  // namespace
}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/code_set.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// An official form as CSV, in UTF-8 or GB18030, and the name that faults give it.
struct FormText {
  std::string_view name;
  std::string_view csv;
};

// What two official forms say: a roster, and in what it differs from them.
struct OfficialForms {
  Roster roster;
  std::vector<std::string> notes;  // for the one who hands them in, in the order of the forms
};

// Read 党组织信息 and 党员基本信息汇总表, by their Chinese headings, in any order of columns.
//
//   const OfficialForms forms =
//       read_official_forms("党组织.csv", "党员.csv", code_set("national"), Date{2017, 9, 30});
//   for (const std::string& note : forms.notes) std::cout << note << '\n';
//
// Of an organization: 党组织代码, 党组织全称, 组织类别 and 建立日期 are needed; 上级党组织代码 (a
// code or a full name), 批准文号, 单位名称 and 单位性质类别 (several divided by ；), 换届日期 and
// 换届文号, 党组织书记 are taken. 组织类别 is read by `kinds`: a code, a label, both, or
// "national:631"; also the label of a kind that the set has no code for.
//
// Of a member: 序号, 姓名, 所在党支部 (a code or a full name), 性别, 人员类别 and 加入党组织日期
// are needed, and 出生日期 or 公民身份证号; 转为正式党员日期 of a full member, that of admission
// where there was no probation. 工作岗位 by the code set "jobs" says who has retired. The code of a
// member is that of the branch with 序号: "YS-B01-3".
//
// A form is a picture of the day `as_of`. So organizations stand since 建立日期, as they are called
// now; but what is so on that day and since when is not said, lasts from `as_of`: homes, posts,
// workplaces, being mobile, being out of contact where there is no 失去联系日期, and 党籍状态.
//
// What else the form of members has goes to Particulars::remark ("籍贯：永顺；…"). What else that
// of organizations has, its 简称, 任届期满日期 (a rule says how long a term lasts) and 联系电话, is
// not kept; a note names each such column. Notes too are a masked id number, which is read as none,
// one that says another day of birth or sex than its row, and a 书记 who is nobody of the form.
//
// Throw std::invalid_argument that lists the faults of both forms, a line for each: file, line,
// heading, what was found, what would be accepted. An id number is always masked there.
ZHIBU_EXPORT OfficialForms read_official_forms(const std::filesystem::path& units,
                                               const std::filesystem::path& members,
                                               const CodeSet& kinds, Date as_of);
ZHIBU_EXPORT OfficialForms parse_official_forms(const FormText& units, const FormText& members,
                                                const CodeSet& kinds, Date as_of);

// 党组织信息 of the units of `view`, as CSV in UTF-8 without byte order mark. 组织类别 has code and
// label, "631 党支部", or the label alone where `kinds` has no code. 任届期满日期 and 联系电话 are
// left empty.
ZHIBU_EXPORT std::string write_unit_form(const RosterView& view, const CodeSet& kinds);

// 党员基本信息汇总表 of the members at home in the units of `view`, in the same way. An id number
// that is shown has a tab in front, lest a spreadsheet round it; reading takes it off again.
ZHIBU_EXPORT std::string write_member_form(const RosterView& view, PersonalData personal);

// A text in UTF-8 as GB18030, for programs that read nothing else.
ZHIBU_EXPORT std::string to_gb18030(std::string_view utf8);

}  // namespace zhibu

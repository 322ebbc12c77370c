// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include <iconv.h>

#include "organization/official_form_cells.hpp"
#include "organization/official_form_sheet.hpp"
#include "zhibu/organization/official_form.hpp"

namespace zhibu {

namespace {

constexpr std::string_view unit_headings =
    "党组织代码,党组织全称,上级党组织代码,组织类别,建立日期,批准文号,单位名称,单位性质类别,"
    "换届日期,换届文号,"
    "任届期满日期,党组织书记,联系电话\r\n";

constexpr std::string_view member_headings =
    "序号,姓名,所在党支部,公民身份证号,性别,民族,出生日期,学历,人员类别,加入党组织日期,"
    "转为正式党员日期,工作岗位,"
    "联系电话(手机号/固定电话),党籍状态,是否为失联党员,失去联系日期,是否为流动党员,外出流向\r\n";

std::string line(std::initializer_list<std::string_view> cells) {
  std::string line;
  for (const std::string_view cell : cells) line += form_cell(cell) + ",";
  line.back() = '\r';
  return line + "\n";
}

std::string day_cell(std::optional<Date> day) { return day ? to_string(*day) : ""; }

void append(std::string& list, std::string_view text) {
  if (text.empty()) return;
  if (!list.empty()) list += "；";
  list += text;
}

// --- units ---

std::string founding_document(const Roster& roster, const Unit& unit) {
  for (const Event& event : roster.of<Event>(unit.id))
    if (event.kind == EventKind::found && event.unit == unit.id) return std::string{event.document};
  return {};
}

// The names of those who hold a post of secretary.
std::string secretaries(const RosterView& view, UnitId unit) {
  const Roster& roster = view.roster();
  std::string names;
  for (const PostId post : roster.posts(unit))
    if (roster[post].kind == PostKind::secretary)
      for (const Appointment& held : view.holders(post)) append(names, roster[held.person].name);
  return names;
}

// The workplaces of a unit and, where they are all recorded, their natures.
std::pair<std::string, std::string> workplaces(const RosterView& view, UnitId unit) {
  std::string names;
  std::string natures;
  std::set<std::string_view> different;
  bool all = true;
  for (const WorkplaceId id : view.workplaces(unit)) {
    const Workplace workplace = view.roster()[id];
    append(names, workplace.name);
    append(natures, workplace.nature);
    different.insert(workplace.nature);
    all = all && !workplace.nature.empty();
  }
  if (!all) return {names, ""};
  return {names, different.size() == 1 ? std::string{*different.begin()} : natures};
}

std::string unit_line(const RosterView& view, UnitId id, const CodeSet& kinds) {
  const Unit unit = view[id];
  const auto term = view.roster().term(id, view.day());
  const auto [names, natures] = workplaces(view, id);
  const std::string_view above =
      unit.parent && view.contains(*unit.parent) ? view[*unit.parent].code : std::string_view{};
  return line({unit.code, unit.name, above, category_cell(category(unit), kinds),
               to_string(unit.standing.begin), founding_document(view.roster(), unit), names,
               natures, term ? to_string(term->elected_on) : "", term ? term->document : "", "",
               secretaries(view, id), ""});
}

// --- members ---

// What is kept of persons besides, by their handles.
class Besides {
 public:
  explicit Besides(const RosterView& view) {
    for (const Particulars& particulars : view.roster().all<Particulars>())
      particulars_[particulars.person] = particulars;
    for (const Circumstance& circumstance : view.all<Circumstance>())
      circumstances_[{circumstance.person, circumstance.kind}] = circumstance;
  }

  Particulars particulars(PersonId person) const {
    const auto found = particulars_.find(person);
    return found == particulars_.end() ? Particulars{.person = person} : found->second;
  }

  const Circumstance* circumstance(PersonId person, CircumstanceKind kind) const {
    const auto found = circumstances_.find({person, kind});
    return found == circumstances_.end() ? nullptr : &found->second;
  }

 private:
  std::map<PersonId, Particulars> particulars_;
  std::map<std::pair<PersonId, CircumstanceKind>, Circumstance> circumstances_;
};

std::string_view yes_no(bool yes) { return yes ? "是" : "否"; }

std::string id_cell(std::string_view number, PersonalData personal) {
  if (number.empty()) return {};
  return personal == PersonalData::shown ? "\t" + std::string{number} : masked_id_number(number);
}

std::string phone_cell(std::string_view number, PersonalData personal) {
  return personal == PersonalData::shown ? std::string{number} : masked_phone(number);
}

// The job as it is kept, or what is known of it where it is not.
std::string job_cell(std::string_view job, Retirement retirement, const CodeSet& jobs) {
  if (!job.empty() || retirement == Retirement::in_service) return std::string{job};
  const auto row = jobs.find(retirement);
  return row ? row->label : std::string{label(retirement)};
}

class MemberWriter {
 public:
  MemberWriter(const RosterView& view, PersonalData personal)
      : view_{view}, personal_{personal}, besides_{view} {
    for (const UnitId unit : view.units()) {
      ++called_[view[unit].name];
      ++called_[view[unit].code];
    }
  }

  std::string line_of(PersonId id, UnitId home, int number) const {
    const Person person = view_.roster()[id];
    const Particulars kept = besides_.particulars(id);
    const auto* const lost = besides_.circumstance(id, CircumstanceKind::out_of_contact);
    const auto* const mobile = besides_.circumstance(id, CircumstanceKind::mobile);
    const auto standing = categories_.find(standing_on(person, view_.day()));
    return line({std::to_string(number), person.name, branch_cell(home),
                 id_cell(kept.id_number, personal_), label(person.sex), kept.ethnicity,
                 to_string(person.born_on), kept.education, standing ? standing->label : "",
                 day_cell(person.admitted_on), day_cell(person.full_member_on),
                 job_cell(kept.job, retirement_on(person, view_.day()), jobs_),
                 phone_cell(kept.phone, personal_), status_cell(id), yes_no(lost != nullptr),
                 lost != nullptr ? to_string(lost->period.begin) : "", yes_no(mobile != nullptr),
                 mobile != nullptr ? mobile->remark : ""});
  }

 private:
  // The full name of a branch, or its code where the name is another's name or code too.
  std::string_view branch_cell(UnitId unit) const {
    const Unit branch = view_[unit];
    return called_.at(branch.name) == 1 ? branch.name : branch.code;
  }

  std::string status_cell(PersonId person) const {
    constexpr CircumstanceKind suspended = CircumstanceKind::membership_suspended;
    const bool is_so = besides_.circumstance(person, suspended) != nullptr;
    return is_so ? statuses_.find(suspended)->label : statuses_.rows().front().label;
  }

  const RosterView& view_;
  PersonalData personal_;
  Besides besides_;
  CodeSet categories_ = code_set("member-category");
  CodeSet statuses_ = code_set("membership-status");
  CodeSet jobs_ = code_set("jobs");
  std::map<std::string_view, int> called_;
};

}  // namespace

std::string write_unit_form(const RosterView& view, const CodeSet& kinds) {
  std::string form{unit_headings};
  for (const UnitId unit : view.units()) form += unit_line(view, unit, kinds);
  return form;
}

std::string write_member_form(const RosterView& view, PersonalData personal) {
  const MemberWriter writer{view, personal};
  std::string form{member_headings};
  int number = 0;
  for (const UnitId unit : view.units())
    for (const PersonId person : view.members(unit))
      if (is_member_on(view.roster()[person], view.day()))
        form += writer.line_of(person, unit, ++number);
  return form;
}

std::string to_gb18030(std::string_view utf8) {
  const iconv_t converter = iconv_open("GB18030", "UTF-8");
  if (converter == iconv_t(-1)) throw std::invalid_argument("no GB18030 here; accepted: UTF-8");
  std::string input{utf8};
  std::string text(4 * utf8.size(), '\0');  // a byte becomes four at most
  char* in = input.data();
  char* out = text.data();
  std::size_t in_left = input.size();
  std::size_t out_left = text.size();
  const std::size_t done = iconv(converter, &in, &in_left, &out, &out_left);
  iconv_close(converter);
  if (done == static_cast<std::size_t>(-1))
    throw std::invalid_argument("not UTF-8 at byte " + std::to_string(in - input.data()) +
                                "; accepted: a text in UTF-8");
  text.resize(text.size() - out_left);
  return text;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include "cell.hpp"
#include "organization/official_form_cells.hpp"
#include "organization/official_form_read.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::string_view id_column = "公民身份证号";
constexpr std::string_view phone_column = "联系电话(手机号/固定电话)";

constexpr std::array<FormColumn, 18> columns{
    {{"序号", "", true},
     {"姓名", "", true},
     {"所在党支部", "所在党组织", true},
     {id_column, "公民身份证号码;公民身份号码;身份证号;身份证号码"},
     {"性别", "", true},
     {"民族", ""},
     {"出生日期", ""},
     {"学历", ""},
     {"人员类别", "党员类别", true},
     {"加入党组织日期", "入党日期;入党时间", true},
     {"转为正式党员日期", "转正日期;转正时间"},
     {"工作岗位", ""},
     {phone_column, "联系电话;手机号;手机号码;电话"},
     {"党籍状态", ""},
     {"是否为失联党员", "是否失联党员"},
     {"失去联系日期", ""},
     {"是否为流动党员", "是否流动党员"},
     {"外出流向", ""}}};

bool is_masked(std::string_view id_number) { return id_number.find('*') != std::string_view::npos; }

// Whether `column` says yes.
bool says_yes(const FormRow& row, std::string_view column) {
  return row.read(column, parse_yes_no).value_or(false);
}

}  // namespace

MemberForm::MemberForm(const FormText& form, const UnitForm& units, FormReading& reading)
    : units_{units}, reading_{reading}, sheet_{form, columns, reading.faults} {
  for (const FormRow& row : sheet_.rows()) read(row);
  note_what_is_kept_apart();
}

void MemberForm::read(const FormRow& row) {
  const auto home = units_.find(row, "所在党支部");
  const auto number = row.read_required("序号", parse_integer);
  const auto id = id_number(row);
  const auto work = job(row);
  const CodeMeaning status = membership_status(row);
  Person read = person(row, id, work, status);
  const std::vector<Circumstance> circumstances = circumstances_of(row, status);
  if (!home || !number || read.name.empty()) return;

  const std::string code = std::string{reading_.roster[*home].code} + "-" + std::to_string(*number);
  read.code = code;
  row.attempt([&] {
    const PersonId person = reading_.roster.add(read);
    by_name_.add(read.name, person, *home);
    if (!read.left_party_on)
      reading_.roster.add(Membership{person, *home, MembershipKind::home, since(reading_.as_of)});
    add_particulars(row, person, id.value_or(""), work);
    for (Circumstance circumstance : circumstances) {
      circumstance.person = person;
      reading_.roster.add(circumstance);
    }
  });
}

Person MemberForm::person(const FormRow& row, const std::optional<std::string>& id_number,
                          const std::optional<CodeRow>& job, const CodeMeaning& status) {
  Person person{.id = {},
                .code = {},
                .name = row.required("姓名"),
                .sex = sex_of(row, id_number),
                .born_on = born(row, id_number)};
  if (const auto* const retirement = job ? std::get_if<Retirement>(&job->meaning) : nullptr)
    person.retirement = *retirement;
  read_dates(row, person);
  if (status == CodeMeaning{PartyStanding::not_a_member}) person.left_party_on = reading_.as_of;
  return person;
}

void MemberForm::read_dates(const FormRow& row, Person& person) {
  const auto category = row.read_required("人员类别", [this](std::string_view text) {
    return std::get<PartyStanding>(categories_.meaning(text));
  });
  person.admitted_on = row.read_required(
      "加入党组织日期", [this](std::string_view text) { return reading_.day_by_then(text); });
  person.full_member_on = row.read("转为正式党员日期", parse_form_date);
  const bool is_full = person.full_member_on && *person.full_member_on <= reading_.as_of;
  const bool said_full = category == PartyStanding::full;
  if (!category || is_full == said_full) return;
  if (said_full && row.text("转为正式党员日期").empty())
    row.fault("转为正式党员日期",
              "empty, but a full member has one; accepted: the day, that of admission where there "
              "was no probation");
  else if (person.full_member_on)
    row.fault("人员类别", quote(row.text("人员类别")) + " on " + to_string(reading_.as_of) +
                              ", but full member from " + to_string(*person.full_member_on) +
                              "; accepted: what both say");
}

std::optional<std::string> MemberForm::id_number(const FormRow& row) {
  if (is_masked(row.text(id_column))) {
    ++masked_;
    return std::nullopt;
  }
  auto number = row.read(id_column, parse_id_number);
  if (number && !id_numbers_.insert(*number).second)
    row.fault(id_column, "the id number of another row too: " + quote(masked_id_number(*number)) +
                             "; accepted: each member once");
  return number;
}

Date MemberForm::born(const FormRow& row, const std::optional<std::string>& id_number) {
  const auto day =
      row.read("出生日期", [this](std::string_view text) { return reading_.day_by_then(text); });
  if (id_number && day && born_on(*id_number) != *day)
    reading_.note(sheet_, "出生日期",
                  "another day than " + std::string{sheet_.heading(id_column)} + " has, of 序号 " +
                      std::string{row.text("序号")} + ", " + quote(row.text("所在党支部")));
  if (day) return *day;
  if (id_number) return born_on(*id_number);
  if (row.text("出生日期").empty() &&
      (row.text(id_column).empty() || is_masked(row.text(id_column))))
    row.fault("出生日期", "empty, and no id number says it; accepted: one of them");
  return {};
}

Sex MemberForm::sex_of(const FormRow& row, const std::optional<std::string>& id_number) {
  const auto said = row.read_required("性别", named<Sex>("sex"));
  if (id_number && said && sex(*id_number) != *said)
    reading_.note(sheet_, "性别",
                  "another than " + std::string{sheet_.heading(id_column)} + " has, of 序号 " +
                      std::string{row.text("序号")} + ", " + quote(row.text("所在党支部")));
  return said.value_or(Sex::male);
}

// The code set names only some of the jobs there are: what it does not know is a text.
std::optional<CodeRow> MemberForm::job(const FormRow& row) const {
  const std::string_view text = row.text("工作岗位");
  const std::string_view code = text.substr(0, text.find_first_not_of("0123456789"));
  const bool known = std::ranges::any_of(
      jobs_.rows(), [&](const CodeRow& job) { return job.code == code || job.label == text; });
  if (!known) return std::nullopt;
  return row.read("工作岗位", [this](std::string_view cell) { return jobs_.row(cell); });
}

CodeMeaning MemberForm::membership_status(const FormRow& row) const {
  const auto meaning =
      row.read("党籍状态", [this](std::string_view text) { return statuses_.meaning(text); });
  return meaning.value_or(CodeMeaning{});
}

void MemberForm::add_particulars(const FormRow& row, PersonId person, std::string_view id_number,
                                 const std::optional<CodeRow>& job) {
  const std::string others = remark(row);
  reading_.roster.add(Particulars{.person = person,
                                  .id_number = id_number,
                                  .phone = row.text(phone_column),
                                  .ethnicity = row.text("民族"),
                                  .education = row.text("学历"),
                                  .job = job ? std::string_view{job->label} : row.text("工作岗位"),
                                  .remark = others});
}

std::string MemberForm::remark(const FormRow& row) const {
  std::string remark;
  for (const std::string& heading : sheet_.others())
    if (const std::string_view text = row.text(heading); !text.empty())
      remark += (remark.empty() ? "" : "；") + heading + "：" + std::string{text};
  return remark;
}

std::vector<Circumstance> MemberForm::circumstances_of(const FormRow& row,
                                                       const CodeMeaning& status) const {
  const auto begin = row.read("失去联系日期",
                              [this](std::string_view text) { return reading_.day_by_then(text); });
  const bool lost = says_yes(row, "是否为失联党员");
  const bool mobile = says_yes(row, "是否为流动党员");
  const std::string_view where = row.text("外出流向");
  if (begin && !lost)
    row.fault("失去联系日期", "there, but 是否为失联党员 does not say 是; accepted: both or none");
  if (!where.empty() && !mobile)
    row.fault("外出流向", "there, but 是否为流动党员 does not say 是; accepted: both or none");

  std::vector<Circumstance> found;
  const auto add = [&](CircumstanceKind kind, Date from, std::string_view remark) {
    found.push_back({{}, kind, since(from), remark});
  };
  if (lost) add(CircumstanceKind::out_of_contact, begin.value_or(reading_.as_of), "");
  if (mobile) add(CircumstanceKind::mobile, reading_.as_of, where);
  if (const auto* const kind = std::get_if<CircumstanceKind>(&status))
    add(*kind, reading_.as_of, row.text("党籍状态"));
  return found;
}

void MemberForm::note_what_is_kept_apart() {
  if (masked_ > 0)
    reading_.note(sheet_, id_column, std::to_string(masked_) + " masked, read as none");
  for (const std::string& heading : sheet_.others())
    reading_.note_filled(sheet_, heading, "kept in the remark");
}

}  // namespace zhibu

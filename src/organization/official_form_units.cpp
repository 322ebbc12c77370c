// SPDX-License-Identifier: BSL-1.0

#include <algorithm>
#include <array>
#include <iterator>
#include <stdexcept>
#include <utility>

#include "nearest.hpp"
#include "organization/official_form_cells.hpp"
#include "organization/official_form_read.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::array<FormColumn, 14> columns{{{"党组织代码", "党组织编码;组织代码", true},
                                              {"党组织全称", "党组织名称", true},
                                              {"简称", "党组织简称"},
                                              {"上级党组织代码", "上级党组织;上级党组织名称"},
                                              {"组织类别", "党组织类别", true},
                                              {"建立日期", "成立日期;党组织建立日期", true},
                                              {"批准文号", "建立文号;批准建立文号"},
                                              {"单位名称", "党组织所在单位名称"},
                                              {"单位性质类别", "单位性质"},
                                              {"换届日期", "选举日期"},
                                              {"换届文号", ""},
                                              {"任届期满日期", "届满日期"},
                                              {"党组织书记", "书记"},
                                              {"联系电话", "党组织联系电话"}}};

constexpr std::array<std::string_view, 3> not_kept{"简称", "任届期满日期", "联系电话"};

std::string join(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined += (joined.empty() ? "" : ", ") + text;
  return joined;
}

}  // namespace

UnitForm::UnitForm(const FormText& form, FormReading& reading)
    : reading_{reading}, sheet_{form, columns, reading.faults} {
  for (const FormRow& row : sheet_.rows()) drafts_.push_back({.row = row});
  index_drafts();
  for (Draft& draft : drafts_)
    if (!draft.row.text("上级党组织代码").empty())
      draft.above = find_draft(draft.row, "上级党组织代码");
  for (const Draft& draft : drafts_) read_natures(draft.row);
  for (std::size_t i = 0; i < drafts_.size(); ++i) add_with_those_above(i);
  note_what_is_not_kept();
}

void UnitForm::index_drafts() {
  for (std::size_t i = 0; i < drafts_.size(); ++i) {
    by_code_.emplace(drafts_[i].row.text("党组织代码"), i);
    by_name_.emplace(drafts_[i].row.text("党组织全称"), i);
  }
}

std::optional<std::size_t> UnitForm::find_draft(const FormRow& row, std::string_view column) const {
  const std::string_view text = row.required(column);
  if (text.empty()) return std::nullopt;
  if (const auto found = by_code_.find(text); found != by_code_.end()) return found->second;
  const auto [begin, end] = by_name_.equal_range(text);
  if (begin == end) {
    if (!sheet_.whole()) return std::nullopt;  // it may stand in a row that was lost
    std::vector<std::string_view> accepted;
    for (const auto& [name, draft] : by_name_) accepted.push_back(name);
    for (const auto& [code, draft] : by_code_) accepted.push_back(code);
    const std::string_view meant = nearest(text, accepted);
    row.fault(column, "no such organization: " + quote(text) +
                          (meant.empty() ? "" : " (did you mean " + quote(meant) + "?)") +
                          "; accepted: the code or the full name of one in " + sheet_.name());
    return std::nullopt;
  }
  if (std::next(begin) == end) return begin->second;
  std::vector<std::string> codes;
  for (auto at = begin; at != end; ++at)
    codes.push_back(quote(drafts_[at->second].row.text("党组织代码")));
  row.fault(column, "several organizations are called " + quote(text) +
                        "; accepted: the code of one of them, " + join(codes));
  return std::nullopt;
}

std::optional<UnitId> UnitForm::find(const FormRow& row, std::string_view column) const {
  const auto draft = find_draft(row, column);
  return draft ? drafts_[*draft].id : std::nullopt;
}

// A unit is added behind the one it stands under, wherever that has its row.
void UnitForm::add_with_those_above(std::size_t draft) {
  std::vector<std::size_t> chain;
  std::optional<std::size_t> at = draft;
  for (; at && !drafts_[*at].reached; at = drafts_[*at].above) {
    drafts_[*at].reached = true;
    chain.push_back(*at);
  }
  if (at && std::ranges::find(chain, *at) != chain.end()) return refuse_circle(chain, *at);
  std::ranges::reverse(chain);
  for (const std::size_t next : chain) add(drafts_[next]);
}

void UnitForm::refuse_circle(const std::vector<std::size_t>& chain, std::size_t first) {
  std::string circle;
  for (auto at = std::ranges::find(chain, first); at != chain.end(); ++at)
    circle += std::string{drafts_[*at].row.text("党组织代码")} + " → ";
  circle += drafts_[first].row.text("党组织代码");
  drafts_[first].row.fault("上级党组织代码",
                           "a circle of organizations, each standing under the next: " + circle +
                               "; accepted: one that does not stand under it");
}

void UnitForm::add(Draft& draft) {
  const FormRow& row = draft.row;
  const auto category = row.read_required(
      "组织类别", [this](std::string_view text) { return parse_category(text, reading_.kinds); });
  const auto begin = row.read_required(
      "建立日期", [this](std::string_view text) { return reading_.day_by_then(text); });
  const std::string_view code = row.required("党组织代码");
  const Unit unit{
      .id = {},
      .code = code,
      .name = row.required("党组织全称"),
      .kind = category.value_or(UnitCategory{}).kind,
      .parent = draft.above ? drafts_[*draft.above].id : std::nullopt,
      .standing = since(begin.value_or(reading_.as_of)),
      .temporary = category.value_or(UnitCategory{}).temporary,
      .joint = category.value_or(UnitCategory{}).joint,
  };
  if (code.empty() || unit.name.empty()) return;
  if (!row.attempt([&] { draft.id = reading_.roster.add(unit); })) return;
  if (const std::string_view document = row.text("批准文号"); !document.empty())
    row.attempt([&] { reading_.roster.found(*draft.id, document); });
  add_workplaces(draft);
  add_term(draft);
}

void UnitForm::read_natures(const FormRow& row) {
  const std::vector<std::string_view> names = parts_of(row.text("单位名称"));
  const std::vector<std::string_view> natures = parts_of(row.text("单位性质类别"));
  if (natures.empty()) return;
  if (natures.size() != 1 && natures.size() != names.size())
    return row.fault("单位性质类别", std::to_string(natures.size()) + " for " +
                                         std::to_string(names.size()) +
                                         " in 单位名称; accepted: one for all, or one for each");
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::string_view nature = natures[natures.size() == 1 ? 0 : i];
    const std::string_view before = natures_.emplace(names[i], nature).first->second;
    if (before != nature)
      row.fault("单位性质类别", quote(nature) + " of " + quote(names[i]) + ", which is " +
                                    quote(before) + " elsewhere; accepted: the same in all rows");
  }
}

void UnitForm::add_workplaces(const Draft& draft) {
  for (const std::string_view name : parts_of(draft.row.text("单位名称")))
    draft.row.attempt([&] {
      reading_.roster.add(UnitWorkplace{*draft.id, workplace(name), since(reading_.as_of)});
    });
}

WorkplaceId UnitForm::workplace(std::string_view name) {
  if (const auto known = workplaces_.find(name); known != workplaces_.end()) return known->second;
  const std::string code = "DW" + std::to_string(workplaces_.size() + 1);
  const auto nature = natures_.find(name);
  const WorkplaceId id = reading_.roster.add(
      Workplace{{}, code, name, nature == natures_.end() ? "" : nature->second});
  workplaces_.emplace(name, id);
  return id;
}

void UnitForm::add_term(const Draft& draft) {
  const FormRow& row = draft.row;
  const auto elected =
      row.read("换届日期", [this](std::string_view text) { return reading_.day_by_then(text); });
  const auto due = row.read("任届期满日期", parse_form_date);
  if (elected && due && *due <= *elected)
    row.fault("任届期满日期", to_string(*due) + " is not after 换届日期, " + to_string(*elected) +
                                  "; accepted: a later day");
  if (!elected) return;
  row.attempt([&] {
    reading_.roster.add(Term{
        .id = {}, .unit = *draft.id, .elected_on = *elected, .document = row.text("换届文号")});
  });
}

void UnitForm::note_what_is_not_kept() {
  const auto note = [this](std::string_view column) {
    reading_.note_filled(sheet_, column, "not kept");
  };
  std::ranges::for_each(not_kept, note);
  std::ranges::for_each(sheet_.others(), note);
}

void UnitForm::appoint(const Secretaries& secretaries) {
  for (const Draft& draft : drafts_)
    if (draft.id && !draft.row.text("党组织书记").empty())
      draft.row.attempt([&] { appoint(draft, secretaries); });
}

void UnitForm::appoint(const Draft& draft, const Secretaries& secretaries) {
  const std::string_view name = draft.row.text("党组织书记");
  const std::string code = std::string{draft.row.text("党组织代码")} + "-SJ";
  const PostId post = reading_.roster.add(
      Post{.id = {}, .code = code, .unit = *draft.id, .kind = PostKind::secretary});
  const std::vector<PersonId> persons = secretaries.find(name, *draft.id);
  if (persons.size() == 1) {
    reading_.roster.add(Appointment{post, persons[0], since(reading_.as_of)});
  } else if (persons.empty()) {
    reading_.note(sheet_, "党组织书记",
                  quote(name) + " of " + quote(draft.row.text("党组织全称")) +
                      " is no member in the forms: the post stands vacant");
  } else {
    std::vector<std::string> codes;
    for (const PersonId person : persons) codes.push_back(quote(reading_.roster[person].code));
    draft.row.fault("党组织书记", "several members are called " + quote(name) + ": " + join(codes) +
                                      "; accepted: the name of one");
  }
}

void UnitForm::Secretaries::add(std::string_view name, PersonId person, UnitId home) {
  members_.emplace(name, Member{person, home});
}

std::vector<PersonId> UnitForm::Secretaries::find(std::string_view name, UnitId unit) const {
  std::vector<PersonId> anywhere;
  std::vector<PersonId> here;
  const auto [begin, end] = members_.equal_range(name);
  for (auto at = begin; at != end; ++at) {
    anywhere.push_back(at->second.person);
    if (at->second.home == unit) here.push_back(at->second.person);
  }
  return here.empty() ? anywhere : here;
}

}  // namespace zhibu

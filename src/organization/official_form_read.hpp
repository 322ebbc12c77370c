// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "organization/official_form_sheet.hpp"
#include "table.hpp"
#include "zhibu/organization/code_set.hpp"
#include "zhibu/organization/official_form.hpp"

namespace zhibu {

// What the reading of two forms goes by, and what it fills.
struct FormReading {
  const CodeSet& kinds;
  Date as_of;
  Roster roster = {};
  Faults faults = {};
  std::vector<std::string> notes = {};

  void note(const FormSheet& sheet, std::string_view column, std::string_view what);

  // Notes how many cells of a column are filled and what became of them, if any are.
  void note_filled(const FormSheet& sheet, std::string_view column, std::string_view became);

  // Reads a day that is not later than that of the form.
  Date day_by_then(std::string_view text) const;
};

// 党组织信息, once it is read: the organizations that a form names.
class UnitForm {
 public:
  UnitForm(const FormText& form, FormReading& reading);

  // The organization that a cell names by its code or its full name; a fault where there is none,
  // or more than one. Nothing, without a fault, where it was lost with one.
  std::optional<UnitId> find(const FormRow& row, std::string_view column) const;

  // Gives each 党组织书记 the post, once the members are known by name.
  class Secretaries;
  void appoint(const Secretaries& secretaries);

  const FormSheet& sheet() const { return sheet_; }

 private:
  struct Draft {
    FormRow row;
    std::optional<std::size_t> above = {};
    std::optional<UnitId> id = {};
    bool reached = false;
  };

  std::optional<std::size_t> find_draft(const FormRow& row, std::string_view column) const;
  void index_drafts();
  void appoint(const Draft& draft, const Secretaries& secretaries);
  void add_with_those_above(std::size_t draft);
  void refuse_circle(const std::vector<std::size_t>& chain, std::size_t first);
  void add(Draft& draft);
  void read_natures(const FormRow& row);
  void add_workplaces(const Draft& draft);
  WorkplaceId workplace(std::string_view name);
  void add_term(const Draft& draft);
  void note_what_is_not_kept();

  FormReading& reading_;
  FormSheet sheet_;
  std::vector<Draft> drafts_;
  std::map<std::string_view, std::size_t> by_code_;
  std::multimap<std::string_view, std::size_t> by_name_;
  std::map<std::string_view, std::string_view> natures_;  // of workplaces, where some row says it
  std::map<std::string_view, WorkplaceId> workplaces_;
};

// Members by their names and where they are at home.
class UnitForm::Secretaries {
 public:
  void add(std::string_view name, PersonId person, UnitId home);

  // Those of that name at home in `unit`; where there are none, those anywhere.
  std::vector<PersonId> find(std::string_view name, UnitId unit) const;

 private:
  struct Member {
    PersonId person;
    UnitId home;
  };
  std::multimap<std::string, Member, std::less<>> members_;
};

// 党员基本信息汇总表.
class MemberForm {
 public:
  MemberForm(const FormText& form, const UnitForm& units, FormReading& reading);

  const UnitForm::Secretaries& by_name() const { return by_name_; }

 private:
  void read(const FormRow& row);
  Person person(const FormRow& row, const std::optional<std::string>& id_number,
                const std::optional<CodeRow>& job, const CodeMeaning& status);
  void read_dates(const FormRow& row, Person& person);
  std::optional<std::string> id_number(const FormRow& row);
  Date born(const FormRow& row, const std::optional<std::string>& id_number);
  Sex sex_of(const FormRow& row, const std::optional<std::string>& id_number);
  std::optional<CodeRow> job(const FormRow& row) const;
  CodeMeaning membership_status(const FormRow& row) const;
  void add_particulars(const FormRow& row, PersonId person, std::string_view id_number,
                       const std::optional<CodeRow>& job);
  std::vector<Circumstance> circumstances_of(const FormRow& row, const CodeMeaning& status) const;
  std::string remark(const FormRow& row) const;
  void note_what_is_kept_apart();

  const UnitForm& units_;
  FormReading& reading_;
  FormSheet sheet_;
  CodeSet categories_ = code_set("member-category");
  CodeSet statuses_ = code_set("membership-status");
  CodeSet jobs_ = code_set("jobs");
  UnitForm::Secretaries by_name_;
  std::set<std::string> id_numbers_;
  std::size_t masked_ = 0;
};

}  // namespace zhibu

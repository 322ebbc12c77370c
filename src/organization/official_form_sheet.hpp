// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "csv.hpp"
#include "table.hpp"
#include "zhibu/organization/official_form.hpp"

namespace zhibu {

// A column of an official form: its heading, others in use, divided by ;, and whether a form must
// have it.
struct FormColumn {
  std::string_view name;
  std::string_view also = {};
  bool required = false;
};

class FormSheet;

// A row of a sheet, whose cells are named by the heading of the form; faults name them by the
// heading that the file has.
class FormRow {
 public:
  FormRow(const FormSheet& sheet, const Row& row) : sheet_{&sheet}, row_{&row} {}

  std::string_view text(std::string_view column) const;
  std::string_view required(std::string_view column) const;
  void fault(std::string_view column, std::string_view found) const;

  template <class Parse>
  auto read(std::string_view column, Parse parse) const {
    return row_->read(heading(column), parse);
  }

  template <class Parse>
  auto read_required(std::string_view column, Parse parse) const {
    return row_->read_required(heading(column), parse);
  }

  template <class Act>
  bool attempt(Act act) const {
    return row_->attempt(act);
  }

 private:
  std::string_view heading(std::string_view column) const;

  const FormSheet* sheet_;
  const Row* row_;
};

// An official form as it comes out of a spreadsheet: lines with a title may stand above the
// headings; these may hold spaces, line breaks and an asterisk; there may be empty rows and empty
// columns; cells may have spaces around them, or an apostrophe in front.
class FormSheet {
 public:
  FormSheet(const FormText& form, std::span<const FormColumn> columns, Faults& faults);
  FormSheet(const FormSheet&) = delete;
  FormSheet& operator=(const FormSheet&) = delete;

  const std::string& name() const { return name_; }
  std::vector<FormRow> rows() const;

  // Whether every row could be read.
  bool whole() const { return whole_ && table_ && table_->whole(); }

  // What the file calls a column of the form; the name that it has there, if the file lacks it.
  std::string_view heading(std::string_view column) const;

  // The headings that the form has not got.
  std::span<const std::string> others() const { return others_; }

 private:
  void fail(std::size_t line, std::string_view found);
  std::string decode(std::string_view bytes);
  void read(std::string_view bytes);
  void read_headings(const CsvRow& row);
  void require_headings(std::size_t line);
  void lay_out(std::span<const CsvRow> rows, std::string& text);
  bool fits(const CsvRow& row, std::size_t width);
  const CsvRow* heading_row(std::span<const CsvRow> rows) const;
  const FormColumn* find(std::string_view heading) const;

  std::string name_;
  std::span<const FormColumn> columns_;
  Faults* faults_;
  std::map<std::string_view, std::string> headings_;  // by column of the form
  std::vector<std::string> others_;
  std::vector<std::pair<std::size_t, std::string>> kept_;  // places of the cells with a heading
  std::size_t width_ = 0;
  std::optional<Table> table_;
  bool whole_ = true;
};

// A text as a cell of CSV (RFC 4180) that no spreadsheet takes for a formula.
std::string form_cell(std::string_view text);

// The part of `text` without spaces around it, also full-width ones, and without an apostrophe in
// front.
std::string_view trimmed(std::string_view text);

}  // namespace zhibu

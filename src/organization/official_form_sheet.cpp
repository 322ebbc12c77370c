// SPDX-License-Identifier: BSL-1.0

#include "organization/official_form_sheet.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <variant>

#include "encoding.hpp"
#include "nearest.hpp"
#include "quote.hpp"

namespace zhibu {

namespace {

constexpr std::size_t title_lines = 10;

// Spaces as spreadsheets and input methods write them; the last three are U+00A0, U+3000, U+FEFF.
constexpr std::array<std::string_view, 7> spaces{" ",        "\t",           "\r",          "\n",
                                                 "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

// The full-width forms of what headings have in brackets.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> plain{
    {{"（", "("}, {"）", ")"}, {"／", "/"}, {"＊", "*"}}};

std::string_view without_space_in_front(std::string_view text) {
  for (const std::string_view space : spaces)
    if (text.starts_with(space)) return text.substr(space.size());
  return text;
}

std::string_view without_space_behind(std::string_view text) {
  for (const std::string_view space : spaces)
    if (text.ends_with(space)) return text.substr(0, text.size() - space.size());
  return text;
}

// Does `step` until it changes nothing.
template <class Step>
std::string_view repeated(std::string_view text, Step step) {
  for (std::string_view next = step(text); next.size() < text.size(); next = step(text))
    text = next;
  return text;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

// A heading without spaces, line breaks and the mark of a cell that must be filled in.
std::string plain_heading(std::string_view cell) {
  std::string heading{cell};
  for (const std::string_view space : spaces) replace_all(heading, space, "");
  for (const auto& [wide, narrow] : plain) replace_all(heading, wide, narrow);
  for (const std::string_view mark : {"*", "(必填)"}) replace_all(heading, mark, "");
  return heading;
}

bool is_one_of(std::string_view text, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (list.substr(0, end) == text) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

bool is_blank(const CsvRow& row) {
  return std::ranges::all_of(row.cells,
                             [](std::string_view cell) { return trimmed(cell).empty(); });
}

std::string csv_quoted(std::string_view text) {
  std::string cell = "\"";
  for (const char c : text) cell += c == '"' ? std::string{"\"\""} : std::string(1, c);
  return cell + '"';
}

// Spreadsheets of East Asian locales take the full-width signs for the plain ones.
bool starts_formula(std::string_view text) {
  constexpr std::array<std::string_view, 10> signs{"=",  "+",  "-",  "@",  "\r",
                                                   "\n", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(signs, [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  text = repeated(repeated(text, without_space_in_front), without_space_behind);
  return text.starts_with('\'') ? repeated(text.substr(1), without_space_in_front) : text;
}

std::string form_cell(std::string_view text) {
  const std::string cell = (starts_formula(text) ? "'" : "") + std::string{text};
  return cell.find_first_of(",\"\r\n") == std::string::npos ? cell : csv_quoted(cell);
}

// --- rows ---

std::string_view FormRow::heading(std::string_view column) const { return sheet_->heading(column); }
std::string_view FormRow::text(std::string_view column) const {
  return row_->text(heading(column));
}
std::string_view FormRow::required(std::string_view column) const {
  return row_->required(heading(column));
}
void FormRow::fault(std::string_view column, std::string_view found) const {
  row_->fault(heading(column), found);
}

// --- sheets ---

FormSheet::FormSheet(const FormText& form, std::span<const FormColumn> columns, Faults& faults)
    : name_{form.name}, columns_{columns}, faults_{&faults} {
  read(form.csv);
}

std::vector<FormRow> FormSheet::rows() const {
  std::vector<FormRow> rows;
  if (table_)
    for (const Row& row : *table_) rows.emplace_back(*this, row);
  return rows;
}

std::string_view FormSheet::heading(std::string_view column) const {
  const auto found = headings_.find(column);
  return found == headings_.end() ? column : std::string_view{found->second};
}

void FormSheet::fail(std::size_t line, std::string_view found) {
  faults_->add(name_, line, found);
  whole_ = false;
}

std::string FormSheet::decode(std::string_view bytes) {
  auto decoded = to_utf8(std::string{bytes});
  if (auto* const text = std::get_if<std::string>(&decoded)) return std::move(*text);
  const auto& bad = std::get<Undecodable>(decoded);
  fail(bad.line, bad.reason);
  return {};
}

void FormSheet::read(std::string_view bytes) {
  std::string decoded = decode(bytes);
  const Csv csv = split_csv(decoded);
  if (csv.fault) fail(csv.fault->line, csv.fault->found);
  const CsvRow* const headings = heading_row(csv.rows);
  if (headings == nullptr) {
    if (whole_) fail(0, "empty; accepted: a row of headings, then the rows of the form");
    return;
  }
  read_headings(*headings);
  require_headings(headings->line);
  if (kept_.empty()) return;

  std::vector<Column> columns;
  for (const auto& [place, heading] : kept_) columns.push_back({heading});
  std::string text(headings->line - 1, '\n');
  lay_out({headings, csv.rows.data() + csv.rows.size()}, text);
  table_.emplace(name_, text, columns, *faults_);
}

// The row among the first that has the most headings of the form; those above it are titles.
const CsvRow* FormSheet::heading_row(std::span<const CsvRow> rows) const {
  const auto known = [this](const CsvRow& row) {
    return std::ranges::count_if(
        row.cells, [this](std::string_view cell) { return find(plain_heading(cell)) != nullptr; });
  };
  const auto first = rows.first(std::min(rows.size(), title_lines));
  const auto most = std::ranges::max_element(first, std::less{}, known);
  return most == first.end() ? nullptr : &*most;
}

const FormColumn* FormSheet::find(std::string_view heading) const {
  const auto found = std::ranges::find_if(columns_, [heading](const FormColumn& column) {
    return column.name == heading || is_one_of(heading, column.also);
  });
  return found == columns_.end() ? nullptr : &*found;
}

void FormSheet::read_headings(const CsvRow& row) {
  width_ = row.cells.size();
  for (std::size_t place = 0; place < row.cells.size(); ++place) {
    std::string heading = plain_heading(row.cells[place]);
    if (heading.empty()) continue;
    const auto stands = [&](const auto& kept) { return kept.second == heading; };
    if (std::ranges::any_of(kept_, stands)) {
      fail(row.line, "column " + quote(heading) + " stands here twice");
      continue;
    }
    const FormColumn* const column = find(heading);
    const bool taken = column == nullptr || !headings_.emplace(column->name, heading).second;
    if (taken) others_.push_back(heading);
    kept_.emplace_back(place, std::move(heading));
  }
}

void FormSheet::require_headings(std::size_t line) {
  const std::vector<std::string_view> found{others_.begin(), others_.end()};
  for (const FormColumn& column : columns_) {
    if (!column.required || headings_.contains(column.name)) continue;
    const std::string_view meant = nearest(column.name, found);
    const std::string also = meant.empty() ? "" : "; found " + quote(meant);
    fail(line, "no column " + quote(column.name) + also + "; accepted: the headings of the form");
    kept_.clear();
  }
}

bool FormSheet::fits(const CsvRow& row, std::size_t width) {
  const bool too_long = std::any_of(
      row.cells.begin() + static_cast<std::ptrdiff_t>(std::min(width, row.cells.size())),
      row.cells.end(), [](std::string_view cell) { return !trimmed(cell).empty(); });
  if (row.cells.size() > kept_.back().first && !too_long) return true;
  fail(row.line, std::to_string(row.cells.size()) + " cells where the headings have " +
                     std::to_string(width));
  return false;
}

// Writes the rows anew, each on the line that it has in the file, with the cells that have a
// heading.
void FormSheet::lay_out(std::span<const CsvRow> rows, std::string& text) {
  std::size_t line = rows.front().line;
  for (const auto& [place, heading] : kept_)
    text += (place == kept_.front().first ? "" : ",") + csv_quoted(heading);
  for (const CsvRow& row : rows.subspan(1)) {
    if (is_blank(row) || !fits(row, width_)) continue;
    for (; line < row.line; ++line) text += '\n';
    for (const auto& [place, heading] : kept_) {
      const std::string_view cell = trimmed(row.cells[place]);
      line += static_cast<std::size_t>(std::ranges::count(cell, '\n'));
      text += (place == kept_.front().first ? "" : ",") + csv_quoted(cell);
    }
  }
  text += '\n';
}

}  // namespace zhibu

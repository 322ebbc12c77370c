// SPDX-License-Identifier: BSL-1.0

#include "organization/official_form_cells.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>

#include "cell.hpp"
#include "organization/official_form_sheet.hpp"
#include "quote.hpp"
#include "zhibu/organization/particulars.hpp"

namespace zhibu {

namespace {

// --- days ---

struct DateShape {
  std::string_view behind_year, behind_month, behind_day;
};

constexpr std::array<DateShape, 4> date_shapes{
    {{"-", "-", ""}, {"/", "/", ""}, {".", ".", ""}, {"年", "月", "日"}}};

// What a spreadsheet puts behind a day that it keeps as a point of time.
constexpr std::array<std::string_view, 3> midnights{" 00:00:00", " 0:00:00", " 0:00"};

bool all_digits(std::string_view text, std::size_t least, std::size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, [](char c) { return '0' <= c && c <= '9'; });
}

std::string_view without_midnight(std::string_view text) {
  for (const std::string_view midnight : midnights)
    if (text.ends_with(midnight)) return text.substr(0, text.size() - midnight.size());
  return text;
}

std::optional<Date> date_of(std::string_view year, std::string_view month, std::string_view day) {
  if (!all_digits(year, 4, 4) || !all_digits(month, 1, 2) || !all_digits(day, 1, 2))
    return std::nullopt;
  return Date{parse_integer(year), parse_integer(month), parse_integer(day)};
}

std::optional<Date> date_of(std::string_view text, const DateShape& shape) {
  const std::size_t year = text.find(shape.behind_year);
  if (year == std::string_view::npos || !text.ends_with(shape.behind_day)) return std::nullopt;
  const std::string_view rest =
      text.substr(0, text.size() - shape.behind_day.size()).substr(year + shape.behind_year.size());
  const std::size_t month = rest.find(shape.behind_month);
  if (month == std::string_view::npos) return std::nullopt;
  return date_of(text.substr(0, year), rest.substr(0, month),
                 rest.substr(month + shape.behind_month.size()));
}

// --- id numbers ---

constexpr std::size_t id_number_length = 18;

// GB 11643-1999, after ISO 7064, MOD 11-2: the digits by their weights, and what their sum leaves
// divided by 11.
constexpr std::array<int, 17> weights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
constexpr std::string_view check_digits = "10X98765432";

int digit(char c) { return c - '0'; }

char check_digit(std::string_view number) {
  int sum = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) sum += weights[i] * digit(number[i]);
  return check_digits[static_cast<std::size_t>(sum % 11)];
}

[[noreturn]] void refuse(std::string_view number, std::string_view why) {
  throw std::invalid_argument(std::string{why} + ": " + quote(masked_id_number(number)) +
                              "; accepted: 18 characters as the identity card has them, in a cell "
                              "that is text");
}

// --- kinds ---

bool take(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

// A kind by its own label, or nothing.
std::optional<UnitCategory> labelled_category(std::string_view text) {
  const bool temporary = take(text, "临时");
  const bool joint = take(text, "联合");
  for (const Name<UnitKind>& name : names<UnitKind>())
    if (name.zh == text || name.key == text) return UnitCategory{name.value, temporary, joint};
  return std::nullopt;
}

}  // namespace

Date parse_form_date(std::string_view text) {
  const std::string_view day = without_midnight(text);
  if (all_digits(day, 8, 8)) return *date_of(day.substr(0, 4), day.substr(4, 2), day.substr(6));
  for (const DateShape& shape : date_shapes)
    if (const auto date = date_of(day, shape)) return *date;
  throw std::invalid_argument("not a date: " + quote(text) +
                              "; accepted: 2017-09-30, 20170930, 2017/9/30, 2017.09.30, "
                              "2017年9月30日");
}

std::string parse_id_number(std::string_view text) {
  std::string number{text};
  if (number.ends_with('x')) number.back() = 'X';
  if (number.find("E+") != std::string::npos) refuse(number, "an id number that was rounded");
  const std::string_view digits = std::string_view{number}.substr(0, weights.size());
  if (number.size() != id_number_length || !all_digits(digits, weights.size(), weights.size()))
    refuse(number, "not an id number");
  try {
    born_on(number);
  } catch (const std::invalid_argument&) {
    refuse(number, "an id number with a day of birth that there is not");
  }
  if (number.back() != check_digit(number))
    refuse(number, "an id number whose check digit does not fit (GB 11643)");
  return number;
}

Date born_on(std::string_view id_number) { return parse_form_date(id_number.substr(6, 8)); }

Sex sex(std::string_view id_number) {
  return digit(id_number[16]) % 2 == 0 ? Sex::female : Sex::male;
}

UnitCategory parse_category(std::string_view text, const CodeSet& kinds) {
  const auto is_label = [text](const CodeRow& row) { return row.label == text; };
  if (std::ranges::none_of(kinds.rows(), is_label))
    if (const auto category = labelled_category(text)) return *category;
  const CodeRow& row = kinds.row(text);
  if (const auto* const category = std::get_if<UnitCategory>(&row.meaning)) return *category;
  throw std::invalid_argument("no kind of organization: " + quote(row.code + " " + row.label) +
                              "; accepted: codes of organizations");
}

std::string category_cell(UnitCategory category, const CodeSet& kinds) {
  const auto row = kinds.find(category);
  return row ? row->code + " " + row->label : to_string(category);
}

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  constexpr std::string_view wide = "；";
  while (!text.empty()) {
    const std::size_t end = std::min({text.find(';'), text.find(wide), text.size()});
    if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty())
      parts.push_back(part);
    const std::size_t mark = text.substr(end).starts_with(';') ? 1 : wide.size();
    text.remove_prefix(std::min(end + mark, text.size()));
  }
  return parts;
}

}  // namespace zhibu

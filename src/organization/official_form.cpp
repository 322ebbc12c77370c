// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/official_form.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "file.hpp"
#include "organization/official_form_cells.hpp"
#include "organization/official_form_read.hpp"

namespace zhibu {

namespace {

// The bytes of a file, or a fault and none.
std::string bytes_of(const std::filesystem::path& file, Faults& faults) {
  try {
    return read_file(file);
  } catch (const std::invalid_argument& e) {
    const std::string name = shown(file);
    faults.add(name, 0, std::string_view{e.what()}.substr(name.size() + 2));  // it begins with it
    return {};
  }
}

}  // namespace

void FormReading::note(const FormSheet& sheet, std::string_view column, std::string_view what) {
  notes.push_back(sheet.name() + ": " + std::string{sheet.heading(column)} + ": " +
                  std::string{what});
}

void FormReading::note_filled(const FormSheet& sheet, std::string_view column,
                              std::string_view became) {
  const auto filled = std::ranges::count_if(
      sheet.rows(), [column](const FormRow& row) { return !row.text(column).empty(); });
  if (filled > 0)
    note(sheet, column,
         std::to_string(filled) + (filled == 1 ? " cell, " : " cells, ") + std::string{became});
}

Date FormReading::day_by_then(std::string_view text) const {
  const Date day = parse_form_date(text);
  if (day <= as_of) return day;
  throw std::invalid_argument(to_string(day) + " is later than the form; accepted: days up to " +
                              to_string(as_of));
}

OfficialForms read_official_forms(const std::filesystem::path& units,
                                  const std::filesystem::path& members, const CodeSet& kinds,
                                  Date as_of) {
  Faults faults;
  const std::string unit_bytes = bytes_of(units, faults);
  const std::string member_bytes = bytes_of(members, faults);
  faults.throw_if_any();
  const std::string unit_name = units.string();
  const std::string member_name = members.string();
  return parse_official_forms({unit_name, unit_bytes}, {member_name, member_bytes}, kinds, as_of);
}

OfficialForms parse_official_forms(const FormText& units, const FormText& members,
                                   const CodeSet& kinds, Date as_of) {
  FormReading reading{.kinds = kinds, .as_of = as_of};
  UnitForm unit_form{units, reading};
  const MemberForm member_form{members, unit_form, reading};
  unit_form.appoint(member_form.by_name());
  reading.faults.throw_if_any();
  return {std::move(reading.roster), std::move(reading.notes)};
}

}  // namespace zhibu

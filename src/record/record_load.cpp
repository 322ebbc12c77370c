// SPDX-License-Identifier: BSL-1.0

#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "attendance_load.hpp"
#include "kept_rows_load.hpp"
#include "nearest.hpp"
#include "organization/arrow_in.hpp"
#include "organization/columns.hpp"
#include "organization/table_source.hpp"
#include "record/plain_records.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/record/records_arrow.hpp"

namespace zhibu {

namespace {

// The tables and their columns; true marks what every file must have. Days are written 2017-09-30.
// A list is joined by ';'.

constexpr Column record_columns[] = {
    {"code", true},        // unique
    {"unit", true},        // a unit's code: who held it, or whom it was held at
    {"activities", true},  // Activity, one or several
    {"held_on", true},     //
    {"for_period"},        // 2016, 2017-H1, 2017-Q1, 2017-03, 2017-03-01, 2017-03-01..2017-03-07
    {"entered_on"},        //
    {"persons"},           // the codes of none, one or several
    {"due"},               // 应到
    {"present"},           // 实到
    {"class_hours"},       // 学时, for each who attended
    {"amount_yuan"},       // at most two decimals: 9999.99
    {"voided"},            // yes or no, also 是 or 否; empty means no
    {"voided_on"},         //
    {"remark"},            //
    {"entered_by"},        //
    {"source"},            // where it was taken from
};

constexpr Column waiver_columns[] = {
    {"rule", true},         // a provision's code
    {"bearer", true},       // a unit's or a person's code
    {"period", true},       // as for_period
    {"reason", true},       //
    {"approved_by", true},  //
    {"approved_on", true},
};

// The persons whose codes stand in one cell.
std::vector<PersonId> persons(const Roster& roster, std::string_view cell) {
  std::vector<PersonId> found;
  std::size_t begin = 0;
  while (true) {
    const std::size_t end = cell.find(';', begin);
    found.push_back(roster.person(cell.substr(begin, end - begin)).id);
    if (end == std::string_view::npos) return found;
    begin = end + 1;
  }
}

// Whether it could be read.
bool read_record(const Row& row, const Roster& roster, Records& records) {
  const auto unit =
      row.read_required("unit", [&](std::string_view code) { return roster.unit(code).id; });
  const auto activities = row.read_required("activities", parse_activities);
  const auto held_on = row.read_required("held_on", parse_date);
  const auto named =
      row.read("persons", [&](std::string_view cell) { return persons(roster, cell); });
  const Record record{.id = {},
                      .code = row.text("code"),
                      .unit = unit.value_or(UnitId{}),
                      .activities = activities.value_or(Activities{}),
                      .held_on = held_on.value_or(Date{}),
                      .for_period = row.read("for_period", parse_period),
                      .entered_on = row.read("entered_on", parse_date),
                      .persons = named ? std::span{*named} : std::span<const PersonId>{},
                      .due = row.read("due", parse_integer),
                      .present = row.read("present", parse_integer),
                      .class_hours = row.read("class_hours", parse_integer),
                      .amount_fen = row.read("amount_yuan", parse_fen).value_or(0),
                      .voided = row.read("voided", parse_yes_no).value_or(false),
                      .voided_on = row.read("voided_on", parse_date),
                      .remark = row.text("remark"),
                      .entered_by = row.text("entered_by"),
                      .source = row.text("source")};
  return unit && activities && held_on && row.attempt([&] { records.add(record); });
}

[[noreturn]] void throw_unknown_bearer(const Roster& roster, std::string_view code) {
  std::vector<std::string_view> codes;
  for (const Unit& unit : roster.units()) codes.push_back(unit.code);
  for (const Person& person : roster.persons()) codes.push_back(person.code);
  throw_unknown_code("unit or person", code, codes);
}

// The unit or the person of that code.
Bearer bearer_of(const Roster& roster, std::string_view code) {
  const auto unit = roster.columns().codes(UnitId{}).find(code);
  const auto person = roster.columns().codes(PersonId{}).find(code);
  if (unit && person)
    throw std::invalid_argument("'" + std::string{code} +
                                "' is a unit and a person; accepted: a code of only one thing");
  if (!unit && !person) throw_unknown_bearer(roster, code);
  return unit ? Bearer{UnitId{*unit}} : Bearer{PersonId{*person}};
}

void read_waiver(const Row& row, const Roster& roster, Records& records) {
  const auto bearer =
      row.read_required("bearer", [&](std::string_view code) { return bearer_of(roster, code); });
  const auto period = row.read_required("period", parse_period);
  const auto approved_on = row.read_required("approved_on", parse_date);
  const Waiver waiver{.rule = row.required("rule"),
                      .bearer = bearer.value_or(Bearer{}),
                      .period = period.value_or(Period{}),
                      .reason = row.required("reason"),
                      .approved_by = row.required("approved_by"),
                      .approved_on = approved_on.value_or(Date{})};
  const bool whole = !waiver.rule.empty() && !waiver.reason.empty() && !waiver.approved_by.empty();
  if (bearer && period && approved_on && whole) row.attempt([&] { records.add(waiver); });
}

// The tables there may be.
std::vector<std::string_view> known_tables() {
  std::vector<std::string_view> tables{"records", "waivers", "attendance"};
  for (const std::string_view table : kept_tables()) tables.push_back(table);
  return tables;
}

// Reads the rows of a table. Returns whether every line could be read.
bool read_rows(const Table& table, const Watch& watch, const Roster& roster, Records& records,
               LostRecords& lost) {
  for_each_row(table, watch, [&](const Row& row) {
    if (!read_record(row, roster, records)) lost.emplace(row.text("code"));
  });
  return table.whole();
}

bool read_records(TableSource& source, const Roster& roster, Records& records, LostRecords& lost,
                  Faults& faults) {
  if (source.is_folder()) {
    const Table table = source.read("records", record_columns, faults);
    return read_rows(table, source.share("records"), roster, records, lost);
  }
  const std::shared_ptr<ArrowReader> reader = source.open("records", faults);
  if (reader == nullptr) return false;
  if (std::optional<Records> plain = read_plain_records(*reader, roster, source.share("records"))) {
    records = *std::move(plain);
    return true;
  }
  reader->begin_again();
  const Table table{"records", reader, record_columns, faults, source.share("records")};
  return read_rows(table, source.share("records"), roster, records, lost);
}

void read_waivers(TableSource& source, const Roster& roster, Records& records, Faults& faults) {
  const Table table = source.read("waivers", waiver_columns, faults);
  for_each_row(table, source.share("waivers"),
               [&](const Row& row) { read_waiver(row, roster, records); });
}

Records read(TableSource& source, const Roster& roster) {
  Faults faults = source.faults();
  source.require_folder("records.csv", faults);
  Records records;
  LostRecords lost;
  const bool whole = read_records(source, roster, records, lost, faults);
  if (source.has("waivers")) read_waivers(source, roster, records, faults);
  if (source.has("attendance") && whole) read_attendances(source, roster, lost, records, faults);
  read_kept_rows(source, roster, lost, whole, records, faults);
  source.require_known(known_tables(), "records", faults);
  faults.throw_if_any();
  source.finish();
  return records;
}

}  // namespace

Records Records::load(const std::filesystem::path& folder, const Roster& roster,
                      const Watch& watch) {
  TableSource source{folder, watch};
  return read(source, roster);
}

Records records_from_arrow(std::span<const ArrowInput> tables, const Roster& roster,
                           const Watch& watch) {
  TableSource source{tables, watch};
  return read(source, roster);
}

}  // namespace zhibu

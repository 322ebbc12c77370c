// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/record.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "columns.hpp"
#include "nearest.hpp"
#include "quote.hpp"
#include "record/record_sound.hpp"

namespace zhibu {

namespace {

void require_text(std::string_view text, const char* what) {
  if (text.empty())
    throw std::invalid_argument("a waiver without " + std::string{what} + "; accepted: any text");
}

void require_days(Period period, const char* what) {
  if (!period.empty()) return;
  throw std::invalid_argument(std::string{what} + " a period that ends before it begins: from " +
                              to_string(period.begin) + " up to, not including, " +
                              to_string(period.end) + "; accepted: one day at least");
}

void require_not_negative(std::int64_t number, const char* what) {
  if (number < 0)
    throw std::invalid_argument("a negative number " + std::string{what} + ": " +
                                std::to_string(number) + "; accepted: 0 or more");
}

void require_attendance(const Record& record) {
  require_not_negative(record.due.value_or(0), "of persons due");
  require_not_negative(record.present.value_or(0), "of persons present");
  if (record.due && record.present && *record.present > *record.due)
    throw std::invalid_argument(std::to_string(*record.present) + " were present where " +
                                std::to_string(*record.due) +
                                " were due; accepted: no more present than due");
}

Date known_from(const Record& record) { return record.entered_on.value_or(record.held_on); }

void require_each_once(std::span<const PersonId> persons) {
  std::vector<PersonId> sorted(persons.begin(), persons.end());
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
    throw std::invalid_argument("a record that names one person twice; accepted: each once");
}

void require_days(const Record& record) {
  if (record.for_period) require_days(*record.for_period, "held for");
  if (record.entered_on && *record.entered_on < record.held_on)
    throw std::invalid_argument("entered on " + to_string(*record.entered_on) +
                                ", before it was held on " + to_string(record.held_on) +
                                "; accepted: that day or a later one");
}

void require_voiding(const Record& record) {
  if (!record.voided_on) return;
  if (!record.voided)
    throw std::invalid_argument("voided on " + to_string(*record.voided_on) +
                                ", and not voided; accepted: a day for what is voided only");
  if (!is_known_on(record, *record.voided_on))
    throw std::invalid_argument("voided on " + to_string(*record.voided_on) +
                                ", before it was known on " + to_string(known_from(record)) +
                                "; accepted: that day or a later one");
}

std::optional<std::int64_t> but_not_0(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional{number};
}

// Adds value(record) of each record to a column.
template <class Column, class Get>
void push_values(Column& column, std::span<const Record> records, Get value) {
  if constexpr (requires { column.resize(std::size_t{}), column.data(); }) {
    column.resize(column.size() + records.size());
    std::ranges::transform(records, column.end() - std::ssize(records), value);
  } else {
    for (const Record& record : records) column.push_back(value(record));
  }
}

}  // namespace

bool is_known_on(const Record& record, Date day) { return known_from(record) <= day; }

bool is_voided_on(const Record& record, Date day) {
  return record.voided && (!record.voided_on || *record.voided_on <= day);
}

void WaiverColumns::push(const Waiver& waiver, Texts& texts) {
  rule.push_back(texts.keep(waiver.rule));
  bearer.push_back(waiver.bearer);
  period.push_back(waiver.period);
  reason.push_back(texts.keep(waiver.reason));
  approved_by.push_back(texts.keep(waiver.approved_by));
  approved_on.push_back(waiver.approved_on);
}

Waiver WaiverColumns::row(std::size_t index, const Texts& texts) const {
  return {.rule = texts[rule[index]],
          .bearer = bearer[index],
          .period = period[index],
          .reason = texts[reason[index]],
          .approved_by = texts[approved_by[index]],
          .approved_on = approved_on[index]};
}

void Records::Columns::require(RecordId id) const {
  if (id.index >= codes.size())
    throw std::invalid_argument("no such record: number " + std::to_string(id.index) +
                                "; accepted: fewer than " + std::to_string(codes.size()));
}

RecordId Records::Columns::push(const Record& record) {
  const RecordId id{static_cast<std::uint32_t>(codes.size())};
  texts.keep(record.remark);  // may throw, as the next three: nothing is added by then
  texts.keep(record.entered_by);
  texts.keep(record.source);
  codes.keep(record.code);
  push_columns({&record, 1});
  return id;
}

void Records::Columns::make_room(std::size_t more) {
  if (codes.size() + more <= unit.capacity()) return;
  const std::size_t rows = std::max(codes.size() + more, 2 * codes.size());
  const auto reserve = [rows](auto&... columns) { (columns.reserve(rows), ...); };
  reserve(codes, unit, activities, held_on, entered_on, persons, due, present, voided, remark);
}

bool Records::Columns::push_codes(std::span<const Record> records) {
  std::vector<std::string_view> all;
  all.reserve(records.size());
  for (const Record& record : records) all.push_back(record.code);
  return codes.keep_new(all);
}

void Records::Columns::push_columns(std::span<const Record> records) {
  constexpr std::size_t at_once = 1024;  // so few that all columns find them in the cache
  for (; !records.empty(); records = records.subspan(std::min(at_once, records.size())))
    push_part(records.first(std::min(at_once, records.size())));
}

void Records::Columns::push_part(std::span<const Record> part) {
  const TextId none = texts.keep("");
  const auto number = [&](std::string_view text) { return text.empty() ? none : texts.keep(text); };
  const auto rare = [&](std::string_view text) {
    return text.empty() ? std::nullopt : std::optional{texts.keep(text)};
  };
  const auto push = [part](auto& column, auto value) { push_values(column, part, value); };
  push(unit, [](const Record& r) { return r.unit; });
  push(activities, [](const Record& r) { return r.activities; });
  push(held_on, [](const Record& r) { return r.held_on; });
  push(for_period, [](const Record& r) { return r.for_period; });
  push(entered_on, [](const Record& r) { return r.entered_on; });
  push(persons, [](const Record& r) { return r.persons; });
  push(due, [](const Record& r) { return r.due; });
  push(present, [](const Record& r) { return r.present; });
  push(class_hours, [](const Record& r) { return r.class_hours; });
  push(amount_fen, [](const Record& r) { return but_not_0(r.amount_fen); });
  push(voided, [](const Record& r) { return r.voided; });
  push(voided_on, [](const Record& r) { return r.voided_on; });
  push(remark, [&](const Record& r) { return number(r.remark); });
  push(entered_by, [&](const Record& r) { return rare(r.entered_by); });
  push(source, [&](const Record& r) { return rare(r.source); });
}

Record Records::Columns::row(RecordId id) const {
  const std::size_t i = id.index;
  const auto rare = [&](std::optional<TextId> text) {
    return text ? texts[*text] : std::string_view{};
  };
  return {.id = id,
          .code = codes[id.index],
          .unit = unit[i],
          .activities = activities[i],
          .held_on = held_on[i],
          .for_period = for_period[i],
          .entered_on = entered_on[i],
          .persons = persons[i],
          .due = due[i],
          .present = present[i],
          .class_hours = class_hours[i],
          .amount_fen = amount_fen[i].value_or(0),
          .voided = voided[i],
          .voided_on = voided_on[i],
          .remark = texts[remark[i]],
          .entered_by = rare(entered_by[i]),
          .source = rare(source[i])};
}

Records::Records() : columns_{std::make_unique<Columns>()} {}
Records::Records(const Records& other) : columns_{std::make_unique<Columns>(*other.columns_)} {}
Records::Records(Records&& other) noexcept = default;
Records& Records::operator=(const Records& other) { return *this = Records{other}; }
Records& Records::operator=(Records&& other) noexcept = default;
Records::~Records() = default;

void require_sound(const Record& record) {
  if (record.code.empty())
    throw std::invalid_argument("a record without a code; accepted: any text");
  if (record.activities.empty())
    throw std::invalid_argument("a record of no activity; accepted: one at least");
  require_attendance(record);
  require_not_negative(record.class_hours.value_or(0), "of class hours");
  require_not_negative(record.amount_fen, "of fen paid");
  require_each_once(record.persons);
  require_days(record);
  require_voiding(record);
}

RecordId Records::add(const Record& record) {
  require_sound(record);
  if (columns_->codes.find(record.code))
    throw std::invalid_argument("a second record with the code " + quote(record.code) +
                                "; accepted: a code that no other has");
  return columns_->push(record);
}

void Records::add(const Waiver& waiver) {
  require_text(waiver.rule, "a rule");
  require_text(waiver.reason, "a reason");
  require_text(waiver.approved_by, "anybody who approved it");
  require_days(waiver.period, "released for");
  columns_->waivers.push(waiver, columns_->texts);
}

std::size_t Records::size() const { return columns_->codes.size(); }

Rows<Records, RecordId, Record>::Iterator Records::end() const {
  return {this, static_cast<std::uint32_t>(size())};
}

Record Records::operator[](RecordId id) const {
  columns_->require(id);
  Record row = columns_->row(id);
  if (row.due && row.present) return row;
  const Attendance who = attendance(id);
  if (who.empty()) return row;
  if (!row.due) row.due = static_cast<int>(who.size());
  if (!row.present) row.present = static_cast<int>(who.counted_present());
  return row;
}

Record Records::record(std::string_view code) const {
  if (const auto id = columns_->codes.find(code)) return (*this)[RecordId{*id}];
  std::vector<std::string_view> codes;
  for (TextId id = 0; id < columns_->codes.size(); ++id) codes.push_back(columns_->codes[id]);
  throw_unknown_code("record", code, codes);
}

std::size_t Records::waiver_count() const { return columns_->waivers.size(); }

Waiver Records::waiver(std::size_t index) const {
  if (index >= waiver_count())
    throw std::invalid_argument("no such waiver: number " + std::to_string(index) +
                                "; accepted: fewer than " + std::to_string(waiver_count()));
  return columns_->waivers.row(index, columns_->texts);
}

}  // namespace zhibu

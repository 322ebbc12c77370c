// SPDX-License-Identifier: BSL-1.0

#include "zhibu/record/record.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "columns.hpp"
#include "nearest.hpp"
#include "quote.hpp"

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

std::optional<RecordId> Records::Columns::find(std::string_view text) const {
  const std::optional<TextId> known_text = texts.find(text);
  if (!known_text) return std::nullopt;
  const auto found = by_code.find(*known_text);
  return found == by_code.end() ? std::nullopt : std::optional{found->second};
}

void Records::Columns::require(RecordId id) const {
  if (id.index >= code.size())
    throw std::invalid_argument("no such record: number " + std::to_string(id.index) +
                                "; accepted: fewer than " + std::to_string(code.size()));
}

RecordId Records::Columns::push(const Record& record) {
  const RecordId id{static_cast<std::uint32_t>(code.size())};
  const TextId named = texts.keep(record.code);
  const TextId remarked = texts.keep(record.remark);  // may throw: nothing is added by then
  const auto rare = [&](std::string_view text) {
    return text.empty() ? std::nullopt : std::optional{texts.keep(text)};
  };
  const std::optional<TextId> enterer = rare(record.entered_by);
  const std::optional<TextId> from = rare(record.source);
  code.push_back(named);
  by_code.emplace(named, id);
  unit.push_back(record.unit);
  activities.push_back(record.activities);
  held_on.push_back(record.held_on);
  for_period.push_back(record.for_period);
  entered_on.push_back(record.entered_on);
  persons.push_back(record.persons);
  due.push_back(record.due);
  present.push_back(record.present);
  class_hours.push_back(record.class_hours);
  amount_fen.push_back(record.amount_fen);
  voided.push_back(record.voided);
  voided_on.push_back(record.voided_on);
  remark.push_back(remarked);
  entered_by.push_back(enterer);
  source.push_back(from);
  return id;
}

Record Records::Columns::row(RecordId id) const {
  const std::size_t i = id.index;
  const auto rare = [&](std::optional<TextId> text) {
    return text ? texts[*text] : std::string_view{};
  };
  return {.id = id,
          .code = texts[code[i]],
          .unit = unit[i],
          .activities = activities[i],
          .held_on = held_on[i],
          .for_period = for_period[i],
          .entered_on = entered_on[i],
          .persons = persons[i],
          .due = due[i],
          .present = present[i],
          .class_hours = class_hours[i],
          .amount_fen = amount_fen[i],
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

RecordId Records::add(const Record& record) {
  if (record.code.empty())
    throw std::invalid_argument("a record without a code; accepted: any text");
  if (columns_->find(record.code))
    throw std::invalid_argument("a second record with the code " + quote(record.code) +
                                "; accepted: a code that no other has");
  if (record.activities.empty())
    throw std::invalid_argument("a record of no activity; accepted: one at least");
  require_attendance(record);
  require_not_negative(record.class_hours.value_or(0), "of class hours");
  require_not_negative(record.amount_fen, "of fen paid");
  require_each_once(record.persons);
  require_days(record);
  require_voiding(record);
  return columns_->push(record);
}

void Records::add(const Waiver& waiver) {
  require_text(waiver.rule, "a rule");
  require_text(waiver.reason, "a reason");
  require_text(waiver.approved_by, "anybody who approved it");
  require_days(waiver.period, "released for");
  columns_->waivers.push(waiver, columns_->texts);
}

std::size_t Records::size() const { return columns_->code.size(); }

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
  if (const std::optional<RecordId> id = columns_->find(code)) return (*this)[*id];
  std::vector<std::string_view> codes;
  for (const TextId id : columns_->code) codes.push_back(columns_->texts[id]);
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

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "attendance_columns.hpp"
#include "organization/column.hpp"
#include "organization/texts.hpp"
#include "person_lists.hpp"
#include "record/kept_rows.hpp"
#include "zhibu/record/record.hpp"

namespace zhibu {

struct WaiverColumns {
  std::vector<TextId> rule;
  std::vector<Bearer> bearer;
  std::vector<Period> period;
  std::vector<TextId> reason;
  std::vector<TextId> approved_by;
  std::vector<Date> approved_on;

  std::size_t size() const { return rule.size(); }
  void push(const Waiver& waiver, Texts& texts);
  Waiver row(std::size_t index, const Texts& texts) const;
};

struct [[gnu::visibility("hidden")]] Records::Columns {
  Texts texts;
  Texts codes;  // their numbers are the handles
  Values<UnitId> unit;
  Values<Activities> activities;
  Values<Date> held_on;
  RareColumn<Period> for_period;
  Values<std::optional<Date>> entered_on;
  PersonLists persons;
  Values<std::optional<int>> due;
  Values<std::optional<int>> present;
  RareColumn<int> class_hours;
  RareColumn<std::int64_t> amount_fen;  // where it is not 0
  std::vector<bool> voided;
  RareColumn<Date> voided_on;
  Values<TextId> remark;
  RareColumn<TextId> entered_by;
  RareColumn<TextId> source;
  WaiverColumns waivers;
  AttendanceColumns attendance;
  AllKeptRows kept;

  void require(RecordId id) const;
  RecordId push(const Record& record);

  // Makes room for so many records more; at least as many as there are, that it is seldom done.
  void make_room(std::size_t more);

  // Add many records that are sound: their codes, and all else. The two may be done at once.
  // False, and then nothing is of use any more, where a code stands twice.
  bool push_codes(std::span<const Record> records);
  void push_columns(std::span<const Record> records);
  void push_part(std::span<const Record> part);  // of which so few are pushed at once
  Record row(RecordId id) const;

  // Of what is kept besides: throw std::invalid_argument where a handle was not issued, or where a
  // row is refused; keep() returns the number of the row.
  template <class Id>
  void require_issued(Id id) const;
  template <class Row>
  void require_issued_by(const Row& row) const;
  template <class Row>
  std::uint32_t keep(const Row& row);
  template <class Row, class Id>
  Row get(Id id) const;
  template <class Row>
  Row named(std::string_view code) const;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/attendance.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// What was held, as the minutes have it (纪实). It is never edited: what was wrong is voided.
struct Record {
  RecordId id = {};       // issued by the collection
  std::string_view code;  // "R2017-0001", unique in the collection
  UnitId unit;            // who held it, or whom it was held at: the branch that was visited
  Activities activities;  // one afternoon may hold several
  Date held_on;
  std::optional<Period> for_period = {};   // what it was held for, where that is not the day's own:
                                           // the life meeting "for 2016", held in March 2017
  std::optional<Date> entered_on = {};     // when it came into the books
  std::span<const PersonId> persons = {};  // who did it, or whom it was for: the visitor
  std::optional<int> due = {};             // how many should have attended (应到), where counted;
                                           // else, of a row that is read, as the attendance has it
  std::optional<int> present = {};         // how many did (实到)
  std::optional<int> class_hours = {};     // the class hours (学时) that each attendee earns
  std::int64_t amount_fen = 0;             // the money paid, in fen
  bool voided = false;                     // 作废: it counts for nothing
  std::optional<Date> voided_on = {};      // when it was voided, where that is known
  std::string_view remark = {};
};

// Whether the books had `record` at the end of `day`: from the day it was entered on, or else held.
ZHIBU_EXPORT bool is_known_on(const Record& record, Date day);

// Whether `record` was void at the end of `day`; always, where it is and does not say since when.
ZHIBU_EXPORT bool is_voided_on(const Record& record, Date day);

// A waiver: a bearer is released from a rule for a time, for a reason, by somebody.
struct Waiver {
  std::string_view rule;  // the provision's code, "SR-01"
  Bearer bearer;
  Period period;  // it releases from every window that lies within
  std::string_view reason;
  std::string_view approved_by;
  Date approved_on;
};

// All that was held, and all waivers.
//
//   Records held = Records::load("examples/yongshun/2017", roster);
//   for (const Record& r : held) std::cout << to_string(r.held_on) << '\n';
//
// A value. Rows are made when they are asked for; their texts and persons are views that live as
// long as the collection.
class ZHIBU_EXPORT Records {
 public:
  Records();
  Records(const Records& other);
  Records(Records&& other) noexcept;
  Records& operator=(const Records& other);
  Records& operator=(Records&& other) noexcept;
  ~Records();

  // Reads records.csv and, where they are there, waivers.csv and attendance.csv of a folder (the
  // columns stand in src/record/record_load.cpp and attendance_load.cpp). Throws
  // std::invalid_argument that lists every fault, each with file, line, what was found and what
  // would be accepted.
  static Records load(const std::filesystem::path& folder, const Roster& roster);

  // Adds a record; its `id` is not looked at. Throws std::invalid_argument if its code is empty or
  // taken, if it names no activity or a person twice, if a number is negative, if more were present
  // than due, if it was held for a period without a day, if it was entered before it was held or
  // voided before it was known, or if it says when it was voided and not that it was.
  RecordId add(const Record& record);

  // Adds a waiver. Throws std::invalid_argument if its rule, its reason or who approved it is
  // empty, or if its period has not a single day. What throws adds nothing.
  void add(const Waiver& waiver);

  // Takes the attendance of a record: of all `due`, who is no exception was present. Throws
  // std::invalid_argument if that record has one already, if nobody is due or anybody twice, if an
  // exception was not due or is named twice, or if it contradicts what the record itself says of
  // how many were due and present; what throws changes nothing.
  void attend(RecordId record, std::span<const PersonId> due, std::span<const Attendee> exceptions);

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  Rows<Records, RecordId, Record>::Iterator begin() const { return {this, 0}; }
  Rows<Records, RecordId, Record>::Iterator end() const;

  // Throw std::invalid_argument if there is no such row. An attendance is of nobody where none was
  // taken.
  Record operator[](RecordId id) const;
  Record record(std::string_view code) const;
  Attendance attendance(RecordId record) const;

  std::size_t waiver_count() const;
  Waiver waiver(std::size_t index) const;

 private:
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

}  // namespace zhibu

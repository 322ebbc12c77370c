// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/attendance.hpp"
#include "zhibu/record/dues_payment.hpp"
#include "zhibu/record/fund.hpp"
#include "zhibu/record/minutes.hpp"
#include "zhibu/record/opinion.hpp"
#include "zhibu/record/visit.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

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
  std::string_view entered_by = {};  // who entered it
  std::string_view source = {};      // where it was taken from: "记录本第12页"
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

// All that was held, all waivers, and what else is kept of a year's work: minutes, study notes,
// visits, campaigns, funds, opinions, tasks, Party dues.
//
//   Records held = Records::load("examples/yongshun/2017", roster);
//   for (const Record& r : held) std::cout << to_string(r.held_on) << '\n';
//   for (const Payment& p : held.of<Payment>(held.fund("F-BF").id)) std::cout << p.amount_fen;
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

  // Reads records.csv and, where they are there, the other tables of a folder: waivers.csv,
  // attendance.csv, and a table for each of the rows below (the columns stand in
  // src/record/record_load.cpp, attendance_load.cpp and fields.hpp). Throws std::invalid_argument
  // that lists every fault, each with file, line, what was found and what would be accepted. A
  // fault, too, is whoever is noted, visited, aided or pays dues and belongs to no unit of the
  // roster on that day.
  static Records load(const std::filesystem::path& folder, const Roster& roster,
                      const Watch& watch = {});

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

  // Add what else is kept; an `id` is not looked at. Throw std::invalid_argument for a handle that
  // was not issued, a code that is empty or taken, a second row where there is only one (the
  // minutes of a record, the note or the visit of a person, the dues of the same months paid on
  // one day), a period without a day, days in the wrong order, an amount that is not more than 0,
  // and money that contradicts its record. What throws adds nothing.
  CampaignId add(const Campaign& campaign);
  FundId add(const Fund& fund);
  OpinionId add(const Opinion& opinion);
  TaskId add(const Task& task);
  void add(const Minutes& minutes);
  void add(const StudyNote& note);
  void add(const Visit& visit);
  void add(const Appropriation& appropriation);
  void add(const Payment& payment);
  void add(const DuesBase& base);
  void add(const DuesPayment& payment);

  // What of these records of `whole` belongs to `part`, a roster that whole.within() made; a unit,
  // a person and a cluster is the one with the same code. Kept are the records, opinions and funds
  // of units inside, with all that is kept of those; tasks of units and clusters inside; waivers
  // and dues of whoever is inside; and the campaigns that a record inside was a part of. Whoever is
  // outside is left out of a row, and of how many were due and present where attendance was taken;
  // a payee with the reason. A fund of a workplace is of no unit. What a text says, stays.
  Records within(const Roster& whole, const Roster& part) const;

  std::size_t size() const;
  bool empty() const { return size() == 0; }
  Rows<Records, RecordId, Record>::Iterator begin() const { return {this, 0}; }
  Rows<Records, RecordId, Record>::Iterator end() const;

  // Throw std::invalid_argument if there is no such row. An attendance is of nobody where none was
  // taken.
  Record operator[](RecordId id) const;
  Record record(std::string_view code) const;
  Attendance attendance(RecordId record) const;

  // The minutes of a record, or nothing where there are none.
  std::optional<Minutes> minutes(RecordId record) const;

  // Throw std::invalid_argument if there is no such thing; with a code they name the nearest.
  Campaign operator[](CampaignId id) const;
  Fund operator[](FundId id) const;
  Opinion operator[](OpinionId id) const;
  Task operator[](TaskId id) const;
  Campaign campaign(std::string_view code) const;
  Fund fund(std::string_view code) const;
  Opinion opinion(std::string_view code) const;
  Task task(std::string_view code) const;

  // All rows of one kind; and those that name `owner`, the handle of a record, a person, a unit, a
  // cluster, a fund or a campaign. In the order added.
  template <class Row>
  std::vector<Row> all() const;
  template <class Row, class Owner>
  std::vector<Row> of(Owner owner) const;

  std::size_t waiver_count() const;
  Waiver waiver(std::size_t index) const;

 private:
  friend class PlainReader;     // private to the library
  friend class RecordsArchive;  // the same
  friend class RecordsTable;    // the same
  struct Columns;
  std::unique_ptr<Columns> columns_;
};

// Whether both have the same rows of every kind, in the same order.
ZHIBU_EXPORT bool operator==(const Records& a, const Records& b);

}  // namespace zhibu

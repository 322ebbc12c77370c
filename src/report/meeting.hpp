// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/draw.hpp"
#include "report/table.hpp"

namespace zhibu {

// What was held, with what the minutes say of it and who attended.
struct Meeting {
  Record record;
  Minutes minutes;  // as of one without any, where there are none
  Attendance who;
};

Meeting meeting(const LedgerSource& source, const Record& record);

// Those of LedgerSource::held.
std::vector<Meeting> meetings(const LedgerSource& source, Activities any);

// Those that the ledger covers and whose minutes have a form of study, by day.
std::vector<Meeting> sessions(const LedgerSource& source);

// The activities of a meeting, and its unit under its name of the day.
std::string activities_cell(const LedgerSource& source, const Meeting& held);
std::string unit_cell(const LedgerSource& source, const Meeting& held);

// Who was excused or absent, each with how and, where it may be shown, why. A reason that nobody
// wrote down is told as such, and as nothing else.
std::string absent_cell(const LedgerSource& source, const Meeting& held);

// How many were; by the attendance, or else by the numbers of the record.
std::string absent_count_cell(const LedgerSource& source, const Meeting& held);
std::string presence_cell(const LedgerSource& source, const Meeting& held, Presence presence);

// Whether it was held within what it was held for, which it is where nothing else is said (按期);
// afterwards (补开); or before (提前).
std::string timeliness_cell(const LedgerSource& source, const Meeting& held);

std::string summary(const LedgerSource& source, const Meeting& held);

// What meetings sum to: how many there were, how many were due and present at them all, and how
// many persons that makes where they are known by name.
class MeetingTotals {
 public:
  void add(const Meeting& held);

  template <class Thing>
  void put(Table<Thing>& table, Text times, Text due, Text present) const {
    table.total(times, times_);
    table.total(due, due_);
    put(table, present);
  }
  template <class Thing>
  void put(Table<Thing>& table, Text times, Text present) const {
    table.total(times, times_);
    put(table, present);
  }

 private:
  template <class Thing>
  void put(Table<Thing>& table, Text present) const {
    table.total(present, present_);
    table.total({"有名单次数", "with a list of names"}, listed_);
    table.total({"人数", "persons"}, persons_.count());
  }

  std::int64_t times_ = 0;
  std::int64_t due_ = 0;
  std::int64_t present_ = 0;
  std::int64_t listed_ = 0;
  Heads persons_;
};

}  // namespace zhibu

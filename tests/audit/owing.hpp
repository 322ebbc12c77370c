// SPDX-License-Identifier: BSL-1.0
//
// Provisions, obligations, records and how they stand in few words, for the tests of this folder.

#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "zhibu/audit/audit.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/schedule/obligation.hpp"

namespace zhibu {

inline const Period year_2017{Date{2017, 1, 1}, Date{2018, 1, 1}};
inline const Period q1 = parse_period("2017-Q1");
inline const Date long_after{2020, 1, 1};
inline const UnitId branch{0};
inline constexpr Activity members_meeting = Activity::members_meeting;

inline Provision provision(std::string_view code, Activity activity, Cadence cadence) {
  Provision row;
  row.code = code;
  row.name = code;
  row.scope = EveryUnit{{UnitKind::branch}, {}, {}};
  row.activity = activity;
  row.cadence = std::move(cadence);
  row.in_force_from = Date{2000, 1, 1};
  row.source = {"本地做法", "1", true};
  return row;
}

inline Rulebook rulebook(const std::vector<Provision>& provisions) {
  Rulebook rules;
  for (const Provision& row : provisions) rules.add(row);
  return rules;
}

// What `bearer` owes under one rule, "R", in one window.
inline Obligations owing(Activity activity, Cadence cadence, Bearer bearer, Period window,
                         std::optional<UnitId> at = {}) {
  Obligations owed{rulebook({provision("R", activity, std::move(cadence))}), window};
  owed.add(ProvisionId{0}, bearer, window, {.at = at});
  return owed;
}

inline Record a_record(UnitId unit, Activities activities, Date held_on) {
  Record record;
  record.unit = unit;
  record.activities = activities;
  record.held_on = held_on;
  return record;
}

// Adds a record under the next code: R0, R1, …
inline RecordId hold(Records& held, Record record) {
  const std::string code = "R" + std::to_string(held.size());
  record.code = code;
  return held.add(record);
}

// Releases a bearer from the rule "R".
inline Waiver release(Bearer bearer, Period period, Date approved_on) {
  Waiver waiver;
  waiver.rule = "R";
  waiver.bearer = bearer;
  waiver.period = period;
  waiver.reason = "会场维修";
  waiver.approved_by = "党工委";
  waiver.approved_on = approved_on;
  return waiver;
}

// One obligation, what was held, and how it stands.
class AuditOf : public testing::Test {
 protected:
  explicit AuditOf(Obligations obligations) : owed{std::move(obligations)} {}

  RecordId hold(Date day, Activities activities = members_meeting) {
    return zhibu::hold(held, a_record(branch, activities, day));
  }

  RecordId hold_for(std::string_view period, Date day) {
    Record record = a_record(branch, members_meeting, day);
    record.for_period = parse_period(period);
    return zhibu::hold(held, record);
  }

  Finding found(Date as_of = long_after) {
    findings.push_back(audit(owed, held, as_of));
    return findings.back()[ObligationId{0}];
  }

  Standing standing(Date as_of = long_after) { return found(as_of).standing; }

  Obligations owed;
  Records held;
  std::deque<Findings> findings;  // the views of their rows live as long as they do
};

// A branch owes one meeting in the first quarter of 2017.
class QuarterlyMeeting : public AuditOf {
 protected:
  QuarterlyMeeting() : AuditOf{owing(members_meeting, AtLeast{1, Span::quarter, {}}, branch, q1)} {}
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/audit/rate.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/scope.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// Whom something should have reached, by what, and when.
struct CoverageRequest {
  EveryPerson persons = {};           // as they are on the last day on which they belong to it
  std::optional<UnitId> within = {};  // to this unit or one under it; nothing: to any unit
  Activities activities;              // any of these: study days, lectures, study at home
  Period period;
};

// How one person was reached.
struct ZHIBU_EXPORT Reach {
  PersonId person;
  std::array<int, 5> times = {};  // by Presence: how often it was so
  int named = 0;                  // how often a record names them and takes no attendance of them
  std::vector<RecordId> records = {};  // all of those, in the order added

  int count(Presence presence) const { return times[static_cast<std::size_t>(presence)]; }

  // Whether it reached them at all: they were present, joined online, were served at home, or are
  // named. Who was excused, for whatever reason, was not reached.
  bool reached() const;

  friend bool operator==(const Reach&, const Reach&) = default;
};

// Whom it reached, and whom not (全覆盖、不漏一人).
struct ZHIBU_EXPORT Coverage {
  Period period;
  std::vector<Reach> persons;  // each once, however often they belong, in the order of the roster

  Rate rate() const;                       // so many reached, of so many
  std::vector<PersonId> left_out() const;  // those not reached

  friend bool operator==(const Coverage&, const Coverage&) = default;
};

// Whether anybody was left out, person by person.
//
//   const Coverage year = coverage(roster, held,
//                                  {.persons = {.needs_home_visits = true},
//                                   .activities = {Activity::study_day, Activity::home_study},
//                                   .period = parse_period("2017")});
//   year.rate();  // 14 of 15
//   for (PersonId person : year.left_out()) …
//
// Of each person counts what was held on a day of the period on which they belonged, alive, to such
// a unit while it stood, whoever held it; what is voided counts for nothing. Who is named by a
// record of study at home was served at home. Throws std::invalid_argument if no activity is asked
// for, if the period has no day, and for a unit that the roster does not have.
ZHIBU_EXPORT Coverage coverage(const Roster& roster, const Records& records,
                               const CoverageRequest& request, const Watch& watch = {});

// The same for each month of the period, of those who belonged in that month.
ZHIBU_EXPORT std::vector<Coverage> coverage_by_month(const Roster& roster, const Records& records,
                                                     const CoverageRequest& request,
                                                     const Watch& watch = {});

}  // namespace zhibu

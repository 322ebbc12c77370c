// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "zhibu/audit/audit.hpp"
#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

struct ProgressState;

// What was held, as columns of equal length: a unit, an activity of it, and the day. Each activity
// of one afternoon is a row of its own.
struct HeldColumns {
  std::span<const UnitId> units;
  std::span<const Activity> activities;
  std::span<const Date> held_on;
};

// How that stands which one provision demands of a unit and all under it.
struct ProgressTally {
  UnitId unit;
  ProvisionId provision;
  std::array<std::int64_t, 7> standing{};  // windows, by Standing
  std::int64_t bearers = 0;                // units that owe it in some window
  std::int64_t bearers_overdue = 0;        // those of them with a window that is overdue

  std::int64_t count(Standing s) const { return standing[static_cast<std::size_t>(s)]; }
  std::int64_t owed() const;  // all but those not applicable
  friend bool operator==(const ProgressTally&, const ProgressTally&) = default;
};

// The audit of many units at once, kept up to date record by record: for every window in which a
// unit owes something, the day on which that was met. It answers for any day, without the records.
//
//   Progress progress{roster.as_of(Date{2025, 12, 31}), rules, parse_period("2025")};
//   progress.hold_all(columns, 2);                                          // a year of a nation
//   progress.hold(branch, Activity::party_lecture, Date{2025, 12, 20});     // one record more
//   progress.roll_up(counties, Date{2025, 9, 30}, 2);                       // as it stood then
//
// What it says is what audit() finds, counted: of the provisions that bind units and ask for
// something so many times in every span of the calendar, on whatever days, and that are in force
// throughout the window; and of the units that stand in the view. Where a stricter rule takes the
// place of one, the two count as obligations() has them; a provision whose place a rule of another
// kind could take is not covered. Whoever uses it holds only what counts: nothing that was voided,
// and no meeting without its quorum. It knows of no waivers. A value; it keeps what it needs of the
// view, and says nothing of what changes in the roster later. A window of a unit takes two bytes,
// once for each time that is asked.
class ZHIBU_EXPORT Progress {
 public:
  // Nothing held as yet, of what `rulebook` demands in `period`; obligations() says of whom. Throws
  // std::invalid_argument if `period` is empty or has more than 31,000 days, or if a provision that
  // it covers names a unit that the roster does not have.
  Progress(const RosterView& view, const Rulebook& rulebook, Period period,
           const Watch& watch = {});
  Progress(const Progress& other);
  Progress(Progress&& other) noexcept;
  Progress& operator=(const Progress& other);
  Progress& operator=(Progress&& other) noexcept;
  ~Progress();

  // The provisions that it covers, in the order of the rulebook: all that have a window in the
  // period, but what is only permitted.
  std::span<const ProvisionId> provisions() const;

  // One more was held, for its own day or for `for_period`. Takes less than a microsecond. Throws
  // std::invalid_argument for a unit that did not stand in the view, for a period without a day,
  // and for a day more than 31,000 days away from the period.
  void hold(UnitId unit, Activity activity, Date held_on, std::optional<Period> for_period = {});

  // Many more, in any order and by so many threads, which makes no difference to the outcome.
  // Fastest where each row is of the unit of the row before it or of a later one; else the rows are
  // first sorted into ranges of units, which takes four bytes a row. Throws std::invalid_argument,
  // with nothing held, for columns of different lengths, a unit that did not stand in the view, an
  // activity that there is not, or less than one thread. With a watch, more than eight million rows
  // are held by a copy that then takes its place, so that to stop them changes nothing.
  void hold_all(const HeldColumns& held, int threads = 1, const Watch& watch = {});

  // Nothing was held by `unit`. One of its records was voided: clear it, and hold the others again.
  void clear(UnitId unit);

  // How it stood at the end of `as_of` for each of these units with all under it: one row for each
  // provision, unit by unit. What was held after that day is not looked at. Takes as long as
  // reading the state of all of them once, however many of them stand under one another.
  std::vector<ProgressTally> roll_up(std::span<const UnitId> tops, Date as_of, int threads = 1,
                                     const Watch& watch = {}) const;

  // For each unit, in the order of the view's units(): how many windows of `provision` stood so at
  // the end of `as_of`. Throws std::invalid_argument for a provision that it does not cover.
  std::vector<std::int64_t> count(ProvisionId provision, Standing standing, Date as_of) const;

 private:
  std::unique_ptr<ProgressState> state_;
};

}  // namespace zhibu

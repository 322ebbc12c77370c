// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/names.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/watch.hpp"

namespace zhibu {

// The rule by which an obligation is not applicable to its bearer, and where it is written.
struct Exempted {
  std::string_view rule;  // "COM-04"
  Citation source;
  friend bool operator==(const Exempted&, const Exempted&) = default;
};

// What comes of a window in which somebody is bound only in part, because they were founded,
// dissolved or turned into something else within it. The texts know no part of a meeting, so that
// the caller chooses, and every such obligation says so.
enum class PartialWindow : std::uint8_t {
  not_owed,        // 不产生义务: nothing
  not_applicable,  // 列为不适用: an obligation that is not applicable, so that a report shows it
  owed,            // 按余下时间应办: all of it, within the days on which they are bound
};

template <>
ZHIBU_EXPORT std::span<const Name<PartialWindow>> names();

// One thing that one bearer owes in one window, and the article that demands it.
struct Obligation {
  ObligationId id;
  ProvisionId provision;  // of Obligations::rulebook()
  std::string_view rule;  // the provision's code, "MTG-01"
  Citation source;
  Force force = Force::shall;
  Activity activity = Activity::members_meeting;
  Bearer bearer;
  std::optional<UnitId> at;      // where: the contact branch, the person's home branch
  Period window;                 // as the rule has it
  Period bound;                  // the days of it on which the rule binds: mostly all of them;
                                 // it is due by bound.last()
  int times = 1;                 // how often within the window; 0 where hours or money are owed
  int class_hours = 0;           // how many class hours within the window, or 0
  std::int64_t least_fen = 0;    // how much money within the window, in fen,
  std::int64_t most_fen = 0;     // and at most how much; both 0 where none is owed
  std::optional<Shifted> fixed;  // a fixed day, as the rule names it and as moved to a workday
  std::span<const ProvisionId> also = {};     // the laxer rules that it meets as well
  std::optional<Exempted> exempted = {};      // set where a rule lifts it
  std::optional<PartialWindow> partial = {};  // set where `bound` is only a part of the window
  std::optional<Date> rules_of = {};  // the day whose rules were applied; none: those then in force
};

// Whether it is to be met at all: no rule lifts it, and no partial window.
ZHIBU_EXPORT bool applies(const Obligation& obligation);

// What may be said of an obligation besides its provision, its bearer and its window.
struct ObligationDetails {
  std::optional<UnitId> at = {};
  std::optional<Shifted> fixed = {};
  std::optional<std::size_t> exemption = {};  // the place in Provision::exemptions of what lifts it
  std::optional<Period> bound = {};           // all of the window if left out
  std::vector<ProvisionId> also = {};
};

// All that is owed in a period, in the order of the rulebook, then of the roster, then of time.
//
//   for (const Obligation& o : obligations(roster, rules, calendar, year))
//     std::cout << o.rule << ' ' << to_string(o.window) << '\n';
//
// It keeps a copy of the rulebook it was drawn up from; the texts of its rows are views into that.
class ZHIBU_EXPORT Obligations {
 public:
  // Nothing owed as yet, by `rulebook` in `period`. Obligations of one's own making are added;
  // obligations() below adds all that the rulebook demands.
  Obligations(Rulebook rulebook, Period period, std::optional<Date> rules_of = {},
              PartialWindow partial = PartialWindow::not_owed);

  // Adds an obligation under a provision of the rulebook; how often or how much follows from its
  // cadence. Throws std::invalid_argument if the rulebook has no such provision or the provision no
  // such exemption, or if the window is empty, or does not hold the days on which it binds.
  ObligationId add(ProvisionId provision, Bearer bearer, Period window,
                   const ObligationDetails& details = {});

  // Makes room for so many in all: many are then added faster, and take less memory.
  void reserve(std::size_t obligations);

  std::size_t size() const { return window_.size(); }
  bool empty() const { return window_.empty(); }
  Rows<Obligations, ObligationId, Obligation>::Iterator begin() const { return {this, 0}; }
  Rows<Obligations, ObligationId, Obligation>::Iterator end() const;

  // Throws std::invalid_argument if there is no such row.
  Obligation operator[](ObligationId id) const;

  // The columns of what every row has; the place in them is the handle of the row.
  std::span<const ProvisionId> provisions() const { return provision_; }
  std::span<const Bearer> bearers() const { return bearer_; }
  std::span<const Period> windows() const { return window_; }
  std::span<const Period> bounds() const { return bound_; }

  const Rulebook& rulebook() const { return rulebook_; }
  Period period() const { return period_; }
  std::optional<Date> rules_of() const { return rules_of_; }
  PartialWindow partial() const { return partial_; }

 private:
  std::uint16_t place_of(const std::vector<ProvisionId>& also);

  Rulebook rulebook_;
  Period period_;
  std::optional<Date> rules_of_;
  PartialWindow partial_;
  std::vector<ProvisionId> provision_;
  std::vector<Bearer> bearer_;
  std::vector<std::optional<UnitId>> at_;
  std::vector<Period> window_;
  std::vector<std::optional<Shifted>> fixed_;
  std::vector<std::optional<std::uint8_t>> exemption_;
  std::vector<Period> bound_;
  std::vector<std::uint16_t> also_;                  // the place in also_sets_
  std::vector<std::vector<ProvisionId>> also_sets_;  // each once; the first has none
};

// Whether both say the same, by equal rulebooks, in the same order.
ZHIBU_EXPORT bool operator==(const Obligations& a, const Obligations& b);

// Draws up what the rulebook demands of the roster in `period`.
//
//   obligations(roster, rules, calendar, year_2017);                    // by the rules of 2017
//   obligations(roster, rules, calendar, year_2017, Date{2026, 1, 1});  // 2017 by those of 2026
//
// A provision counts where it is in force on every day of the window; a fixed day, on that day; a
// deadline and what is owed every so many months, on the first day of the window; the end of a
// term, on the day of the election: what began under one text ends by it. If `rules_of` is given,
// it counts where it is in force on that day: an explicit choice, which every obligation states. A
// window is a whole month, quarter, half-year or year within `period`; a period that holds none
// yields nothing. An option (Force::may) and a row without a number (OnSchedule) yield nothing.
//
// A bearer owes what its scope says if it was such a one (held a post, belonged to a unit) on every
// day of the window, one appointment perhaps following on another; else `partial` says what becomes
// of it. A deadline binds whoever was such a one when it began. Whoever holds two posts owes once.
// What lifts a provision (Provision::exemptions) from the unit, the person's home or the unit of
// the post yields an obligation that is `exempted`, so that a report can say why nothing was owed.
//
// A rule of a lower layer that is stricter than one above it, and no weaker in force, takes its
// place: whoever owes the stricter in all of a window of the laxer owes only that, and both are
// cited (Obligation::also).
//
// A fixed day is moved by its Shift, and its window reaches `max_days` to either side of the day
// that the rule names, in its month where that is to be kept; a festival's reaches as far as its
// rule says. Both may reach beyond
// `period`, in which the day itself lies; a recurrence has no day before its start, whatever rules
// are applied. A person owes at the unit that is their home on the window's last day, but a contact
// visit at the one contact branch that was theirs throughout, if there was one. An election falls
// due in the period in which the term ends, from the reminder to the last day of the term; for a
// unit exempted from it, the window is `period`. A deadline, too, falls due in the period that has
// its last day.
//
// Throws std::invalid_argument if `period` is empty, if the rulebook names a unit that the roster
// does not have, or if a fixed day lies where the calendar knows nothing. Takes time in proportion
// to what it returns.
ZHIBU_EXPORT Obligations obligations(const Roster& roster, const Rulebook& rulebook,
                                     const Calendar& calendar, Period period,
                                     std::optional<Date> rules_of = {},
                                     PartialWindow partial = PartialWindow::not_owed,
                                     const Watch& watch = {});

}  // namespace zhibu

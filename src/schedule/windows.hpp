// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <vector>

#include "zhibu/organization/roster.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/period.hpp"

namespace zhibu {

// A window in which something is owed, and the fixed day that it is owed on where there is one.
struct Window {
  Period period;
  std::optional<Shifted> fixed;
};

// When one provision asks something within a period, in order of time: only where the provision is
// in force, as obligations() says, or on the day `rules_of`.
class Windows {
 public:
  Windows(const Provision& provision, const Calendar& calendar, Period period,
          std::optional<Date> rules_of);

  // The windows that are the same for everybody; none where the cadence looks at the bearer.
  const std::vector<Window>& common() const { return common_; }

  // The windows of one unit: the common ones, or the ends of its terms. A unit that is `exempted`
  // from electing has no term; its window is the whole period.
  std::vector<Window> of(const Roster& roster, UnitId unit, bool exempted) const;

  // What the cadence counts from, if it counts from a milestone, and the windows that come of its
  // having been on `day`.
  std::optional<Milestone> milestone() const;
  std::vector<Window> since(Date day) const;

  // Whether a bearer is bound by what it is on the first day of a window, whatever it becomes: who
  // applied is talked with also where they have become an activist by then.
  bool bind_at_once() const;

 private:
  bool in_force(Period days) const;

  std::vector<Window> find(const AtLeast& cadence, const Calendar& calendar) const;
  std::vector<Window> find(const OnDays& cadence, const Calendar& calendar) const;
  std::vector<Window> find(const AtFestivals& cadence, const Calendar& calendar) const;
  std::vector<Window> find(const ClassHours& cadence, const Calendar& calendar) const;
  std::vector<Window> find(const Funding& cadence, const Calendar& calendar) const;
  std::vector<Window> find(const OnAnniversary&, const Calendar&) const { return {}; }
  std::vector<Window> find(const Deadline&, const Calendar&) const { return {}; }
  std::vector<Window> find(const EveryMonthsSince&, const Calendar&) const { return {}; }
  std::vector<Window> find(const AtTermEnd&, const Calendar&) const { return {}; }
  std::vector<Window> find(const OnSchedule&, const Calendar&) const { return {}; }

  std::vector<Window> whole(Span span) const;
  std::vector<Window> term_ends(const AtTermEnd& cadence, std::vector<Term> terms) const;
  std::vector<Window> anniversaries(Span within, Date day) const;
  std::vector<Window> deadline(const Deadline& cadence, Date day) const;
  std::vector<Window> every_months(int months, Date day) const;

  const Provision* provision_;
  Period period_;
  std::optional<Date> rules_of_;
  std::vector<Window> common_;
};

}  // namespace zhibu

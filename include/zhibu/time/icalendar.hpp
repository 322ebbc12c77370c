// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>

#include "zhibu/export.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/day_rule.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/recurrence.hpp"

namespace zhibu {

// The properties of an iCalendar event by which any calendar program shows the days of a
// recurrence: DTSTART, then RRULE, EXDATE and RDATE as there is need.
//
//   icalendar_properties(Recurrence{"FREQ=MONTHLY;BYMONTHDAY=10", Date{2017, 1, 1}}, year_2027);
//   // DTSTART;VALUE=DATE:20170110
//   // RRULE:FREQ=MONTHLY;BYMONTHDAY=10
//
// A rule of RFC 5545 goes out as RRULE, whole, whatever the period. DTSTART is the first day of the
// rule, as other programs count DTSTART among the days; parts that some would read otherwise are
// written out. A rule by the lunar calendar, or one whose SKIP moves days, is read by few programs
// and by some wrongly: it would put Spring Festival 2027 a day late. So its days within `period` go
// out as DTSTART and RDATE, and the rule as X-ZHIBU-RRULE, which no program acts upon.
//
// Each line ends with CRLF and is folded at 75 octets. Where there is no day at all, the text is
// empty. Throws std::invalid_argument as Recurrence::between does.
ZHIBU_EXPORT std::string icalendar_properties(const Recurrence& days, Period period);

// The properties of an iCalendar event by which any calendar program shows the days of `period`
// that were moved to workdays.
//
// The actual days go out as DTSTART and RDATE, each once and in order; the rule and the shift as
// X-ZHIBU-RRULE and X-ZHIBU-SHIFT. Throws std::invalid_argument as shifted_days does.
ZHIBU_EXPORT std::string shifted_icalendar_properties(const ShiftedDays& rule,
                                                      const Calendar& calendar, Period period);

}  // namespace zhibu

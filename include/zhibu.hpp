// SPDX-License-Identifier: BSL-1.0
//
// The whole library, lowest first. A header includes only headers named above it, and every header
// is named here (tests/layers_test.py), so this is also the order to read them in.

#pragma once

// clang-format off
// Words
#include "zhibu/export.hpp"
#include "zhibu/id.hpp"
#include "zhibu/rows.hpp"
#include "zhibu/names.hpp"
// Time
#include "zhibu/time/date.hpp"
#include "zhibu/time/period.hpp"
#include "zhibu/time/timeline.hpp"
#include "zhibu/time/skip.hpp"
#include "zhibu/time/lunar.hpp"
#include "zhibu/time/solar_term.hpp"
#include "zhibu/time/festival.hpp"
#include "zhibu/time/holiday_law.hpp"
#include "zhibu/time/day.hpp"
#include "zhibu/time/shift.hpp"
#include "zhibu/time/calendar.hpp"
#include "zhibu/time/recurrence.hpp"
#include "zhibu/time/quota.hpp"
#include "zhibu/time/day_rule.hpp"
#include "zhibu/time/icalendar.hpp"
// Who
#include "zhibu/organization/unit.hpp"
#include "zhibu/organization/event.hpp"
#include "zhibu/organization/workplace.hpp"
#include "zhibu/organization/person.hpp"
#include "zhibu/organization/particulars.hpp"
#include "zhibu/organization/membership.hpp"
#include "zhibu/organization/term.hpp"
#include "zhibu/organization/post.hpp"
#include "zhibu/organization/cluster.hpp"
#include "zhibu/organization/relation.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/organization/filter.hpp"
#include "zhibu/organization/view.hpp"
#include "zhibu/organization/change.hpp"
#include "zhibu/organization/tables.hpp"
#include "zhibu/organization/code_set.hpp"
#include "zhibu/organization/official_form.hpp"
#include "zhibu/organization/archive.hpp"
// What is demanded
#include "zhibu/regulation/activity.hpp"
#include "zhibu/regulation/citation.hpp"
#include "zhibu/regulation/scope.hpp"
#include "zhibu/regulation/milestone.hpp"
#include "zhibu/regulation/cadence.hpp"
#include "zhibu/regulation/provision.hpp"
#include "zhibu/regulation/election.hpp"
#include "zhibu/regulation/office.hpp"
#include "zhibu/regulation/demand.hpp"
#include "zhibu/regulation/strictness.hpp"
#include "zhibu/regulation/requirement.hpp"
#include "zhibu/regulation/undecided.hpp"
#include "zhibu/regulation/explain.hpp"
#include "zhibu/regulation/rulebook.hpp"
#include "zhibu/regulation/rule_change.hpp"
#include "zhibu/regulation/term_end.hpp"
#include "zhibu/regulation/check.hpp"
// What is owed
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/schedule/plan.hpp"
// What was held
#include "zhibu/record/attendance.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/record/as_if_held.hpp"
// How it stands
#include "zhibu/audit/audit.hpp"
#include "zhibu/audit/explanation.hpp"
#include "zhibu/audit/rollup.hpp"
#include "zhibu/audit/rate.hpp"
#include "zhibu/audit/upcoming.hpp"
#include "zhibu/audit/comparison.hpp"
#include "zhibu/audit/progress.hpp"
// For people
#include "zhibu/report/ledger.hpp"
#include "zhibu/report/write.hpp"
// clang-format on

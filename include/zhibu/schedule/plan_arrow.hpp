// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <any>

#include "zhibu/arrow.hpp"
#include "zhibu/export.hpp"
#include "zhibu/organization/roster.hpp"
#include "zhibu/schedule/obligation.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {

// What is owed as an Arrow stream: a row for each obligation. See organization/roster_arrow.hpp for
// how its columns are written and how long its stream lives.
//
//   rule, rule_name     dictionaries of the codes and of the Chinese names of the provisions
//   activity, force     dictionaries of keys
//   source              a dictionary of the citations
//   bearer_kind         a dictionary: unit, person
//   bearer              the code of the bearer, null where no roster is given, as in the next two
//   bearer_name         the name on the last day on which the rule binds, or else the last one
//   at                  the code of the unit where it is to be done, where that is said
//   window              its name, "2017-Q1"; and its first and last day as `from` and `to`
//   bound_from, due_on  the first and the last of its days on which the rule binds
//   times, class_hours, least_fen, most_fen
//   fixed_on            a fixed day, as moved to a workday
//   exempted_by         the rule that lifts it
//   partial             a dictionary: what became of a window that binds only in part
//   rules_of            the day whose rules were applied, where that was chosen
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Obligations& obligations, const Roster* roster,
                                       std::any owner = {});

// A plan in the same way: `day`, `half`, `nth` and `certainty`, then the columns of the obligation
// that the occurrence serves. What could not be placed stands at the end, without a day.
ZHIBU_EXPORT ArrowArrayStream to_arrow(const Plan& plan, const Roster* roster, std::any owner = {});

}  // namespace zhibu

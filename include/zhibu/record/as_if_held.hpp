// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "zhibu/export.hpp"
#include "zhibu/record/record.hpp"
#include "zhibu/schedule/plan.hpp"

namespace zhibu {

// The records that there would be if all of a plan were held on its days, so that a draft is
// audited before the year begins: what is overdue then is what the plan leaves out.
//
//   const Plan draft = plan(owed, calendar);
//   audit(owed, as_if_held(draft), owed.period().last());
//
// A record for each occurrence, in the order of the plan, "计划-1", "计划-2", …, without attendance:
// by the unit that owes it, or by the person, at the place where they owe it; with the least money
// that is owed, or all its class hours. What the plan puts on a day outside the window is held for
// that window, so that the audit finds it late, or early and in time. What a person owes at no
// place is held at the first unit that the plan does not name, where it meets nothing else.
ZHIBU_EXPORT Records as_if_held(const Plan& plan);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "organization/columns.hpp"
#include "steps.hpp"

namespace zhibu {

// Whether two rosters of the same units, clusters and persons tell the same of each of them on
// every day: what the units and clusters were, and where the persons were at home.
bool same_history(const Roster& a, const Roster& b, Steps& steps);

}  // namespace zhibu

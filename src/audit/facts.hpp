// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <vector>

#include "zhibu/audit/explanation.hpp"

namespace zhibu {

// Why `provision` binds the bearer of an obligation, or why not, in the order of days.
std::vector<Fact> facts_of(const Roster& roster, const Provision& provision, const Obligation& o);

}  // namespace zhibu

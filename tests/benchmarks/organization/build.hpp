// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "nation.hpp"
#include "zhibu/organization/roster.hpp"

namespace organization_benchmark {

// Adds what the columns of a nation have, a row at a time: units and what changed of them; members
// and their homes; posts of secretary and who holds them.
void add_units(zhibu::Roster& roster, const Nation& nation);
void add_members(zhibu::Roster& roster, const Nation& nation);
void add_posts(zhibu::Roster& roster, const Nation& nation);

}  // namespace organization_benchmark

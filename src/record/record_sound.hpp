// SPDX-License-Identifier: BSL-1.0

#pragma once

#include "zhibu/record/record.hpp"

namespace zhibu {

// Throws std::invalid_argument where a record is not what Records::add() takes; whether another has
// its code is not looked at.
void require_sound(const Record& record);

}  // namespace zhibu

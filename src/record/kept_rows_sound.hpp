// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <stdexcept>
#include <string>

#include "zhibu/record/record.hpp"

namespace zhibu {

[[noreturn]] inline void refuse(const std::string& found, const std::string& accepted) {
  throw std::invalid_argument(found + "; accepted: " + accepted);
}

// Throw std::invalid_argument where a row cannot be so, whatever else is kept.
void require_sound(const Campaign& row);
void require_sound(const Minutes& row);
void require_sound(const StudyNote& row);
void require_sound(const Visit& row);
void require_sound(const Fund& row);
void require_sound(const Appropriation& row);
void require_sound(const Payment& row);
void require_sound(const Opinion& row);
void require_sound(const Task& row);
void require_sound(const DuesBase& row);
void require_sound(const DuesPayment& row);

}  // namespace zhibu

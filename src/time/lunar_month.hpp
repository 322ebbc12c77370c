// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>

#include "zhibu/time/period.hpp"

namespace zhibu {

// The days of a lunar month, or nothing where the year has no such (leap) month. Throws
// std::invalid_argument for a year outside the table.
std::optional<Period> lunar_month(int year, int month, bool leap);

}  // namespace zhibu

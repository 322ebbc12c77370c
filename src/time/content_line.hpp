// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>
#include <string_view>

#include "zhibu/time/date.hpp"

namespace zhibu {

// A content line of iCalendar with its line break, folded at 75 octets between characters (RFC
// 5545, 3.1).
std::string content_line(std::string_view line);

// A day as iCalendar writes it (3.3.4): "20261231".
std::string basic(Date day);

}  // namespace zhibu

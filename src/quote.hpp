// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <string>
#include <string_view>

namespace zhibu {

// A text as messages show it: 'B01'.
inline std::string quote(std::string_view text) { return "'" + std::string{text} + "'"; }

}  // namespace zhibu

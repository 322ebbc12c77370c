// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string>

namespace zhibu {

// An amount as people write it, in yuan: "10000.00".
inline std::string yuan_of(std::int64_t fen) {
  return std::to_string(fen / 100) + "." + std::to_string(100 + fen % 100).substr(1);
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string>

namespace zhibu {

// An amount as people write it, in yuan: "10000.00".
inline std::string yuan_of(std::int64_t fen) {
  if (fen < 0) return "-" + yuan_of(-fen);
  return std::to_string(fen / 100) + "." + std::to_string(100 + fen % 100).substr(1);
}

// The same of thousandths of a fen, with as many decimals as it takes, two at least: "50.0001".
inline std::string exact_yuan_of(std::int64_t thousandths) {
  std::string decimals = std::to_string(100000 + thousandths % 100000).substr(1);
  while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
  return std::to_string(thousandths / 100000) + "." + decimals;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>
#include <string_view>

#include "zhibu/names.hpp"

namespace zhibu {

// Reads the key or the Chinese label of a value of E; `what` says in a fault what it should be.
template <class E>
auto named(std::string_view what) {
  return [what](std::string_view text) { return parse<E>(text, what); };
}

// Read "yes", "no", "是", "否"; a whole number; an amount of yuan of at most two decimals, in fen.
// Throw std::invalid_argument that says what would be accepted.
bool parse_yes_no(std::string_view text);
int parse_integer(std::string_view text);
std::int64_t parse_fen(std::string_view text);

}  // namespace zhibu

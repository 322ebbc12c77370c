// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "zhibu/watch.hpp"

namespace zhibu {

// Where a text is neither UTF-8 nor GB18030, and why.
struct Undecodable {
  std::size_t line = 1;
  std::string reason;
};

// The text of a file as UTF-8 without byte order mark.
//
// It is taken for UTF-8 if all of it is, and else for GB18030 (国家标准 GB 18030, in which Chinese
// spreadsheets save). A text that is partly the one and partly the other is refused rather than
// guessed at: one that begins with UTF-8's byte order mark, that has a line with Chinese in UTF-8,
// or most of whose lines beyond ASCII are UTF-8.
std::variant<std::string, Undecodable> to_utf8(std::string bytes, const Watch& watch = {});

// Whether all of it is UTF-8.
bool is_utf8(std::string_view text);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <span>
#include <string_view>

namespace zhibu {

// The first of `accepted` that takes the fewest changed, added or dropped characters to come to
// from `found`, or "" where none is near enough to have been meant.
//
//   nearest("brnch", {"committee", "branch"});  // "branch"
//   nearest("brnch", {"group"});                // ""
//   nearest("清名", {"春分", "清明"});          // "清明"
std::string_view nearest(std::string_view found, std::span<const std::string_view> accepted);

// Throws std::invalid_argument for a code that a collection has not got; unlike throw_unknown it
// does not list them all, as there may be thousands:
//
//   no such unit: 'YS-B99' (did you mean 'YS-B09'?); accepted: the codes of the 52 there are
[[noreturn]] void throw_unknown_code(std::string_view what, std::string_view found,
                                     std::span<const std::string_view> codes);

}  // namespace zhibu

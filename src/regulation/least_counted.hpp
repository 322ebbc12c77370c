// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstdint>

#include "zhibu/regulation/cadence.hpp"

namespace zhibu {

// How many times count for `counted`, in the worst of its spans, when somebody does as little for
// it as `met` allows who meets `met` in every one of its own.
//
//   least_counted({1, Span::month}, {1, Span::year});   // 12
//   least_counted({4, Span::year}, {1, Span::quarter}); // 0: all four in one of the others
//
// The greatest number of days that lie far enough apart is the least number of stretches of so many
// days that cover all that was held. So it is sought how few stretches can hold what `met` demands.
std::int64_t least_counted(const AtLeast& met, const AtLeast& counted);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <functional>

namespace zhibu {

// Is told how far a long call has come: `done` of `total` steps.
//
//   audit(owed, held, Date{2025, 12, 31}, {}, [](std::size_t done, std::size_t total) {
//     std::cerr << '\r' << 100 * done / total << '%';
//   });
//
// It is told 0 at the beginning, `total` at the end, and between them no less than the last time,
// at least every twentieth of a second on a machine of today; `total` is at least 1 and stays the
// same throughout the call. What a step is depends on the call. It is always called from the thread
// that made the call, however many there are.
//
// What it throws stops the call: it passes through as it is, and then nothing has changed. An empty
// one costs nothing.
using Watch = std::function<void(std::size_t done, std::size_t total)>;

}  // namespace zhibu

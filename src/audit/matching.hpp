// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace zhibu {

// The records that might meet one occasion, each by its place in the order held.
struct Candidates {
  std::vector<std::uint32_t> on_time;
  std::vector<std::uint32_t> late;
};

// For each occasion, in order of time, the record that meets it, so that none meets two: as many as
// possible on time, and then as many as possible late. Of several choices the earlier occasions are
// met rather than the later ones, and each, from the first on, by the earliest record. Who gets a
// further record loses no occasion.
std::vector<std::optional<std::uint32_t>> match(const std::vector<Candidates>& occasions);

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "audit/progress_state.hpp"

namespace zhibu {

// The places under some units, cut wherever one of their subtrees begins or ends. What is counted
// of each piece is summed up from the first on; a subtree is the difference of two sums.
class Pieces {
 public:
  Pieces(const ProgressState& state, std::span<const UnitId> tops) {
    std::vector<std::pair<std::uint32_t, int>> edges;  // and how many subtrees begin or end there
    for (const UnitId top : tops) {
      edges.emplace_back(state.ranges[top.index].begin, 1);
      edges.emplace_back(state.ranges[top.index].end, -1);
    }
    std::ranges::sort(edges);
    int covering = 0;
    for (const auto& [place, change] : edges) {
      if (begins_.empty() || begins_.back() < place) begins_.push_back(place);
      if (covering == 0) runs_.push_back({place, place});
      covering += change;
      runs_.back().end = place;
    }
  }

  std::size_t size() const { return begins_.size(); }
  std::uint32_t end(std::size_t i) const { return begins_[i + 1]; }

  // The piece that begins at a place, and the one that holds it.
  std::size_t at(std::uint32_t place) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(begins_, place) - begins_.begin());
  }
  std::size_t holding(std::uint32_t place) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(begins_, place) - begins_.begin()) - 1;
  }

  // The places that are under any of the units.
  std::span<const ProgressState::Range> runs() const { return runs_; }

 private:
  std::vector<std::uint32_t> begins_;  // the last one is the end
  std::vector<ProgressState::Range> runs_;
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "zhibu/time/period.hpp"

namespace zhibu {

// Days on which something is so, as periods apart from one another, in order.
class Stretches {
 public:
  Stretches() = default;

  // Whatever of these overlaps or follows on without a gap becomes one.
  explicit Stretches(std::vector<Period> periods);

  const std::vector<Period>& periods() const& { return periods_; }
  std::vector<Period> periods() && { return std::move(periods_); }
  bool empty() const { return periods_.empty(); }

  // The days of both.
  Stretches within(Period period) const;
  Stretches within(const Stretches& other) const;

  // All of `window` where these hold it; else the longest part of it that they hold without a gap,
  // the earliest of several; else nothing.
  std::optional<Period> part_of(Period window) const;

 private:
  std::vector<Period> periods_;
};

}  // namespace zhibu

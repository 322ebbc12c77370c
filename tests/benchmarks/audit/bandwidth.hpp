// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <thread>
#include <vector>

#include "organization/column.hpp"

namespace audit_benchmark {

// Memory that is read from one end to the other, to know how fast that goes here and now: nothing
// that must look at as many bytes can take less time.
class Memory {
 public:
  explicit Memory(std::size_t bytes) : numbers_(bytes / sizeof(std::int64_t), 1) {}

  // The sum of all numbers, by so many threads.
  std::int64_t read(int threads) const {
    const auto parts = static_cast<std::size_t>(threads);
    std::vector<std::int64_t> sums(parts);
    std::vector<std::thread> others;
    const auto sum = [&](std::size_t part) {
      const std::int64_t* const first = numbers_.data();
      sums[part] = std::accumulate(first + numbers_.size() * part / parts,
                                   first + numbers_.size() * (part + 1) / parts, std::int64_t{0});
    };
    for (std::size_t part = 1; part < parts; ++part) others.emplace_back(sum, part);
    sum(0);
    for (std::thread& other : others) other.join();
    return std::accumulate(sums.begin(), sums.end(), std::int64_t{0});
  }

 private:
  zhibu::Values<std::int64_t> numbers_;
};

}  // namespace audit_benchmark

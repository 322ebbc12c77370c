// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <vector>

namespace zhibu {

// Calls act(i) for each i below `n`, in so many threads: whichever is free takes the next one.
template <class Act>
void in_threads(int threads, std::size_t n, Act act) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < n; i = next++) act(i);
  };
  std::vector<std::future<void>> others;  // each waits for its thread when it goes
  for (std::size_t i = 1; i < std::min(static_cast<std::size_t>(threads), n); ++i)
    others.push_back(std::async(std::launch::async, work));
  work();
  for (std::future<void>& other : others) other.get();
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <future>
#include <vector>

#include "zhibu/watch.hpp"

namespace zhibu {

// Calls act(i) for each i below `n`, in so many threads: whichever is free takes the next one. The
// calling thread tells `watch`, between two of its own; where that throws, the others stop as soon
// as they are done with theirs.
template <class Act>
void in_threads(int threads, std::size_t n, const Watch& watch, Act act) {
  std::atomic<std::size_t> next{0};
  const auto tell = [&] {
    if (watch) watch(std::min(next.load(), n), n);
  };
  const auto work = [&](auto after_each) {
    for (std::size_t i = next++; i < n; i = next++) {
      act(i);
      after_each();
    }
  };
  std::vector<std::future<void>> others;  // each waits for its thread when it goes
  try {
    for (std::size_t i = 1; i < std::min(static_cast<std::size_t>(threads), n); ++i)
      others.push_back(std::async(std::launch::async, work, [] {}));
    work(tell);
    for (std::future<void>& other : others) {
      while (other.wait_for(std::chrono::milliseconds{20}) == std::future_status::timeout) tell();
      other.get();
    }
  } catch (...) {
    next = n;
    throw;
  }
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>

#include "zhibu/watch.hpp"

namespace zhibu {

// The steps of a long call, of which a Watch is told at even distances.
//
//   Steps steps{watch, records.size()};
//   for (const Record& record : records) {
//     …
//     steps();
//   }
//   steps.finish();
class Steps {
 public:
  Steps(const Watch& watch, std::size_t total)
      : watch_{watch}, total_{std::max<std::size_t>(total, 1)} {
    if (watch_) tell();
  }
  Steps() : Steps{nobody, 1} {}  // of a call that nobody watches
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;

  // So many more are done.
  void operator()(std::size_t more = 1) {
    done_ += more;
    if (done_ >= next_) tell();
  }

  // There is work between two steps, such as each of the comparisons of a sort.
  void pause(std::size_t more = 1) {
    pauses_ += more;
    if (pauses_ < distance) return;
    pauses_ = 0;
    if (watch_) tell();
  }

  // Compares as `less` does, for a sort.
  template <class Less>
  auto pausing(Less less) {
    return [this, less](const auto& a, const auto& b) {
      pause();
      return less(a, b);
    };
  }

  // A watch for a call within the call, whose steps are so many of these.
  Watch share(std::size_t steps) {
    if (!watch_) return {};
    return [this, steps, from = done_](std::size_t done, std::size_t total) {
      const double part = static_cast<double>(done) / static_cast<double>(total);
      const auto more = static_cast<std::size_t>(static_cast<double>(steps) * part);
      done_ = std::max(done_, from + (done == total ? steps : more));
      tell();
    };
  }

  // All are done.
  void finish() {
    done_ = total_;
    if (watch_) tell();
  }

  // Whether the watch threw, so that the exception under way is none of the call's own.
  bool stopped() const { return telling_; }

 private:
  static constexpr std::size_t distance = 1024;
  static inline const Watch nobody;

  void tell() {
    telling_ = true;
    watch_(std::min(done_, total_), total_);
    telling_ = false;
    next_ = done_ + distance;
  }

  const Watch& watch_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t next_ = std::numeric_limits<std::size_t>::max();  // stays so without a watch
  std::size_t pauses_ = 0;
  bool telling_ = false;
};

}  // namespace zhibu

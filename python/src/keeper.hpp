// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "rows.hpp"

// Keeps what values that were made again are views of, as long as the object lives that it is tied
// to.
class Keeper {
 public:
  template <class T>
  const T& keep(T value) {
    auto kept = std::make_shared<const T>(std::move(value));
    const T& is = *kept;
    kept_.push_back(std::move(kept));
    return is;
  }

  static void tie(std::unique_ptr<Keeper> keeper, py::handle to) {
    if (keeper->kept_.empty()) return;
    const py::capsule owner{keeper.release(), [](void* it) { delete static_cast<Keeper*>(it); }};
    py::detail::keep_alive_impl(to, owner);
  }

 private:
  std::vector<std::shared_ptr<const void>> kept_;
};

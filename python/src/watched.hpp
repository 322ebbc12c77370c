// SPDX-License-Identifier: BSL-1.0
//
// What a long call does between its steps: it answers Ctrl-C, and tells whoever wants to know how
// far it has come.

#pragma once

#include <pybind11/pybind11.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <utility>

#include "zhibu/watch.hpp"

namespace py = pybind11;

// A Watch that takes the GIL back, every thirtieth of a second at most: it lets Python handle its
// signals, and tells `progress` how far the call has come. That is None, a callable of two numbers,
// or a bar with reset(total) and update(more), as those of tqdm.
class PythonWatch {
 public:
  explicit PythonWatch(py::object progress)
      : progress_{std::move(progress)},
        kind_{progress_.is_none()                      ? Kind::none
              : PyCallable_Check(progress_.ptr()) != 0 ? Kind::callable
              : py::hasattr(progress_, "reset") && py::hasattr(progress_, "update")
                  ? Kind::bar
                  : Kind::unknown} {
    if (kind_ == Kind::unknown)
      throw py::type_error("progress: found " + std::string{py::repr(py::type::of(progress_))} +
                           "; accepted: None, a callable (done, total), or a bar of tqdm");
  }

  void operator()(std::size_t done, std::size_t total) {
    const bool at_an_end = kind_ != Kind::none && (!begun_ || done == total);
    const Clock::time_point now = Clock::now();
    if (!at_an_end && now - last_ < std::chrono::milliseconds{33}) return;
    const py::gil_scoped_acquire gil;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (kind_ == Kind::callable) progress_(done, total);
    if (kind_ == Kind::bar) move_bar(done, total);
    begun_ = true;
    last_ = Clock::now();
  }

 private:
  using Clock = std::chrono::steady_clock;
  enum class Kind { none, callable, bar, unknown };

  void move_bar(std::size_t done, std::size_t total) {
    if (!begun_) progress_.attr("reset")(total);
    progress_.attr("update")(done - shown_);
    shown_ = done;
  }

  py::object progress_;
  Kind kind_;
  Clock::time_point last_ = Clock::now();
  bool begun_ = false;
  std::size_t shown_ = 0;
};

// Calls `act` with a watch of `progress`, without the GIL.
template <class Act>
auto watched(const py::object& progress, Act act) {
  PythonWatch watch{progress};
  const py::gil_scoped_release without_gil;
  return act(zhibu::Watch{std::ref(watch)});
}

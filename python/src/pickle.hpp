// SPDX-License-Identifier: BSL-1.0
//
// What a pickle carries: a tuple of the version of its form and of what it says.

#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

#include "rows.hpp"

inline constexpr int pickle_version = 1;

template <class... Said>
py::tuple pickled(Said&&... said) {
  return py::make_tuple(pickle_version, std::forward<Said>(said)...);
}

// Throws std::invalid_argument unless `state` is of this version, with so many things behind it.
inline void require_pickle(const char* type, const py::tuple& state, std::size_t said) {
  const std::string of = std::string{" of a "} + type;
  const bool versioned = !state.empty() && py::isinstance<py::int_>(state[0]);
  const auto version = versioned ? state[0].cast<long long>() : 0;
  if (version > pickle_version)
    throw std::invalid_argument("a pickle of version " + std::to_string(version) + of +
                                "; accepted: up to " + std::to_string(pickle_version) +
                                ", and a newer zhibu reads newer ones");
  if (version != pickle_version || state.size() != 1 + said)
    throw std::invalid_argument("no pickle" + of + "; accepted: what pickle.dumps() made of one");
}

// Copies as C++ does, which is as deep as can be.
template <class Collection, class... Options>
void bind_copies(py::class_<Collection, Options...>& collection) {
  using WithoutGil = py::call_guard<py::gil_scoped_release>;
  collection.def(
      "__copy__", [](const Collection& c) { return c; }, WithoutGil{});
  collection.def(
      "__deepcopy__", [](const Collection& c, const py::dict&) { return c; }, "memo"_a);
}

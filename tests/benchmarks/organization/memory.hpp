// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <cstddef>

#include "zhibu/organization/roster.hpp"

namespace organization_benchmark {

// The bytes that a roster takes for its rows and what finds them, apart from texts; and for texts
// with what finds those.
struct Memory {
  std::size_t units;    // with their states, their events and their lists
  std::size_t posts;    // with their appointments
  std::size_t members;  // with their homes and their lists
  std::size_t unit_codes;
  std::size_t post_codes;
  std::size_t person_codes;
  std::size_t names;
};

Memory memory(const zhibu::Roster& roster);

}  // namespace organization_benchmark

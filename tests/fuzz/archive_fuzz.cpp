// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "../organization/archive_edit.hpp"
#include "zhibu/organization/archive.hpp"

// Whatever the bytes, and whoever wrote them, an archive of a roster is read or refused with
// std::invalid_argument; nothing else. What was read answers whatever it is asked, and is written
// and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes{reinterpret_cast<const char*>(data), size};
  zhibu::set_head(bytes);
  std::string again;
  try {
    const zhibu::Roster roster = zhibu::from_bytes(bytes);
    zhibu::walk(roster);
    again = zhibu::to_bytes(roster);
  } catch (const std::invalid_argument&) {
    return 0;
  }
  if (zhibu::to_bytes(zhibu::from_bytes(again)) != again) std::abort();
  return 0;
}

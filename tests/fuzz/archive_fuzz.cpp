// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../organization/archive_edit.hpp"
#include "container.hpp"
#include "zhibu/organization/archive.hpp"

namespace {

// A head that is right for whatever is behind it, so that what is read next is what is tried.
void set_head(std::string& bytes) {
  if (bytes.size() < zhibu::container_head_bytes) return;
  bytes.replace(0, 12, std::string_view{"ZHIBU\r\n\x1A\1\0\0\0", 12});
  std::memset(bytes.data() + 12, 0, 4);
  const std::uint64_t behind = bytes.size() - zhibu::container_head_bytes;
  std::memcpy(bytes.data() + 16, &behind, sizeof behind);
  zhibu::set_checksum(bytes);
}

}  // namespace

// Whatever the bytes, and whoever wrote them, an archive is read or refused with
// std::invalid_argument; nothing else. What was read answers whatever it is asked, and is written
// and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes{reinterpret_cast<const char*>(data), size};
  set_head(bytes);
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

// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "../organization/archive_edit.hpp"
#include "zhibu/audit/archive.hpp"
#include "zhibu/record/archive.hpp"
#include "zhibu/schedule/archive.hpp"
#include "zhibu/time/archive.hpp"

namespace {

// What was read of its kind is written and read again as the same.
template <class Read>
void read_and_read_again(Read read, std::string_view bytes) {
  std::string again;
  try {
    again = zhibu::to_bytes(read(bytes));
  } catch (const std::invalid_argument&) {
    return;
  }
  if (zhibu::to_bytes(read(again)) != again) std::abort();
}

}  // namespace

// Whatever the bytes, and whoever wrote them, an archive of what is kept beside a roster is read or
// refused with std::invalid_argument; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes{reinterpret_cast<const char*>(data), size};
  zhibu::set_head(bytes);
  read_and_read_again([](auto b) { return zhibu::calendar_from_bytes(b); }, bytes);
  read_and_read_again([](auto b) { return zhibu::records_from_bytes(b); }, bytes);
  read_and_read_again([](auto b) { return zhibu::obligations_from_bytes(b); }, bytes);
  read_and_read_again([](auto b) { return zhibu::plan_from_bytes(b); }, bytes);
  read_and_read_again([](auto b) { return zhibu::findings_from_bytes(b); }, bytes);
  return 0;
}

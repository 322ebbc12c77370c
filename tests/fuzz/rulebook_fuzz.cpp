// SPDX-License-Identifier: BSL-1.0

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string_view>

#include "zhibu/regulation/rulebook.hpp"

// Whatever the bytes, a rulebook is read or refused with std::invalid_argument; nothing else.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const zhibu::Rulebook rules = zhibu::Rulebook::parse(text, "fuzz.toml");
    const zhibu::Rulebook copy = rules;
    for (const zhibu::Provision& p : copy.provisions()) to_string(p.source);
    for (const zhibu::Requirement& r : copy.requirements()) to_string(r.source);
  } catch (const std::invalid_argument&) {
  }
  return 0;
}

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace zhibu {

// A checksum of 64 bits over bytes that come in pieces: XXH64 of seed 0, as its specification has
// it (xxhash_spec.md 0.2), at several gigabytes a second. It tells damage, not an attacker, who
// can compute it as well.
class Checksum {
 public:
  void add(std::string_view bytes);
  std::uint64_t value() const;

 private:
  static constexpr std::size_t stripe = 32;

  void take_stripe(const char* bytes);

  std::array<std::uint64_t, 4> lanes_{0x60EA27EEADC0B5D6, 0xC2B2AE3D27D4EB4F, 0,
                                      0x61C8864E7A143579};
  std::array<char, stripe> rest_{};  // what is not yet a whole stripe
  std::uint64_t size_ = 0;           // of all that came
};

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace zhibu {

// SHA-256 (FIPS 180-4) of any bytes, and the keyed hash HMAC-SHA-256 (RFC 2104) made of it. Without
// the key a hash of a short code says as much as the code: all codes are soon tried.
using Digest = std::array<std::uint8_t, 32>;
Digest sha256(std::string_view bytes);
Digest hmac_sha256(std::string_view key, std::string_view bytes);

// The first 16 hexadecimal digits of the keyed hash.
std::string pseudonym(std::string_view key, std::string_view code);

}  // namespace zhibu

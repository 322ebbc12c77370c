// SPDX-License-Identifier: BSL-1.0

#include "checksum.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace zhibu {

namespace {

constexpr std::uint64_t prime_1 = 0x9E3779B185EBCA87;
constexpr std::uint64_t prime_2 = 0xC2B2AE3D27D4EB4F;
constexpr std::uint64_t prime_3 = 0x165667B19E3779F9;
constexpr std::uint64_t prime_4 = 0x85EBCA77C2B2AE63;
constexpr std::uint64_t prime_5 = 0x27D4EB2F165667C5;

// The little-endian number of that many bytes.
template <class T>
std::uint64_t number_at(const char* bytes) {
  T number;
  std::memcpy(&number, bytes, sizeof number);
  if constexpr (std::endian::native == std::endian::big) {
    std::uint64_t swapped = 0;
    for (std::size_t i = 0; i < sizeof number; ++i)
      swapped = swapped << 8 | (number >> 8 * i & 255);
    return swapped;
  }
  return number;
}

std::uint64_t mixed(std::uint64_t lane, std::uint64_t word) {
  return std::rotl(lane + word * prime_2, 31) * prime_1;
}

std::uint64_t avalanche(std::uint64_t sum) {
  sum = (sum ^ sum >> 33) * prime_2;
  sum = (sum ^ sum >> 29) * prime_3;
  return sum ^ sum >> 32;
}

std::uint64_t with_rest(std::uint64_t sum, std::string_view rest) {
  for (; rest.size() >= 8; rest.remove_prefix(8))
    sum = std::rotl(sum ^ mixed(0, number_at<std::uint64_t>(rest.data())), 27) * prime_1 + prime_4;
  if (rest.size() >= 4) {
    sum = std::rotl(sum ^ number_at<std::uint32_t>(rest.data()) * prime_1, 23) * prime_2 + prime_3;
    rest.remove_prefix(4);
  }
  for (const char c : rest)
    sum = std::rotl(sum ^ static_cast<unsigned char>(c) * prime_5, 11) * prime_1;
  return avalanche(sum);
}

}  // namespace

void Checksum::take_stripe(const char* bytes) {
  for (std::size_t i = 0; i < lanes_.size(); ++i)
    lanes_[i] = mixed(lanes_[i], number_at<std::uint64_t>(bytes + 8 * i));
}

void Checksum::add(std::string_view bytes) {
  if (const std::size_t kept = size_ % stripe; kept > 0) {
    const std::string_view more = bytes.substr(0, stripe - kept);
    std::ranges::copy(more, rest_.begin() + static_cast<std::ptrdiff_t>(kept));
    size_ += more.size();
    bytes.remove_prefix(more.size());
    if (size_ % stripe != 0) return;
    take_stripe(rest_.data());
  }
  size_ += bytes.size();
  for (; bytes.size() >= stripe; bytes.remove_prefix(stripe)) take_stripe(bytes.data());
  std::ranges::copy(bytes, rest_.begin());
}

std::uint64_t Checksum::value() const {
  std::uint64_t sum = prime_5;
  if (size_ >= stripe) {
    sum = 0;
    for (std::size_t i = 0; i < lanes_.size(); ++i)
      sum += std::rotl(lanes_[i], std::array{1, 7, 12, 18}[i]);
    for (const std::uint64_t lane : lanes_) sum = (sum ^ mixed(0, lane)) * prime_1 + prime_4;
  }
  return with_rest(sum + size_, {rest_.data(), size_ % stripe});
}

}  // namespace zhibu

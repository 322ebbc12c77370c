// SPDX-License-Identifier: BSL-1.0

#include "zhibu/organization/particulars.hpp"

#include <algorithm>

namespace zhibu {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// `text` with all but its first `shown` characters masked; all of it unless it is of that length
// and begins with so many digits.
std::string masked(std::string_view text, std::size_t length, std::size_t shown) {
  const bool expected =
      text.size() == length && std::all_of(text.begin(), text.begin() + 4, is_digit);
  const std::size_t kept = expected ? shown : 0;
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  const auto characters =
      std::count_if(text.begin() + static_cast<std::ptrdiff_t>(kept), text.end(), begins);
  return std::string{text.substr(0, kept)} + std::string(static_cast<std::size_t>(characters), '*');
}

}  // namespace

std::string masked_id_number(std::string_view text) { return masked(text, 18, 4); }
std::string masked_phone(std::string_view text) { return masked(text, 11, 3); }

template <>
std::span<const Name<PersonalData>> names() {
  static constexpr Name<PersonalData> table[] = {
      {PersonalData::masked, "masked", "隐去", "masked"},
      {PersonalData::shown, "shown", "显示", "shown"},
  };
  return table;
}

}  // namespace zhibu

// SPDX-License-Identifier: BSL-1.0

#include "cell.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <system_error>

#include "quote.hpp"

namespace zhibu {

namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return '0' <= c && c <= '9'; });
}

}  // namespace

bool parse_yes_no(std::string_view text) {
  if (text == "yes" || text == "是") return true;
  if (text == "no" || text == "否") return false;
  throw std::invalid_argument("neither yes nor no: " + quote(text) + "; accepted: yes, no, 是, 否");
}

int parse_integer(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size())
    throw std::invalid_argument("not a whole number: " + quote(text) + "; accepted: digits, as 28");
  return number;
}

std::int64_t parse_fen(std::string_view text) {
  const std::size_t point = std::min(text.find('.'), text.size());
  const std::string_view yuan = text.substr(0, point);
  const std::string_view fen = text.substr(std::min(point + 1, text.size()));
  const bool plain = !yuan.empty() && yuan.size() <= 15 && all_digits(yuan) && all_digits(fen);
  if (!plain || fen.size() > 2 || (point < text.size() && fen.empty()))
    throw std::invalid_argument("not an amount of yuan: " + quote(text) +
                                "; accepted: digits with at most two decimals, as 9999.99");
  std::string digits = std::string{yuan} + std::string{fen};
  digits.append(2 - fen.size(), '0');
  std::int64_t amount = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), amount);
  return amount;
}

}  // namespace zhibu

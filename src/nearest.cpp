// SPDX-License-Identifier: BSL-1.0

#include "nearest.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

namespace zhibu {

namespace {

// The characters of a text in UTF-8, each as a number made of its bytes.
using Characters = std::vector<std::uint32_t>;

void read_characters(std::string_view text, Characters& characters) {
  characters.clear();
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool goes_on = (byte & 0xC0) == 0x80 && !characters.empty();
    if (goes_on) {
      characters.back() = characters.back() << 8 | byte;
    } else {
      characters.push_back(byte);
    }
  }
}

// The edit distance of Levenshtein, one row of its table at a time.
std::size_t distance(const Characters& a, const Characters& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// Two letters swapped are two characters changed, and should be forgiven in a word of four; one
// character in a name of two.
std::size_t tolerance(const Characters& found) { return 1 + found.size() / 4; }

}  // namespace

std::string_view nearest(std::string_view found, std::span<const std::string_view> accepted) {
  Characters looked_for;
  Characters candidate;
  read_characters(found, looked_for);
  std::string_view best;
  std::size_t limit = tolerance(looked_for) + 1;
  for (const std::string_view text : accepted) {
    read_characters(text, candidate);
    const std::size_t longer = std::max(candidate.size(), looked_for.size());
    const std::size_t shorter = std::min(candidate.size(), looked_for.size());
    if (longer - shorter >= limit) continue;
    const std::size_t away = distance(looked_for, candidate);
    if (away >= limit) continue;
    limit = away;
    best = text;
  }
  return best;
}

void throw_unknown_code(std::string_view what, std::string_view found,
                        std::span<const std::string_view> codes) {
  std::string message = "no such " + std::string{what} + ": '" + std::string{found} + "'";
  const std::string_view meant = nearest(found, codes);
  if (!meant.empty()) message += " (did you mean '" + std::string{meant} + "'?)";
  message += "; accepted: the codes of the " + std::to_string(codes.size()) + " there are";
  throw std::invalid_argument(message);
}

}  // namespace zhibu

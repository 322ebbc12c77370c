// SPDX-License-Identifier: BSL-1.0

#include "encoding.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include <iconv.h>

#include "steps.hpp"

namespace zhibu {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The smallest and greatest second byte that may follow a first byte (the Unicode Standard, table
// 3-7), and how many bytes there are in all.
struct Lead {
  unsigned first, last, least, most;
  std::size_t length;
};

constexpr std::array<Lead, 9> leads{{{0x00, 0x7F, 0x00, 0x00, 1},
                                     {0xC2, 0xDF, 0x80, 0xBF, 2},
                                     {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                     {0xE1, 0xEC, 0x80, 0xBF, 3},
                                     {0xED, 0xED, 0x80, 0x9F, 3},
                                     {0xEE, 0xEF, 0x80, 0xBF, 3},
                                     {0xF0, 0xF0, 0x90, 0xBF, 4},
                                     {0xF1, 0xF3, 0x80, 0xBF, 4},
                                     {0xF4, 0xF4, 0x80, 0x8F, 4}}};

bool between(char c, unsigned least, unsigned most) {
  const unsigned byte = static_cast<unsigned char>(c);
  return least <= byte && byte <= most;
}

// How many bytes the first character of `text` takes in UTF-8, or 0 if it is not UTF-8.
std::size_t first_length(std::string_view text) {
  for (const Lead& lead : leads) {
    if (!between(text[0], lead.first, lead.last)) continue;
    if (lead.length == 1) return 1;
    if (text.size() < lead.length || !between(text[1], lead.least, lead.most)) return 0;
    const std::string_view tail = text.substr(2, lead.length - 2);
    const bool whole =
        std::all_of(tail.begin(), tail.end(), [](char c) { return between(c, 0x80, 0xBF); });
    return whole ? lead.length : 0;
  }
  return 0;
}

// The length of the longest character of `text` in UTF-8, or 0 if it is not UTF-8.
std::size_t longest_character(std::string_view text) {
  std::size_t longest = 1;
  while (!text.empty()) {
    const std::size_t length = first_length(text);
    if (length == 0) return 0;
    longest = std::max(longest, length);
    text.remove_prefix(length);
  }
  return longest;
}

// What speaks for UTF-8 and what against it, line by line.
struct Census {
  std::size_t valid = 0;                 // lines beyond ASCII that are UTF-8
  std::size_t invalid = 0;               // lines that are not
  std::optional<std::size_t> chinese;    // the first line with characters of three bytes or more
  std::optional<std::size_t> first_bad;  // the first line that is not UTF-8
};

Census census(std::string_view bytes, Steps& steps) {
  Census seen;
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    const std::size_t end = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
    const std::size_t longest = longest_character(bytes.substr(0, end));
    seen.valid += longest > 1 ? 1 : 0;
    seen.invalid += longest == 0 ? 1 : 0;
    if (longest > 2 && !seen.chinese) seen.chinese = line;
    if (longest == 0 && !seen.first_bad) seen.first_bad = line;
    bytes.remove_prefix(end);
    steps(end);
  }
  return seen;
}

class Converter {
 public:
  Converter() : of_{iconv_open("UTF-8", "GB18030")} {}
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;
  ~Converter() {
    if (is_there()) iconv_close(of_);
  }

  bool is_there() const { return of_ != iconv_t(-1); }

  // Whether all could be converted; what is left of a character that is cut off stays where it is.
  bool convert(char*& in, std::size_t& in_left, char*& out, std::size_t& out_left) {
    return iconv(of_, &in, &in_left, &out, &out_left) != static_cast<std::size_t>(-1);
  }

 private:
  iconv_t of_;
};

std::variant<std::string, Undecodable> from_gb18030(std::string input, Steps& steps) {
  constexpr std::size_t piece_bytes = std::size_t{1} << 20;
  Converter converter;
  if (!converter.is_there()) return Undecodable{1, "not UTF-8, and no GB18030 here to try"};

  std::string text(2 * input.size(), '\0');  // two bytes become three at most
  char* in = input.data();
  char* const end = in + input.size();
  char* out = text.data();
  std::size_t out_left = text.size();
  bool sound = true;
  while (in != end && sound) {
    char* const begin = in;
    std::size_t left = std::min(piece_bytes, static_cast<std::size_t>(end - in));
    const bool is_last = in + left == end;
    sound = converter.convert(in, left, out, out_left) || (errno == EINVAL && !is_last);
    steps(static_cast<std::size_t>(in - begin));
  }
  text.resize(text.size() - out_left);

  if (sound) return text;
  const auto lines = std::count(input.data(), in, '\n');
  return Undecodable{static_cast<std::size_t>(lines) + 1,
                     "neither UTF-8 nor GB18030; accepted: a text file in one of them"};
}

}  // namespace

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    std::uint64_t eight = 0;
    if (text.size() >= sizeof eight) {
      std::memcpy(&eight, text.data(), sizeof eight);
      if ((eight & 0x8080808080808080) == 0) {
        text.remove_prefix(sizeof eight);
        continue;
      }
    }
    const std::size_t length = first_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::variant<std::string, Undecodable> to_utf8(std::string bytes, const Watch& watch) {
  const bool marked = bytes.starts_with(byte_order_mark);
  if (marked) bytes.erase(0, byte_order_mark.size());

  Steps steps{watch, 2 * bytes.size()};  // they are looked through, and may have to be converted
  const Census seen = census(bytes, steps);
  if (!seen.first_bad) {
    steps.finish();
    return bytes;
  }
  if (marked)
    return Undecodable{*seen.first_bad, "not UTF-8, though the file begins with UTF-8's mark"};
  if (seen.chinese)
    return Undecodable{*seen.first_bad,
                       "not UTF-8, as line " + std::to_string(*seen.chinese) +
                           " is; accepted: one encoding throughout, UTF-8 or GB18030"};
  if (seen.valid > seen.invalid)
    return Undecodable{*seen.first_bad, "not UTF-8, as most of the lines are"};
  return from_gb18030(std::move(bytes), steps);
}

}  // namespace zhibu

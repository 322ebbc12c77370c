// SPDX-License-Identifier: BSL-1.0

#include "time/content_line.hpp"

namespace zhibu {

std::string content_line(std::string_view line) {
  std::string out;
  std::size_t room = 75;
  while (line.size() > room) {
    std::size_t cut = room;  // a byte 10xxxxxx of UTF-8 goes on with the character before it
    while (cut > room - 4 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    room = 74;
  }
  return out.append(line).append("\r\n");
}

std::string basic(Date day) {
  const std::string text = to_string(day);
  return text.substr(0, 4) + text.substr(5, 2) + text.substr(8, 2);
}

}  // namespace zhibu

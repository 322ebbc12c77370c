// SPDX-License-Identifier: BSL-1.0
//
// Values as TOML writes them.

#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "zhibu/names.hpp"
#include "zhibu/time/date.hpp"

namespace zhibu {

// A text in quotes, with what may not stand there escaped.
inline std::string toml(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string quoted = "\"";
  for (const char c : text) {
    const auto code = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') quoted += '\\';
    if (code < 0x20 || code == 0x7F) {
      quoted += "\\u00";
      quoted += hex[code >> 4];
      quoted += hex[code & 0xF];
    } else {
      quoted += c;
    }
  }
  return quoted + '"';
}
inline std::string toml(const std::string& text) { return toml(std::string_view{text}); }
inline std::string toml(Date day) { return to_string(day); }
template <std::same_as<bool> Flag>
std::string toml(Flag value) {
  return value ? "true" : "false";
}
template <std::integral Number>
requires(!std::same_as<Number, bool>) std::string toml(Number value) {
  return std::to_string(value);
}
template <class E>
requires std::is_enum_v<E> std::string toml(E value) { return toml(key(value)); }

// An amount in yuan, without decimals where it has none.
inline std::string in_yuan(std::int64_t fen) {
  const std::string whole = std::to_string(fen / 100);
  if (fen % 100 == 0) return whole;
  return whole + "." + std::to_string(fen % 100 / 10) + std::to_string(fen % 10);
}

template <class T>
std::string toml(const std::vector<T>& values) {
  std::string list = "[";
  for (std::size_t i = 0; i < values.size(); ++i) list += (i == 0 ? "" : ", ") + toml(values[i]);
  return list + "]";
}

// A table in one line: "{ times = 1, per = \"quarter\" }".
class InlineTable {
 public:
  // What is already written is put as it is.
  InlineTable& put_text(std::string_view key, std::string_view value) {
    text_ += (text_.empty() ? " " : ", ") + std::string{key} + " = " + std::string{value};
    return *this;
  }
  template <class T>
  InlineTable& put(std::string_view key, const T& value) {
    return put_text(key, toml(value));
  }
  template <class T>
  InlineTable& put(std::string_view key, const std::optional<T>& value) {
    return value ? put(key, *value) : *this;
  }
  // Leaves out what is read where the key is left out.
  template <class T>
  InlineTable& put_unless(const T& left_out, std::string_view key, const T& value) {
    return value == left_out ? *this : put(key, value);
  }
  template <class T>
  InlineTable& put_some(std::string_view key, const std::vector<T>& values) {
    return values.empty() ? *this : put(key, values);
  }

  std::string text() const { return text_.empty() ? "{}" : "{" + text_ + " }"; }

 private:
  std::string text_;
};

}  // namespace zhibu
